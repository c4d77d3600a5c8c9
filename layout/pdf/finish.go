package pdf

import (
	"io"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// finisher writes the finished file. The numbers of objects that others refer
// to are set aside before any of them is written.
type finisher struct {
	*file
	*plan
	opt       Options
	claim     claim
	pages     ref // the first page; the others follow
	elements  ref // the first structure element
	annots    ref // the first link annotation
	treeRoot  ref // of the structure tree
	resources ref
	intent    ref // the output intent's profile
	metadata  ref
	// namespaces is that of PDF 1.7, and that of 2.0 follows; PDF 1.7 has none.
	namespaces ref
	refersTo   map[int][]int // of elements, in PDF 2.0
}

// finish writes every object of the file around what fpdf has drawn.
func finish(w io.Writer, p *plan, drawing *Drawing, embedded func() ([]fontFile, error), opt Options) error {
	claim, _ := opt.Standard.claim()
	f := &finisher{file: newFile(w, claim.version, &drawing.idle), plan: p, opt: opt, claim: claim}
	defer f.packer.stop()
	f.pages = f.alloc(len(p.doc.Pages))
	f.elements = f.alloc(len(p.elems))
	f.annots = f.alloc(len(p.links))
	f.treeRoot, f.resources, f.intent, f.metadata = f.alloc(1), f.alloc(1), f.alloc(1), f.alloc(1)
	if claim.two() {
		f.namespaces, f.refersTo = f.alloc(2), p.refer()
	}

	pages, err := f.writePages(drawing)
	if err != nil {
		return err
	}
	f.writeAnnots()
	fonts, err := embedded()
	if err != nil {
		return err
	}
	f.writeResources(fonts, drawing.pictures())
	f.writeStructure()
	f.stream(f.intent, "/N 3", sRGBProfile())
	f.plainStream(f.metadata, "/Type/Metadata/Subtype/XML", xmp(p.doc.Meta, opt))
	info := f.writeInfo()
	root := f.writeCatalog(pages)
	return f.file.finish(root, info)
}

// writePages writes the page tree, the pages and, when they are drawn, their
// content. It returns the tree.
func (f *finisher) writePages(drawing *Drawing) (ref, error) {
	parents, root := f.writePageTree()
	streams, err := drawing.streams(len(f.doc.Pages))
	if err != nil {
		return 0, err
	}
	firstLink := 0
	for i, data := range streams {
		content := f.alloc(1)
		f.object(f.pages+ref(i), func(w *writer) { f.page(w, i, parents[i], content, firstLink) })
		f.plainStream(content, "/Filter/FlateDecode", data)
		firstLink += len(f.doc.Pages[i].Links)
	}
	return root, nil
}

// writePageTree writes the page tree and returns each page's parent in it, and
// its root.
func (f *finisher) writePageTree() ([]ref, ref) {
	parents := make([]ref, len(f.doc.Pages))
	root := f.writeTree(len(f.doc.Pages), func(w *writer, t treeNode) {
		w.open().name("Type").name("Pages").name("Count").integer(t.to - t.from).name("Kids")
		if t.kids != 0 {
			w.refs(t.kids, t.count)
		} else {
			w.refs(f.pages+ref(t.from), t.to-t.from)
			for i := t.from; i < t.to; i++ {
				parents[i] = t.self
			}
		}
		if !t.root {
			w.name("Parent").ref(t.parent)
		}
		w.close()
	})
	return parents, root
}

// page writes the dictionary of page i.
func (f *finisher) page(w *writer, i int, parent, content ref, firstLink int) {
	p := &f.doc.Pages[i]
	w.open().name("Type").name("Page").name("Parent").ref(parent).name("Resources").ref(f.resources)
	f.boxes(w, p)
	w.name("Contents").ref(content).name("StructParents").integer(i).name("Tabs").name("S")
	if len(p.Links) > 0 {
		w.name("Annots").refs(f.annots+ref(firstLink), len(p.Links))
	}
	w.close()
}

// boxes writes the page's boundaries (ISO 32000-1, 14.11.2): the sheet, the bleed
// where there is any, which is all of it, and what is left when it is cut.
func (f *finisher) boxes(w *writer, p *page.Page) {
	size := sheet(p)
	w.name("MediaBox").raw("[0 0").milli(int64(size.W)).milli(int64(size.H)).raw("]")
	if p.Bleed != 0 {
		w.name("BleedBox").raw("[0 0").milli(int64(size.W)).milli(int64(size.H)).raw("]")
	}
	w.name("TrimBox").raw("[").milli(int64(p.Bleed)).milli(int64(p.Bleed))
	w.milli(int64(p.Bleed + p.Size.W)).milli(int64(p.Bleed + p.Size.H)).raw("]")
}

// rect writes a rectangle of page i, which PDF measures from the lower left.
func (f *finisher) rect(w *writer, i int, r geom.Rect) {
	p := &f.doc.Pages[i]
	h := sheet(p).H
	r = r.Move(geom.Point{X: p.Bleed, Y: p.Bleed})
	w.raw("[").milli(int64(r.X)).milli(int64(h - r.Bottom())).milli(int64(r.Right())).milli(int64(h - r.Y)).raw("]")
}

// writeResources writes the fonts and images, and the one dictionary that names
// them for every page.
func (f *finisher) writeResources(fonts []fontFile, images []drawnImage) {
	first := f.alloc(len(fonts))
	for i := range fonts {
		f.writeFont(first+ref(i), &fonts[i])
	}
	pictures := f.alloc(len(images))
	for i := range images {
		f.writeImage(pictures+ref(i), &images[i])
	}
	f.object(f.resources, func(w *writer) {
		w.open().name("Font").open()
		for i := range fonts {
			w.name(fonts[i].name).ref(first + ref(i))
		}
		w.close().name("XObject").open()
		for i := range images {
			w.name(images[i].name).ref(pictures + ref(i))
		}
		w.close().close()
	})
}

// writeImage writes an image as fpdf packed it.
func (f *finisher) writeImage(r ref, img *drawnImage) {
	var w writer
	w.name("Type").name("XObject")
	for _, key := range [...]string{"Subtype", "Width", "Height", "ColorSpace", "BitsPerComponent", "Filter"} {
		w.value(key, img.dict[key])
	}
	if parms := img.dict.dict("DecodeParms"); parms != nil {
		w.name("DecodeParms").open()
		for _, key := range [...]string{"Predictor", "Colors", "BitsPerComponent", "Columns"} {
			w.value(key, parms[key])
		}
		w.close()
	}
	f.plainStream(r, string(w.b), img.data)
}

// value appends a key and a name or number as it was read.
func (w *writer) value(key string, v any) {
	switch v := v.(type) {
	case name:
		w.name(key).name(string(v))
	case number:
		w.name(key).token(string(v))
	}
}

// writeCatalog writes the document's root and what hangs on it alone.
func (f *finisher) writeCatalog(pages ref) ref {
	dests := f.writeDests()
	outline := f.writeOutline()
	files := f.writeAttachments()
	root := f.alloc(1)
	f.object(root, func(w *writer) {
		w.open().name("Type").name("Catalog").name("Pages").ref(pages).name("Metadata").ref(f.metadata)
		w.name("MarkInfo").open().name("Marked").token("true").close().name("StructTreeRoot").ref(f.treeRoot)
		w.name("ViewerPreferences").open().name("DisplayDocTitle").token("true").close()
		if f.doc.Meta.Lang != "" {
			w.name("Lang").text(f.doc.Meta.Lang)
		}
		writeNameTrees(w, dests, files)
		if outline != 0 {
			w.name("Outlines").ref(outline).name("PageMode").name("UseOutlines")
		}
		writeLabels(w, f.doc.Labels)
		writeIntent(w, f.intent)
		w.close()
	})
	return root
}

// writeNameTrees writes what is found by name, and the attachments of the whole
// document (ISO 32000-2, 14.13).
func writeNameTrees(w *writer, dests ref, files attached) {
	if dests == 0 && files.names == 0 {
		return
	}
	w.name("Names").open()
	if dests != 0 {
		w.name("Dests").ref(dests)
	}
	if files.names != 0 {
		w.name("EmbeddedFiles").ref(files.names)
	}
	w.close()
	if files.count > 0 {
		w.name("AF").refs(files.first, files.count)
	}
}

// writeLabels writes the page labels (ISO 32000-1, 12.4.2).
func writeLabels(w *writer, labels []page.LabelRange) {
	if len(labels) == 0 {
		return
	}
	w.name("PageLabels").open().name("Nums").raw("[")
	for _, l := range labels {
		w.integer(l.First).open()
		switch l.Style {
		case page.LabelDecimal:
			w.name("S").name("D")
		case page.LabelRoman:
			w.name("S").name("r")
		}
		if l.Prefix != "" {
			w.name("P").text(l.Prefix)
		}
		if l.Start > 1 {
			w.name("St").integer(l.Start)
		}
		w.close()
	}
	w.raw("]").close()
}
