package page

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/kl-print/kl-print/layout/geom"
)

// item writes an item on a line, and what is in a group below it.
func (o *dumper) item(depth int, it Item) {
	switch it := it.(type) {
	case Text:
		o.line(depth, "%s", textLine(it))
	case Shape:
		o.line(depth, "%s", shapeLine(it))
	case Picture:
		s := fmt.Sprintf("picture %d %s", it.Image, rect(it.Box))
		if it.Clip != (geom.Rect{}) {
			s += " clip " + rect(it.Clip)
		}
		if it.Round {
			s += " round"
		}
		o.line(depth, "%s", s)
	case Group:
		o.line(depth, "group %s", point(it.Offset))
		for _, k := range it.Items {
			o.item(depth+1, k)
		}
	default:
		o.line(depth, "unknown %T", it)
	}
}

func textLine(t Text) string {
	var b strings.Builder
	fmt.Fprintf(&b, "text %s %s %s %s width %s %q", point(t.Origin), t.Face, t.Size, color(t.Fill), t.Width(), t.Source)
	if t.Stretch != 0 {
		fmt.Fprintf(&b, " stretch %d", t.Stretch)
	}
	if t.HasActual {
		fmt.Fprintf(&b, " actual %q", t.Actual)
	}
	if t.Lang != "" {
		fmt.Fprintf(&b, " lang %q", t.Lang)
	}
	fmt.Fprintf(&b, " glyphs %s", glyphSum(t.Glyphs()))
	return b.String()
}

// glyphSum names glyphs by their count and a hash of all that is in them.
func glyphSum(glyphs []Glyph) string {
	h := fnv.New32a()
	var buf []byte
	for _, g := range glyphs {
		buf = buf[:0]
		for _, v := range []int64{int64(g.ID), int64(g.Advance), int64(g.DX), int64(g.DY), int64(g.Start), int64(g.End)} {
			buf = binary.AppendVarint(buf, v)
		}
		h.Write(buf)
	}
	return fmt.Sprintf("%d:%08x", len(glyphs), h.Sum32())
}

func shapeLine(s Shape) string {
	out := "shape"
	if s.Fill != nil {
		out += " fill " + color(*s.Fill)
	}
	if s.EvenOdd {
		out += " evenodd"
	}
	if k := s.Stroke; k != nil {
		out += fmt.Sprintf(" stroke %s %s", color(k.Color), k.Width)
		if len(k.Dash) > 0 {
			out += fmt.Sprintf(" dash %v", k.Dash)
		}
		if k.Round {
			out += " round"
		}
	}
	return out + " " + pathText(s.Path)
}

// pathText writes a path as SVG does: M, L, C and Z.
func pathText(p geom.Path) string {
	parts := make([]string, 0, len(p))
	for _, s := range p {
		switch s.Op {
		case geom.MoveTo:
			parts = append(parts, "M"+point(s.P[0]))
		case geom.LineTo:
			parts = append(parts, "L"+point(s.P[0]))
		case geom.CubicTo:
			parts = append(parts, "C"+point(s.P[0])+" "+point(s.P[1])+" "+point(s.P[2]))
		case geom.Close:
			parts = append(parts, "Z")
		default:
			parts = append(parts, fmt.Sprintf("op%d", s.Op))
		}
	}
	return strings.Join(parts, " ")
}

func point(p geom.Point) string { return p.X.String() + "," + p.Y.String() }

func color(c Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
