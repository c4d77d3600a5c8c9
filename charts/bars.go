package charts

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Bars is amounts under each other as level bars from a common zero, each with
// its label before it, or above it in a narrow width, and its value and share
// after it.
type Bars struct {
	Title string // for the alternative text only
	Parts []Part
	Total Label // what stands below them; may be empty
}

// Rows returns the parts as the rows of a table: label, value and share.
func (b Bars) Rows() [][3]string { return rows(b.Parts) }

// The bars' measures.
const (
	barSpace = 6 * geom.Pt  // between a bar and the words before and after it
	rowSpace = 8 * geom.Pt  // between rows
	minBar   = 40 * geom.Pt // the room the longest bar has at least
)

// bars is a Bars being laid out. All rows have one height.
type bars struct {
	Bars
	st        Style
	labels    []block
	total     [2]block // its name and its value
	values    []line
	zero      geom.Length // the x where all bars begin
	room      geom.Length // the length of the longest
	thick     geom.Length // of a bar
	rowHeight geom.Length // with rowSpace, half above and half below
	over      geom.Length // the height of the labels where they stand above the bars; 0: before them
}

// Draw lays the bars out in width; the height follows. Every bar is as long as
// its amount says, to a thousandth of a point, but one shorter than 0.4 pt is
// drawn that long, and a part of zero has no bar. The errors are those of
// Ring.Draw.
func (b Bars) Draw(st Style, width geom.Length) (Drawing, error) {
	err := check(b.Parts)
	if err == nil {
		err = st.check(width)
	}
	if err != nil {
		return Drawing{}, err
	}
	w, err := newWriter(st)
	if err != nil {
		return Drawing{}, err
	}
	g := &bars{Bars: b, st: st}
	err = g.fit(w, width)
	if err != nil {
		*g = bars{Bars: b, st: st}
		err = g.fitUnder(w, width)
	}
	if err != nil {
		return Drawing{}, fmt.Errorf("%w for bars %s pt wide: %w", ErrRoom, width, err)
	}
	boxes, err := g.boxes()
	if err != nil {
		return Drawing{}, err
	}
	out := Drawing{
		Size:   geom.Size{W: width, H: g.rowHeight * geom.Length(len(b.Parts))},
		Shapes: g.shapes(boxes),
		Parts:  g.words(boxes),
	}
	g.sum(&out)
	return out, nil
}

// sum puts what the parts add up to below them, under a rule.
func (b *bars) sum(d *Drawing) {
	name, value := b.total[0], b.total[1]
	h := max(name.h, value.h)
	if h == 0 {
		return
	}
	y := d.Size.H + rowSpace/2
	if b.over > 0 { // its value below its name
		d.Total = value.at(geom.Point{Y: y + name.h}, flushLeft)
		d.Total.Label = name.at(geom.Point{Y: y}, flushLeft).Label
		d.Size.H = y + name.h + value.h
		b.underline(d, y-rowSpace/2)
		return
	}
	b.underline(d, d.Size.H)
	d.Total = value.at(geom.Point{X: b.zero + barSpace, Y: y + (h-value.h)/2}, flushLeft)
	d.Total.Label = name.at(geom.Point{Y: y + (h-name.h)/2}, flushLeft).Label
	d.Size.H = y + h
}

// underline draws the rule above the sum.
func (b *bars) underline(d *Drawing, y geom.Length) {
	d.Shapes = append(d.Shapes, page.Shape{
		Path:   geom.Line(geom.Point{Y: y}, geom.Point{X: d.Size.W, Y: y}),
		Stroke: &page.Stroke{Color: b.st.Rule, Width: thinRule},
	})
}

// fit sets the words, the labels in two fifths of the width at most.
func (b *bars) fit(w writer, width geom.Length) error {
	var column, after geom.Length
	b.thick = b.st.LabelSize.Scale(6, 5)
	b.rowHeight = b.thick
	for _, p := range b.Parts {
		lines, err := w.label.balance(p.Label, width.Scale(2, 5))
		if err != nil {
			return err
		}
		value, err := w.figure(p)
		if err != nil {
			return err
		}
		label := newBlock(lines)
		b.labels, b.values = append(b.labels, label), append(b.values, value)
		column, after = max(column, label.w), max(after, value.w)
		b.rowHeight = max(b.rowHeight, label.h, value.h)
	}
	if b.Total.Name != "" {
		name, err := w.label.balance(b.Total.Name, width.Scale(2, 5))
		if err != nil {
			return err
		}
		value, err := w.value.line(b.Total.Value)
		if err != nil {
			return err
		}
		b.total = [2]block{newBlock(name), newBlock([]line{value})}
		column = max(column, b.total[0].w)
	}
	b.rowHeight += rowSpace
	b.zero = column + barSpace
	b.room = width - b.zero - barSpace - after
	if b.room < minBar {
		return fmt.Errorf("its words leave %s pt for the bars; %s pt is the least", b.room, minBar)
	}
	return nil
}

// fitUnder sets the labels above the bars, in all of the width.
func (b *bars) fitUnder(w writer, width geom.Length) error {
	var after geom.Length
	b.thick = b.st.LabelSize.Scale(6, 5)
	for _, p := range append(b.Parts[:len(b.Parts):len(b.Parts)], Part{Label: b.Total.Name, Value: b.Total.Value}) {
		lines, err := w.label.balance(p.Label, width)
		if err != nil {
			return err
		}
		value, err := w.figure(p)
		if err != nil {
			return err
		}
		label := newBlock(lines)
		if len(b.labels) == len(b.Parts) {
			b.total = [2]block{label, newBlock([]line{value})}
			break
		}
		b.labels, b.values = append(b.labels, label), append(b.values, value)
		after, b.over = max(after, value.w), max(b.over, label.h)
	}
	b.rowHeight = b.over + b.thick + rowSpace
	if b.room = width - barSpace - after; b.room < minBar {
		return fmt.Errorf("its figures leave %s pt for the bars; %s pt is the least", b.room, minBar)
	}
	return nil
}

// figure sets a part's value and share on one line.
func (w writer) figure(p Part) (line, error) {
	value, err := w.value.line(p.Value)
	if err != nil || len(words(p.Share)) == 0 {
		return value, err
	}
	share, err := w.share.line(p.Share)
	return value.beside(share, w.value.size/2), err
}

// boxes has go-chart draw the bars and returns them lying, in the chart's
// coordinates. It returns an error where one is not as long as its amount says.
func (b *bars) boxes() ([]geom.Rect, error) {
	most := slices.MaxFunc(b.Parts, func(p, q Part) int { return cmp.Compare(p.Amount, q.Amount) }).Amount
	shapes, err := record(b.chart(most).Render)
	if err != nil {
		return nil, err
	}
	if len(shapes) != len(b.Parts) {
		return nil, fmt.Errorf("go-chart drew %d bars for %d amounts", len(shapes), len(b.Parts))
	}
	out := make([]geom.Rect, len(shapes))
	for i, s := range shapes {
		box, err := b.lay(s)
		if err != nil {
			return nil, fmt.Errorf("go-chart drew bar %d %w", i+1, err)
		}
		want := geom.Length(mulDivRound(b.Parts[i].Amount, int64(b.room), most))
		if off := box.W - want; off < -1 || off > 1 {
			return nil, fmt.Errorf("go-chart drew bar %d %s pt long; its amount says %s pt", i+1, box.W, want)
		}
		if b.over > 0 {
			box.Y = geom.Length(i)*b.rowHeight + rowSpace/2 + b.over
		}
		out[i] = box
	}
	return out, nil
}

// chart makes go-chart's chart of the bars, which stand in it. Its axis is set
// from zero to the largest amount, as it would begin at the smallest; its
// outlines are off, as they would make bars longer; it has no axes or words.
func (b *bars) chart(most int64) chart.BarChart {
	values := make([]chart.Value, len(b.Parts))
	for i, p := range b.Parts {
		values[i].Value = float64(p.Amount)
		values[i].Style.StrokeColor = chart.ColorTransparent
	}
	return chart.BarChart{
		Width:        int(b.rowHeight) * len(values),
		Height:       int(b.room),
		BarWidth:     int(b.thick),
		BarSpacing:   int(b.rowHeight - b.thick),
		ColorPalette: series(b.st.Palette[:1]),
		Background:   chart.Style{Padding: chart.NewBox(0, 0, 0, 0)},
		XAxis:        chart.Hidden(),
		YAxis: chart.YAxis{
			Style: chart.Hidden(),
			Range: &chart.ContinuousRange{Min: 0, Max: float64(most)},
		},
		Font: new(truetype.Font), // never read: it keeps go-chart from parsing its own
		Bars: values,
	}
}

// lay turns a bar that stands in go-chart's drawing to one that lies: what was
// from the left is from the top, and what was upwards is to the right.
func (b *bars) lay(s drawn) (geom.Rect, error) {
	if len(s.corners) < 4 || len(s.arcs) > 0 {
		return geom.Rect{}, fmt.Errorf("as something that is not a rectangle")
	}
	head, foot := s.corners[0], s.corners[2]
	if foot.y != int(b.room) {
		return geom.Rect{}, fmt.Errorf("from somewhere else than zero")
	}
	return geom.Rect{
		X: b.zero, Y: geom.Length(head.x),
		W: geom.Length(foot.y - head.y), H: geom.Length(foot.x - head.x),
	}, nil
}

// shapes returns the base line, where labels stand before it, and the bars.
func (b *bars) shapes(boxes []geom.Rect) []page.Item {
	height := b.rowHeight * geom.Length(len(boxes))
	var out []page.Item
	if b.over == 0 {
		out = append(out, page.Shape{
			Path:   geom.Line(geom.Point{X: b.zero}, geom.Point{X: b.zero, Y: height}),
			Stroke: &page.Stroke{Color: b.st.Rule, Width: thinRule},
		})
	}
	fill := b.st.Palette[0]
	for i, box := range boxes {
		if b.Parts[i].Amount > 0 {
			box.W = max(box.W, hair)
			out = append(out, page.Shape{Path: geom.Rectangle(box), Fill: &fill})
		}
	}
	return out
}

// words returns what is said before and after each bar.
func (b *bars) words(boxes []geom.Rect) []Words {
	out := make([]Words, len(boxes))
	for i, box := range boxes {
		middle := box.Y + box.H/2
		label, value := b.labels[i], newBlock(b.values[i:i+1])
		out[i] = value.at(geom.Point{X: box.Right() + barSpace, Y: middle - value.h/2}, flushLeft)
		at := geom.Point{Y: middle - label.h/2}
		if b.over > 0 {
			at.Y = box.Y - label.h
		}
		out[i].Label = label.at(at, flushLeft).Label
	}
	return out
}
