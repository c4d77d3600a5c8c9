package main

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/raster"
	"github.com/kl-print/kl-print/layout/tiff"
)

// everyDoc is the edition that has every block, laid out.
func everyDoc(t *testing.T) *page.Document {
	t.Helper()
	rep, problems := source.Load(os.DirFS(filepath.Join(top, "layout", "testdata", "every")))
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	doc, _, err := layout.Compile(t.Context(), rep, fonts.Embedded(), layout.Options{})
	if err != nil || doc == nil {
		t.Fatal(err)
	}
	return doc
}

// onCores runs a function on so many cores.
func onCores(n int, f func()) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(n))
	f()
}

// TestPagesSideBySide draws pages on one core and on several: the bytes are the same.
func TestPagesSideBySide(t *testing.T) {
	doc := everyDoc(t)
	doc.Pages = doc.Pages[2:6] // text, a picture and what is drawn; four, so that four are drawn at once
	var first []byte
	for _, cores := range []int{1, 2, 8} {
		var out bytes.Buffer
		onCores(cores, func() {
			if want := min(cores, drawnAtOnce); atOnce(doc) != want {
				t.Errorf("on %d cores %d pages are drawn at once", cores, atOnce(doc))
			}
			if err := writeTIFF(t.Context(), &out, doc, fonts.Embedded(), tiff.Info{Name: "x", DPI: raster.DPI}); err != nil {
				t.Fatal(err)
			}
		})
		if first == nil {
			first = out.Bytes()
		}
		if !bytes.Equal(first, out.Bytes()) {
			t.Errorf("on %d cores the bytes are others", cores)
		}
	}
}

// sheets is a document of empty pages.
func sheets(n int, side geom.Length) *page.Document {
	return &page.Document{Pages: slices.Repeat([]page.Page{{Size: geom.Size{W: side, H: side}}}, n)}
}

// TestMemoryOfPagesIsBounded draws many pages, and samples what is in use: no more
// than those being drawn have, not all that there are. Large pages are drawn one by
// one.
func TestMemoryOfPagesIsBounded(t *testing.T) {
	const inch = 72 * geom.Pt
	doc := sheets(24, 8*inch) // 2400 pixels a side: 17 MB each, 415 MB in all
	var most uint64
	done, sampled := make(chan struct{}), make(chan struct{})
	var before runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	go func() {
		defer close(sampled)
		var m runtime.MemStats
		for {
			select {
			case <-done:
				return
			case <-time.After(2 * time.Millisecond):
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc-min(m.HeapAlloc, before.HeapAlloc))
			}
		}
	}()
	err := writeTIFF(t.Context(), io.Discard, doc, fonts.Embedded(), tiff.Info{Name: "x", DPI: raster.DPI})
	close(done)
	<-sampled
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("at most %d MB", most>>20)
	if most > 256<<20 {
		t.Errorf("%d MB were in use", most>>20)
	}
	onCores(8, func() {
		if n := atOnce(sheets(2, 40*inch)); n != 1 {
			t.Errorf("%d pages of 430 MB are drawn at once", n)
		}
	})
}

// TestDrawingEnds has pages no longer drawn where one can't be, or the reader is gone.
func TestDrawingEnds(t *testing.T) {
	doc := sheets(30, 72*geom.Pt)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if err := writeTIFF(gone, io.Discard, doc, fonts.Embedded(), tiff.Info{DPI: raster.DPI}); !errors.Is(err, context.Canceled) {
		t.Errorf("it goes on: %v", err)
	}
	full := errors.New("full")
	if err := writeTIFF(t.Context(), refusing{full}, doc, fonts.Embedded(), tiff.Info{DPI: raster.DPI}); !errors.Is(err, full) {
		t.Errorf("a full disk: %v", err)
	}
	doc.Pages = slices.Clone(doc.Pages)
	doc.Pages[3].Content = []page.Content{{Artifact: page.Layout, Items: []page.Item{page.Text{Face: "none", Size: geom.Pt, Source: "a", Words: page.One("a", []page.Glyph{{ID: 1, End: 1}})}}}}
	if err := writeTIFF(t.Context(), io.Discard, doc, fonts.Embedded(), tiff.Info{DPI: raster.DPI}); err == nil {
		t.Error("a page that can't be drawn is passed over")
	}
}

// refusing is a writer that can't.
type refusing struct{ err error }

func (r refusing) Write([]byte) (int, error) { return 0, r.err }

// TestTheComparisonCanFail spoils a drawn page as a mistake in drawing would, and
// has the bounds that hold pages against poppler's told of each; the page itself is
// within them.
func TestTheComparisonCanFail(t *testing.T) {
	img, err := raster.Page(everyDoc(t), 2, fonts.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	part := image.Rect(240, 1100, 1440, 1700) // the heading and the first lines
	whole := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	var theirs [][]byte
	for y := range part.Dy() {
		row := img.Pix[3*((part.Min.Y+y)*img.Width+part.Min.X):][:3*part.Dx()]
		theirs = append(theirs, row)
		for x := range part.Dx() {
			whole.SetRGBA(x, y, color.RGBA{row[3*x], row[3*x+1], row[3*x+2], 255})
		}
	}
	word := image.Rect(16, 108, 206, 152) // the first of the first line
	beyond := func(spoilt image.Image) bool {
		worst, average, _ := distance(spoilt, theirs)
		return worst > mostOff || average > meanOff
	}
	if beyond(whole) {
		t.Error("the page is beyond the bounds of itself")
	}
	for name, spoil := range map[string]func(*image.RGBA){
		"a word is missing":          func(p *image.RGBA) { draw.Draw(p, word, image.White, image.Point{}, draw.Src) },
		"a word is grey":             func(p *image.RGBA) { pale(p, word) },
		"everything is a line lower": func(p *image.RGBA) { draw.Draw(p, p.Rect, whole, image.Pt(0, -58), draw.Src) },
		"everything is 0.5 mm right": func(p *image.RGBA) { draw.Draw(p, p.Rect, whole, image.Pt(-6, 0), draw.Src) },
		"a spot is black": func(p *image.RGBA) {
			draw.Draw(p, image.Rect(1000, 300, 1024, 310), image.Black, image.Point{}, draw.Src)
		},
		"the page is white":          func(p *image.RGBA) { draw.Draw(p, p.Rect, image.White, image.Point{}, draw.Src) },
		"red and blue are exchanged": swapped,
		"the ground is not white":    func(p *image.RGBA) { ground(p) },
	} {
		spoilt := image.NewRGBA(whole.Rect)
		copy(spoilt.Pix, whole.Pix)
		spoil(spoilt)
		if !beyond(spoilt) {
			worst, average, at := distance(spoilt, theirs)
			t.Errorf("it is not seen that %s: %d at %v, %.3f", name, worst, at, average)
		}
	}
}

// pale takes half of the ink off.
func pale(p *image.RGBA, in image.Rectangle) {
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			c := p.RGBAAt(x, y)
			p.SetRGBA(x, y, color.RGBA{c.R/2 + 128, c.G/2 + 128, c.B/2 + 128, 255})
		}
	}
}

// swapped exchanges red and blue.
func swapped(p *image.RGBA) {
	for i := 0; i < len(p.Pix); i += 4 {
		p.Pix[i], p.Pix[i+2] = p.Pix[i+2], p.Pix[i]
	}
}

// ground takes one of 255 off all that is white.
func ground(p *image.RGBA) {
	for i := range p.Pix {
		if p.Pix[i] == 255 && i%4 != 3 {
			p.Pix[i] = 254
		}
	}
}
