package pdf

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// Floor is the streams of a file, unpacked: what is the least to be done for it.
type Floor struct{ streams [][]byte }

var errFloor = errors.New("not a file this package has written")

// NewFloor unpacks the streams of a file that Write has written.
func NewFloor(file []byte) (*Floor, error) {
	f := &Floor{}
	for at := 0; ; {
		begin := bytes.Index(file[at:], []byte(">>\nstream\n"))
		if begin < 0 {
			return f, nil
		}
		head := file[at : at+begin]
		at += begin + len(">>\nstream\n")
		key := bytes.LastIndex(head, []byte("/Length "))
		if key < 0 {
			return nil, errFloor
		}
		n, err := strconv.Atoi(string(head[key+len("/Length "):]))
		if err != nil || n < 0 || n > len(file)-at {
			return nil, errFloor
		}
		if err := f.add(head, file[at:at+n]); err != nil {
			return nil, err
		}
		at += n
	}
}

// add keeps a stream, unpacked if it is packed.
func (f *Floor) add(head, data []byte) error {
	dict := head[max(0, bytes.LastIndex(head, []byte(" 0 obj\n"))):]
	if !bytes.Contains(dict, []byte("/FlateDecode")) || bytes.Contains(dict, []byte("/Image")) {
		return nil // an image is packed once and for all
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	raw, err := io.ReadAll(r)
	f.streams = append(f.streams, raw)
	return err
}

// Write packs the streams as those of a file are, on all cores, and writes them.
func (f *Floor) Write(w io.Writer) error {
	packed := make([][]byte, len(f.streams))
	todo := make(chan int)
	var crew sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		crew.Go(func() {
			var d deflater
			for i := range todo {
				packed[i] = d.deflate(f.streams[i])
			}
		})
	}
	for i := range f.streams {
		todo <- i
	}
	close(todo)
	crew.Wait()
	for _, data := range packed {
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	return nil
}
