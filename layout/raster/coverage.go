package raster

import "github.com/kl-print/kl-print/layout/geom"

// unit is a pixel's side in thousandths of a point: 300 pixels an inch.
const unit = int64(geom.Inch) / DPI

// bandRows is how many rows of pixels are summed at a time.
const bandRows = 64

// far is where coordinates are cut off: about two metres from the corner.
const far = 1 << 22

// edge is a straight piece of an outline, going down where winding is 1.
type edge struct {
	x0, y0, x1, y1 int64 // y0 < y1
	winding        int64
}

// outline gathers the edges of an area.
type outline struct {
	edges                  []edge
	left, top, right, foot int64
}

func (o *outline) reset() { *o = outline{edges: o.edges[:0]} }

// line adds the line from a to b.
func (o *outline) line(a, b geom.Point) {
	x0, y0, x1, y1 := limit(a.X), limit(a.Y), limit(b.X), limit(b.Y)
	if len(o.edges) == 0 {
		o.left, o.right, o.top, o.foot = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
	}
	if y0 == y1 {
		return
	}
	o.left, o.right = min(o.left, x0, x1), max(o.right, x0, x1)
	o.top, o.foot = min(o.top, y0, y1), max(o.foot, y0, y1)
	e := edge{x0, y0, x1, y1, 1}
	if y0 > y1 {
		e = edge{x1, y1, x0, y0, -1}
	}
	o.edges = append(o.edges, e)
}

func limit(l geom.Length) int64 { return min(max(int64(l), -far), far) }

// polygon adds a closed polygon, turned so that its area is positive: those that
// overlap add up and never cancel each other.
func (o *outline) polygon(p []geom.Point) {
	var area int64
	for i, a := range p {
		b := p[(i+1)%len(p)]
		area += int64(a.X-p[0].X)*int64(b.Y-p[0].Y) - int64(b.X-p[0].X)*int64(a.Y-p[0].Y)
	}
	for i, a := range p {
		b := p[(i+1)%len(p)]
		if area < 0 {
			a, b = b, a
		}
		o.line(a, b)
	}
}

// band sums, for some rows of pixels, how much of each an outline covers. The
// sums are exact, of the lines as they are cut at the pixels' sides, where x is
// rounded to a thousandth of a point.
type band struct {
	width int     // in pixels
	first int64   // row
	cover []int64 // width+1 a row: heights crossed in each pixel
	area  []int64 // twice what lies to the left of the lines in it
}

func newBand(width int) *band {
	n := (width + 1) * bandRows
	return &band{width: width, cover: make([]int64, n), area: make([]int64, n)}
}

// add sums an edge up to row last, which is not summed.
func (b *band) add(e edge, last int64) {
	from := max(e.y0/unit, b.first)
	if e.y0 < 0 {
		from = b.first
	}
	for row := from; row < last && row*unit < e.y1; row++ {
		ya, yb := max(e.y0, row*unit), min(e.y1, (row+1)*unit)
		if ya < yb {
			b.piece(int(row-b.first), e.x(ya), e.x(yb), yb-ya, e.winding)
		}
	}
}

// x returns where the edge is at y.
func (e edge) x(y int64) int64 { return e.x0 + geom.DivRound((y-e.y0)*(e.x1-e.x0), e.y1-e.y0) }

// piece sums a line that stays in one row: from xa to xb over a height.
func (b *band) piece(row int, xa, xb, height, winding int64) {
	if xa > xb {
		xa, xb = xb, xa // the area to the left is the same
	}
	right := int64(b.width) * unit
	switch {
	case xa >= right:
		return
	case xb <= 0:
		b.cell(row, 0, 0, height, winding)
		return
	case xa == xb:
		b.cell(row, xa/unit, 2*(xa%unit), height, winding)
		return
	}
	span, start, begun := xb-xa, xa, int64(0)
	for x := xa; x < xb; {
		col := floor(x)
		next := min((col+1)*unit, xb)
		ended := geom.DivRound(height*(next-start), span)
		switch h := ended - begun; {
		case col < 0:
			b.cell(row, 0, 0, h, winding)
		case col < int64(b.width):
			b.cell(row, col, x-col*unit+next-col*unit, h, winding)
		default:
			return
		}
		x, begun = next, ended
	}
}

func floor(x int64) int64 {
	if x < 0 {
		return -((-x + unit - 1) / unit)
	}
	return x / unit
}

func (b *band) cell(row int, col, sides, height, winding int64) {
	i := row*(b.width+1) + int(col)
	b.cover[i] += winding * height
	b.area[i] += winding * height * sides
}

// spans calls each with the pixels of every row that are covered at all, and how
// much, of 255. It leaves the band empty.
func (b *band) spans(rows, left, right int, evenOdd bool, each func(x, row int, cover uint8)) {
	const full = 2 * unit * unit
	for row := range rows {
		var sum int64
		at := row * (b.width + 1)
		for x := left; x <= right && x < b.width; x++ {
			sum += b.cover[at+x]
			v := sum*2*unit - b.area[at+x]
			b.cover[at+x], b.area[at+x] = 0, 0
			if v == 0 {
				continue
			}
			if c := share(v, full, evenOdd); c > 0 {
				each(x, int(b.first)+row, c)
			}
		}
		b.cover[at+b.width], b.area[at+b.width] = 0, 0
	}
}

// share turns a sum into a share of 255, by the rule of the area.
func share(v, full int64, evenOdd bool) uint8 {
	if v < 0 {
		v = -v
	}
	if evenOdd {
		if v %= 2 * full; v > full {
			v = 2*full - v
		}
	}
	return uint8((min(v, full)*255 + full/2) / full)
}
