package pdf

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/layout/page"
)

// linkKey returns the key of link i in the parent tree: pages come first.
func (f *finisher) linkKey(i int) int { return len(f.doc.Pages) + i }

// element returns the object of an element.
func (f *finisher) element(i int) ref { return f.elements + ref(i) }

// writeStructure writes the structure tree (ISO 32000-1, 14.7).
func (f *finisher) writeStructure() {
	for i := range f.elems {
		f.object(f.element(i), func(w *writer) { f.structElem(w, i) })
	}
	if f.claim.two() {
		f.writeNamespaces()
	}
	parents := f.writeParents()
	ids := f.writeIDs()
	f.object(f.treeRoot, func(w *writer) {
		w.open().name("Type").name("StructTreeRoot").name("K").raw("[").ref(f.element(0)).raw("]")
		w.name("ParentTree").ref(parents).name("ParentTreeNextKey").integer(len(f.doc.Pages) + len(f.links))
		if f.claim.two() {
			w.name("Namespaces").refs(f.namespaces, 2)
		}
		w.name("RoleMap").raw(roleMap)
		if ids != 0 {
			w.name("IDTree").ref(ids)
		}
		w.close()
	})
}

// structElem writes element i.
func (f *finisher) structElem(w *writer, i int) {
	e := &f.elems[i]
	role, namespace := f.role(e)
	w.open()
	if f.claim.two() {
		w.name("Type").name("StructElem") // by which a structure destination is known
	}
	w.name("S").name(string(role)).name("P")
	if e.parent < 0 {
		w.ref(f.treeRoot)
	} else {
		w.ref(f.element(e.parent))
	}
	if namespace != 0 {
		w.name("NS").ref(namespace)
	}
	f.references(w, f.refersTo[i])
	if e.firstPage >= 0 {
		w.name("Pg").ref(f.pages + ref(e.firstPage))
	}
	if e.id != "" {
		w.name("ID").bytes(e.id)
	}
	for _, t := range [...]struct{ key, text string }{
		{"T", e.Attr.Title}, {"Lang", e.Attr.Lang}, {"Alt", e.Attr.Alt}, {"ActualText", e.Attr.Actual}, {"E", e.Attr.Expansion},
	} {
		if t.text != "" {
			w.name(t.key).text(t.text)
		}
	}
	f.attributes(w, e)
	f.kids(w, e)
	w.close()
}

// references writes what an element refers to.
func (f *finisher) references(w *writer, to []int) {
	if len(to) == 0 {
		return
	}
	w.name("Ref").raw("[")
	for _, k := range to {
		w.ref(f.element(k))
	}
	w.raw("]")
}

// kids writes the children of an element in order. A mark that goes on over
// several places is a child for each.
func (f *finisher) kids(w *writer, e *elem) {
	if len(e.Kids) == 0 {
		return
	}
	w.name("K").raw("[")
	next := e.firstKid
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *page.Elem:
			w.ref(f.element(next))
			next++
		case page.Mark:
			for _, at := range f.marks[page.MarkID(k)].places {
				f.markedContent(w, e, at)
			}
		case page.LinkRef:
			l := f.byID[page.LinkID(k)]
			w.open().name("Type").name("OBJR").name("Obj").ref(f.annots + ref(l))
			w.name("Pg").ref(f.pages + ref(f.links[l].page)).close()
		}
	}
	w.raw("]")
}

// markedContent writes a reference to a marked-content sequence: its number,
// or a dictionary where it is not on the element's own page.
func (f *finisher) markedContent(w *writer, e *elem, at place) {
	if at.page == e.firstPage {
		w.integer(at.mcid)
		return
	}
	w.open().name("Type").name("MCR").name("Pg").ref(f.pages + ref(at.page)).name("MCID").integer(at.mcid).close()
}

// attributes writes the attribute objects of an element (ISO 32000-1, 14.8.5),
// one for each owner that has something to say.
func (f *finisher) attributes(w *writer, e *elem) {
	a := &e.Attr
	owners := [...]string{f.tableAttr(a), f.listAttr(a), f.layoutAttr(a), f.noteAttr(e)}
	if owners == [4]string{} {
		return
	}
	w.name("A").raw("[")
	for _, o := range owners {
		w.raw(o)
	}
	w.raw("]")
}

func (f *finisher) tableAttr(a *page.Attr) string {
	if a.Scope == "" && len(a.Headers) == 0 && a.ColSpan <= 1 && a.RowSpan <= 1 {
		return ""
	}
	var w writer
	w.open().name("O").name("Table")
	if a.Scope != "" {
		w.name("Scope").name(a.Scope)
	}
	if len(a.Headers) > 0 {
		w.name("Headers").raw("[")
		for _, h := range a.Headers {
			w.bytes(h)
		}
		w.raw("]")
	}
	if a.ColSpan > 1 {
		w.name("ColSpan").integer(a.ColSpan)
	}
	if a.RowSpan > 1 {
		w.name("RowSpan").integer(a.RowSpan)
	}
	return string(w.close().b)
}

func (f *finisher) listAttr(a *page.Attr) string {
	if a.Numbering == "" {
		return ""
	}
	var w writer
	return string(w.open().name("O").name("List").name("ListNumbering").name(a.Numbering).close().b)
}

// noteAttr says in PDF 2.0 that a note stands at the foot.
func (f *finisher) noteAttr(e *elem) string {
	if e.Role != page.RoleNote || !f.claim.two() {
		return ""
	}
	return "<</O/FENote/NoteType/Footnote>>"
}

func (f *finisher) layoutAttr(a *page.Attr) string {
	boxed := a.BBox.W > 0 && a.BBox.H > 0
	if a.Placement == "" && !boxed {
		return ""
	}
	var w writer
	w.open().name("O").name("Layout")
	if a.Placement != "" {
		w.name("Placement").name(a.Placement)
	}
	if boxed {
		w.name("BBox")
		f.rect(&w, a.BBoxOnPage, a.BBox)
	}
	return string(w.close().b)
}

// writeParents writes the parent tree: for each page the elements of its marks
// by MCID, and for each link its element.
func (f *finisher) writeParents() ref {
	key := func(w *writer, i int) { w.integer(i) }
	return f.writeKeyed(len(f.doc.Pages)+len(f.links), "Nums", key, f.parentOf)
}

func (f *finisher) parentOf(w *writer, key int) {
	if key >= len(f.doc.Pages) {
		w.ref(f.element(f.links[key-len(f.doc.Pages)].owner))
		return
	}
	w.raw("[")
	for _, c := range f.doc.Pages[key].Content {
		if c.Mark != 0 {
			w.ref(f.element(f.marks[c.Mark].owner))
		}
	}
	w.raw("]")
}

// writeIDs writes the name tree of the elements that have an id and returns its
// root, or 0 where none has.
func (f *finisher) writeIDs() ref {
	var named []int
	for i := range f.elems {
		if f.elems[i].id != "" {
			named = append(named, i)
		}
	}
	if len(named) == 0 {
		return 0
	}
	id := func(i int) string { return f.elems[named[i]].id }
	slices.SortFunc(named, func(a, b int) int { return strings.Compare(f.elems[a].id, f.elems[b].id) })
	return f.writeNames(len(named), id, func(w *writer, i int) { w.ref(f.element(named[i])) })
}
