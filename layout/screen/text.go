package screen

import (
	"unicode/utf8"

	"github.com/kl-print/kl-print/fonts/web"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// glyphs draws a text's glyphs as the private characters of fonts/web, each at
// its place. A stretched text is stretched as a whole, and the places in it are
// as much closer.
func (d *drawing) glyphs(t *page.Text, at geom.Point) {
	d.run = t.AppendGlyphs(d.run[:0])
	if len(d.run) == 0 {
		return
	}
	d.raw("<text").face(t).color("fill", t.Fill)
	num, den := int64(1), int64(1)
	if t.Stretch != 0 && t.Stretch != 1000 {
		num, den = 1000, int64(t.Stretch)
		d.raw(` transform="matrix(`).length(geom.Length(t.Stretch)).raw(" 0 0 1 ").length(at.X).raw(" ").length(at.Y).raw(`)"`)
		at = geom.Point{}
	}
	if d.detail == Small {
		d.attr("x", at.X).attr("y", at.Y).attr("textLength", t.Width().Scale(num, den)).raw(` lengthAdjust="spacingAndGlyphs"`)
	} else {
		d.places(at, num, den)
	}
	d.raw(">")
	for _, g := range d.run {
		d.out = utf8.AppendRune(d.out, web.Rune(g.ID))
	}
	d.raw("</text>")
}

// places writes where each glyph of the run stands; of lengths along the line
// num/den.
func (d *drawing) places(at geom.Point, num, den int64) {
	d.raw(` x="`)
	var along geom.Length
	raised := false
	for i, g := range d.run {
		if i > 0 {
			d.raw(" ")
		}
		d.length(at.X + (along+g.DX.Length()).Scale(num, den))
		along += g.Advance.Length()
		raised = raised || g.DY != 0
	}
	d.raw(`" y="`)
	for i, g := range d.run {
		if i > 0 && !raised {
			break
		}
		if i > 0 {
			d.raw(" ")
		}
		d.length(at.Y + g.DY.Length())
	}
	d.raw(`"`)
}

// face writes what a text is set in.
func (d *drawing) face(t *page.Text) *drawing {
	return d.raw(` font-family="`).text(d.names.Font(t.Face)).raw(`"`).attr("font-size", t.Size)
}

// words lays the page's text over it, to be selected, searched and read: not seen,
// each stretch as long as it is printed. Decoration has none; a figure is what it
// shows.
func (d *drawing) words(p *page.Page) {
	d.raw(`<g class="words" fill-opacity="0">`)
	for _, c := range p.Content {
		if c.Mark == 0 {
			continue
		}
		if alt, is := d.alts[c.Mark]; is {
			d.raw(`<g role="img" aria-label="`).text(alt).raw(`">`)
			d.line(c.Items)
			d.raw("</g>")
			continue
		}
		d.line(c.Items)
	}
	d.raw("</g>")
}

// line writes the texts of one content as one text.
func (d *drawing) line(items []page.Item) {
	open := false
	each(items, geom.Point{}, func(t *page.Text, at geom.Point) {
		if reading(t) == "" {
			return
		}
		if !open {
			d.raw("<text>")
			open = true
		}
		d.word(t, at)
	})
	if open {
		d.raw("</text>")
	}
}

// each calls do with the texts among items, and where each begins.
func each(items []page.Item, offset geom.Point, do func(t *page.Text, at geom.Point)) {
	for _, it := range items {
		switch it := it.(type) {
		case page.Text:
			do(&it, it.Origin.Add(offset))
		case page.Group:
			each(it.Items, offset.Add(it.Offset), do)
		}
	}
}

// reading is what a text reads as.
func reading(t *page.Text) string {
	if t.HasActual {
		return t.Actual
	}
	return t.Source
}

func (d *drawing) word(t *page.Text, at geom.Point) {
	d.raw("<tspan").face(t).attr("x", at.X).attr("y", at.Y)
	if !t.HasActual {
		if gap := gaps(t); gap != 0 {
			d.attr("word-spacing", gap)
		}
		d.attr("textLength", t.Width()).raw(` lengthAdjust="spacingAndGlyphs"`)
	}
	if t.Lang != "" {
		d.raw(` xml:lang="`).text(t.Lang).raw(`"`)
	}
	d.raw(">").text(reading(t)).raw("</tspan>")
}

// gaps is how much wider than the face's own the spaces of a text are, in the mean.
func gaps(t *page.Text) geom.Length {
	var sum geom.Length
	n := int64(0)
	for _, p := range t.Words {
		if p.Source == " " {
			sum += p.Extra.Length()
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum.Scale(1, n)
}

// text writes characters, escaped for an element or an attribute; those that XML
// can't have as U+FFFD (XML 1.0, 2.2).
func (d *drawing) text(s string) *drawing {
	for _, r := range s {
		switch {
		case r == '&':
			d.raw("&amp;")
		case r == '<':
			d.raw("&lt;")
		case r == '>':
			d.raw("&gt;")
		case r == '"':
			d.raw("&#34;")
		case r == '\t' || r == '\n' || r == '\r':
			d.raw(" ")
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			d.out = utf8.AppendRune(d.out, utf8.RuneError)
		default:
			d.out = utf8.AppendRune(d.out, r)
		}
	}
	return d
}
