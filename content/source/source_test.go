package source

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

func TestNearest(t *testing.T) {
	words := []string{"title", "text", "image", "by", "a", "loen", "Årsløn"}
	for s, want := range map[string]string{
		"titel": "title", "Title": "title", "txet": "text", "imagee": "image", "bi": "by",
		"løn": "loen", "LØN": "loen", "aarsloen": "Årsløn", "A\u030arsløn": "Årsløn",
		"x": "", "": "", "publisher": "", "fuldstændig": "",
	} {
		r := &reader{guess: guesses}
		if got := r.nearest(s, words); got != want {
			t.Errorf("nearest(%q) = %q, want %q", s, got, want)
		}
	}
	tired := &reader{}
	if got := tired.nearest("titel", words); got != "" {
		t.Errorf("with no guesses left, got %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "acb", 1}, {"ø", "o", 1}, {"kitten", "sitting", 3}, {"abcd", "badc", 2},
	} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Klima og miljø":     "klima-og-miljoe",
		"Børn & unge – 2024": "boern-unge-2024",
		"KL's ÅRSRAPPORT":    "kls-aarsrapport",
		"KL’s":               "kls",
		"  Ærø! ":            "aeroe",
		"Café":               "cafe",
		"???":                "",
	} {
		if got := slug(title); got != want {
			t.Errorf("slug(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestAbsoluteURL(t *testing.T) {
	for s, want := range map[string]string{
		"https://www.kl.dk":            "https://www.kl.dk",
		"http://kl.dk:80/a?b=c#d":      "http://kl.dk:80/a?b=c#d",
		"mailto:kl@kl.dk":              "mailto:kl@kl.dk",
		"https://kl.dk/%C3%B8":         "https://kl.dk/%C3%B8",
		"https://kl.dk/ø/100%25?q=å&b": "https://kl.dk/%C3%B8/100%25?q=%C3%A5&b",
		"HTTPS://kl.dk":                "HTTPS://kl.dk",
		"www.kl.dk":                    "",
		"//kl.dk":                      "",
		"https:/kl.dk":                 "",
		"https://":                     "",
		"https://:80":                  "",
		"https://blåbær.dk":            "",
		"https://kl.dk/a b":            "",
		"https://kl.dk/%zz":            "",
		"mailto:":                      "",
		"mailto:kl":                    "",
		"javascript:alert(1)":          "",
		"file:///etc/passwd":           "",
		"":                             "",
	} {
		got, ok := absoluteURL(s)
		if ok != (want != "") || ok && got != want {
			t.Errorf("absoluteURL(%q) = %q, %v; want %q", s, got, ok, want)
		}
	}
}

func TestSectionIDsAreUnique(t *testing.T) {
	titles := []string{"A", "a", "A 2", "a!", "?", "??"}
	var blocks []content.Block
	for _, title := range titles {
		blocks = append(blocks, content.Section{Title: title})
	}
	nameSections("klima", blocks)
	seen := map[string]bool{}
	for _, b := range blocks {
		id := b.(content.Section).ID
		if seen[id] || !strings.HasPrefix(id, "klima.") {
			t.Errorf("the id %q is bad or taken", id)
		}
		seen[id] = true
	}
}

// passageOf makes a passage of the value at the root of a YAML text.
func passageOf(t *testing.T, src string) *passage {
	t.Helper()
	r := &reader{ed: &edition{text: newMarkdown()}, name: "f", text: []byte(src), starts: lineStarts([]byte(src)), diags: &diag.List{}}
	r.parse()
	if r.root == nil {
		t.Fatalf("%q: %v", src, told(r.diags, diag.English))
	}
	n := r.root.Content[1]
	return r.passage(n, n.Value)
}

// TestPlaces looks up each word of a text, which has to stand in the file where
// it is said to.
func TestPlaces(t *testing.T) {
	for name, src := range map[string]string{
		"plain":       "k: én to tre\n",
		"plain lines": "k: én to\n  tre fire\n\n   fem\n",
		"single":      "k: 'én ''to'' tre\n\n  fire'\n",
		"double":      "k: \"én \\\"to\\\" \\\\ tre\\n fire \\\n   fem\"\n",
		"literal 1":   "k: |\n\n  én\n   to\n\n  tre\n",
		"literal 2":   "k: |2-\n   én\n  to",
		"folded":      "k: >\n  én\n  to\n\n  tre\n    fire\n  fem\n",
		"flow single": "{k: 'én to', l: x}\n",
	} {
		p := passageOf(t, src)
		for _, word := range strings.Fields(string(p.text)) {
			word = strings.Trim(word, `'"\`)
			if word == "" {
				continue
			}
			pos := p.at(strings.Index(string(p.text), word))
			line := strings.Split(src, "\n")[pos.Line-1]
			runes := []rune(line)
			if pos.Column > len(runes) || !strings.HasPrefix(string(runes[pos.Column-1:]), word) {
				t.Errorf("%s: %q is said to be at %v, there is %q", name, word, pos, line)
			}
		}
	}
}

// TestEscapesItCantFollow places what comes after an escape no further on than
// the scalar.
func TestEscapesItCantFollow(t *testing.T) {
	p := passageOf(t, "k: \"a\\u00e6b c\"\n")
	for i := range p.text {
		if pos := p.at(i); pos.Line != 1 || pos.Column < 4 {
			t.Errorf("byte %d is at %v", i, pos)
		}
	}
	if pos := p.at(1000); pos.Line != 1 {
		t.Errorf("past the end is at %v", pos)
	}
}

func TestEntity(t *testing.T) {
	for s, want := range map[string]string{
		"&amp; b": "&", "&lt;": "<", "&semi;": ";", "&#8211;x": "–", "&#x2013;": "–", "&oslash;": "ø",
		"&": "&", "&;": "&", "& ;": "&", "&nosuch;": "&", "&ampx;": "&", "& b;": "&",
	} {
		got, n := entity(s)
		if got != want || n < 1 || n > len(s) {
			t.Errorf("entity(%q) = %q, %d; want %q", s, got, n, want)
		}
	}
}

// TestDates holds dates at the beginning of a line to be text.
func TestDates(t *testing.T) {
	m := newMarkdown()
	for s, isList := range map[string]bool{
		"1. januar 2025":             false,
		"31. december":               false,
		"i året\n1. januar til nu":   false,
		"1. maj og\n2. maj":          false,
		"1. majs":                    true,
		"1. Januar er en kold måned": true,
		"- 1. januar":                true,
		"1. punkt\n2. punkt":         true,
	} {
		doc := m.prose.Parse(text.NewReader([]byte(s)))
		_, got := doc.LastChild().(*ast.List)
		if got != isList {
			t.Errorf("%q: list is %v", s, got)
		}
	}
}

// TestTyrants reads what is far too large or far too deep: it ends soon, with
// an error or without, and does not panic.
func TestTyrants(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	const mega = 1 << 20
	for name, yamlText := range map[string]string{
		"flow nesting":      "blocks: " + strings.Repeat("[", 10*mega),
		"closed nesting":    "blocks: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
		"mapping nesting":   "blocks: " + strings.Repeat("{a: ", 5000) + strings.Repeat("}", 5000),
		"dashes":            "blocks:\n  " + strings.Repeat("- ", 4000) + "x\n",
		"many blocks":       "title: A\nblocks:\n" + strings.Repeat("  - heading: En overskrift\n", 30_000),
		"many faults":       "title: A\nblocks:\n" + strings.Repeat("  - overskrift: En overskrift\n", 20_000),
		"one long text":     "title: A\nblocks:\n  - text: |\n" + strings.Repeat("      ord ord ord ord\n", mega/2),
		"one long line":     "title: A\nblocks:\n  - text: " + strings.Repeat("ord ", 10*mega/4) + "\n",
		"alias bomb":        "a: &a [x,x,x,x,x,x,x,x,x]\n" + bomb(9) + "title: *i\n",
		"quotes":            "title: A\nblocks:\n  - text: |\n      " + strings.Repeat("> ", 5000) + "x\n",
		"brackets":          "title: A\nblocks:\n  - text: \"" + strings.Repeat("[", longest-10) + "\"\n",
		"stars":             "title: A\nblocks:\n  - text: \"" + strings.Repeat("*a **b ", longest/8) + "\"\n",
		"images":            "title: A\nblocks:\n  - text: \"" + strings.Repeat("![a](b", longest/40) + "\"\n",
		"angle brackets":    "title: A\nblocks:\n  - text: \"" + strings.Repeat("<a ", longest/4) + "\"\n",
		"backquotes":        "title: A\nblocks:\n  - text: \"" + backquotes(longest-10) + "\"\n",
		"list nesting":      "title: A\nblocks:\n  - text: \"" + strings.Repeat("- ", 5000) + "x\"\n",
		"long key":          strings.Repeat("k", 10*mega) + ": x\n",
		"broken at the end": "title: A\nblocks:\n" + strings.Repeat("  - heading: x\n", 50_000) + "  - {a: b\n",
	} {
		began := time.Now()
		Load(smallEdition(section{"chapters/a.yaml", yamlText}))
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s took %v", name, took)
		} else {
			t.Logf("%s took %v", name, took.Round(time.Millisecond))
		}
	}
}

// bomb doubles an anchor nine times a line.
func bomb(lines int) string {
	var b strings.Builder
	for i := 1; i < lines; i++ {
		fmt.Fprintf(&b, "%c: &%c [%s]\n", 'a'+i, 'a'+i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", 'a'+i-1), 9), ","))
	}
	return b.String()
}

// backquotes writes runs of backquotes, each longer than the last.
func backquotes(n int) string {
	var b strings.Builder
	for i := 1; b.Len()+i+1 < n; i++ {
		b.WriteString(strings.Repeat("`", i) + "a")
	}
	return b.String()
}

// TestTextIsKept holds Markdown without signs to be the text it is.
func TestTextIsKept(t *testing.T) {
	const line = "KL’s »2024« – 5 % af 1.000 kr.\u00a0er 50\u00adkr., CO₂ 'og' \"sådan\"... -- (c)"
	rep, problems := Load(smallEdition(section{"chapters/a.yaml", "title: A\nblocks:\n  - text: |\n      " + line + "\n"}))
	if rep == nil {
		t.Fatal(told(problems, diag.English))
	}
	if got := rep.Chapters[0].Blocks[0].(content.Paragraph).Body.Plain(); got != line {
		t.Errorf("got %q, want %q", got, line)
	}
}

// seeds are the good edition's files.
func seeds(f *testing.F) map[string]string {
	_, files := archive(f, "testdata/good.txtar")
	m := map[string]string{}
	for _, file := range files {
		m[file.name] = file.text
	}
	return m
}

// FuzzChapter reads any bytes as a chapter: no panic, the same each time, every
// message at a place and on one line, and a report only without errors.
func FuzzChapter(f *testing.F) {
	files := seeds(f)
	f.Add([]byte(files["chapters/a.yaml"]))
	f.Add([]byte("title: A\nblocks:\n  - text: |\n      - a\n        1. b\n"))
	f.Add([]byte("title: 'A'\nblocks: [{text: \"a\\nb\"}, {quote: {text: '''x'''}}]\n"))
	f.Add([]byte("\xff\xfe"))
	f.Fuzz(func(t *testing.T, data []byte) { checkAny(t, section{"chapters/a.yaml", string(data)}) })
}

// FuzzReport does the same for report.yaml.
func FuzzReport(f *testing.F) {
	files := seeds(f)
	f.Add([]byte(files[ReportFile]))
	f.Add([]byte("chapters: [a, ../a, a/b, \"\", ~]\n"))
	f.Fuzz(func(t *testing.T, data []byte) { checkAny(t, section{ReportFile, string(data)}) })
}

// FuzzAccounts does the same for accounts.yaml, and FuzzPeople for people.yaml.
func FuzzAccounts(f *testing.F) {
	f.Add([]byte(seeds(f)[AccountsFile]))
	f.Fuzz(func(t *testing.T, data []byte) { checkAny(t, section{AccountsFile, string(data)}) })
}

func FuzzPeople(f *testing.F) {
	f.Add([]byte(seeds(f)[peopleFile]))
	f.Fuzz(func(t *testing.T, data []byte) { checkAny(t, section{peopleFile, string(data)}) })
}

func checkAny(t *testing.T, file section) {
	rep, problems := Load(smallEdition(file))
	if (rep == nil) != problems.HasErrors() {
		t.Fatal("a report and errors, or neither")
	}
	once := told(problems, diag.English)
	_, again := Load(smallEdition(file))
	if twice := told(again, diag.English); once != twice {
		t.Fatalf("two readings differ:\n%s\n%s", once, twice)
	}
	lines := strings.Count(file.text, "\n") + strings.Count(file.text, "\r") + 1
	for _, p := range problems.Sorted() {
		for _, lang := range []diag.Lang{diag.Danish, diag.English} {
			if text := p.Text(lang); strings.ContainsAny(text, "\n\r") || !utf8.ValidString(text) || p.Message.In(lang) == "" || p.Message.Code == "" {
				t.Fatalf("bad message %q", text)
			}
		}
		if p.Pos.File == file.name && (p.Pos.Line > lines || p.Pos.Line < 0 || p.Pos.Column < 0) {
			t.Fatalf("%v is outside the file", p.Pos)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	var chapter strings.Builder
	chapter.WriteString("title: A\nblocks:\n")
	for range 100 {
		chapter.WriteString("  - heading: Overskrift\n  - text: |\n" + strings.Repeat("      Kommunerne har i året arbejdet med *mange* opgaver og [flere](https://kl.dk) til.\n", 10))
	}
	fsys := smallEdition(section{"chapters/a.yaml", chapter.String()})
	b.SetBytes(int64(chapter.Len()))
	for b.Loop() {
		Load(fsys)
	}
}

// TestUnits draws a unit with what is under it, and tells of a file that is not
// there.
func TestUnits(t *testing.T) {
	chapter := section{"chapters/a.yaml", "title: A\nblocks:\n  - organisation: {title: Alle, root: moede}\n"}
	people := section{"people.yaml", "people:\n  anna: {name: Anna And}\ngroups:\n  udvalg: {name: Udvalget, members: [anna]}\n"}
	units := section{"organisation.yaml", "units:\n  kontor: {name: Kontoret, under: udvalg, note: \"3 ansatte\", head: anna}\n  moede: {name: Mødet}\n  udvalg: {group: udvalg, under: moede}\n"}
	rep, problems := Load(smallEdition(chapter, people, units))
	if rep == nil {
		t.Fatal(told(problems, diag.English))
	}
	root := rep.Chapters[0].Blocks[0].(content.Organisation).Root
	if root.Name != "Mødet" || len(root.Kids) != 1 || root.Kids[0].Name != "Udvalget" || len(root.Kids[0].Kids) != 1 || root.Kids[0].Kids[0].Note != "3 ansatte; Anna And" {
		t.Errorf("%+v", root)
	}
	if _, problems := Load(smallEdition(chapter, people)); !strings.Contains(told(problems, diag.English), "organisation.yaml: error: the file is missing, but the chapters use units of the organisation") {
		t.Error(told(problems, diag.English))
	}
}
