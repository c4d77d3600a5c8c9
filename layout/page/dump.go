package page

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"github.com/kl-print/kl-print/layout/geom"
)

// Dump writes a document as text, for golden files: all of it, in one order,
// lengths in points. Marks and links are numbered anew in the order they appear
// on the pages, so that a dump does not change with how they were counted. Of
// glyphs and pixels it has a checksum each (FNV-1a), of text the source.
func Dump(w io.Writer, d *Document) error {
	out := &dumper{w: bufio.NewWriter(w), marks: map[MarkID]int{}, links: map[LinkID]int{}, texts: map[MarkID]*strings.Builder{}}
	out.meta(d.Meta)
	for _, l := range d.Labels {
		out.line(0, "label from page %d: %s, prefix %q, start %d", l.First, labelStyle(l.Style), l.Prefix, l.Start)
	}
	for i, m := range d.Images {
		out.line(0, "image %d %q %dx%d jpeg %s pix %s", i, m.Name, m.Width, m.Height, checksum(m.JPEG), checksum(m.Pix))
	}
	for _, b := range d.Outline {
		out.bookmark(0, b)
	}
	for _, t := range d.Dests {
		out.line(0, "dest %q page %d y %s", t.ID, t.Page, t.Y)
	}
	for i := range d.Pages {
		out.page(i, &d.Pages[i])
	}
	if d.Root != nil {
		out.line(0, "structure")
		out.elem(1, d.Root)
	}
	return out.w.Flush()
}

// dumper writes lines; the writer keeps the first error.
type dumper struct {
	w     *bufio.Writer
	marks map[MarkID]int
	links map[LinkID]int
	texts map[MarkID]*strings.Builder // what each mark reads as
}

func (o *dumper) line(depth int, format string, args ...any) {
	o.w.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(o.w, format, args...)
	o.w.WriteByte('\n')
}

func (o *dumper) meta(m Meta) {
	o.line(0, "title %q", m.Title)
	o.line(0, "author %q", m.Author)
	o.line(0, "subject %q", m.Subject)
	o.line(0, "keywords %q", m.Keywords)
	o.line(0, "lang %q", m.Lang)
	o.line(0, "date %q", m.Date)
}

func labelStyle(s LabelStyle) string {
	switch s {
	case LabelNone:
		return "none"
	case LabelDecimal:
		return "decimal"
	case LabelRoman:
		return "roman"
	}
	return fmt.Sprintf("style %d", s)
}

// checksum names data by its length and hash.
func checksum(data []byte) string {
	h := fnv.New64a()
	h.Write(data)
	return fmt.Sprintf("%d:%016x", len(data), h.Sum64())
}

func (o *dumper) bookmark(depth int, b Bookmark) {
	o.line(depth, "bookmark %q -> %q", b.Title, b.Dest)
	for _, k := range b.Kids {
		o.bookmark(depth+1, k)
	}
}

func (o *dumper) page(i int, p *Page) {
	o.line(0, "page %d %sx%s label %q", i, p.Size.W, p.Size.H, p.Label)
	if p.Bleed != 0 {
		o.line(1, "bleed %s", p.Bleed)
	}
	for _, c := range p.Content {
		o.line(1, "%s", o.kind(c))
		for _, it := range c.Items {
			o.item(2, it)
			o.read(c.Mark, it)
		}
	}
	for _, l := range p.Links {
		o.link(l)
	}
}

// kind names a content by its mark, its artifact or, where it is at fault, both.
func (o *dumper) kind(c Content) string {
	var names []string
	if c.Mark != 0 || c.Artifact == NotArtifact {
		names = append(names, fmt.Sprintf("mark %d", o.mark(c.Mark)))
	}
	switch c.Artifact {
	case NotArtifact:
	case Header:
		names = append(names, "artifact header")
	case Footer:
		names = append(names, "artifact footer")
	case Layout:
		names = append(names, "artifact layout")
	case Background:
		names = append(names, "artifact background")
	default:
		names = append(names, fmt.Sprintf("artifact %d", c.Artifact))
	}
	return strings.Join(names, ", ")
}

// mark returns the number a mark has in the dump; no mark is 0.
func (o *dumper) mark(m MarkID) int {
	if m == 0 {
		return 0
	}
	if o.marks[m] == 0 {
		o.marks[m] = len(o.marks) + 1
	}
	return o.marks[m]
}

// linkNumber returns the number a link has in the dump.
func (o *dumper) linkNumber(l LinkID) int {
	if o.links[l] == 0 {
		o.links[l] = len(o.links) + 1
	}
	return o.links[l]
}

// read adds what an item reads as to its mark.
func (o *dumper) read(m MarkID, it Item) {
	if o.texts[m] == nil {
		o.texts[m] = &strings.Builder{}
	}
	switch it := it.(type) {
	case Text:
		if it.HasActual {
			o.texts[m].WriteString(it.Actual)
		} else {
			o.texts[m].WriteString(it.Source)
		}
	case Group:
		for _, k := range it.Items {
			o.read(m, k)
		}
	}
}

func (o *dumper) link(l Link) {
	to := fmt.Sprintf("dest %q", l.Dest)
	if l.URI != "" {
		to = fmt.Sprintf("uri %q", l.URI)
		if l.Dest != "" {
			to += fmt.Sprintf(" dest %q", l.Dest)
		}
	}
	areas := make([]string, len(l.Area))
	for i, r := range l.Area {
		areas[i] = rect(r)
	}
	o.line(1, "link %d %s contents %q at %s", o.linkNumber(l.ID), to, l.Contents, strings.Join(areas, " "))
}

// rect writes a rectangle as x,y wxh.
func rect(r geom.Rect) string { return fmt.Sprintf("%s,%s %sx%s", r.X, r.Y, r.W, r.H) }
