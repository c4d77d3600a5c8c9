package source

import (
	"io/fs"
	"path"
	"slices"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// mapping gets values out of a YAML mapping of a shape, which says what each key
// may have and whether it has to be there. Every getter reports what is wrong
// with its value and returns the zero value then, so that a reader is a list of
// what it wants. close reports what the shape does not have.
type mapping struct {
	r      *reader
	node   *yaml.Node
	shape  *format.Shape
	what   string   // what the mapping is, as messages call it, such as "image"
	quiet  bool     // it is no mapping, and that has been told
	lacks  []lack   // the keys it needs and does not have
	spared []string // the keys it may lack though its shape needs them
}

// lack is a key a mapping needs and does not have.
type lack struct {
	key     string
	message diag.Message
}

// mapping takes a node for a mapping of a shape.
func (r *reader) mapping(n *yaml.Node, s *format.Shape) *mapping {
	return &mapping{r: r, node: n, shape: s, what: s.Name, quiet: !r.hasKeys(n, s)}
}

// hasKeys reports whether a node is a mapping, and tells the keys of the shape if
// not.
func (r *reader) hasKeys(n *yaml.Node, s *format.Shape) bool {
	if n.Kind != yaml.MappingNode && n.Kind != yaml.AliasNode && !r.noBreak(n) {
		r.fail(n, noKeys(nounOf(n), s, n.Value))
	}
	return n.Kind == yaml.MappingNode
}

// called has messages call the mapping otherwise than its shape.
func (m *mapping) called(what string) *mapping {
	m.what = what
	return m
}

// spare lets a key be left out that the shape needs.
func (m *mapping) spare(key string) { m.spared = append(m.spared, key) }

// is reports whether a node is of a kind, and tells if not.
func (r *reader) is(n *yaml.Node, kind yaml.Kind, expected noun) bool {
	if n.Kind != kind && n.Kind != yaml.AliasNode && !r.noBreak(n) {
		if text := colonText(n); expected == aText && text != "" {
			r.fail(n, colonMakesKey(text))
			return false
		}
		r.fail(n, wrongType(nounOf(n), expected))
	}
	return n.Kind == kind
}

// colonText is the text that YAML has made a key and its value of, as it stands on one
// line; empty where a mapping is more than that.
func colonText(n *yaml.Node) string {
	if n.Kind != yaml.MappingNode || len(n.Content) != 2 {
		return ""
	}
	k, v := n.Content[0], n.Content[1]
	if k.Column != n.Column { // it has braces
		return ""
	}
	if k.Kind != yaml.ScalarNode || v.Kind != yaml.ScalarNode || k.Line != v.Line || !isPlain(k) || !isPlain(v) || v.Value == "" {
		return ""
	}
	return k.Value + ": " + v.Value
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

// get returns a key's value, nil if it has none. It reports any key without a
// value, and keeps a needed key that is missing for close to report.
func (m *mapping) get(key string) *yaml.Node {
	return m.getAs(key, nounFor(m.shape.Key(key).Value))
}

// getAs is get for a key whose value messages call otherwise than its kind.
func (m *mapping) getAs(key string, expected noun) *yaml.Node {
	k, v := m.find(key)
	switch {
	case v == nil && m.needs(key):
		m.lacks = append(m.lacks, lack{key, explained(missingKey(key, m.what, expected), m.shape.Key(key).Doc)})
	case v == nil:
	case isNull(v):
		m.r.fail(k, noValue(key, expected, m.needs(key)))
		return nil
	}
	return v
}

// needs reports whether a key has to be there.
func (m *mapping) needs(key string) bool {
	return !m.quiet && m.shape.Key(key).Needed && !slices.Contains(m.spared, key)
}

// whole reports that it is a mapping, and that none of its keys is hidden: what it
// lacks is missing.
func (m *mapping) whole() bool { return !m.quiet && !m.r.partial[m.node] }

// has reports whether the mapping has a key.
func (m *mapping) has(key string) bool {
	k, _ := m.find(key)
	return k != nil
}

// close reports the keys the shape does not have, and those that are missing
// unless one of the first was meant for it.
func (m *mapping) close() {
	if m.quiet {
		return
	}
	m.r.keep(m.node, m.shape)
	for _, l := range m.lacks {
		if m.above() {
			m.r.fail(m.node, keyAbove(l.key, m.what))
			continue
		}
		if !m.meant(l.key) && m.whole() {
			m.r.fail(m.node, l.message)
		}
	}
	for i := 0; i+1 < len(m.node.Content) && !m.above(); i += 2 {
		if m.unknown(i) && !m.r.noBreak(m.node.Content[i]) {
			i = m.strange(i)
		}
	}
}

// text is a line of text.
func (m *mapping) text(key string) string {
	if v := m.get(key); v != nil {
		m.r.field = key
		return m.r.lineOfText(v)
	}
	return ""
}

// label is a line of text that may be empty but not left out.
func (m *mapping) label(key string) string {
	if v := m.get(key); v != nil {
		m.r.field = key
		return m.r.label(v)
	}
	return ""
}

// inlines is a paragraph of Markdown.
func (m *mapping) inlines(key string) content.Inlines {
	if v := m.get(key); v != nil {
		m.r.field = key
		return m.r.inlines(v)
	}
	return nil
}

// prose is Markdown: paragraphs and lists.
func (m *mapping) prose(key string) []content.Block {
	if v := m.get(key); v != nil {
		m.r.checkDashes(v)
		m.r.field = key
		return m.r.prose(v)
	}
	return nil
}

// number is a whole number within the shape's bounds.
func (m *mapping) number(key string) int {
	bounds, _ := m.shape.Key(key).Value.(format.Number)
	if v := m.get(key); v != nil {
		return m.r.number(v, bounds.Low, bounds.High)
	}
	return 0
}

// flag is true or false; false where the key is left out.
func (m *mapping) flag(key string) bool {
	if v := m.get(key); v != nil {
		return m.r.flag(v)
	}
	return false
}

// date is an ISO 8601 date.
func (m *mapping) date(key string) string {
	if v := m.get(key); v != nil {
		return m.r.date(v)
	}
	return ""
}

// url is an absolute address.
func (m *mapping) url(key string) string {
	if v := m.get(key); v != nil {
		return m.r.url(v)
	}
	return ""
}

// id is the name something is referred to by.
func (m *mapping) id(key string) string {
	if v := m.get(key); v != nil {
		return m.r.id(v)
	}
	return ""
}

// image is the path of a picture in the edition.
func (m *mapping) image(key string) string {
	v := m.get(key)
	if v == nil || m.r.withoutFolder(v) {
		return ""
	}
	return m.r.image(v)
}

// withoutFolder reports the path of a picture that lacks its folder, images.
func (r *reader) withoutFolder(n *yaml.Node) bool {
	whole := path.Join("images", n.Value)
	if n.Kind != yaml.ScalarNode || n.Value == "" || !fs.ValidPath(n.Value) || !r.ed.has(whole) || r.ed.has(n.Value) {
		return false
	}
	r.fail(n, imageMissing(n.Value, whole))
	return true
}

// choice is one of the shape's words, by its index; the first where the key is
// left out.
func (m *mapping) choice(key string) int {
	words, _ := m.shape.Key(key).Value.(format.Word)
	if !m.has(key) && m.needs(key) {
		m.lacks = append(m.lacks, lack{key, explained(missingWord(key, m.what, words), m.shape.Key(key).Doc)})
		return 0
	}
	if v := m.get(key); v != nil {
		return max(0, m.r.choice(v, words))
	}
	return 0
}

// word is one of the shape's words; the first where the key is left out.
func (m *mapping) word(key string) string {
	words, _ := m.shape.Key(key).Value.(format.Word)
	return words[m.choice(key)]
}

// words is a sequence of at least one text or number.
func (m *mapping) words(key string) []*yaml.Node {
	if v := m.get(key); v != nil {
		m.r.field = key
		return m.r.words(v)
	}
	return nil
}

// list is a sequence of at least one entry.
func (m *mapping) list(key string) []*yaml.Node {
	if v := m.get(key); v != nil {
		m.r.field = key
		return m.r.list(v)
	}
	return nil
}

// noBreak reports a no-break space where the space that YAML wants should be:
// what it stands in is something else then than what was meant.
func (r *reader) noBreak(n *yaml.Node) bool {
	for n.Kind == yaml.MappingNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	at, found := noBreakColon([]byte(n.Value))
	if n.Kind != yaml.ScalarNode || !isPlain(n) || !found {
		return false
	}
	pos := r.at(n)
	pos.Column += utf8.RuneCountInString(n.Value[:at])
	r.diags.Error(pos, noBreakSpace())
	return true
}

// posOf is where a key's value stands, the mapping's own place if it has none.
func (m *mapping) posOf(key string) diag.Pos {
	if _, v := m.find(key); v != nil {
		return m.r.at(v)
	}
	return m.r.at(m.node)
}
