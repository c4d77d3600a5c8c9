package source

import (
	"slices"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/format"
)

// manner is what the reading of a file shows of how it is written: by which shape a
// mapping was read, and which scalars are Markdown.
type manner struct {
	shapes map[*yaml.Node]*format.Shape
	prose  map[*yaml.Node]bool
}

// openedFiles is the readers of an edition's files, which are read side by side.
type openedFiles struct {
	mu      sync.Mutex
	readers []*reader
}

// add notes a reader, and has it keep the manner of what it reads.
func (o *openedFiles) add(r *reader) {
	if o == nil {
		return
	}
	r.manner = &manner{shapes: map[*yaml.Node]*format.Shape{}, prose: map[*yaml.Node]bool{}}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.readers = append(o.readers, r)
}

// keep notes the shape a mapping was read by.
func (r *reader) keep(n *yaml.Node, s *format.Shape) {
	if r.manner != nil {
		r.manner.shapes[n] = s
	}
}

// keepProse notes a scalar that is Markdown.
func (r *reader) keepProse(n *yaml.Node) {
	if r.manner != nil {
		r.manner.prose[n] = true
	}
}

// ordered are a mapping's entries in the order in which its shape has the keys. They stay as
// they stand where one of the keys is not the format's, which may be a slip, and
// where the mapping itself is not but, such as the people, the edition's own.
func (m *manner) ordered(p *part) []*entryPart {
	shape, known := m.shapes[p.node]
	if !known || p.node.Kind != yaml.MappingNode {
		return p.entries
	}
	places := make([]int, len(p.entries))
	index := make([]int, len(p.entries))
	for i := range p.entries {
		index[i], places[i] = i, slices.IndexFunc(shape.Keys, func(k format.Key) bool { return k.Name == p.node.Content[2*i].Value })
		if places[i] < 0 {
			return p.entries
		}
	}
	slices.SortStableFunc(index, func(a, b int) int { return places[a] - places[b] })
	out := make([]*entryPart, len(index))
	for i, at := range index {
		out[i] = p.entries[at]
	}
	return out
}
