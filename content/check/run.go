package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/figures"
)

// run is a text without markup: a paragraph, a caption, a cell.
type run struct {
	pos     diag.Pos // the block it stands in
	after   *run     // the run before it in the same block; nil: it is the first
	text    string
	bound   []reference // figures written by reference, and waived ones, in order of the text
	chapter int
	section string // the heading it stands under
	fact    bool   // a fact's figure, and its caption after a space
	heading bool
	caption bool      // of a fact
	apart   []string  // names set apart in it: emphasised, titles
	points  []pointer // in order
	place   placing   // in the file
	parts   []sentence
	lower   string // text in lower case, each letter where it was
	marks   mark   // of its sentences
	stated  []span // figures that are what the edition gives of what they are said of
	table   bool   // it is a cell
	lead    bool   // it is what a chapter begins with
	letter  bool   // it is of a letter
	years   []span // that have been told of
	foreign []span // in another language
}

// reference is where a text shows what a reference gives; waived: it is a literal
// that is let stand.
type reference struct {
	span
	waived bool
	expr   string // what stands between its braces
	value  figures.Value
}

// collector gathers the runs of a report, a chapter at a time.
type collector struct {
	chapters []content.Chapter
	out      []*run // of a chapter
	chapter  int
	section  string
	last     *run
	open     []content.Binding            // of the block, that no run has shown yet
	bound    map[string][]content.Binding // by file
}

// newCollector makes ready to gather the runs of a report.
func newCollector(rep *content.Report) *collector {
	k := &collector{chapters: rep.Chapters, bound: map[string][]content.Binding{}}
	for _, b := range rep.Bound {
		k.bound[b.Pos.File] = append(k.bound[b.Pos.File], b)
	}
	return k
}

// chapterRuns returns the runs of a chapter in the order they are read.
func (k *collector) chapterRuns(i int) []*run {
	ch := k.chapters[i]
	k.chapter, k.section, k.last, k.out = i, ch.Title, nil, nil
	begins := diag.Pos{File: ch.Pos.File, Line: 1}
	k.open = bindingsBetween(k.bound[ch.Pos.File], begins, first(ch.Blocks, diag.Pos{}))
	k.add(ch.Pos, ch.Title).title()
	k.add(ch.Pos, ch.Headline).title()
	for n, b := range ch.Blocks {
		k.open = bindingsBetween(k.bound[ch.Pos.File], b.Where(), first(ch.Blocks[n+1:], b.Where()))
		k.blocks(ch.Blocks[n : n+1])
	}
	return k.out
}

// first is where the first block after another begins; nowhere is the end. One
// YAML entry of text gives several blocks, which may have one place.
func first(blocks []content.Block, after diag.Pos) diag.Pos {
	for _, b := range blocks {
		if b.Where() != after {
			return b.Where()
		}
	}
	return diag.Pos{}
}

// bindingsBetween are the bindings in a file from one place up to another; where that is
// nowhere, to the end.
func bindingsBetween(all []content.Binding, from, to diag.Pos) []content.Binding {
	before := func(a, b diag.Pos) bool { return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column }
	var out []content.Binding
	for _, b := range all {
		if b.Pos.File == from.File && !before(b.Pos, from) && (to == (diag.Pos{}) || before(b.Pos, to)) {
			out = append(out, b)
		}
	}
	return out
}

func (r *run) title() {
	if r != nil {
		r.heading = true
	}
}

// add adds a text that stands in the block at a place.
func (k *collector) add(pos diag.Pos, text string) *run {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	r := &run{pos: pos, text: spaced(text), chapter: k.chapter, section: k.section}
	r.bound = k.bindings(r.text)
	if k.last != nil && k.last.pos == pos {
		r.after = k.last
	}
	k.last = r
	k.out = append(k.out, r)
	return r
}

// spaced is a text with plain spaces for those that do not break.
func spaced(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// bindings finds the block's figures by reference that a text shows. A text with
// some has them in the order they were read, as Markdown has.
func (k *collector) bindings(text string) []reference {
	var out []reference
	at := 0
	for i := 0; i < len(k.open); i++ {
		shown := spaced(k.open[i].Text)
		n := strings.Index(text[at:], shown)
		if n < 0 || shown == "" {
			continue
		}
		out = append(out, reference{span{at + n, at + n + len(shown)}, k.open[i].Reason != "", k.open[i].Expr, k.open[i].Value})
		at += n + len(shown)
		k.open = append(k.open[:i:i], k.open[i+1:]...)
		i--
	}
	return out
}

// holds reports whether a figure at a place is what the edition gives.
func (r *run) holds(at span) bool {
	return slices.ContainsFunc(r.stated, func(s span) bool { return s.from <= at.from && at.from < s.to })
}

// placed are the figures by reference of a text where they stand in it: one that is
// written out may be the same, and stand before it.
func (k *collector) placed(found []reference, in content.Inlines) []reference {
	figs := figuresOf(in, 0)
	if len(figs) != len(found) {
		return found
	}
	for i := range found {
		found[i].span = figs[i]
	}
	return found
}

// figuresOf are the places of the figures by reference in a text, from an offset on.
func figuresOf(in content.Inlines, at int) []span {
	var out []span
	for _, i := range in {
		text := plain(content.Inlines{i})
		switch i := i.(type) {
		case content.Figure, content.PageNumber, content.NoteNumber:
			out = append(out, span{at, at + len(spaced(text))})
		case content.Emph:
			out = append(out, figuresOf(i.Body, at)...)
		case content.Strong:
			out = append(out, figuresOf(i.Body, at)...)
		case content.Foreign:
			out = append(out, figuresOf(i.Body, at)...)
		case content.Link:
			out = append(out, figuresOf(i.Body, at)...)
		}
		at += len(spaced(text))
	}
	return out
}

// foreignIn are the places in a text, from an offset on, that are in another language.
func foreignIn(in content.Inlines, at int) []span {
	var out []span
	for _, i := range in {
		to := at + len(spaced(plain(content.Inlines{i})))
		if _, is := i.(content.Foreign); is {
			out = append(out, span{at, to})
		}
		at = to
	}
	return out
}

// isForeign reports whether a place of the text is in another language.
func (r *run) isForeign(at span) bool {
	return slices.ContainsFunc(r.foreign, func(s span) bool { return s.from <= at.from && at.to <= s.to })
}

// isBound reports whether bytes [from, to) of the text are, in part, a figure by
// reference.
func (r *run) isBound(from, to int) bool {
	for _, b := range r.bound {
		if !b.waived && from < b.to && b.from < to {
			return true
		}
	}
	return false
}

// inlines adds a run of text and the notes in it.
func (k *collector) inlines(pos diag.Pos, in content.Inlines) {
	if r := k.add(pos, plain(in)); r != nil {
		r.bound = k.placed(r.bound, in)
		for _, i := range in {
			switch i := i.(type) {
			case content.Emph:
				r.apart = append(r.apart, spaced(plain(i.Body)))
			case content.Foreign:
				if r.foreign == nil {
					r.foreign = foreignIn(in, 0)
				}
			case content.Link, content.PageNumber:
				if r.points == nil {
					r.points = appendPointers(nil, in, 0)
				}
			}
		}
	}
	for _, i := range in {
		if n, is := i.(content.Footnote); is {
			k.add(n.Pos, plain(n.Body))
		}
	}
}

// plain returns the text alone.
func plain(in content.Inlines) string {
	if len(in) == 1 {
		if t, is := in[0].(content.Text); is {
			return string(t)
		}
	}
	var b strings.Builder
	for _, i := range in {
		switch i := i.(type) {
		case content.Text:
			b.WriteString(string(i))
		case content.Figure:
			b.WriteString(i.Text)
		case content.PageNumber, content.NoteNumber:
			b.WriteString(content.UnsetPage)
		case content.Emph:
			b.WriteString(plain(i.Body))
		case content.Strong:
			b.WriteString(plain(i.Body))
		case content.Foreign:
			b.WriteString(plain(i.Body))
		case content.Link:
			b.WriteString(plain(i.Body))
		case content.Break:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// blocks adds the texts of blocks.
func (k *collector) blocks(blocks []content.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case content.Lead:
			first := len(k.out)
			k.inlines(b.Pos, b.Body)
			for _, r := range k.out[first:] {
				r.lead = true
			}
		case content.Paragraph:
			k.inlines(b.Pos, b.Body)
		case content.List:
			k.list(b)
		case content.Section:
			k.section = b.Title
			k.add(b.Pos, b.Title).title()
			k.add(b.Pos, b.Headline).title()
		case content.Heading:
			k.add(b.Pos, b.Title).title()
		case content.Note:
			k.blocks(b.Body)
		case content.Box:
			k.add(b.Pos, b.Title).title()
			k.blocks(b.Body)
		case content.Letter:
			first := len(k.out)
			k.blocks(b.Body)
			for _, r := range k.out[first:] {
				r.letter = true
			}
		default:
			k.small(b)
		}
	}
}

// small adds the texts of blocks that are no running text.
func (k *collector) small(b content.Block) {
	switch b := b.(type) {
	case content.Fact:
		k.add(b.Pos, b.Figure).figure()
		first := len(k.out)
		k.inlines(b.Pos, b.Caption)
		if first < len(k.out) {
			k.out[first].caption = true
		}
	case content.Quote:
		k.inlines(b.Pos, b.Body)
		k.add(b.Pos, b.By)
	case content.Links:
		for _, i := range b.Items {
			k.add(b.Pos, i.Text).whole()
		}
	case content.Image:
		k.add(b.Pos, b.Alt)
		k.inlines(b.Pos, b.Caption)
	case content.Media:
		k.add(b.Pos, b.Title).whole()
		k.inlines(b.Pos, b.Caption)
	case content.Organisation:
		k.add(b.Pos, b.Title).title()
		k.add(b.Pos, b.Alt)
		k.org(b.Pos, b.Root)
	case content.Chart:
		k.add(b.Pos, b.Title).title()
		k.inlines(b.Pos, b.Caption)
	case content.Table:
		k.table(b)
	}
}

// whole sets the run apart as a name.
func (r *run) whole() {
	if r != nil {
		r.apart = []string{r.text}
	}
}

func (r *run) figure() {
	if r != nil {
		r.fact = true
	}
}

func (k *collector) table(b content.Table) {
	k.add(b.Pos, b.Title).title()
	for _, col := range b.Columns {
		if r := k.add(b.Pos, col.Title); r != nil {
			r.heading, r.table = true, true
		}
	}
	for _, row := range b.Rows {
		for _, cell := range row {
			first := len(k.out)
			k.inlines(b.Pos, cell)
			for _, r := range k.out[first:] {
				r.table = true
			}
		}
	}
}

func (k *collector) list(l content.List) {
	for _, i := range l.Items {
		k.inlines(l.Pos, i.Body)
		if i.Sub != nil {
			k.list(*i.Sub)
		}
	}
}

func (k *collector) org(pos diag.Pos, n content.OrgNode) {
	k.add(pos, n.Name)
	k.add(pos, n.Note)
	for _, kid := range n.Kids {
		k.org(pos, kid)
	}
}
