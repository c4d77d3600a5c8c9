package schema

import (
	"strconv"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// writer writes one schema: shapes once each, among its definitions.
type writer struct {
	f     *format.Format
	lang  diag.Lang
	names map[*format.Shape]string
	taken map[string]bool
	defs  object
	// waiting are shapes that have a name and are still to be written, so that one
	// may hold itself.
	waiting []*format.Shape
	blocks  bool // the definition of a block is wanted
}

// blockName is the definition of an entry of a chapter's blocks.
const blockName = "block"

// definitions writes the shapes that were referred to, and those they refer to.
func (w *writer) definitions() object {
	if w.blocks {
		w.taken[blockName] = true
		w.defs = append(w.defs, member{blockName, w.block()})
	}
	for len(w.waiting) > 0 {
		s := w.waiting[0]
		w.waiting = w.waiting[1:]
		w.defs = append(w.defs, member{w.names[s], w.shape(s)})
	}
	return w.defs
}

// refer refers to a shape's definition.
func (w *writer) refer(s *format.Shape) object {
	name, known := w.names[s]
	if !known {
		name = s.Name
		for n := 2; w.taken[name]; n++ {
			name = s.Name + "-" + strconv.Itoa(n)
		}
		w.names[s], w.taken[name] = name, true
		w.waiting = append(w.waiting, s)
	}
	return object{{"$ref", "#/$defs/" + name}}
}

// described puts what something is for before what it may be.
func (w *writer) described(d format.Doc, o object) object {
	return append(object{{"description", d.In(w.lang)}}, o...)
}

// shape writes what a mapping may hold.
func (w *writer) shape(s *format.Shape) object {
	properties, required := object{}, []string{}
	for _, k := range s.Keys {
		properties = append(properties, member{k.Name, w.described(k.Doc, w.value(k.Value))})
		if k.Needed {
			required = append(required, k.Name)
		}
	}
	out := w.described(s.Doc, object{{"type", "object"}, {"properties", properties}})
	if s.Years != nil {
		out = append(out, member{"patternProperties", object{{yearPattern, w.value(s.Years)}}})
	}
	out = append(out, member{"additionalProperties", false})
	if len(required) > 0 {
		out = append(out, member{"required", required})
	}
	var rules []object
	for _, r := range s.Rules {
		rules = append(rules, rule(s, r))
	}
	if len(rules) > 0 {
		out = append(out, member{"allOf", rules})
	}
	return out
}

// rule writes what has to hold between keys.
func rule(s *format.Shape, r format.Rule) object {
	switch r := r.(type) {
	case format.OneOf:
		return object{{"oneOf", eachThere(s, r)}}
	case format.AnyOf:
		return object{{"anyOf", eachThere(s, r)}}
	case format.With:
		return object{{"if", object{{"required", []string{r.Key}}}}, {"then", object{{"required", []string{r.Needs}}}}}
	}
	return nil
}

// eachThere says of each key that it is there, and of a flag that it is true.
func eachThere(s *format.Shape, keys []string) []object {
	var out []object
	for _, key := range keys {
		there := object{{"required", []string{key}}}
		if _, flag := s.Key(key).Value.(format.Flag); flag {
			there = append(there, member{"properties", object{{key, object{{"const", true}}}}})
		}
		out = append(out, there)
	}
	return out
}

// block writes an entry of a chapter's blocks: one key, and perhaps the mark that
// it is stale.
func (w *writer) block() object {
	properties := object{}
	for _, b := range w.f.Blocks {
		properties = append(properties, member{b.Name, w.described(b.Doc, w.value(b.Value))})
	}
	stale := w.f.Chapter.Key("stale")
	properties = append(properties, member{stale.Name, w.described(stale.Doc, w.value(stale.Value))})
	just := func(n int) object { return object{{"minProperties", n}, {"maxProperties", n}} }
	return object{
		{"type", "object"},
		{"properties", properties},
		{"additionalProperties", false},
		{"if", object{{"required", []string{stale.Name}}}},
		{"then", just(2)},
		{"else", just(1)},
	}
}
