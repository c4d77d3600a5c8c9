package qr

import "github.com/kl-print/kl-print/layout/geom"

// cell is a module by its column and row, or the grid point at its top left
// corner.
type cell struct{ x, y int }

func (c cell) add(d cell) cell { return cell{c.x + d.x, c.y + d.y} }

// heading is one of the four ways along the grid.
type heading int

const (
	east heading = iota
	south
	west
	north
)

func (h heading) right() heading { return (h + 1) % 4 }
func (h heading) left() heading  { return (h + 3) % 4 }

// step is the way to the next grid point.
func (h heading) step() cell { return [4]cell{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}[h] }

// sides returns the modules to the right and to the left of the grid line that
// leaves p in the heading.
func (h heading) sides(p cell) (right, left cell) {
	corner := [4]cell{{0, 0}, {-1, 0}, {-1, -1}, {0, -1}}
	return p.add(corner[h]), p.add(corner[h.left()])
}

// tracer walks round the dark modules of a code of n by n.
type tracer struct {
	dark func(cell) bool
	seen map[cell]bool // the edges to the east that have been walked, by where they start
}

// outline returns the outline of the dark modules, placing the grid with at.
// No loop crosses itself or another, and all have the dark on their right hand:
// clockwise round an area and counter-clockwise round a hole, so that either
// fill rule fills them.
func outline(n int, dark func(cell) bool, at func(int) geom.Length) geom.Path {
	t := tracer{dark: dark, seen: map[cell]bool{}}
	var path geom.Path
	for y := range n + 1 {
		for x := range n {
			if start := (cell{x, y}); t.edge(start, east) && !t.seen[start] {
				path = append(path, loop(t.walk(start), at)...)
			}
		}
	}
	return path
}

// edge reports whether the grid line that leaves p has dark on its right and
// light on its left.
func (t *tracer) edge(p cell, h heading) bool {
	right, left := h.sides(p)
	return t.dark(right) && !t.dark(left)
}

// walk follows an edge to the east round until it is back, and returns the
// grid points where it turns. Where two areas touch at a corner it turns to
// the right, round the one it is at.
func (t *tracer) walk(start cell) []cell {
	var turns []cell
	p, h := start, east
	for {
		if h == east {
			t.seen[p] = true
		}
		p = p.add(h.step())
		next := h.right()
		for !t.edge(p, next) {
			next = next.left()
		}
		if next != h {
			turns = append(turns, p)
		}
		h = next
		if p == start && h == east {
			return turns
		}
	}
}

// loop is a closed subpath through the grid points.
func loop(turns []cell, at func(int) geom.Length) geom.Path {
	path := make(geom.Path, 0, len(turns)+1)
	for i, c := range turns {
		op := geom.LineTo
		if i == 0 {
			op = geom.MoveTo
		}
		path = append(path, geom.Segment{Op: op, P: [3]geom.Point{{X: at(c.x), Y: at(c.y)}}})
	}
	return append(path, geom.Segment{Op: geom.Close})
}
