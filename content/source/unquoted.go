package source

import (
	"bytes"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Scalar is a value of a YAML file that stands on one line without quotes, at bytes
// [From, To).
type Scalar struct {
	From, To int
	Flow     bool // it is within { } or [ ], where braces and commas mean something
}

// Unquoted returns the values of a file that stand on one line without quotes, in order;
// none of one that is not YAML.
func Unquoted(text []byte) []Scalar {
	var root yaml.Node
	if yaml.Unmarshal(text, &root) != nil {
		return nil
	}
	starts := []int{0}
	for at, c := range text {
		if c == '\n' {
			starts = append(starts, at+1)
		}
	}
	u := unquoted{text: text, starts: starts}
	u.visit(&root, false)
	return u.out
}

// unquoted gathers them.
type unquoted struct {
	text   []byte
	starts []int // of lines
	out    []Scalar
}

// visit goes through a node and what is in it.
func (u *unquoted) visit(n *yaml.Node, flow bool) {
	flow = flow || n.Style&yaml.FlowStyle != 0
	const marked = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	if n.Kind == yaml.ScalarNode && n.Style&marked == 0 && n.Value != "" && n.Line > 0 && n.Line <= len(u.starts) {
		from := u.starts[n.Line-1]
		for range n.Column - 1 {
			_, size := utf8.DecodeRune(u.text[from:])
			from += size
		}
		if bytes.HasPrefix(u.text[from:], []byte(n.Value)) {
			u.out = append(u.out, Scalar{from, from + len(n.Value), flow})
		}
	}
	for _, c := range n.Content {
		u.visit(c, flow)
	}
}
