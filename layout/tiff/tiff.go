// Package tiff writes pages as a multi-page TIFF (TIFF 6.0, Adobe 1992), one
// after another, to where nothing can be written twice. Pages are compressed apart
// from being written, so that it can be done side by side.
package tiff

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// rowsPerStrip is how many rows are compressed as one.
const rowsPerStrip = 64

// Info is what every page says of the document.
type Info struct {
	Name     string // DocumentName; ASCII
	Software string // ASCII
	DPI      int    // pixels an inch, both ways
}

// Writer writes a TIFF of a known number of pages.
type Writer struct {
	w           io.Writer
	info        Info
	pages, done int
	at          uint64 // bytes written
}

// Strips is a page compressed.
type Strips struct {
	width, height, channels int
	data                    []byte
	counts                  []uint32 // of bytes of each strip in data, less the one that makes it even
}

// ErrTooLarge tells that the file would be above 4 GiB, where TIFF ends.
var ErrTooLarge = errors.New("the TIFF is larger than 4 GiB")

// NewWriter begins a file of pages pages, at most 65535.
func NewWriter(w io.Writer, pages int, info Info) (*Writer, error) {
	if pages < 1 || pages > math.MaxUint16 {
		return nil, fmt.Errorf("a TIFF of %d pages; expected 1 to %d", pages, math.MaxUint16)
	}
	out := &Writer{w: w, info: info, pages: pages}
	return out, out.write([]byte("II*\x00\x08\x00\x00\x00"))
}

// Compress makes a page of RGB pixels, three bytes each, row by row. One whose
// pixels are all grey becomes 8-bit grey, others RGB; both in strips compressed with
// LZW after horizontal differencing. The same pixels give the same bytes.
func Compress(width, height int, rgb []byte) (*Strips, error) {
	if width <= 0 || height <= 0 || len(rgb) != 3*width*height {
		return nil, fmt.Errorf("%d bytes are not %d × %d pixels", len(rgb), width, height)
	}
	s := &Strips{width: width, height: height, channels: 3}
	if grey(rgb) {
		s.channels = 1
	}
	s.compress(rgb)
	return s, nil
}

// Page writes the next page.
func (t *Writer) Page(s *Strips) error {
	if t.done == t.pages {
		return fmt.Errorf("more than %d pages", t.pages)
	}
	err := t.write(t.directory(s).bytes(t.at, uint32(len(s.data)), t.done+1 < t.pages))
	if err == nil {
		err = t.write(s.data)
	}
	t.done++
	return err
}

// Close tells whether all pages have been written.
func (t *Writer) Close() error {
	if t.done != t.pages {
		return fmt.Errorf("%d pages of %d", t.done, t.pages)
	}
	return nil
}

func (t *Writer) write(b []byte) error {
	if t.at += uint64(len(b)); t.at > math.MaxUint32 {
		return ErrTooLarge
	}
	_, err := t.w.Write(b)
	return err
}

// grey tells whether every pixel is.
func grey(rgb []byte) bool {
	for i := 0; i+3 <= len(rgb); i += 3 {
		if rgb[i] != rgb[i+1] || rgb[i] != rgb[i+2] {
			return false
		}
	}
	return true
}

// compress makes the strips, of even length each.
func (s *Strips) compress(rgb []byte) {
	lzw := &compressor{}
	var row []byte
	for y := 0; y < s.height; y += rowsPerStrip {
		row = row[:0]
		for r := y; r < min(y+rowsPerStrip, s.height); r++ {
			row = appendDifferences(row, rgb[3*s.width*r:][:3*s.width], s.channels)
		}
		from := len(s.data)
		s.data = lzw.append(s.data, row)
		s.counts = append(s.counts, uint32(len(s.data)-from))
		if len(s.data)%2 != 0 { // offsets are of words
			s.data = append(s.data, 0)
		}
	}
}

// appendDifferences appends a row as the first pixel and each one's difference
// from that before it (TIFF 6.0, section 14).
func appendDifferences(out, rgb []byte, channels int) []byte {
	if channels == 1 {
		var last byte
		for i := 0; i < len(rgb); i += 3 {
			out = append(out, rgb[i]-last)
			last = rgb[i]
		}
		return out
	}
	var r, g, b byte
	for i := 0; i < len(rgb); i += 3 {
		out = append(out, rgb[i]-r, rgb[i+1]-g, rgb[i+2]-b)
		r, g, b = rgb[i], rgb[i+1], rgb[i+2]
	}
	return out
}

// directory describes a page.
func (t *Writer) directory(s *Strips) *directory {
	const page, lzw, differences, inch = 2, 5, 2, 2
	photometric, bits := uint16(2), []uint16{8, 8, 8}
	if s.channels == 1 {
		photometric, bits = 1, []uint16{8}
	}
	d := &directory{counts: s.counts}
	d.longs(254, page) // NewSubfileType: one of several pages
	d.longs(256, uint32(s.width))
	d.longs(257, uint32(s.height))
	d.shorts(258, bits...)
	d.shorts(259, lzw)
	d.shorts(262, photometric)
	d.text(269, t.info.Name)
	d.longs(stripOffsets, make([]uint32, len(s.counts))...)
	d.shorts(277, uint16(s.channels))
	d.longs(278, rowsPerStrip)
	d.longs(279, s.counts...)
	d.rational(282, uint32(t.info.DPI))
	d.rational(283, uint32(t.info.DPI))
	d.shorts(284, 1)
	d.shorts(296, inch)
	d.shorts(297, uint16(t.done), uint16(t.pages))
	d.text(305, t.info.Software)
	d.shorts(317, differences)
	return d
}

// Field types, and the one tag whose values are only known with the rest.
const (
	typeASCII    = 2
	typeShort    = 3
	typeLong     = 4
	typeRational = 5
	stripOffsets = 273
)

// directory is an image file directory in the making; tags come in order.
type directory struct {
	fields []field
	counts []uint32
}

type field struct {
	tag, kind uint16
	count     uint32
	value     []byte
}

func (d *directory) add(tag, kind uint16, count int, value []byte) {
	d.fields = append(d.fields, field{tag, kind, uint32(count), value})
}

func (d *directory) shorts(tag uint16, v ...uint16) {
	var b []byte
	for _, x := range v {
		b = binary.LittleEndian.AppendUint16(b, x)
	}
	d.add(tag, typeShort, len(v), b)
}

func (d *directory) longs(tag uint16, v ...uint32) {
	var b []byte
	for _, x := range v {
		b = binary.LittleEndian.AppendUint32(b, x)
	}
	d.add(tag, typeLong, len(v), b)
}

func (d *directory) text(tag uint16, s string) {
	d.add(tag, typeASCII, len(s)+1, append([]byte(s), 0))
}

func (d *directory) rational(tag uint16, v uint32) {
	b := binary.LittleEndian.AppendUint32(nil, v)
	d.add(tag, typeRational, 1, binary.LittleEndian.AppendUint32(b, 1))
}

// bytes writes the directory, to stand at a place with its strips after it and,
// where there is one, the next directory after those.
func (d *directory) bytes(at uint64, strips uint32, next bool) []byte {
	table := 2 + 12*len(d.fields) + 4
	size := table
	for _, f := range d.fields {
		if len(f.value) > 4 {
			size += (len(f.value) + 1) &^ 1
		}
	}
	after := uint32(at) + uint32(size)
	d.place(after)
	out := binary.LittleEndian.AppendUint16(make([]byte, 0, size), uint16(len(d.fields)))
	var rest []byte
	for _, f := range d.fields {
		out = binary.LittleEndian.AppendUint16(out, f.tag)
		out = binary.LittleEndian.AppendUint16(out, f.kind)
		out = binary.LittleEndian.AppendUint32(out, f.count)
		if len(f.value) <= 4 {
			out = append(append(out, f.value...), make([]byte, 4-len(f.value))...)
			continue
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(at)+uint32(table+len(rest)))
		rest = append(rest, f.value...)
		if len(rest)%2 != 0 {
			rest = append(rest, 0)
		}
	}
	var link uint32
	if next {
		link = after + strips
	}
	return append(binary.LittleEndian.AppendUint32(out, link), rest...)
}

// place sets where the strips stand, the first at from.
func (d *directory) place(from uint32) {
	for i := range d.fields {
		if d.fields[i].tag != stripOffsets {
			continue
		}
		for k, n := range d.counts {
			binary.LittleEndian.PutUint32(d.fields[i].value[4*k:], from)
			from += (n + 1) &^ 1
		}
	}
}
