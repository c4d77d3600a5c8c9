package compose

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // registers the format images may have
	"io/fs"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Images is a document's bitmaps, each file read once.
type Images struct {
	List  []page.Image
	index map[string]int
}

// load returns the index of a file's image.
func (m *Images) load(files fs.FS, name string) (int, error) {
	if i, ok := m.index[name]; ok {
		return i, nil
	}
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return 0, err
	}
	img, err := decode(name, data)
	if err != nil {
		return 0, err
	}
	if m.index == nil {
		m.index = map[string]int{}
	}
	m.index[name] = len(m.List)
	m.List = append(m.List, img)
	return m.index[name], nil
}

// decode reads a PNG or JPEG. A baseline JPEG in colour or grey is kept as it
// is; everything else becomes plain RGB on white.
func decode(name string, data []byte) (page.Image, error) {
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return page.Image{}, err
	}
	out := page.Image{Name: name, Width: cfg.Width, Height: cfg.Height}
	if format == "jpeg" && (cfg.ColorModel == color.YCbCrModel || cfg.ColorModel == color.GrayModel) && upright(data) {
		if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
			return page.Image{}, err // damaged further in
		}
		out.JPEG = data
		return out, nil
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return page.Image{}, err
	}
	out.Pix = flatten(img)
	return out, nil
}

// upright reports whether a JPEG is baseline and has no EXIF part, which could
// turn it.
func upright(data []byte) bool {
	for i := 2; i+4 <= len(data) && data[i] == 0xFF; {
		marker, size := data[i+1], int(data[i+2])<<8|int(data[i+3])
		switch marker {
		case 0xC0:
			return true
		case 0xC1, 0xC2, 0xC3, 0xE1, 0xDA:
			return false
		}
		i += 2 + size
	}
	return false
}

// flatten lays a picture on white.
func flatten(img image.Image) []byte {
	b := img.Bounds()
	out := make([]byte, 0, 3*b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, a := img.At(x, y).RGBA()
			white := 0xFFFF - a
			out = append(out, uint8((r+white)>>8), uint8((g+white)>>8), uint8((bl+white)>>8))
		}
	}
	return out
}

// picture places a file so that it covers a box, what sticks out cut off.
func (c *composer) picture(name string, box geom.Rect) (page.Picture, bool) {
	i, err := c.Images.load(c.Files, name)
	if err != nil {
		c.Report.Error(c.pos, badImage(name, err))
		return page.Picture{}, false
	}
	img := c.Images.List[i]
	w, h := geom.Length(img.Width), geom.Length(img.Height)
	out := page.Picture{Image: i, Clip: box, Box: box}
	if w*box.H > h*box.W {
		out.Box.W = box.H * w / h
		out.Box.X = box.X - (out.Box.W-box.W)/2
	} else {
		out.Box.H = box.W * h / w
		out.Box.Y = box.Y - (out.Box.H-box.H)/2
	}
	return out, true
}

// image sets a picture with its caption in the main column.
func (c *composer) image(b content.Image) {
	i, err := c.Images.load(c.Files, b.File)
	if err != nil {
		c.Report.Error(c.pos, badImage(b.File, err))
		return
	}
	img := c.Images.List[i]
	w := c.th.Main()
	h := w * geom.Length(img.Height) / geom.Length(max(img.Width, 1))
	if most := c.th.Height() * 2 / 3; h > most {
		h, w = most, most*geom.Length(img.Width)/geom.Length(max(img.Height, 1))
	}
	fig := c.push(page.RoleFigure)
	fig.Attr.Alt, fig.Attr.Placement = b.Alt, "Block"
	mark := c.Marks.Mark()
	fig.Kids = append(fig.Kids, page.Mark(mark))
	box := geom.Rect{W: w, H: h}
	s := galley.Strip{Above: c.th.Grid}
	s.Ink.Real(mark, page.Picture{Image: i, Box: box, Clip: box})
	y := h + 4*geom.Pt
	if len(b.Caption) > 0 {
		y += c.place(&s.Ink, child(fig, page.RoleCaption), b.Caption, c.ty.Caption, geom.Point{Y: y}, c.th.Main())
	}
	if b.Credit != "" {
		y += c.plain(&s.Ink, c.push(page.RoleP), b.Credit, c.ty.Credit, geom.Point{Y: y}, c.th.Main())
	}
	s.Height = c.th.Snap(y)
	c.add(s)
}

// badImage says why an image can't be used.
func badImage(name string, err error) diag.Message {
	return diag.Message{
		Code:    "image",
		Danish:  fmt.Sprintf("billedet %s kan ikke bruges: %v; der ventedes en hel PNG- eller JPEG-fil", name, err),
		English: fmt.Sprintf("the image %s can't be used: %v; a whole PNG or JPEG file was expected", name, err),
	}
}
