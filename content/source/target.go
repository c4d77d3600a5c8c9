package source

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// pointer is a reference to a chapter, a section or a block.
type pointer struct {
	pos diag.Pos
	to  string
}

// target keeps that a file refers to something, to be looked up when all there is
// is known.
func (r *reader) target(pos diag.Pos, to string) {
	r.pointers = append(r.pointers, pointer{pos, to})
}

// pageOf is what {{ side: id }} asks the page of; false for another expression.
func pageOf(expr string) (to string, is bool) {
	key, to, is := strings.Cut(strings.TrimSpace(expr), ":")
	key, to = strings.TrimSpace(key), strings.TrimSpace(to)
	return to, is && (key == "side" || key == "page") && !strings.ContainsAny(to, " |")
}

// targets returns the ids references can name, in the order of the report, and
// reports one that two blocks were given. A statement that is printed twice is
// referred to where it stands first.
func targets(chapters []content.Chapter, diags *diag.List) []string {
	var ids []string
	for _, ch := range chapters {
		ids = append(ids, ch.ID)
	}
	first := map[string]diag.Pos{}
	for _, ch := range chapters {
		first[ch.ID] = ch.Pos
	}
	for _, ch := range chapters {
		for i, b := range ch.Blocks {
			id := b.Target()
			if id == "" {
				continue
			}
			pos, taken := first[id]
			if s, is := b.(content.Statement); is && taken {
				s.Anchor = ""
				ch.Blocks[i] = s
				continue
			}
			if taken {
				diags.Error(b.Where(), duplicateTarget(id, pos))
				continue
			}
			first[id] = b.Where()
			ids = append(ids, id)
		}
	}
	return ids
}

// forget takes the ids of statements away that nothing refers to: they are the
// accounts', and need no place in the book.
func forget(chapters []content.Chapter, readers []*reader) {
	named := map[string]bool{}
	for _, r := range readers {
		for _, p := range r.pointers {
			named[p.to] = true
		}
	}
	for _, ch := range chapters {
		for i, b := range ch.Blocks {
			if s, is := b.(content.Statement); is && !named[s.Anchor] {
				s.Anchor = ""
				ch.Blocks[i] = s
			}
		}
	}
}

// checkPointers reports references to what is not there. Where a chapter can't be
// read, it is not known what there is.
func checkPointers(readers []*reader, ids []string) {
	if slices.ContainsFunc(readers, func(r *reader) bool { return r.root == nil }) {
		return
	}
	for _, r := range readers {
		r.checkPointersIn(ids)
	}
}

func (r *reader) checkPointersIn(ids []string) {
	for _, p := range r.pointers {
		if !slices.Contains(ids, p.to) {
			r.diags.Error(p.pos, unknownTarget(p.to, r.nearest(p.to, ids)))
		}
	}
}

func unknownTarget(id, near string) diag.Message {
	return hint(sayAbout("unknown-target", "intet kapitel, afsnit eller blok har id %s; forventede et kapitels filnavn, kapitel.afsnit, eller id fra en chart, table, image eller statement",
		"no chapter, section or block has the id %s; expected a chapter's file name, chapter.section, or the id of a chart, table, image or statement", quoted(id)), near)
}

func duplicateTarget(id string, first diag.Pos) diag.Message {
	return sayAbout("duplicate-id", "id %s er brugt før (%v); forventede et, der er sit eget", "the id %s is used before (%v); expected one of its own", quoted(id), first)
}

func pagePlace() diag.Message {
	return say("page-place", "et sidetal kan kun stå i løbende tekst; skriv det i et text-felt, eller henvis med [tekst](#id)",
		"a page number can stand in running text alone; write it in a text, or refer by [text](#id)")
}
