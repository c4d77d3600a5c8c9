package accounts

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
)

// book makes a book of two statements from lines such as
// "total 30 27 = a b -c"; "~" is a figure that is not stated and "?" an open
// one. A line "--" begins the second statement.
func book(text string) *Book {
	b := &Book{Years: []int{2024, 2023}, Statements: []*Statement{{ID: "s1"}}}
	for n, row := range strings.Split(strings.TrimSpace(text), "\n") {
		if strings.TrimSpace(row) == "--" {
			b.Statements = append(b.Statements, &Statement{ID: "s2"})
			continue
		}
		s := b.Statements[len(b.Statements)-1]
		s.Lines = append(s.Lines, line(row, n+1))
	}
	return b
}

func line(row string, n int) Line {
	figures, terms, _ := strings.Cut(row, "=")
	words := strings.Fields(figures)
	l := Line{ID: words[0], Label: strings.ToUpper(words[0]), Pos: diag.Pos{File: "f", Line: n}}
	for i, w := range words[1:] {
		cell := Cell{Pos: diag.Pos{File: "f", Line: n, Column: i + 1}, Absent: w == "~" || w == "?", Open: w == "?"}
		if !cell.Absent {
			cell.Amount, _ = Parse(w)
		}
		l.Cells = append(l.Cells, cell)
	}
	for _, t := range strings.Fields(terms) {
		id, minus := strings.CutPrefix(t, "-")
		l.Sum = append(l.Sum, Term{Line: id, Minus: minus})
	}
	return l
}

func say(ms []Mismatch) string {
	var out []string
	for _, m := range ms {
		out = append(out, fmt.Sprintf("%v kind=%d %s%s %d %v/%v %s", m.Pos, m.Kind, m.Line, m.Name, m.Year, m.Stated, m.Computed, m.Other))
	}
	return strings.Join(out, "\n")
}

func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, book, want string }{
		{"holds", "a 10 9\nb 20 18\nc 5 1\nt 25 26 = a b -c", ""},
		{"wrong in one year", "a 10 9\nb 20 18\nt 31 27 = a b", "f:3:1 kind=0 tT 2024 31/30 "},
		{"a wrong figure is told once", "a 10 9\nt 11 9 = a\nu 11 9 = t", "f:2:1 kind=0 tT 2024 11/10 "},
		{"across statements, before it is written", "t 3 3 = a b\na 1 1\n--\nb 2 2", ""},
		{"øre count", "a 0,01 0\nt 0 0 = a", "f:2:1 kind=0 tT 2024 0/0,01 "},
		{"nothing stated is nothing added", "a 10 ~\nb 5 5\nt 15 5 = a b", ""},
		{"no term states anything", "a ~ ~\nt 15 5 = a", ""},
		{"a sum not stated is added up", "a 10 1\nb 2 2\ns ~ ~ = a b\nt 13 3 = s", "f:4:1 kind=0 tT 2024 13/12 "},
		{"short of figures", "a 10\nt 10 3 = a", ""},
		{"an open figure is waited for", "a ? 1\nb 2 2\ns ~ ~ = a b\nt 13 3 = s b\nu ? 3 = a b", "f:4:2 kind=0 tT 2023 3/5 "},
		{"unknown", "a 1 1\nt 1 1 = a x", "f:2 kind=1 tT 0 0/0 x"},
		{"itself", "t 1 1 = t", "f:1 kind=2 tT 0 0/0 t"},
		{"a ring, and what stands on it", "a 1 1 = b\nb 2 2 = c\nc 3 3 = a\nd 9 9 = a", "f:3 kind=2 cC 0 0/0 a"},
		{"overflow", "a 92.233.720.368.547.758,07 0\nt 5 0 = a a", "f:2:1 kind=3 tT 2024 5/0 "},
		{"overflow below", "a 92.233.720.368.547.758,07 0\ns ~ 0 = a a\nt 5 0 = s", "f:3:1 kind=3 tT 2024 5/0 "},
	} {
		if got := say(book(c.book).Check()); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestCheckTies(t *testing.T) {
	b := book("a 10 9\nb 10 8\nn ~ 9")
	b.Ties = []Tie{
		{Pos: diag.Pos{File: "f", Line: 9}, Name: "a=b", Left: "a", Right: "b"},
		{Pos: diag.Pos{File: "f", Line: 10}, Name: "a=n", Left: "a", Right: "n"},
		{Pos: diag.Pos{File: "f", Line: 11}, Name: "a=x", Left: "a", Right: "x"},
	}
	want := "f:9 kind=0 a=b 2023 9/8 \nf:11 kind=1 a=x 0 0/0 x"
	if got := say(b.Check()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestCheckIsLinear adds up a ladder of sums that state nothing, each twice
// the one below: told apart, they would be 2⁶⁰ additions.
func TestCheckIsLinear(t *testing.T) {
	rows := []string{"a0 0 0"}
	for i := range 60 {
		rows = append(rows, fmt.Sprintf("a%d ~ ~ = a%d a%d", i+1, i, i))
	}
	rows = append(rows, "t 1 0 = a60")
	if got := say(book(strings.Join(rows, "\n")).Check()); !strings.Contains(got, "2024 1/0") {
		t.Errorf("got %q", got)
	}
}

func TestCheckEmpty(t *testing.T) {
	if ms := (&Book{}).Check(); len(ms) != 0 {
		t.Errorf("an empty book has %d mismatches", len(ms))
	}
	l := Line{Cells: []Cell{{Amount: 1}}}
	if l.Cell(-1).Absent != true || l.Cell(1).Absent != true || l.Cell(0).Amount != 1 {
		t.Error("Cell is wrong")
	}
}

func TestBookLine(t *testing.T) {
	b := book("a 1 1\n--\nb 2 2")
	b.Statements[0].Lines = append(b.Statements[0].Lines, Line{Label: "Heading"})
	if b.Line("b") != &b.Statements[1].Lines[0] || b.Line("x") != nil || b.Line("") != nil {
		t.Error("Line is wrong")
	}
}

// FuzzCheck makes a book of the bytes: four lines that sum up each other.
func FuzzCheck(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4}, int64(5))
	f.Add([]byte{0xff, 0x81, 0x42, 0x24}, int64(math.MinInt64))
	f.Fuzz(func(t *testing.T, sums []byte, amount int64) {
		b := &Book{Years: []int{2024}, Statements: []*Statement{{}}, Ties: []Tie{{Left: "l0", Right: "l3"}}}
		for i, bits := range sums[:min(len(sums), 4)] {
			l := Line{ID: fmt.Sprint("l", i), Cells: []Cell{{Amount: Amount(amount), Absent: bits&0x80 != 0}}}
			for term := range 5 {
				if bits>>term&1 != 0 {
					l.Sum = append(l.Sum, Term{Line: fmt.Sprint("l", term), Minus: bits&0x40 != 0})
				}
			}
			b.Statements[0].Lines = append(b.Statements[0].Lines, l)
		}
		if one, two := b.Check(), b.Check(); !slices.EqualFunc(one, two, func(a, b Mismatch) bool { return say([]Mismatch{a}) == say([]Mismatch{b}) }) {
			t.Fatal("two checks of one book differ")
		}
	})
}

// TestChanges holds a line's change against what explains it.
func TestChanges(t *testing.T) {
	line := func(id string, now, then Amount) Line {
		return Line{ID: id, Label: id, Cells: []Cell{{Amount: now}, {Amount: then}}}
	}
	book := func(by []Term, movements ...Movement) *Book {
		return &Book{Years: []int{2024, 2023}, Statements: []*Statement{{Lines: []Line{line("equity", 70, 100), line("result", 20, 5), line("given", 10, 0)}}},
			Changes: []Explained{{Name: "change", Line: "equity", By: by, Movements: movements}}}
	}
	for _, c := range []struct {
		name string
		book *Book
		want Amount // what is computed where it differs
		ok   bool
	}{
		{"explained", book([]Term{{Line: "result"}}, Movement{Amount: -50}), 0, true},
		{"by a line that is taken off", book([]Term{{Line: "result"}, {Line: "given", Minus: true}}, Movement{Amount: -40}), 0, true},
		{"not explained", book([]Term{{Line: "result"}}, Movement{Amount: -49}), -29, false},
		{"by nothing", book(nil), 0, false},
		{"by a line there is not", book([]Term{{Line: "nowhere"}}), 0, true},
	} {
		got := c.book.Check()
		if ok := len(got) == 0; ok != c.ok {
			t.Errorf("%s: %v", c.name, got)
		} else if !ok && (got[0].Computed != c.want || got[0].Stated != -30 || got[0].Year != 2024) {
			t.Errorf("%s: %+v", c.name, got[0])
		}
	}
}
