package bitmap

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"runtime"
	"testing"
)

// photograph is a large picture with detail everywhere.
func photograph(w, h int) *image.YCbCr {
	img := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	for i := range img.Y {
		img.Y[i] = uint8(i/w*7 ^ i%w*5)
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = uint8(i>>9), uint8(i>>6)
	}
	return img
}

// TestMemory holds a large photograph for a small place to the memory its
// decoder takes and little more: everything taken, whether freed or not, is
// under 1.25 times the decoded picture.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	data := jpegOf(t, photograph(6000, 4000))
	h, err := Open("a", data)
	if err != nil {
		t.Fatal(err)
	}
	const decoded = 6000 * 4000 * 3 / 2
	if h.memory != decoded {
		t.Errorf("reckoned with %d bytes, %d are taken", h.memory, decoded)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	b, err := h.Render(data, Part{W: 6000, H: 4000, OutW: 1400, OutH: 933})
	runtime.ReadMemStats(&after)
	if err != nil || b.Width != 1400 {
		t.Fatal(err)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > decoded*5/4+uint64(1400*933*8) {
		t.Errorf("%d bytes were taken, the decoded picture has %d", took, decoded)
	} else {
		t.Logf("%d bytes taken for %d decoded, %d kept", took, decoded, len(b.JPEG))
	}
}

// FuzzOpen reads any bytes: no panic, and nothing larger than the limits is
// decoded.
func FuzzOpen(f *testing.F) {
	f.Add(jpegOf(f, scene(20, 10)))
	f.Add(file(f, "cmyk.jpg"))
	f.Add(file(f, "progressive.jpg"))
	f.Add(pngOf(f, scene(20, 10)))
	f.Add(interlaced(scene(9, 9)))
	f.Add(withChunk(pngOf(f, scene(4, 4)), "iCCP", iccpOf(adobeProfile())))
	f.Add(withICC(jpegOf(f, scene(8, 8)), p3Profile()))
	f.Add(withICC(jpegOf(f, image.NewGray(image.Rect(0, 0, 8, 8))), greyProfile(srgbCurve())))
	f.Add(withSegment(jpegOf(f, scene(8, 8)), app1, exifChunk+exifOf(binary.LittleEndian, 6)))
	f.Fuzz(func(t *testing.T, data []byte) {
		lim := limits{pixels: 1 << 16, memory: 1 << 20}
		h, err := open("a", data, lim)
		if err != nil {
			if _, ok := errors.AsType[*Fault](err); !ok {
				t.Fatalf("the error %v has no message", err)
			}
			return
		}
		if h.pixels() > lim.pixels || h.pixels() <= 0 || h.memory > lim.memory {
			t.Fatalf("%d × %d pixels, %d bytes", h.storedW, h.storedH, h.memory)
		}
		for _, p := range []Part{h.Whole(), {W: h.Width, H: h.Height, OutW: (h.Width + 2) / 3, OutH: (h.Height + 1) / 2}} {
			b, err := h.Render(data, p)
			if err != nil {
				return
			}
			if b.Width != p.OutW || b.Height != p.OutH {
				t.Fatalf("%d × %d, want %+v", b.Width, b.Height, p)
			}
			again, err := h.Render(data, p)
			if err != nil || !bytes.Equal(again.JPEG, b.JPEG) || !bytes.Equal(again.Pix, b.Pix) {
				t.Fatal("two renderings differ")
			}
		}
	})
}

// FuzzProfile reads any bytes as a profile.
func FuzzProfile(f *testing.F) {
	f.Add(adobeProfile(), []byte("abc"))
	f.Add(rgbProfile(srgbPrimaries(), paraOf(4, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B, 5, 6)), []byte("abc"))
	f.Add(rgbProfile(srgbPrimaries(), paraOf(1, 0x26666, 0xF2A7, 0x0D59)), []byte("abc"))
	f.Add(greyProfile(paraOf(2, 0x26666, 0xF2A7, -0x0D59, 7)), []byte("abc"))
	f.Fuzz(func(t *testing.T, data, pixel []byte) {
		for _, grey := range []bool{true, false} {
			c, err := newTransform(data, grey)
			if err != nil {
				continue
			}
			row := make([]uint16, 3)
			for i := range min(3, len(pixel)) {
				row[i] = uint16(pixel[i]) * 0x101
			}
			if out := c.appendRow(nil, row, 3); len(out) != 3 {
				t.Fatalf("%d samples", len(out))
			}
		}
	})
}

func BenchmarkRender(b *testing.B) {
	data := jpegOf(b, photograph(6000, 4000))
	h, err := Open("a", data)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := h.Render(data, Part{W: 6000, H: 4000, OutW: 1400, OutH: 933}); err != nil {
			b.Fatal(err)
		}
	}
}
