package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

const boundChapter = `title: "Salg {{ salg }}"
blocks:
  - lead: >
      Et salg på
      {{ salg - salg.forrige | kr }} mere, *i alt {{ salg | tkr:1 }}.* Slut for {{ antal(bestyrelse) }}.
  - heading: "{{ løn | abs }}. Og \\{{ salg }}"
  - fact: {figure: "{{ kommuner }}", caption: "kommuner [i {{ kommuner }}](https://www.kl.dk)"}
  - table:
      columns: [{title: "{{ vækst | tal:1 }}"}]
      rows: [["{{ vækst | tal:1 }}"], ["\\{{ x }}"]]
`

const someFacts = `figures:
  kommuner: {value: 98, unit: antal, year: 2024, source: Loven}
  vækst: {value: "3,7", unit: pct, year: 2026, source: Beretningen}
`

func bound(t *testing.T) *content.Report {
	t.Helper()
	rep, problems := Load(smallEdition(section{"chapters/a.yaml", boundChapter}, section{figuresFile, someFacts}))
	for _, p := range problems.Sorted() {
		t.Error(p.Text(diag.English))
	}
	if rep == nil {
		t.FailNow()
	}
	return rep
}

// ordinary writes no-break spaces as spaces.
func ordinary(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestReferences(t *testing.T) {
	c := bound(t).Chapters[0]
	table := c.Blocks[3].(content.Table)
	for want, got := range map[string]string{
		"Salg 100 kr.": c.Title,
		"Et salg på 10 kr. mere, i alt 0,1 t.kr. Slut for 2.": c.Blocks[0].(content.Lead).Body.Plain(),
		"60 kr. Og {{ salg }}":                                c.Blocks[1].(content.Heading).Title,
		"98":                                                  c.Blocks[2].(content.Fact).Figure,
		"kommuner i 98":                                       c.Blocks[2].(content.Fact).Caption.Plain(),
		"3,7":                                                 table.Rows[0][0].Plain(),
		"{{ x }}":                                             table.Rows[1][0].Plain(),
	} {
		if ordinary(got) != want {
			t.Errorf("got %q, want %q", ordinary(got), want)
		}
	}
	f, is := c.Blocks[0].(content.Lead).Body[1].(content.Figure)
	if !is || f.Expr != "salg - salg.forrige | kr" || f.Value.Rat().RatString() != "10" {
		t.Errorf("the lead has %#v", c.Blocks[0])
	}
}

func TestBindingsAreKept(t *testing.T) {
	var got []string
	for _, b := range bound(t).Bound {
		got = append(got, ordinary(fmt.Sprintf("%v %s '%s' %s", b.Pos, b.Field, b.Text, b.Expr)))
	}
	want := `chapters/a.yaml:1:14 title '100 kr.' salg
chapters/a.yaml:5:7 lead '10 kr.' salg - salg.forrige | kr
chapters/a.yaml:5:51 lead '0,1 t.kr.' salg | tkr:1
chapters/a.yaml:5:81 lead '2' antal(bestyrelse)
chapters/a.yaml:6:15 heading '60 kr.' løn | abs
chapters/a.yaml:7:21 figure '98' kommuner
chapters/a.yaml:7:60 caption '98' kommuner
chapters/a.yaml:9:26 title '3,7' vækst | tal:1
chapters/a.yaml:10:16 rows '3,7' vækst | tal:1`
	compare(t, strings.Join(got, "\n"), want)
}

func TestDanishNumber(t *testing.T) {
	for s, want := range map[string]string{"98": "98", "1.250": "1250", "3,7": "37/10", "-0,5": "-1/2", "−0,5": "-1/2", "0,000001": "1/1000000",
		"": "", "3.7": "", "1,": "", "1,2,3": "", "x": "", "1,1234567": "", "1e9": ""} {
		got := ""
		if n, ok := danishNumber(s); ok {
			got = n.RatString()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// FuzzReferences reads a chapter with any text within braces.
func FuzzReferences(f *testing.F) {
	for _, s := range []string{"salg | kr", "salg -- 1", "}} {{", "`", "*a*", "\\", "[x](y)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		quote := strings.NewReplacer("'", "''", "\n", " ", "\r", " ").Replace(s)
		checkAny(t, section{"chapters/a.yaml", "title: 'A {{ " + quote + " }}'\nblocks:\n  - text: 'B {{ " + quote + " }}'\n"})
	})
}

// TestUnitsOfTheAccounts reads a book in thousands: what refers to it, and what
// charts draw, is the money that it is.
func TestUnitsOfTheAccounts(t *testing.T) {
	rep, problems := Load(smallEdition(
		section{AccountsFile, "unit: t.kr.\nyears: [2024, 2023]\nstatements:\n  - id: s\n    title: S\n    lines:\n      - {id: kyst, label: Kyst, amounts: [\"-148.930\", \"-96.400,5\"]}\n"},
		section{"chapters/a.yaml", "title: A\nblocks:\n  - text: Kysten kostede {{ kyst | abs | mio }}, før {{ kyst.forrige | abs | kr }}\n  - chart: {title: K, total: I alt, year: 2023, parts: [{line: kyst}]}\n"}))
	for _, p := range problems.Sorted() {
		t.Error(p.Text(diag.English))
	}
	if rep == nil {
		t.FailNow()
	}
	blocks := rep.Chapters[0].Blocks
	text := ordinary(blocks[0].(content.Paragraph).Body.Plain())
	if text != "Kysten kostede 148,9 mio. kr., før 96.400.500 kr." {
		t.Errorf("the text says %s", text)
	}
	if part := blocks[1].(content.Chart).Parts[0]; part.Amount != 96_400_500_00 {
		t.Errorf("the chart draws %v kr.", part.Amount)
	}
}

func TestFiguresAreKept(t *testing.T) {
	var got []string
	for _, f := range bound(t).Figures {
		got = append(got, fmt.Sprintf("%s %s %d", f.Name, f.Value.Rat().RatString(), f.Year))
	}
	if want := "kommuner 98 2024, vækst 37/10 2026"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
