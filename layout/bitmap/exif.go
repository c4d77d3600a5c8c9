package bitmap

import "encoding/binary"

// The tags of EXIF that are read (CIPA DC-008).
const (
	tagOrientation = 0x0112
	tagExif        = 0x8769 // where the directory Exif is
	tagInterop     = 0xA005 // and, in that, the directory Interoperability
	tagInteropName = 0x0001
)

// readEXIF reads how the picture stands, and whether its camera says it is
// Adobe RGB. What is damaged says nothing.
func (h *Head) readEXIF(data []byte) {
	t, ok := openTIFF(data)
	if !ok {
		return
	}
	root := t.long(4)
	if v, ok := t.find(root, tagOrientation); ok {
		h.turn = orientationOf(t.short(v))
	}
	if exif, ok := t.find(root, tagExif); ok {
		if interop, ok := t.find(t.long(exif), tagInterop); ok {
			name, ok := t.find(t.long(interop), tagInteropName)
			h.adobeRGB = ok && string(t.bytes(name, 3)) == "R03"
		}
	}
}

// tiff is a TIFF file: directories of tags, in either order of bytes.
type tiff struct {
	data  []byte
	order binary.ByteOrder
}

func openTIFF(data []byte) (tiff, bool) {
	if len(data) < 8 {
		return tiff{}, false
	}
	switch string(data[:4]) {
	case "II*\x00":
		return tiff{data, binary.LittleEndian}, true
	case "MM\x00*":
		return tiff{data, binary.BigEndian}, true
	}
	return tiff{}, false
}

// bytes returns n bytes from at on, zeros where there are none.
func (t tiff) bytes(at, n int) []byte {
	if at < 0 || at > len(t.data)-n {
		return make([]byte, n)
	}
	return t.data[at : at+n]
}

func (t tiff) short(at int) int { return int(t.order.Uint16(t.bytes(at, 2))) }
func (t tiff) long(at int) int  { return int(t.order.Uint32(t.bytes(at, 4))) }

// find returns where a tag's value of up to four bytes stands in a directory.
func (t tiff) find(dir, tag int) (int, bool) {
	if dir == 0 {
		return 0, false
	}
	for i := range t.short(dir) {
		entry := dir + 2 + 12*i
		if entry > len(t.data)-12 {
			break
		}
		if t.short(entry) == tag {
			return entry + 8, true
		}
	}
	return 0, false
}
