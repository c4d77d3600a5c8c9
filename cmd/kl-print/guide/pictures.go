// Package guide draws the pictures of the guide: what each block of its edition
// looks like on the page, cut out of pages set as every report's are.
package guide

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"slices"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/guide"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/raster"
	"github.com/kl-print/kl-print/layout/screen"
)

// How pictures are made: pixels of the page averaged so many by so many, which is
// 150 an inch, or a small one of whole pages; with some of the page around what
// they show.
const (
	fine   = 2
	coarse = 10
)

// margin is how much of the page is shown around a block.
func margin() geom.Length { return geom.MM(4) }

// Picture is a block as it is printed.
type Picture struct {
	PNG   []byte
	Width int // that it is shown at, in CSS pixels: as wide as on the paper
}

// Pictures draws the guide's edition and cuts out each block, by its kind. The same
// program gives the same pixels on every machine.
func Pictures(ctx context.Context) (map[string]Picture, error) {
	rep, problems := source.Load(guide.Edition())
	if rep == nil {
		return nil, told(problems)
	}
	proof, problems, err := layout.NewPress(fonts.Embedded()).Proof(ctx, rep)
	if err != nil {
		return nil, err
	}
	if proof == nil {
		return nil, told(problems)
	}
	samples, err := guide.Samples(guide.Edition())
	if err != nil {
		return nil, err
	}
	d := &drawer{proof: proof, pages: map[int]*raster.Image{}}
	d.place()
	out := map[string]Picture{}
	for kind, s := range samples {
		if out[kind], err = d.picture(s); err != nil {
			return nil, fmt.Errorf("%s: %w", kind, err)
		}
	}
	return out, nil
}

// told makes an error of problems in the guide's own edition.
func told(problems *diag.List) error {
	var all []error
	for _, d := range problems.Sorted() {
		all = append(all, errors.New(d.Text(diag.English)))
	}
	return errors.Join(all...)
}

// drawer draws pages once each and cuts pictures out of them.
type drawer struct {
	proof  *layout.Proof
	blocks []placed
	pages  map[int]*raster.Image
}

// placed is a block on a page.
type placed struct {
	screen.Block
	page int // its index
}

// place finds where the blocks are.
func (d *drawer) place() {
	for i := range d.proof.Document.Pages {
		for _, b := range screen.Boxes(&d.proof.Document.Pages[i], d.proof.Places, d.proof.Library) {
			d.blocks = append(d.blocks, placed{b, i})
		}
	}
}

// picture cuts out a block, with what stands beside it; where nothing is printed of
// it, the pages it parts.
func (d *drawer) picture(s guide.Sample) (Picture, error) {
	first := slices.IndexFunc(d.blocks, func(b placed) bool { return within(b.Pos, s) })
	if first < 0 {
		return d.parted(s)
	}
	at := d.blocks[first].page
	img, err := d.page(at)
	if err != nil {
		return Picture{}, err
	}
	own, others := d.on(at, s)
	left, right := sides(append(slices.Clone(own), others...))
	var pieces []*image.NRGBA
	for _, box := range clusters(own, others) {
		m := margin()
		top, bottom := box.Y-m, box.Bottom()+m
		for _, o := range others {
			if o.Bottom() <= box.Y {
				top = max(top, box.Y-(box.Y-o.Bottom())/2)
			}
			if o.Y >= box.Bottom() {
				bottom = min(bottom, box.Bottom()+(o.Y-box.Bottom())/2)
			}
		}
		cut := image.Rect(pixels(left-m), pixels(top), pixels(right+m), pixels(bottom))
		pieces = append(pieces, reduced(img, cut.Intersect(image.Rect(0, 0, img.Width, img.Height)), fine))
	}
	out := stacked(pieces)
	return encoded(out, out.Rect.Dx()*fine*96/raster.DPI)
}

// on parts the boxes of a page: those of a sample, from the top, and the others.
func (d *drawer) on(at int, s guide.Sample) (own, others []geom.Rect) {
	for _, b := range d.blocks {
		switch {
		case b.page != at:
		case within(b.Pos, s):
			own = append(own, b.Box)
		default:
			others = append(others, b.Box)
		}
	}
	slices.SortStableFunc(own, func(a, b geom.Rect) int { return cmp.Compare(a.Y, b.Y) })
	return own, others
}

// sides are the left and the right of what is on a page: the columns that all is
// set in.
func sides(boxes []geom.Rect) (left, right geom.Length) {
	left, right = boxes[0].X, boxes[0].Right()
	for _, b := range boxes {
		left, right = min(left, b.X), max(right, b.Right())
	}
	return left, right
}

// clusters puts boxes together that no other stands between: a footnote is shown by
// itself.
func clusters(own, others []geom.Rect) (out []geom.Rect) {
	for _, box := range own {
		last := len(out) - 1
		if last < 0 || slices.ContainsFunc(others, func(o geom.Rect) bool { return o.Y >= out[last].Bottom() && o.Bottom() <= box.Y }) {
			out = append(out, box)
			continue
		}
		out[last] = around(out[last], box)
	}
	return out
}

// within reports a place in the lines of a sample.
func within(pos diag.Pos, s guide.Sample) bool {
	return pos.File == s.File && pos.Line >= s.From && pos.Line <= s.To
}

// parted shows the page before a break and the one after it.
func (d *drawer) parted(s guide.Sample) (Picture, error) {
	before := -1
	for _, b := range d.blocks {
		if b.Pos.File == s.File && b.Pos.Line < s.From {
			before = max(before, b.page)
		}
	}
	if before < 0 || before+1 >= len(d.proof.Document.Pages) {
		return Picture{}, errors.New("nothing of it is on a page")
	}
	var both []*image.NRGBA
	for _, i := range []int{before, before + 1} {
		img, err := d.page(i)
		if err != nil {
			return Picture{}, err
		}
		both = append(both, reduced(img, image.Rect(0, 0, img.Width, img.Height), coarse))
	}
	out := sideBySide(both)
	return encoded(out, out.Bounds().Dx())
}

// page draws a page, once.
func (d *drawer) page(i int) (*raster.Image, error) {
	if img, has := d.pages[i]; has {
		return img, nil
	}
	img, err := raster.Page(d.proof.Document, i, d.proof.Library)
	d.pages[i] = img
	return img, err
}

// pixels is where a length falls, in pixels of the raster.
func pixels(l geom.Length) int { return int(geom.DivRound(int64(l)*raster.DPI, int64(geom.Inch))) }

// around is the smallest rectangle around two.
func around(a, b geom.Rect) geom.Rect {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return geom.Rect{X: x, Y: y, W: max(a.Right(), b.Right()) - x, H: max(a.Bottom(), b.Bottom()) - y}
}

// reduced is a part of a page with so many pixels by so many averaged into one.
func reduced(img *raster.Image, cut image.Rectangle, by int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, cut.Dx()/by, cut.Dy()/by))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			var sum [3]int
			for dy := range by {
				at := 3 * ((cut.Min.Y+y*by+dy)*img.Width + cut.Min.X + x*by)
				for i, v := range img.Pix[at : at+3*by] {
					sum[i%3] += int(v)
				}
			}
			to := out.Pix[out.PixOffset(x, y):]
			for c := range sum {
				to[c] = uint8((sum[c] + by*by/2) / (by * by))
			}
			to[3] = 0xFF
		}
	}
	return out
}

// stacked puts pieces below each other.
func stacked(pieces []*image.NRGBA) *image.NRGBA {
	w, h := 0, 0
	for _, p := range pieces {
		w, h = max(w, p.Rect.Dx()), h+p.Rect.Dy()
	}
	out := blank(w, h)
	top := 0
	for _, p := range pieces {
		for y := range p.Rect.Dy() {
			copy(out.Pix[out.PixOffset(0, top+y):], p.Pix[p.PixOffset(0, y):][:4*p.Rect.Dx()])
		}
		top += p.Rect.Dy()
	}
	return out
}

// blank is white.
func blank(w, h int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range out.Pix {
		out.Pix[i] = 0xFF
	}
	return out
}

// sideBySide puts pages beside each other, each with a thin frame.
func sideBySide(pages []*image.NRGBA) *image.NRGBA {
	const frame, gap, grey = 1, 12, 0x99
	w, h := 0, 0
	for _, p := range pages {
		w, h = w+p.Rect.Dx()+2*frame+gap, max(h, p.Rect.Dy()+2*frame)
	}
	out := blank(w-gap, h)
	left := 0
	for _, p := range pages {
		for y := range p.Rect.Dy() + 2*frame {
			for x := range p.Rect.Dx() + 2*frame {
				to := out.Pix[out.PixOffset(left+x, y):]
				if in := (image.Point{X: x - frame, Y: y - frame}); in.In(p.Rect) {
					copy(to, p.Pix[p.PixOffset(in.X, in.Y):][:4])
				} else {
					to[0], to[1], to[2] = grey, grey, grey
				}
			}
		}
		left += p.Rect.Dx() + 2*frame + gap
	}
	return out
}

// encoded is a picture as PNG.
func encoded(img *image.NRGBA, width int) (Picture, error) {
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&out, img); err != nil {
		return Picture{}, err
	}
	return Picture{PNG: out.Bytes(), Width: width}, nil
}
