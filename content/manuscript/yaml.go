package manuscript

import (
	"strings"
	"unicode/utf8"
)

// yamlWriter writes a YAML file.
type yamlWriter struct{ strings.Builder }

// line writes a line of pieces.
func (w *yamlWriter) line(pieces ...string) {
	for _, p := range pieces {
		w.WriteString(p)
	}
	w.WriteByte('\n')
}

// key writes a key with a plain text, where there is one. A long text stands
// below it.
func (w *yamlWriter) key(indent, name, s string) {
	if s == "" {
		return
	}
	w.scalar(indent, name, plainField(s))
}

// scalar writes a key with a text.
func (w *yamlWriter) scalar(indent, name, s string) {
	q := quoted(s)
	keyAt := strings.TrimPrefix(strings.TrimLeft(indent, " "), "- ")
	below := strings.Repeat(" ", utf8.RuneCountInString(indent)) + "  "
	if utf8.RuneCountInString(indent+keyAt+name+q) <= width+8 || !foldable(s) {
		w.line(indent, name, ": ", q)
		return
	}
	w.line(indent, name, ": >-")
	for _, l := range fold(s, width-len(below)) {
		w.line(below, l)
	}
}

// foldable reports a text that comes out of a folded scalar as it went in.
func foldable(s string) bool {
	return !strings.HasPrefix(s, " ") && !strings.HasSuffix(s, " ") && !strings.Contains(s, "  ") && !strings.ContainsAny(s, "\n\t\\")
}

// fold breaks a text into lines at spaces.
func fold(s string, width int) []string {
	var lines []string
	now := ""
	for _, word := range strings.Split(s, " ") {
		switch {
		case now == "":
			now = word
		case utf8.RuneCountInString(now)+1+utf8.RuneCountInString(word) > width:
			lines, now = append(lines, now), word
		default:
			now += " " + word
		}
	}
	return append(lines, now)
}

// text writes a key with Markdown below it, as it stands.
func (w *yamlWriter) text(indent, name string, lines []string) {
	w.line(indent, name, ": |")
	below := strings.Repeat(" ", len(indent)) + "  "
	for _, l := range lines {
		if l == "" {
			w.line()
		} else {
			w.line(below, l)
		}
	}
}

// plainScalar is a text that needs no quotes anywhere.
var plainScalar = lazily(`^[A-Za-zÆØÅæøåÄÖäöé][A-Za-zÆØÅæøåÄÖäöéüÜ0-9 .()/–’'-]*$`)

// yamlWord is what YAML, or some reader of it, takes for something else.
var yamlWord = lazily(`(?i)^(?:y|n|yes|no|true|false|on|off|null|nan|inf|ja|nej)$`)

// quoted writes a text as YAML: as it is where nothing could be read into it,
// else in quotes.
func quoted(s string) string {
	if plainScalar.MatchString(s) && !strings.HasSuffix(s, " ") && !yamlWord.MatchString(s) {
		return s
	}
	return inQuotes(s)
}

// inQuotes writes a text in quotes.
func inQuotes(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}

// plainField writes a text for a field that is no Markdown, so that nothing is
// read into it.
func plainField(s string) string {
	return strings.NewReplacer("{{", `\{{`, "[^", "[ ^").Replace(oneLine(s))
}
