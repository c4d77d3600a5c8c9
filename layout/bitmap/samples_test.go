package bitmap

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// scene is a picture whose quarters have different colours.
func scene(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, quarter(x < w/2, y < h/2))
		}
	}
	return img
}

func quarter(left, top bool) color.RGBA {
	switch {
	case left && top:
		return color.RGBA{200, 40, 40, 255}
	case top:
		return color.RGBA{40, 200, 40, 255}
	case left:
		return color.RGBA{40, 40, 200, 255}
	}
	return color.RGBA{200, 200, 200, 255}
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withSegment puts a segment after a JPEG's first marker.
func withSegment(data []byte, marker byte, body string) []byte {
	out := []byte{0xFF, soi, 0xFF, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)}
	return append(append(out, body...), data[2:]...)
}

// withICC puts a profile into a JPEG.
func withICC(data, profile []byte) []byte {
	return withSegment(data, app2, iccChunk+"\x01\x01"+string(profile))
}

// exifOf is an EXIF part that says how a picture stands.
func exifOf(order binary.ByteOrder, orientation int) string {
	mark := "MM\x00*"
	if order == binary.LittleEndian {
		mark = "II*\x00"
	}
	b := make([]byte, 22)
	order.PutUint32(b, 8)
	order.PutUint16(b[4:], 1)
	order.PutUint16(b[6:], tagOrientation)
	order.PutUint16(b[8:], 3)
	order.PutUint32(b[10:], 1)
	order.PutUint16(b[14:], uint16(orientation))
	return mark + string(b)
}

// chunk is a PNG chunk.
func chunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// withChunk puts a chunk after a PNG's header.
func withChunk(data []byte, kind string, body []byte) []byte {
	const after = 8 + 25
	return append(append(bytes.Clone(data[:after]), chunk(kind, body)...), data[after:]...)
}

// iccpOf is the body of the chunk iCCP.
func iccpOf(profile []byte) []byte {
	var b bytes.Buffer
	b.WriteString("profile\x00\x00")
	z := zlib.NewWriter(&b)
	z.Write(profile)
	z.Close()
	return b.Bytes()
}

// tag is a tag of a profile.
type tag struct {
	name string
	data []byte
}

// profileOf is an ICC profile.
func profileOf(space string, tags ...tag) []byte {
	h := make([]byte, 128)
	h[8], h[9] = 2, 0x20
	copy(h[12:], "mntr"+space+"XYZ ")
	copy(h[36:], "acsp")
	copy(h[68:], "\x00\x00\xF6\xD6\x00\x01\x00\x00\x00\x00\xD3\x2D")
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	for _, t := range tags {
		at := 132 + 12*len(tags) + len(body)
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		body = append(body, t.data...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	out := append(append(h, table...), body...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

func fixedOf(kind string, v ...int32) []byte {
	out := []byte(kind + "\x00\x00\x00\x00")
	for _, n := range v {
		out = binary.BigEndian.AppendUint32(out, uint32(n))
	}
	return out
}

func gammaOf(in256ths uint16) []byte {
	return append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), byte(in256ths>>8), byte(in256ths))
}

func paraOf(kind byte, v ...int32) []byte {
	return append([]byte{'p', 'a', 'r', 'a', 0, 0, 0, 0, 0, kind, 0, 0}, fixedOf("", v...)[4:]...)
}

// rgbProfile is a matrix profile with one curve.
func rgbProfile(p primaries, curve []byte) []byte {
	v := func(c [3]int64) []byte { return fixedOf("XYZ ", int32(c[0]), int32(c[1]), int32(c[2])) }
	return profileOf("RGB ",
		tag{"wtpt", fixedOf("XYZ ", 0xF6D6, 0x10000, 0xD32D)},
		tag{"rXYZ", v(p[0])}, tag{"gXYZ", v(p[1])}, tag{"bXYZ", v(p[2])},
		tag{"rTRC", curve}, tag{"gTRC", curve}, tag{"bTRC", curve})
}

func srgbCurve() []byte { return paraOf(3, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B) }

func adobeProfile() []byte {
	return rgbProfile(primaries{{0x9C18, 0x4FA5, 0x04FC}, {0x348D, 0xA02C, 0x0F95}, {0x2631, 0x102F, 0xBE9C}}, gammaOf(0x233))
}

// p3Profile is Display P3, with the figures of Apple's.
func p3Profile() []byte {
	return rgbProfile(primaries{{0x83DF, 0x3DBF, -69}, {0x4ABF, 0xB137, 0x0AB9}, {0x2838, 0x110B, 0xC8B9}}, srgbCurve())
}

func greyProfile(curve []byte) []byte { return profileOf("GRAY", tag{"kTRC", curve}) }

// interlaced encodes a picture by Adam7 (ISO/IEC 15948, 8.2).
func interlaced(img *image.RGBA) []byte {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	var raw []byte
	for _, p := range [][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
		for y := p[1]; y < h; y += p[3] {
			raw = append(raw, 0)
			for x := p[0]; x < w; x += p[2] {
				c := img.RGBAAt(x, y)
				raw = append(raw, c.R, c.G, c.B)
			}
		}
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write(raw)
	z.Close()
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(w)), uint32(h))
	out := append([]byte(pngSignature), chunk("IHDR", append(head, 8, 2, 0, 0, 1))...)
	return append(append(out, chunk("IDAT", packed.Bytes())...), chunk("IEND", nil)...)
}
