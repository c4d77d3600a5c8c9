package bitmap

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// maxProfile is how many bytes a packed profile may unpack to.
const maxProfile = 4 << 20

// The colour types of PNG (ISO/IEC 15948, 11.2.2).
const (
	pngGrey      = 0
	pngPalette   = 3
	pngGreyAlpha = 4
)

// readPNG reads the chunks. EXIF may stand after the picture.
func (h *Head) readPNG(data []byte) error {
	first := true
	hasSRGB := false
	for i := len(pngSignature); i+8 <= len(data); {
		size := int64(binary.BigEndian.Uint32(data[i:]))
		kind := string(data[i+4 : i+8])
		if int64(i)+12+size > int64(len(data)) || first != (kind == "IHDR") {
			return errHead
		}
		body := data[i+8 : i+8+int(size)]
		switch kind {
		case "IHDR":
			if err := h.readIHDR(body); err != nil {
				return err
			}
		case "sRGB":
			hasSRGB = true
		case "iCCP":
			h.profile = unpackICC(body)
		case "eXIf":
			h.readEXIF(body)
		case "IEND":
			if hasSRGB {
				h.profile = nil
			}
			h.adobeRGB = false // what a camera writes is a JPEG
			return nil
		}
		first = false
		i += 12 + int(size)
	}
	return errHead
}

// readIHDR reads the header, and reckons what image/png takes.
func (h *Head) readIHDR(b []byte) error {
	if len(b) != 13 {
		return errHead
	}
	w, ht := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
	if w > 1<<31-1 || ht > 1<<31-1 {
		return errHead
	}
	h.storedW, h.storedH = int(w), int(ht)
	depth, kind := b[8], b[9]
	h.grey = kind == pngGrey || kind == pngGreyAlpha
	each := int64(4)
	switch {
	case depth == 16:
		each = 8
	case kind == pngPalette:
		each = 1
	}
	h.memory = each * min(int64(w)*int64(ht), 1<<50)
	if b[12] == 1 {
		h.memory += h.memory / 2 // interlaced: its last pass is a picture of half the size
	}
	return nil
}

// unusable is a profile that is told to be none.
func unusable() []byte { return []byte{0} }

// unpackICC reads the chunk iCCP: a name, a zero, the method, the profile. What
// can't be read is returned as an unusable profile, so that it is told of.
func unpackICC(b []byte) []byte {
	_, packed, ok := bytes.Cut(b, []byte{0})
	if !ok || len(packed) < 1 || packed[0] != 0 {
		return unusable()
	}
	r, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return unusable()
	}
	out, err := io.ReadAll(io.LimitReader(r, maxProfile+1))
	if err != nil || len(out) > maxProfile {
		return unusable()
	}
	return out
}
