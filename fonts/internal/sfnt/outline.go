package sfnt

import "errors"

// Point is a point of an outline in font units, y upwards. Two points off the
// curve in a row have one on it between them (OpenType 1.9, glyf).
type Point struct {
	X, Y int
	On   bool
}

// Contour is a closed outline of straight lines and quadratic curves.
type Contour []Point

// Limits on what a glyph may be made of, so that a damaged font ends.
const (
	deepestGlyph = 8
	mostPoints   = 1 << 16
)

// Flags of a simple glyph's points.
const (
	onCurve = 1 << iota
	xShort
	yShort
	repeated
	xSame // or positive, where it is short
	ySame
)

// Flags of a component beyond those that say how long it is.
const argsAreXY = 1 << 1

var errOutline = errors.New("damaged glyph outline")

// Outline returns a glyph's contours, those of its components put in place. A
// space has none.
func (f *File) Outline(id int) ([]Contour, error) {
	left := mostPoints
	return f.outline(id, 0, &left)
}

func (f *File) outline(id, depth int, left *int) ([]Contour, error) {
	data, err := f.Glyph(id)
	if err != nil || len(data) == 0 {
		return nil, err
	}
	if depth > deepestGlyph {
		return nil, errOutline
	}
	if I16(data, 0) < 0 {
		return f.composite(data, depth, left)
	}
	return simple(data, left)
}

// simple reads a glyph that has contours of its own.
func simple(data []byte, left *int) ([]Contour, error) {
	const header = 10
	contours := I16(data, 0)
	at := header + 2*contours
	if contours == 0 {
		return nil, nil
	}
	if at+2 > len(data) {
		return nil, errOutline
	}
	n := U16(data, at-2) + 1
	if *left -= n; *left < 0 {
		return nil, errOutline
	}
	flags, at := readFlags(data, at+2+U16(data, at), n)
	if flags == nil {
		return nil, errOutline
	}
	points := make([]Point, n)
	xs, at := readDeltas(data, at, flags, xShort, xSame)
	ys, at := readDeltas(data, at, flags, yShort, ySame)
	if at > len(data) {
		return nil, errOutline
	}
	for i := range points {
		points[i] = Point{xs[i], ys[i], flags[i]&onCurve != 0}
	}
	return split(data[header:], contours, points)
}

// split cuts the points into contours, at the ends listed in the table.
func split(ends []byte, contours int, points []Point) ([]Contour, error) {
	out := make([]Contour, 0, contours)
	from := 0
	for i := range contours {
		to := U16(ends, 2*i) + 1
		if to < from || to > len(points) {
			return nil, errOutline
		}
		out = append(out, points[from:to:to])
		from = to
	}
	return out, nil
}

// readFlags reads n flags and returns where they end; nil where they don't fit.
func readFlags(data []byte, at, n int) ([]byte, int) {
	flags := make([]byte, 0, n)
	for len(flags) < n {
		if at >= len(data) {
			return nil, 0
		}
		flag, times := data[at], 1
		at++
		if flag&repeated != 0 && at < len(data) {
			times += int(data[at])
			at++
		}
		for ; times > 0 && len(flags) < n; times-- {
			flags = append(flags, flag)
		}
	}
	return flags, at
}

// readDeltas reads one coordinate of every point and returns where they end,
// which lies beyond the data where that is too short.
func readDeltas(data []byte, at int, flags []byte, short, same byte) ([]int, int) {
	out := make([]int, len(flags))
	v := 0
	for i, flag := range flags {
		switch {
		case flag&short != 0:
			d := 0
			if at < len(data) {
				d = int(data[at])
			}
			if flag&same == 0 {
				d = -d
			}
			v += d
			at++
		case flag&same == 0:
			v += I16(data, at)
			at += 2
		}
		out[i] = v
	}
	return out, at
}

// composite puts a glyph together from others.
func (f *File) composite(data []byte, depth int, left *int) ([]Contour, error) {
	var out []Contour
	for at := 10; ; {
		if at+4 > len(data) {
			return nil, errOutline
		}
		flags, id := U16(data, at), U16(data, at+2)
		size := componentSize(flags)
		if at+size > len(data) {
			return nil, errOutline
		}
		part, err := f.outline(id, depth+1, left)
		if *left--; err != nil || *left < 0 {
			return nil, errors.Join(errOutline, err)
		}
		m := readMatrix(data[at:at+size], flags)
		for _, c := range part {
			out = append(out, m.apply(c))
		}
		at += size
		if flags&moreComponents == 0 {
			return out, nil
		}
	}
}

// matrix places a component: four factors in 1/16384, and a shift.
type matrix struct{ xx, xy, yx, yy, dx, dy int }

func readMatrix(c []byte, flags int) matrix {
	const one = 1 << 14
	m := matrix{xx: one, yy: one}
	at := 6
	if flags&argsAreWords != 0 {
		at = 8
		m.dx, m.dy = I16(c, 4), I16(c, 6)
	} else {
		m.dx, m.dy = int(int8(c[4])), int(int8(c[5]))
	}
	if flags&argsAreXY == 0 { // points to be matched, which no face in use has
		m.dx, m.dy = 0, 0
	}
	switch {
	case flags&haveScale != 0:
		m.xx = I16(c, at)
		m.yy = m.xx
	case flags&haveXYScale != 0:
		m.xx, m.yy = I16(c, at), I16(c, at+2)
	case flags&haveTwoByTwo != 0:
		m.xx, m.xy, m.yx, m.yy = I16(c, at), I16(c, at+2), I16(c, at+4), I16(c, at+6)
	}
	return m
}

// apply returns the contour in its place.
func (m matrix) apply(c Contour) Contour {
	const half = 1 << 13
	out := make(Contour, len(c))
	for i, p := range c {
		out[i] = Point{(p.X*m.xx+p.Y*m.yx+half)>>14 + m.dx, (p.X*m.xy+p.Y*m.yy+half)>>14 + m.dy, p.On}
	}
	return out
}
