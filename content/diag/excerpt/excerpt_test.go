package excerpt

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// drawn is an excerpt as it is seen: the text and the carets below it.
func drawn(e Excerpt) string {
	return e.Text + "\n" + strings.Repeat(" ", e.Indent) + strings.Repeat("^", e.Width)
}

func TestAt(t *testing.T) {
	long := strings.Repeat("ord ", 500) + "fejl " + strings.Repeat("mere ", 500)
	for name, c := range map[string]struct {
		text                 string
		line, column, length int
		most                 int
		want                 string
	}{
		"a word":               {"title: Klima\ntitel: Hav\n", 2, 1, 0, 80, "titel: Hav\n^^^^^"},
		"a value in quotes":    {"title: \"Klima nu\" # x", 1, 8, 0, 80, "title: \"Klima nu\" # x\n       ^^^^^^^^^^"},
		"a length":             {"  - text: et to tre", 1, 11, 5, 80, "- text: et to tre\n        ^^^^^"},
		"the end of a line":    {"title:", 1, 7, 0, 80, "title:\n      ^"},
		"beyond the end":       {"title:", 1, 70, 3, 80, "title:\n      ^"},
		"in the indent":        {"    a: b", 1, 3, 0, 80, "  a: b\n^"},
		"a colon":              {"a: b: c", 1, 5, 0, 80, "a: b: c\n    ^"},
		"a tab":                {"\tblocks:", 1, 1, 0, 80, "→blocks:\n^"},
		"after a mark":         {"\ufefftitle: A", 1, 1, 0, 80, "title: A\n^^^^^"},
		"returns":              {"a: 1\r\nb: 2\rc: 3", 3, 4, 0, 80, "c: 3\n   ^"},
		"bytes of another set": {"title: Bl\xe5b\xe6r", 1, 10, 1, 80, "title: Bl<E5>b<E6>r\n         ^^^^"},
		"wide letters":         {"title: 報告書 x", 1, 12, 1, 80, "title: 報告書 x\n              ^"},
		"letters with marks":   {"a: e\u0301e\u0301 x", 1, 9, 1, 80, "a: e\u0301e\u0301 x\n      ^"},
		"escapes":              {"a: \x1b[31mred\u202egnul", 1, 4, 1, 80, "a: <U+001B>[31mred<U+202E>gnul\n   ^^^^^^^^"},
		"the middle":           {long, 1, 2001, 4, 40, "…ord ord ord ord ord ord fejl mere mere…\n                         ^^^^"},
		"the beginning":        {long, 1, 1, 3, 20, "ord ord ord ord ord…\n^^^"},
		"a word too long":      {strings.Repeat("x", 3000), 1, 1, 3000, 20, strings.Repeat("x", 19) + "…\n" + strings.Repeat("^", 19)},
		"just as wide":         {strings.Repeat("x", 20), 1, 20, 1, 20, strings.Repeat("x", 20) + "\n" + strings.Repeat(" ", 19) + "^"},
	} {
		e, ok := New(c.text).At(c.line, c.column, c.length, c.most)
		got := drawn(e)
		if name == "just as wide" || name == "the middle" {
			if !ok || Columns(e.Text) > c.most || e.Indent+e.Width > Columns(e.Text) || e.Width != c.length {
				t.Errorf("%s: %t\n%s", name, ok, got)
			}
			continue
		}
		if !ok || got != c.want {
			t.Errorf("%s: %t\n%s\nwant\n%s", name, ok, got, c.want)
		}
	}
	for _, place := range [][2]int{{0, 1}, {3, 1}, {1, 0}, {2, 1}} {
		if e, ok := New("a: b\n  ").At(place[0], place[1], 1, 80); ok {
			t.Errorf("%v is shown as %q", place, e.Text)
		}
	}
}

// TestTheMiddleShowsThePlace looks at every place of a long line.
func TestTheMiddleShowsThePlace(t *testing.T) {
	var b strings.Builder
	for b.Len() < 20_000 {
		b.WriteString("æ報")
	}
	f := New(b.String())
	for column := 1; column <= utf8.RuneCountInString(b.String()); column++ {
		e, ok := f.At(1, column, 1, 40)
		want := []string{"報", "æ"}[column%2]
		at, n := "", 0
		for _, c := range e.Text {
			if n == e.Indent {
				at = string(c)
			}
			n += columnsOf(c)
		}
		if !ok || at != want || Columns(e.Text) > 40 {
			t.Fatalf("column %d: %q stands there, want %q\n%s", column, at, want, drawn(e))
		}
	}
}

// TestShowingIsQuickAnywhere counts characters looked at by the time it takes,
// at the beginning of a very long line and at its end, one after the other.
func TestShowingIsQuickAnywhere(t *testing.T) {
	f := New(strings.Repeat("ord, ", 800_000))
	if n := len(f.marks[0]); n != 4_000_000/marked+1 {
		t.Fatalf("there are %d marks", n)
	}
	allocated := func(column int) float64 {
		return testing.AllocsPerRun(50, func() {
			if _, ok := f.At(1, column, 3, 80); !ok {
				t.Fatal("not shown")
			}
		})
	}
	if begin, end := allocated(101), allocated(3_999_001); end > 2*begin+10 {
		t.Errorf("%v allocations at the end, %v at the beginning", end, begin)
	}
}

// FuzzAt shows any place of any text: nothing of it may steer a terminal, nor be
// wider than was asked for.
func FuzzAt(f *testing.F) {
	f.Add("title: A\n\tb: \x1b]0;x\x07\u202e\ufeff", 2, 1, 0, 20)
	f.Add("\xff\xfe\x00a", 1, 2, 9, 9)
	f.Fuzz(func(t *testing.T, text string, line, column, length, most int) {
		most = 8 + abs(most)%200
		e, ok := New(text).At(line, column, length%1000, most)
		if !ok {
			return
		}
		if strings.ContainsFunc(e.Text, func(c rune) bool { return unicode.IsControl(c) || unicode.In(c, unicode.Cf) }) || !utf8.ValidString(e.Text) {
			t.Errorf("%q is shown as %q", text, e.Text)
		}
		if Columns(e.Text) > most+8 || e.Indent < 0 || e.Width < 1 || e.Indent > most+8 {
			t.Errorf("%q is shown as %q, %d and %d in %d", text, e.Text, e.Indent, e.Width, most)
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

func TestSafe(t *testing.T) {
	if got := Safe("a\x1b[2J\u202eb\nc\u00ad\ufeff"); got != "a<U+001B>[2J<U+202E>b<U+000A>c¬<U+FEFF>" {
		t.Errorf("got %q", got)
	}
	if n := Columns("aå報e\u0301"); n != 5 {
		t.Errorf("%d columns", n)
	}
}
