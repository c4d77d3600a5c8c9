// Package charts draws charts of accounts as vector shapes and real text.
//
// go-chart computes the geometry, through a renderer that records its calls
// instead of drawing them. It is handed nothing it would draw falsely, and what
// it drew is measured against the amounts before anything is made of it: a
// chart that does not show its amounts is an error. Labels, leader lines and
// colours are this package's own.
//
// Positions are integers. Trigonometry is done in floating point and rounded
// once, halves away from zero as geom.DivRound does.
package charts

import (
	"errors"
	"fmt"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Part is one amount of a chart with its words.
type Part struct {
	Label  string
	Amount int64  // in any one unit, exact, not negative
	Value  string // the amount as it is to be read, such as "251,7 mio. kr."
	Share  string // of the whole, such as "50,7 pct."; may be empty
}

// Label is a value and what it is the value of.
type Label struct{ Value, Name string }

// Style is what a chart looks like.
type Style struct {
	Library                         *fonts.Library
	LabelFace, ValueFace, TotalFace fonts.ID
	LabelSize, ValueSize, TotalSize geom.Length
	Ink, Muted                      page.Color
	// Palette is what the parts are filled with, in turn. Parts beside each
	// other should differ in luminance; see page.Contrast.
	Palette []page.Color
	Rule    page.Color // leader lines and base lines
}

// Drawing is a chart laid out in Size. What it draws is in its own coordinates,
// the top left corner at 0, 0, and lies inside Size: shapes under words.
type Drawing struct {
	Size   geom.Size
	Shapes []page.Item
	Parts  []Words // in the order of the parts
	Total  Words   // without a share; empty where the chart shows no total
}

// Words are the texts that stand for a part, each line a text; all lines but a
// text's last end with the space that parts them from the next.
type Words struct{ Label, Value, Share []page.Text }

// field says which of a part's texts a line is.
type field uint8

const (
	labelField field = iota
	valueField
	shareField
)

// of returns where the texts of a field are kept.
func (w *Words) of(f field) *[]page.Text {
	switch f {
	case valueField:
		return &w.Value
	case shareField:
		return &w.Share
	}
	return &w.Label
}

// The measures a chart can have; outside them it is refused.
const (
	maxParts = 24 // more cannot be told from each other
	maxWidth = 20000 * geom.Pt
	maxSize  = 1000 * geom.Pt // of text
)

// ErrNothing is the error of a chart whose amounts are absent or all zero.
var ErrNothing = errors.New("there is nothing to draw")

// ErrRoom is the error of a chart whose words don't fit the width.
var ErrRoom = errors.New("there is no room")

// check returns an error where a chart of the parts cannot be drawn truly.
func check(parts []Part) error {
	if len(parts) == 0 {
		return fmt.Errorf("%w: the chart has no parts", ErrNothing)
	}
	if len(parts) > maxParts {
		return fmt.Errorf("the chart has %d parts; more than %d cannot be told from each other", len(parts), maxParts)
	}
	for i, p := range parts {
		if p.Amount < 0 {
			return fmt.Errorf("part %d, %q, is below zero (%d): it has no place in a whole", i+1, p.Label, p.Amount)
		}
		if len(words(p.Label)) == 0 {
			return fmt.Errorf("part %d has no label", i+1)
		}
	}
	sum, err := total(parts)
	if err == nil && sum == 0 {
		err = fmt.Errorf("%w: the amounts are all zero", ErrNothing)
	}
	return err
}

// check returns an error where nothing can be set or laid out in the style.
func (st Style) check(width geom.Length) error {
	if st.Library == nil {
		return errors.New("the chart's style has no fonts")
	}
	if len(st.Palette) == 0 {
		return errors.New("the chart's style has no palette")
	}
	for _, size := range []geom.Length{st.LabelSize, st.ValueSize, st.TotalSize} {
		if size <= 0 || size > maxSize {
			return fmt.Errorf("the chart's text size %s pt is not between 0 and %s pt", size, maxSize)
		}
	}
	if width <= 0 || width > maxWidth {
		return fmt.Errorf("the chart's width %s pt is not between 0 and %s pt", width, maxWidth)
	}
	return nil
}

// rows returns the parts as the rows of a table: label, value and share.
func rows(parts []Part) [][3]string {
	out := make([][3]string, len(parts))
	for i, p := range parts {
		out[i] = [3]string{p.Label, p.Value, p.Share}
	}
	return out
}
