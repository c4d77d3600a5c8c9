package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"
	"sync"

	"github.com/go-pdf/fpdf"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// pack begins to make an image ready for fpdf, beside what else is done, as packing
// a bitmap is slow.
func (u *usage) pack(i int, img *page.Image) {
	u.files[i] = sync.OnceValues(func() (imageFile, error) {
		file, err := packImage(img)
		if err != nil {
			err = fmt.Errorf("image %s: %w", img.Name, err)
		}
		return file, err
	})
	go u.files[i]()
}

// image draws an image in a box. The first time, fpdf is given the file.
func (c *canvas) image(i int, b geom.Rect) {
	name := strconv.Itoa(i)
	if c.pdf.GetImageInfo(name) == nil {
		file, err := c.usage.files[i]()
		if err != nil {
			c.err = cmp.Or(c.err, err)
			return
		}
		c.pdf.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: file.kind}, bytes.NewReader(file.data))
	}
	c.pdf.ImageOptions(name, points(b.X), points(b.Y), points(b.W), points(b.H), false,
		fpdf.ImageOptions{AllowNegativePosition: true}, 0, "")
}

// imageFile is an image as a file fpdf reads.
type imageFile struct {
	kind string // as fpdf calls it
	data []byte
}

// packImage returns the JPEG as it is, or the bitmap as a PNG without alpha.
func packImage(img *page.Image) (imageFile, error) {
	if img.JPEG != nil {
		return imageFile{"jpg", img.JPEG}, checkJPEG(img.JPEG)
	}
	if img.Width <= 0 || img.Height <= 0 || len(img.Pix)/3/img.Width != img.Height || len(img.Pix)%(3*img.Width) != 0 {
		return imageFile{}, fmt.Errorf("%d bytes are not %d × %d pixels", len(img.Pix), img.Width, img.Height)
	}
	rgba := image.NewRGBA(image.Rect(0, 0, img.Width, img.Height))
	for i := range img.Width * img.Height {
		copy(rgba.Pix[4*i:], img.Pix[3*i:3*i+3])
		rgba.Pix[4*i+3] = 255
	}
	var out bytes.Buffer
	err := png.Encode(&out, rgba)
	return imageFile{"png", out.Bytes()}, err
}

// checkJPEG refuses what a viewer would show in other colours than it has:
// fpdf takes four channels for inverted ink.
func checkJPEG(data []byte) error {
	cfg, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return err
	}
	if cfg.ColorModel == color.CMYKModel {
		return fmt.Errorf("a JPEG in CMYK")
	}
	return nil
}
