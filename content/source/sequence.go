package source

import "gopkg.in/yaml.v3"

// list takes a node for a sequence of at least one entry.
func (r *reader) list(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 && dashedWord(n.Content[0].Value) {
		da, en := spaceAfterDash()
		r.fail(n.Content[0], say("wrong-type", da, en))
		return nil
	}
	if sign := bulletOf(n.Value); n.Kind == yaml.ScalarNode && sign != "" && isPlain(n) {
		r.fail(n, notDash("wrong-type", sign))
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
