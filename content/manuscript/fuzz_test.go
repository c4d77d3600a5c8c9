package manuscript

import (
	"html"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// What the words of any text are not, told by the parsers' own expressions.
var (
	fuzzInline = regexp.MustCompile(`(?i)</?(?:b|strong|i|em|u|s|del|ins|sub|sup|span|a|font|center|small|big|mark|code|pre|kbd|tt|label|input|abbr|cite|q|time|wbr|o:p|w:[a-z]+)(?:\s[^<>]*)?/?>`)
	fuzzNote   = regexp.MustCompile(`\[\^[^\]\s]+\]`)
	fuzzRef    = regexp.MustCompile(`\]\[[^\]]*\]|(?m)^ {0,3}\[[^\]]+\]:`)
	fuzzClass  = regexp.MustCompile(`\{[.#][^{}]*\}|\{[a-z-]+="[^{}]*\}`)
	fuzzEntity = regexp.MustCompile(`&[#\w]{1,32};`)
	fuzzMarks  = regexp.MustCompile("[*_`~\\\\]")
	fuzzInside = regexp.MustCompile(`\]\(#[^()\s]*\)`)
	fuzzDiv    = regexp.MustCompile(`(?m)^\s*(?:>\s*)*:{3,}.*$`)
)

// fuzzWords are the words with a letter in any text. Marks that may stand within
// a word are taken out.
func fuzzWords(s string) []string {
	s = fuzzMarks.ReplaceAllString(s, "")
	var out []string
	for _, w := range inWords(s) {
		if strings.ContainsFunc(w, unicode.IsLetter) {
			out = append(out, w)
		}
	}
	return out
}

// settled reads a manuscript and has chapters that don't load written as text.
func settled(data []byte) (*Manuscript, *content.Report, *diag.List) {
	m := Read(Source{Name: "x.md", Data: data, Year: 2024})
	for range 3 {
		rep, problems := load(m)
		again := false
		for _, d := range problems.Sorted() {
			again = d.Severity == diag.Error && m.Simplify(d.Pos.File) || again
		}
		if !again {
			return m, rep, problems
		}
	}
	rep, problems := load(m)
	return m, rep, problems
}

// FuzzRead reads any bytes: the edition loads, and no word is lost.
func FuzzRead(f *testing.F) {
	if data, err := os.ReadFile("testdata/beretning.md"); err == nil {
		f.Add(data)
	}
	for _, c := range cases() {
		f.Add([]byte(c.text))
	}
	for _, s := range []string{"", "\x00", "# a\n", "a\tb\nc\td\n", "| a |\n|---|\n", "<table>", "[^a]: [^b]\n\n[^b]: [^a]\n\nx[^a]\n", "- - - a\n", ":::\n", "> > > a", "{{ x", "---\ntitle: x\n---\n", "1. a\n1. b\n", "**a*b*c**", "![a](b)", "a-\nb", "klim-\natil-\npas-\nning\n", "klimA-\na KlimA", "\xff\xfea\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4096 {
			return
		}
		m, rep, problems := settled(data)
		for _, d := range problems.Sorted() {
			if d.Severity == diag.Error {
				t.Fatalf("%s\n%s", d.Text(diag.English), excerpt(m, d.Pos))
			}
		}
		if rep == nil {
			t.Fatal("no report")
		}
		if len(m.plain) > 0 {
			t.Errorf("chapters that did not load at once: %v", m.plain)
		}
		text := decode(data)
		text = fuzzInside.ReplaceAllString(fuzzDiv.ReplaceAllString(raiseFigures(text), ""), "]")
		text = fuzzClass.ReplaceAllString(fuzzRef.ReplaceAllString(fuzzNote.ReplaceAllString(text, ""), "] "), "")
		text = htmlAny.ReplaceAllString(fuzzInline.ReplaceAllString(text, ""), " ")
		text = fuzzEntity.ReplaceAllStringFunc(text, html.UnescapeString)
		var has strings.Builder
		for name, file := range m.Files() {
			if strings.HasSuffix(name, ".yaml") {
				has.Write(file)
			}
		}
		has.WriteString(strings.Join(reportWords(rep), " "))
		// the keys of the front matter, and what layout prints above notes
		has.WriteString(" " + strings.Join(slices.Sorted(maps.Keys(metaKeys())), " ") + " note ")
		for _, l := range m.Left() {
			has.WriteString(" " + l.Text + " ")
		}
		if lost := missing(fuzzWords(text), fuzzWords(has.String())); len(lost) > 0 {
			t.Errorf("lost: %q\nof %q\nchapters: %s", lost, text, has.String())
		}
	})
}
