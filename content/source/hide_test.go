package source

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
)

// TestAllThatIsNotYAMLIsTold has files with several flaws that do not hang together.
// Each is told at its place, and nothing that follows from it alone: no key is missing
// that was hidden, and no id unknown.
func TestAllThatIsNotYAMLIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		want       []string // place and code
	}{
		"tabs": {"chapters/a.yaml", "title: Klima: nu\nblocks:\n  - text: Et.\n\t- text: To.\n\t  lead: Tre.\n  - heading: \"Ikke lukket\n  - text: Fire.\n",
			[]string{"1:13 yaml-colon", "4:1 yaml-tab", "6:14 yaml-quotes"}},
		"quotes": {"chapters/a.yaml", "title: A\nheadline: \"Vi sagde \"nej\" til det\nblocks:\n  - text: Et.\n  - heading: 'KL's egen'\n  - fact: {figure: 3, caption: hvad?}\n  - text: To.\n",
			[]string{"2:22 yaml-quotes", "5:18 yaml-quotes", "6:36 yaml-braces"}},
		"brackets": {"report.yaml", "title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 27-02-2025\nkeywords: [kommuner, velfærd\nsubject: Beretning: og regnskab\nchapters: [a\n",
			[]string{"5:7 bad-date", "6:11 yaml-braces", "7:19 yaml-colon", "8:11 yaml-braces"}},
		"people": {"people.yaml", "people:\n  anna: {name: Anna, office: Borgmester: nu}\n  bo: {name: Bo, party: V\n  ida: {name: Ida, municipaliti: Køge}\ngroups:\n  bestyrelse:\n    name: \"Bestyrelsen\n    members: [anna, bo, ida]\n",
			[]string{"2:40 yaml-braces", "3:7 yaml-braces", "4:20 unknown-key", "7:11 yaml-quotes"}},
		"accounts": {"accounts.yaml", "unit: kr\nyears: [2024, 2023]\nstatements:\n  - id: s\n    title: Resultat: året\n    when: 2024\n    lines:\n      - {id: x, label: X, amounts: [\"1\", \"2\"}\n      - {id: y, label: Y, amounts: [\"3\", \"4x\"]}\n      - {id: z, label: Z, amounts: [\"9\", \"9\"], sum: [x, y]}\nties:\n  - {name: T, left: z, right: x\n",
			[]string{"5:20 yaml-colon", "8:45 yaml-braces", "9:42 bad-amount", "12:5 yaml-braces"}},
		"figures": {"figures.yaml", "figures:\n  p:\n    value: \"3\n    unit: kr\n    year: 2024\n    source: S\n  q:\n    value \"4\"\n    unit: kr\n    year: 2024\n    source: S\n  u:\n    value: \"4x\"\n    unit: kr\n    year: 2024\n    source: S\n",
			[]string{"3:12 yaml-quotes", "8:5 yaml-no-colon", "13:12 bad-figure"}},
		"indents": {"chapters/a.yaml", "title: A\nblocks:\n  - quote:\n      text: Hej.\n     by: F\n  - text: |\n      Første\n     anden\n  - box:\n      title X\n      text: Y\n  - text: Z\n",
			[]string{"5:6 yaml-indent", "8:6 yaml-indent", "10:7 yaml-no-colon"}},
		"twice": {"chapters/a.yaml", "title: A\ntitle: B\nblocks:\n  - text: @kl\n  - quote: {text: Hej, by: F, by: G}\n",
			[]string{"2:1 duplicate-key", "4:11 yaml-begin", "5:31 duplicate-key"}},
		"smart quotes": {"chapters/a.yaml", "title: “Klima: nu”\nblocks:\n  - fact: {figure: “3,2”, caption: x}\n  - text : Hej\n  - lead:Hej.\n  - text: \"Hej\" sagde hun\n",
			[]string{"1:8 smart-quotes", "3:20 smart-quotes", "5:5 wrong-type", "6:17 yaml-quotes"}},
		"a mark": {"chapters/a.yaml", "title: A\n\ufeffheadline: B: C\nblocks:\n  - tekst: Hej.\n  - text: a\x01b\n",
			[]string{"2:1 bad-character", "2:13 yaml-colon", "4:5 unknown-block", "5:12 bad-character"}},
		"Latin-1": {"chapters/a.yaml", "title: Bl\xe5 og gr\xf8n: nu\nblocks:\n  - tekst: R\xf8d.\n  - heading: 'L\xe6s\n",
			[]string{"1:10 not-utf8", "1:19 yaml-colon", "3:5 unknown-block", "4:14 yaml-quotes"}},
	} {
		files := exampled("chapter", "title: A\nblocks:\n  - text: \"{{ x | kr }} [^f] {{ y | kr }} {{ p | kr }} {{ q | kr }}\\n\\n[^f]: n\"\n  - portraits: bestyrelse\n  - roster: [bestyrelse]\n  - statement: s\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  p: {value: \"1\", unit: kr, year: 2024, source: S}\n  q: {value: \"1\", unit: kr, year: 2024, source: S}\n")}
		files["people.yaml"] = &fstest.MapFile{Data: []byte("people:\n  anna: {name: Anna}\n  bo: {name: Bo}\ngroups:\n  bestyrelse: {name: B, members: [anna]}\n")}
		files["accounts.yaml"] = &fstest.MapFile{Data: []byte("unit: kr\nyears: [2024, 2023]\nstatements:\n  - id: s\n    title: S\n    when: 2024\n    lines:\n      - {id: x, label: X, amounts: [\"1\", \"2\"]}\n      - {id: y, label: Y, amounts: [\"1\", \"2\"]}\n")}
		files[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		_, problems := Load(files)
		var got []string
		for _, d := range problems.Sorted() {
			place := d.Pos
			if place.File == c.file {
				place.File = ""
			}
			got = append(got, strings.TrimPrefix(place.String(), ":")+" "+d.Message.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
			for _, d := range problems.Sorted() {
				t.Log(d.Text(diag.English))
			}
		}
	}
}

// TestWaiversFile has waivers of files that the edition has not: each is told with
// the file that was likely meant.
func TestWaiversFile(t *testing.T) {
	for file, near := range map[string]string{
		"a.yaml": "chapters/a.yaml", "chapters/a.yml": "chapters/a.yaml", `chapters\\a.yaml`: "chapters/a.yaml", "chapter/a.yaml": "chapters/a.yaml",
		"reports.yaml": "report.yaml", "noget/helt/andet.txt": "", "chapters": "",
	} {
		files := exampled("waivers", "waivers:\n  - {code: year, file: \""+file+"\", reason: r}\n")
		waivers, problems := Waivers(files)
		got := problems.Sorted()
		if len(waivers) != 0 || len(got) != 1 || got[0].Message.Code != "waiver-file" || got[0].Pos.Line != 2 || got[0].Pos.Column != 24 {
			t.Errorf("%s: %v, %v", file, waivers, got)
			continue
		}
		if _, hint, _ := strings.Cut(got[0].Message.English, "did you mean "); hint != near && hint != `"`+near+`"?` {
			t.Errorf("%s: %q is suggested, expected %q", file, hint, near)
		}
	}
	if waivers, problems := Waivers(exampled("waivers", "waivers:\n  - {code: year, file: chapters/a.yaml, reason: r}\n")); len(waivers) != 1 || problems.Len() > 0 {
		t.Errorf("a file there is: %v", problems.Sorted())
	}
}

// TestMissingReportIsToldAlone has an edition without its report: what can't be known
// without it is not said to be wrong.
func TestMissingReportIsToldAlone(t *testing.T) {
	files := exampled("chapter", "title: A\nblocks:\n  - text: \"{{ x.forrige | kr }} og {{ side: b }}\"\n  - tekst: x\n")
	files["accounts.yaml"] = &fstest.MapFile{Data: []byte("unit: kr\nyears: [2024, 2023]\nstatements:\n  - id: s\n    title: S\n    when: 2024\n    lines:\n      - {id: x, label: X, amounts: [\"1\", \"2\"]}\n")}
	delete(files, ReportFile)
	_, problems := Load(files)
	if got := problems.Sorted(); len(got) != 1 || got[0].Pos.String() != ReportFile || got[0].Message.Code != CodeMissing {
		t.Errorf("%v", got)
	}
}

// FuzzBroken reads any bytes as each file of an edition: it ends, the places of all
// that is told are in the file, and what is told does not hang on chance.
func FuzzBroken(f *testing.F) {
	for _, name := range []string{"newcomer_yaml", "yaml", "figures_yaml"} {
		_, files := archive(f, "testdata/bad/"+name+".txtar")
		for _, file := range files {
			if strings.HasSuffix(file.name, extension) {
				f.Add([]byte(file.text))
			}
		}
	}
	f.Add([]byte("a: \"b\n\tc: {d\n- e\n\ufefff: g: h\x00\n\xe5: [\n---\ni: *j\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 10_000 {
			return
		}
		lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n"), "\r", "\n"), "\n")
		for _, name := range []string{ReportFile, AccountsFile, peopleFile, unitsFile, figuresFile, "chapters/a.yaml"} {
			files := exampled("chapter", "title: A\nblocks: [page-break: true]\n")
			files[name] = &fstest.MapFile{Data: data}
			_, problems := Load(files)
			_, again := Load(files)
			if !slices.Equal(problems.Sorted(), again.Sorted()) {
				t.Fatalf("%s: told otherwise the second time", name)
			}
			for _, d := range problems.Sorted() {
				if p := d.Pos; p.File == name && p.Line > 0 && (p.Line > len(lines) || p.Column > utf8.RuneCountInString(lines[p.Line-1])+1) {
					t.Fatalf("%v is outside the file: %s", p, d.Message.English)
				}
			}
		}
	})
}
