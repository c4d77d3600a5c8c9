package source

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// TestTraps writes a chapter as somebody does who does not know YAML's traps. Each
// is told by its name, at its place, with the way out; nothing is read as
// something else without a word.
func TestTraps(t *testing.T) {
	for name, c := range map[string]struct {
		chapter string
		want    string // place and code
		says    string
	}{
		"a tab":                         {"title: A\nblocks:\n\t- text: Hej.\n", "3:1 yaml-tab", "use spaces"},
		"a tab after a dash":            {"title: A\nblocks:\n  - links:\n      items:\n        -\t{text: a}\n", "5:10 yaml-tab", "write a space"},
		"text without a bar":            {"title: A\nblocks:\n  - text:\n      Vi har bygget.\n      Husk: mød op.\n", "3:5 yaml-bar", `write "text: |"`},
		"a key a space short":           {"title: A\nblocks:\n  - fact:\n      figure: 1\n     caption: x\n      icon: y\n", "5:6 yaml-indent", "in column 6, but those above it in column 7"},
		"a key two spaces short":        {"title: A\nblocks:\n  - fact:\n      figure: 1\n    caption: x\n      icon: y\n", "5:5 yaml-indent", "in column 5, but those above it in column 7"},
		"a key a space too far":         {"title: A\nblocks:\n  - fact:\n      figure: 1\n       caption: x\n      icon: y\n", "5:8 yaml-colon", "indent keys alike"},
		"one too far after a list":      {"title: A\nblocks:\n  - links:\n      title: T\n      items:\n        - text: a\n          url: b\n      note: x\n          more: y\n", "9:11 yaml-colon", "indent keys alike"},
		"a block in Danish":             {"title: A\nblocks:\n  - tekst: Hej.\n", "3:5 unknown-block", `did you mean "text"?`},
		"a key in Danish":               {"title: A\nblocks:\n  - quote: {tekst: Hej, by: F}\n", "3:13 unknown-key", `did you mean "text"?`},
		"ja for true":                   {"title: A\nblocks:\n  - page-break: ja\n", "3:17 bad-flag", `did you mean "true"?`},
		"yes for true":                  {"title: A\nblocks:\n  - page-break: yes\n", "3:17 bad-flag", `did you mean "true"?`},
		"no for false":                  {"title: A\nblocks:\n  - image: {decorative: true, wide: no, file: a.png}\n", "3:37 bad-flag", `did you mean "false"?`},
		"True":                          {"title: A\nblocks:\n  - page-break: True\n", "3:17 bad-flag", `did you mean "true"?`},
		"3,2 in braces":                 {"title: A\nblocks:\n  - fact: {figure: 3,2, caption: x}\n  - text: Hej.\n", "3:22 unknown-key", `figure: "3,2" with straight quotes`},
		"3,2 in brackets":               {"title: A\nblocks:\n  - table: {title: T, columns: [{title: A}, {title: B}], rows: [[en, 3,2]]}\n", "3:70 row-length", `"3,2" in two cells`},
		"a colon":                       {"title: Klima: nu\nblocks: [page-break: true]\n", "1:13 yaml-colon", "quote text that has a colon"},
		"a colon after per cent":        {"title: 100 %: alt\nblocks: [page-break: true]\n", "1:13 yaml-colon", "quote text that has a colon"},
		"no space after the colon":      {"title:A\nblocks: [page-break: true]\n", "1:1 yaml-colon", `write "title: …"`},
		"no colon":                      {"title A\nblocks: [page-break: true]\n", "1:1 yaml-no-colon", "lack a colon"},
		"the same key twice":            {"title: A\ntitle: B\nblocks: [page-break: true]\n", "2:1 duplicate-key", "in line 1 too"},
		"a text ended by its indent":    {"title: A\nblocks:\n  - text: |\n      Første\n\n    anden\n", "6:5 yaml-indent", "the text that begins on line 3"},
		"ended at the margin":           {"title: A\nblocks:\n  - text: |\n      Første\nanden linje\n", "5:1 yaml-indent", "the text that begins on line 3"},
		"a plain text ended":            {"title: A\nblocks:\n  - text: Første\n    anden\n", "4:5 yaml-indent", "the text that begins on line 3"},
		"a block ended by its indent":   {"title: A\nblocks:\n  - box:\n      title: X\n    text: Y\n", "5:5 one-block", `the block "box" ends before "text"`},
		"ended by a line with a colon":  {"title: A\nblocks:\n  - text: |\n      Første\n    anden: linje\n", "5:5 one-block", `the block "text" ends before "anden"`},
		"smart quotes and a colon":      {"title: “Klima: nu”\nblocks: [page-break: true]\n", "1:8 smart-quotes", `'“' is a letter`},
		"smart quotes and a hash":       {"title: ”Klima #1”\nblocks: [page-break: true]\n", "1:8 smart-quotes", "straight quotes"},
		"smart quotes and a comma":      {"title: A\nblocks:\n  - fact: {figure: “3,2”, caption: x}\n  - text: Hej.\n", "3:20 smart-quotes", "straight quotes"},
		"smart quotes in braces":        {"title: A\nblocks:\n  - fact: {figure: \"3\", caption: „hvad?”}\n  - text: Hej.\n", "3:34 smart-quotes", "straight quotes"},
		"smart quotes round a key":      {"“title”: A\nblocks: [page-break: true]\n", "1:1 smart-quotes", "straight quotes"},
		"smart quotes round a word":     {"title: A\nblocks:\n  - fact: {icon: “klima”, caption: x}\n  - text: Hej.\n", "3:18 smart-quotes", "straight quotes"},
		"smart quotes that are printed": {"title: ”Klima”\nblocks: [page-break: true]\n", "1:8 smart-quotes", "is printed"},
		"a byte order mark inside":      {"title: A\n\ufeffblocks: [page-break: true]\n", "2:1 bad-character", "byte order mark"},
		"Latin-1":                       {"title: Bl\xe5\nblocks: [page-break: true]\n", "1:10 not-utf8", "where the character is 'å'"},
		"UTF-16":                        {"\xff\xfet\x00i\x00t\x00l\x00e\x00:\x00 \x00A\x00", "1:1 utf-16", "save it as UTF-8"},
		"UTF-16, the other way":         {"\xfe\xff\x00t\x00i\x00t\x00l\x00e\x00:\x00 \x00A", "1:1 utf-16", "save it as UTF-8"},
		"UTF-16 without a mark":         {"t\x00i\x00t\x00l\x00e\x00:\x00 \x00A\x00", "1:1 utf-16", "save it as UTF-8"},
		"an anchor":                     {"title: &a A\nblocks: [page-break: true]\n", "1:8 alias", "write the value itself"},
		"an alias":                      {"title: *a\nblocks: [page-break: true]\n", "1:8 alias", "write the value itself"},
		"a star for emphasis":           {"title: *Klima* nu\nblocks: [page-break: true]\n", "1:8 yaml-begin", "quote the text"},
		"an at sign":                    {"title: @kl\nblocks: [page-break: true]\n", "1:8 yaml-begin", "put it in quotes"},
		"a hash":                        {"title: Vi er #1\nblocks: [page-break: true]\n", "1:8 lost-comment", "quote the text"},
		"a hash in the midst":           {"title: A\nblocks:\n  - lead: Vi er\n      de bedste #1 i\n      verden\n", "4:17 lost-comment", `before "#1 i"`},
		"a hash in braces":              {"title: A\nblocks:\n  - fact: {figure: 3 #1, caption: x}\n  - text: Hej.\n", "3:22 lost-comment", "put the whole text in quotes"},
		"a Danish date":                 {"title: A\nblocks:\n  - signatures: {place: K, date: 27-02-2025, parties: []}\n", "3:34 bad-date", `did you mean "2025-02-27"?`},
		"a date in words":               {"title: A\nblocks:\n  - signatures: {place: K, date: 27. februar 2025, parties: []}\n", "3:34 bad-date", `did you mean "2025-02-27"?`},
		"a date with a time":            {"title: A\nblocks:\n  - signatures: {place: K, date: 2025-02-27T00:00:00Z, parties: []}\n", "3:34 bad-date", `did you mean "2025-02-27"?`},
		"an apostrophe in single ones":  {"title: 'KL's beretning'\nblocks: [page-break: true]\n", "1:12 yaml-quotes", "text goes on"},
		"a quotation not closed":        {"title: \"A\nblocks: [page-break: true]\n", "1:8 yaml-quotes", "not closed"},
		"a question mark in braces":     {"title: A\nblocks:\n  - fact: {figure: 3, caption: hvad?}\n  - text: Hej.\n", "3:36 yaml-braces", "question mark in quotes"},
		"null":                          {"title: null\nblocks: [page-break: true]\n", "1:1 no-value", "has no value"},
		"text after a bar":              {"title: A\nblocks:\n  - text: | Hej.\n", "3:13 yaml-bar", "begin it on the next line"},
	} {
		_, problems := Load(exampled("chapter", c.chapter))
		var got []string
		said := false
		for _, d := range problems.Sorted() {
			if d.Pos.File != "chapters/a.yaml" {
				continue
			}
			d.Pos.File = ""
			got = append(got, strings.TrimPrefix(d.Pos.String(), ":")+" "+d.Message.Code)
			said = said || strings.Contains(d.Message.English, c.says) && d.Message.Danish != d.Message.English
		}
		if !slices.Contains(got, c.want) || !said {
			t.Errorf("%s: got %q, want %q, saying %q: %v", name, got, c.want, c.says, problems.Sorted())
		}
	}
}

// TestYAMLIsTakenAsWritten reads what YAML makes something else of: it is the
// text that stands there, and nothing is told.
func TestYAMLIsTakenAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"No": "No", "ja": "ja", "on": "on", "1.000": "1.000", "3,20": "3,20", "007": "007", "2025-02-27": "2025-02-27",
		"1e3": "1e3", "0x1F": "0x1F", ".inf": ".inf", "12:30:45": "12:30:45", "010": "010", "1_000": "1_000", "\"3,2\"": "3,2", "'”Klima”'": "”Klima”",
		"Han sagde ”ja”": "Han sagde ”ja”", "C#": "C#", "\tA": "A",
	} {
		for _, end := range []string{"\n", "\r\n", "\r"} {
			for _, mark := range []string{"", "\ufeff"} {
				chapter := mark + strings.ReplaceAll("title: "+text+"\nblocks: [page-break: true]\n", "\n", end)
				rep, problems := Load(exampled("chapter", chapter))
				if rep == nil || problems.Len() > 0 || rep.Chapters[0].Title != want {
					t.Errorf("%q: %v", chapter, problems.Sorted())
				}
			}
		}
	}
}

// TestYearsAreNumbers writes a year as YAML would take for another.
func TestYearsAreNumbers(t *testing.T) {
	for _, year := range []string{"02024", "2.024", "2024.0", "0o3750", "2_024", "2,024", "\"2024\"", "“2024”", "2e3", "+2024"} {
		files := exampled("chapter", "title: A\nblocks: [page-break: true]\n")
		files["report.yaml"] = &fstest.MapFile{Data: []byte("title: T\nyear: " + year + "\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n")}
		rep, problems := Load(files)
		if list := problems.Sorted(); rep != nil || len(list) != 1 || list[0].Pos != (diag.Pos{File: "report.yaml", Line: 2, Column: 7}) {
			t.Errorf("%s: %v", year, list)
		}
	}
}

// TestDanishTextKeepsItsQuotes reads running text with typographic quotation
// marks, at its beginning and its end: it is printed, and nothing is told.
func TestDanishTextKeepsItsQuotes(t *testing.T) {
	rep, problems := Load(exampled("blocks", "- text: ”Vi gør det,” siger formanden.\n- quote: {text: ”Vi gør det.”, by: Formanden}\n- lead: „Nu!“\n"))
	if rep == nil || problems.Len() > 0 {
		t.Fatal(problems.Sorted())
	}
	if p, is := rep.Chapters[0].Blocks[0].(content.Paragraph); !is || p.Body.Plain() != "”Vi gør det,” siger formanden." {
		t.Errorf("got %#v", rep.Chapters[0].Blocks[0])
	}
}

// TestEntriesAtTwoIndents has chapters whose dashes are not below each other, which
// YAML reads as one: that alone is told, at the second.
func TestEntriesAtTwoIndents(t *testing.T) {
	for list, column := range map[string]int{"- a\n  - b\n": 3, "  - a\n    - b\n": 5} {
		files := exampled("chapters/b", "title: B\nblocks: [page-break: true]\n")
		files["report.yaml"] = &fstest.MapFile{Data: []byte("title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters:\n" + list)}
		_, problems := Load(files)
		got := problems.Sorted()
		if len(got) != 1 || got[0].Pos != (diag.Pos{File: "report.yaml", Line: 8, Column: column}) || got[0].Message.Code != "yaml-indent" {
			t.Errorf("%q: %v", list, got)
		}
	}
}

// TestOneCauseIsToldOnce has an edition whose year can't be read, or is not that of
// the accounts: what follows from it is not told at every reference.
func TestOneCauseIsToldOnce(t *testing.T) {
	for report, want := range map[string]string{
		"title: A: 2024\nyear: 2024\n": "report.yaml:1:9 yaml-colon",
		"title: A\nyear: i år\n":       "report.yaml:2:7 bad-number",
		"title: A\nyear: 2042\n":       "accounts.yaml:2:9 years-order",
	} {
		files := exampled("chapter", "title: A\nblocks:\n  - text: \"{{ x | kr }} mod {{ x.forrige | kr }}\"\n")
		files["report.yaml"] = &fstest.MapFile{Data: []byte(report + "publisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n")}
		files["accounts.yaml"] = &fstest.MapFile{Data: []byte("unit: kr\nyears: [2024, 2023]\nstatements:\n  - id: s\n    title: S\n    when: 2024\n    lines:\n      - {id: x, label: X, amounts: [\"1\", \"2\"]}\n")}
		_, problems := Load(files)
		got := problems.Sorted()
		if len(got) != 1 || got[0].Pos.String()+" "+got[0].Message.Code != want {
			t.Errorf("%q: %v, expected %s", report, got, want)
		}
	}
}
