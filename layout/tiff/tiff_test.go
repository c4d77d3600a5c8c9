package tiff

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"io"
	"testing"

	xtiff "golang.org/x/image/tiff"
	"golang.org/x/image/tiff/lzw"
)

// noise returns n bytes that repeat little, the same each time.
func noise(n, values int) []byte {
	out := make([]byte, n)
	seed := uint32(7)
	for i := range out {
		seed = seed*1664525 + 1013904223
		out[i] = byte(int(seed>>24) % values)
	}
	return out
}

// TestLZW has lengths about every place where codes become longer or the table
// is full; each is read back by another's reader.
func TestLZW(t *testing.T) {
	c := &compressor{}
	check := func(data []byte) {
		t.Helper()
		packed := c.append(nil, data)
		got, err := io.ReadAll(lzw.NewReader(bytes.NewReader(packed), lzw.MSB, 8))
		if err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%d bytes came back as %d: %v", len(data), len(got), err)
		}
	}
	random := noise(9000, 256)
	for n := range random {
		if n < 600 || n > 700 && n < 800 || n > 1700 && n < 1850 || n > 3700 && n < 4200 || n > 8900 {
			check(random[:n])
		}
	}
	check(noise(300_000, 3))
	check(make([]byte, 1<<20))
}

// pages writes a colour page and a grey one.
func pages(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := NewWriter(&out, 2, Info{Name: "prove", Software: "test 1", DPI: 300})
	if err != nil {
		t.Fatal(err)
	}
	grey := make([]byte, 3*31*65)
	for i := range grey {
		grey[i] = byte(i / 3)
	}
	for _, p := range []struct {
		w, h int
		pix  []byte
	}{{37, 130, noise(3*37*130, 256)}, {31, 65, grey}} {
		s, err := Compress(p.w, p.h, p.pix)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Page(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPagesAreRead(t *testing.T) {
	file := pages(t)
	img, err := xtiff.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	pix := noise(3*37*130, 256)
	for i := range 37 * 130 {
		want := color.RGBA{pix[3*i], pix[3*i+1], pix[3*i+2], 255}
		if got := color.RGBAModel.Convert(img.At(i%37, i/37)); got != want {
			t.Fatalf("pixel %d is %v, wanted %v", i, got, want)
		}
	}
	// The second page is read by having the header point to it.
	second := next(file, binary.LittleEndian.Uint32(file[4:]))
	binary.LittleEndian.PutUint32(file[4:], second)
	if img, err = xtiff.Decode(bytes.NewReader(file)); err != nil || img.ColorModel() != color.GrayModel {
		t.Fatalf("%v", err)
	}
	for i := range 31 * 65 {
		if got := img.At(i%31, i/31).(color.Gray).Y; got != byte(i) {
			t.Fatalf("pixel %d is %d", i, got)
		}
	}
	if end := next(file, second); end != 0 {
		t.Errorf("a third page at %d", end)
	}
}

// next returns where the directory after that at an offset is.
func next(file []byte, at uint32) uint32 {
	n := uint32(binary.LittleEndian.Uint16(file[at:]))
	return binary.LittleEndian.Uint32(file[at+2+12*n:])
}

// TestTags follows the directories and looks at what each says.
func TestTags(t *testing.T) {
	file := pages(t)
	at := binary.LittleEndian.Uint32(file[4:])
	for page := range uint32(2) {
		tags, last := map[uint16]uint32{}, uint16(0)
		for i := range uint32(binary.LittleEndian.Uint16(file[at:])) {
			e := file[at+2+12*i:]
			tag := binary.LittleEndian.Uint16(e)
			if tag <= last {
				t.Errorf("tag %d after %d", tag, last)
			}
			last, tags[tag] = tag, binary.LittleEndian.Uint32(e[8:])
		}
		want := map[uint16]uint32{254: 2, 259: 5, 284: 1, 296: 2, 297: page | 2<<16, 317: 2, 278: 64, 262: 2 - page, 277: 3 - 2*page}
		for tag, v := range want {
			if tags[tag] != v {
				t.Errorf("page %d: tag %d is %d, wanted %d", page, tag, tags[tag], v)
			}
		}
		for _, tag := range []uint16{282, 283} {
			if v := file[tags[tag]:]; binary.LittleEndian.Uint32(v) != 300 || binary.LittleEndian.Uint32(v[4:]) != 1 {
				t.Errorf("page %d: tag %d is not 300/1", page, tag)
			}
		}
		at = next(file, at)
	}
}

func TestWrongPagesAreRefused(t *testing.T) {
	for _, n := range []int{-1, 0, 65536} {
		if _, err := NewWriter(io.Discard, n, Info{}); err == nil {
			t.Errorf("a file of %d pages", n)
		}
	}
	w, err := NewWriter(io.Discard, 1, Info{DPI: 300})
	if err != nil {
		t.Fatal(err)
	}
	if w.Close() == nil {
		t.Error("a page is missing and nothing said")
	}
	for _, c := range []struct{ w, h, bytes int }{{2, 2, 11}, {0, 2, 0}, {2, -1, 0}} {
		if _, err := Compress(c.w, c.h, make([]byte, c.bytes)); err == nil {
			t.Errorf("%d bytes were taken for %d × %d pixels", c.bytes, c.w, c.h)
		}
	}
	page, err := Compress(2, 2, make([]byte, 12))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Page(page); err != nil {
		t.Error(err)
	}
	if w.Page(page) == nil {
		t.Error("one page too many was taken")
	}
}
