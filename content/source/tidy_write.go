package source

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// How wide lines are, in characters: prose is wrapped, and what is in braces is
// opened where its line would be longer than is still read at a glance.
const (
	proseWidth = 100
	flowWidth  = 120
	step       = 2 // from an entry to what is in it
)

// tidyWriter writes a file's tree.
type tidyWriter struct {
	manner *manner
	wrap   bool // prose is wrapped
	lines  []string
	dash   string // what the next line begins with, for the entry of a list; empty: its indent
}

// writeParts writes a tree, with what is said of the whole file above it.
func writeParts(top fileTop, root *part, m *manner, wrap bool) []byte {
	w := &tidyWriter{manner: m, wrap: wrap}
	w.remarks(top.remarks, 0)
	if top.gap {
		w.empty()
	}
	w.entries(root, 0)
	for len(w.lines) > 0 && w.lines[0] == "" {
		w.lines = w.lines[1:]
	}
	return []byte(strings.Join(w.lines, "\n") + "\n")
}

// line writes a line.
func (w *tidyWriter) line(s string) { w.lines = append(w.lines, s) }

// begin is what a line begins with.
func (w *tidyWriter) begin(indent int) string {
	s := w.dash
	if w.dash = ""; s == "" {
		s = strings.Repeat(" ", indent)
	}
	return s
}

// empty writes an empty line, but one at most, and none at the top.
func (w *tidyWriter) empty() {
	if w.dash == "" && len(w.lines) > 0 && w.lines[len(w.lines)-1] != "" {
		w.line("")
	}
}

// remarks writes comments on lines of their own.
func (w *tidyWriter) remarks(list []remark, indent int) {
	if len(list) > 0 && w.dash != "" {
		w.line(strings.TrimRight(w.dash, " "))
		w.dash = ""
	}
	for _, c := range list {
		if c.gap {
			w.empty()
		}
		w.line(strings.Repeat(" ", indent) + c.text)
	}
}

// entries writes what is in a mapping or a list, whether or not it was in braces.
func (w *tidyWriter) entries(p *part, indent int) {
	list := p.node.Kind == yaml.SequenceNode
	order := p.entries
	if !list {
		order = w.manner.ordered(p)
	}
	for i, e := range order {
		if i > 0 || indent == 0 {
			w.lead(e, indent)
		} else {
			w.remarks(withoutGap(e.lead), indent)
		}
		head := w.begin(indent) + e.key + ":"
		if list {
			head = strings.TrimSuffix(head, ":") + "-"
		}
		w.value(e, head, indent)
	}
	w.remarks(p.foot, indent)
}

// lead writes what is above an entry.
func (w *tidyWriter) lead(e *entryPart, indent int) {
	w.remarks(e.lead, indent)
	if e.gap {
		w.empty()
	}
}

// withoutGap are comments without an empty line above them.
func withoutGap(list []remark) []remark {
	if len(list) > 0 && list[0].gap {
		list = append([]remark{{text: list[0].text}}, list[1:]...)
	}
	return list
}

// value writes the value of an entry whose line has begun.
func (w *tidyWriter) value(e *entryPart, head string, indent int) {
	p, side := e.value, e.sideText()
	switch {
	case p.asIs:
		w.asIs(p, head, side, indent)
	case p.flow:
		w.flow(e, head, indent)
	case p.head != "":
		w.line(head + " " + p.head + side)
		w.block(p, indent)
	case len(p.entries) > 0 && e.key == "" && side == "":
		w.dash = head + " "
		w.entries(p, indent+step)
	case len(p.entries) > 0:
		w.line(head + side)
		w.entries(p, indent+step)
	default:
		w.scalar(p, head, side, indent)
	}
}

// sideText is the comment at an entry's side.
func (e *entryPart) sideText() string {
	if e.side == nil {
		return ""
	}
	return "  " + e.side.text
}

// asIs writes what is left as it is, but not left of its entry.
func (w *tidyWriter) asIs(p *part, head, side string, indent int) {
	for i, s := range p.lines {
		trimmed := strings.Trim(s, " \t")
		switch {
		case i == 0:
			s = head + " " + trimmed
		case trimmed != "":
			s = strings.Repeat(" ", max(indent+step, len(s)-len(strings.TrimLeft(s, " \t")))) + trimmed
		default:
			s = ""
		}
		if i == len(p.lines)-1 {
			s += side
		}
		w.line(s)
	}
}

// flow writes what is in braces or brackets: on its line where there is room, else
// opened, and a row of a list of lists over several lines.
func (w *tidyWriter) flow(e *entryPart, head string, indent int) {
	text := w.onOneLine(e.value)
	inList := e.key == "" && e.value.node.Kind == yaml.SequenceNode
	switch {
	case utf8.RuneCountInString(head)+1+utf8.RuneCountInString(text) <= flowWidth || len(e.value.entries) == 0 || !w.wrap:
		w.line(head + " " + text + e.sideText())
	case inList:
		w.filled(e, head, indent)
	case e.key == "" && e.side == nil:
		w.dash = head + " "
		w.entries(e.value, indent+step)
	default:
		w.line(head + e.sideText())
		w.entries(e.value, indent+step)
	}
}

// onOneLine is what is in braces or brackets on one line.
func (w *tidyWriter) onOneLine(p *part) string {
	if !p.flow {
		return p.lines[0]
	}
	var parts []string
	order, open, shut := p.entries, "[", "]"
	if p.node.Kind == yaml.MappingNode {
		order, open, shut = w.manner.ordered(p), "{", "}"
	}
	for _, e := range order {
		text := w.onOneLine(e.value)
		if e.key != "" {
			text = e.key + ": " + text
		}
		parts = append(parts, text)
	}
	return open + strings.Join(parts, ", ") + shut
}

// filled writes a list in brackets over several lines.
func (w *tidyWriter) filled(e *entryPart, head string, indent int) {
	line := head + " ["
	for i, entry := range e.value.entries {
		text := w.onOneLine(entry.value)
		if i < len(e.value.entries)-1 {
			text += ","
		} else {
			text += "]"
		}
		switch {
		case i == 0:
			line += text
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(text) <= proseWidth:
			line += " " + text
		default:
			w.line(line)
			line = strings.Repeat(" ", indent+step+1) + text
		}
	}
	w.line(line + e.sideText())
}

// block writes the lines of a scalar behind | or >.
func (w *tidyWriter) block(p *part, indent int) {
	by := indent + step
	if i := strings.IndexAny(p.head, "123456789"); i >= 0 {
		by = indent + int(p.head[i]-'0')
	}
	lines := p.lines
	switch {
	case !w.wrap:
	case p.node.Style&yaml.FoldedStyle != 0:
		lines = wrapFolded(lines, proseWidth-by)
	case w.manner.prose[p.node]:
		lines = wrapMarkdown(lines, proseWidth-by)
	}
	for _, s := range lines {
		if s != "" {
			s = strings.Repeat(" ", by) + s
		}
		w.line(s)
	}
}

// scalar writes a scalar, over several lines where it is long prose.
func (w *tidyWriter) scalar(p *part, head, side string, indent int) {
	lines := p.lines
	if w.wrap {
		lines = wrapScalar(lines, head, proseWidth, indent+step)
	}
	for i, s := range lines {
		switch {
		case i == 0 && s == "":
			s = head
		case i == 0:
			s = head + " " + s
		case s != "":
			s = strings.Repeat(" ", indent+step) + s
		}
		if i == len(lines)-1 {
			s += side
		}
		w.line(s)
	}
}
