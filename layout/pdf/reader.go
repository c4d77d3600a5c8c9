package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// drawn is what fpdf made of some pages: their content streams in order, and
// the images they name, in any order. The bytes are not copied out of the file.
type drawn struct {
	pages  [][]byte
	images []drawnImage
}

// drawnImage is an image as fpdf packed it.
type drawnImage struct {
	name string // of the resource
	dict dict
	data []byte
}

// readDrawn reads a file fpdf has written. It reads just what fpdf 0.9 writes
// for documents without fonts of its own, palettes or masks, and is an error
// for anything else.
func readDrawn(file []byte) (*drawn, error) {
	r := &reader{file: file}
	if err := r.readOffsets(); err != nil {
		return nil, err
	}
	root, _, err := r.object(1)
	if err != nil {
		return nil, err
	}
	out := &drawn{}
	for _, kid := range root.array("Kids") {
		content, err := r.pageContent(kid)
		if err != nil {
			return nil, err
		}
		out.pages = append(out.pages, content)
	}
	out.images, err = r.images()
	return out, err
}

// The values of a PDF object as this reader knows them: an int is a ref's
// number where a reference is expected; a number with a point is left as text.
type (
	dict     map[string]any // values: name, number, indirect, array, dict
	array    []any
	name     string
	number   string
	indirect int
)

func (d dict) array(key string) array {
	a, _ := d[key].(array)
	return a
}

func (d dict) dict(key string) dict {
	v, _ := d[key].(dict)
	return v
}

// reader reads objects out of a file by its cross-reference table.
type reader struct {
	file    []byte
	offsets []int // by object number
}

var errDrawn = errors.New("fpdf has written what this reader does not know")

// readOffsets reads the table fpdf ends a file with.
func (r *reader) readOffsets() error {
	at := bytes.LastIndex(r.file, []byte("\nstartxref\n"))
	if at < 0 {
		return fmt.Errorf("%w: no startxref", errDrawn)
	}
	s := scanner{b: r.file, at: at + len("\nstartxref\n")}
	start, _ := s.integer()
	if start <= 0 || start >= len(r.file) {
		return fmt.Errorf("%w: startxref %d", errDrawn, start)
	}
	s.at = start
	if !s.word("xref") {
		return fmt.Errorf("%w: no xref", errDrawn)
	}
	s.integer()
	n, _ := s.integer()
	for range n {
		offset, ok := s.integer()
		s.integer()
		if !ok || !s.word("n") && !s.word("f") {
			return fmt.Errorf("%w: xref", errDrawn)
		}
		r.offsets = append(r.offsets, offset)
	}
	return nil
}

// object reads object n: its dictionary and its stream, if it has one.
func (r *reader) object(n int) (dict, []byte, error) {
	bad := fmt.Errorf("%w: object %d", errDrawn, n)
	if n <= 0 || n >= len(r.offsets) || r.offsets[n] < 0 || r.offsets[n] > len(r.file) {
		return nil, nil, bad
	}
	s := scanner{b: r.file, at: r.offsets[n]}
	if id, ok := s.integer(); !ok || id != n {
		return nil, nil, bad
	}
	s.integer()
	if !s.word("obj") {
		return nil, nil, bad
	}
	d, ok := s.value().(dict)
	if !ok {
		return nil, nil, bad
	}
	if s.word("endobj") {
		return d, nil, nil
	}
	data, ok := s.stream(d)
	if !ok {
		return nil, nil, bad
	}
	return d, data, nil
}

// stream reads the stream that belongs to a dictionary.
func (s *scanner) stream(d dict) ([]byte, bool) {
	num, _ := d["Length"].(number)
	length, err := strconv.Atoi(string(num))
	if err != nil || !s.word("stream\n") || length < 0 || length > len(s.b)-s.at {
		return nil, false
	}
	data := s.b[s.at : s.at+length : s.at+length]
	s.at += length
	return data, s.word("endstream")
}

func (r *reader) pageContent(kid any) ([]byte, error) {
	at, _ := kid.(indirect)
	d, _, err := r.object(int(at))
	if err != nil {
		return nil, err
	}
	at, _ = d["Contents"].(indirect)
	_, content, err := r.object(int(at))
	return content, err
}

// images reads the images the one resource dictionary names; the same image
// under two numbers is there twice, with one name.
func (r *reader) images() ([]drawnImage, error) {
	resources, _, err := r.object(2)
	if err != nil {
		return nil, err
	}
	objects := resources.dict("XObject")
	var out []drawnImage
	for key, v := range objects {
		at, _ := v.(indirect)
		d, data, err := r.object(int(at))
		if err != nil {
			return nil, err
		}
		if d["Subtype"] != name("Image") || d["SMask"] != nil {
			return nil, fmt.Errorf("%w: %s is no plain image", errDrawn, key)
		}
		out = append(out, drawnImage{key, d, data})
	}
	return out, nil
}
