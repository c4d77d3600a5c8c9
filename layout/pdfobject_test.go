package layout_test

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A small reader of PDF files, as any reader of the finished file has to read it:
// from the end, by its cross-reference stream, object streams unpacked. It knows
// nothing of how the file was written.

// The types of objects besides string, float64, bool, nil and []any.
type (
	pdfName   string
	pdfRef    int
	pdfDict   map[pdfName]any
	pdfStream struct {
		pdfDict
		data []byte // unpacked
	}
)

// pdfFile is a file's objects by their numbers.
type pdfFile struct {
	objects map[pdfRef]any
	trailer pdfDict
}

// pdfParser reads objects from a place in a file. What is wrong with them ends it.
type pdfParser struct {
	data []byte
	at   int
}

var errPDF = errors.New("no PDF object")

// readPDF reads a file.
func readPDF(data []byte) (f *pdfFile, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPDF, r)
		}
	}()
	tail := data[bytes.LastIndex(data, []byte("startxref"))+len("startxref"):]
	at, err := strconv.Atoi(strings.Fields(string(tail))[0])
	if err != nil {
		return nil, err
	}
	f = &pdfFile{objects: map[pdfRef]any{}}
	table := (&pdfParser{data, at}).indirect().(pdfStream)
	f.trailer = table.pdfDict
	packed := map[pdfRef]bool{}
	for n, row := range crossReferences(table) {
		switch row[0] {
		case 1:
			f.objects[pdfRef(n)] = (&pdfParser{data, row[1]}).indirect()
		case 2:
			packed[pdfRef(row[1])] = true
		}
	}
	for n := range packed {
		f.unpack(f.objects[n].(pdfStream))
	}
	return f, nil
}

// crossReferences are the rows of a cross-reference stream (ISO 32000-1, 7.5.8).
func crossReferences(table pdfStream) [][3]int {
	widths := table.pdfDict["W"].([]any)
	var rows [][3]int
	for data := table.data; len(data) > 0; {
		var row [3]int
		for i := range row {
			for range int(widths[i].(float64)) {
				row[i] = row[i]<<8 | int(data[0])
				data = data[1:]
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// unpack takes the objects out of an object stream (7.5.7).
func (f *pdfFile) unpack(s pdfStream) {
	head := &pdfParser{s.data, 0}
	for range int(s.pdfDict["N"].(float64)) {
		n, at := head.value().(float64), head.value().(float64)
		f.objects[pdfRef(n)] = (&pdfParser{s.data, int(s.pdfDict["First"].(float64)) + int(at)}).value()
	}
}

// indirect reads "1 0 obj … endobj".
func (p *pdfParser) indirect() any {
	p.value()
	p.value()
	if p.word() != "obj" {
		panic("obj is missing")
	}
	v := p.value()
	d, is := v.(pdfDict)
	if p.skip(); !is || !bytes.HasPrefix(p.data[p.at:], []byte("stream")) {
		return v
	}
	p.at += len("stream")
	p.at += bytes.IndexByte(p.data[p.at:], '\n') + 1
	raw := p.data[p.at : p.at+int(d["Length"].(float64))]
	if d["Filter"] != pdfName("FlateDecode") {
		return pdfStream{d, raw}
	}
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		panic(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		panic(err)
	}
	if parms, is := d["DecodeParms"].(pdfDict); is && d["Type"] == pdfName("XRef") {
		out = unpredicted(out, int(parms["Columns"].(float64)))
	}
	return pdfStream{d, out}
}

// unpredicted undoes the prediction of rows by PNG's up (7.4.4.4).
func unpredicted(data []byte, columns int) []byte {
	out := make([]byte, 0, len(data))
	above := make([]byte, columns)
	for ; len(data) > columns; data = data[columns+1:] {
		if data[0] != 2 {
			panic("a prediction other than up")
		}
		for i, c := range data[1 : columns+1] {
			above[i] += c
		}
		out = append(out, above...)
	}
	return out
}

// skip goes past white space.
func (p *pdfParser) skip() {
	for p.at < len(p.data) && strings.IndexByte("\x00\t\n\f\r ", p.data[p.at]) >= 0 {
		p.at++
	}
}

// word takes what stands before the next delimiter.
func (p *pdfParser) word() string {
	p.skip()
	from := p.at
	for p.at < len(p.data) && strings.IndexByte("\x00\t\n\f\r ()<>[]{}/%", p.data[p.at]) < 0 {
		p.at++
	}
	return string(p.data[from:p.at])
}

// operator is a word that is no object, such as Tj.
type operator string

// value takes the next object, or an operator of a content stream.
func (p *pdfParser) value() any {
	p.skip()
	switch rest := p.data[p.at:]; {
	case bytes.HasPrefix(rest, []byte("<<")):
		return p.dict()
	case rest[0] == '<':
		end := bytes.IndexByte(rest, '>')
		p.at += end + 1
		out, err := hex.DecodeString(string(rest[1:end]))
		if err != nil {
			panic(err)
		}
		return string(out)
	case rest[0] == '(':
		return p.literal()
	case rest[0] == '/':
		p.at++
		return pdfName(p.word())
	case rest[0] == '[':
		p.at++
		var list []any
		for p.skip(); p.data[p.at] != ']'; p.skip() {
			list = append(list, p.value())
		}
		p.at++
		return list
	}
	return p.simple()
}

// simple takes a number, a reference, a word for a value or an operator.
func (p *pdfParser) simple() any {
	w := p.word()
	switch w {
	case "true", "false":
		return w == "true"
	case "null":
		return nil
	case "":
		panic("nothing")
	}
	n, err := strconv.ParseFloat(w, 64)
	if err != nil {
		return operator(w)
	}
	back := p.at
	if _, err := strconv.Atoi(p.word()); err == nil && p.word() == "R" {
		return pdfRef(n)
	}
	p.at = back
	return n
}

func (p *pdfParser) dict() pdfDict {
	p.at += 2
	d := pdfDict{}
	for p.skip(); !bytes.HasPrefix(p.data[p.at:], []byte(">>")); p.skip() {
		key := p.value().(pdfName)
		d[key] = p.value()
	}
	p.at += 2
	return d
}

// literal takes a string in parentheses.
func (p *pdfParser) literal() string {
	var out []byte
	depth := 0
	for {
		c := p.data[p.at]
		p.at++
		switch c {
		case '\\':
			next := p.data[p.at]
			p.at++
			if i := strings.IndexByte("nrtbf", next); i >= 0 {
				next = "\n\r\t\b\f"[i]
			}
			if next >= '0' && next <= '7' {
				n, err := strconv.ParseUint(string(p.data[p.at-1:p.at+2]), 8, 8)
				if err != nil {
					panic(err)
				}
				next, p.at = byte(n), p.at+2
			}
			out = append(out, next)
			continue
		case '(':
			depth++
			if depth == 1 {
				continue
			}
		case ')':
			depth--
			if depth == 0 {
				return string(out)
			}
		}
		out = append(out, c)
	}
}

// get follows a reference.
func (f *pdfFile) get(v any) any {
	if r, is := v.(pdfRef); is {
		return f.objects[r]
	}
	return v
}

// dict is what get gives where that is a dictionary, a stream's too; else nil.
func (f *pdfFile) dict(v any) pdfDict {
	switch d := f.get(v).(type) {
	case pdfDict:
		return d
	case pdfStream:
		return d.pdfDict
	}
	return nil
}

// list is an array; one thing that is none is alone in it.
func (f *pdfFile) list(v any) []any {
	switch l := f.get(v).(type) {
	case nil:
		return nil
	case []any:
		return l
	}
	return []any{v}
}

// textOf reads a text string: UTF-16 with its mark, or ASCII (7.9.2).
func textOf(v any) string {
	s, _ := v.(string)
	if !strings.HasPrefix(s, "\xfe\xff") {
		return s
	}
	return utf16Text(s[2:])
}

// utf16Text reads big-endian UTF-16.
func utf16Text(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
