package source

import (
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

func TestParseLength(t *testing.T) {
	for s, want := range map[string]content.Length{
		"22 mm": 62362, "22mm": 62362, "2.2 cm": 62362, "2,2 cm": 62362, "1 in": 72000, "8.5 in": 612000,
		"12 pt": 12000, "9.5pt": 9500, "0.001 pt": 1, "0": 0, "0 mm": 0, "210 mm": 595276,
	} {
		if got, ok := parseLength(s); !ok || got != want {
			t.Errorf("%q is %d, %v; want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "12", "mm", "-1 mm", "+1 mm", "1.2345 mm", "1. mm", ".5 mm", "1,2,3 mm", "1e3 mm", "1 px", "1 m", "12345678 mm", "1 2 mm", "½ in"} {
		if got, ok := parseLength(s); ok {
			t.Errorf("%q is %d, and should be refused", s, got)
		}
	}
}

func FuzzParseLength(f *testing.F) {
	f.Add("22 mm")
	f.Fuzz(func(t *testing.T, s string) {
		if l, ok := parseLength(s); ok && l < 0 {
			t.Errorf("%q is %d", s, l)
		}
	})
}

// goodTheme says everything a theme can.
const goodTheme = `base: lyng
name: Prøvekommunen
paper: {width: 170 mm, height: 240 mm}
margins: {inner: 25 mm, outer: 1.5 cm, top: 1 in, bottom: 60 pt}
grid: 13 pt
body-size: 9,5 pt
scale: 1.25
lines: ragged
columns: {side: 0, gutter: 5 mm, place: spine}
colours:
  ink: "#111111"
  muted: '#444444'
  rule: "#888888"
  tint: "#EEEEEE"
  cover: "#0b5563"
  accents: ["#0B5563", "#8A2F3C"]
  chart: ["#000000", "#777777", "#CCCCCC"]
faces:
  text: source-sans
  headings: {regular: fonts/a.ttf, bold: fonts/a.ttf}
  display: source-serif
opener: band
cover: {image: images/ok.jpg, focus: {x: 30 %}}
sizes: {lead: 14 pt, fact: 30 pt, headline: 22 pt}
bleed: 3 mm
logo: images/ok.png
logo-alt: Byvåben
`

func TestGoodTheme(t *testing.T) {
	rep, problems := Load(smallEdition(section{themeFile, goodTheme}, section{"fonts/a.ttf", "\x00\x01\x00\x00 and so on"}))
	for _, p := range problems.Sorted() {
		t.Error(p.Text(diag.English))
	}
	if rep == nil {
		t.Fatal("no report")
	}
	th := rep.Theme
	for name, ok := range map[string]bool{
		"base": th.Base == content.LyngTheme, "name": th.Name == "Prøvekommunen",
		"paper":   th.Paper.Value == content.Paper{Width: 481890, Height: 680315},
		"margins": th.Inner.Value == 70866 && th.Outer.Value == 42520 && th.Top.Value == 72000 && th.Bottom.Value == 60000,
		"type":    th.Grid.Value == 13000 && th.BodySize.Value == 9500 && th.Scale.Value == 1250 && th.Alignment.Value == content.Ragged,
		"columns": th.Side.Said && th.Side.Value == 0 && th.Gutter.Value == 14173 && th.SidePlace.Value == content.AtSpine,
		"colours": th.Ink.Value == content.Color{R: 17, G: 17, B: 17} && th.Cover.Value == content.Color{R: 0x0B, G: 0x55, B: 0x63},
		"lists":   len(th.Accents) == 2 && len(th.Chart) == 3 && th.Accents[1].Pos.Column == 24,
		"faces":   th.Text.Value.Embedded == content.SansFamily && th.Headings.Value.Bold.Value == "fonts/a.ttf" && !th.Headings.Value.Italic.Said,
		"looks":   th.Opener.Value == content.BandOpener && !th.CoverStyle.Said,
		"picture": th.CoverImage.Value == content.CoverImage{File: "images/ok.jpg", Focus: content.Focus{X: 300, Y: 500}},
		"sizes":   th.Lead.Value == 14000 && th.Fact.Value == 30000 && th.Headline.Value == 22000 && th.Bleed.Value == 8504,

		"logo":  th.Logo.Value == content.Logo{File: "images/ok.png", Alt: "Byvåben"},
		"place": th.Ink.Pos == diag.Pos{File: themeFile, Line: 11, Column: 8},
	} {
		if !ok {
			t.Errorf("%s: %+v", name, th)
		}
	}
}

func TestPapers(t *testing.T) {
	for name, want := range map[string]content.Paper{
		"A4": {Width: 595276, Height: 841890}, "A5": {Width: 419528, Height: 595276}, "letter": {Width: 612000, Height: 792000},
	} {
		rep, _ := Load(smallEdition(section{themeFile, "paper: " + name + "\n"}))
		if rep == nil || rep.Theme.Paper.Value != want {
			t.Errorf("%s: %+v", name, rep)
		}
	}
}

func TestNoTheme(t *testing.T) {
	rep, _ := Load(smallEdition())
	if rep == nil || rep.Theme.Base != "" || rep.Theme.Pos != (diag.Pos{}) {
		t.Errorf("%+v", rep)
	}
}

// TestThemesThatSayNothing loads editions whose theme is empty, or under a name
// that is not read.
func TestThemesThatSayNothing(t *testing.T) {
	for name, want := range map[string]string{
		"theme.yaml": "", "figures.yaml": "",
		"theme.yml":         "theme.yml: warning: the file is not read; rename it to \"theme.yaml\"",
		"Organisation.yaml": "Organisation.yaml: warning: the file is not read; rename it to \"organisation.yaml\"",
		"figures.yaml.txt":  "figures.yaml.txt: warning: the file is not read; rename it to \"figures.yaml\"",
	} {
		for _, text := range []string{"", "  \n", "# later\n"} {
			rep, problems := Load(smallEdition(section{name, text}))
			var got []string
			for _, d := range problems.Sorted() {
				got = append(got, d.Text(diag.English))
			}
			if rep == nil || strings.Join(got, "\n") != want {
				t.Errorf("%s of %q: %q, want %q", name, text, got, want)
			}
		}
	}
}
