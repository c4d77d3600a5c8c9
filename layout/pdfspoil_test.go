package layout_test

import (
	"bytes"
	"slices"
	"testing"
)

// spoiler spoils a file that has been read.
type spoiler struct {
	t *testing.T
	f *pdfFile
	*tagged
}

// spoiling is one way to spoil a file, and the proof that is to see it.
type spoiling struct {
	proof, how string
	two        bool // the file is PDF 2.0
	spoil      func(*spoiler)
}

// nth is the element of a role, counted from 0.
func (s *spoiler) nth(role string, n int) *tag {
	all := s.all(role)
	if n >= len(all) {
		s.t.Fatalf("there are %d elements %s", len(all), role)
	}
	return all[n]
}

// role gives an element another.
func (s *spoiler) role(role string, n int, to pdfName) { s.nth(role, n).dict["S"] = to }

// without takes an entry off an element.
func (s *spoiler) without(role string, n int, key pdfName) { delete(s.nth(role, n).dict, key) }

// swap has two elements beside each other read the other way round.
func (s *spoiler) swap(a, b *tag) {
	kids := s.f.list(a.parent.dict["K"])
	i := slices.IndexFunc(kids, func(k any) bool { return k == a.object })
	j := slices.IndexFunc(kids, func(k any) bool { return k == b.object })
	if i < 0 || j < 0 {
		s.t.Fatal("they are not beside each other")
	}
	kids[i], kids[j] = kids[j], kids[i]
}

// attribute sets an attribute of an element.
func (s *spoiler) attribute(e *tag, owner, key pdfName, value any) {
	for _, a := range s.f.list(e.dict["A"]) {
		if d := s.f.dict(a); d["O"] == owner {
			d[key] = value
			return
		}
	}
	e.dict["A"] = append(s.f.list(e.dict["A"]), pdfDict{"O": owner, key: value})
}

// streams replaces text in every stream that has it, as often as it is there.
func (s *spoiler) streams(from, to string) {
	found := false
	for r, o := range s.f.objects {
		if st, is := o.(pdfStream); is && bytes.Contains(st.data, []byte(from)) {
			found = true
			s.f.objects[r] = pdfStream{st.pdfDict, bytes.ReplaceAll(st.data, []byte(from), []byte(to))}
		}
	}
	if !found {
		s.t.Fatalf("no stream has %q", from)
	}
}

// link is the first annotation an element holds.
func (s *spoiler) link(e *tag) pdfDict { return s.annotations(e)[0] }

// elsewhere makes a link lead to the last page.
func (s *spoiler) elsewhere(link pdfDict) {
	delete(link, "A")
	link["Dest"] = []any{s.pages[len(s.pages)-1], pdfName("Fit")}
}

// mark is the mark of the first footnote.
func (s *spoiler) mark() *tag {
	all := s.all("Reference")
	return all[slices.IndexFunc(all, func(e *tag) bool { return e.parent.role != "TOCI" })]
}

// statement is the table with cells that name headers, and its cells of a role.
func (s *spoiler) statementCells(role string) []*tag {
	for _, table := range s.all("Table") {
		var cells []*tag
		nested := false
		table.walk(func(e *tag) {
			if e.role == role {
				cells = append(cells, e)
			}
			nested = nested || s.attr(e, "Table", "Headers") != nil
		})
		if nested {
			return cells
		}
	}
	s.t.Fatal("no table has nested headers")
	return nil
}

// spoilers are all the ways.
func spoilers() []spoiling {
	return slices.Concat(spoilTree(), spoilTables(), spoilLinks(), spoilWords())
}

func spoilTree() []spoiling {
	const sound, headings, lists, figures, facts, reading = "all content is tagged once or an artifact", "one H1, no level skipped", "lists",
		"figures have alternative texts", "facts are asides", "reading order"
	return []spoiling{
		{sound, "a paragraph holds nothing", false, func(s *spoiler) { s.nth("P", 3).dict["K"] = []any{} }},
		{sound, "a paragraph is there twice", false, func(s *spoiler) {
			e := s.nth("P", 3)
			e.parent.dict["K"] = append(s.f.list(e.parent.dict["K"]), e.object)
		}},
		{sound, "decoration is no artifact", false, func(s *spoiler) { s.streams("/Artifact<</Type/Layout>>BDC", "/Span<<>>BDC") }},
		{sound, "a folio is no artifact", false, func(s *spoiler) { s.streams("/Artifact<</Type/Pagination/Subtype/Footer>>BDC", "/Span<<>>BDC") }},
		{sound, "the file is not marked", false, func(s *spoiler) { delete(s.catalog, "MarkInfo") }},
		{sound, "the tree has no root", false, func(s *spoiler) { s.f.dict(s.catalog["StructTreeRoot"])["K"] = []any{} }},
		{headings, "there is a second H1", false, func(s *spoiler) { s.role("H2", 0, "H1") }},
		{headings, "there is no H1", false, func(s *spoiler) { s.role("H1", 0, "P") }},
		{headings, "a level is skipped", false, func(s *spoiler) { s.role("H3", 0, "H5") }},
		{headings, "a heading is empty", false, func(s *spoiler) { s.nth("H3", 0).dict["K"] = []any{} }},
		{lists, "an entry has no body", false, func(s *spoiler) { s.role("LBody", 1, "P") }},
		{lists, "an entry has no label", false, func(s *spoiler) { s.role("Lbl", 1, "Span") }},
		{lists, "a list holds a paragraph", false, func(s *spoiler) { s.role("LI", 1, "P") }},
		{lists, "a list does not say how it is numbered", false, func(s *spoiler) { s.without("L", 0, "A") }},
		{lists, "a list is said to be numbered", false, func(s *spoiler) { s.attribute(s.nth("L", 0), "List", "ListNumbering", pdfName("Decimal")) }},
		{figures, "a figure has no text", false, func(s *spoiler) { s.without("Figure", 0, "Alt") }},
		{figures, "a figure has no box", false, func(s *spoiler) { s.without("Figure", 1, "A") }},
		{figures, "a picture is no figure", false, func(s *spoiler) {
			for i, e := range s.all("Figure") {
				if bytes.Contains([]byte(s.text(e, "Alt")), []byte("blågrønt")) {
					s.role("Figure", i, "P")
				}
			}
		}},
		{"charts are tables too", "the chart says another figure", false, func(s *spoiler) {
			for _, e := range s.all("Figure") {
				if s.text(e, "Alt") != "" {
					e.dict["Alt"] = "Ringdiagram. Indtægter: alt"
				}
			}
		}},
		{"charts are tables too", "the table of a chart has a row less", false, func(s *spoiler) {
			for _, e := range s.all("Table") {
				if s.text(e, "T") != "" {
					body := e.elements()[0]
					body.dict["K"] = s.f.list(body.dict["K"])[1:]
				}
			}
		}},
		{facts, "a fact is no aside", false, func(s *spoiler) { s.role("Aside", 0, "Div") }},
		{facts, "facts are read the other way round", false, func(s *spoiler) {
			a, b := s.nth("Aside", 0).dict, s.nth("Aside", 1).dict
			a["K"], b["K"] = b["K"], a["K"]
		}},
		{reading, "two headings are read the other way round", false, func(s *spoiler) {
			a, b := s.nth("H3", 0).dict, s.nth("H3", 1).dict
			a["K"], b["K"], a["Pg"], b["Pg"] = b["K"], a["K"], b["Pg"], a["Pg"]
		}},
		{reading, "a paragraph is not read", false, func(s *spoiler) { s.longest("P").dict["K"] = []any{} }},
		{reading, "an aside is read after its text", false, func(s *spoiler) {
			e := s.nth("Aside", 0)
			beside := e.parent.elements()
			s.swap(e, beside[slices.Index(beside, e)+1])
		}},
		{reading, "a chapter is away", false, func(s *spoiler) { root := s.root.dict; root["K"] = s.f.list(root["K"])[:2] }},
	}
}

// longest is the element of a role that has the most text.
func (s *spoiler) longest(role string) *tag {
	return slices.MaxFunc(s.all(role), func(a, b *tag) int { return len(s.raw(a)) - len(s.raw(b)) })
}

func spoilTables() []spoiling {
	const tables, headers, statements = "tables", "headers and ids", "rows of statements are headed"
	return []spoiling{
		{tables, "a header does not say what it heads", false, func(s *spoiler) { s.attribute(s.nth("TH", 0), "Table", "Scope", nil) }},
		{tables, "a row is none", false, func(s *spoiler) { s.role("TR", 1, "Div") }},
		{tables, "a cell is a paragraph", false, func(s *spoiler) { s.role("TD", 0, "P") }},
		{tables, "a cell takes two columns", false, func(s *spoiler) { s.attribute(s.nth("TD", 0), "Table", "ColSpan", 2.0) }},
		{tables, "there are no headers", false, func(s *spoiler) {
			for _, e := range s.all("TH") {
				e.dict["S"] = pdfName("TD")
			}
		}},
		{tables, "a table has no body", false, func(s *spoiler) { s.role("TBody", 0, "THead") }},
		{headers, "a cell names a header that is not there", false, func(s *spoiler) { s.attribute(s.statementCells("TD")[0], "Table", "Headers", []any{"x"}) }},
		{headers, "a cell names a header that is no header", false, func(s *spoiler) { s.attribute(s.statementCells("TD")[0], "Table", "Headers", []any{"note-tekst-1"}) }},
		{headers, "a cell names no header", false, func(s *spoiler) { s.attribute(s.statementCells("TD")[2], "Table", "Headers", nil) }},
		{headers, "the ids are not to be found", false, func(s *spoiler) { delete(s.f.dict(s.catalog["StructTreeRoot"]), "IDTree") }},
		{statements, "a row is not headed", false, func(s *spoiler) { s.statementCells("TH")[6].dict["S"] = pdfName("TD") }},
		{statements, "two years are exchanged", false, func(s *spoiler) { cells := s.statementCells("TD"); s.swap(cells[1], cells[2]) }},
		{statements, "two columns are headed by each other's year", false, func(s *spoiler) { heads := s.statementCells("TH"); s.swap(heads[2], heads[3]) }},
		{statements, "a cell leaves out its group", false, func(s *spoiler) {
			cell := s.statementCells("TD")[1]
			list := s.attr(cell, "Table", "Headers").([]any)
			s.attribute(cell, "Table", "Headers", slices.Delete(slices.Clone(list), 2, 3))
		}},
		{statements, "a statement is no table", false, func(s *spoiler) { s.role("Table", 0, "Div") }},
	}
}
