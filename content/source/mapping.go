package source

import (
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// mapping gets values out of a YAML mapping. Every getter reports what is wrong
// with its value and returns the zero value then, so that a reader is a list of
// what it wants. close reports what nobody asked for.
type mapping struct {
	r     *reader
	node  *yaml.Node
	what  string   // what the mapping is, as the format calls it, such as "image"
	asked []string // the keys wanted so far
	quiet bool     // it is no mapping, and that has been told
}

// mapping takes a node for a mapping.
func (r *reader) mapping(n *yaml.Node, what string) *mapping {
	return &mapping{r: r, node: n, what: what, quiet: !r.is(n, yaml.MappingNode, aMapping)}
}

// is reports whether a node is of a kind, and tells if not.
func (r *reader) is(n *yaml.Node, kind yaml.Kind, expected noun) bool {
	if n.Kind != kind && n.Kind != yaml.AliasNode {
		r.fail(n, wrongType(nounOf(n), expected))
	}
	return n.Kind == kind
}

// nounOf says what a node is.
func nounOf(n *yaml.Node) noun {
	switch {
	case n.Kind == yaml.MappingNode:
		return aMapping
	case n.Kind == yaml.SequenceNode:
		return aList
	case isNull(n):
		return nothing
	}
	return aText
}

// isNull reports a value left out, or written ~ or null.
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// at is where the mapping begins.
func (m *mapping) at() content.At { return content.At{Pos: m.r.at(m.node)} }

// find returns a key and its value; both are nil if the mapping has no such key.
func (m *mapping) find(key string) (k, v *yaml.Node) {
	if m.quiet {
		return nil, nil
	}
	for i := 0; i+1 < len(m.node.Content); i += 2 {
		if k := m.node.Content[i]; k.Kind == yaml.ScalarNode && k.Value == key {
			return k, m.node.Content[i+1]
		}
	}
	return nil, nil
}

// get returns a key's value, nil if it has none. It reports a needed key that
// is missing, and any key without a value.
func (m *mapping) get(key string, n need, expected noun) *yaml.Node {
	m.asked = append(m.asked, key)
	k, v := m.find(key)
	switch {
	case v == nil:
		if n == needed && !m.quiet {
			m.r.fail(m.node, missingKey(key, m.what, expected))
		}
		return nil
	case isNull(v):
		m.r.fail(k, noValue(key, expected))
		return nil
	}
	return v
}

// has reports whether the mapping has a key.
func (m *mapping) has(key string) bool {
	k, _ := m.find(key)
	return k != nil
}

// close reports the keys nobody asked for.
func (m *mapping) close() {
	if m.quiet {
		return
	}
	for i := 0; i+1 < len(m.node.Content); i += 2 {
		if k := m.node.Content[i]; k.Kind == yaml.ScalarNode && !slices.Contains(m.asked, k.Value) {
			m.r.fail(k, unknownKey(k.Value, m.what, m.asked, m.r.nearest(k.Value, m.asked)))
		}
	}
}

// text is a line of text.
func (m *mapping) text(key string, n need) string {
	if v := m.get(key, n, aText); v != nil {
		return m.r.lineOfText(v)
	}
	return ""
}

// label is a line of text that may be empty but not left out.
func (m *mapping) label(key string) string {
	if v := m.get(key, needed, aText); v != nil {
		return m.r.label(v)
	}
	return ""
}

// inlines is a paragraph of Markdown.
func (m *mapping) inlines(key string, n need) content.Inlines {
	if v := m.get(key, n, aText); v != nil {
		return m.r.inlines(v)
	}
	return nil
}

// prose is Markdown: paragraphs and lists.
func (m *mapping) prose(key string, n need) []content.Block {
	if v := m.get(key, n, aText); v != nil {
		return m.r.prose(v)
	}
	return nil
}

// number is a whole number from lo to hi.
func (m *mapping) number(key string, n need, lo, hi int) int {
	if v := m.get(key, n, aNumber); v != nil {
		return m.r.number(v, lo, hi)
	}
	return 0
}

// flag is true or false; false where the key is left out.
func (m *mapping) flag(key string) bool {
	if v := m.get(key, optional, aFlag); v != nil {
		return m.r.flag(v)
	}
	return false
}

// date is an ISO 8601 date.
func (m *mapping) date(key string, n need) string {
	if v := m.get(key, n, aDate); v != nil {
		return m.r.date(v)
	}
	return ""
}

// url is an absolute address.
func (m *mapping) url(key string, n need) string {
	if v := m.get(key, n, anAddress); v != nil {
		return m.r.url(v)
	}
	return ""
}

// id is the name something is referred to by.
func (m *mapping) id(key string, n need) string {
	if v := m.get(key, n, anID); v != nil {
		return m.r.id(v)
	}
	return ""
}

// image is the path of a picture in the edition.
func (m *mapping) image(key string, n need) string {
	if v := m.get(key, n, aPath); v != nil {
		return m.r.image(v)
	}
	return ""
}

// choice is one of some words, by its index; the first where the key is left
// out.
func (m *mapping) choice(key string, n need, words []string) int {
	if n == needed && !m.quiet && !m.has(key) {
		m.r.fail(m.node, missingWord(key, m.what, words))
	}
	if v := m.get(key, optional, aWord); v != nil {
		return max(0, m.r.choice(v, words))
	}
	return 0
}

// list is a sequence of at least one entry.
func (m *mapping) list(key string, n need) []*yaml.Node {
	if v := m.get(key, n, aList); v != nil {
		return m.r.list(v)
	}
	return nil
}

// list takes a node for a sequence of at least one entry.
func (r *reader) list(n *yaml.Node) []*yaml.Node {
	if !r.is(n, yaml.SequenceNode, aList) {
		return nil
	}
	if len(n.Content) == 0 {
		r.fail(n, emptyList())
	}
	return n.Content
}

// posOf is where a key's value stands, the mapping's own place if it has none.
func (m *mapping) posOf(key string) diag.Pos {
	if _, v := m.find(key); v != nil {
		return m.r.at(v)
	}
	return m.r.at(m.node)
}
