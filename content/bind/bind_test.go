package bind_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/bind"
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

const accounts = `unit: kr.
years: [2024, 2023]
statements:
  - id: r
    title: Resultat
    lines:
      - {id: indtaegter, label: Indtægter, amounts: ["455.512.908", "457.004.804"]}
      - {id: resultat, label: Årets resultat, amounts: ["25.878.559", "28.763.264"]}
      - {id: kapital, label: Egenkapital, amounts: ["799.655.858", "838.604.809"]}
`

// files is an edition with a chapter.
func files(chapter string) fstest.MapFS {
	return fstest.MapFS{
		"report.yaml":     {Data: []byte("title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n")},
		"accounts.yaml":   {Data: []byte(accounts)},
		"figures.yaml":    {Data: []byte("figures:\n  skolehaver: {value: \"1.250\", unit: antal, year: 2024, source: S}\n")},
		"people.yaml":     {Data: []byte("people: {}\n")},
		"chapters/a.yaml": {Data: []byte(chapter)},
	}
}

// TestFigures writes references where they go, quotes what needs it, and leaves what is
// wrong, waived or nobody's as it is.
func TestFigures(t *testing.T) {
	const chapter = "title: A\r\nblocks:\r\n" +
		"  - text: |\r\n      Egenkapitalen er 799,7 mio.\r\n      kr. Den faldt med 38,9 mio. kr., og vi har \"12\" æbler.\r\n" +
		"  - text: Egenkapitalen faldt med 38,9 mio. kr.\r\n" +
		"  - heading: 799,7 mio. kr. i egenkapital\r\n" +
		"  - fact: {figure: 799,7 mio. kr., caption: er egenkapitalen} # her\r\n" +
		"  - fact: {figure: \"1.250\", caption: skolehaver}\r\n" +
		"  - text: Egenkapitalen er 797,9 mio. kr. eller {{ = 799,7 mio. kr. | sådan }}.\r\n"
	const want = "title: A\r\nblocks:\r\n" +
		"  - text: |\r\n      Egenkapitalen er {{ kapital | mio }} Den faldt med {{ kapital@2023 - kapital | mio }}, og vi har \"12\" æbler.\r\n" +
		"  - text: Egenkapitalen faldt med {{ kapital@2023 - kapital | mio }}\r\n" +
		"  - heading: \"{{ kapital | mio }} i egenkapital\"\r\n" +
		"  - fact: {figure: \"{{ kapital | mio }}\", caption: er egenkapitalen} # her\r\n" +
		"  - fact: {figure: \"{{ skolehaver | antal }}\", caption: skolehaver}\r\n" +
		"  - text: Egenkapitalen er 797,9 mio. kr. eller {{ = 799,7 mio. kr. | sådan }}.\r\n"
	in := files(chapter)
	in["chapters/a.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(chapter, "{figure: 799,7 mio. kr.,", "{figure: \"799,7 mio. kr.\",", 1))}
	result, problems := bind.Figures(in, "")
	changed := result.Changed
	for _, p := range problems.Sorted() {
		t.Error(p.Text(diag.English))
	}
	if got := string(changed["chapters/a.yaml"]); len(changed) != 1 || got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if result.Bound != 6 || result.Left != 1 {
		t.Errorf("%d are bound and %d left", result.Bound, result.Left)
	}
	again, _ := bind.Figures(source.Overlay(in, changed), "")
	if len(again.Changed) > 0 {
		t.Errorf("a second time changes %q", again.Changed)
	}
	if result, problems := bind.Figures(files("title: A\nblocks:\n  - text: <b>\n  - tekst: Hej.\n"), ""); len(result.Changed) > 0 || !problems.HasErrors() {
		t.Errorf("of a broken edition is changed %q", result.Changed)
	}
}

// TestTheEditionIsBoundAgain writes all references of the embedded edition out, and binds
// it again: what the accounts give is references, and the text is the same.
func TestTheEditionIsBoundAgain(t *testing.T) {
	all := edition2024.Files()
	rep, _ := source.Load(all)
	texts := map[string]string{}
	for _, ch := range rep.Chapters {
		data, err := fs.ReadFile(all, ch.Pos.File)
		if err != nil {
			t.Fatal(err)
		}
		texts[ch.Pos.File] = string(data)
	}
	out := map[string][]byte{}
	for i := len(rep.Bound) - 1; i >= 0; i-- {
		b := rep.Bound[i]
		if b.Reason != "" {
			continue
		}
		text := texts[b.Pos.File]
		lines := strings.SplitAfter(text, "\n")
		before := strings.Join(lines[:b.Pos.Line-1], "") + string([]rune(lines[b.Pos.Line-1])[:b.Pos.Column-1])
		end := len(before) + strings.Index(text[len(before):], "}}") + len("}}")
		if strings.HasSuffix(b.Text, ".") && strings.HasPrefix(text[end:], ".") {
			end++ // it is not set twice
		}
		texts[b.Pos.File] = before + strings.ReplaceAll(b.Text, "\u00a0", " ") + text[end:]
		out[b.Pos.File] = []byte(texts[b.Pos.File])
	}
	front, err := fs.ReadFile(all, "report.yaml")
	if err != nil {
		t.Fatal(err)
	}
	out["report.yaml"] = []byte(strings.Replace(string(front), "figures: bound\n", "", 1))
	plain := source.Overlay(all, out)
	result, problems := bind.Figures(plain, "")
	changed := result.Changed
	for _, p := range problems.Sorted() {
		t.Error(p.Text(diag.English))
	}
	bound, problems := source.Load(source.Overlay(plain, changed))
	if bound == nil {
		t.Fatal(problems.Sorted())
	}
	if n := len(bound.Bound); n < 30 {
		t.Errorf("only %d figures are references again", n)
	}
	for _, f := range check.Run(check.Edition{Report: bound, Files: map[string]string{}}) {
		if f.Code == "figure-unbound" && f.Should.English != "" {
			t.Errorf("%s %s is left", f.Pos, f.Found)
		}
	}
	for _, b := range bound.Bound {
		if b.Expr == "resultat_foer_skat | kr" {
			t.Errorf("%s: a surplus is the year's result, not that before tax", b.Pos)
		}
	}
}
