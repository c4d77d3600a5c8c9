package bind

import (
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/source"
)

// edit puts a reference in the place of bytes [from, to) of a file.
type edit struct {
	file     string
	from, to int
	text     string
}

// editOf is the edit that a finding asks for, where what was found stands at its place
// in the file's text.
func editOf(text string, f check.Finding) (edit, bool) {
	if f.Code != code || f.Should.English == "" {
		return edit{}, false
	}
	from := offsetOf(text, f.Pos.Line, f.Pos.Column)
	n := reaches(text[from:], f.Found)
	return edit{f.Pos.File, from, from + n, f.Should.English}, n > 0
}

// offsetOf is where a line and a column, both from 1, stand in a text.
func offsetOf(text string, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		at += n + 1
	}
	for ; column > 1 && at < len(text); column-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// reaches is how many bytes of a file a figure has, which may go on over a line's end;
// 0 where it does not stand there.
func reaches(file, found string) int {
	at := 0
	for _, part := range strings.Fields(strings.ReplaceAll(found, "\u00a0", " ")) {
		if at > 0 {
			rest := strings.TrimLeft(file[at:], " \r\n\u00a0")
			if len(rest) == len(file)-at {
				return 0
			}
			at = len(file) - len(rest)
		}
		if !strings.HasPrefix(file[at:], part) {
			return 0
		}
		at += len(part)
	}
	return at
}

// put makes edits, which are in order, and quotes the values that need it.
func put(text string, edits []edit) string {
	plain := source.Unquoted([]byte(text))
	var out strings.Builder
	at := 0
	for i := 0; i < len(edits); {
		k := i + 1 // the edits up to this one are in one value
		value, quoted := around(plain, edits[i])
		for quoted && k < len(edits) && edits[k].to <= value.To {
			k++
		}
		if !quoted {
			value = source.Scalar{From: edits[i].from, To: edits[k-1].to}
		}
		out.WriteString(text[at:value.From])
		inner := replaced(text, value, edits[i:k])
		if quoted {
			inner = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(inner) + `"`
		}
		out.WriteString(inner)
		at, i = value.To, k
	}
	return out.String() + text[at:]
}

// replaced is bytes of a text with edits in them.
func replaced(text string, in source.Scalar, edits []edit) string {
	var out strings.Builder
	at := in.From
	for _, e := range edits {
		out.WriteString(text[at:e.from] + e.text)
		at = e.to
	}
	return out.String() + text[at:in.To]
}

// around is the value that an edit stands in, where that has to be quoted for it: one
// that would begin with a brace, or that stands within others.
func around(plain []source.Scalar, e edit) (source.Scalar, bool) {
	for _, b := range plain {
		if b.From <= e.from && e.to <= b.To {
			return b, b.Flow || b.From == e.from
		}
	}
	return source.Scalar{}, false
}
