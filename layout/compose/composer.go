// Package compose turns the blocks of a chapter into a galley: text set, boxes
// drawn, the structure tree begun. What it makes does not know what page it
// will be on.
package compose

import (
	"fmt"
	"io/fs"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/icon"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/para"
	"github.com/kl-print/kl-print/layout/style"
)

// Kit is what all chapters of a book are composed with.
type Kit struct {
	Theme    *style.Theme
	Setter   *para.Setter
	Locale   locale.Locale
	Rounding content.Rounding // what is done where a chart's rounded parts don't add up
	Library  *fonts.Library
	Icons    *icon.Set
	Marks    *galley.Marks
	Files    fs.FS
	Book     accounts.Book
	Images   *Images
	Report   *diag.List        // what is wrong with the content, at its place
	Chapters map[string]bool   // the ids of the chapters
	Notes    map[string]string // the ids of notes to the statements, by their number
	// Numbers are the pages places are on, and the numbers of footnotes, as far as is
	// known.
	Numbers map[page.DestID]int
}

// Options are how one chapter is composed.
type Options struct {
	Accent page.Color
	// Inline sets facts in the main column, for a chapter whose side column has
	// no room for them.
	Inline bool
	// InMain are the places of single facts that stand in the main column.
	InMain []diag.Pos
}

// composer composes one chapter.
type composer struct {
	*Kit
	opt     Options
	th      *style.Theme
	ty      *style.Type
	chapter *content.Chapter
	out     galley.Galley
	here    *page.Elem // the structure element blocks go into
	level   int        // of the heading that would come next: 3 in a chapter
	pending []galley.Box
	pos     diag.Pos // of the block being composed
	headed  string   // the section's title, while nothing stands below it yet
	within  string   // the title of the section blocks are in
	notes   int      // footnotes so far
	headers int      // header cells with an id so far

	wideNext bool // the next block takes the whole text area
	joined   bool // no break above the next strip: it follows a heading
	close    bool // no space above the next strip either
	near     bool // the next strip is what a fact in the text is about
	running  bool // running text stands above: an indent shows where the next paragraph begins
	colon    bool // or what a paragraph's colon leads to
	err      error
}

// stripsToBlock is how many strips most blocks make, at the most.
const stripsToBlock = 6

// Chapter composes a chapter. An error is a fault of the program or its fonts;
// faults of the content go to kit.Report.
func Chapter(kit *Kit, ch *content.Chapter, opt Options) (galley.Galley, error) {
	c := &composer{Kit: kit, opt: opt, th: kit.Theme, ty: &kit.Theme.Type, chapter: ch, level: 3}
	c.pos = ch.Pos
	c.here = &page.Elem{Role: page.RoleSect}
	c.out.Root = c.here
	c.out.Source = map[*page.Elem]diag.Pos{}
	c.out.Strips = make([]galley.Strip, 0, stripsToBlock*len(ch.Blocks))
	c.opener()
	for i, b := range ch.Blocks {
		c.pos = b.Where()
		c.wideNext = i+1 < len(ch.Blocks) && wide(ch.Blocks[i+1])
		c.sourced(b)
	}
	c.leftover()
	if c.err != nil {
		return galley.Galley{}, fmt.Errorf("chapter %s: %w", ch.ID, c.err)
	}
	return c.out, nil
}

// sourced composes one block, and keeps what elements came of it.
func (c *composer) sourced(b content.Block) {
	here, before, strips := c.here, len(c.here.Kids), len(c.out.Strips)
	c.block(b)
	if _, section := b.(content.Section); !section && b.Target() != "" && len(c.out.Strips) > strips {
		s := &c.out.Strips[strips]
		s.Dests = append(s.Dests, c.TargetDest(b.Target()))
	}
	if c.here != here { // a section of its own
		c.out.Source[c.here] = c.pos
	}
	for _, k := range here.Kids[before:] {
		if e, ok := k.(*page.Elem); ok {
			c.out.Source[e] = c.pos
		}
	}
}

// block composes one block.
func (c *composer) block(b content.Block) {
	switch b := b.(type) {
	case content.Lead:
		c.lead(b)
	case content.Paragraph:
		c.paragraph(b.Body)
	case content.List:
		c.list(b)
	case content.Section:
		c.section(b)
	case content.Heading:
		c.heading(b.Title)
	case content.Note:
		c.note(b)
	case content.Box:
		c.box(b)
	case content.Fact:
		c.fact(b)
	case content.Quote:
		c.quote(b)
	case content.Links:
		c.links(b)
	case content.Image:
		c.image(b)
	case content.Media:
		c.media(b)
	case content.Letter:
		c.letter(b)
	case content.Portraits:
		c.portraits(b)
	case content.Organisation:
		c.organisation(b)
	case content.Roster:
		c.roster(b)
	case content.Statement:
		c.statement(b)
	case content.Chart:
		c.chart(b)
	case content.Table:
		c.table(b)
	case content.Signatures:
		c.signatures(b)
	case content.Auditor:
		c.auditor(b)
	case content.PageBreak:
		c.pageBreak()
	default:
		c.fail(fmt.Errorf("block %T has no setting", b))
	}
}

// wide reports whether a block takes the whole text area.
func wide(b content.Block) bool {
	switch b := b.(type) {
	case content.Image:
		return b.Wide
	case content.Organisation:
		return !chain(b.Root)
	case content.Portraits, content.Roster, content.Statement, content.Chart:
		return true
	}
	return false
}

// fail keeps the first error.
func (c *composer) fail(err error) {
	if c.err == nil && err != nil {
		c.err = err
	}
}

// add appends a strip to the galley. Facts waiting for a place stand beside it;
// where it is wide they get a strip of their own above it.
func (c *composer) add(s galley.Strip) {
	if c.joined {
		s.Break = paginate.Forbid
		c.joined = false
	}
	if c.near && s.Break >= 0 {
		s.Break = max(s.Break, afterFact)
	}
	if c.colon && s.Break >= 0 {
		s.Break = max(s.Break, afterColon)
	}
	c.near, c.colon, c.running = false, false, false
	if c.close && !s.Wide {
		s.Above = 0
	}
	c.close = false
	if len(c.pending) > 0 && s.Wide {
		c.leftover()
	}
	if len(c.pending) > 0 {
		s.Side = append(s.Side, c.pending...)
		c.pending = nil
	}
	s.Pos = c.pos
	c.headed = ""
	c.out.Strips = append(c.out.Strips, s)
}

// addFigure appends a figure, which may move to another page unless it is to
// stay here. Then none moves past it: they keep their order.
func (c *composer) addFigure(s galley.Strip, here bool) {
	s.Float, s.Barrier, s.Below = !here, here, c.th.Grid
	running := c.running && !here
	c.add(s)
	c.running = running
}

// join keeps the next strip on the page of the one before it.
func (c *composer) join() { c.joined = true }

// tight sets the next strip without space above it.
func (c *composer) tight() { c.close = true }

// leftover places facts that nothing follows: beside the last strip that is not
// wide, else in a strip of their own.
func (c *composer) leftover() {
	if len(c.pending) == 0 {
		return
	}
	boxes := c.pending
	c.pending = nil
	if n := len(c.out.Strips); n > 0 && !c.out.Strips[n-1].Wide {
		c.out.Strips[n-1].Side = append(c.out.Strips[n-1].Side, boxes...)
		return
	}
	var height geom.Length
	for _, b := range boxes {
		height = max(height, b.Height)
	}
	c.out.Strips = append(c.out.Strips, galley.Strip{Height: c.th.Snap(height), Above: c.th.Grid, Side: boxes})
}

// pageBreak begins a new page.
func (c *composer) pageBreak() {
	c.leftover()
	c.out.Strips = append(c.out.Strips, galley.Strip{Break: paginate.Force})
	c.join()
}

// push makes a new element inside the present one and returns it.
func (c *composer) push(role page.Role) *page.Elem {
	e := &page.Elem{Role: role}
	c.here.Kids = append(c.here.Kids, e)
	return e
}

// child makes a new element inside parent.
func child(parent *page.Elem, role page.Role) *page.Elem {
	e := &page.Elem{Role: role}
	parent.Kids = append(parent.Kids, e)
	return e
}
