package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

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
	lacks []lack   // the keys it needs and does not have
}

// lack is a key a mapping needs and does not have.
type lack struct {
	key     string
	message diag.Message
}

// mapping takes a node for a mapping.
func (r *reader) mapping(n *yaml.Node, what string) *mapping {
	return &mapping{r: r, node: n, what: what, quiet: !r.is(n, yaml.MappingNode, aMapping)}
}

// is reports whether a node is of a kind, and tells if not.
func (r *reader) is(n *yaml.Node, kind yaml.Kind, expected noun) bool {
	if n.Kind != kind && n.Kind != yaml.AliasNode && !r.noBreak(n) {
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

// get returns a key's value, nil if it has none. It reports any key without a
// value, and keeps a needed key that is missing for close to report.
func (m *mapping) get(key string, n need, expected noun) *yaml.Node {
	m.asked = append(m.asked, key)
	k, v := m.find(key)
	switch {
	case v == nil:
		if n == needed && !m.quiet {
			m.lacks = append(m.lacks, lack{key, missingKey(key, m.what, expected)})
		}
		return nil
	case isNull(v):
		m.r.fail(k, noValue(key, expected, n))
		return nil
	}
	return v
}

// has reports whether the mapping has a key.
func (m *mapping) has(key string) bool {
	k, _ := m.find(key)
	return k != nil
}

// close reports the keys nobody asked for, and those that are missing unless one
// of the first was meant for it.
func (m *mapping) close() {
	if m.quiet {
		return
	}
	for _, l := range m.lacks {
		if !m.meant(l.key) {
			m.r.fail(m.node, l.message)
		}
	}
	for i := 0; i+1 < len(m.node.Content); i += 2 {
		if m.unknown(i) && !m.r.noBreak(m.node.Content[i]) {
			i = m.strange(i)
		}
	}
}

// unknown reports whether nobody asked for the key at an index.
func (m *mapping) unknown(i int) bool {
	k := m.node.Content[i]
	return k.Kind == yaml.ScalarNode && !slices.Contains(m.asked, k.Value)
}

// meant reports whether a key nobody asked for was likely meant for this one.
func (m *mapping) meant(key string) bool {
	if m.quiet {
		return false
	}
	for i := 0; i+1 < len(m.node.Content); i += 2 {
		if k := m.node.Content[i]; m.unknown(i) && (strings.HasPrefix(k.Value, key+":") || m.r.nearest(k.Value, m.asked) == key) {
			return true
		}
	}
	return false
}

// strange reports a key nobody asked for, and returns the index of the last one
// it has told of: in braces a comma makes keys of what is meant for text.
func (m *mapping) strange(i int) int {
	k := m.node.Content[i]
	if key, value, has := strings.Cut(k.Value, ":"); has && slices.Contains(m.asked, key) {
		m.r.fail(k, noSpace(key, value))
		return i
	}
	last := i
	if m.node.Style&yaml.FlowStyle != 0 && i > 0 {
		for last+1 < len(m.node.Content) && m.unknown(last) && bare(m.node.Content[last+1]) {
			last += 2
		}
	}
	if before := m.node.Content[max(i-2, 0)]; last > i && slices.Contains(m.asked, before.Value) && isPlain(m.node.Content[i-1]) {
		m.r.fail(k, commaInValue(before.Value, m.joined(i-1, last-2)))
		return last - 2
	}
	m.r.fail(k, unknownKey(k.Value, m.what, m.asked, m.r.nearest(k.Value, m.asked)))
	return i
}

// bare reports a value that is not written at all.
func bare(n *yaml.Node) bool { return isNull(n) && n.Value == "" }

// joined writes a value with the keys after it as the one text they were meant
// for.
func (m *mapping) joined(value, last int) string {
	text := m.node.Content[value].Value
	for i, before := value+1, m.node.Content[value]; i <= last; i += 2 {
		k := m.node.Content[i]
		comma := ", "
		if touch(before, k) {
			comma = ","
		}
		text += comma + k.Value
		before = k
	}
	return text
}

// text is a line of text.
func (m *mapping) text(key string, n need) string {
	if v := m.get(key, n, aText); v != nil {
		m.r.field = key
		return m.r.lineOfText(v)
	}
	return ""
}

// label is a line of text that may be empty but not left out.
func (m *mapping) label(key string) string {
	if v := m.get(key, needed, aText); v != nil {
		m.r.field = key
		return m.r.label(v)
	}
	return ""
}

// inlines is a paragraph of Markdown.
func (m *mapping) inlines(key string, n need) content.Inlines {
	if v := m.get(key, n, aText); v != nil {
		m.r.field = key
		return m.r.inlines(v)
	}
	return nil
}

// prose is Markdown: paragraphs and lists.
func (m *mapping) prose(key string, n need) []content.Block {
	if v := m.get(key, n, aText); v != nil {
		m.r.checkDashes(v)
		m.r.field = key
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
	v := m.get(key, n, aPath)
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

// choice is one of some words, by its index; the first where the key is left
// out.
func (m *mapping) choice(key string, n need, words []string) int {
	if v := m.wordOf(key, n, words); v != nil {
		return max(0, m.r.choice(v, words))
	}
	return 0
}

// wordOf returns the value of a key that takes one of some words.
func (m *mapping) wordOf(key string, n need, words []string) *yaml.Node {
	if m.has(key) || n == optional {
		return m.get(key, n, aWord)
	}
	m.asked = append(m.asked, key)
	m.lacks = append(m.lacks, lack{key, missingWord(key, m.what, words)})
	return nil
}

// words is a sequence of at least one text or number.
func (m *mapping) words(key string, n need) []*yaml.Node {
	if v := m.get(key, n, aList); v != nil {
		m.r.field = key
		return m.r.words(v)
	}
	return nil
}

// list is a sequence of at least one entry.
func (m *mapping) list(key string, n need) []*yaml.Node {
	if v := m.get(key, n, aList); v != nil {
		m.r.field = key
		return m.r.list(v)
	}
	return nil
}

// list takes a node for a sequence of at least one entry.
func (r *reader) list(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 && dashedWord(n.Content[0].Value) {
		da, en := spaceAfterDash()
		r.fail(n.Content[0], say("wrong-type", da, en))
		return nil
	}
	if !r.is(n, yaml.SequenceNode, aList) {
		return nil
	}
	if len(n.Content) == 0 {
		r.fail(n, emptyList())
	}
	return n.Content
}

// words takes a node for a sequence of at least one text or number.
func (r *reader) words(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.ScalarNode && !isNull(n) && !r.noBreak(n) {
		r.fail(n, notListed(n.Value, isPlain(n)))
		return nil
	}
	return r.list(n)
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
