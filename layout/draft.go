package layout

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/compose"
	"github.com/kl-print/kl-print/layout/conform"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Draft has the pages of a report marked with what is found in it, and with a
// word across each that says what they are.
type Draft struct{ Remarks []Remark }

// Remark is something found at a place of the edition.
type Remark struct {
	At    diag.Pos
	Found string // the words in question; may be empty
	Level Level
	Code  string
	Text  string // what is wrong
}

// Level is how much a remark matters.
type Level uint8

// A Wrong one is an error, a Likely one a warning; a Listed one is only noted.
const (
	Wrong Level = iota
	Likely
	Listed
)

// color tells the levels apart, each dark enough for white type on it.
func (l Level) color() page.Color {
	return []page.Color{{R: 0xB0, G: 0x1E, B: 0x1E}, {R: 0x8A, G: 0x55, B: 0x00}, {R: 0x3D, G: 0x55, B: 0x78}}[min(l, Listed)]
}

// spot is where something of a block has come to stand: a strip, or a box in the
// side column.
type spot struct {
	block  diag.Pos
	page   int // index
	y      geom.Length
	text   string
	joined bool // its last word goes on in the next
}

// spot keeps where a piece of a block stands, if the pages are a draft's.
func (a *assembler) spot(f frame, block diag.Pos, y geom.Length, ink galley.Ink, hyphen bool) {
	if a.draft != nil {
		a.spots = append(a.spots, spot{block, f.number - 1, y, strings.ReplaceAll(textOf(ink), "\u00a0", " "), hyphen})
	}
}

// textOf is the text of ink, each run of content after a space.
func textOf(ink galley.Ink) string {
	var b strings.Builder
	for _, c := range ink.Content {
		for _, it := range c.Items {
			if t, is := it.(page.Text); is && c.Artifact == page.NotArtifact {
				b.WriteString(t.Source)
			}
		}
		b.WriteByte(' ')
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// drafted marks the pages and adds the list of remarks after them.
func (a *assembler) drafted() error {
	if a.draft == nil {
		return nil
	}
	remarks := slices.Clone(a.draft.Remarks)
	for _, f := range conform.Findings(a.doc) {
		text := f.Message.English
		if a.report.Language == "da" {
			text = f.Message.Danish
		}
		remarks = append(remarks, Remark{At: a.place(f.At), Level: Wrong, Code: f.Message.Code, Text: text})
	}
	slices.SortStableFunc(remarks, func(x, y Remark) int {
		return cmp.Or(cmp.Compare(a.order(x.At), a.order(y.At)), cmp.Compare(x.At.File, y.At.File), cmp.Compare(x.At.Line, y.At.Line), cmp.Compare(x.At.Column, y.At.Column))
	})
	list, err := a.markAll(remarks)
	if err != nil {
		return err
	}
	if len(list) > 0 {
		if err := a.findings(list); err != nil {
			return err
		}
	}
	a.doc.Meta.Title = a.kit.Locale.Words.Draft + ": " + a.doc.Meta.Title
	return a.stampAll()
}

// order is the chapter a place is in; what is in other files comes first.
func (a *assembler) order(at diag.Pos) int {
	return 1 + slices.IndexFunc(a.report.Chapters, func(ch content.Chapter) bool { return ch.Pos.File == at.File })
}

// findings puts the list of remarks on pages of its own, after the book's.
func (a *assembler) findings(list []compose.Finding) error {
	g, err := compose.Findings(a.kit, list)
	if err != nil {
		return err
	}
	pages, err := a.paginate(g, isVerso(len(a.doc.Pages)+1))
	if err != nil {
		return err
	}
	return a.section(g, pages, part{accent: a.theme.Accent(0), tab: noTab})
}

// markAll marks each remark at its spot, and returns the list of them.
func (a *assembler) markAll(remarks []Remark) ([]compose.Finding, error) {
	on := make([][]mark, len(a.doc.Pages))
	list := make([]compose.Finding, len(remarks))
	find := newFinder(a)
	for i, r := range remarks {
		n := strconv.Itoa(i + 1)
		head := r.Code
		if at := r.At.String(); at != "" {
			head = at + " · " + r.Code
		}
		list[i] = compose.Finding{Number: i + 1, Head: head, Text: r.Text, Color: r.Level.color(), Dest: page.DestID("fund-" + n)}
		if s := find.spot(r); s != nil {
			on[s.page] = append(on[s.page], mark{numbers: []int{i}, y: s.y, level: r.Level})
		}
	}
	for i, marks := range on {
		if err := a.markPage(i, marks, list); err != nil {
			return nil, err
		}
	}
	return list, nil
}
