package preview

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/screen"
)

// finding is what the check or the setting finds, with where it is on the pages.
type finding struct {
	Level  string      `json:"level"` // error, warning or note
	Code   string      `json:"code"`
	At     string      `json:"at"`
	Found  string      `json:"found"`
	What   string      `json:"what"`
	Should string      `json:"should"`
	Mend   string      `json:"mend"`
	Page   int         `json:"page"` // −1: on none
	Boxes  [][4]number `json:"boxes"`
}

// findingsOf places what was found and told on a book's pages.
func findingsOf(b *book, found []check.Finding, told []diag.Diagnostic, texts map[string]string, lang diag.Lang) []finding {
	l := newLocator(b, texts)
	out := []finding{}
	for _, d := range told {
		f := finding{Level: "warning", Code: d.Message.Code, At: d.Pos.String(), What: d.Message.In(lang)}
		l.put(&f, d.Pos, "")
		out = append(out, f)
	}
	for _, c := range found {
		f := finding{Level: levelOf(c.Level), Code: c.Code, At: c.Pos.String(), Found: c.Found, What: c.What.In(lang), Should: c.Should.In(lang)}
		if rule, known := check.Explain(c.Code); known {
			f.Mend = rule.Mend.In(lang)
		}
		l.put(&f, c.Pos, c.Found)
		out = append(out, f)
	}
	return out
}

func levelOf(l check.Level) string {
	switch l {
	case check.Error:
		return "error"
	case check.Warning:
		return "warning"
	}
	return "note"
}

// locator finds places of files on the pages.
type locator struct {
	book   *book
	texts  map[string]string
	blocks map[string][]diag.Pos // by file, in order
}

func newLocator(b *book, texts map[string]string) *locator {
	l := &locator{book: b, texts: texts, blocks: map[string][]diag.Pos{}}
	known := map[diag.Pos]bool{}
	for _, pos := range b.proof.Places {
		if !known[pos] {
			known[pos] = true
			l.blocks[pos.File] = append(l.blocks[pos.File], pos)
		}
	}
	for _, list := range l.blocks {
		slices.SortFunc(list, before)
	}
	return l
}

func before(a, b diag.Pos) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// put places a finding: at its words in the block they were written in, at the
// block where it has none; what was written in no block, such as a name of the
// roster, at the first place it stands.
func (l *locator) put(f *finding, pos diag.Pos, words string) {
	f.Page, f.Boxes = -1, [][4]number{}
	if hit, ok := l.find(pos, words); ok {
		f.Page = hit.Page
		for _, r := range hit.Boxes {
			f.Boxes = append(f.Boxes, rectOf(r))
		}
	}
}

func (l *locator) find(pos diag.Pos, words string) (screen.Hit, bool) {
	list := l.blocks[pos.File]
	n, exact := slices.BinarySearchFunc(list, pos, before)
	if exact {
		n++
	}
	if n > 0 {
		block := list[n-1]
		return l.book.index().FindAt(block, words, l.rank(block, pos, words))
	}
	if hits := l.book.index().Find(words, 1); len(hits) > 0 {
		return hits[0], true
	}
	return screen.Hit{}, false
}

// rank is how often the words stand in the file from the block up to the place.
func (l *locator) rank(block, pos diag.Pos, words string) int {
	text := l.texts[pos.File]
	from, to := offset(text, block), offset(text, pos)
	if words == "" || from >= to {
		return 0
	}
	return strings.Count(text[from:to], words)
}

// offset is where a place is in a text, in bytes.
func offset(text string, pos diag.Pos) int {
	at := 0
	for range pos.Line - 1 {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		at += n + 1
	}
	column := pos.Column
	for i, c := range text[at:] {
		if column <= 1 || c == '\n' {
			return at + i
		}
		column--
	}
	return len(text)
}

// hit is a place of a search.
type hit struct {
	Page   int         `json:"page"`
	Boxes  [][4]number `json:"boxes"`
	Before string      `json:"before"`
	Text   string      `json:"text"`
	After  string      `json:"after"`
}

// mostHits is how many places of a search are told.
const mostHits = 500

// search finds a text in a book.
func (b *book) search(text string) []hit {
	out := []hit{}
	for _, h := range b.index().Find(text, mostHits) {
		k := hit{Page: h.Page, Boxes: [][4]number{}, Before: h.Text[:h.From], Text: h.Text[h.From:h.To], After: h.Text[h.To:]}
		for _, r := range h.Boxes {
			k.Boxes = append(k.Boxes, rectOf(r))
		}
		out = append(out, k)
	}
	return out
}
