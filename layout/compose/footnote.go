package compose

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/para"
	"github.com/kl-print/kl-print/layout/style"
)

// Measures of footnotes.
const (
	noteIndent    = 13 * geom.Pt // their numbers hang before the text
	noteNumberGap = 4 * geom.Pt  // at least, from the number to the text
	noteRule      = geom.Pt / 2
	noteRuleWidth = 60 * geom.Pt
)

// noteStyle is how footnotes are set: smaller than remarks to the reader, which
// are 9.5 on 13 where these are 8.5 on 11, and as dark as the text.
func (c *composer) noteStyle() style.Text {
	st := c.ty.Note
	st.Size, st.Leading = st.Size.Scale(17, 19), st.Leading.Scale(11, 13)
	st.Color, st.Align = c.th.Ink, c.ty.Body.Align
	return st
}

// NoteRoom is the space between a page's text and its footnotes.
func (k *Kit) NoteRoom() geom.Length { return k.Theme.Grid }

// NoteRule draws the rule above a page's footnotes, which begin at the ink's
// origin.
func (k *Kit) NoteRule(ink *galley.Ink) {
	rule(ink, 0, -k.NoteRoom()/2, noteRuleWidth, noteRule, k.Theme.Ink)
}

// noteMark draws the mark of a footnote, which leads to it, and composes the
// note. They are numbered as they come in the chapter.
func (c *composer) noteMark(ink *galley.Ink, elem *page.Elem, s para.Segment, note content.Footnote, st style.Text) {
	c.notes++
	id := fmt.Sprintf("%s-%d", c.chapter.ID, c.notes)
	n := galley.Note{Dest: page.DestID("note-" + id), Mark: page.DestID("notetegn-" + id)}
	if slices.Contains(c.chapter.Noted, note.Name) {
		id := c.chapter.ID + content.NoteSign + note.Name
		n.Name, n.Numbered, n.Number = c.TargetDest(id), NoteNumberOf(id), c.notes
	}
	reference := child(elem, page.RoleReference)
	reference.Attr.ID = string(n.Mark) // what the note's number leads back to
	link := child(reference, page.RoleLink)
	c.leading(ink, link, s.Items, geom.Point{Y: c.baseline(st)})
	c.jump(ink, link, geom.Rect{X: s.X, W: s.Width, H: st.Leading}, n.Dest, fmt.Sprintf(c.Locale.Words.Footnote, c.notes))
	c.footnote(&n, note)
	ink.Notes = append(ink.Notes, n)
}

// NoteNumberOf is what the number of a footnote is known by among the numbers of
// pages.
func NoteNumberOf(id string) page.DestID { return page.DestID("notenr-" + id) }

// leading draws texts that lead somewhere.
func (c *composer) leading(ink *galley.Ink, link *page.Elem, items []page.Text, at geom.Point) {
	mark := c.Marks.Mark()
	link.Kids = append(link.Kids, page.Mark(mark))
	for _, t := range items {
		t.Origin = t.Origin.Add(at)
		t.Fill = c.opt.Accent
		ink.Real(mark, t)
	}
}

// jump makes an area lead to a place in the document.
func (c *composer) jump(ink *galley.Ink, link *page.Elem, area geom.Rect, to page.DestID, contents string) {
	id := c.Marks.Link()
	ink.Links = append(ink.Links, page.Link{ID: id, Area: []geom.Rect{area}, Dest: to, Contents: contents})
	link.Kids = append(link.Kids, page.LinkRef(id))
}

// footnote composes a note: its number, which leads back to the mark, and its
// text. The baseline of its last line is that of the text's last on a full page.
func (c *composer) footnote(n *galley.Note, note content.Footnote) {
	block := c.pos
	c.pos = note.Pos
	defer func() { c.pos = block }()
	st := c.noteStyle()
	n.Elem = &page.Elem{Role: page.RoleNote, Attr: page.Attr{ID: string(n.Dest)}}
	label := strconv.Itoa(c.notes)
	labelled := st
	labelled.Align = style.Left
	number := c.set(content.Inlines{content.Text(label)}, labelled, c.th.Main())
	indent := max(noteIndent, number.Lines[0].Width+noteNumberGap)
	p := c.set(note.Body, st, c.th.Main()-indent)
	n.Height = p.Height(st)
	if n.Height > c.th.Height()/2 {
		c.Report.Error(note.Pos, noteTooLong())
		n.Height = 0 // it is told once, not again as a block too high
	}
	lift := (c.th.Grid - c.baseline(c.ty.Body)) - (st.Leading - c.baseline(st))
	link := child(child(n.Elem, page.RoleLbl), page.RoleLink)
	c.leading(&n.Ink, link, number.Lines[0].Segments[0].Items, geom.Point{Y: c.baseline(st) - lift})
	c.jump(&n.Ink, link, geom.Rect{Y: -lift, W: indent, H: st.Leading}, n.Mark, c.Locale.Words.Back)
	for i, l := range c.lines(p, n.Elem, st) {
		n.Ink.Add(l, geom.Point{X: indent, Y: geom.Length(i)*st.Leading - lift})
	}
}

// noted has the footnotes of a paragraph's strips read after it, as the next
// children of parent.
func noted(parent *page.Elem, strips []galley.Strip) []galley.Strip {
	for _, s := range strips {
		for _, n := range s.Ink.Notes {
			parent.Kids = append(parent.Kids, n.Elem)
		}
	}
	return strips
}

// noteTooLong says that a footnote is too long for the foot of a page.
func noteTooLong() diag.Message {
	return diag.Message{
		Code:    "note-too-long",
		Danish:  "fodnoten fylder mere end en halv side: skriv noget af den i teksten",
		English: "the footnote takes more than half a page: write some of it in the text",
	}
}
