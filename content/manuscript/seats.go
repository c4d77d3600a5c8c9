package manuscript

import "fmt"

// seat makes a person known and returns their id; the same name with another
// office or municipality is somebody else.
func (r *roster) seat(p person) string {
	base := slug(p.name, "-", "person")
	p.id = base
	for n := 2; ; n++ {
		if r.known[p] {
			return p.id
		}
		if !r.personIDs.has(p.id) {
			r.personIDs.take(p.id)
			if r.known == nil {
				r.known = map[person]bool{}
			}
			r.known[p] = true
			r.people = append(r.people, p)
			return p.id
		}
		p.id = fmt.Sprintf("%s-%s", base, slug(p.municipality+" "+p.office, "-", "anden"))
		if n > 2 {
			p.id += fmt.Sprintf("-%d", n)
		}
	}
}

// groupID is an id for a group that no other has.
func (r *roster) groupID(name string) string {
	return r.groupIDs.unused(slug(name, "-", "gruppe"), "-")
}

// ids are names that are taken. The zero value has none.
type ids struct {
	taken map[string]bool
	next  map[string]int // the number to try for a name
}

// has reports that an id is taken.
func (s *ids) has(id string) bool { return s.taken[id] }

// take takes an id.
func (s *ids) take(id string) {
	if s.taken == nil {
		s.taken, s.next = map[string]bool{}, map[string]int{}
	}
	s.taken[id] = true
}

// unused takes an id, with a number after it where it is taken.
func (s *ids) unused(base, gap string) string {
	id := base
	for n := max(2, s.next[base]); s.taken[id]; n++ {
		id = fmt.Sprintf("%s%s%d", base, gap, n)
		s.next[base] = n + 1
	}
	s.take(id)
	return id
}
