package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// guard refuses a workbook that would take more memory to read than its size
// shows: what it unpacks to, a sheet's farthest cells, for which the reader makes
// all cells before them, and shared texts, of which it makes one for each cell
// that has them. Each part is read once, one token at a time.
func guard(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return &Fault{Problem: Damaged, Detail: err.Error()}
	}
	if !slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasPrefix(strings.ToLower(f.Name), "xl/") }) {
		return &Fault{Problem: NotWorkbook}
	}
	left := int64(MostBytes)
	for _, f := range z.File {
		if left -= int64(min(f.UncompressedSize64, MostBytes+1)); left < 0 {
			return tooLarge(MostBytes>>20, megabytes)
		}
	}
	var shared []int
	for _, texts := range []bool{true, false} {
		for _, f := range z.File {
			if name := strings.ToLower(f.Name); strings.HasSuffix(name, ".xml") && strings.HasSuffix(name, "sharedstrings.xml") == texts {
				w := &watch{shared: shared}
				if err := guardPart(f, w); err != nil {
					return err
				}
				shared = w.shared
			}
		}
	}
	return nil
}

// guardPart reads a part of a workbook where it is a sheet or the shared texts.
// zip gives no more bytes than the size that guard has added up.
func guardPart(f *zip.File, w *watch) error {
	r, err := f.Open()
	if err != nil {
		return &Fault{Problem: Damaged, Detail: err.Error()}
	}
	defer r.Close()
	dec := xml.NewDecoder(r)
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		token, err := dec.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return &Fault{Problem: Damaged, Detail: err.Error()}
		}
		if done, err := w.token(token); done || err != nil {
			return err
		}
	}
}

// watch counts what a sheet has.
type watch struct {
	in     bool // the part is a sheet, or the shared texts
	row    int
	column int // the last one of the row
	rows   int
	cells  int
	merged int
	text   int    // bytes of the text being read
	texts  int    // of all cells' shared texts
	shared []int  // how long each shared text is
	kind   string // of the cell being read
	within bool   // a cell or a shared text is being read
	index  bool   // what is being read is the number of a shared text
}

// token takes the next token; done is set where the part is of no interest.
func (w *watch) token(t xml.Token) (done bool, err error) {
	switch t := t.(type) {
	case xml.StartElement:
		name := t.Name.Local
		if !w.in && name != "worksheet" && name != "sst" {
			return true, nil
		}
		w.in = true
		if name == "c" {
			w.kind = attribute(t.Attr, "t")
		}
		w.index = name == "v" && w.kind == "s"
		return false, w.element(name, attribute(t.Attr, "r"))
	case xml.EndElement:
		w.index = false
		switch t.Name.Local {
		case "si":
			w.shared, w.within = append(w.shared, w.text), false
		case "c":
			w.within = false
		}
	case xml.CharData:
		if i := atMost(string(t[:min(len(t), 10)])); w.index && i < len(w.shared) {
			w.texts += w.shared[i]
		}
		if w.texts > MostBytes {
			return true, tooLarge(MostBytes>>20, megabytes)
		}
		if w.within {
			w.text += len(t)
		}
		if w.text > 4*MostText {
			return true, tooLarge(MostText, characters)
		}
	}
	return false, nil
}

// element takes the beginning of an element with its place in the sheet.
func (w *watch) element(name, at string) error {
	switch name {
	case "si", "c":
		w.text, w.within = 0, true
	case "mergeCell":
		w.merged++
	case "row":
		w.rows, w.column = w.rows+1, 0
		w.row++
		if n := atMost(at); n > 0 {
			w.row = n
		}
	}
	if name == "c" {
		w.cell(at)
	}
	switch {
	case max(w.row, w.rows) > MostRows:
		return tooLarge(MostRows, rows)
	case w.column > MostColumns:
		return tooLarge(MostColumns, columns)
	case w.cells > MostCells:
		return tooLarge(MostCells, cells)
	case w.merged > mostMerged:
		return tooLarge(mostMerged, mergers)
	}
	return nil
}

// cell takes a cell; one that does not say where it is follows the last.
func (w *watch) cell(at string) {
	column := w.column + 1
	if c, row, err := excelize.CellNameToCoordinates(at); err == nil {
		column = c
		w.row = max(w.row, row)
	}
	if column > w.column {
		w.cells += column - w.column
		w.column = column
		return
	}
	w.cells++
}

// attribute is the value of an attribute; empty where there is none.
func attribute(all []xml.Attr, name string) string {
	for _, a := range all {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// atMost reads a row's number, or a shared text's; one larger than any sheet has is just too large.
func atMost(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0
		}
		n = min(n*10+int(c-'0'), 10*MostRows)
	}
	return n
}
