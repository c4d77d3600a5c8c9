package source

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
)

// flaw is what is most likely wrong in a text that is not YAML, and where.
type flaw struct {
	line, column int // from 1, the column in characters
	from         int // the line that the quotation or the braces around it begin on
	message      diag.Message
}

// flaws goes through a text line by line, as a person looks for what is wrong:
// tabs, colons, quotation marks and braces. yaml tells that a text breaks its
// grammar, but often only where the list or mapping around the fault begins.
type flaws struct {
	lines [][]byte
	at    int   // the line being read, from 0
	found *flaw // the first one
	keys  []int // the columns of the keys of the mappings we are in
	left  []int // those of the mappings this line has ended
	empty int   // the column of the key the line before this one ends with; −1: it ends with none
	open  opened
	ended ended
	from  int // the line of the quotation or the braces we are in; −1: we are in none
}

// ended is the text that the line before this one was the last of.
type ended struct {
	last   int // that line, from 0
	begins int // where it begins
	indent int // of its lines; −1: there is no such text
}

// opened is the plain text that the next line may go on with.
type opened struct {
	kind   openKind
	line   int // where it begins
	within int // a line goes on with it if it is indented further than this
	hash   int // where on the line before a comment begins that ends it; −1: nowhere
}

// openKind is what kind of text is open.
type openKind uint8

const (
	openNothing openKind = iota
	openValue            // a key's value
	openBare             // a line that may have been meant for a key
)

// firstFlaw finds the first thing a person would point at; nil where there is
// nothing. It is asked only about a text that yaml has refused: much that is
// right YAML and odd is a flaw to it.
func firstFlaw(text []byte) *flaw {
	f := &flaws{lines: bytes.Split(text, []byte("\n")), ended: ended{indent: -1}, empty: -1, from: -1}
	for f.at = 0; f.at < len(f.lines) && f.found == nil; f.at++ {
		f.readLine()
	}
	return f.found
}

// report keeps a flaw at a byte of a line.
func (f *flaws) report(line, at int, m diag.Message) {
	if f.found == nil {
		from := line
		if f.from >= 0 {
			from = f.from
		}
		f.found = &flaw{line + 1, 1 + utf8.RuneCount(f.lines[line][:at]), from + 1, m}
	}
}

// readLine reads a line that no quotation, brace or | holds.
func (f *flaws) readLine() {
	text := f.lines[f.at]
	indent := len(text) - len(bytes.TrimLeft(text, " "))
	rest := text[indent:]
	switch trimmed := bytes.TrimSpace(bytes.TrimLeft(rest, "\u00a0\u202f")); {
	case len(trimmed) == 0 || trimmed[0] == '#' || bytes.Equal(rest, []byte("---")):
		return
	case rest[0] == '\t':
		f.report(f.at, indent, notYAML(problemTab))
		return
	case beginsNoBreak(rest):
		f.report(f.at, indent, noBreakSpace())
		return
	}
	if f.goesOn(indent, rest) {
		return
	}
	if f.open.kind == openValue {
		f.ended = ended{f.at - 1, f.open.line, f.open.within + 1}
	}
	f.open = opened{}
	f.closeKeys(indent)
	at, dash := f.dashes(indent)
	nests := f.empty
	f.empty = -1
	if f.node(at, dash); dash < 0 && nests < 0 {
		f.uneven(at)
	}
}

// goesOn reports whether a line belongs to the plain text before it, which can
// have no key in it.
func (f *flaws) goesOn(indent int, rest []byte) bool {
	if f.open.kind == openNothing || indent <= f.open.within {
		return false
	}
	if f.open.hash >= 0 {
		f.report(f.at-1, f.open.hash, hashInText(string(f.lines[f.at-1][f.open.hash:])))
		return true
	}
	f.open.hash = commentAt(f.lines[f.at])
	switch colon := keyColon(rest); {
	case colon < 0:
	case f.open.kind == openBare:
		if key, line, at := f.keyOfText(f.open.line); key != "" {
			f.report(line, at, barBelongs(key))
			return true
		}
		first := f.lines[f.open.line]
		at := len(first) - len(bytes.TrimLeft(first, " -"))
		f.report(f.open.line, at, f.stray(f.open.line, at))
	case bytes.HasPrefix(rest, []byte("- ")) && f.open.kind == openValue:
		f.report(f.at, indent, dashAmongKeys())
	case f.endedEarly(indent):
		f.outOfLine(f.open.line, f.open.within)
	default:
		f.report(f.at, indent, notYAML(problemMapping))
	}
	return true
}

// endedEarly reports that the open key stands where the key of the mapping above it
// does, while that mapping goes on with a line of this indent.
func (f *flaws) endedEarly(indent int) bool {
	n, at := len(f.keys), f.open.within
	return at > 0 && n > 1 && f.keys[n-1] == at && f.keys[n-2] == at && (n == 2 || f.keys[n-3] < at) &&
		len(f.left) > 0 && f.left[len(f.left)-1] == indent
}

// uneven reports a key further in than those of the mapping around it, and less
// than those of the one it has ended.
func (f *flaws) uneven(at int) {
	if n := len(f.keys); n > 1 && len(f.left) > 0 && f.keys[n-1] == at && f.keys[n-2] < at {
		f.outOfLine(f.at, at)
	}
}

// outOfLine reports the key at a byte of a line, which has ended a mapping that it
// was likely meant for.
func (f *flaws) outOfLine(line, at int) {
	text := f.lines[line][at:]
	key := string(text[:max(0, keyColon(text))])
	f.report(line, at, unevenKey(key, at+1, f.left[len(f.left)-1]+1))
}

// keyOfText finds the key of running text that a line stands right below, and
// where; the key is empty where there is none.
func (f *flaws) keyOfText(line int) (key string, at, column int) {
	if line == 0 {
		return "", 0, 0
	}
	above := f.lines[line-1]
	column = len(above) - len(bytes.TrimLeft(above, " -"))
	key, is := strings.CutSuffix(strings.TrimRight(string(above[column:]), " "), ":")
	if !is || !slices.Contains([]string{"lead", "text", "note", "caption", "intro"}, key) {
		return "", 0, 0
	}
	return key, line - 1, column
}

// closeKeys leaves the mappings a line of this indent can't belong to.
func (f *flaws) closeKeys(indent int) {
	f.left = nil
	for len(f.keys) > 0 && f.keys[len(f.keys)-1] > indent {
		f.left = append(f.left, f.keys[len(f.keys)-1])
		f.keys = f.keys[:len(f.keys)-1]
	}
}

// dashes goes past the dashes that begin list entries. It returns where the
// entry is and the column of the last dash, −1 if there is none.
func (f *flaws) dashes(at int) (next, dash int) {
	text := f.lines[f.at]
	dash = -1
	for at < len(text) && text[at] == '-' {
		rest := text[at+1:]
		if beginsNoBreak(rest) {
			f.report(f.at, at+1, noBreakSpace())
			return len(text), at
		}
		if len(rest) > 0 && rest[0] == '\t' {
			f.report(f.at, at+1, tabAfterDash())
			return len(text), at
		}
		if len(rest) > 0 && rest[0] != ' ' {
			break
		}
		dash = at
		at += 1 + len(rest) - len(bytes.TrimLeft(rest, " "))
	}
	return at, dash
}

// node reads what stands on a line after its indent and dashes: a key and its
// value, or a value alone.
func (f *flaws) node(at, dash int) {
	text := f.lines[f.at]
	rest := text[at:]
	if len(rest) == 0 || rest[0] == '#' {
		return
	}
	if strings.IndexByte(`"'{[`, rest[0]) >= 0 {
		f.enclosed(at, true)
		return
	}
	colon := keyColon(rest)
	switch sign := bulletOf(string(rest)); {
	case sign != "" && (dash < 0 || colon >= 0):
		f.report(f.at, at, notYAMLSign(sign))
	case strings.IndexByte("&*!?|>", rest[0]) >= 0:
		f.value(at, dash, dash >= 0)
	case unstartable(rest[0]):
		f.report(f.at, at, cantBegin(rest[0]))
	case colon < 0:
		f.bare(at, dash)
	case dashedWord(string(rest[:colon])):
		da, en := spaceAfterDash()
		f.report(f.at, at, notYAMLBut("yaml-dash", da, en))
	default:
		f.keys = append(f.keys, at)
		f.value(at+colon+1, at, true)
	}
}

// bare reads a line of text without a key. Among keys it lacks its colon; else
// the next line shows what it is.
func (f *flaws) bare(at, dash int) {
	if i, nbsp := noBreakColon(f.lines[f.at][at:]); nbsp {
		f.report(f.at, at+i, noBreakSpace())
		return
	}
	within := dash
	if n := len(f.keys); dash < 0 && n > 0 {
		within = f.keys[n-1]
	}
	if dash < 0 && (within == at || f.outdents(f.at, at)) {
		f.report(f.at, at, f.stray(f.at, at))
		return
	}
	f.open = opened{openBare, f.at, within, -1}
}

// stray is what is wrong with a line of text where a key should be.
func (f *flaws) stray(line, at int) diag.Message {
	text := f.lines[line][at:]
	if i := bytes.IndexByte(text, ':'); i > 0 && validID(string(text[:i])) && !bytes.HasPrefix(text[i:], []byte("://")) {
		return spaceAfterColon(string(text[:i]))
	}
	if f.outdents(line, at) {
		return outdented(f.ended.begins + 1)
	}
	return lacksColon(line + 1)
}

// outdents reports a line of text that has ended the one above it, by its indent.
func (f *flaws) outdents(line, at int) bool {
	last := line - 1
	for last > 0 && len(bytes.TrimSpace(f.lines[last])) == 0 {
		last--
	}
	return f.ended.indent > at && f.ended.last >= last
}

// value reads a key's value from a byte of the line; key is the key's column.
func (f *flaws) value(at, key int, follows bool) {
	text := f.lines[f.at]
	at += len(text[at:]) - len(bytes.TrimLeft(text[at:], " "))
	rest := text[at:]
	switch {
	case len(rest) == 0 || rest[0] == '#':
		f.empty = key
	case beginsNoBreak(rest):
		f.report(f.at, at, noBreakSpace())
	case rest[0] == '"' || rest[0] == '\'' || rest[0] == '{' || rest[0] == '[':
		f.enclosed(at, false)
	case rest[0] == '|' || rest[0] == '>':
		f.block(at, key)
	case unstartable(rest[0]):
		f.report(f.at, at, cantBegin(rest[0]))
	case bytes.HasPrefix(rest, []byte("- ")) && follows:
		f.report(f.at, at, notYAML("block sequence entries are not allowed"))
	case rest[0] == '&' || rest[0] == '*' || rest[0] == '!' || rest[0] == '?':
	default:
		f.open = opened{openValue, f.at, key, commentAt(text)}
		switch colon, c := keyColon(rest), smartAt(string(rest)); {
		case colon >= 0 && c != 0:
			f.report(f.at, at, smartQuotes(c))
		case colon >= 0 && key >= 0 && keyColon(text[key:]) > 0:
			f.report(f.at, at+colon, colonInValue(string(text[key:key+keyColon(text[key:])]), strings.TrimRight(string(rest), " ")))
		case colon >= 0:
			f.report(f.at, at+colon, notYAML(problemMapping))
		}
	}
}

// block goes past a text after | or >, to its last line.
func (f *flaws) block(at, key int) {
	head := bytes.TrimLeft(f.lines[f.at][at+1:], "+-0123456789")
	if rest := bytes.TrimLeft(head, " "); len(rest) > 0 && (rest[0] != '#' || len(rest) == len(head)) {
		f.report(f.at, len(f.lines[f.at])-len(rest), textAfterBar())
		return
	}
	least, begins := key+1, f.at
	defer func() { f.ended = ended{f.at, begins, least} }()
	for first := !bytes.ContainsAny(f.lines[f.at][at:], "123456789"); f.at+1 < len(f.lines); f.at++ {
		text := f.lines[f.at+1]
		indent := len(text) - len(bytes.TrimLeft(text, " "))
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		if indent < least {
			return
		}
		if first {
			least, first = indent, false
		}
	}
}

// bulletOf is the sign that a line of text begins with, as entries of a list do
// elsewhere: a dash that is no hyphen, a dot or an asterisk. Empty if there is none.
func bulletOf(text string) string {
	sign, rest, has := strings.Cut(text, " ")
	if has && rest != "" && slices.Contains([]string{"–", "—", "−", "•", "·", "*", "◦", "▪"}, sign) {
		return sign
	}
	return ""
}

// dashedWord reports "-text", which is a key of that name.
func dashedWord(key string) bool {
	word, dash := strings.CutPrefix(key, "-")
	return dash && word != "" && word[0] >= 'a' && word[0] <= 'z'
}

// unstartable reports a character no value may begin with.
func unstartable(c byte) bool { return c == '@' || c == '%' || c == '`' || c == '\t' }

// commentAt is where a comment begins on a line of plain text; −1 where none does.
func commentAt(text []byte) int {
	if i := bytes.Index(text, []byte(" #")); i >= 0 {
		return i + 1
	}
	return -1
}

// keyColon finds the colon after a key: the first that a blank or the line's
// end follows, before any comment; −1 if there is none.
func keyColon(text []byte) int {
	for i, c := range text {
		switch {
		case c == '#' && i > 0 && text[i-1] == ' ':
			return -1
		case c == ':' && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\t'):
			return i
		}
	}
	return -1
}

// beginsNoBreak reports a text that begins with a no-break space.
func beginsNoBreak(text []byte) bool {
	return bytes.HasPrefix(text, []byte("\u00a0")) || bytes.HasPrefix(text, []byte("\u202f"))
}

// noBreakColon finds a no-break space where the space after a key's colon, a
// dash or in the indent should be: at the beginning of a plain text, after "-",
// or after a word and its colon.
func noBreakColon(text []byte) (at int, found bool) {
	at = bytes.IndexAny(text, "\u00a0\u202f")
	if at < 0 {
		return 0, false
	}
	before := string(text[:at])
	word, colon := strings.CutSuffix(before, ":")
	return at, before == "" || before == "-" || colon && validID(strings.TrimLeft(word, "- "))
}
