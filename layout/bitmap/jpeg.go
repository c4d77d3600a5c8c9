package bitmap

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// The markers of a JPEG file that matter here (ITU-T T.81, table B.1).
const (
	sof0 = 0xC0 // baseline
	sof2 = 0xC2 // progressive
	dht  = 0xC4
	jpg  = 0xC8
	dac  = 0xCC
	rst0 = 0xD0
	rst7 = 0xD7
	soi  = 0xD8
	eoi  = 0xD9
	sos  = 0xDA
	dqt  = 0xDB
	dri  = 0xDD
	app0 = 0xE0
	app1 = 0xE1
	app2 = 0xE2
	appE = 0xEE
)

// maxScans bounds how often a progressive JPEG may go over its picture: cameras
// and encoders use ten or so, and each costs time though it has few bytes.
const maxScans = 100

// maxSegments bounds how many segments are looked at.
const maxSegments = 1 << 16

// iccChunk and exifChunk begin the segments that hold a profile and EXIF.
const (
	iccChunk  = "ICC_PROFILE\x00"
	exifChunk = "Exif\x00\x00"
)

// segment is one of a JPEG file: its marker, and where it lies in the file, the
// marker included. That of a scan has the coded picture with it.
type segment struct {
	marker     byte
	start, end int
}

// body is what a segment holds after its marker and length.
func (s segment) body(data []byte) []byte {
	if s.end-s.start < 4 {
		return nil
	}
	return data[s.start+4 : s.end]
}

// readJPEG reads the segments.
func (h *Head) readJPEG(data []byte) error {
	segments, err := splitJPEG(data)
	if err != nil {
		return err
	}
	h.segments = segments
	frame, adobe := -1, -1
	var icc [][]byte
	var exif []byte
	jfif := false
	for _, s := range segments {
		body := s.body(data)
		switch {
		case isFrame(s.marker):
			if frame >= 0 {
				return errHead
			}
			frame = int(s.marker)
			if err := h.readFrame(s.marker, body); err != nil {
				return err
			}
		case s.marker == sos:
			h.scans++
		case s.marker == app0 && bytes.HasPrefix(body, []byte("JFIF\x00")):
			jfif = true
		case s.marker == app1 && exif == nil && bytes.HasPrefix(body, []byte(exifChunk)):
			exif = body[len(exifChunk):]
		case s.marker == app2 && bytes.HasPrefix(body, []byte(iccChunk)):
			icc = append(icc, body[len(iccChunk):])
		case s.marker == appE && len(body) >= 12 && bytes.HasPrefix(body, []byte("Adobe")):
			adobe = int(body[11])
		}
	}
	if frame < 0 || h.scans == 0 {
		return errHead
	}
	h.baseline = frame == sof0 && !h.inks
	h.unclear = !h.grey && (adobe >= 0 && adobe != 1 || adobe < 0 && !jfif && exif == nil)
	h.profile = joinICC(icc)
	h.readEXIF(exif)
	return nil
}

// isFrame reports a marker that begins a frame, of whatever process.
func isFrame(m byte) bool {
	return m >= sof0 && m <= 0xCF && m != dht && m != jpg && m != dac
}

// readFrame reads a frame's header (T.81, B.2.2).
func (h *Head) readFrame(marker byte, b []byte) error {
	if len(b) < 6 || len(b) < 6+3*int(b[5]) {
		return errHead
	}
	h.storedH, h.storedW = int(binary.BigEndian.Uint16(b[1:])), int(binary.BigEndian.Uint16(b[3:]))
	parts := int(b[5])
	h.grey, h.inks = parts == 1, parts == 4
	// A component has h·v samples where the whole picture has maxH·maxV.
	var samples, maxH, maxV int64
	for i := range parts {
		f := b[6+3*i+1]
		samples += int64(f>>4) * int64(f&15)
		maxH, maxV = max(maxH, int64(f>>4)), max(maxV, int64(f&15))
	}
	if samples == 0 || maxH*maxV == 0 {
		return errHead
	}
	if h.grey {
		samples = maxH * maxV
	}
	perSample := int64(1)
	if marker == sof2 {
		perSample += 4 // its coefficients are kept until the last scan
	}
	pixels := h.pixels()
	h.memory = (pixels*samples + maxH*maxV - 1) / (maxH * maxV) * perSample
	if h.inks {
		h.memory += 4 * pixels // the inks are put together
	}
	return nil
}

// splitJPEG parts a file into its segments, up to the end of the picture: what
// follows is something else. Like decoders, it passes over stray bytes.
func splitJPEG(data []byte) ([]segment, error) {
	var out []segment
	for i := 2; ; {
		i = scanEnd(data, i)
		if i+1 >= len(data) {
			return out, nil // the decoder will say what is missing
		}
		s := segment{marker: data[i+1], start: i, end: i + 2}
		if s.marker == eoi {
			return append(out, s), nil
		}
		if s.marker != soi {
			if i+4 > len(data) {
				return nil, errHead
			}
			s.end += int(binary.BigEndian.Uint16(data[i+2:]))
		}
		if s.end > len(data) || s.end < i+2 {
			return nil, errHead
		}
		if s.marker == sos {
			s.end = scanEnd(data, s.end)
		}
		out, i = append(out, s), s.end
		if len(out) > maxSegments {
			return nil, errHead
		}
	}
}

// scanEnd finds the next marker from i on that is no part of a coded picture.
func scanEnd(data []byte, i int) int {
	for {
		k := bytes.IndexByte(data[i:], 0xFF)
		if k < 0 || i+k+1 >= len(data) {
			return len(data)
		}
		i += k
		switch m := data[i+1]; {
		case m == 0, m >= rst0 && m <= rst7:
			i += 2
		case m == 0xFF:
			i++
		default:
			return i
		}
	}
}

// joinICC puts the chunks of a profile together (ICC.1, annex B.4): each begins
// with its number and how many there are. Of chunks that don't fit, it makes an
// unusable profile.
func joinICC(chunks [][]byte) []byte {
	slices.SortStableFunc(chunks, func(a, b []byte) int { return bytes.Compare(a[:min(1, len(a))], b[:min(1, len(b))]) })
	var out []byte
	for i, c := range chunks {
		if len(c) < 2 || int(c[0]) != i+1 || int(c[1]) != len(chunks) {
			return unusable()
		}
		out = append(out, c[2:]...)
	}
	return out
}

// stripped returns a JPEG in YCbCr or grey with nothing but what it takes to
// decode it, after the head of a JFIF file (ITU-T T.871) that says so.
func (h *Head) stripped(data []byte) []byte {
	out := []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
	for _, s := range h.segments {
		switch s.marker {
		case sof0, dht, dqt, dri, sos, eoi:
			out = append(out, data[s.start:s.end]...)
		}
	}
	return out
}
