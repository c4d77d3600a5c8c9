package fonts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"github.com/kl-print/kl-print/fonts/internal/sfnt"
)

// parse reads what shaping needs. The parser would read every table it knows;
// outlines, glyph names and the like take more than half of its time, so it is
// shown a file without them.
func parse(file *sfnt.File) (parsed *font.Font, err error) {
	// A damaged font of the user's must not bring the program down, whatever the
	// parser makes of it.
	defer func() {
		if r := recover(); r != nil {
			parsed, err = nil, fmt.Errorf("damaged font: %v", r)
		}
	}()
	loader, err := opentype.NewLoader(newShapingView(file))
	if err != nil {
		return nil, err
	}
	if parsed, err = font.NewFont(loader); err != nil {
		return nil, err
	}
	listCoverages(parsed)
	return parsed, nil
}

// shapingView is a font file seen through a shorter table directory.
type shapingView struct {
	*bytes.Reader // of the directory
	file          *sfnt.File
}

func newShapingView(file *sfnt.File) shapingView {
	var records []sfnt.Record
	for _, r := range file.Records {
		if neededToShape(file, r.Tag) {
			records = append(records, r)
		}
	}
	dir := make([]byte, sfnt.HeaderSize, sfnt.HeaderSize+len(records)*sfnt.RecordSize)
	binary.BigEndian.PutUint32(dir, sfnt.Version)
	binary.BigEndian.PutUint16(dir[4:], uint16(len(records)))
	for _, r := range records {
		dir = append(dir, r.Tag...)
		dir = binary.BigEndian.AppendUint32(dir, 0) // the checksum, which isn't read
		dir = binary.BigEndian.AppendUint32(dir, r.Offset)
		dir = binary.BigEndian.AppendUint32(dir, r.Length)
	}
	return shapingView{bytes.NewReader(dir), file}
}

func neededToShape(file *sfnt.File, tag string) bool {
	switch tag {
	case "head", "maxp", "hhea", "hmtx", "OS/2", "cmap", "GDEF", "GSUB", "GPOS", "kern":
		return true
	case "glyf", "loca": // marks are placed by their outlines where there is no GPOS
		return file.Table("GPOS") == nil
	}
	return false
}

// ReadAt reads a table; the directory is read by Read and Seek.
func (v shapingView) ReadAt(p []byte, offset int64) (int, error) {
	n := copy(p, v.file.Bytes(int(offset), len(p)))
	if n < len(p) {
		return n, io.ErrUnexpectedEOF
	}
	return n, nil
}
