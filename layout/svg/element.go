package svg

import (
	"errors"
	"fmt"
	"strings"
)

// element is a graphics element with its attributes.
type element struct {
	name     string
	geometry map[string]string // the attributes that say where it is
	style    style
	matrix   matrix // from its user units to the drawing
}

// geometryOf lists the attributes that say where a graphics element is. It is
// not ok where the name is no such element.
func geometryOf(name string) (attrs string, ok bool) {
	switch name {
	case "path":
		return "d", true
	case "circle":
		return "cx cy r", true
	case "ellipse":
		return "cx cy rx ry", true
	case "rect":
		return "x y width height rx ry", true
	case "line":
		return "x1 y1 x2 y2", true
	case "polyline", "polygon":
		return "points", true
	}
	return "", false
}

// outline draws the element in its own user units. An element without extent,
// such as a circle of no radius, has no segments (SVG 1.1, chapter 9).
func (e element) outline() (*outline, error) {
	switch e.name {
	case "path":
		return pathData(e.geometry["d"])
	case "polyline", "polygon":
		return polygon(e.geometry["points"], e.name == "polygon")
	}
	v, err := e.measures()
	if err != nil {
		return nil, err
	}
	switch e.name {
	case "circle":
		return ellipse(vec{v["cx"], v["cy"]}, v["r"], v["r"]), nil
	case "ellipse":
		return ellipse(vec{v["cx"], v["cy"]}, v["rx"], v["ry"]), nil
	case "rect":
		return e.rect(v), nil
	}
	o := &outline{} // line
	o.move(vec{v["x1"], v["y1"]})
	o.line(vec{v["x2"], v["y2"]})
	return o, nil
}

// measures reads the geometry as lengths; those not given are 0.
func (e element) measures() (map[string]float64, error) {
	v := map[string]float64{}
	attrs, _ := geometryOf(e.name)
	for name := range strings.FieldsSeq(attrs) {
		text, ok := e.geometry[name]
		if !ok {
			continue
		}
		n, err := measure(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if n < 0 && strings.ContainsAny(name, "rwh") {
			return nil, fmt.Errorf("%s is negative", name)
		}
		v[name] = n
	}
	return v, nil
}

func ellipse(c vec, rx, ry float64) *outline {
	o := &outline{}
	if rx == 0 || ry == 0 {
		return o
	}
	right, below, left, above := vec{rx, 0}, vec{0, ry}, vec{-rx, 0}, vec{0, -ry}
	o.move(c.add(right))
	for _, to := range []vec{below, left, above, right} {
		o.arc(arc{rx: rx, ry: ry, sweep: true}, c.add(to))
	}
	o.close()
	return o
}

// radii returns a rectangle's corner radii: one is as the other where only one
// is given, neither is over half the side, and both are 0 where one is.
func (e element) radii(v map[string]float64) (rx, ry float64) {
	rx, ry = v["rx"], v["ry"]
	if _, given := e.geometry["rx"]; !given {
		rx = ry
	}
	if _, given := e.geometry["ry"]; !given {
		ry = rx
	}
	rx, ry = min(rx, v["width"]/2), min(ry, v["height"]/2)
	if rx == 0 || ry == 0 {
		return 0, 0
	}
	return rx, ry
}

// rect draws a rectangle clockwise, from the left end of its upper side.
func (e element) rect(v map[string]float64) *outline {
	o := &outline{}
	if v["width"] == 0 || v["height"] == 0 {
		return o
	}
	left, top := v["x"], v["y"]
	right, bottom := left+v["width"], top+v["height"]
	rx, ry := e.radii(v)
	corner := func(from, to vec) {
		if o.cur != from {
			o.line(from)
		}
		o.arc(arc{rx: rx, ry: ry, sweep: true}, to)
	}
	o.move(vec{left + rx, top})
	corner(vec{right - rx, top}, vec{right, top + ry})
	corner(vec{right, bottom - ry}, vec{right - rx, bottom})
	corner(vec{left + rx, bottom}, vec{left, bottom - ry})
	if rx > 0 {
		corner(vec{left, top + ry}, vec{left + rx, top})
	}
	o.close()
	return o
}

// polygon draws lines through a list of points.
func polygon(list string, closed bool) (*outline, error) {
	v, err := numbers(list)
	if err == nil && len(v)%2 != 0 {
		err = errors.New("a y is missing")
	}
	if err != nil {
		return nil, fmt.Errorf("points: %w", err)
	}
	o := &outline{}
	for i := 0; i+1 < len(v); i += 2 {
		if p := (vec{v[i], v[i+1]}); i == 0 {
			o.move(p)
		} else {
			o.line(p)
		}
	}
	if closed && len(v) > 0 {
		o.close()
	}
	return o, nil
}
