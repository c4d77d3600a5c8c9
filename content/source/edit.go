package source

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// editor changes a file where values stand and leaves everything else as it is:
// comments, order, blanks and quotes.
type editor struct {
	r     *reader
	edits []edit
}

// edit puts a text in for bytes [from, to) of the reader's text.
type edit struct {
	from, to int
	text     string
}

// insert puts a text in before a byte.
func (e *editor) insert(at int, text string) { e.edits = append(e.edits, edit{at, at, text}) }

// replace puts a text in for a scalar, as it is to stand in the file. It is false
// where the scalar's end can't be told.
func (e *editor) replace(n *yaml.Node, text string) bool {
	from, to, ok := e.r.span(n)
	if ok {
		e.edits = append(e.edits, edit{from, to, text})
	}
	return ok
}

// done returns the changed file, as its bytes were: with its mark and its line
// ends.
func (e *editor) done() []byte {
	slices.SortStableFunc(e.edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out bytes.Buffer
	if e.r.marked {
		out.WriteString("\ufeff")
	}
	at := 0
	for _, d := range e.edits {
		if d.from < at {
			continue // two changes of one value: the first stands
		}
		out.Write(e.r.text[at:d.from])
		out.WriteString(d.text)
		at = d.to
	}
	out.Write(e.r.text[at:])
	if e.r.returns {
		return bytes.ReplaceAll(out.Bytes(), []byte("\n"), []byte("\r\n"))
	}
	return out.Bytes()
}

// span is where a scalar on one line begins and ends, its quotes included.
func (r *reader) span(n *yaml.Node) (from, to int, ok bool) {
	from = r.offset(n.Line, n.Column)
	rest := r.text[from:]
	if n.Kind != yaml.ScalarNode || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || len(rest) == 0 {
		return 0, 0, false
	}
	if isPlain(n) {
		return from, from + len(n.Value), n.Value != "" && bytes.HasPrefix(rest, []byte(n.Value))
	}
	end := quoteEnd(rest)
	return from, from + end, end > 0
}

// quoteEnd is where a quotation ends that a text begins with; 0 where it begins
// with none.
func quoteEnd(text []byte) int {
	mark := text[0]
	if mark != '"' && mark != '\'' {
		return 0
	}
	for i := 1; i < len(text); i++ {
		switch {
		case mark == '"' && text[i] == '\\':
			i++
		case text[i] != mark:
		case mark == '\'' && i+1 < len(text) && text[i+1] == mark:
			i++
		default:
			return i + 1
		}
	}
	return 0
}

// flowEnd is where a value within braces or brackets ends, or such a collection
// itself; negative where that can't be told.
func (r *reader) flowEnd(n *yaml.Node) int {
	if n.Kind == yaml.ScalarNode {
		return r.flowScalarEnd(n)
	}
	if n.Style&yaml.FlowStyle == 0 || n.Kind != yaml.MappingNode && n.Kind != yaml.SequenceNode {
		return -1
	}
	at := r.offset(n.Line, n.Column) + 1
	if last := len(n.Content) - 1; last >= 0 {
		inner := n.Content[last]
		if inner.Value == "" && isPlain(inner) && inner.Kind == yaml.ScalarNode && last > 0 {
			inner = n.Content[last-1] // a key without a value
		}
		if at = r.flowEnd(inner); at < 0 {
			return -1
		}
	}
	for at < len(r.text) {
		switch c := r.text[at]; c {
		case ' ', '\t', '\n', ',', ':':
			at++
		case '#':
			for at < len(r.text) && r.text[at] != '\n' {
				at++
			}
		case '}', ']':
			return at + 1
		default:
			return -1
		}
	}
	return -1
}

// flowScalarEnd is where a scalar ends, which may be on several lines.
func (r *reader) flowScalarEnd(n *yaml.Node) int {
	from := r.offset(n.Line, n.Column)
	if !isPlain(n) {
		if from < len(r.text) {
			if end := quoteEnd(r.text[from:]); end > 0 {
				return from + end
			}
		}
		return -1
	}
	at := from
	for _, word := range strings.FieldsFunc(n.Value, yamlBlank) {
		for at < len(r.text) && (r.text[at] == ' ' || r.text[at] == '\n' || r.text[at] == '\t') {
			at++
		}
		if !bytes.HasPrefix(r.text[at:], []byte(word)) {
			return -1
		}
		at += len(word)
	}
	return at
}

// yamlBlank reports what YAML parts words by: not no-break spaces.
func yamlBlank(c rune) bool { return c == ' ' || c == '\n' || c == '\t' }

// entryEnd is the end of the last line of what an entry holds, before the line
// end: comments and empty lines that follow it are not its own. The next thing in
// the file begins on the line given; 0 is the end of the file. Where the entry's
// keys begin is its column.
func (r *reader) entryEnd(n *yaml.Node, next int) int {
	last := len(r.starts)
	if next > 0 {
		last = next - 1
	}
	for ; last > n.Line; last-- {
		text := r.line(last)
		bare := bytes.TrimSpace(text)
		indent := len(text) - len(bytes.TrimLeft(text, " "))
		comment := len(bare) > 0 && bare[0] == '#' && indent < n.Column
		if len(bare) > 0 && !comment && !bytes.Equal(bare, []byte("-")) {
			break
		}
	}
	return r.starts[last-1] + len(bytes.TrimRight(r.line(last), " \t"))
}

// nextLine is the line that what follows an entry of a list begins on: the next
// entry, else what is given.
func nextLine(list *yaml.Node, i, after int) int {
	if i+1 < len(list.Content) {
		return list.Content[i+1].Line
	}
	return after
}

// child returns a mapping's value of a key; nil where there is none.
func child(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// lineAfter is the line on which the key after one of a mapping stands; what is
// given where it is the last.
func lineAfter(n *yaml.Node, key string, after int) int {
	for i := 0; i+3 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+2].Line
		}
	}
	return after
}

// entries are a list's nodes; none where it is no list.
func entries(n *yaml.Node) []*yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	return n.Content
}

// indentOf is the blanks a line begins with.
func (r *reader) indentOf(line int) string {
	text := r.line(line)
	return string(text[:len(text)-len(bytes.TrimLeft(text, " "))])
}

// quotedYAML writes a text in double quotes as YAML reads it.
func quotedYAML(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "")
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\t", " ").Replace(s) + `"`
}
