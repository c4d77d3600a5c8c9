package pdf

import "github.com/kl-print/kl-print/layout/page"

// writeOutline writes the outline (ISO 32000-1, 12.3.3) and returns its root,
// or 0 where there is none. Only the top level is open at first.
func (f *finisher) writeOutline() ref {
	if len(f.doc.Outline) == 0 {
		return 0
	}
	root := f.alloc(1)
	first := f.writeBookmarks(root, f.doc.Outline)
	n := len(f.doc.Outline)
	f.object(root, func(w *writer) {
		w.open().name("Type").name("Outlines").name("First").ref(first).name("Last").ref(first + ref(n-1))
		w.name("Count").integer(n).close()
	})
	return root
}

// writeBookmarks writes siblings and what is below them, and returns the first;
// the others follow.
func (f *finisher) writeBookmarks(parent ref, marks []page.Bookmark) ref {
	first := f.alloc(len(marks))
	for i, b := range marks {
		self := first + ref(i)
		var kids ref
		if len(b.Kids) > 0 {
			kids = f.writeBookmarks(self, b.Kids)
		}
		f.object(self, func(w *writer) {
			w.open().name("Title").text(b.Title).name("Parent").ref(parent).name("Dest").bytes(string(b.Dest))
			if i > 0 {
				w.name("Prev").ref(self - 1)
			}
			if i < len(marks)-1 {
				w.name("Next").ref(self + 1)
			}
			if n := len(b.Kids); n > 0 {
				w.name("First").ref(kids).name("Last").ref(kids + ref(n-1)).name("Count").integer(-n)
			}
			w.close()
		})
	}
	return first
}
