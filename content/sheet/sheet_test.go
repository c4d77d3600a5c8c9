package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// workbook makes a workbook; fill puts what it wants into Sheet1.
func workbook(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// must stops the test at an error.
func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func TestWorkbookKinds(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		must(t, err)
		custom := `0.0" %y"`
		quoted, err := f.NewStyle(&excelize.Style{CustomNumFmt: &custom})
		must(t, err)
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		must(t, err)
		must(t, f.SetCellValue("Sheet1", "A1", "1.234"), f.SetCellValue("Sheet1", "B1", 1234.5), f.SetCellValue("Sheet1", "C1", true),
			f.SetCellValue("Sheet1", "D1", 45000), f.SetCellStyle("Sheet1", "D1", "D1", date),
			f.SetCellValue("Sheet1", "E1", 0.5), f.SetCellStyle("Sheet1", "E1", "E1", percent),
			f.SetCellFormula("Sheet1", "F1", "B1*2"),
			f.SetCellValue("Sheet1", "G1", 5), f.SetCellStyle("Sheet1", "G1", "G1", quoted),
			f.SetCellValue("Sheet1", "C14", " \u00a0x "))
	})
	b, err := Open("mappe/saldo.xlsx", data)
	must(t, err)
	s, err := b.Sheet(" sheet1 ")
	must(t, err)
	for column, want := range []Kind{Text, Number, Logical, Date, Percent, Uncomputed, Number, Empty} {
		if c := s.Cell(1, column+1); c.Kind != want {
			t.Errorf("%s is %d, want %d (%q)", s.Place(1, column+1), c.Kind, want, c.Text)
		}
	}
	if s.Place(14, 3) != "Sheet1!C14" || s.Text(14, 3) != "x" || s.Rows() != 14 || s.Columns() != 7 || s.Text(0, 0)+s.Text(99, 99) != "" {
		t.Errorf("%s %q, %d rows, %d columns", s.Place(14, 3), s.Text(14, 3), s.Rows(), s.Columns())
	}
	if c := s.Cell(MostRows+1, 1); c.Kind != Empty {
		t.Errorf("there is a cell outside the sheet: %+v", c)
	}
}

// TestHiddenSheetsAreLast takes the first sheet that is seen, and tells which
// there are.
func TestHiddenSheetsAreLast(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		_, err := f.NewSheet("Balance")
		must(t, err, f.SetCellValue("Balance", "A1", "her"), f.SetSheetVisible("Balance", true))
		f.SetActiveSheet(1)
		must(t, f.SetSheetVisible("Sheet1", false))
	})
	b, err := Open("x.xlsx", data)
	must(t, err)
	s, err := b.Sheet("")
	must(t, err)
	if s.Name != "Balance" {
		t.Errorf("the first sheet is %s", s.Name)
	}
	var fault *Fault
	if _, err := b.Sheet("Resultat"); !errors.As(err, &fault) || fault.Problem != NoSheet || fault.Detail != "Balance, Sheet1" {
		t.Errorf("%v", err)
	}
}

func TestText(t *testing.T) {
	latin, err := charmap.Windows1252.NewEncoder().String("Møde;5\nLøn;6\n")
	must(t, err)
	wide := []byte{0xff, 0xfe}
	for _, c := range "Møde\t5\nLøn\t6\n" {
		wide = append(wide, byte(c), byte(c>>8))
	}
	for name, data := range map[string]string{
		"semicolons": "Møde;5\nLøn;6\n", "mark": "\ufeffMøde;5\r\nLøn;6", "commas": "Møde,5\nLøn,6\n", "tabs": "Møde\t5\nLøn\t6\n",
		"latin": latin, "wide": string(wide), "mac": "Møde;5\rLøn;6", "quotes": "\"Møde\";\"5\"\n \"Løn\";6\n",
	} {
		b, err := Open("saldo.csv", []byte(data))
		must(t, err)
		s, err := b.Sheet("another's name")
		must(t, err)
		if !s.Plain || s.Text(1, 1) != "Møde" || s.Text(2, 1) != "Løn" || s.Text(2, 2) != "6" || s.Rows() != 2 || s.Place(2, 2) != "saldo!B2" {
			t.Errorf("%s: %q", name, s.rows)
		}
	}
}

func TestTextOdd(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a;\"b\nc\";d\n\n;e", `[["a" "b\nc" "d"] [] ["" "e"]]`},
		{"a;\"x \"\"y\"\"\";1,5\nb;c;2,5", `[["a" "x \"y\"" "1,5"] ["b" "c" "2,5"]]`},
		{"sep=,\na,b\n", `[[] ["a" "b"]]`},
		{"alene\nord", `[["alene"] ["ord"]]`},
		{"", `[]`},
		{strings.Repeat("\n", MostRows-1) + "a", fmt.Sprintf("%q", append(make([][]string, MostRows-1), []string{"a"}))},
		{"a;b;\n", `[["a" "b" ""]]`},
	} {
		b, err := Open("x.csv", []byte(c.text))
		must(t, err)
		s, err := b.Sheet("")
		must(t, err)
		if got := fmt.Sprintf("%q", s.rows); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// zipped packs parts.
func zipped(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range parts {
		w, err := z.Create(name)
		must(t, err)
		_, err = w.Write([]byte(text))
		must(t, err)
	}
	must(t, z.Close())
	return out.Bytes()
}

// withPart is a workbook with one of its parts put in another's place.
func withPart(t *testing.T, name, text string) []byte {
	t.Helper()
	return withParts(t, map[string]string{name: text})
}

// withParts is a workbook with some of its parts put in others' places.
func withParts(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	data := workbook(t, func(f *excelize.File) { must(t, f.SetCellValue("Sheet1", "A1", "x")) })
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	for _, f := range z.File {
		if _, has := parts[f.Name]; has {
			continue
		}
		r, err := f.Open()
		must(t, err)
		var b bytes.Buffer
		_, err = b.ReadFrom(r)
		must(t, err)
		parts[f.Name] = b.String()
	}
	return zipped(t, parts)
}

func TestHostileFiles(t *testing.T) {
	const head, tail = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`, `</sheetData></worksheet>`
	const part = "xl/worksheets/sheet1.xml"
	for name, c := range map[string]struct {
		data []byte
		want Problem
	}{
		"a bomb":           {zipped(t, map[string]string{"xl/worksheets/sheet1.xml": strings.Repeat(" ", MostBytes+1)}), TooLarge},
		"a far row":        {withPart(t, part, head+`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`+tail), TooLarge},
		"an absurd row":    {withPart(t, part, head+`<row r="99999999999999999999"/>`+tail), TooLarge},
		"a far column":     {withPart(t, part, head+`<row r="1"><c r="XFD1"/></row>`+tail), TooLarge},
		"many cells":       {withPart(t, part, head+strings.Repeat(`<row><c r="AML1"/></row>`, 1000)+tail), TooLarge},
		"many mergers":     {withPart(t, part, head+tail+strings.Repeat(`<mergeCell ref="A1:B1"/>`, mostMerged+1)), TooLarge},
		"a long text":      {withPart(t, "xl/sharedStrings.xml", "<sst><si><t>"+strings.Repeat("x", 4*MostText+1)+"</t></si></sst>"), TooLarge},
		"a long rich text": {withPart(t, "xl/sharedStrings.xml", "<sst><si>"+strings.Repeat("<r><t>"+strings.Repeat("x", 1000)+"</t></r>", 200)+"</si></sst>"), TooLarge},
		"a long text in many cells": {withParts(t, map[string]string{"xl/sharedStrings.xml": "<sst><si><t>" + strings.Repeat("x", MostText) + "</t></si></sst>",
			part: head + strings.Repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 100)+"</row>", 30) + tail}), TooLarge},
		"broken XML":     {withPart(t, part, head+"<row"), Damaged},
		"no workbook":    {zipped(t, map[string]string{"a.txt": "x"}), NotWorkbook},
		"old":            {[]byte("\xd0\xcf\x11\xe0xxxx"), OldWorkbook},
		"cut off":        {[]byte("PK\x03\x04xxxx"), Damaged},
		"bytes":          {[]byte("\x00\x01\x02"), NotText},
		"an open quote":  {[]byte("a\nb;\"c\nd"), OpenQuote},
		"wide text":      {[]byte(strings.Repeat(";", MostColumns+1)), TooLarge},
		"long text":      {[]byte(strings.Repeat("\n", MostRows+1)), TooLarge},
		"too many bytes": {make([]byte, MostBytes+1), TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := Open("x", c.data)
			if err == nil {
				_, err = b.Sheet("")
			}
			var fault *Fault
			if !errors.As(err, &fault) || fault.Problem != c.want {
				t.Fatalf("%v, want problem %d", err, c.want)
			}
			if da, en := fault.Text(); da == "" || en == "" || da == en && c.want != Damaged {
				t.Errorf("told as %q and %q", da, en)
			}
		})
	}
}

func TestColumns(t *testing.T) {
	for name, want := range map[string]int{"A": 1, "Z": 26, "aa": 27, "AMJ": 1024, "AMK": 0, "XFD": 0, "": 0, "1": 0, "Å": 0} {
		n, ok := ColumnNumber(name)
		if ok != (want > 0) || ok && n != want {
			t.Errorf("%q is %d, %v", name, n, ok)
		}
	}
	if ColumnName(28) != "AB" || ColumnName(0) != "?" {
		t.Error("ColumnName is wrong")
	}
}

// FuzzOpen opens any bytes: never a panic, and faults that say something.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("a;b\n1;2\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("sep=;\n\"a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Open("x", data)
		if err == nil {
			_, err = b.Sheet("")
		}
		var fault *Fault
		if err != nil && !errors.As(err, &fault) {
			t.Fatalf("an error that is no fault: %v", err)
		}
	})
}
