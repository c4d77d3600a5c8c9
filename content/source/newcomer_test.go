package source

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/diag"
)

// starting is a small whole edition, to have one thing changed in it.
func starting() map[string]string {
	return map[string]string{
		"report.yaml":  "title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters:\n  - by\n  - tal\n",
		"figures.yaml": "figures:\n  kommuner: {value: 98, unit: antal, year: 2024, source: DST}\n",
		"people.yaml":  "people:\n  anna-and: {name: Anna And, office: Borgmester}\ngroups:\n  udvalg:\n    name: Udvalget\n    members:\n      - {person: anna-and, role: Formand}\n",
		"accounts.yaml": "unit: kr\nyears: [2024, 2023]\nstatements:\n  - id: s\n    title: S\n    when: 2024\n    lines:\n      - {id: salg, label: Salg, amounts: [\"10\", \"20\"]}\n      - {id: gaver, label: Gaver, amounts: [\"5\", \"5\"]}\n" +
			"      - {id: ind, label: Ind, amounts: [\"15\", \"25\"], sum: [salg, gaver]}\n      - {id: ud, label: Ud, amounts: [\"-1\", \"-1\"]}\n      - {id: alt, label: Alt, amounts: [\"14\", \"24\"], sum: [ind, ud]}\n",
		"chapters/by.yaml":  "title: By\nblocks:\n  - text: |\n      Der er {{ kommuner }} kommuner.[^1] Se [tallene](#tal).\n\n      [^1]: Det er **alle**.\n  - portraits: udvalg\n",
		"chapters/tal.yaml": "title: Tal\nblocks:\n  - text: |\n      Salget var {{ salg | kr }}\n  - statement: s\n  - table:\n      title: T\n      columns: [{title: A}, {title: B}]\n      rows:\n        - [a, b]\n",
	}
}

// TestAdviceIsRight makes a newcomer's mistake at a time in a whole edition. It is told
// once, at its place, by its code, with what to write; what follows from it is not told.
func TestAdviceIsRight(t *testing.T) {
	for name, c := range map[string]struct {
		file, old, new string
		want           string // place and code
		says           string
	}{
		"nothing":                         {"report.yaml", "title: T", "title: T", "", ""},
		"a sum as arithmetic":             {"accounts.yaml", "sum: [salg, gaver]", "sum: salg + gaver - ud", "accounts.yaml:10:59 wrong-type", "write [salg, gaver, -ud]"},
		"a name for a person":             {"people.yaml", "{name: Anna And, office: Borgmester}", "Anna And", "people.yaml:2:13 wrong-type", "write {name: Anna And}"},
		"people in a list":                {"people.yaml", "people:\n  anna-and: {name", "people:\n  - anna-and: {name", "people.yaml:2:3 wrong-type", "expected keys"},
		"a person's id in letters":        {"people.yaml", "  anna-and:", "  Anna And:", "people.yaml:2:3 bad-id", `did you mean "anna-and"?`},
		"an id for cells":                 {"chapters/tal.yaml", "{title: A}", "A", "chapters/tal.yaml:8:17 wrong-type", "write {title: A}"},
		"a cell with a colon":             {"chapters/tal.yaml", "[a, b]", "[a: i alt, b]", "chapters/tal.yaml:10:12 yaml-colon", `"a: i alt"`},
		"an empty cell":                   {"chapters/tal.yaml", "[a, b]", "[a, , b]", "chapters/tal.yaml:10:15 yaml-braces", `write "" in an empty cell`},
		"accounts that are not there":     {"accounts.yaml", "", "-", "accounts.yaml missing-file", "make accounts.yaml"},
		"figures that are not there":      {"figures.yaml", "", "-", "chapters/by.yaml:4:17 figure-unknown", "make the file"},
		"figures without their key":       {"figures.yaml", "figures:\n  kommuner", "kommuner", "figures.yaml:1:1 missing-key", `write "figures:" on a line of its own`},
		"a figure's name with a hyphen":   {"figures.yaml", "kommuner: {", "en by: {value: 1, unit: antal, year: 2024, source: DST}\n  kommuner: {", "figures.yaml:2:3 bad-id", `did you mean "en_by"?`},
		"a figure with its unit":          {"figures.yaml", "value: 98", "value: ca. 98", "figures.yaml:2:21 bad-figure", `did you mean "98"?`},
		"kroner for kr":                   {"figures.yaml", "unit: antal", "unit: kroner", "figures.yaml:2:31 bad-word", `did you mean "kr"?`},
		"an amount in parentheses":        {"accounts.yaml", `"-1", "-1"`, `"(1)", "-1"`, "accounts.yaml:11:39 bad-amount", `did you mean "-1"?`},
		"an amount with its unit":         {"accounts.yaml", `"-1", "-1"`, `"1 000 kr.", "-1"`, "accounts.yaml:11:39 bad-amount", `did you mean "1.000"?`},
		"an amount with a point":          {"accounts.yaml", `"-1", "-1"`, `"-1.5", "-1"`, "accounts.yaml:11:39 bad-amount", `did you mean "-1,5"?`},
		"null in quotes":                  {"accounts.yaml", `"-1", "-1"`, `"null", "-1"`, "accounts.yaml:11:39 bad-amount", "write null without them"},
		"an address of mail":              {"chapters/by.yaml", "(#tal)", "(post@kl.dk)", "chapters/by.yaml:4:46 bad-url", `did you mean "mailto:post@kl.dk"?`},
		"a dash for nothing":              {"accounts.yaml", `"-1", "-1"`, `"-", "-1"`, "accounts.yaml:11:39 bad-amount", "write null if it is not stated"},
		"amounts in one text":             {"accounts.yaml", `["10", "20"]`, `"10 20"`, "accounts.yaml:8:42 wrong-type", "expected a list"},
		"a sum that another goes into":    {"accounts.yaml", `["15", "25"]`, `["16", "25"]`, "accounts.yaml:10:41 sum-mismatch", "gives 15"},
		"a chapter in capitals":           {"report.yaml", "- tal", "- Tal", "report.yaml:8:5 bad-id", `did you mean "tal"?`},
		"a chapter misspelt":              {"report.yaml", "- tal", "- tall", "report.yaml:8:5 missing-chapter", `did you mean "tal"?`},
		"a year with a dot":               {"report.yaml", "year: 2024", "year: 2.024", "report.yaml:2:7 bad-number", "write 2024"},
		"a date as Danes write it":        {"report.yaml", "date: 2025-02-27", "date: 27/2-2025", "report.yaml:5:7 bad-date", `did you mean "2025-02-27"?`},
		"the language in words":           {"report.yaml", "language: da", "language: dansk", "report.yaml:4:11 bad-word", `did you mean "da"?`},
		"an ampersand":                    {"report.yaml", "publisher: P", "publisher: &Co", "report.yaml:3:1 alias", "quoted if it begins with &"},
		"quotes of two kinds":             {"report.yaml", "title: T", "title: ”T\"", "report.yaml:1:8 smart-quotes", "is printed"},
		"no list of blocks":               {"chapters/by.yaml", "blocks:\n", "", "chapters/by.yaml:2:3 yaml-dash", `write "blocks:" on the line above`},
		"a colon on the line":             {"chapters/by.yaml", "title: By", "title: By: og land", "chapters/by.yaml:1:10 yaml-colon", `title: "By: og land"`},
		"text out of its block":           {"chapters/by.yaml", "      Der er {{ kommuner }} kommuner.[^1] Se [tallene](#tal).\n", "  Der er\n  98\n  kommuner.[^1]\n", "chapters/by.yaml:4:3 yaml-indent", "indent it as far"},
		"a tab in a text":                 {"chapters/by.yaml", "      Der er", "\tDer er", "chapters/by.yaml:4:1 yaml-tab", "use spaces"},
		"a dash that is no hyphen":        {"chapters/by.yaml", "  - portraits", "  – portraits", "chapters/by.yaml:7:3 yaml-dash", "write a hyphen"},
		"an asterisk for the dash":        {"chapters/by.yaml", "  - portraits", "  * portraits", "chapters/by.yaml:7:3 yaml-dash", "write a hyphen"},
		"an equals sign":                  {"chapters/by.yaml", "- portraits: udvalg", "- portraits = udvalg", "chapters/by.yaml:7:5 wrong-type", `write "portraits: udvalg"`},
		"no-break spaces":                 {"chapters/by.yaml", "  - portraits", "\u00a0\u00a0- portraits", "chapters/by.yaml:7:1 no-break-space", "write an ordinary one"},
		"a reference without its quotes":  {"chapters/by.yaml", "  - portraits", "  - heading: {{ kommuner }} i alt\n  - portraits", "chapters/by.yaml:7:14 figure-quotes", `"{{ kommuner }} i alt"`},
		"a reference with a brace":        {"chapters/by.yaml", "{{ kommuner }}", "{ kommuner }", "chapters/by.yaml:4:14 figure-braces", "write {{ kommuner }}"},
		"a reference with one in a title": {"chapters/by.yaml", "title: By", "title: De {kommuner} byer", "chapters/by.yaml:1:11 figure-braces", "write {{ kommuner }}"},
		"a note in another block":         {"chapters/by.yaml", "\n      [^1]", "  - text: |\n      [^1]", "chapters/by.yaml:6:7 note-unused", "a word in line 4"},
		"bold that is not closed":         {"chapters/by.yaml", "**alle**", "**alle", "chapters/by.yaml:6:20 text-markup", "emphasises nothing"},
		"a link turned round":             {"chapters/by.yaml", "[tallene](#tal)", "(tallene)[#tal]", "chapters/by.yaml:4:46 text-markup", "square ones round the words"},
		"dots for a list":                 {"chapters/by.yaml", "Der er", "• Der er", "chapters/by.yaml:4:7 text-markup", `write "- " before each entry`},
		"a Word file":                     {"chapters/by.yaml", "title: By", "PK\x03\x04", "chapters/by.yaml:1:1 not-text", "kl-print import"},
		"an RTF file":                     {"chapters/by.yaml", "title: By", "{\\rtf1\\ansi", "chapters/by.yaml:1:1 not-text", "plain text"},
	} {
		files := fstest.MapFS{}
		for file, text := range starting() {
			if file == c.file && c.new == "-" {
				continue
			}
			if file == c.file {
				if !strings.Contains(text, c.old) {
					t.Fatalf("%s: %q is not in %s", name, c.old, file)
				}
				text = strings.Replace(text, c.old, c.new, 1)
			}
			files[file] = &fstest.MapFile{Data: []byte(text)}
		}
		_, problems := Load(files)
		var got []string
		said, danish := c.says == "", true
		for _, d := range problems.Sorted() {
			got = append(got, d.Pos.String()+" "+d.Message.Code)
			said = said || strings.Contains(d.Message.English, c.says)
			danish = danish && d.Message.Danish != d.Message.English
		}
		if want := slices.DeleteFunc([]string{c.want}, func(s string) bool { return s == "" }); !slices.Equal(got, want) || !said || !danish {
			t.Errorf("%s: got %q, want %q, saying %q: %v", name, got, c.want, c.says, problems.Sorted())
		}
	}
}

// TestAFaultCoversItsValue has a value of several words that is wrong: all of it is
// pointed at.
func TestAFaultCoversItsValue(t *testing.T) {
	_, problems := Load(exampled("blocks", "- signatures: {place: K, date: 27. februar 2025, parties: []}\n"))
	if list := problems.Sorted(); len(list) == 0 || list[0].Length != len("27. februar 2025") || list[0].Severity != diag.Error {
		t.Errorf("got %+v", list)
	}
}

// TestPicturesThatEnd takes the end off pictures: that is told where they are named.
func TestPicturesThatEnd(t *testing.T) {
	whole := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"whole":           {whole, nil},
		"with more":       {whole + strings.Repeat("x", 70_000), nil},
		"without the end": {whole[:len(whole)-12], []string{"image-format"}},
		"empty":           {"", []string{"image-format"}},
	} {
		files := exampled("blocks", "- image: {file: images/a.png, alt: A}\n")
		files["images/a.png"] = &fstest.MapFile{Data: []byte(c.data)}
		_, problems := Load(files)
		var got []string
		for _, d := range problems.Sorted() {
			got = append(got, d.Message.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v", name, problems.Sorted())
		}
	}
}

// TestNothingHidesBehindAnother makes two mistakes in a file: both are told.
func TestNothingHidesBehindAnother(t *testing.T) {
	for name, c := range map[string]struct {
		changes [4]string // what of chapters/by.yaml becomes what, twice
		want    []string
	}{
		"three dashes, and a block in Danish":        {[4]string{"  - portraits", "---\n  - portraits", "portraits:", "portrætter:"}, []string{"7:1 second-document", "8:5 unknown-block"}},
		"a no-break space, and a chapter misspelt":   {[4]string{"  - portraits", "\u00a0 - portraits", "(#tal)", "(#talt)"}, []string{"4:46 unknown-target", "7:1 no-break-space"}},
		"a value that is no YAML, and the same":      {[4]string{"title: By", "title: By: nu", "(#tal)", "(#talt)"}, []string{"1:10 yaml-colon", "4:46 unknown-target"}},
		"no key for the blocks, and one in Danish":   {[4]string{"blocks:\n", "", "portraits:", "portrætter:"}, []string{"2:3 yaml-dash", "6:5 unknown-block"}},
		"a heading that is hidden, and a link to it": {[4]string{"  - portraits", "  - section: Nu: her\n  - portraits", "(#tal)", "(#by.nu-her)"}, []string{"7:16 yaml-colon"}},
	} {
		text := strings.Replace(strings.Replace(starting()["chapters/by.yaml"], c.changes[0], c.changes[1], 1), c.changes[2], c.changes[3], 1)
		files := fstest.MapFS{}
		for file, text := range starting() {
			files[file] = &fstest.MapFile{Data: []byte(text)}
		}
		files["chapters/by.yaml"].Data = []byte(text)
		_, problems := Load(files)
		var got []string
		for _, d := range problems.Sorted() {
			got = append(got, strings.TrimPrefix(d.Pos.String(), "chapters/by.yaml:")+" "+d.Message.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q: %v", name, got, problems.Sorted())
		}
	}
}

// TestAnIDIsToldWhereverItStands has an id that can be none, where a person is defined
// and where they are referred to: both have to be mended, and both are told.
func TestAnIDIsToldWhereverItStands(t *testing.T) {
	files := fstest.MapFS{}
	for file, text := range starting() {
		files[file] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "anna-and", "Anna And"))}
	}
	_, problems := Load(files)
	var got []string
	for _, d := range problems.Sorted() {
		got = append(got, d.Pos.String()+" "+d.Message.Code)
		if !strings.Contains(d.Message.English, `did you mean "anna-and"?`) {
			t.Error(d)
		}
	}
	if want := []string{"people.yaml:2:3 bad-id", "people.yaml:7:18 unknown-person"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestMissingKeysAreExplained reads what a key is for from its description.
func TestMissingKeysAreExplained(t *testing.T) {
	_, problems := Load(exampled("blocks", "- fact: {figure: \"3\"}\n- text: Hej.\n"))
	list := problems.Sorted()
	if len(list) != 1 || !strings.HasSuffix(list[0].Message.English, "expected text – what the figure or the icon says") || !strings.HasSuffix(list[0].Message.Danish, "forventede tekst – hvad tallet eller ikonet siger") {
		t.Errorf("got %v", list)
	}
}
