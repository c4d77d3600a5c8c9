package source

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// A file is tidied as a tree in which nothing of its text is lost: yaml's nodes
// tell what is what, and a cursor that goes through the text beside them takes up
// what nodes have not: comments, empty lines, how a scalar is written. yaml's own
// comments are of no use for it, for they are given to other nodes than a reader
// would, and some to none.

// errStrange is what stops the reading of a text that is YAML and in a form that
// tidying leaves alone, such as one with a directive or "? " before a key.
var errStrange = errors.New("not in a form that is tidied")

// remark is a comment.
type remark struct {
	text   string // from # on
	column int    // from 1
	gap    bool   // there is an empty line before it
}

// part is a node with its text.
type part struct {
	node    *yaml.Node
	entries []*entryPart // of a mapping or a list, in their order
	foot    []remark     // below the last of them
	flow    bool         // it is in braces or brackets
	lines   []string     // of a scalar or what stays as it is; a block scalar's without its head and indent
	head    string       // of a block scalar: | or > with what follows
	asIs    bool         // it is left as it is, such as a list in brackets with comments
}

// entryPart is an entry of a mapping or a list.
type entryPart struct {
	lead  []remark // above it
	gap   bool     // there is an empty line right before it
	key   string   // of a mapping, as it is written
	value *part
	side  *remark // at the end of its first line, or of a scalar
}

// tidyReader goes through a file.
type tidyReader struct {
	r       *reader
	at      int
	pending []remark // comments that have no place yet
	gap     bool     // there is an empty line after them, or before what follows
	skipped int      // where the last blanks ended
	all     []string // every comment
}

// parts makes the tree of a file that has been parsed, and has what is said of the
// whole file apart.
func (t *tidyReader) parts() (top fileTop, root *part, err error) {
	r := t.r
	t.skip()
	if r.root.Kind == yaml.ScalarNode || r.root.Style&yaml.FlowStyle != 0 {
		return fileTop{}, nil, errStrange
	}
	if root, err = t.value(r.root, 0, 0); err != nil {
		return fileTop{}, nil, err
	}
	t.skip()
	root.foot = append(root.foot, t.take()...)
	if t.at != len(r.text) {
		return fileTop{}, nil, errStrange
	}
	if len(root.entries) == 0 {
		return fileTop{}, nil, errStrange
	}
	return splitTop(root.entries[0]), root, nil
}

// fileTop is what is said of a whole file.
type fileTop struct {
	remarks []remark
	gap     bool // there is an empty line below it
}

// splitTop parts what is said of the whole file from what is said of its first
// entry: an empty line is between them. Notes to an editor are always the file's.
func splitTop(first *entryPart) (top fileTop) {
	n := 0
	for i, c := range first.lead {
		switch {
		case i > 0 && c.gap:
			n, top.gap = i, true
		case strings.HasPrefix(c.text, "# yaml-language-server:"):
			n, top.gap = i+1, false
		}
	}
	if first.gap {
		n, top.gap = len(first.lead), len(first.lead) > 0
	}
	top.remarks, first.lead = first.lead[:n], first.lead[n:]
	if len(first.lead) > 0 {
		first.lead[0].gap = false
	}
	first.gap = first.gap && n == 0
	return top
}

// skip takes up blanks, line ends and comments.
func (t *tidyReader) skip() {
	if t.at > 0 && t.at == t.skipped {
		return // nothing has been read since
	}
	defer func() { t.skipped = t.at }()
	ends := 0
	if t.at == 0 {
		ends = 1
	}
	for t.at < len(t.r.text) {
		switch t.r.text[t.at] {
		case ' ', '\t':
			t.at++
		case '\n':
			t.at, ends = t.at+1, ends+1
		case '#':
			c := t.comment()
			c.gap, ends = ends > 1, 0
			t.pending = append(t.pending, c)
		default:
			t.gap = ends > 1
			return
		}
	}
	t.gap = ends > 1
}

// comment takes up the comment that begins here.
func (t *tidyReader) comment() remark {
	end := t.at
	for end < len(t.r.text) && t.r.text[end] != '\n' {
		end++
	}
	begin := bytes.LastIndexByte(t.r.text[:t.at], '\n') + 1
	c := remark{text: strings.TrimRight(string(t.r.text[t.at:end]), " \t"), column: 1 + len([]rune(string(t.r.text[begin:t.at])))}
	t.at = end
	t.all = append(t.all, c.text)
	return c
}

// sideRemark takes up a comment on the line we are on.
func (t *tidyReader) sideRemark() *remark {
	for t.at < len(t.r.text) && (t.r.text[t.at] == ' ' || t.r.text[t.at] == '\t') {
		t.at++
	}
	if t.at < len(t.r.text) && t.r.text[t.at] == '#' {
		c := t.comment()
		return &c
	}
	return nil
}

// take gives the comments that have no place yet.
func (t *tidyReader) take() []remark {
	out := t.pending
	t.pending = nil
	return out
}

// takeFoot gives those of them that stand at a column or to the right of it: they
// belong below the entries that begin there. Where a list's dashes stand below
// its own key, only entries that are shut out do.
func (t *tidyReader) takeFoot(column, parent int) []remark {
	n := 0
	for n < len(t.pending) && t.pending[n].column >= column {
		if column == parent && !strings.HasPrefix(strings.TrimLeft(t.pending[n].text, "# "), "- ") {
			break
		}
		n++
	}
	foot := slices.Clone(t.pending[:n])
	t.pending = t.pending[n:]
	return foot
}

// value takes up a node. Its parent's entries begin at a column; 0 is none. The
// indent is what a block scalar's own is counted from.
func (t *tidyReader) value(n *yaml.Node, parent, indent int) (*part, error) {
	if t.at != t.r.offset(n.Line, n.Column) {
		return nil, errStrange
	}
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0:
		return nil, errStrange
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0:
		return t.mapping(n)
	case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0:
		return t.list(n, parent)
	case n.Kind != yaml.ScalarNode:
		return t.braces(n)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return t.blockScalar(n, indent)
	}
	end := t.r.flowScalarEnd(n)
	if end < 0 {
		return nil, errStrange
	}
	p := &part{node: n, lines: trimmedLines(string(t.r.text[t.at:end]))}
	t.at = end
	return p, nil
}

// trimmedLines are the lines of a scalar without the blanks about its line ends,
// which say nothing.
func trimmedLines(s string) []string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		if i > 0 {
			lines[i] = strings.TrimLeft(lines[i], " \t")
		}
		if i < len(lines)-1 {
			lines[i] = strings.TrimRight(lines[i], " \t")
		}
	}
	return lines
}

// mapping takes up a mapping that is not in braces.
func (t *tidyReader) mapping(n *yaml.Node) (*part, error) {
	p := &part{node: n}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		t.skip()
		e := &entryPart{lead: t.take(), gap: t.gap}
		key, err := t.value(k, 0, 0)
		if err != nil || len(key.lines) != 1 || key.head != "" {
			return nil, errStrange
		}
		e.key = key.lines[0]
		if !t.sign(':') {
			return nil, errStrange
		}
		if err := t.entry(e, v, n.Column, n.Column-1); err != nil {
			return nil, err
		}
		p.entries = append(p.entries, e)
	}
	t.skip()
	p.foot = t.takeFoot(n.Column, 0)
	return p, nil
}

// list takes up a list that is not in brackets.
func (t *tidyReader) list(n *yaml.Node, parent int) (*part, error) {
	p := &part{node: n}
	for _, c := range n.Content {
		t.skip()
		e := &entryPart{lead: t.take(), gap: t.gap}
		if !t.sign('-') {
			return nil, errStrange
		}
		if err := t.entry(e, c, 0, n.Column-1); err != nil {
			return nil, err
		}
		p.entries = append(p.entries, e)
	}
	t.skip()
	p.foot = t.takeFoot(n.Column, parent)
	return p, nil
}

// sign takes up the sign of an entry, and what blanks are before it.
func (t *tidyReader) sign(c byte) bool {
	for t.at < len(t.r.text) && t.r.text[t.at] == ' ' {
		t.at++
	}
	if t.at >= len(t.r.text) || t.r.text[t.at] != c {
		return false
	}
	t.at++
	return true
}

// entry takes up the value of an entry, and the comments about it.
func (t *tidyReader) entry(e *entryPart, v *yaml.Node, parent, indent int) error {
	e.side = t.sideRemark()
	if isNull(v) && v.Value == "" {
		e.value = &part{node: v, lines: []string{""}}
		return nil
	}
	t.skip()
	block := v.Kind != yaml.ScalarNode && v.Style&yaml.FlowStyle == 0
	if !block {
		e.lead = append(e.lead, t.take()...)
	}
	var err error
	if e.value, err = t.value(v, parent, indent); err != nil || block {
		return err
	}
	if c := e.value.headRemark(); c != nil {
		e.lead = e.aside(*c)
	} else if c := t.sideRemark(); c != nil {
		e.lead = e.aside(*c)
	}
	return nil
}

// aside puts a comment at an entry's side, where there is none, else above it.
func (e *entryPart) aside(c remark) []remark {
	if e.side != nil {
		return append(e.lead, c)
	}
	e.side = &c
	return e.lead
}

// headRemark takes the comment off a block scalar's head.
func (p *part) headRemark() *remark {
	if p.head == "" || len(p.foot) == 0 {
		return nil
	}
	c := p.foot[0]
	p.foot = nil
	return &c
}

// blockScalar takes up a scalar behind | or >. Its indent is counted from the one
// given where its head says a number, else its first line tells it.
func (t *tidyReader) blockScalar(n *yaml.Node, indent int) (*part, error) {
	p := &part{node: n}
	from := t.at
	for t.at < len(t.r.text) && strings.IndexByte("|>+-0123456789", t.r.text[t.at]) >= 0 {
		t.at++
	}
	p.head = string(t.r.text[from:t.at])
	if c := t.sideRemark(); c != nil {
		p.foot = []remark{*c}
	}
	if t.at < len(t.r.text) {
		if t.r.text[t.at] != '\n' {
			return nil, errStrange
		}
		t.at++
	}
	own := -1
	if i := strings.IndexAny(p.head, "123456789"); i >= 0 {
		own = max(indent, 0) + int(p.head[i]-'0')
	}
	kept := t.at // where the last line ends that is the scalar's
	for t.at < len(t.r.text) {
		line := t.lineHere()
		blank := len(bytes.TrimLeft(line, " ")) == 0
		blanks := len(line) - len(bytes.TrimLeft(line, " "))
		if own < 0 && !blank {
			own = blanks
			if own <= indent {
				break
			}
		}
		if !blank && blanks < own {
			break
		}
		p.lines = append(p.lines, string(line[min(max(own, 0), blanks):]))
		t.at = min(t.at+len(line)+1, len(t.r.text))
		if !blank || own >= 0 && blanks > own || strings.Contains(p.head, "+") {
			kept = t.at
		}
	}
	t.at = kept
	for len(p.lines) > 0 && p.lines[len(p.lines)-1] == "" && !strings.Contains(p.head, "+") {
		p.lines = p.lines[:len(p.lines)-1]
	}
	if t.at > 0 && t.r.text[t.at-1] == '\n' {
		t.at-- // so that an empty line after it is seen
	}
	return p, nil
}

// lineHere is the rest of the line we are on.
func (t *tidyReader) lineHere() []byte {
	rest := t.r.text[t.at:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		return rest[:end]
	}
	return rest
}
