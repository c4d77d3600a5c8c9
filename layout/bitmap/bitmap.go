// Package bitmap makes of a JPEG or PNG file the pixels its place on a page
// needs, and no more.
//
// A file's head is read first, and what is too large to decode is refused by
// it. Then the file is decoded once, the part that shows is shrunk as it is
// read row by row, its colours are brought to sRGB, and it is turned upright:
//
//	decoded → rows of 16 bits → taps (scale) → transform (colour) → 8 bits → upright
//
// All of it is in integers, with 16 bits a channel until the last step rounds
// to 8. golang.org/x/image/draw isn't used for shrinking, as its weights are
// floats, which processors with fused multiplication round otherwise.
//
// The colours: an embedded ICC profile that is a matrix with curves, or a curve
// for grey, is converted to sRGB. With any other profile the colours are taken
// for sRGB as they are, and a warning says so. A JPEG without a profile whose
// EXIF part names Adobe RGB (DCF 2.0, option file R03) is that. PNG's gAMA, cHRM
// and cICP are ignored: files that have them without a profile mostly state
// sRGB, or state it wrongly. CMYK without its profile can only be approached, and a
// warning asks for RGB. Transparency is laid on white.
package bitmap

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"github.com/kl-print/kl-print/content/diag"
)

// limits are how large a file may be.
type limits struct {
	pixels int64 // width by height
	memory int64 // bytes its decoder takes, by the estimate of the head
}

// standard allows what cameras make, and no bombs.
func standard() limits { return limits{pixels: 100_000_000, memory: 768 << 20} }

// MaxFile is how many bytes a file may have.
const MaxFile = 256 << 20

// quality is that of JPEGs encoded anew (image/jpeg's scale): at 300 dpi no
// difference is seen on paper.
const quality = 90

// Head is what is known of a file before it is decoded.
type Head struct {
	Name          string // for messages
	Width, Height int    // in pixels, as it is seen: upright
	// Warnings are what of the file can't be kept, for who placed it.
	Warnings []diag.Message

	isPNG    bool
	baseline bool // a JPEG a PDF may hold as it is coded
	unclear  bool // a JPEG that readers may not agree is in YCbCr
	grey     bool
	inks     bool // CMYK
	storedW  int
	storedH  int
	turn     orientation
	profile  []byte     // until colours is made of it
	adobeRGB bool       // EXIF names it
	colours  *transform // nil: they are sRGB
	segments []segment  // of a JPEG
	scans    int        // of a JPEG
	memory   int64      // bytes it takes to decode
}

// Open reads a file's head. Nothing is decoded. The error is a *Fault.
func Open(name string, data []byte) (*Head, error) { return open(name, data, standard()) }

func open(name string, data []byte, lim limits) (*Head, error) {
	h := &Head{Name: name}
	var err error
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		h.isPNG = true
		err = h.readPNG(data)
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		err = h.readJPEG(data)
	default:
		err = errFormat
	}
	switch {
	case err != nil:
		return nil, damaged(name, err)
	case h.storedW <= 0 || h.storedH <= 0:
		return nil, damaged(name, errEmpty)
	case h.pixels() > lim.pixels, h.memory > lim.memory:
		return nil, tooLarge(name, h.storedW, h.storedH, min(lim.pixels, lim.memory/max(1, h.memory/h.pixels())))
	case h.scans > maxScans:
		return nil, damaged(name, errScans)
	}
	h.Width, h.Height = h.turn.size(h.storedW, h.storedH)
	h.findColours()
	return h, nil
}

func (h *Head) pixels() int64 { return int64(h.storedW) * int64(h.storedH) }

// Bitmap is a picture ready for a page: a baseline JPEG, or RGB pixels.
type Bitmap struct {
	Width, Height int
	JPEG          []byte
	Pix           []byte // RGB, 3 bytes a pixel, row by row, where JPEG is nil
}

// Render decodes the file Open has read and makes a part of it, at the size the
// part says. A baseline JPEG that is wanted whole, stands upright and is in
// sRGB is handed on as it is coded, without its metadata: the camera, the place
// and the thumbnail are not for publishing. Other JPEGs are coded anew, PNGs
// become pixels without loss. The error is a *Fault.
func (h *Head) Render(data []byte, p Part) (Bitmap, error) {
	img, err := h.decode(data)
	if err != nil {
		return Bitmap{}, damaged(h.Name, err)
	}
	if p == h.Whole() && h.keeps(img) {
		return Bitmap{Width: p.W, Height: p.H, JPEG: h.stripped(data)}, nil
	}
	r := h.raster(img, p)
	r = r.upright(h.turn)
	out := Bitmap{Width: r.w, Height: r.h}
	if h.isPNG {
		out.Pix = r.rgb()
		return out, nil
	}
	out.JPEG, err = r.jpeg()
	return out, err
}

// decode decodes the file and holds it to its head.
func (h *Head) decode(data []byte) (image.RGBA64Image, error) {
	read := jpeg.Decode
	if h.isPNG {
		read = png.Decode
	}
	img, err := read(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if b := img.Bounds(); b.Min != (image.Point{}) || b.Dx() != h.storedW || b.Dy() != h.storedH {
		return nil, errHead
	}
	deep, ok := img.(image.RGBA64Image)
	if !ok {
		return nil, errFormat
	}
	return deep, nil
}

// keeps reports whether a file may be handed on as it is coded.
func (h *Head) keeps(img image.Image) bool {
	switch img.(type) {
	case *image.YCbCr, *image.Gray:
		return h.baseline && !h.unclear && h.colours == nil && h.turn == orientation{}
	}
	return false
}
