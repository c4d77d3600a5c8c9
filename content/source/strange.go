package source

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// above reports a file whose one key has been left out, so that all stands where that
// should be. What it lacks has been told.
func (m *mapping) above() bool {
	keys := m.shape.Offered()
	return len(keys) == 1 && m.needs(keys[0]) && !m.has(keys[0]) && !m.meant(keys[0]) && len(m.node.Content) > 0
}

// unknown reports whether the shape does not have the key at an index.
func (m *mapping) unknown(i int) bool {
	k := m.node.Content[i]
	return k.Kind == yaml.ScalarNode && !m.shape.Has(k.Value)
}

// meant reports whether a key that is unknown was likely meant for this one.
func (m *mapping) meant(key string) bool {
	if m.quiet {
		return false
	}
	for i := 0; i+1 < len(m.node.Content); i += 2 {
		if k := m.node.Content[i]; m.unknown(i) && (strings.HasPrefix(k.Value, key+":") || strings.Trim(k.Value, openingQuotes) == key || m.r.nearest(k.Value, m.shape.Offered()) == key) {
			return true
		}
	}
	return false
}

// strange reports a key that is unknown, and returns the index of the last one
// it has told of: in braces a comma makes keys of what is meant for text.
func (m *mapping) strange(i int) int {
	k := m.node.Content[i]
	if key, value, has := strings.Cut(k.Value, ":"); has && m.shape.Has(key) {
		m.r.fail(k, noSpace(key, value))
		return i
	}
	last := i
	if m.node.Style&yaml.FlowStyle != 0 && i > 0 {
		for last+1 < len(m.node.Content) && m.unknown(last) && bare(m.node.Content[last+1]) {
			last += 2
		}
	}
	if before := m.node.Content[max(i-2, 0)]; last > i && m.shape.Has(before.Value) && isPlain(m.node.Content[i-1]) {
		if c := smartAt(m.node.Content[i-1].Value); c != 0 {
			m.r.fail(m.node.Content[i-1], smartQuotes(c))
			return last - 2
		}
		m.r.fail(k, commaInValue(before.Value, m.joined(i-1, last-2)))
		return last - 2
	}
	if c := smartAt(k.Value); c != 0 {
		m.r.fail(k, smartQuotes(c))
		return i
	}
	m.r.fail(k, unknownKey(k.Value, m.what, m.shape.Offered(), m.r.nearest(k.Value, m.shape.Offered())))
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
