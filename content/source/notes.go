package source

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// Notes are written as in Markdown Extra: [^name] after a word, and [^name]: with the
// text in a line of its own. Goldmark's extension for them leaves out marks that lead
// nowhere, does not say where they stand, and drops texts nobody refers to; so both are
// read here. (To link the extension costs each start a millisecond besides: it compiles
// the patterns of all its kin.)

// noteMark is [^name] in a text.
type noteMark struct {
	ast.BaseInline
	name string
}

// Kind implements ast.Node.
func (*noteMark) Kind() ast.NodeKind { return kindMark }

// Dump implements ast.Node.
func (m *noteMark) Dump(source []byte, level int) {
	ast.DumpHelper(m, source, level, map[string]string{"Name": m.name}, nil)
}

// markParser reads the marks of notes.
type markParser struct{}

// Trigger implements parser.InlineParser.
func (markParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (markParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	rest, is := bytes.CutPrefix(line, []byte("[^"))
	end := bytes.IndexAny(rest, "[]")
	if !is || end < 0 || rest[end] == '[' || len(bytes.TrimSpace(rest[:end])) == 0 {
		return nil
	}
	block.Advance(len("[^]") + end)
	return &noteMark{name: string(rest[:end])}
}

// definition is the text of a note.
type definition struct {
	name string
	node ast.Node
	body content.Inlines
	mark *noteMark // the first that refers to it
}

// readNotes collects the texts of the notes of a text.
func (p *passage) readNotes(doc ast.Node) {
	var found []*definition
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker returns no error
		if f, is := n.(*noteBlock); is && entering {
			found = append(found, &definition{name: f.name, node: f, body: p.noteText(f)})
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	p.notes = map[string]*definition{}
	for _, d := range found {
		if first := p.notes[d.name]; first != nil {
			p.r.diags.Error(p.placeOf(d.node).Pos, noteTwice(d.name, p.placeOf(first.node).Pos.Line))
			continue
		}
		p.notes[d.name] = d
	}
}

// noteText takes what a note says: one paragraph.
func (p *passage) noteText(f ast.Node) content.Inlines {
	first := f.FirstChild()
	if first == nil {
		p.r.diags.Error(p.placeOf(f).Pos, noteEmpty())
		return nil
	}
	if first.NextSibling() != nil || first.Kind() != ast.KindParagraph {
		p.r.diags.Error(p.placeOf(f).Pos, noteParagraphs())
		return nil
	}
	p.checkParagraph(first.(*ast.Paragraph))
	return p.inlines(first)
}

// note takes the mark of a note.
func (p *passage) note(w *weave, m *noteMark) {
	if said := p.misplaced(m); said != nil {
		p.r.diags.Error(p.placeOf(m).Pos, *said)
	}
	d := p.notes[m.name]
	if d == nil || inside(m, kindNote) {
		return
	}
	if d.mark == nil {
		d.mark = m
	}
	w.add(content.Footnote{Pos: p.placeOf(d.node).Pos, Name: d.name, Body: d.body})
}

// misplaced says what is wrong with the mark of a note, nil if nothing is.
func (p *passage) misplaced(m *noteMark) *diag.Message {
	say := func(m diag.Message) *diag.Message { return &m }
	d := p.notes[m.name]
	switch {
	case inside(m, kindNote):
		return say(noteInNote())
	case p.notes == nil:
		return say(noteHere())
	case inside(m, ast.KindLink):
		return say(noteInLink())
	case d == nil:
		if p.r.hidden.has("[^" + m.name + "]:") {
			return nil
		}
		p.r.loneMarks = append(p.r.loneMarks, loneNote{m.name, p.placeOf(m).Pos})
		return nil
	case d.mark != nil:
		return say(noteAgain(m.name, p.placeOf(d.mark).Pos.Line))
	case beginsLine(m):
		return say(noteFirst())
	}
	return nil
}

// beginsLine reports a mark with no word before it.
func beginsLine(m *noteMark) bool {
	before := m.PreviousSibling()
	text, is := before.(*ast.Text)
	return before == nil && m.Parent().Type() == ast.TypeBlock || is && text.HardLineBreak()
}

// inside reports whether a node stands in one of a kind.
func inside(n ast.Node, kind ast.NodeKind) bool {
	for n = n.Parent(); n != nil; n = n.Parent() {
		if n.Kind() == kind {
			return true
		}
	}
	return false
}

// checkNotes reports notes that nothing refers to.
func (p *passage) checkNotes() {
	for _, name := range slices.Sorted(maps.Keys(p.notes)) {
		d := p.notes[name]
		if d.mark == nil && !p.r.hidden.has("[^"+name+"]") {
			p.r.loneNotes = append(p.r.loneNotes, loneNote{d.name, p.placeOf(d.node).Pos})
		}
		p.r.noteNames = append(p.r.noteNames, d.name)
	}
}

// loneNote is the mark of a note that has no text in its block, or the text of one that
// has no mark in it.
type loneNote struct {
	name string
	pos  diag.Pos
}

// checkLoneNotes reports them: a mark and a text of one name stand in two blocks.
func (r *reader) checkLoneNotes() {
	apart := map[string]bool{}
	for _, n := range r.loneNotes {
		i := slices.IndexFunc(r.loneMarks, func(m loneNote) bool { return m.name == n.name })
		if i < 0 {
			r.diags.Error(n.pos, noteUnused(n.name))
			continue
		}
		apart[n.name] = true
		r.diags.Error(n.pos, noteElsewhere(n.name, r.loneMarks[i].pos.Line))
	}
	for _, m := range r.loneMarks {
		if !apart[m.name] {
			r.diags.Error(m.pos, noteUndefined(m.name))
		}
	}
}

// withoutNotes reports the mark of a note in a text that is no Markdown, such as
// a heading.
func (r *reader) withoutNotes(n *yaml.Node, s string) {
	if !strings.Contains(s, "[^") {
		return
	}
	if mark := regexp.MustCompile(`\[\^[^\]\s]+\]`).FindString(s); mark != "" {
		p := r.passage(n, s)
		r.diags.Error(p.at(bytes.Index(p.text, []byte(mark))), noteHere())
	}
}

// marked writes a note's mark.
func marked(name string) string { return quoted("[^" + name + "]") }

func noteHere() diag.Message {
	return say("note-place", "en note kan ikke stå her; noter kan stå i blokkene text, lead, note, box og letter", "a note can't stand here; notes may stand in the blocks text, lead, note, box and letter")
}

func noteUndefined(name string) diag.Message {
	return sayAbout("note-undefined", "noten %s har ingen tekst; skriv den samme med kolon og tekst efter, i et afsnit for sig i samme blok",
		"the note %s has no text; write the same with a colon and the text after it, in a paragraph of its own in the same block", marked(name))
}

func noteUnused(name string) diag.Message {
	return sayAbout("note-unused", "ingen tekst henviser til noten %s; sæt den efter et ord i samme blok, eller slet noten",
		"no text refers to the note %s; put it after a word in the same block, or delete the note", marked(name))
}

func noteElsewhere(name string, line int) diag.Message {
	return sayAbout("note-unused", "noten %s hører til et ord i linje %d, som står i en anden blok; flyt noten ind i den blok, i et afsnit for sig",
		"the note %s belongs to a word in line %d, which is in another block; move the note into that block, in a paragraph of its own", marked(name), line)
}

func noteTwice(name string, line int) diag.Message {
	return sayAbout("note-twice", "noten %s har også en tekst i linje %d; giv den ene et andet navn", "the note %s has a text in line %d too; give one of them another name", marked(name), line)
}

func noteAgain(name string, line int) diag.Message {
	return sayAbout("note-again", "noten %s er brugt i linje %d; giv hver henvisning en note med sit eget navn", "the note %s is used in line %d; give each place a note with a name of its own", marked(name), line)
}

func noteInNote() diag.Message {
	return say("note-in-note", "en note kan ikke have noter; skriv det hele i den ene", "a note can't have notes; write all of it in the one")
}

func noteInLink() diag.Message {
	return say("note-in-link", "en note kan ikke stå i et link; sæt den efter linket", "a note can't stand in a link; put it after the link")
}

func noteFirst() diag.Message {
	return say("note-first", "her er intet ord før noten; sæt den efter det ord, den hører til", "there is no word before the note; put it after the word it belongs to")
}

func noteEmpty() diag.Message {
	return say("note-empty", "noten er tom; forventede tekst efter kolon", "the note is empty; expected text after the colon")
}

func noteParagraphs() diag.Message {
	return say("note-paragraphs", "en note har kun ét afsnit uden lister; skriv det hele i ét", "a note has one paragraph and no lists; write all of it in one")
}
