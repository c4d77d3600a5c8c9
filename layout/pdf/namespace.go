package pdf

import (
	"slices"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// The namespaces of standard structure types (ISO 32000-2, 14.8.6).
const (
	namespace17 = "http://iso.org/pdf/ssn"
	namespace20 = "http://iso.org/pdf2/ssn"
)

// only17 reports whether a role is a standard structure type of PDF 1.7 that
// PDF 2.0 lacks (ISO 32000-2, annex L).
func only17(r page.Role) bool {
	switch r {
	case page.RoleTOC, page.RoleTOCI, page.RoleReference, page.RoleBlockQuote:
		return true
	}
	return false
}

// role returns the structure type an element is written with, and its
// namespace in PDF 2.0, 0 in PDF 1.7.
func (f *finisher) role(e *elem) (page.Role, ref) {
	switch {
	case !f.claim.two():
		return e.Role, 0
	case e.Role == page.RoleNote:
		return "FENote", f.namespaces + 1
	case only17(e.Role):
		return e.Role, f.namespaces
	}
	return e.Role, f.namespaces + 1
}

// writeNamespaces writes the namespaces that role tells of: 1.7, then 2.0.
func (f *finisher) writeNamespaces() {
	for i, uri := range [...]string{namespace17, namespace20} {
		f.object(f.namespaces+ref(i), func(w *writer) {
			w.open().name("Type").name("Namespace").name("NS").text(uri).close()
		})
	}
}

// refer returns what elements refer to, for PDF 2.0: an entry of a table of
// contents to where it leads (ISO 14289-2, 8.2.5.8), a footnote to the elements
// that cite it and each of these to the footnote (8.2.5.14).
func (p *plan) refer() map[int][]int {
	out := map[int][]int{}
	for _, l := range p.links {
		note, is := p.ids[string(l.Dest)]
		if is && p.elems[note].Role == page.RoleNote && !slices.Contains(out[l.owner], note) {
			out[note], out[l.owner] = append(out[note], l.owner), append(out[l.owner], note)
		}
		if entry := p.within(l.owner, page.RoleTOCI); entry >= 0 && l.Dest != "" {
			if to := p.target(p.doc.Dests[p.dests[l.Dest]]); !slices.Contains(out[entry], to) {
				out[entry] = append(out[entry], to)
			}
		}
	}
	return out
}

// within returns the innermost element with a role that an element is in, or -1.
func (p *plan) within(i int, role page.Role) int {
	for i >= 0 && p.elems[i].Role != role {
		i = p.elems[i].parent
	}
	return i
}

// target returns the element a destination leads to: the one with its id, else
// the owner of the first content at it or below it on the page, else the root
// (ISO 14289-2, 8.8, asks for structure destinations).
func (p *plan) target(d page.Dest) int {
	if i, is := p.ids[string(d.ID)]; is {
		return i
	}
	for _, c := range p.doc.Pages[d.Page].Content {
		if c.Mark == 0 {
			continue
		}
		if y, ok := lowest(c.Items); ok && y >= d.Y {
			return p.marks[c.Mark].owner
		}
	}
	return 0
}

// lowest returns how far down the page items reach, by baselines and boxes.
func lowest(items []page.Item) (y geom.Length, ok bool) {
	reach := func(to geom.Length) {
		if !ok || to > y {
			y, ok = to, true
		}
	}
	for _, it := range items {
		switch it := it.(type) {
		case page.Text:
			reach(it.Origin.Y)
		case page.Picture:
			reach(it.Box.Bottom())
		case page.Shape:
			for _, s := range it.Path {
				reach(s.P[0].Y)
			}
		case page.Group:
			if to, has := lowest(it.Items); has {
				reach(to + it.Offset.Y)
			}
		}
	}
	return y, ok
}
