package preview

import "bytes"

// leaves are those that somebody has been sent, by their names.
type leaves map[string]bool

// more returns the leaves of a book that have not been sent, by their names, as JSON;
// nothing where there are none. Those the book has not are forgotten on both sides.
func (l *leaves) more(b *book) []byte {
	if b == nil {
		return nil
	}
	now := make(leaves, len(b.pages))
	var out bytes.Buffer
	for _, p := range b.pages {
		if now[p.leaf.name] {
			continue
		}
		now[p.leaf.name] = true
		if (*l)[p.leaf.name] {
			continue
		}
		if out.Len() == 0 {
			out.WriteByte('{')
		} else {
			out.WriteByte(',')
		}
		out.WriteString(`"` + p.leaf.name + `":`)
		out.Write(p.leaf.data)
	}
	*l = now
	if out.Len() > 0 {
		out.WriteByte('}')
	}
	return out.Bytes()
}
