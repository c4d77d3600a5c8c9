package charts

import (
	"errors"
	"io"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// arc is a part of a circle as go-chart asks for it: from start over sweep, in
// radians, clockwise from three o'clock.
type arc struct {
	cx, cy       int
	radius       float64
	start, sweep float64
	wholeCircle  bool // drawn as a circle, not as an arc
}

// corner is a point of an outline.
type corner struct{ x, y int }

// drawn is one outline go-chart had painted.
type drawn struct {
	fill    drawing.Color
	corners []corner // where the pen moved, arcs left out
	arcs    []arc
}

// recorder is a chart.Renderer that keeps what it is told to paint. Outlines
// that would leave no colour are dropped. What this package never asks go-chart
// for (text, curves, ellipses) is an error.
type recorder struct {
	dpi          float64
	fill, stroke drawing.Color
	path         drawn
	shapes       []drawn
	err          error
}

var _ chart.Renderer = (*recorder)(nil)

// record lets render draw and returns the outlines it painted, in order.
func record(render func(chart.RendererProvider, io.Writer) error) ([]drawn, error) {
	rec := new(recorder)
	if err := render(func(int, int) (chart.Renderer, error) { return rec, nil }, io.Discard); err != nil {
		return nil, err
	}
	return rec.shapes, nil
}

// paint ends the outline, as one filled with fill and stroked with stroke.
func (r *recorder) paint(fill, stroke drawing.Color) {
	if !stroke.IsTransparent() {
		r.refuse("go-chart stroked an outline, which makes it larger than its amount")
	}
	if !fill.IsTransparent() {
		r.path.fill = fill
		r.shapes = append(r.shapes, r.path)
	}
	r.path = drawn{}
}

func (r *recorder) refuse(what string) {
	if r.err == nil {
		r.err = errors.New(what)
	}
}

// MoveTo begins an outline.
func (r *recorder) MoveTo(x, y int) { r.path.corners = append(r.path.corners, corner{x, y}) }

// LineTo goes on to a corner.
func (r *recorder) LineTo(x, y int) { r.path.corners = append(r.path.corners, corner{x, y}) }

// ArcTo goes on along an arc.
func (r *recorder) ArcTo(cx, cy int, rx, ry, start, sweep float64) {
	if rx != ry {
		r.refuse("go-chart drew an ellipse for a circle")
	}
	r.path.arcs = append(r.path.arcs, arc{cx: cx, cy: cy, radius: rx, start: start, sweep: sweep})
}

// Circle paints a circle, as go-chart's own renderers do without a FillStroke.
func (r *recorder) Circle(radius float64, x, y int) {
	r.path.arcs = append(r.path.arcs, arc{cx: x, cy: y, radius: radius, wholeCircle: true})
	r.paint(r.fill, r.stroke)
}

// QuadCurveTo is refused: no chart of this package has one.
func (r *recorder) QuadCurveTo(_, _, _, _ int) { r.refuse("go-chart drew a curve") }

// Text is refused: this package sets the labels itself.
func (r *recorder) Text(body string, _, _ int) { r.refuse("go-chart set a text: " + body) }

// Close ends a subpath; every outline here is closed.
func (r *recorder) Close() {}

// Stroke paints the outline's line.
func (r *recorder) Stroke() { r.paint(drawing.ColorTransparent, r.stroke) }

// Fill paints the outline's inside.
func (r *recorder) Fill() { r.paint(r.fill, drawing.ColorTransparent) }

// FillStroke paints both.
func (r *recorder) FillStroke() { r.paint(r.fill, r.stroke) }

// ResetStyle makes fill and stroke transparent.
func (r *recorder) ResetStyle() {
	r.fill, r.stroke = drawing.ColorTransparent, drawing.ColorTransparent
}

// GetDPI returns what SetDPI was given.
func (r *recorder) GetDPI() float64 { return r.dpi }

// SetDPI sets the resolution, which nothing recorded depends on.
func (r *recorder) SetDPI(dpi float64) { r.dpi = dpi }

// SetStrokeColor sets the colour of lines.
func (r *recorder) SetStrokeColor(c drawing.Color) { r.stroke = c }

// SetFillColor sets the colour of insides.
func (r *recorder) SetFillColor(c drawing.Color) { r.fill = c }

// MeasureText returns no size, as no text is set.
func (r *recorder) MeasureText(string) chart.Box { return chart.Box{} }

// Save ends the drawing. It writes nothing.
func (r *recorder) Save(io.Writer) error { return r.err }

// SetClassName, SetStrokeWidth and the rest concern lines and text, of which
// there are none.
func (r *recorder) SetClassName(string)             {}
func (r *recorder) SetStrokeWidth(float64)          {}
func (r *recorder) SetStrokeDashArray([]float64)    {}
func (r *recorder) SetFont(*truetype.Font)          {}
func (r *recorder) SetFontColor(drawing.Color)      {}
func (r *recorder) SetFontSize(float64)             {}
func (r *recorder) SetTextRotation(radians float64) {}
func (r *recorder) ClearTextRotation()              {}
