package charts

import (
	"errors"

	"github.com/wcharczuk/go-chart/v2/drawing"

	"github.com/kl-print/kl-print/layout/page"
)

// DefaultPalette returns seven colours of a deep blue-green family and an
// ochre. No two are of the same grey, and every two that can come to lie beside
// each other in a ring have a contrast of at least 1.7 to 1.
func DefaultPalette() []page.Color {
	return []page.Color{
		{R: 0x08, G: 0x34, B: 0x40}, // petrol
		{R: 0x4f, G: 0x9b, B: 0x9a}, // teal
		{R: 0x1d, G: 0x5b, B: 0x7e}, // blue
		{R: 0xd9, G: 0xa0, B: 0x44}, // ochre
		{R: 0x2c, G: 0x75, B: 0x6d}, // green
		{R: 0xa9, G: 0xcc, B: 0xc8}, // mist
		{R: 0x5c, G: 0x80, B: 0xa0}, // steel
	}
}

// colours gives n slices of a ring their colours: the palette's in turn, but
// the last one never that of the first, which it lies beside.
func colours(palette []page.Color, n int) ([]page.Color, error) {
	if n > 1 && len(palette) < 2 || n%2 == 1 && n > 1 && len(palette) < 3 {
		return nil, errors.New("the chart's palette has too few colours to tell its slices apart")
	}
	out := make([]page.Color, n)
	for i := range out {
		out[i] = palette[i%len(palette)]
	}
	if last := n - 1; last > 0 && last%len(palette) == 0 {
		out[last] = apart(palette, out[0], out[last-1])
	}
	return out, nil
}

// apart returns the palette's colour whose lesser contrast to a and b is the
// greatest.
func apart(palette []page.Color, a, b page.Color) page.Color {
	best, most := palette[0], int64(0)
	for _, c := range palette {
		if least := min(page.Contrast(c, a), page.Contrast(c, b)); least > most {
			best, most = c, least
		}
	}
	return best
}

// series makes colours those of go-chart's slices and bars, and everything else
// it would paint transparent.
type series []page.Color

func (series) BackgroundColor() drawing.Color       { return drawing.ColorTransparent }
func (series) BackgroundStrokeColor() drawing.Color { return drawing.ColorTransparent }
func (series) CanvasColor() drawing.Color           { return drawing.ColorTransparent }
func (series) CanvasStrokeColor() drawing.Color     { return drawing.ColorTransparent }
func (series) AxisStrokeColor() drawing.Color       { return drawing.ColorTransparent }
func (series) TextColor() drawing.Color             { return drawing.ColorTransparent }

// GetSeriesColor returns the colour of the slice or bar with that index.
func (s series) GetSeriesColor(i int) drawing.Color {
	c := s[i%len(s)]
	return drawing.Color{R: c.R, G: c.G, B: c.B, A: 255}
}

// pageColor returns a recorded colour as the page has it.
func pageColor(c drawing.Color) page.Color { return page.Color{R: c.R, G: c.G, B: c.B} }
