package sheet

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// openText reads a text file of values. Its one sheet has the file's name.
func openText(name string, data []byte) (*Book, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	comma, body := separator(text)
	rows, err := split(body, comma)
	if err != nil {
		return nil, err
	}
	sheet := strings.TrimSuffix(name, path.Ext(name))
	s := &Sheet{File: name, Name: sheet, Plain: true, rows: rows, kind: func(string) Kind { return Text }}
	return &Book{Name: name, Sheets: []string{sheet}, plain: true, open: func(string) (*Sheet, error) { return s, nil }}, nil
}

// decode makes UTF-8 of a text: UTF-8 or UTF-16 by its mark, UTF-8 where the
// bytes are that, else Windows-1252, which has Latin-1 in it.
func decode(data []byte) (string, error) {
	var text string
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text = wide(data)
	case utf8.Valid(data):
		text = strings.TrimPrefix(string(data), "\ufeff")
	default:
		var b strings.Builder
		for _, c := range data {
			b.WriteRune(charmap.Windows1252.DecodeByte(c))
		}
		text = b.String()
	}
	if strings.ContainsFunc(text, func(c rune) bool { return c < ' ' && c != '\n' && c != '\r' && c != '\t' }) {
		return "", &Fault{Problem: NotText}
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), nil
}

// wide reads UTF-16 with its mark.
func wide(data []byte) string {
	big := data[0] == 0xfe
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		lo, hi := data[i], data[i+1]
		if big {
			lo, hi = hi, lo
		}
		units = append(units, uint16(hi)<<8|uint16(lo))
	}
	return string(utf16.Decode(units))
}

// separator finds what parts the values: what a first line "sep=;" says, else
// what most lines have as many times as each other. The semicolon goes before
// the tab and that before the comma, which may be in the numbers.
func separator(text string) (rune, string) {
	const looked = 200 // lines
	if rest, is := strings.CutPrefix(text, "sep="); is && len(rest) > 1 && rest[1] == '\n' {
		return rune(rest[0]), "\n" + rest[2:] // the row stays, empty
	}
	var best rune
	most := 0
	for _, c := range ";\t," {
		times := map[int]int{}
		for i, line := range strings.SplitN(text, "\n", looked+1) {
			if i < looked {
				times[outside(line, c)]++
			}
		}
		same := 0
		for n, lines := range times {
			if n > 0 {
				same = max(same, lines)
			}
		}
		if same > most {
			best, most = c, same
		}
	}
	return best, text
}

// outside counts a character outside quotations.
func outside(line string, c rune) int {
	n, quoted := 0, false
	for _, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case r == c && !quoted:
			n++
		}
	}
	return n
}

// split parts a text into rows of values (RFC 4180). Empty lines are rows, so
// that rows have the numbers a spreadsheet gives them.
func split(text string, comma rune) ([][]string, error) {
	p := splitter{comma: comma}
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case p.quoted && c == '"' && strings.HasPrefix(text[i+1:], `"`):
			p.value.WriteByte('"')
			size = 2
		case p.quoted && c == '"':
			p.quoted = false
		case p.quoted:
			p.value.WriteRune(c)
		case c == '"' && strings.TrimSpace(p.value.String()) == "":
			p.quoted, p.opened = true, len(p.rows)+1
			p.value.Reset()
		case c == comma && comma != 0:
			p.endValue()
		case c == '\n':
			p.endRow()
		default:
			p.value.WriteRune(c)
		}
		if err := p.bounded(); err != nil {
			return nil, err
		}
		i += size
	}
	if p.quoted {
		return nil, &Fault{Problem: OpenQuote, Detail: fmt.Sprint(p.opened)}
	}
	if p.value.Len() > 0 || len(p.row) > 0 {
		p.endRow()
	}
	return p.rows, nil
}

// splitter makes rows of values.
type splitter struct {
	comma  rune
	rows   [][]string
	row    []string
	value  strings.Builder
	quoted bool
	opened int // the row the quotation begins in
	cells  int
}

func (p *splitter) endValue() {
	p.row = append(p.row, p.value.String())
	p.value.Reset()
	p.cells++
}

func (p *splitter) endRow() {
	if p.value.Len() > 0 || len(p.row) > 0 {
		p.endValue()
	}
	p.rows = append(p.rows, p.row)
	p.row = nil
}

// bounded refuses more than a sheet may have.
func (p *splitter) bounded() error {
	switch {
	case len(p.rows) > MostRows:
		return tooLarge(MostRows, rows)
	case len(p.row) > MostColumns:
		return tooLarge(MostColumns, columns)
	case p.cells > MostCells:
		return tooLarge(MostCells, cells)
	case p.value.Len() > 4*MostText:
		return tooLarge(MostText, characters)
	}
	return nil
}
