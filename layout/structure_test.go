package layout_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/layout/page"
)

// tree is a document as a reader of its tags has it.
type tree struct {
	doc   *page.Document
	text  map[page.MarkID]string
	links map[page.LinkID]page.Link
	dests map[page.DestID]bool
}

func newTree(doc *page.Document) tree {
	t := tree{doc, map[page.MarkID]string{}, map[page.LinkID]page.Link{}, map[page.DestID]bool{}}
	for _, d := range doc.Dests {
		t.dests[d.ID] = true
	}
	for _, p := range doc.Pages {
		for _, l := range p.Links {
			t.links[l.ID] = l
		}
		for _, c := range p.Content {
			for _, it := range c.Items {
				if text, ok := it.(page.Text); ok && text.HasActual {
					t.text[c.Mark] += text.Actual
				} else if ok {
					t.text[c.Mark] += text.Source
				}
			}
		}
	}
	return t
}

// plain is a text with common spaces alone and without soft hyphens.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ReplaceAll(s, "\u00ad", ""), "\u00a0", " ")), " ")
}

// read is the text of an element, without that of blocks within it and the marks
// of footnotes.
func (t tree) read(e *page.Elem) string {
	var b strings.Builder
	for _, k := range e.Kids {
		switch k := k.(type) {
		case page.Mark:
			b.WriteString(t.text[page.MarkID(k)])
		case *page.Elem:
			if k.Role == page.RoleSpan || k.Role == page.RoleLink {
				b.WriteString(t.read(k))
			}
		}
	}
	return plain(b.String())
}

// kids are the elements in an element.
func kids(e *page.Elem) []*page.Elem {
	var out []*page.Elem
	for _, k := range e.Kids {
		if kid, ok := k.(*page.Elem); ok {
			out = append(out, kid)
		}
	}
	return out
}

// all are the elements of a role, in reading order.
func (t tree) all(role page.Role) []*page.Elem {
	var out []*page.Elem
	walk(t.doc.Root, func(e *page.Elem) {
		if e.Role == role {
			out = append(out, e)
		}
	})
	return out
}

// refs are the links an element and those in it hold.
func (t tree) refs(e *page.Elem) []page.Link {
	var out []page.Link
	walk(e, func(e *page.Elem) {
		for _, k := range e.Kids {
			if id, ok := k.(page.LinkRef); ok {
				out = append(out, t.links[page.LinkID(id)])
			}
		}
	})
	return out
}

// written is a text of the edition with the role of the element it is to be in.
type written struct {
	role page.Role
	text string
}

// order lists what blocks say, in the order of the YAML: headings, paragraphs,
// lists and facts.
func order(blocks []content.Block) []written {
	var out []written
	add := func(role page.Role, text string) {
		if text = plain(text); text != "" {
			out = append(out, written{role, text})
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case content.Lead:
			add(page.RoleP, b.Body.Plain())
		case content.Paragraph:
			add(page.RoleP, b.Body.Plain())
		case content.Section:
			add(page.RoleH3, b.Title)
			add(page.RoleP, b.Headline)
		case content.Heading:
			add("", b.Title)
		case content.Chart:
			add("", b.Title)
		case content.Box:
			add("", b.Title)
			out = append(out, order(b.Body)...)
		case content.Note:
			out = append(out, order(b.Body)...)
		case content.Fact:
			add(page.RoleAside, b.Figure)
			add(page.RoleAside, b.Caption.Plain())
		case content.Letter:
			add(page.RoleP, b.Greeting)
			out = append(out, order(b.Body)...)
		case content.Links:
			add("", b.Title)
			for _, i := range b.Items {
				add(page.RoleLBody, i.Text)
			}
		case content.Image:
			add("", b.Caption.Plain())
		case content.Quote:
			add(page.RoleP, b.Body.Plain())
		case content.List:
			out = append(out, entries(b)...)
		}
	}
	return out
}

// entries lists what a list says.
func entries(l content.List) []written {
	var out []written
	for _, i := range l.Items {
		out = append(out, written{page.RoleLBody, plain(i.Body.Plain())})
		if i.Sub != nil {
			out = append(out, entries(*i.Sub)...)
		}
	}
	return out
}

// said lists the texts of a chapter's tree, in its order; paragraphs in an aside
// are the aside's.
func (t tree) said(e *page.Elem, in page.Role) []written {
	role := e.Role
	if in == page.RoleAside {
		role = in
	}
	var out []written
	if text := t.read(e); text != "" {
		out = append(out, written{role, text})
	}
	for _, k := range kids(e) {
		if k.Role != page.RoleSpan && k.Role != page.RoleLink && k.Role != page.RoleReference {
			out = append(out, t.said(k, role)...)
		}
	}
	return out
}

// TestReadingOrderIsTheYAMLs reads each chapter's tags and finds every heading,
// paragraph, entry and fact of the edition there, whole and in its order.
func TestReadingOrderIsTheYAMLs(t *testing.T) {
	texts := 0
	for name, rep := range reports(t) {
		tr := newTree(compile(t, rep))
		sects := kids(tr.doc.Root)[2:] // the cover and the contents are before
		for i, ch := range rep.Chapters {
			said := tr.said(sects[i], "")
			if len(said) == 0 || said[0] != (written{page.RoleH2, plain(ch.Title)}) {
				t.Errorf("%s: chapter %s begins with %v", name, ch.ID, said[:min(1, len(said))])
			}
			for _, w := range order(ch.Blocks) {
				texts++
				at := slices.IndexFunc(said, func(s written) bool {
					return s.text == w.text && (s.role == w.role || w.role == "" && s.role != page.RoleAside)
				})
				if at < 0 {
					t.Errorf("%s: chapter %s does not say, after what is before it in the YAML: %s %q", name, ch.ID, w.role, w.text)
					continue
				}
				said = said[at+1:]
			}
		}
	}
	if texts < 300 {
		t.Errorf("only %d texts were looked for", texts)
	}
}

// TestNotesLeadBothWays follows each footnote's mark to its note and back, and
// finds the note after its mark.
func TestNotesLeadBothWays(t *testing.T) {
	tr := newTree(everyBlock(t))
	marked := map[page.DestID]bool{}
	count := 0
	walk(tr.doc.Root, func(e *page.Elem) {
		switch e.Role {
		case page.RoleReference:
			for _, l := range tr.refs(e) {
				marked[l.Dest] = true
			}
		case page.RoleNote:
			count++
			if id := page.DestID(e.Attr.ID); id == "" || !marked[id] || !tr.dests[id] {
				t.Errorf("the note %q has no mark before it that leads to it", e.Attr.ID)
			}
			back := tr.refs(kids(e)[0])
			if kids(e)[0].Role != page.RoleLbl || len(back) != 1 || !strings.HasPrefix(string(back[0].Dest), "notetegn-") || !tr.dests[back[0].Dest] {
				t.Errorf("the note %q does not lead back: %v", e.Attr.ID, back)
			}
		}
	})
	if count == 0 {
		t.Error("there are no notes")
	}
}

// TestStatementRowsAreHeaded sees that each row of a statement, sums too, begins
// with a header of the row, and that all rows have as many columns.
func TestStatementRowsAreHeaded(t *testing.T) {
	tr := newTree(edition(t))
	lines := map[string]accounts.Rank{}
	for _, s := range load(t, editionFiles()).Accounts.Statements {
		for _, l := range s.Lines {
			lines[plain(l.Label)] = l.Rank
		}
	}
	sums := 0
	for _, table := range tr.all(page.RoleTable) {
		head, rows := kids(table)[0], kids(kids(table)[len(kids(table))-1])
		if head.Role != page.RoleTHead || len(kids(head)) != 1 || kids(rows[0])[0].Role != page.RoleTH {
			continue // a chart's, or one written in a chapter
		}
		columns := len(kids(kids(head)[0]))
		for _, th := range kids(kids(head)[0]) {
			if th.Role != page.RoleTH || th.Attr.Scope != "Column" {
				t.Errorf("a column is headed by a %s of scope %q", th.Role, th.Attr.Scope)
			}
		}
		for _, row := range rows {
			cells := kids(row)
			label, has := tr.read(cells[0]), 0
			for i, cell := range cells {
				has += max(1, cell.Attr.ColSpan)
				if (cell.Role == page.RoleTH) != (i == 0) {
					t.Errorf("%q: cell %d is a %s", label, i+1, cell.Role)
				}
			}
			if cells[0].Attr.Scope != "Row" || has != columns {
				t.Errorf("%q: scope %q, %d columns of %d", label, cells[0].Attr.Scope, has, columns)
			}
			if r, ok := lines[label]; ok && (r == accounts.Subtotal || r == accounts.Total) {
				sums++
			}
		}
	}
	if sums < 8 {
		t.Errorf("%d sums are headed", sums)
	}
}

// TestChartsAreTablesToo finds after each chart's figure a table of what it
// shows.
func TestChartsAreTablesToo(t *testing.T) {
	rep := load(t, editionFiles())
	tr := newTree(compile(t, rep))
	loc, _ := locale.For(rep.Language)
	found := 0
	for _, ch := range rep.Chapters {
		for _, b := range ch.Blocks {
			chart, ok := b.(content.Chart)
			if !ok {
				continue
			}
			table := slices.IndexFunc(tr.all(page.RoleTable), func(e *page.Elem) bool { return e.Attr.Title == chart.Title })
			if table < 0 {
				t.Errorf("the chart %q has no table", chart.Title)
				continue
			}
			found++
			rows := kids(kids(tr.all(page.RoleTable)[table])[0])
			if len(rows) != len(chart.Parts)+1 {
				t.Errorf("the chart %q has %d parts and %d rows", chart.Title, len(chart.Parts), len(rows))
			}
			var sum accounts.Amount
			for i, p := range chart.Parts {
				sum += p.Amount
				if cells := kids(rows[i]); tr.read(cells[0]) != plain(p.Label) || tr.read(cells[1]) != plain(loc.Brief(p.Amount)) || len(cells) != 3 {
					t.Errorf("row %d says %q, %q", i+1, tr.read(cells[0]), tr.read(cells[1]))
				}
			}
			if last := kids(rows[len(rows)-1]); tr.read(last[0]) != plain(chart.Total) || tr.read(last[1]) != plain(loc.Brief(sum)) {
				t.Errorf("the last row says %q, %q", tr.read(last[0]), tr.read(last[1]))
			}
		}
	}
	if found == 0 {
		t.Error("there are no charts")
	}
}

// TestAbbreviationsHaveTheirWords finds no abbreviation outside an element that
// says what it is read as, in the language it is in.
func TestAbbreviationsHaveTheirWords(t *testing.T) {
	for name, doc := range map[string]*page.Document{"edition": edition(t), "every": everyBlock(t)} {
		tr := newTree(doc)
		spans := 0
		var look func(e *page.Elem, lang string)
		look = func(e *page.Elem, lang string) {
			if e.Attr.Lang != "" {
				lang = e.Attr.Lang
			}
			loc, _ := locale.For(lang)
			if e.Role == page.RoleFigure {
				return
			}
			if e.Role == page.RoleSpan && e.Attr.Expansion != "" {
				spans++
				if got := loc.Abbreviations(tr.text[page.MarkID(e.Kids[0].(page.Mark))]); len(got) != 1 || got[0].Long != e.Attr.Expansion {
					t.Errorf("%s: %q is read as %q", name, tr.read(e), e.Attr.Expansion)
				}
				return
			}
			for _, k := range e.Kids {
				switch k := k.(type) {
				case page.Mark:
					if len(loc.Abbreviations(tr.text[page.MarkID(k)])) > 0 {
						t.Errorf("%s: a %s says %q", name, e.Role, tr.text[page.MarkID(k)])
					}
				case *page.Elem:
					look(k, lang)
				}
			}
		}
		look(doc.Root, "da")
		if spans == 0 {
			t.Errorf("%s has no abbreviations", name)
		}
	}
}

// TestHeadsAndFoliosAreArtifacts finds on each page between the covers its number
// as a footer, and every other text outside the tags as a running head or as
// layout.
func TestHeadsAndFoliosAreArtifacts(t *testing.T) {
	doc := edition(t)
	heads := 0
	for _, p := range doc.Pages[1 : len(doc.Pages)-1] {
		footer := ""
		for _, c := range p.Content {
			for _, it := range c.Items {
				text, ok := it.(page.Text)
				switch {
				case !ok || c.Mark != 0:
				case c.Artifact == page.Footer:
					footer += text.Source
				case c.Artifact == page.Header:
					heads++
				case c.Artifact == page.Background:
					t.Errorf("page %s: %q is background", p.Label, text.Source)
				}
			}
		}
		if !strings.Contains(footer, p.Label) || p.Label == "" {
			t.Errorf("page %s has the footer %q", p.Label, footer)
		}
	}
	if heads < len(doc.Pages)/2 {
		t.Errorf("%d running heads", heads)
	}
}

// reports are the embedded edition and the one that holds every block.
func reports(t *testing.T) map[string]*content.Report {
	return map[string]*content.Report{"edition": load(t, editionFiles()), "every": load(t, os.DirFS("testdata/every"))}
}

func editionFiles() fs.FS { return edition2024.Files() }
