package source

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/edition2024"
)

// oddEdition is an edition written in every style YAML has for it.
func oddEdition() map[string]string {
	return map[string]string{
		"report.yaml": `title: "Beretning 2024"   # på omslaget
year: 2024   # året
publisher: P
language: da
date: 2024-02-29
subject: 'Året 2024 og 2023'
keywords: [2024, x]
chapters: [a, b]
`,
		"accounts.yaml": `unit: kr.
years:
  - 2024
  - 2022
  - 2021
statements:
  - id: s
    title: Resultat 2024
    when: pr. 31. december 2024
    note: >
      En note,
      der er lang.
    lines:
      - {id: a, label: A, amounts: [1000, '2.000', 5]}   # efter
      - caption: C
      - id: b
        label: B
        amounts:
          - "-1"     # i år
          - ~
          - 3
`,
		"figures.yaml": `# Tal.
figures:
  x: {value: 5, unit: antal, year: 2023, source: S}
  y:
    value: "6"
    unit: antal   # stk.
    year: 2025    # næste
    source: S
`,
		"chapters/a.yaml": `title: A i 2024
blocks:
  - lead: |
      Tallet er {{ a@2022 | kr }} og {{ x@2023 }}.

      \# Ingen overskrift


  # Om det næste.
  - {text: "Ord, {{ a }}"}
  -
    fact: {figure: "{{ a@2021 | abs }}",
           caption: c}
  - chart: {title: Dele 2024, total: I alt, year: 2022, parts: [{line: a}]}
  - chart:
      title: Dele
      total: I alt
      year: 2024
      caption: Ord.
      parts: [{line: a}]
  - section: Regnskab 2024
  - section: Regnskab
  - section: {title: Mere, headline: Ord}
  - statement: s
  - heading: "H" # slut
  - page-break: true
  - text: Sidst
  # Til sidst.
`,
		"chapters/b.yaml": "title: B\nheadline: |\n  To\n  linjer\nblocks: [{text: a}, {heading: b}, {text: c}]\n",
		"import.yaml":     "columns: {label: B, 2024: C, 2022: D}\nlines:\n  a: {label: A}\n",
		"people.yaml": `people:
  bo-hansen: {name: Bo Hansen, party: X}   # han går
  ib-dam:
    name: "Ib Dam"   # ny
    office: Borgmester
groups:
  raadet:
    name: Rådet
    members: [ib-dam]
`,
	}
}

// wanted is what 2025 of it is.
func wanted() map[string]string {
	files := oddEdition()
	for name, pairs := range map[string][]string{
		"report.yaml": {"Beretning 2024", "Beretning 2025", "year: 2024   # året", "year: 2025   # året\nstale: 2024", "2024-02-29", "2025-02-28", "Året 2024 og", "Året 2025 og", "[2024, x]", "[2025, x]"},
		"accounts.yaml": {"- 2024\n  - 2022\n  - 2021", "- 2025\n  - 2024\n  - 2022", "Resultat 2024", "Resultat 2025", "december 2024", "december 2025", "er lang.\n", "er lang.\n    stale: 2024\n",
			"[1000, '2.000', 5]", `["?", 1000, '2.000']`, "- \"-1\"     # i år\n          - ~\n          - 3", "- \"?\"     # i år\n          - \"-1\"\n          - ~"},
		"figures.yaml": {"year: 2023, source", "year: 2024, stale: 2024, source", "year: 2025    # næste", "year: 2026    # næste\n    stale: 2024"},
		"chapters/a.yaml": {"title: A i 2024", "title: A i 2024\nstale: 2024", "a@2022", "a@2024", "x@2023", "x@2024", "overskrift\n", "overskrift\n    stale: 2024\n", `{{ a }}"}`, `{{ a }}", stale: 2024}`,
			"a@2021", "a@2022", "caption: c}", "caption: c}\n    stale: 2024", "Dele 2024", "Dele 2025", "year: 2022", "year: 2024", "year: 2024", "year: 2025",
			"caption: Ord.\n      parts: [{line: a}]", "caption: Ord.\n      parts: [{line: a}]\n    stale: 2024", "section: Regnskab 2024", "section: Regnskab 2024\n    stale: 2024",
			"headline: Ord}", "headline: Ord}\n    stale: 2024", "\"H\" # slut", "\"H\" # slut\n    stale: 2024", "text: Sidst", "text: Sidst\n    stale: 2024"},
		"chapters/b.yaml": {"linjer\n", "linjer\nstale: 2024\n", "{text: a}", "{text: a, stale: 2024}", "{heading: b}", "{heading: b, stale: 2024}", "{text: c}", "{text: c, stale: 2024}"},
		"people.yaml":     {"{name: Bo Hansen,", "{name: Bo Hansen, stale: 2024,", "# ny\n", "# ny\n    stale: 2024\n", "name: Rådet\n", "name: Rådet\n    stale: 2024\n"},
		"import.yaml":     {"2024: C, 2022: D", "2025: C, 2024: D"},
	} {
		files[name] = strings.NewReplacer(pairs...).Replace(files[name])
	}
	return files
}

func mapFS(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestNextYear(t *testing.T) {
	files, work, problems := NextYear(mapFS(oddEdition()), "")
	if problems.Len() > 0 {
		t.Fatal(problems.Sorted())
	}
	for name, want := range wanted() {
		if got := string(files[name]); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	if len(work.Left) != 22 || work.Of != 22 {
		t.Errorf("%d of %d are left", len(work.Left), work.Of)
	}
	for _, todo := range work.Left {
		line := strings.Split(string(files[todo.Pos.File]), "\n")[todo.Pos.Line-1]
		mark := map[bool]string{true: `"?"`, false: "stale: 2024"}[todo.Kind == content.OpenAmount]
		if runes := []rune(line); !strings.HasPrefix(string(runes[todo.Pos.Column-1:]), mark) {
			t.Errorf("%v is at %q", todo, line)
		}
	}
}

// TestNextYearKeepsLineEnds makes of an edition with \r\n and marks one like it.
func TestNextYearKeepsLineEnds(t *testing.T) {
	windows := func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") }
	odd := oddEdition()
	for name, text := range odd {
		odd[name] = windows(text)
	}
	files, _, problems := NextYear(mapFS(odd), "")
	if problems.Len() > 0 {
		t.Fatal(problems.Sorted())
	}
	for name, want := range wanted() {
		if got := string(files[name]); got != windows(want) {
			t.Errorf("%s is not as it was: %q", name, got)
		}
	}
}

// TestNextYearTwice goes on from a finished 2025.
func TestNextYearTwice(t *testing.T) {
	files, _, _ := NextYear(mapFS(oddEdition()), "")
	done := map[string]string{}
	for name, text := range files {
		done[name] = strings.ReplaceAll(regexp.MustCompile(`\n *stale: 2024(\n|$)|, stale: 2024`).ReplaceAllString(string(text), "$1"), `"?"`, `"7"`)
	}
	if _, problems := Load(mapFS(done)); problems.HasErrors() {
		t.Fatal(problems.Sorted())
	}
	again, work, problems := NextYear(mapFS(done), "")
	if problems.Len() > 0 || len(work.Left) != 22 || !strings.Contains(string(again["accounts.yaml"]), `["?", "7", 1000]`) {
		t.Errorf("%v, %d left\n%s", problems.Sorted(), len(work.Left), again["accounts.yaml"])
	}
}

// TestNextYearRefuses makes nothing of an edition that is not in order or not
// finished, nor of amounts that can't be moved.
func TestNextYearRefuses(t *testing.T) {
	for name, c := range map[string]struct{ file, old, new, code string }{
		"errors":     {"chapters/b.yaml", "title: B", "titel: B", "unknown-key"},
		"unfinished": {"accounts.yaml", "[1000,", `["?",`, "unfinished"},
		"stale":      {"chapters/a.yaml", "text: Sidst", "text: Sidst\n    stale: 2023", "unfinished"},
		"no amount":  {"accounts.yaml", "          - ~\n", "          -\n", "not-moved"},
	} {
		files := oddEdition()
		files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
		made, _, problems := NextYear(mapFS(files), "")
		if made != nil || problems.Len() == 0 || problems.Sorted()[0].Message.Code != c.code {
			t.Errorf("%s: %d files, %v", name, len(made), problems.Sorted())
		}
	}
}

func TestStaleMarks(t *testing.T) {
	files := oddEdition()
	files["chapters/b.yaml"] = "title: B\nblocks:\n  - {text: a, stale: nej}\n  - {text: a, heading: b, stale: 2023}\n  - {stale: 2023}\n"
	_, _, problems := LoadUnfinished(mapFS(files), "")
	var codes []string
	for _, d := range problems.Sorted() {
		codes = append(codes, fmt.Sprintf("%d:%s", d.Pos.Line, d.Message.Code))
	}
	if got := strings.Join(codes, " "); got != "3:bad-number 4:one-block 5:one-block" {
		t.Error(got)
	}
}

func TestCarried(t *testing.T) {
	for name, want := range map[string]bool{".": true, "report.yaml": true, "images/a.jpg": true, "images/b.pdf": true, "beretning.PDF": false, "x.zip": false, "x.tar": false,
		".git": false, ".git/config": false, "images/.DS_Store": false, "fonts": true} {
		if Carried(name) != want {
			t.Errorf("%s is carried: %v", name, !want)
		}
	}
}

// FuzzNextYear makes a year of any chapter: what can be loaded gives an edition
// that can be.
func FuzzNextYear(f *testing.F) {
	odd := oddEdition()
	f.Add(odd["chapters/a.yaml"])
	f.Add(odd["chapters/b.yaml"])
	f.Add("title: A\nblocks:\n- text: |2+\n    x\n\n  # y\n- {? heading : x}\n")
	embedded, err := fs.ReadFile(edition2024.Files(), "chapters/eu.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(embedded))
	f.Fuzz(func(t *testing.T, chapter string) {
		files := oddEdition()
		files["chapters/a.yaml"] = chapter
		rep, _ := Load(mapFS(files))
		if rep == nil {
			return
		}
		_, work, problems := NextYear(mapFS(files), "")
		for _, d := range problems.Sorted() {
			if d.Message.Code != "not-moved" && d.Message.Code != "figure-year" {
				t.Fatalf("%v\n%s", d, chapter)
			}
		}
		if problems.Len() == 0 && len(work.Left) != work.Of {
			t.Fatalf("%d of %d are left of\n%s", len(work.Left), work.Of, chapter)
		}
	})
}
