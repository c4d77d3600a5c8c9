package bitmap

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
)

// shown is a bitmap as it is seen.
func shown(t testing.TB, b Bitmap) image.Image {
	t.Helper()
	if b.JPEG != nil {
		img, err := jpeg.Decode(bytes.NewReader(b.JPEG))
		if err != nil {
			t.Fatal(err)
		}
		if img.Bounds() != image.Rect(0, 0, b.Width, b.Height) {
			t.Fatalf("%v pixels, said to be %d × %d", img.Bounds(), b.Width, b.Height)
		}
		return img
	}
	if len(b.Pix) != 3*b.Width*b.Height {
		t.Fatalf("%d bytes for %d × %d pixels", len(b.Pix), b.Width, b.Height)
	}
	return raster{w: b.Width, h: b.Height, channels: 3, pix: b.Pix}.image()
}

// render makes a part of a file; part nil is the whole.
func render(t testing.TB, data []byte, part *Part) (*Head, Bitmap) {
	t.Helper()
	h, err := Open("a", data)
	if err != nil {
		t.Fatal(err)
	}
	p := h.Whole()
	if part != nil {
		p = *part
	}
	b, err := h.Render(data, p)
	if err != nil {
		t.Fatal(err)
	}
	return h, b
}

// near compares a pixel with a colour.
func near(img image.Image, x, y int, want color.RGBA, tolerance int) bool {
	r, g, b, _ := img.At(x, y).RGBA()
	for _, d := range []int{int(r>>8) - int(want.R), int(g>>8) - int(want.G), int(b>>8) - int(want.B)} {
		if d < -tolerance || d > tolerance {
			return false
		}
	}
	return true
}

// sameScene holds a picture to have the scene's quarters.
func sameScene(t testing.TB, img image.Image, tolerance int) {
	t.Helper()
	b := img.Bounds()
	for _, left := range []bool{true, false} {
		for _, top := range []bool{true, false} {
			x, y := b.Dx()*3/4, b.Dy()*3/4
			if left {
				x = b.Dx() / 4
			}
			if top {
				y = b.Dy() / 4
			}
			if want := quarter(left, top); !near(img, x, y, want, tolerance) {
				t.Errorf("left %v, top %v: %v, want %v", left, top, img.At(x, y), want)
			}
		}
	}
}

// painted is the scene in another kind of picture.
func painted(to draw.Image) image.Image {
	draw.Draw(to, to.Bounds(), scene(to.Bounds().Dx(), to.Bounds().Dy()), image.Point{}, draw.Src)
	return to
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestKinds(t *testing.T) {
	area := image.Rect(0, 0, 32, 32)
	palette := color.Palette{quarter(true, true), quarter(true, false), quarter(false, true), quarter(false, false)}
	cmyk := file(t, "cmyk.jpg")
	adobe := bytes.Index(cmyk, []byte("Adobe"))
	for _, c := range []struct {
		name string
		data []byte
		kept bool   // coded as it was
		told string // the code of its warning
		off  int    // how far colours may be off
	}{
		{"baseline JPEG", withSegment(jpegOf(t, scene(32, 32)), app0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"), true, "", 4},
		{"JPEG that says nothing of its colours", jpegOf(t, scene(32, 32)), false, "", 6},
		{"progressive JPEG", file(t, "progressive.jpg"), false, "", 6},
		{"CMYK JPEG", cmyk, false, "image-cmyk", 8},
		{"8-bit PNG", pngOf(t, scene(32, 32)), false, "", 0},
		{"16-bit PNG", pngOf(t, painted(image.NewRGBA64(area))), false, "", 0},
		{"PNG with alpha", pngOf(t, painted(image.NewNRGBA(area))), false, "", 0},
		{"16-bit PNG with alpha", pngOf(t, painted(image.NewNRGBA64(area))), false, "", 0},
		{"palette", pngOf(t, painted(image.NewPaletted(area, palette))), false, "", 0},
		{"interlaced", interlaced(scene(32, 32)), false, "", 0},
		{"PNG with an sRGB profile", withChunk(pngOf(t, scene(32, 32)), "iCCP", iccpOf(rgbProfile(srgbPrimaries(), srgbCurve()))), false, "", 0},
		{"PNG with gAMA", withChunk(pngOf(t, scene(32, 32)), "gAMA", []byte{0, 1, 0x86, 0xA0}), false, "", 0},
		{"PNG with a profile that is none", withChunk(pngOf(t, scene(32, 32)), "iCCP", []byte("a\x00\x00zzz")), false, "image-profile", 0},
		{"JPEG with a profile of inks", withICC(jpegOf(t, scene(32, 32)), profileOf("CMYK")), false, "image-profile", 6},
		{"JPEG with half a profile", withSegment(jpegOf(t, scene(32, 32)), app2, iccChunk+"\x01\x02abc"), false, "image-profile", 6},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, b := render(t, c.data, nil)
			sameScene(t, shown(t, b), c.off)
			if kept := bytes.HasSuffix(c.data, b.JPEG[min(100, len(b.JPEG)):]) && b.JPEG != nil; kept != c.kept {
				t.Errorf("coded as it was: %v", kept)
			}
			if h.isPNG != (b.JPEG == nil) {
				t.Error("JPEG and pixels are mixed up")
			}
			told := ""
			for _, w := range h.Warnings {
				told += w.Code
			}
			if told != c.told {
				t.Errorf("told %q, want %q", told, c.told)
			}
		})
	}
	t.Run("YCCK", func(t *testing.T) {
		ycck := bytes.Clone(cmyk)
		ycck[adobe+11] = 2 // its inks are now read as YCCK
		if _, b := render(t, ycck, nil); b.JPEG == nil {
			t.Error("no JPEG")
		}
	})
}

func TestGreyStaysGrey(t *testing.T) {
	ramp := image.NewGray(image.Rect(0, 0, 256, 8))
	for i := range ramp.Pix {
		ramp.Pix[i] = uint8(i)
	}
	_, b := render(t, withICC(jpegOf(t, ramp), greyProfile(gammaOf(0x1CD))), nil)
	img, ok := shown(t, b).(*image.Gray)
	if !ok {
		t.Fatal("it has colours")
	}
	if v := img.GrayAt(64, 4).Y; v < 79 || v > 83 {
		t.Errorf("64 of gamma 1.8 is %d, want 81", v)
	}
	deep := image.NewGray16(image.Rect(0, 0, 4, 4))
	for i := range deep.Pix {
		deep.Pix[i] = 0x80
	}
	if _, b := render(t, pngOf(t, deep), nil); !bytes.Equal(b.Pix, bytes.Repeat([]byte{0x80}, 48)) {
		t.Errorf("grey of 16 bits is %v", b.Pix)
	}
}

func TestTransparencyIsWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	img.SetNRGBA(1, 0, color.NRGBA{0, 0, 0, 128})
	if _, b := render(t, pngOf(t, img), nil); !bytes.Equal(b.Pix, []byte{255, 255, 255, 127, 127, 127}) {
		t.Errorf("got %v", b.Pix)
	}
}

// turned is the scene stored so that an orientation brings it upright.
func turned(o orientation, w, h int) *image.RGBA {
	sw, sh := o.size(w, h)
	img := image.NewRGBA(image.Rect(0, 0, sw, sh))
	up := scene(w, h)
	for y := range h {
		for x := range w {
			p := o.stored(Part{X: x, Y: y, W: 1, H: 1}, sw, sh)
			img.SetRGBA(p.X, p.Y, up.RGBAAt(x, y))
		}
	}
	return img
}

// TestOrientations goes by what EXIF says of each value: where the stored
// picture's first row and first column are seen.
func TestOrientations(t *testing.T) {
	tl, tr, bl, br := quarter(true, true), quarter(false, true), quarter(true, false), quarter(false, false)
	for value, seen := range map[int][2]color.RGBA{ // stored top left and top right
		1: {tl, tr}, 2: {tr, tl}, 3: {br, bl}, 4: {bl, br}, 5: {tl, bl}, 6: {tr, br}, 7: {br, tr}, 8: {bl, tl}, 9: {tl, tr},
	} {
		stored := turned(orientationOf(value), 48, 32)
		if got := [2]color.RGBA{stored.RGBAAt(0, 0), stored.RGBAAt(stored.Rect.Dx()-1, 0)}; got != seen {
			t.Errorf("%d: stored above are %v, want %v", value, got, seen)
		}
		for _, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
			exif := exifOf(order, value)
			files := map[string][]byte{
				"JPEG": withSegment(jpegOf(t, stored), app1, exifChunk+exif),
				"PNG":  withChunk(pngOf(t, stored), "eXIf", []byte(exif)),
			}
			for name, data := range files {
				h, b := render(t, data, nil)
				if h.Width != 48 || h.Height != 32 || b.Width != 48 || b.Height != 32 {
					t.Errorf("%s %d: %d × %d", name, value, b.Width, b.Height)
				}
				sameScene(t, shown(t, b), 8)
				_, b = render(t, data, &Part{X: 24, Y: 16, W: 24, H: 16, OutW: 12, OutH: 8})
				if img := shown(t, b); !near(img, 1, 1, quarter(false, false), 8) || !near(img, 10, 6, quarter(false, false), 8) {
					t.Errorf("%s %d: the part at the lower right shows something else", name, value)
				}
			}
		}
	}
}

// TestMetadataIsDropped keeps the place a photograph was taken at out of print.
func TestMetadataIsDropped(t *testing.T) {
	plain := jpegOf(t, scene(32, 32))
	data := append(withSegment(withSegment(plain, app1, exifChunk+exifOf(binary.BigEndian, 1)+"GPS 55.6 N"), 0xFE, "a remark"), "trailer"...)
	_, b := render(t, data, nil)
	for _, gone := range []string{"Exif", "GPS", "remark", "trailer"} {
		if bytes.Contains(b.JPEG, []byte(gone)) {
			t.Errorf("%q is in it", gone)
		}
	}
	if !bytes.HasSuffix(b.JPEG, plain[len(plain)-200:]) {
		t.Error("it is coded anew")
	}
}

func TestRefusals(t *testing.T) {
	huge := func(kind byte) []byte { // a PNG of 60,000 × 60,000 pixels
		b := binary.BigEndian.AppendUint32(nil, 60_000)
		b = append(binary.BigEndian.AppendUint32(b, 60_000), 8, kind, 0, 0, 0)
		out := append([]byte(pngSignature), chunk("IHDR", b)...)
		return append(append(out, chunk("IDAT", nil)...), chunk("IEND", nil)...)
	}
	frame := "\xff\xd8\xff\xc0\x00\x11\x08\xea\x60\xea\x60\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xda\x00\x02\xff\xd9"
	progressive := file(t, "progressive.jpg")
	scan := bytes.Index(progressive, []byte{0xFF, sos})
	for name, c := range map[string]struct {
		data   []byte
		da, en string
	}{
		"a PNG bomb":       {huge(2), "60000 × 60000 pixel, og af dets slags læses højst 100 millioner", "60000 × 60000 pixels, and of its kind at most 100 million"},
		"a palette bomb":   {huge(3), "højst 100 millioner", "at most 100 million"},
		"a JPEG bomb":      {[]byte(frame), "højst 100 millioner", "at most 100 million"},
		"too many scans":   {bytes.Join([][]byte{progressive[:scan], bytes.Repeat([]byte("\xff\xda\x00\x02"), maxScans), progressive[scan:]}, nil), "kan ikke læses", "too many times"},
		"a GIF":            {[]byte("GIF89a"), "kan ikke læses", "neither JPEG nor PNG"},
		"nothing":          {nil, "kan ikke læses", "neither JPEG nor PNG"},
		"half a JPEG":      {jpegOf(t, scene(32, 32))[:300], "gem den igen", "save it again"},
		"half a PNG":       {pngOf(t, scene(32, 32))[:60], "gem den igen", "save it again"},
		"a PNG of nothing": {append([]byte(pngSignature), chunk("IEND", nil)...), "kan ikke læses", "can't be read"},
	} {
		h, err := Open("images/a.jpg", c.data)
		if err == nil {
			_, err = h.Render(c.data, h.Whole())
		}
		fault, ok := errors.AsType[*Fault](err)
		if !ok {
			t.Errorf("%s: the error %v", name, err)
			continue
		}
		m := fault.Message
		if !strings.Contains(m.In(diag.Danish), c.da) || !strings.Contains(m.In(diag.English), c.en) || !strings.Contains(m.Danish, "images/a.jpg") || m.Code == "" {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

func TestProfiles(t *testing.T) {
	table := []byte("curv\x00\x00\x00\x00\x00\x00\x00\x05\x00\x00\x10\x00\x40\x00\x90\x00\xff\xff")
	// Little CMS 2 gave these, by relative colorimetry to its own sRGB.
	in := []uint8{0, 255, 0, 255, 0, 0, 0, 0, 255, 128, 128, 128, 200, 100, 50, 30, 60, 90, 100, 200, 100, 1, 2, 3, 250, 250, 250}
	for name, c := range map[string]struct{ profile, want []uint8 }{
		"Adobe RGB":  {adobeProfile(), []uint8{0, 255, 0, 255, 0, 0, 0, 0, 255, 129, 129, 129, 227, 100, 42, 0, 57, 91, 0, 201, 92, 0, 0, 0, 250, 250, 250}},
		"Display P3": {p3Profile(), []uint8{0, 255, 0, 255, 0, 0, 0, 0, 255, 128, 128, 128, 215, 93, 31, 17, 61, 93, 45, 203, 86, 1, 2, 3, 250, 250, 250}},
		"a table":    {rgbProfile(srgbPrimaries(), table), []uint8{1, 255, 0, 255, 0, 0, 0, 0, 255, 138, 138, 138, 207, 114, 63, 48, 69, 104, 114, 207, 114, 3, 6, 10, 251, 251, 251}},
		"sRGB":       {rgbProfile(srgbPrimaries(), srgbCurve()), in},
	} {
		img := image.NewRGBA(image.Rect(0, 0, len(in)/3, 1))
		for i := range len(in) / 3 {
			img.SetRGBA(i, 0, color.RGBA{in[3*i], in[3*i+1], in[3*i+2], 255})
		}
		_, b := render(t, withChunk(pngOf(t, img), "iCCP", iccpOf(c.profile)), nil)
		for i, v := range b.Pix {
			if d := int(v) - int(c.want[i]); d < -1 || d > 1 {
				t.Errorf("%s: sample %d is %d, want %d", name, i, v, c.want[i])
			}
		}
	}
	// A camera that says Adobe RGB by its EXIF part alone.
	own, err := adobeRGB()
	if err != nil {
		t.Fatal(err)
	}
	given, err := newTransform(adobeProfile(), false)
	if err != nil || own.matrix != given.matrix || *own.curves[1] != *given.curves[1] {
		t.Errorf("Adobe RGB by name is not that by profile (%v)", err)
	}
	exif := "MM\x00*\x00\x00\x00\x08\x00\x01\x87\x69\x00\x04\x00\x00\x00\x01\x00\x00\x00\x1a" + "\x00\x00\x00\x00" +
		"\x00\x01\xa0\x05\x00\x04\x00\x00\x00\x01\x00\x00\x00\x2c" + "\x00\x00\x00\x00" +
		"\x00\x01\x00\x01\x00\x02\x00\x00\x00\x04R03\x00"
	h, _ := render(t, withSegment(jpegOf(t, scene(32, 32)), app1, exifChunk+exif), nil)
	if h.colours == nil {
		t.Error("the EXIF part says Adobe RGB, and that is not seen")
	}
}

func TestRenderIsTheSameEachTime(t *testing.T) {
	data := withICC(jpegOf(t, scene(300, 200)), adobeProfile())
	part := &Part{X: 10, Y: 10, W: 200, H: 100, OutW: 77, OutH: 41}
	_, a := render(t, data, part)
	_, b := render(t, data, part)
	if !bytes.Equal(a.JPEG, b.JPEG) {
		t.Error("two renderings differ")
	}
}
