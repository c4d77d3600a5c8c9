package charts

import (
	"fmt"
	"math"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// turn is a full circle in radians.
const turn = 2 * math.Pi

// tolerance is how far, as a share of the circle, a slice may begin or end from
// where its amounts say: 0.024 degrees, a fortieth of a point on a radius of 60.
const tolerance = 1.0 / 15000

// goChartSteps is how finely go-chart divides a circle: it rounds every share
// down to a multiple of a ten-thousandth (chart.Values.Normalize).
const goChartSteps = 10000

// wedge is a slice of a pie, in radians clockwise from where the first begins.
type wedge struct {
	from, to float64
	fill     page.Color
}

// wedges has go-chart divide a circle among amounts, all above zero, whose sum
// is sum. It returns an error where what was drawn is not proportional to them.
func wedges(amounts []int64, sum int64, radius geom.Length, fills []page.Color) ([]wedge, error) {
	shapes, err := record(pie(amounts, sum, radius, fills).Render)
	if err != nil {
		return nil, err
	}
	out, err := readWedges(shapes, radius)
	if err != nil {
		return nil, err
	}
	return out, verify(out, amounts, sum, fills)
}

// pie makes go-chart's chart of the amounts. As it rounds shares down, it is
// given whole steps, apportioned to be nearest to the truth, and each a good
// half more, so that rounding takes away just that half and no error of a
// division can take a step. What is taken from all is then missing from the
// circle, which readWedges makes good.
//
// PieChart is used, not DonutChart: its hole is a fixed third of the ring and a
// white wedge of 359 degrees painted over the slices.
func pie(amounts []int64, sum int64, radius geom.Length, fills []page.Color) chart.PieChart {
	n := len(amounts)
	halves := (n + 1) / 2
	values := make([]chart.Value, n)
	for i, steps := range apportion(amounts, sum, goChartSteps-halves) {
		values[i].Value = float64(steps) + float64(halves)/float64(n)
	}
	return chart.PieChart{
		Width:        2 * int(radius),
		Height:       2 * int(radius),
		ColorPalette: series(fills),
		Background:   chart.Style{Padding: chart.NewBox(0, 0, 0, 0)},
		SliceStyle:   chart.Style{StrokeColor: chart.ColorTransparent},
		Font:         new(truetype.Font), // never read: it keeps go-chart from parsing its own
		Values:       values,
	}
}

// readWedges returns the slices go-chart drew, stretched by the share of the
// circle that it left out. Each must be an arc of the one circle, or all of it.
func readWedges(shapes []drawn, radius geom.Length) ([]wedge, error) {
	out := make([]wedge, len(shapes))
	for i, s := range shapes {
		if len(s.arcs) != 1 {
			return nil, fmt.Errorf("go-chart drew %d arcs for slice %d", len(s.arcs), i+1)
		}
		a := s.arcs[0]
		if a.radius != float64(radius) || a.cx != int(radius) || a.cy != int(radius) {
			return nil, fmt.Errorf("go-chart drew slice %d on another circle", i+1)
		}
		if a.wholeCircle {
			a.sweep = turn
		}
		out[i] = wedge{from: a.start, to: a.start + a.sweep, fill: pageColor(s.fill)}
	}
	if len(out) == 0 || out[len(out)-1].to <= 0 {
		return nil, fmt.Errorf("go-chart drew no slices")
	}
	stretch := turn / out[len(out)-1].to
	for i := range out {
		out[i].from *= stretch
		out[i].to *= stretch
	}
	return out, nil
}

// verify returns an error where the slices are not proportional to the amounts
// or do not have their colours.
func verify(slices []wedge, amounts []int64, sum int64, fills []page.Color) error {
	if len(slices) != len(amounts) {
		return fmt.Errorf("go-chart drew %d slices for %d amounts", len(slices), len(amounts))
	}
	var before int64
	for i, w := range slices {
		from := float64(before) / float64(sum)
		before += amounts[i]
		to := float64(before) / float64(sum)
		if math.Abs(w.from/turn-from) > tolerance || math.Abs(w.to/turn-to) > tolerance {
			return fmt.Errorf("go-chart drew slice %d from %.6f to %.6f of the circle; its amounts say %.6f to %.6f", i+1, w.from/turn, w.to/turn, from, to)
		}
		if w.fill != fills[i] {
			return fmt.Errorf("go-chart drew slice %d in the colour of another", i+1)
		}
	}
	return nil
}
