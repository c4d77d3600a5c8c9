package sheet

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"
)

// openWorkbook reads an Excel workbook.
func openWorkbook(name string, data []byte) (book *Book, err error) {
	if err := guard(data); err != nil {
		return nil, err
	}
	defer func() {
		if recover() != nil { // the reader of workbooks trusts them more than it may
			book, err = nil, &Fault{Problem: Damaged, Detail: "excelize"}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: MostBytes, UnzipXMLSizeLimit: MostBytes})
	if err != nil {
		return nil, &Fault{Problem: Damaged, Detail: err.Error()}
	}
	b := &Book{Name: name, open: func(sheet string) (*Sheet, error) { return readSheet(f, name, sheet) }}
	var hidden []string
	for _, s := range f.GetSheetList() {
		if seen, err := f.GetSheetVisible(s); err == nil && !seen {
			hidden = append(hidden, s)
			continue
		}
		b.Sheets = append(b.Sheets, s)
	}
	b.Sheets = append(b.Sheets, hidden...)
	if len(b.Sheets) == 0 {
		return nil, &Fault{Problem: NotWorkbook}
	}
	return b, nil
}

// readSheet reads a sheet's rows. The guard has bounded them.
func readSheet(f *excelize.File, file, name string) (s *Sheet, err error) {
	defer func() {
		if recover() != nil {
			s, err = nil, &Fault{Problem: Damaged, Detail: "excelize"}
		}
	}()
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, &Fault{Problem: Damaged, Detail: err.Error()}
	}
	return &Sheet{File: file, Name: name, rows: rows, kind: func(ref string) Kind { return kindOf(f, name, ref) }}, nil
}

// kindOf says what a cell of a workbook holds.
func kindOf(f *excelize.File, sheet, ref string) (k Kind) {
	defer func() {
		if recover() != nil {
			k = Failed
		}
	}()
	t, err := f.GetCellType(sheet, ref)
	if err != nil {
		return Failed
	}
	raw, _ := f.GetCellValue(sheet, ref, excelize.Options{RawCellValue: true})
	if formula, _ := f.GetCellFormula(sheet, ref); formula != "" && raw == "" {
		return Uncomputed
	}
	switch t {
	case excelize.CellTypeBool:
		return Logical
	case excelize.CellTypeError:
		return Failed
	case excelize.CellTypeDate:
		return Date
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		return shownAs(f, sheet, ref)
	}
	return Text
}

// shownAs tells a number from a date and from per cent, by the cell's format.
func shownAs(f *excelize.File, sheet, ref string) Kind {
	id, err := f.GetCellStyle(sheet, ref)
	if err != nil || id == 0 {
		return Number
	}
	style, err := f.GetStyle(id)
	if err != nil {
		return Number
	}
	format := ""
	if style.CustomNumFmt != nil {
		format = bareFormat(*style.CustomNumFmt)
	}
	// The numbers are those of ECMA-376-1, 18.8.30.
	switch n := style.NumFmt; {
	case n == 9, n == 10, strings.Contains(format, "%"):
		return Percent
	case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 45 && n <= 47, n >= 50 && n <= 58:
		return Date
	case strings.ContainsAny(format, "yd") && !strings.Contains(format, "0"):
		return Date
	}
	return Number
}

// bareFormat is a number's format without what it quotes, escapes and brackets.
func bareFormat(format string) string {
	var out strings.Builder
	for i := 0; i < len(format); i++ {
		switch c := format[i]; c {
		case '\\', '_', '*':
			i++
		case '"', '[':
			end := strings.IndexByte(format[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				return out.String()
			}
			i += end + 1
		default:
			out.WriteByte(c)
		}
	}
	return strings.ToLower(out.String())
}
