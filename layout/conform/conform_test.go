package conform

import (
	"maps"
	"slices"
	"testing"

	"github.com/kl-print/kl-print/layout/page"
)

// sound is a document that breaks no rule, and its parts by name.
func sound() (*page.Document, map[string]*page.Elem) {
	text := func(s string) []page.Item { return []page.Item{page.Group{Items: []page.Item{page.Text{Source: s}}}} }
	at := map[string]*page.Elem{}
	el := func(name string, role page.Role, attr page.Attr, kids ...page.Kid) *page.Elem {
		e := &page.Elem{Role: role, Attr: attr, Kids: kids}
		at[name] = e
		return e
	}
	root := el("root", page.RoleDocument, page.Attr{},
		el("cover", page.RoleSect, page.Attr{}, el("h1", page.RoleH1, page.Attr{}, page.Mark(1))),
		el("body", page.RoleSect, page.Attr{},
			el("h2", page.RoleH2, page.Attr{}, page.Mark(2)),
			el("toci", page.RoleTOCI, page.Attr{}, el("reference", page.RoleReference, page.Attr{}, el("link", page.RoleLink, page.Attr{}, page.Mark(3), page.LinkRef(1)))),
			el("figure", page.RoleFigure, page.Attr{Alt: "Et kort"}, page.Mark(4)),
			el("table", page.RoleTable, page.Attr{}, el("tr", page.RoleTR, page.Attr{},
				el("th", page.RoleTH, page.Attr{Scope: "Row", ID: "c1"}, page.Mark(5)), el("td", page.RoleTD, page.Attr{Headers: []string{"c1"}}))),
			el("list", page.RoleL, page.Attr{}, el("li", page.RoleLI, page.Attr{}, el("lbl", page.RoleLbl, page.Attr{}), el("lbody", page.RoleLBody, page.Attr{}))),
			el("note", page.RoleNote, page.Attr{ID: "n1"}, el("number", page.RoleLbl, page.Attr{})),
		),
	)
	doc := &page.Document{
		Meta: page.Meta{Title: "Beretning", Lang: "da-DK"}, Root: root,
		Dests: []page.Dest{{ID: "kapitel-a"}},
		Pages: []page.Page{{
			Content: []page.Content{
				{Mark: 1, Items: text("Beretning")}, {Mark: 2, Items: text("Indhold")}, {Mark: 3, Items: text("Kapitel")}, {Mark: 4}, {Mark: 5, Items: text("I alt")},
			},
			Links: []page.Link{{ID: 1, Dest: "kapitel-a", Contents: "Kapitel, side 3"}},
		}},
	}
	return doc, at
}

func TestASoundDocumentHasNoFindings(t *testing.T) {
	doc, _ := sound()
	if got := Findings(doc); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestEachFaultIsFound(t *testing.T) {
	plants := map[string]func(*page.Document, map[string]*page.Elem){
		"ua-title":     func(d *page.Document, _ map[string]*page.Elem) { d.Meta.Title = " " },
		"ua-language":  func(d *page.Document, _ map[string]*page.Elem) { d.Meta.Lang = "" },
		"ua-h1":        func(_ *page.Document, e map[string]*page.Elem) { e["h2"].Role = page.RoleH1 },
		"ua-heading":   func(d *page.Document, _ map[string]*page.Elem) { d.Pages[0].Content[1].Items = nil },
		"ua-level":     func(_ *page.Document, e map[string]*page.Elem) { e["h2"].Role = page.RoleH3 },
		"ua-alt":       func(_ *page.Document, e map[string]*page.Elem) { e["figure"].Attr.Alt = "" },
		"ua-headers":   func(_ *page.Document, e map[string]*page.Elem) { e["th"].Role = page.RoleTD },
		"ua-scope":     func(_ *page.Document, e map[string]*page.Elem) { e["th"].Attr.Scope = "" },
		"ua-list":      func(_ *page.Document, e map[string]*page.Elem) { e["lbl"].Role = page.RoleP },
		"ua-contents":  func(d *page.Document, _ map[string]*page.Elem) { d.Dests = nil },
		"ua-link":      func(d *page.Document, _ map[string]*page.Elem) { d.Pages[0].Links[0].Contents = "" },
		"ua-link-text": func(d *page.Document, _ map[string]*page.Elem) { d.Pages[0].Content[2].Items = nil },
		"ua-link-vague": func(d *page.Document, _ map[string]*page.Elem) {
			d.Pages[0].Content[2].Items = []page.Item{page.Text{Source: "Læs mere "}}
		},
		"ua-cell": func(_ *page.Document, e map[string]*page.Elem) { e["td"].Attr.Headers = []string{"n1"} },
		"ua-glyph": func(d *page.Document, _ map[string]*page.Elem) {
			d.Pages[0].Content[4].Items[0].(page.Group).Items[0] = page.Text{Source: "↯", Words: page.One("↯", []page.Glyph{{End: 3}})}
		},
		"ua-note": func(_ *page.Document, e map[string]*page.Elem) { e["note"].Attr.ID = "" },
	}
	var listed []string
	for _, r := range Rules() {
		listed = append(listed, r.Code)
	}
	slices.Sort(listed)
	if planted := slices.Sorted(maps.Keys(plants)); !slices.Equal(listed, planted) {
		t.Errorf("the rules are %v, and faults are planted for %v", listed, planted)
	}
	for want, plant := range plants {
		doc, at := sound()
		plant(doc, at)
		got := Findings(doc)
		if !slices.ContainsFunc(got, func(f Finding) bool { return f.Message.Code == want }) {
			t.Errorf("%s is not found: %+v", want, got)
		}
		for _, f := range got {
			if f.Message.Danish == "" || f.Message.English == "" {
				t.Errorf("%s is not told in both languages", f.Message.Code)
			}
			if whole := len(f.At) == 0; whole != slices.Contains([]string{"ua-title", "ua-language", "ua-h1"}, f.Message.Code) {
				t.Errorf("%s is in %v", f.Message.Code, f.At)
			}
			if n := len(f.At); n > 0 && (f.At[0] != at["body"] || n < 2) {
				t.Errorf("%s is not placed below its chapter", f.Message.Code)
			}
		}
	}
}

// TestNestedHeadersAskForIDs has a cell under nested headers that names none.
func TestNestedHeadersAskForIDs(t *testing.T) {
	for name, nest := range map[string]func(map[string]*page.Elem){
		"a header has headers": func(e map[string]*page.Elem) { e["th"].Attr.Headers = []string{"c1"} },
		"two rows of heads": func(e map[string]*page.Elem) {
			e["table"].Kids = append(e["table"].Kids, &page.Elem{Role: page.RoleTHead, Kids: []page.Kid{&page.Elem{Role: page.RoleTR}, &page.Elem{Role: page.RoleTR}}})
		},
	} {
		doc, at := sound()
		nest(at)
		if got := Findings(doc); len(got) > 0 {
			t.Errorf("%s: %+v", name, got)
		}
		at["td"].Attr.Headers = nil
		if got := Findings(doc); len(got) != 1 || got[0].Message.Code != "ua-cell" || got[0].At[len(got[0].At)-1] != at["td"] {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestAGlyphMissingOutsideTheTree is in a running head.
func TestAGlyphMissingOutsideTheTree(t *testing.T) {
	doc, _ := sound()
	doc.Pages[0].Content = append(doc.Pages[0].Content, page.Content{Artifact: page.Header, Items: []page.Item{page.Text{Source: "a", Words: page.One("a", []page.Glyph{{End: 1}})}}})
	if got := Findings(doc); len(got) != 1 || got[0].Message.Code != "ua-glyph" || len(got[0].At) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestOutcomes(t *testing.T) {
	doc, at := sound()
	for _, o := range Outcomes(doc) {
		if o.Broken != 0 || o.Clause == "" || o.Asks == "" {
			t.Errorf("%+v", o)
		}
	}
	at["figure"].Attr.Alt = ""
	for _, o := range Outcomes(doc) {
		if (o.Code == "ua-alt") != (o.Broken == 1) {
			t.Errorf("%+v", o)
		}
	}
}

func TestADocumentWithoutATreeIsNoPanic(t *testing.T) {
	if got := Findings(&page.Document{}); len(got) != 2 {
		t.Errorf("%+v", got)
	}
}
