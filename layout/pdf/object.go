package pdf

import (
	"strconv"
	"unicode/utf16"
)

// ref is the number of an indirect object. Every generation is 0.
type ref int

// writer builds the text of PDF objects. It parts tokens by a space only where
// they would run together.
type writer struct{ b []byte }

// token appends a token that begins with a regular character.
func (w *writer) token(s string) *writer {
	w.part()
	w.b = append(w.b, s...)
	return w
}

// part puts a space between two regular characters (ISO 32000-1, 7.2.2).
func (w *writer) part() {
	if n := len(w.b); n > 0 && regular(w.b[n-1]) {
		w.b = append(w.b, ' ')
	}
}

// raw appends what needs no parting from what stands before it.
func (w *writer) raw(s string) *writer {
	w.b = append(w.b, s...)
	return w
}

func (w *writer) open() *writer  { return w.raw("<<") }
func (w *writer) close() *writer { return w.raw(">>") }

// name appends a name, such as Type for /Type.
func (w *writer) name(s string) *writer {
	w.b = appendName(w.b, s)
	return w
}

func (w *writer) integer(n int) *writer {
	w.part()
	w.b = strconv.AppendInt(w.b, int64(n), 10)
	return w
}

// milli appends n thousandths as a decimal number.
func (w *writer) milli(n int64) *writer {
	w.part()
	w.b = appendMilli(w.b, n)
	return w
}

func (w *writer) ref(r ref) *writer { return w.integer(int(r)).raw(" 0 R") }

// refs appends an array of n references to consecutive objects.
func (w *writer) refs(first ref, n int) *writer {
	w.raw("[")
	for i := range n {
		w.ref(first + ref(i))
	}
	return w.raw("]")
}

// text appends a text string (ISO 32000-1, 7.9.2.2).
func (w *writer) text(s string) *writer {
	w.b = appendText(w.b, s)
	return w
}

// bytes appends a byte string.
func (w *writer) bytes(s string) *writer {
	w.b = appendString(w.b, s)
	return w
}

// regular reports whether c is neither white space nor a delimiter
// (ISO 32000-1, 7.2.2).
func regular(c byte) bool {
	switch c {
	case 0, '\t', '\n', '\f', '\r', ' ', '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return true
}

const hexDigits = "0123456789ABCDEF"

// appendName appends a name object, with #xx for what a name may not hold
// (ISO 32000-1, 7.3.5).
func appendName(b []byte, s string) []byte {
	b = append(b, '/')
	for i := range len(s) {
		if c := s[i]; c > ' ' && c <= '~' && c != '#' && regular(c) {
			b = append(b, c)
		} else {
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return b
}

// appendString appends a literal string of the bytes of s, with octal for what
// is not printable ASCII (ISO 32000-1, 7.3.4.2).
func appendString(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '(' || c == ')' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c > '~':
			b = append(b, '\\', '0'+c>>6, '0'+c>>3&7, '0'+c&7)
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// appendText appends a text string: a literal where s is printable ASCII, which
// PDFDocEncoding shares, and UTF-16 with its byte order mark otherwise.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' {
			b = append(b, "<FEFF"...)
			b = appendUTF16(b, s)
			return append(b, '>')
		}
	}
	return appendString(b, s)
}

// appendUTF16 appends s as big-endian UTF-16 in hexadecimal, without a mark.
func appendUTF16(b []byte, s string) []byte {
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != '\uFFFD' {
			b = appendHex16(appendHex16(b, uint16(hi)), uint16(lo))
		} else {
			b = appendHex16(b, uint16(r))
		}
	}
	return b
}

func appendHex16(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
}

// appendMilli appends n thousandths as a decimal number without trailing zeros
// and without an exponent: 10500 is "10.5".
func appendMilli(b []byte, n int64) []byte {
	u := uint64(n)
	if n < 0 {
		b = append(b, '-')
		u = -u
	}
	if u < 1000 && u != 0 {
		return appendFraction(b, u)
	}
	b = strconv.AppendUint(b, u/1000, 10)
	return appendFraction(b, u%1000)
}

// appendFraction appends a point and n thousandths, n < 1000; nothing for 0.
func appendFraction(b []byte, n uint64) []byte {
	if n == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return b
}
