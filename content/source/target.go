package source

import (
	"path"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
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

// numberOf is what {{ side: id }} asks the page of, and {{ note: id }} the number;
// false for another expression.
func numberOf(expr string) (to string, note, is bool) {
	key, to, is := strings.Cut(strings.TrimSpace(expr), ":")
	key, to = strings.TrimSpace(key), strings.TrimSpace(to)
	note = key == "note"
	return to, note, is && (key == "side" || key == "page" || note) && !strings.ContainsAny(to, " |")
}

// ownNote is the id of a footnote that is referred to by ^ and its name alone: it is
// one of the chapter's own.
func (r *reader) ownNote(to string) string {
	if strings.HasPrefix(to, content.NoteSign) {
		return strings.TrimSuffix(path.Base(r.name), extension) + to
	}
	return to
}

// noted keeps in the chapters which of their footnotes are referred to, and returns
// the ids of all. A name that several have is an id of none.
func noted(chapters []content.Chapter, readers []*reader) (ids []string) {
	named := map[string]bool{}
	for _, r := range readers {
		for _, p := range r.pointers {
			named[p.to] = true
		}
	}
	for i, r := range readers {
		times := map[string]int{}
		for _, name := range r.noteNames {
			times[name]++
		}
		for _, name := range r.noteNames {
			id := chapters[i].ID + content.NoteSign + name
			if times[name] == 1 {
				ids = append(ids, id)
			}
			if times[name] == 1 && named[id] {
				chapters[i].Noted = append(chapters[i].Noted, name)
			}
		}
	}
	return ids
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
	for k := range chapters {
		ch := &chapters[k]
		own := false // a chapter read before has its blocks still
		for i, b := range ch.Blocks {
			if s, is := b.(content.Statement); is && s.Anchor != "" && !named[s.Anchor] {
				if !own {
					ch.Blocks, own = slices.Clone(ch.Blocks), true
				}
				s.Anchor = ""
				ch.Blocks[i] = s
			}
		}
	}
}

// checkPointers reports references to what is not there.
func checkPointers(readers []*reader, ids []string) {
	for _, r := range readers {
		r.checkPointersIn(ids)
	}
}

func (r *reader) checkPointersIn(ids []string) {
	for _, p := range r.pointers {
		switch {
		case slices.Contains(ids, p.to), r.ed.mayStand(p.to):
		case strings.Contains(p.to, content.NoteSign):
			r.diags.Error(p.pos, unknownNote(p.to, r.nearest(p.to, ids)))
		default:
			r.diags.Error(p.pos, unknownTarget(p.to, r.nearest(p.to, ids)))
		}
	}
}

// mayStand reports that an id, or the title a section has its own from, may be in what
// could not be read of the chapters.
func (ed *edition) mayStand(id string) bool {
	_, own, _ := strings.Cut(id, ".")
	if own == "" {
		own = id
	}
	_, note, has := strings.Cut(own, content.NoteSign)
	return strings.Contains(ed.lost, slug(own)) || has && strings.Contains(ed.lost, slug(note))
}

func unknownTarget(id, near string) diag.Message {
	return hint(sayAbout("unknown-target", "intet kapitel, afsnit eller blok har id %s; forventede et kapitels filnavn, kapitel.afsnit, eller id fra en chart, table, image eller statement",
		"no chapter, section or block has the id %s; expected a chapter's file name, chapter.section, or the id of a chart, table, image or statement", quoted(id)), near)
}

// unreadable reports that some of the files could not be read, in whole or in part, or
// that chapters are not among them that should be.
func unreadable(readers []*reader) bool {
	return slices.ContainsFunc(readers, func(r *reader) bool { return r.root == nil || r.unlisted })
}

// checkLineNotes warns of notes' numbers in the statements that no block has, where
// the report has such blocks at all: others print their notes elsewhere.
func checkLineNotes(book accounts.Book, ids []string, diags *diag.List) {
	notes := map[string]bool{}
	for _, id := range ids {
		if number, is := content.NoteOf(id); is {
			notes[number] = true
		}
	}
	if len(notes) == 0 {
		return
	}
	for _, s := range book.Statements {
		for _, l := range s.Lines {
			if l.Note != "" && !notes[strings.ToLower(l.Note)] {
				diags.Warn(l.Pos, noLineNote(l.Note))
			}
		}
	}
}

func noLineNote(number string) diag.Message {
	id := quoted("note-" + strings.ToLower(number))
	return sayAbout("unknown-target", "linjen henviser til note %s, som beretningen ikke har; forventede et afsnit, hvis titel begynder med Note %s, eller en blok med id %s",
		"the line refers to note %s, which the report has not; expected a section whose title begins with Note %s, or a block with the id %s", number, number, id)
}

func unknownNote(id, near string) diag.Message {
	return hint(sayAbout("unknown-target", "ingen fodnote har id %s; forventede kapitlets filnavn, ^ og navnet på en fodnote, som kun én i kapitlet har",
		"no footnote has the id %s; expected the chapter's file name, ^ and the name of a footnote that only one in the chapter has", quoted(id)), near)
}

func noteID(id string) diag.Message {
	return sayAbout("unknown-target", "%s er ingen fodnotes id; et nummer har kun fodnoter: kapitlets filnavn, ^ og fodnotens navn",
		"%s is not the id of a footnote; only footnotes have a number: the chapter's file name, ^ and the footnote's name", quoted(id))
}

func duplicateTarget(id string, first diag.Pos) diag.Message {
	return sayAbout("duplicate-id", "id %s er brugt før (%v); forventede et, der er sit eget", "the id %s is used before (%v); expected one of its own", quoted(id), first)
}

func pagePlace() diag.Message {
	return say("page-place", "et sidetal kan kun stå i løbende tekst; skriv det i et text-felt, eller henvis med [tekst](#id)",
		"a page number can stand in running text alone; write it in a text, or refer by [text](#id)")
}
