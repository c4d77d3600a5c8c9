package manuscript

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mdWriter writes runs as the Markdown of an edition.
type mdWriter struct {
	out   strings.Builder
	notes []run // the footnotes whose marks were written
}

// inline writes a text; \ and \n end a line.
func (w *mdWriter) inline(t text) string {
	w.out.Reset()
	for i, r := range t {
		switch {
		case r.stop:
			w.out.WriteString("\\\n")
		case r.mark != "":
			w.out.WriteString("[^" + r.mark + "]")
			w.notes = append(w.notes, r)
		case r.url != "" && visible(r.text):
			w.link(r)
		case r.style != upright:
			w.styled(r, following(t[i+1:]))
		default:
			w.out.WriteString(escape(r.text, w.last()))
		}
	}
	return w.out.String()
}

// following is the first character after a run.
func following(t text) rune {
	if len(t) == 0 || t[0].stop {
		return ' '
	}
	if t[0].mark != "" || t[0].url != "" {
		return '['
	}
	c, _ := utf8.DecodeRuneInString(t[0].text)
	if t[0].style != upright && c != ' ' {
		return '*'
	}
	return c
}

// last is the last character written.
func (w *mdWriter) last() rune {
	c, size := utf8.DecodeLastRuneInString(w.out.String())
	if size == 0 {
		return ' '
	}
	return c
}

// link writes a link; spaces at its ends stand outside it.
func (w *mdWriter) link(r run) {
	inner := strings.Trim(r.text, " ")
	before, after, _ := strings.Cut(r.text, inner)
	w.out.WriteString(before + "[" + escape(inner, '[') + "](" + strings.ReplaceAll(r.url, "&", `\&`) + ")" + after)
}

// styled writes emphasis, where the characters about it let Markdown see it;
// else the text alone.
func (w *mdWriter) styled(r run, next rune) {
	inner := strings.TrimFunc(r.text, unicode.IsSpace)
	if inner == "" {
		w.out.WriteString(r.text)
		return
	}
	at := strings.Index(r.text, inner)
	before, after := r.text[:at], r.text[at+len(inner):]
	w.out.WriteString(before)
	body := escape(inner, '*')
	first, _ := utf8.DecodeRuneInString(body)
	end, _ := utf8.DecodeLastRuneInString(body)
	prev := w.last()
	if after != "" {
		next = ' '
	}
	opens := !isPunct(first) || unicode.IsSpace(prev) || isPunct(prev)
	closes := !isPunct(end) || unicode.IsSpace(next) || isPunct(next)
	if !opens || !closes || prev == '*' || next == '*' {
		w.out.WriteString(body + after)
		return
	}
	mark := "*"
	if r.style == strong {
		mark = "**"
	}
	w.out.WriteString(mark + body + mark + after)
}

// longestEntity is more than the longest name of a character has, in bytes.
const longestEntity = 40

// entityLike is what Markdown would read as a character's name.
var entityLike = lazily(`^&#?\w+;`)

// escape writes text so that Markdown and references to figures read nothing
// into it.
func escape(s string, before rune) string {
	if !strings.ContainsAny(s, "\\`*_[]<&{") {
		return s
	}
	var b strings.Builder
	for i, c := range s {
		rest := s[i+utf8.RuneLen(c):]
		next, _ := utf8.DecodeRuneInString(rest)
		special := false
		switch c {
		case '\\', '`', '*', '[', ']', '<':
			special = true
		case '_':
			special = !isWordRune(before) || !isWordRune(next)
		case '&':
			special = entityLike.MatchString(s[i:min(len(s), i+longestEntity)])
		case '{':
			special = next == '{'
		}
		if special {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
		before = c
	}
	return b.String()
}

// atStart is what would begin something else at the start of a line.
var atStart = lazily(`^(?:[-+](?:\s|$|\p{L})|#{1,6}(?:\s|$)|>|=+\s*$|-+\s*$|~~~|:?-+:?\s*\||\|[-:|\s]*$|:-)`)

// numberAt is a number that would begin a list.
var numberAt = lazily(`^(\d{1,9})([.)])(\s|$)`)

// escapeStart writes a line so that it begins nothing.
func escapeStart(s string) string {
	if atStart.MatchString(s) {
		return `\` + s
	}
	if !monthAfter.MatchString(s) {
		return escapeNumber(s)
	}
	return s
}

// escapeNumber writes a line so that a number it begins with begins no entry of a
// list; below a list a date would, too.
func escapeNumber(s string) string {
	if m := numberAt.FindStringSubmatch(s); m != nil {
		return m[1] + `\` + s[len(m[1]):]
	}
	return s
}

// monthAfter is a date, which the edition's Markdown leaves alone.
var monthAfter = lazily(`^\d{1,2}\. (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår)\b`)

// width is how long lines of text are.
const width = 96

// wrap breaks a text into lines; the first has some room taken.
func wrap(s string, width int) []string {
	var lines []string
	for _, part := range strings.Split(s, "\n") {
		var now strings.Builder
		length := 0
		for _, word := range strings.Split(part, " ") {
			n := utf8.RuneCountInString(word)
			if length > 0 && length+1+n > width {
				lines = append(lines, now.String())
				now.Reset()
				length = 0
			}
			if length > 0 {
				now.WriteByte(' ')
				length++
			}
			now.WriteString(word)
			length += n
		}
		lines = append(lines, now.String())
	}
	for i := range lines {
		lines[i] = escapeStart(lines[i])
	}
	return lines
}
