package pdf

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
)

// file writes the objects of a PDF file. Small objects are gathered in
// object streams (ISO 32000-1, 7.5.7), which about halves a tagged file.
// Streams are compressed on all cores and written in the order they came.
type file struct {
	out     *bufio.Writer
	sum     hash.Hash // of all that is written
	offset  int
	entries []entry // by object number
	packer  *packer
	small   objectStream // being filled
}

// entry is an object's place (ISO 32000-1, 7.5.8.3): kind 1 is at an offset in
// the file, 2 is number index of the object stream at.
type entry struct{ kind, at, index int }

// objectStream is an object stream in the making.
type objectStream struct {
	self   ref
	body   writer
	header writer // pairs of object number and offset in body
	count  int
}

// An object stream is closed at this many objects or bytes: a viewer unpacks
// all of it to read one.
const (
	streamObjects = 200
	streamBytes   = 64 << 10
)

// newFile begins a file of a version of PDF, such as 1.7, packed with idle deflaters.
func newFile(w io.Writer, version string, idle *deflaters) *file {
	f := &file{sum: sha256.New(), entries: make([]entry, 1), packer: newPacker(idle)}
	f.out = bufio.NewWriterSize(io.MultiWriter(w, f.sum), 64<<10)
	f.writeString("%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n")
	return f
}

// writeString and write keep count; an error stays in out until the end.
func (f *file) writeString(s string) {
	n, _ := f.out.WriteString(s)
	f.offset += n
}

func (f *file) write(b []byte) {
	n, _ := f.out.Write(b)
	f.offset += n
}

// alloc sets n consecutive object numbers aside and returns the first.
func (f *file) alloc(n int) ref {
	first := ref(len(f.entries))
	f.entries = append(f.entries, make([]entry, n)...)
	return first
}

// object adds an object that is not a stream.
func (f *file) object(r ref, build func(w *writer)) {
	s := &f.small
	if s.count == 0 {
		s.self = f.alloc(1)
	}
	f.entries[r] = entry{2, int(s.self), s.count}
	s.header.integer(int(r)).integer(len(s.body.b))
	build(&s.body)
	s.body.raw("\n")
	s.count++
	if s.count >= streamObjects || len(s.body.b) >= streamBytes {
		f.closeObjects()
	}
}

// closeObjects ends the object stream being filled and queues it.
func (f *file) closeObjects() {
	s := &f.small
	if s.count == 0 {
		return
	}
	s.header.raw("\n")
	var d writer
	d.name("Type").name("ObjStm").name("N").integer(s.count).name("First").integer(len(s.header.b))
	f.stream(s.self, string(d.b), append(s.header.b, s.body.b...))
	*s = objectStream{}
}

// stream queues a stream to be compressed; dict is its dictionary without
// brackets, Length and Filter. data must not be changed afterwards.
func (f *file) stream(r ref, dict string, data []byte) {
	f.queue(&job{self: r, dict: dict + "/Filter/FlateDecode", data: data, pack: true})
}

// plainStream queues a stream to be written as it is.
func (f *file) plainStream(r ref, dict string, data []byte) {
	f.queue(&job{self: r, dict: dict, data: data})
}

// queue passes a job to the packer and writes those it gives back.
func (f *file) queue(j *job) {
	if done := f.packer.put(j); done != nil {
		f.writeStream(done)
	}
}

func (f *file) writeStream(j *job) {
	f.entries[j.self] = entry{1, f.offset, 0}
	var head writer
	head.integer(int(j.self)).raw(" 0 obj\n").open().raw(j.dict).name("Length").integer(len(j.data)).close().raw("\nstream\n")
	f.write(head.b)
	f.write(j.data)
	f.writeString("\nendstream\nendobj\n")
}

// finish writes what is queued and the cross-reference stream (ISO 32000-1,
// 7.5.8). The file's identifier is a hash of all that comes before it.
func (f *file) finish(root, info ref) error {
	f.closeObjects()
	for j := f.packer.take(); j != nil; j = f.packer.take() {
		f.writeStream(j)
	}
	self := f.alloc(1)
	start := f.offset
	f.entries[self] = entry{1, start, 0}
	table, err := f.table()
	if err != nil {
		return err
	}
	if err := f.out.Flush(); err != nil {
		return err
	}
	var d writer
	d.name("Type").name("XRef").name("Size").integer(len(f.entries)).name("Root").ref(root)
	if info != 0 {
		d.name("Info").ref(info)
	}
	id := fmt.Sprintf("<%X>", f.sum.Sum(nil)[:16])
	d.name("ID").raw("[" + id + id + "]").name("W").raw("[1 4 2]")
	d.name("DecodeParms").open().name("Predictor").integer(12).name("Columns").integer(rowBytes).close()
	f.writeStream(&job{self: self, dict: string(d.b) + "/Filter/FlateDecode", data: f.packer.idle.deflate(table)})
	f.writeString(fmt.Sprintf("startxref\n%d\n%%%%EOF\n", start))
	return f.out.Flush()
}

// rowBytes is the length of a row of the table: its fields are 1, 4 and 2 bytes.
const rowBytes = 7

// table returns the rows of the cross-reference stream, each less the one above
// it (the Up predictor of PNG), which packs well.
func (f *file) table() ([]byte, error) {
	out := make([]byte, 0, len(f.entries)*(1+rowBytes))
	var above [rowBytes]byte
	for i, e := range f.entries {
		var row [rowBytes]byte
		row[0] = byte(e.kind)
		binary.BigEndian.PutUint32(row[1:], uint32(e.at))
		binary.BigEndian.PutUint16(row[5:], uint16(e.index))
		switch {
		case i == 0:
			row[5], row[6] = 0xFF, 0xFF
		case e.kind == 0:
			return nil, fmt.Errorf("object %d was not written", i)
		case int64(e.at) > 0xFFFFFFFF:
			return nil, fmt.Errorf("the file is larger than 4 GB")
		}
		out = append(out, 2)
		for k := range row {
			out = append(out, row[k]-above[k])
		}
		above = row
	}
	return out, nil
}
