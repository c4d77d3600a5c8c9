package raster

import (
	"math"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

var black = page.Color{}

// drawn draws items on a page of 100 by 100 pixels.
func drawn(t *testing.T, images []page.Image, items ...page.Item) *Image {
	t.Helper()
	doc := &page.Document{Images: images, Pages: []page.Page{{
		Size: geom.Size{W: px(100), H: px(100)}, Content: []page.Content{{Artifact: page.Layout, Items: items}},
	}}}
	img, err := Page(doc, 0, fonts.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func px(n float64) geom.Length { return geom.Length(n * float64(unit)) }

func box(x, y, w, h float64) geom.Rect { return geom.Rect{X: px(x), Y: px(y), W: px(w), H: px(h)} }

func at(x, y float64) geom.Point { return geom.Point{X: px(x), Y: px(y)} }

// ink is how many pixels' worth of black there is in a rectangle.
func ink(img *Image, x, y, w, h int) float64 {
	sum := 0
	for j := y; j < y+h; j++ {
		for i := x; i < x+w; i++ {
			sum += 255 - int(img.Pix[3*(j*img.Width+i)])
		}
	}
	return float64(sum) / 255
}

func line(width float64, k page.Stroke, points ...geom.Point) page.Shape {
	k.Width = px(width)
	var p geom.Path
	for i, pt := range points {
		op := geom.LineTo
		if i == 0 {
			op = geom.MoveTo
		}
		p = append(p, geom.Segment{Op: op, P: [3]geom.Point{pt}})
	}
	return page.Shape{Path: p, Stroke: &k}
}

func closed(s page.Shape) page.Shape {
	s.Path = append(s.Path, geom.Segment{Op: geom.Close})
	return s
}

// TestAreas holds what is drawn against areas known from geometry.
func TestAreas(t *testing.T) {
	fill := func(p geom.Path) page.Shape { return page.Shape{Path: p, Fill: &black} }
	twice := append(geom.Rectangle(box(10, 10, 60, 60)), geom.Rectangle(box(20, 20, 30, 30))...)
	for _, c := range []struct {
		name string
		item page.Item
		want float64
	}{
		{"whole pixels", fill(geom.Rectangle(box(10, 20, 30, 40))), 1200},
		{"parts of pixels", fill(geom.Rectangle(box(10.25, 20.5, 30.5, 40.25))), 30.5 * 40.25},
		{"within one pixel", fill(geom.Rectangle(box(10.25, 20.25, 0.5, 0.5))), 0.25},
		{"over the sides", fill(geom.Rectangle(box(-50, -50, 100, 200))), 5000},
		{"all of it", fill(geom.Rectangle(box(-1e4, -1e4, 2e4, 2e4))), 10000},
		{"left of the page", fill(geom.Rectangle(box(-50, 10, 40, 40))), 0},
		{"right of the page", fill(geom.Rectangle(box(150, 10, 40, 40))), 0},
		{"above and below", page.Group{Items: []page.Item{fill(geom.Rectangle(box(10, -50, 40, 40))), fill(geom.Rectangle(box(10, 120, 40, 40)))}}, 0},
		{"a circle", fill(geom.Ellipse(box(10, 10, 80, 80))), math.Pi * 40 * 40},
		{"a triangle", fill(geom.Path{{P: [3]geom.Point{at(10, 10)}}, {Op: geom.LineTo, P: [3]geom.Point{at(90, 30)}}, {Op: geom.LineTo, P: [3]geom.Point{at(20, 80)}}}), 2700},
		{"two areas", fill(twice), 3600},
		{"one in the other", page.Shape{Path: twice, Fill: &black, EvenOdd: true}, 2700},
		{"moved", page.Group{Offset: at(80, 0), Items: []page.Item{fill(geom.Rectangle(box(10, 10, 30, 10)))}}, 100},
		{"a rule", line(0.75, page.Stroke{}, at(10, 50), at(90, 50)), 60},
		{"a slanting rule", line(3, page.Stroke{}, at(20, 20), at(60, 50)), 150},
		{"round ends", line(10, page.Stroke{Round: true}, at(20, 50), at(60, 50)), 400 + math.Pi*25},
		{"a mitred frame", closed(line(4, page.Stroke{}, at(20, 20), at(80, 20), at(80, 80), at(20, 80))), 64*64 - 56*56},
		{"a bevelled corner", line(10, page.Stroke{}, at(20, 50), at(70, 50), at(20, 52)), -1},
		{"dashes", line(2, page.Stroke{Dash: []geom.Length{px(6), px(4)}}, at(10, 50), at(60, 50)), 60},
		{"dashes round a corner", line(2, page.Stroke{Dash: []geom.Length{px(3), px(2)}}, at(10, 10), at(60, 10), at(60, 60)), 120},
		{"dots", line(4, page.Stroke{Round: true, Dash: []geom.Length{0, px(10)}}, at(10, 50), at(45, 50)), 4 * math.Pi * 4},
		{"without width", line(0, page.Stroke{}, at(10, 50.5), at(60, 50.5)), 50},
	} {
		img := drawn(t, nil, c.item)
		got := ink(img, 0, 0, 100, 100)
		if c.want < 0 { // a mitre would reach far to the right of the corner
			if ink(img, 80, 0, 20, 100) > 0 || got < 500 {
				t.Errorf("%s: %.2f pixels", c.name, got)
			}
			continue
		}
		if math.Abs(got-c.want) > 0.2+c.want/200 {
			t.Errorf("%s: %.2f pixels, wanted %.2f", c.name, got, c.want)
		}
	}
}

// TestPictures has the means of what lies under each pixel, and clips.
func TestPictures(t *testing.T) {
	images := []page.Image{{Name: "x", Width: 4, Height: 4, Pix: make([]byte, 48)}}
	for i := range 16 {
		if (i%4+i/4)%2 == 1 {
			copy(images[0].Pix[3*i:], []byte{200, 100, 50})
		}
	}
	img := drawn(t, images, page.Picture{Box: box(10, 10, 2, 2)})
	if got := [3]byte(img.Pix[3*(10*100+10):]); got != [3]byte{100, 50, 25} {
		t.Errorf("the mean is %v", got)
	}
	img = drawn(t, images, page.Picture{Box: box(10, 10, 40, 40)})
	for _, c := range []struct{ x, y, want int }{{10, 10, 0}, {19, 19, 0}, {20, 10, 200}, {29, 19, 200}, {49, 49, 0}, {50, 49, 255}, {9, 10, 255}} {
		if got := int(img.Pix[3*(c.y*100+c.x)]); got != c.want {
			t.Errorf("pixel %d, %d is %d, wanted %d", c.x, c.y, got, c.want)
		}
	}
	dark := []page.Image{{Name: "x", Width: 1, Height: 1, Pix: make([]byte, 3)}}
	for want, p := range map[float64]page.Picture{
		400:               {Box: box(10, 10, 60, 60), Clip: box(30, 30, 20, 20)},
		math.Pi * 10 * 10: {Box: box(10, 10, 60, 60), Clip: box(30, 30, 20, 20), Round: true},
		3600:              {Box: box(-20, -20, 80, 80)},
	} {
		if got := ink(drawn(t, dark, p), 0, 0, 100, 100); math.Abs(got-want) > 1 {
			t.Errorf("%.2f pixels, wanted %.2f", got, want)
		}
	}
}

// TestGlyphs has a letter of composed parts as wide and high as the face says.
func TestGlyphs(t *testing.T) {
	face, err := fonts.Embedded().Face(fonts.SansRegular)
	if err != nil {
		t.Fatal(err)
	}
	set := func(s string, stretch int) *Image {
		text, missing := page.Set(face, 0, px(60), black, at(10, 80), s)
		if len(missing) > 0 {
			t.Fatalf("no %q", missing)
		}
		text.Stretch = stretch
		return drawn(t, nil, text)
	}
	stem := ink(set("l", 0), 0, 0, 100, 100)
	if half := ink(set("l", 500), 0, 0, 100, 100); stem < 100 || math.Abs(half-stem/2) > 1 {
		t.Errorf("the letter has %.1f pixels, at half the width %.1f", stem, half)
	}
	a, ring := ink(set("a", 0), 0, 0, 100, 100), ink(set("å", 0), 0, 0, 100, 100)
	if ring < a*1.05 || ring > a*1.6 {
		t.Errorf("a has %.1f pixels, å %.1f", a, ring)
	}
	if o := set("o", 0); o.Pix[3*(66*100+26)] != 255 {
		t.Error("the inside of an o is not white")
	}
	if top := float64(face.Metrics().CapHeight) * 60 / float64(face.Metrics().UnitsPerEm); ink(set("H", 0), 0, 0, 100, int(80-top)-1) > 0 {
		t.Error("an H is higher than a capital")
	}
}

// TestWhatCannotBeDrawn has an error, and nothing brings the program down.
func TestWhatCannotBeDrawn(t *testing.T) {
	for name, doc := range map[string]*page.Document{
		"no image":     {Pages: []page.Page{{Size: geom.Size{W: px(9), H: px(9)}, Content: []page.Content{{Items: []page.Item{page.Picture{Box: box(0, 0, 9, 9)}}}}}}},
		"no pixels":    {Images: []page.Image{{Width: 9, Height: 9}}, Pages: []page.Page{{Size: geom.Size{W: px(9), H: px(9)}, Content: []page.Content{{Items: []page.Item{page.Picture{Box: box(0, 0, 9, 9)}}}}}}},
		"no JPEG":      {Images: []page.Image{{JPEG: []byte("x")}}, Pages: []page.Page{{Size: geom.Size{W: px(9), H: px(9)}, Content: []page.Content{{Items: []page.Item{page.Picture{Box: box(0, 0, 9, 9)}}}}}}},
		"no face":      {Pages: []page.Page{{Size: geom.Size{W: px(9), H: px(9)}, Content: []page.Content{{Items: []page.Item{page.Text{Face: "x", Size: 9}}}}}}},
		"too large":    {Pages: []page.Page{{Size: geom.Size{W: px(Largest + 1), H: px(9)}}}},
		"without size": {Pages: []page.Page{{}}},
	} {
		if _, err := Page(doc, 0, fonts.Embedded()); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
