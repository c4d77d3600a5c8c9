package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
)

// need says whether something has to be there.
type need bool

const (
	optional need = false
	needed   need = true
)

// load gets the file's text: UTF-8 without a byte order mark, every line ended
// by \n, nothing in it but printable characters, spaces and tabs. It reports
// what is wrong and whether there is text to go on with.
func (r *reader) load(n need) bool {
	data, err := readSome(r.ed.fsys, r.name, largest)
	start := diag.Pos{File: r.name, Line: 1, Column: 1}
	switch {
	case errors.Is(err, fs.ErrNotExist) && n == optional:
		return false
	case errors.Is(err, fs.ErrNotExist):
		r.gone = true
		r.diags.Add(r.needing())
		return false
	case err != nil:
		r.diags.Error(diag.Pos{File: r.name}, unreadableFile(r.name, err))
		return false
	case len(data) > largest:
		r.diags.Error(diag.Pos{File: r.name}, tooLarge(r.name, largest>>20))
		return false
	}
	if what := programOf(data); what != "" {
		r.diags.Error(start, notText(what))
		return false
	}
	if isUTF16(data) {
		r.diags.Error(start, utf16())
		return false
	}
	r.marked, r.returns = bytes.HasPrefix(data, []byte("\ufeff")), bytes.Contains(data, []byte("\r\n"))
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	if len(bytes.TrimSpace(data)) == 0 && r.mayBeEmpty() {
		return false
	}
	if len(bytes.TrimSpace(data)) == 0 {
		r.diags.Error(start, emptyFile())
		return false
	}
	r.text, r.starts = data, lineStarts(data)
	return r.checkRunes()
}

// programOf names what a file is that no editor of text has written, by its first
// bytes; empty where it may be text.
func programOf(data []byte) string {
	for begins, what := range map[string]string{"PK\x03\x04": "Word/ZIP", "\xd0\xcf\x11\xe0": "Word", "{\\rtf": "RTF", "%PDF-": "PDF", "<!DOCTYPE": "HTML", "<html": "HTML"} {
		if bytes.HasPrefix(data, []byte(begins)) {
			return what
		}
	}
	return ""
}

// isUTF16 reports a text of two bytes a character: by its mark, or by every other
// of its first bytes being zero.
func isUTF16(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return true
	}
	return len(data) >= 4 && (data[0] == 0 && data[2] == 0 && data[1] != 0 || data[1] == 0 && data[3] == 0 && data[0] != 0)
}

// largest is how many bytes a YAML file may have: some hundred books' worth. A
// bundle that is verified may be made to harm, and is not read into memory whole.
const largest = 4 << 20

// readSome reads a file, and no more than a byte beyond what it may have.
func readSome(files fs.FS, name string, most int64) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Size() <= most {
		out.Grow(int(info.Size()) + bytes.MinRead)
	}
	_, err = out.ReadFrom(io.LimitReader(f, most+1))
	return out.Bytes(), err
}

// mayBeEmpty reports a file that may say nothing, as it may be left out.
func (r *reader) mayBeEmpty() bool {
	return r.name == themeFile || r.name == figuresFile || r.name == WaiversFile
}

// lineStarts returns where each line begins.
func lineStarts(data []byte) []int {
	starts := make([]int, 1, bytes.Count(data, []byte("\n"))+1)
	for i, b := range data {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// unprintable reports control characters, line separators other than \n, byte
// order marks and what Unicode says is no character.
func unprintable(c rune) bool {
	switch {
	case c < 0x7f:
		return c < ' '
	case c == '\u2028', c == '\u2029', c == '\ufeff', c&0xfffe == 0xfffe, c >= 0xfdd0 && c <= 0xfdef:
		return true
	}
	return unicode.IsControl(c)
}

// line returns a line's text without its end; lines count from 1.
func (r *reader) line(n int) []byte { return lineOf(r.text, r.starts, n) }

// lineOf is a line of a text whose lines begin at starts.
func lineOf(text []byte, starts []int, n int) []byte {
	if n < 1 || n > len(starts) {
		return nil
	}
	rest := text[starts[n-1]:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		return rest[:end]
	}
	return rest
}

// offset returns where in the text a line and column are.
func (r *reader) offset(line, column int) int {
	if line < 1 || line > len(r.starts) {
		return len(r.text)
	}
	i := r.starts[line-1]
	for ; column > 1 && i < len(r.text) && r.text[i] != '\n'; column-- {
		_, size := utf8.DecodeRune(r.text[i:])
		i += size
	}
	return i
}
