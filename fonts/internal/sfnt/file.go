// Package sfnt opens a TrueType file: its table directory, and the few tables
// the others are read by. Every offset is checked, so that damaged files give
// errors.
package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Version is the first word of a TrueType file (OpenType 1.9, "Table directory").
const Version = 0x00010000

// Sizes of the header and of one record of the table directory, in bytes.
const (
	HeaderSize = 12
	RecordSize = 16
)

// Field offsets within the tables of the OpenType specification.
const (
	HeadCheckSumAdjustment = 8
	HeadUnitsPerEm         = 18
	HeadBBox               = 36
	HeadMacStyle           = 44
	HeadIndexToLocFormat   = 50
	HheaAscender           = 4
	HheaNumberOfHMetrics   = 34
	MaxpNumGlyphs          = 4
)

const (
	headSize = 54
	hheaSize = 36
	maxpSize = 6
)

// Record is an entry of the table directory: where a table lies in the file.
type Record struct {
	Tag            string
	Offset, Length uint32
}

// File is an opened font file. It shares the bytes it was opened from.
type File struct {
	Records    []Record // in the order of the file
	NumGlyphs  int
	NumHMetric int // glyphs with an advance of their own in hmtx; at least one
	UnitsPerEm int

	data     []byte
	glyf     []byte
	loca     []byte
	hmtx     []byte
	longLoca bool
}

// Open reads the table directory of a TrueType file with glyf outlines.
func Open(data []byte) (*File, error) {
	if err := checkFormat(data); err != nil {
		return nil, err
	}
	f := &File{data: data}
	if err := f.readDirectory(); err != nil {
		return nil, err
	}
	if err := f.readCounts(); err != nil {
		return nil, err
	}
	if err := f.readArrays(); err != nil {
		return nil, err
	}
	return f, nil
}

// Table returns a table's bytes, nil where the file has none of that tag.
func (f *File) Table(tag string) []byte {
	for _, r := range f.Records {
		if r.Tag == tag {
			end := r.Offset + r.Length
			return f.data[r.Offset:end:end]
		}
	}
	return nil
}

// Bytes returns n bytes of the file, or fewer where it ends before.
func (f *File) Bytes(offset, n int) []byte {
	if offset < 0 || n < 0 || offset >= len(f.data) {
		return nil
	}
	return f.data[offset:min(offset+n, len(f.data))]
}

func checkFormat(data []byte) error {
	if len(data) < HeaderSize {
		return errors.New("too short for a font file")
	}
	switch tag := string(data[:4]); tag {
	case "\x00\x01\x00\x00", "true":
		return nil
	case "OTTO":
		return errors.New("outlines are PostScript (CFF), not TrueType (glyf)")
	case "ttcf":
		return errors.New("a collection of fonts, not one font")
	case "wOFF", "wOF2":
		return errors.New("compressed for the web (WOFF), not a TrueType file")
	default:
		return fmt.Errorf("not a TrueType file: it begins with %q", tag)
	}
}

func (f *File) readDirectory() error {
	n := int(binary.BigEndian.Uint16(f.data[4:]))
	if len(f.data) < HeaderSize+n*RecordSize {
		return errors.New("table directory is cut off")
	}
	f.Records = make([]Record, n)
	for i := range f.Records {
		b := f.data[HeaderSize+i*RecordSize:]
		r := Record{
			Tag:    string(b[:4]),
			Offset: binary.BigEndian.Uint32(b[8:]),
			Length: binary.BigEndian.Uint32(b[12:]),
		}
		if uint64(r.Offset)+uint64(r.Length) > uint64(len(f.data)) {
			return fmt.Errorf("table %q reaches past the end of the file", r.Tag)
		}
		f.Records[i] = r
	}
	return nil
}

// required returns a table that must be there with at least size bytes.
func (f *File) required(tag string, size int) ([]byte, error) {
	t := f.Table(tag)
	if t == nil {
		return nil, fmt.Errorf("no table %q", tag)
	}
	if len(t) < size {
		return nil, fmt.Errorf("table %q is cut off: %d bytes of %d", tag, len(t), size)
	}
	return t, nil
}

func (f *File) readCounts() error {
	head, err := f.required("head", headSize)
	if err != nil {
		return err
	}
	maxp, err := f.required("maxp", maxpSize)
	if err != nil {
		return err
	}
	hhea, err := f.required("hhea", hheaSize)
	if err != nil {
		return err
	}
	f.UnitsPerEm = U16(head, HeadUnitsPerEm)
	f.longLoca = U16(head, HeadIndexToLocFormat) == 1
	f.NumGlyphs = U16(maxp, MaxpNumGlyphs)
	f.NumHMetric = U16(hhea, HheaNumberOfHMetrics)
	return f.checkCounts()
}

func (f *File) checkCounts() error {
	switch {
	case f.UnitsPerEm < 16 || f.UnitsPerEm > 16384: // the bounds of the specification
		return fmt.Errorf("%d units per em", f.UnitsPerEm)
	case f.NumGlyphs == 0:
		return errors.New("no glyphs")
	case f.NumHMetric == 0 || f.NumHMetric > f.NumGlyphs:
		return fmt.Errorf("%d advances for %d glyphs", f.NumHMetric, f.NumGlyphs)
	}
	return nil
}

func (f *File) readArrays() (err error) {
	if f.glyf, err = f.required("glyf", 0); err != nil {
		return err
	}
	if f.loca, err = f.required("loca", (f.NumGlyphs+1)*f.locaWidth()); err != nil {
		return err
	}
	f.hmtx, err = f.required("hmtx", f.NumHMetric*4+(f.NumGlyphs-f.NumHMetric)*2)
	return err
}

func (f *File) locaWidth() int {
	if f.longLoca {
		return 4
	}
	return 2
}

// U16 reads an unsigned word, 0 where the table ends before it.
func U16(table []byte, offset int) int {
	if offset < 0 || offset+2 > len(table) {
		return 0
	}
	return int(binary.BigEndian.Uint16(table[offset:]))
}

// I16 reads a signed word, 0 where the table ends before it.
func I16(table []byte, offset int) int { return int(int16(U16(table, offset))) }
