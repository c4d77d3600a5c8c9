package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

// texts are paragraphs.
func texts(list ...string) []Passage {
	var out []Passage
	for _, s := range list {
		out = append(out, Passage{Kind: Paragraph, Text: s})
	}
	return out
}

// told writes differences in short.
func told(list []Text) string {
	var out []string
	for _, t := range list {
		s := string(t.How)
		if t.A != nil {
			s += " " + strings.Fields(t.A.Text)[0]
		}
		if t.B != nil {
			s += ">" + strings.Fields(t.B.Text)[0]
		}
		if t.More > 0 {
			s += fmt.Sprintf("+%d", t.More)
		}
		if len(t.Words) > 0 {
			s += "*"
		}
		if t.Figures {
			s += "#"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestTexts(t *testing.T) {
	const a, b, c, d = "a som er et afsnit for sig", "b om noget helt andet end det", "c har 98 kommuner med i år", "d til slut i kapitlet"
	for want, pair := range map[string][2][]Passage{
		"":                              {texts(a, b, c), texts(a, b, c)},
		"changed c>c*#":                 {texts(a, b, c), texts(a, b, "c har 97 kommuner med i år")},
		"changed a>a*":                  {texts(a, b), texts("a som er et nyt afsnit for sig", b)},
		"removed b":                     {texts(a, b, c), texts(a, c)},
		"added>b":                       {texts(a, c), texts(a, b, c)},
		"removed a, added>x":            {texts(a, b), texts("x y z", b)},
		"moved a>a":                     {texts(a, b, c, d), texts(b, c, d, a)},
		"moved a>a+1":                   {texts(a, b, c, d, "e e"), texts(c, d, "e e", a, b)},
		"moved a>a*":                    {texts(a, b, c, d), texts(b, c, d, a+" igen")},
		"changed b>b*, added>e":         {texts(a, b, d), texts(a, "b om noget helt andet end dét", "e e e", d)},
		"removed a, removed b, added>c": {texts(a, b), texts(c)},
	} {
		if got := told(Texts(pair[0], pair[1])); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestTextsAreWhole tells of every passage that one report has and the other has
// not, just once, whatever was done to it.
func TestTextsAreWhole(t *testing.T) {
	rep, problems := source.Load(edition2024.Files())
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	all := Passages(rep)
	if len(all) < 300 {
		t.Fatalf("there are %d passages", len(all))
	}
	rnd := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		b := slices.Clone(all)
		for range 1 + rnd.IntN(6) {
			i, k := rnd.IntN(len(b)), rnd.IntN(len(b))
			switch rnd.IntN(4) {
			case 0:
				b = slices.Delete(b, i, i+1)
			case 1:
				b = slices.Insert(b, i, Passage{Kind: Paragraph, Text: fmt.Sprintf("nyt %d her", rnd.IntN(1e6))})
			case 2:
				b[i].Text += " og mere"
			case 3:
				p := b[i]
				b = slices.Insert(slices.Delete(b, i, i+1), min(k, len(b)-1), p)
			}
		}
		count := map[string]int{}
		for _, p := range all {
			count[p.Text]--
		}
		for _, p := range b {
			count[p.Text]++
		}
		for _, d := range Texts(all, b) {
			if d.A != nil && (d.B == nil || d.A.Text != d.B.Text) {
				count[d.A.Text]++
			}
			if d.B != nil && (d.A == nil || d.A.Text != d.B.Text) {
				count[d.B.Text]--
			}
		}
		for text, n := range count {
			if n != 0 {
				t.Fatalf("%q is told of %d times too few", text, n)
			}
		}
	}
	if got := Texts(all, all); len(got) > 0 {
		t.Error(told(got))
	}
}

func TestPages(t *testing.T) {
	a := []string{"forside", "a b c d", "e f g h", "i j k l", "m n o p"}
	for want, b := range map[string][]string{
		"[{0 0} {1 1} {2 2} {3 3} {4 4}]":         a,
		"[{0 0} {1 1} {-1 2} {2 3} {3 4} {4 5}]":  {"forside", "a b c d", "ny side her", "e f g h", "i j k l", "m n o p"},
		"[{0 0} {1 1} {2 -1} {3 2} {4 3}]":        {"forside", "a b c d", "i j k l", "m n o p"},
		"[{0 0} {1 1} {2 2} {3 3} {4 4}] changed": {"forside", "a b x d", "e f g h", "i j k l", "m n o p"},
		"[{0 0} {2 1} {3 2} {4 3} {1 4}]":         {"forside", "e f g h", "i j k l", "m n o p", "a b c d"},
	} {
		if got := fmt.Sprint(Pages(a, b)); got != strings.TrimSuffix(want, " changed") {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestRecords changes accounts and people, and is told of just that.
func TestRecords(t *testing.T) {
	load := func() (out *struct {
		accounts, people []Record
	}) {
		a, _ := source.Load(edition2024.Files())
		b, _ := source.Load(edition2024.Files())
		line := &b.Accounts.Statements[0].Lines[0]
		line.Label, line.Cells[0].Amount = "Andet", line.Cells[0].Amount+100
		s := b.Accounts.Statements[1]
		s.Lines = s.Lines[:len(s.Lines)-1]
		b.People[1].Municipality = "Aarhus"
		b.Groups[0].Members = b.Groups[0].Members[1:]
		b.Groups[0].Members[0].Role = "Formand"
		return &struct{ accounts, people []Record }{Accounts(&a.Accounts, &b.Accounts), People(a, b)}
	}
	got := load()
	short := func(list []Record) (out string) {
		for _, r := range list {
			out += fmt.Sprintf("%s %s %s %s>%s\n", r.How, r.What, r.Of, r.Old, r.New)
		}
		return out
	}
	if s := short(got.accounts); !strings.HasPrefix(s, "changed label  Kontingentindtægter>Andet\nchanged amount 2024 251.671.892>251.671.893\nremoved   ") || strings.Count(s, "\n") != 3 {
		t.Errorf("accounts:\n%s", s)
	}
	if s := short(got.people); !strings.HasPrefix(s, "changed municipality  Odense>Aarhus\n") || !strings.Contains(s, "changed seat Peter Rahbæk Juel Næstformand>Formand\n") || !strings.Contains(s, "removed seat Martin Damm Formand>\n") || strings.Count(s, "\n") != 3 {
		t.Errorf("people:\n%s", s)
	}
	a, _ := source.Load(edition2024.Files())
	if r := append(Accounts(&a.Accounts, &a.Accounts), People(a, a)...); len(r) > 0 {
		t.Errorf("a report is not as itself: %v", r)
	}
}
