package screen

import (
	"hash/fnv"
	"io"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Block is what one place of the edition's files has become on a page.
type Block struct {
	Pos diag.Pos
	Box geom.Rect
	// Key is the same for a block of the same file and text on another page or in
	// another version.
	Key uint64
}

// Blocks returns the blocks of a page in reading order, by the place of each mark.
func Blocks(p *page.Page, places map[page.MarkID]diag.Pos, lib *fonts.Library) []Block {
	var out []Block
	at := map[diag.Pos]int{}
	for _, c := range p.Content {
		pos, known := places[c.Mark]
		box, some := extent(c.Items, geom.Point{}, lib)
		if !known || !some {
			continue
		}
		i, begun := at[pos]
		if !begun {
			i, at[pos] = len(out), len(out)
			h := fnv.New64a()
			_, _ = io.WriteString(h, pos.File)
			out = append(out, Block{Pos: pos, Box: box, Key: h.Sum64()})
		}
		b := &out[i]
		b.Box = around(b.Box, box)
		each(c.Items, geom.Point{}, func(t *page.Text, _ geom.Point) { b.Key = hashed(b.Key, t.Source) })
	}
	return out
}

// Boxes returns the extent of each mark of a page whose place is known, by itself:
// a footnote apart from the paragraph it was written in.
func Boxes(p *page.Page, places map[page.MarkID]diag.Pos, lib *fonts.Library) []Block {
	var out []Block
	for _, c := range p.Content {
		pos, known := places[c.Mark]
		if box, some := extent(c.Items, geom.Point{}, lib); known && some {
			out = append(out, Block{Pos: pos, Box: box})
		}
	}
	return out
}

// hashed goes on with a FNV-1a hash.
func hashed(sum uint64, text string) uint64 {
	const prime = 1099511628211
	for i := range len(text) {
		sum = (sum ^ uint64(text[i])) * prime
	}
	return sum
}

// extent is the smallest rectangle around items.
func extent(items []page.Item, offset geom.Point, lib *fonts.Library) (out geom.Rect, some bool) {
	add := func(r geom.Rect) {
		if some {
			r = around(out, r)
		}
		out, some = r, true
	}
	for _, it := range items {
		switch it := it.(type) {
		case page.Text:
			add(line(&it, it.Origin.Add(offset), 0, it.Width(), lib))
		case page.Shape:
			for _, s := range it.Path {
				for _, q := range s.P[:s.Op.Points()] {
					q = q.Add(offset)
					add(geom.Rect{X: q.X, Y: q.Y})
				}
			}
		case page.Picture:
			if it.Clip.W > 0 && it.Clip.H > 0 {
				add(it.Clip.Move(offset))
			} else {
				add(it.Box.Move(offset))
			}
		case page.Group:
			if r, any := extent(it.Items, offset.Add(it.Offset), lib); any {
				add(r)
			}
		}
	}
	return out, some
}

// line is the rectangle of a stretch of a text from its face's ascender to its
// descender.
func line(t *page.Text, at geom.Point, from, to geom.Length, lib *fonts.Library) geom.Rect {
	up, down := t.Size.Scale(3, 4), t.Size.Scale(1, 4)
	if face, err := lib.Face(t.Face); err == nil {
		m := face.Metrics()
		up, down = t.Size.Scale(int64(m.Ascent), int64(m.UnitsPerEm)), -t.Size.Scale(int64(m.Descent), int64(m.UnitsPerEm))
	}
	return geom.Rect{X: at.X + from, Y: at.Y - up, W: to - from, H: up + down}
}

// around is the smallest rectangle around two.
func around(a, b geom.Rect) geom.Rect {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return geom.Rect{X: x, Y: y, W: max(a.Right(), b.Right()) - x, H: max(a.Bottom(), b.Bottom()) - y}
}
