package manuscript

import (
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
)

// read reads a manuscript and loads the edition that it gives.
func read(t *testing.T, name string, data []byte) (*Manuscript, *content.Report) {
	t.Helper()
	m := Read(Source{Name: name, Data: data, Year: 2024})
	rep, problems := load(m)
	for _, d := range problems.Sorted() {
		if d.Severity == diag.Error {
			t.Errorf("%s\n%s", d.Text(diag.English), excerpt(m, d.Pos))
		}
	}
	if rep == nil {
		t.FailNow()
	}
	return m, rep
}

// load loads a manuscript's files as an edition.
func load(m *Manuscript) (*content.Report, *diag.List) {
	files := fstest.MapFS{}
	for name, data := range m.Files() {
		files[name] = &fstest.MapFile{Data: data}
	}
	rep, _, problems := source.LoadUnfinished(files, "")
	return rep, problems
}

// excerpt is the lines about a place.
func excerpt(m *Manuscript, at diag.Pos) string {
	lines := strings.Split(string(m.Files()[at.File]), "\n")
	return strings.Join(lines[max(0, min(at.Line-3, len(lines))):min(len(lines), at.Line+2)], "\n")
}

// inWords parts a text into words, as they are compared: in lower case, with
// ligatures and raised digits as their letters.
func inWords(s string) []string {
	s = strings.NewReplacer("\u00ad", "", "\u200c", "", "\u200d", "").Replace(norm.NFKC.String(s))
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !isWordRune(c) })
}

// What a manuscript's words are not: tags, addresses, marks of lists.
var (
	testMark = regexp.MustCompile(`</?(?:b|strong|i|em|u|sub|sup)>`)
	testTag  = regexp.MustCompile(`</?(?:br|table|tr|td|th)(?:\s[^<>]*)?/?>`)
	testLink = regexp.MustCompile(`\]\([^()\s]*\)`)
	testNote = regexp.MustCompile(`\[\^(?:orm|maal|glemt|\d+)\]`)
)

// sourceWords are the words of a manuscript as another reads them who knows
// little of Markdown. The lines that were left out are blank.
func sourceWords(data []byte, left []Left) []string {
	lines := splitLines(decode(data))
	for _, l := range left {
		if (l.Kind == LeftContents || l.Kind == LeftPageNumber || l.Kind == LeftRunningHead || l.Kind == LeftMeta || l.Kind == LeftAddress && l.Text[0] == '[') && l.Line > 0 {
			lines[l.Line-1].s = ""
		}
	}
	var all strings.Builder
	for _, l := range lines {
		all.WriteString(l.s + "\n")
	}
	s := all.String()
	s = testLink.ReplaceAllString(s, "]")
	s = testTag.ReplaceAllString(testNote.ReplaceAllString(testMark.ReplaceAllString(s, ""), ""), " ")
	return inWords(html.UnescapeString(s))
}

// reportWords are the words of a loaded report in their order.
func reportWords(rep *content.Report) []string {
	var out []string
	add := func(texts ...string) {
		for _, s := range texts {
			out = append(out, inWords(s)...)
		}
	}
	add(rep.Publisher, rep.Edition, rep.Title, rep.Subtitle)
	for _, c := range rep.Chapters {
		add(c.Title, c.Headline)
		for _, b := range c.Blocks {
			if s, is := b.(content.Statement); is {
				// the head: the years, and the unit below each
				add(s.Statement.Title, s.Statement.When)
				for _, y := range rep.Accounts.Years {
					add(strconv.Itoa(y))
				}
				for range rep.Accounts.Years {
					add(rep.Accounts.Unit.Name)
				}
			}
			blockTexts(b, add)
		}
	}
	return out
}

// blockTexts tells the texts of a block.
func blockTexts(b content.Block, add func(...string)) {
	kids := func(list []content.Block) {
		for _, k := range list {
			blockTexts(k, add)
		}
	}
	switch b := b.(type) {
	case content.Lead:
		inlineTexts(b.Body, add)
	case content.Paragraph:
		inlineTexts(b.Body, add)
	case content.List:
		listTexts(&b, add)
	case content.Section:
		add(b.Title, b.Headline)
	case content.Heading:
		add(b.Title)
	case content.Note:
		kids(b.Body)
	case content.Box:
		add(b.Title)
		kids(b.Body)
	case content.Fact:
		add(b.Figure)
		inlineTexts(b.Caption, add)
	case content.Quote:
		inlineTexts(b.Body, add)
		add(b.By)
	case content.Links:
		for _, l := range b.Items {
			add(l.Text)
		}
	case content.Image:
		inlineTexts(b.Caption, add)
	case content.Roster:
		for _, g := range b.Groups {
			add(g.Name)
			for _, m := range g.Members {
				add(m.Role, m.Person.Office, m.Person.Name, m.Person.Party, m.Person.Municipality)
			}
		}
	case content.Statement:
		for _, l := range b.Statement.Lines {
			add(l.Label, l.Note)
			for _, c := range l.Cells {
				if !c.Absent {
					add(c.Amount.String())
				}
			}
		}
	case content.Table:
		add(b.Title)
		for _, c := range b.Columns {
			add(c.Title)
		}
		for _, r := range b.Rows {
			for _, c := range r {
				inlineTexts(c, add)
			}
		}
	}
}

// listTexts tells the texts of a list.
func listTexts(l *content.List, add func(...string)) {
	for n, i := range l.Items {
		if l.Ordered {
			add(strconv.Itoa(l.Start + n))
		}
		inlineTexts(i.Body, add)
		if i.Sub != nil {
			listTexts(i.Sub, add)
		}
	}
}

// inlineTexts tells a text, and its footnotes after it.
func inlineTexts(in content.Inlines, add func(...string)) {
	add(in.Plain())
	var notes func(in content.Inlines)
	notes = func(in content.Inlines) {
		for _, i := range in {
			switch i := i.(type) {
			case content.Footnote:
				add(i.Body.Plain())
			case content.Emph:
				notes(i.Body)
			case content.Strong:
				notes(i.Body)
			}
		}
	}
	notes(in)
}

// lacking are the words of the source that are not in the report where they are
// in the source. A word of the source that a hyphen breaks at a line's end is
// found whole.
func lacking(source, report []string) []string {
	var lost []string
	at := 0
	for i := 0; i < len(source); i++ {
		k := seek(report, at, source[i])
		if k < 0 && i+1 < len(source) {
			if whole := seek(report, at, source[i]+source[i+1]); whole >= 0 {
				k = whole
				i++
			}
		}
		if k < 0 {
			lost = append(lost, source[i])
			continue
		}
		at = k + 1
	}
	return lost
}

// seek finds a word near a place.
func seek(words []string, from int, word string) int {
	const near = 60
	for k := from; k < min(len(words), from+near); k++ {
		if words[k] == word {
			return k
		}
	}
	return -1
}

// typeName is the name of a block's type.
func typeName(b content.Block) string { return fmt.Sprintf("%T", b) }
