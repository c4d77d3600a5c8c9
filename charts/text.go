package charts

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// pen sets text of one face, size and colour.
type pen struct {
	face *fonts.Face
	size geom.Length
	fill page.Color
	says field
}

func newPen(lib *fonts.Library, id fonts.ID, size geom.Length, fill page.Color, says field) (pen, error) {
	face, err := lib.Face(id)
	if err != nil {
		return pen{}, fmt.Errorf("a chart's text: %w", err)
	}
	return pen{face, size, fill, says}, nil
}

// run is a text of one pen.
type run struct {
	page.Text
	says field
	face *fonts.Face
}

// line is a line of text, one run after another from its left.
type line struct {
	runs []run
	w    geom.Length
	h    geom.Length // from the line above to the line below
	base geom.Length // from its top to the baseline
}

// words returns the words a text may be broken between. No-break spaces are
// part of a word.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' })
}

// line sets text on one line. The capitals stand in the middle of its height.
func (p pen) line(text string) (line, error) {
	t, missing := page.Set(p.face, 0, p.size, p.fill, geom.Point{}, text)
	if len(missing) > 0 {
		return line{}, fmt.Errorf("%s has no glyph for %q in %q", p.face.ID(), missing[0], text)
	}
	h := p.size.Scale(6, 5)
	m := p.face.Metrics()
	caps := p.size.Scale(int64(m.CapHeight), int64(m.UnitsPerEm))
	l := line{w: t.Width(), h: h, base: (h + caps) / 2}
	if t.Len() > 0 {
		l.runs = []run{{t, p.says, p.face}}
	}
	return l, nil
}

// wrap sets text on as few lines as there must be, none wider than width.
func (p pen) wrap(text string, width geom.Length) ([]line, error) {
	var out []line
	var kept string // what the last line says
	for _, word := range words(text) {
		if len(out) > 0 {
			l, err := p.line(kept + " " + word)
			if err != nil {
				return nil, err
			}
			if l.w <= width {
				kept, out[len(out)-1] = kept+" "+word, l
				continue
			}
		}
		l, err := p.line(word)
		if err != nil {
			return nil, err
		}
		if l.w > width {
			return nil, WideError{word, l.w, width}
		}
		kept, out = word, append(out, l)
	}
	return out, nil
}

// balance sets text as wrap does, with the lines as even as they can be without
// there being more of them.
func (p pen) balance(text string, width geom.Length) ([]line, error) {
	best, err := p.wrap(text, width)
	for i := int64(15); err == nil && i > 0; i-- {
		lines, e := p.wrap(text, width.Scale(i, 16))
		if e != nil || len(lines) > len(best) {
			break
		}
		best = lines
	}
	return best, err
}

// WideError says that a word is wider than the room it has.
type WideError struct {
	Word       string
	Has, Width geom.Length
}

func (e WideError) Error() string {
	return fmt.Sprintf("the word %q is %s pt wide; the chart has %s pt for it", e.Word, e.Has, e.Width)
}

// beside sets b after a, a space's width apart.
func (a line) beside(b line, space geom.Length) line {
	shift := a.w + space
	out := line{w: shift + b.w, h: max(a.h, b.h), base: max(a.base, b.base)}
	out.runs = append(out.runs, a.runs...)
	for _, t := range b.runs {
		t.Origin.X += shift
		out.runs = append(out.runs, t)
	}
	return out
}

// block is lines of text under each other.
type block struct {
	lines []line
	w, h  geom.Length
}

func newBlock(lines []line) block {
	b := block{lines: lines}
	for _, l := range lines {
		b.w, b.h = max(b.w, l.w), b.h+l.h
	}
	return b
}

// half returns half the block's height, rounded up.
func (b block) half() geom.Length { return (b.h + 1) / 2 }

// within reports whether the capitals of all lines lie in a circle round the
// block's middle.
func (b block) within(radius geom.Length) bool {
	y := -b.half()
	for _, l := range b.lines {
		far := max(-(y + l.h - l.base), y+l.base)
		if (l.w/2)*(l.w/2)+far*far > radius*radius {
			return false
		}
		y += l.h
	}
	return true
}

// The ways lines stand in a block's width, in halves of the room left over.
const (
	flushLeft  = 0
	centred    = 1
	flushRight = 2
)

// at returns the block's texts with its top left corner at p.
func (b block) at(p geom.Point, align geom.Length) Words {
	var out Words
	y := p.Y
	for _, l := range b.lines {
		x := p.X + (b.w-l.w)*align/2
		for _, t := range l.runs {
			t.Origin = t.Origin.Add(geom.Point{X: x, Y: y + l.base})
			to := out.of(t.says)
			if n := len(*to); n > 0 {
				(*to)[n-1].Append(t.face, 0, " ")
			}
			*to = append(*to, t.Text)
		}
		y += l.h
	}
	return out
}

// writer sets the words of a chart.
type writer struct{ label, value, share, total, name pen }

func newWriter(st Style) (w writer, err error) {
	for _, p := range []struct {
		to   *pen
		face fonts.ID
		size geom.Length
		fill page.Color
		says field
	}{
		{&w.label, st.LabelFace, st.LabelSize, st.Ink, labelField},
		{&w.value, st.ValueFace, st.ValueSize, st.Ink, valueField},
		{&w.share, st.LabelFace, st.ValueSize, st.Muted, shareField},
		{&w.total, st.TotalFace, st.TotalSize, st.Ink, valueField},
		{&w.name, st.LabelFace, st.LabelSize, st.Muted, labelField},
	} {
		if *p.to, err = newPen(st.Library, p.face, p.size, p.fill, p.says); err != nil {
			return w, err
		}
	}
	return w, nil
}

// captions sets what is said of each part within width: the name, the value and
// the share. Value and share stand on one line where they do so for all parts.
func (w writer) captions(parts []Part, width geom.Length) ([]block, error) {
	figures, err := w.figures(parts, width)
	if err != nil {
		return nil, err
	}
	out := make([]block, len(parts))
	for i, p := range parts {
		lines, err := w.label.balance(p.Label, width)
		if err != nil {
			return nil, err
		}
		out[i] = newBlock(append(lines, figures[i]...))
	}
	return out, nil
}

// figures sets each part's value and share within width.
func (w writer) figures(parts []Part, width geom.Length) ([][]line, error) {
	one, two := make([][]line, len(parts)), make([][]line, len(parts))
	together := true
	for i, p := range parts {
		value, err := w.value.wrap(p.Value, width)
		if err != nil {
			return nil, err
		}
		share, err := w.share.wrap(p.Share, width)
		if err != nil {
			return nil, err
		}
		two[i] = append(append(two[i], value...), share...)
		one[i] = two[i]
		if len(value) == 1 && len(share) == 1 {
			l := value[0].beside(share[0], w.value.size/2)
			one[i] = []line{l}
			together = together && l.w <= width
		}
	}
	if together {
		return one, nil
	}
	return two, nil
}

// sum sets a value with its name under it, no line wider than width.
func (w writer) sum(l Label, width geom.Length) (block, error) {
	value, err := w.total.wrap(l.Value, width)
	if err != nil {
		return block{}, err
	}
	name, err := w.name.wrap(l.Name, width)
	return newBlock(append(value, name...)), err
}

// inCircle sets a value and its name so that every corner of a line lies within
// radius of the block's middle.
func (w writer) inCircle(l Label, radius geom.Length) (block, error) {
	var best block
	var err error
	for i := int64(40); i > 0; i-- {
		b, e := w.sum(l, radius.Scale(2*i, 40))
		if e != nil {
			err = e
			break
		}
		if best.lines != nil && len(b.lines) > len(best.lines) {
			break
		}
		if b.within(radius) {
			best = b
		}
	}
	if best.lines != nil || len(words(l.Value+" "+l.Name)) == 0 {
		return best, nil
	}
	if err == nil {
		err = fmt.Errorf("the sum %q, %q does not fit in its middle, %s pt across", l.Value, l.Name, 2*radius)
	}
	return best, err
}
