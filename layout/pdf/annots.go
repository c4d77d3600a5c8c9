package pdf

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// printed is the annotation flag Print (ISO 32000-1, 12.5.3), which PDF/A asks
// of every annotation.
const printed = 4

// writeAnnots writes the link annotations (ISO 32000-1, 12.5.6.5).
func (f *finisher) writeAnnots() {
	for i := range f.links {
		f.object(f.annots+ref(i), func(w *writer) { f.annot(w, i) })
	}
}

// annot writes link i. A link of several lines is one annotation with one
// quadrilateral a line, so that it is one stop for the keyboard.
func (f *finisher) annot(w *writer, i int) {
	l := f.links[i]
	w.open().name("Type").name("Annot").name("Subtype").name("Link").name("Rect")
	f.rect(w, l.page, union(l.Area))
	if len(l.Area) > 1 {
		f.quads(w, l)
	}
	w.name("F").integer(printed).name("Border").raw("[0 0 0]").name("StructParent").integer(f.linkKey(i))
	w.name("Contents").text(l.describe())
	if l.URI != "" {
		w.name("A").open().name("S").name("URI").name("URI").bytes(asciiURI(l.URI)).close()
	} else {
		w.name("Dest").bytes(string(l.Dest))
	}
	w.close()
}

// describe returns what the link is in words; where nobody has said, its URI
// or destination has to do.
func (l link) describe() string {
	switch {
	case l.Contents != "":
		return l.Contents
	case l.URI != "":
		return l.URI
	}
	return string(l.Dest)
}

// quads writes the areas as quadrilaterals, counter-clockwise from the lower
// left.
func (f *finisher) quads(w *writer, l link) {
	p := &f.doc.Pages[l.page]
	h := sheet(p).H
	w.name("QuadPoints").raw("[")
	for _, r := range l.Area {
		r = r.Move(geom.Point{X: p.Bleed, Y: p.Bleed})
		left, right, low, high := int64(r.X), int64(r.Right()), int64(h-r.Bottom()), int64(h-r.Y)
		for _, v := range [...]int64{left, low, right, low, right, high, left, high} {
			w.milli(v)
		}
	}
	w.raw("]")
}

// union returns the smallest rectangle around all of areas, of which there is
// one at least.
func union(areas []geom.Rect) geom.Rect {
	u := areas[0]
	for _, r := range areas[1:] {
		right, bottom := max(u.Right(), r.Right()), max(u.Bottom(), r.Bottom())
		u.X, u.Y = min(u.X, r.X), min(u.Y, r.Y)
		u.W, u.H = right-u.X, bottom-u.Y
	}
	return u
}

// asciiURI returns a URI in ASCII: other bytes, and spaces, percent-encoded
// (RFC 3987, 3.1).
func asciiURI(uri string) string {
	var b strings.Builder
	for i := range len(uri) {
		if c := uri[i]; c > ' ' && c <= '~' {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&15]})
		}
	}
	return b.String()
}

// writeDests writes the name tree of destinations and returns its root, or 0
// where there are none. Names are in the order of their bytes, as a name tree
// must be; they also work behind a # in a web address.
func (f *finisher) writeDests() ref {
	dests := slices.Clone(f.doc.Dests)
	if len(dests) == 0 {
		return 0
	}
	slices.SortFunc(dests, func(a, b page.Dest) int { return strings.Compare(string(a.ID), string(b.ID)) })
	id := func(i int) string { return string(dests[i].ID) }
	return f.writeNames(len(dests), id, func(w *writer, i int) {
		p := &f.doc.Pages[dests[i].Page]
		top := p.Bleed + p.Size.H - dests[i].Y
		to := f.pages + ref(dests[i].Page)
		if f.claim.two() {
			to = f.element(f.target(dests[i]))
		}
		w.raw("[").ref(to).name("XYZ").token("null").milli(int64(top)).token("null").raw("]")
	})
}
