package manuscript

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// placed adds a block whose text may have footnotes. A mark that can't stand
// where it does, with no word before it or in a note itself, becomes text.
func (b *builder) placed(k block) {
	var loose []string
	k = b.marks(k, &loose)
	if k.kind == blockParagraph && !visible(plain(k.text)) {
		b.loose(k.line, loose)
		return
	}
	b.add(k)
	b.loose(k.line, loose)
}

// marks takes the marks out of a block that can't stand where they do, and keeps
// which notes are placed.
func (b *builder) marks(k block, loose *[]string) block {
	k.text = b.placedMarks(k.text, loose)
	for i := range k.kids {
		k.kids[i] = b.marks(k.kids[i], loose)
	}
	if k.list != nil {
		b.listMarks(k.list, loose)
	}
	return k
}

// listMarks does so in a list.
func (b *builder) listMarks(l *list, loose *[]string) {
	for i := range l.items {
		l.items[i].text = b.placedMarks(l.items[i].text, loose)
		if l.items[i].sub != nil {
			b.listMarks(l.items[i].sub, loose)
		}
	}
}

// placedMarks gives each mark its footnote's text, where a word stands before it.
func (b *builder) placedMarks(t text, loose *[]string) text {
	var out text
	before := false
	for _, r := range t {
		if r.mark == "" {
			before = !r.stop && (before || visible(r.text))
			out = append(out, r)
			continue
		}
		note := b.r.notes[r.mark]
		body := unbrokenLines(b.r.inlineAt(note.line, note.raw))
		if rest, images, marks := body.split(); !before || len(images)+len(marks) > 0 || !visible(plain(rest)) {
			*loose = append(*loose, r.mark)
			continue
		}
		b.r.marks++
		note.placed = true
		out = append(out, run{mark: fmt.Sprintf("note-%d", b.r.marks), note: body})
	}
	return tidy(out)
}

// loose adds footnotes as text, where their marks can't stand.
func (b *builder) loose(line int, names []string) {
	for _, name := range names {
		n := b.r.notes[name]
		if n.placed {
			continue
		}
		n.placed = true
		b.r.leave(line, KeptNote, n.raw)
		b.noteText(n)
	}
}

// noteText adds a footnote's text as a paragraph, and those it refers to.
func (b *builder) noteText(n *note) {
	t := b.r.inlineAt(n.line, n.raw)
	rest, images, marks := t.split()
	if visible(plain(rest)) {
		b.add(block{kind: blockParagraph, line: n.line, text: rest})
	}
	b.images(n.line, images)
	b.loose(n.line, marks)
}

// unplaced adds what nothing refers to: footnotes, and the addresses of links.
func (r *reading) unplaced() {
	b := &builder{r: r}
	named := slices.SortedFunc(maps.Keys(r.notes), func(a, b string) int { return cmp.Compare(r.notes[a].line, r.notes[b].line) })
	for _, name := range named {
		n := r.notes[name]
		if n.placed || !visible(n.raw) {
			continue
		}
		n.placed = true
		if b.ch = r.chapterAt(n.line); b.ch == nil {
			b.begin(n.line, r.out.front.title, "")
		}
		r.leave(n.line, KeptUnusedNote, n.raw)
		b.noteText(n)
	}
	for _, name := range slices.Sorted(maps.Keys(r.refs)) {
		if ref := r.refs[name]; !ref.used {
			r.leave(ref.line, LeftAddress, "["+name+"]: "+ref.url)
		}
	}
}

// chapterAt is the chapter a line of the manuscript is in; nil where there is
// none.
func (r *reading) chapterAt(n int) *chapter {
	var at *chapter
	for _, c := range r.out.chapters {
		if at == nil || c.line <= n {
			at = c
		}
	}
	return at
}
