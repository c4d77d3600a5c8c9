package source

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// lineOfText takes a node for text that is not empty.
func (r *reader) lineOfText(n *yaml.Node) string {
	s, ok := r.scalar(n, aText)
	r.warnOfQuotes(n)
	r.withoutNotes(n, s)
	r.withoutSpans(n, s)
	if s = oneLine(r.refer(n, s)); ok && s == "" {
		r.fail(n, emptyText())
	}
	return s
}

// label takes a node for text that may be empty.
func (r *reader) label(n *yaml.Node) string {
	s, _ := r.scalar(n, aText)
	r.warnOfQuotes(n)
	r.withoutSpans(n, s)
	return oneLine(r.refer(n, s))
}

// warnOfQuotes tells of a title or the like that is printed in quotation marks
// which may have been meant for YAML.
func (r *reader) warnOfQuotes(n *yaml.Node) {
	if c := smartly(n); c != 0 {
		r.diags.Warn(r.at(n), printedQuotes(c))
	}
}

// oneLine makes one line of a text that YAML has broken. Spaces that do not
// break a line are left as they are.
func oneLine(s string) string {
	s = strings.Trim(s, " \t\n")
	if !strings.ContainsAny(s, "\n\t") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == '\t' || c == '\n' }), " ")
}

// scalar takes a node for text, as it is written: 2024 and true are text too
// where text is wanted.
func (r *reader) scalar(n *yaml.Node, expected noun) (string, bool) {
	if !r.is(n, yaml.ScalarNode, expected) {
		return "", false
	}
	if isNull(n) {
		r.fail(n, wrongType(nothing, expected))
		return "", false
	}
	if isPlain(n) && n.LineComment != "" && expected == aText {
		r.lostComment(n)
	}
	if c := smartly(n); c != 0 && expected != aText {
		r.fail(n, smartQuotes(c))
		return "", false
	}
	if n.Style&yaml.DoubleQuotedStyle != 0 && !r.printable(n) {
		return "", false
	}
	return n.Value, true
}

// lostComment reports a text that a comment ends, at its #.
func (r *reader) lostComment(n *yaml.Node) {
	if c := smartAt(n.Value); c != 0 {
		r.fail(n, smartQuotes(c))
		return
	}
	r.fail(n, lostComment(n.LineComment))
}

// isPlain reports a scalar without quotes, | or >.
func isPlain(n *yaml.Node) bool {
	return n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
}

// printable checks what escapes in quotes have made of a text.
func (r *reader) printable(n *yaml.Node) bool {
	for _, c := range n.Value {
		if unprintable(c) && c != '\n' && c != '\t' {
			r.fail(n, badRune(c))
			return false
		}
	}
	return utf8.ValidString(n.Value)
}

// number takes a node for a whole number from lo to hi. It reads the digits
// themselves: yaml would take 2024.5, 0o17 and 1e3 for whole numbers.
func (r *reader) number(n *yaml.Node, lo, hi int) int {
	s, ok := r.scalar(n, aNumber)
	if !ok {
		return 0
	}
	v, err := strconv.Atoi(s)
	if err != nil || strconv.Itoa(v) != s || !isPlain(n) || v < lo || v > hi {
		r.fail(n, badNumber(s, lo, hi))
		return 0
	}
	return v
}

// flag takes a node for true or false.
func (r *reader) flag(n *yaml.Node) bool {
	s, ok := r.scalar(n, aFlag)
	if ok && (s != "true" && s != "false" || !isPlain(n)) {
		r.fail(n, badFlag(s))
	}
	return s == "true"
}

// date takes a node for an ISO 8601 date.
func (r *reader) date(n *yaml.Node) string {
	s, ok := r.scalar(n, aDate)
	if !ok {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		r.fail(n, badDate(s, err))
		return ""
	}
	return s
}

// id takes a node for a name things are referred to by.
func (r *reader) id(n *yaml.Node) string {
	s, ok := r.scalar(n, anID)
	if ok && !validID(s) {
		r.fail(n, badID(s, slug(s)))
		return ""
	}
	return s
}

// validID reports whether s is made of a–z, digits, hyphens and underscores
// and begins with a letter or a digit.
func validID(s string) bool {
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', i > 0 && (c == '-' || c == '_'):
		default:
			return false
		}
	}
	return s != ""
}

// choice takes a node for one of some words and returns its index, −1 if it is
// none of them.
func (r *reader) choice(n *yaml.Node, words []string) int {
	s, ok := r.scalar(n, aWord)
	if !ok {
		return -1
	}
	i := slices.Index(words, s)
	if i < 0 {
		r.fail(n, badChoice(s, words, r.nearest(s, words)))
	}
	return i
}

// url takes a node for an absolute address.
func (r *reader) url(n *yaml.Node) string {
	s, ok := r.scalar(n, anAddress)
	if !ok {
		return ""
	}
	address, ok := absoluteURL(s)
	if !ok {
		r.fail(n, badURL(s))
	}
	return address
}

// absoluteURL checks an http, https or mailto address and writes it in ASCII,
// as links in a document have to be (RFC 3986).
func absoluteURL(s string) (string, bool) {
	if strings.ContainsAny(s, " \t\n\"<>\\^`{|}") {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil {
		return "", false
	}
	switch u.Scheme {
	case "http", "https":
		if u.Hostname() == "" || u.Opaque != "" || !isASCII(u.Host) {
			return "", false
		}
	case "mailto":
		if name, host, ok := strings.Cut(u.Opaque, "@"); !ok || name == "" || host == "" || !isASCII(s) {
			return "", false
		}
	default:
		return "", false
	}
	if isASCII(s) {
		return s, true
	}
	u.RawQuery = escapeNonASCII(u.RawQuery)
	return u.String(), true
}

// escapeNonASCII writes bytes outside ASCII as %XX.
func escapeNonASCII(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] < utf8.RuneSelf {
			b.WriteByte(s[i])
			continue
		}
		b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(s[i]), 16)))
	}
	return b.String()
}

// isASCII reports whether s has no byte above 127.
func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c >= utf8.RuneSelf })
}

// openAmount is what stands for an amount, or a fact's value, that is still to come.
const openAmount = "?"
