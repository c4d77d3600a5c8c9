package layout

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // registers the formats a logo may have
	_ "image/png"
	"io/fs"
	"path"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
	"github.com/kl-print/kl-print/layout/svg"
)

// maxLogo bounds a logo's pixels.
const maxLogo = 16_000_000

// logo is the sender's mark: a drawing or a bitmap.
type logo struct {
	alt     string
	drawing *svg.Drawing // nil: it is a bitmap
	bitmap  page.Image
	index   int // of the bitmap in the document, from 1; 0: not there yet
}

// loadLogo reads the theme's logo, nil where it has none or it can't be used.
func loadLogo(rep *content.Report, th *style.Theme, problems *diag.List) *logo {
	said := rep.Theme.Logo
	if !said.Said {
		return nil
	}
	l := &logo{alt: said.Value.Alt}
	data, err := fs.ReadFile(rep.Files, said.Value.File)
	if err == nil {
		if strings.EqualFold(path.Ext(said.Value.File), ".svg") {
			l.drawing, err = svg.Parse(data)
		} else {
			l.bitmap, err = onGround(said.Value.File, data, th.Cover)
		}
	}
	if err == nil && (l.size().W <= 0 || l.size().H <= 0) {
		err = errors.New("it has no area")
	}
	if wrong, is := errors.AsType[svg.Errors](err); is {
		for _, e := range wrong {
			problems.Error(said.Pos, badDrawing(said.Value.File, e))
		}
		return nil
	}
	if err != nil {
		problems.Error(said.Pos, badLogo(said.Value.File, err))
		return nil
	}
	return l
}

// onGround decodes a bitmap and lays it on the colour it will stand on.
func onGround(name string, data []byte, ground page.Color) (page.Image, error) {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return page.Image{}, err
	}
	if cfg.Width <= 0 || cfg.Height <= 0 || cfg.Width > maxLogo/cfg.Height {
		return page.Image{}, errors.New("over 16 million pixels")
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return page.Image{}, err
	}
	out := page.Image{Name: name, Width: cfg.Width, Height: cfg.Height, Pix: make([]byte, 0, 3*cfg.Width*cfg.Height)}
	b := img.Bounds()
	over := func(c uint32, under uint8, clear uint32) byte {
		return byte((c + uint32(under)*0x101*clear/0xFFFF) >> 8)
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, a := img.At(x, y).RGBA()
			out.Pix = append(out.Pix, over(r, ground.R, 0xFFFF-a), over(g, ground.G, 0xFFFF-a), over(bl, ground.B, 0xFFFF-a))
		}
	}
	return out, nil
}

// size is the logo's own, in any unit.
func (l *logo) size() geom.Size {
	if l.drawing != nil {
		return l.drawing.Size
	}
	return geom.Size{W: geom.Length(l.bitmap.Width), H: geom.Length(l.bitmap.Height)}
}

// within is the logo's place at the top left of a box, as large as that has room
// for.
func (l *logo) within(box geom.Rect) geom.Rect {
	if own := l.size(); own.W*box.H > own.H*box.W {
		box.H = box.W.Scale(int64(own.H), int64(own.W))
	} else {
		box.W = box.H.Scale(int64(own.W), int64(own.H))
	}
	return box
}

// drawLogo draws the logo at the top left of a box, as large as the box has room
// for, and returns its height.
func (a *assembler) drawLogo(ink *galley.Ink, parent *page.Elem, box geom.Rect) geom.Length {
	l := a.logo
	box = l.within(box)
	mark := a.kit.Marks.Mark()
	fig := &page.Elem{Role: page.RoleFigure, Kids: []page.Kid{page.Mark(mark)}}
	fig.Attr.Alt, fig.Attr.Placement = l.alt, "Block"
	parent.Kids = append(parent.Kids, fig)
	if l.drawing != nil {
		ink.Real(mark, l.drawing.Fit(box, a.theme.CoverText)...)
		return box.H
	}
	if l.index == 0 {
		a.kit.Images.List = append(a.kit.Images.List, l.bitmap)
		l.index = len(a.kit.Images.List)
	}
	ink.Real(mark, page.Picture{Image: l.index - 1, Box: box, Clip: box})
	return box.H
}

func badLogo(file string, err error) diag.Message {
	return diag.Message{
		Code:    "logo",
		Danish:  fmt.Sprintf("logoet %q kan ikke bruges: %v; forventede en SVG-, PNG- eller JPEG-fil", file, err),
		English: fmt.Sprintf("the logo %q can't be used: %v; expected an SVG, PNG or JPEG file", file, err),
	}
}

// badDrawing says what of a logo's drawing can't be drawn.
func badDrawing(file string, e *svg.Error) diag.Message {
	return diag.Message{
		Code:    "logo",
		Danish:  fmt.Sprintf("logoet %q, linje %d, kan ikke tegnes: %s; README siger, hvad en SVG kan have i sig", file, e.Line, drawingInDanish(e.Problem)),
		English: fmt.Sprintf("the logo %q, line %d, can't be drawn: %s; the README says what an SVG may hold", file, e.Line, e.Problem),
	}
}

// drawingInDanish tells what is wrong with a drawing in Danish; the names of SVG's own
// stay.
func drawingInDanish(problem string) string {
	return strings.NewReplacer(
		"unsupported SVG feature: the element", "her kan ikke bruges elementet",
		"unsupported SVG feature: the attribute", "her kan ikke bruges attributten",
		"unsupported SVG feature: the style property", "her kan ikke bruges egenskaben",
		"unsupported SVG feature: the style rule", "her kan ikke bruges stilreglen",
		"text is not supported; convert it to outlines", "tekst kan ikke bruges; konvertér den til omrids",
		"the paint", "farven", "the colour", "farven", "the element", "elementet", "the attribute", "attributten", "the number", "tallet", "the instruction", "instruktionen",
		"is not in the namespace", "er ikke i navnerummet", "is not supported", "kan ikke bruges", "is there twice", "står der to gange", "is too large", "er for stor", "is negative", "er negativ",
		"a viewBox of four numbers is needed", "der skal være en viewBox med fire tal", "there is no svg element", "der er intet svg-element",
		"a document type with declarations", "en dokumenttype med erklæringer", "a number is expected at", "der skal stå et tal ved", "a command is expected at", "der skal stå en kommando ved",
		", only ", ", kun ", "unexpected EOF", "filen holder op midt i det",
	).Replace(problem)
}
