package pdf

import (
	"errors"
	"fmt"

	"github.com/kl-print/kl-print/layout/page"
)

// plan joins the pages of a document to its structure tree. It is complete and
// checked before anything is drawn.
type plan struct {
	doc   *page.Document
	elems []elem // the tree, breadth first: the children of one element are consecutive
	marks map[page.MarkID]*mark
	links []link // in page order
	byID  map[page.LinkID]int
	dests map[page.DestID]int // index into doc.Dests
	ids   map[string]int      // of elements: index into elems
}

// elem is an element of the structure tree.
type elem struct {
	*page.Elem
	id        string // unique in the document, or empty
	parent    int    // index into plan.elems; -1 for the root
	firstKid  int    // the index of its first child that is an element
	firstPage int    // the page its own content begins on, or -1
}

// mark is a MarkID: the element that holds it and where it stands.
type mark struct {
	owner  int // index into plan.elems
	places []place
}

// place is a marked-content sequence: a page and the MCID on that page.
type place struct{ page, mcid int }

// link is a link, the page it is on and the element that holds it.
type link struct {
	*page.Link
	page  int
	owner int // index into plan.elems; -1 before it is known
}

func newPlan(doc *page.Document) (*plan, error) {
	p := &plan{
		doc:   doc,
		marks: make(map[page.MarkID]*mark, elemsOnPage*len(doc.Pages)),
		byID:  map[page.LinkID]int{},
		dests: map[page.DestID]int{},
		ids:   map[string]int{},
	}
	for _, step := range []func() error{p.addPages, p.addDests, p.addElems, p.claimKids, p.checkClaims, p.nameElems, p.checkTargets, p.checkLabels} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// addPages numbers the marks of each page and collects its links.
func (p *plan) addPages() error {
	if len(p.doc.Pages) == 0 {
		return errors.New("the document has no pages")
	}
	for i := range p.doc.Pages {
		pg := &p.doc.Pages[i]
		if pg.Size.W <= 0 || pg.Size.H <= 0 {
			return fmt.Errorf("page %d: no size", i+1)
		}
		if err := p.addMarks(i); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		for j := range pg.Links {
			if err := p.addLink(i, &pg.Links[j]); err != nil {
				return fmt.Errorf("page %d: %w", i+1, err)
			}
		}
	}
	return nil
}

func (p *plan) addMarks(page int) error {
	mcid := 0
	for _, c := range p.doc.Pages[page].Content {
		if err := checkContent(c); err != nil {
			return err
		}
		if c.Mark == 0 {
			continue
		}
		m := p.marks[c.Mark]
		if m == nil {
			m = &mark{owner: -1}
			p.marks[c.Mark] = m
		}
		m.places = append(m.places, place{page, mcid})
		mcid++
	}
	return nil
}

func checkContent(c page.Content) error {
	switch {
	case c.Artifact > page.Background:
		return fmt.Errorf("unknown kind of artifact %d", c.Artifact)
	case c.Mark == 0 && c.Artifact == page.NotArtifact:
		return errors.New("a content that has no mark and is no artifact")
	case c.Mark != 0 && c.Artifact != page.NotArtifact:
		return fmt.Errorf("mark %d is an artifact too", c.Mark)
	}
	return nil
}

func (p *plan) addLink(page int, l *page.Link) error {
	switch _, twice := p.byID[l.ID]; {
	case twice:
		return fmt.Errorf("link %d is there twice", l.ID)
	case len(l.Area) == 0:
		return fmt.Errorf("link %d has no area", l.ID)
	case (l.URI == "") == (l.Dest == ""):
		return fmt.Errorf("link %d must have either a URI or a destination", l.ID)
	}
	p.byID[l.ID] = len(p.links)
	p.links = append(p.links, link{Link: l, page: page, owner: -1})
	return nil
}

func (p *plan) addDests() error {
	for i, d := range p.doc.Dests {
		if _, twice := p.dests[d.ID]; twice {
			return fmt.Errorf("destination %q is there twice", d.ID)
		}
		if d.Page < 0 || d.Page >= len(p.doc.Pages) {
			return fmt.Errorf("destination %q is on page %d of %d", d.ID, d.Page+1, len(p.doc.Pages))
		}
		p.dests[d.ID] = i
	}
	return nil
}

// elemsOnPage is how many elements a page of text and lists has.
const elemsOnPage = 24

// addElems lays the tree out breadth first.
func (p *plan) addElems() error {
	if p.doc.Root == nil {
		return errors.New("the document has no structure tree")
	}
	about := elemsOnPage * len(p.doc.Pages)
	seen := make(map[*page.Elem]bool, about)
	seen[p.doc.Root] = true
	p.elems = append(make([]elem, 0, about), elem{Elem: p.doc.Root, parent: -1})
	for i := 0; i < len(p.elems); i++ {
		e := &p.elems[i]
		if !standard(e.Role) {
			return fmt.Errorf("unknown structure type %q", e.Role)
		}
		e.firstKid, e.firstPage = len(p.elems), -1
		for _, k := range e.Kids {
			kid, ok := k.(*page.Elem)
			if !ok {
				continue
			}
			if kid == nil || seen[kid] {
				return fmt.Errorf("the structure tree holds an element twice, or none, in a %s", p.elems[i].Role)
			}
			seen[kid] = true
			p.elems = append(p.elems, elem{Elem: kid, parent: i})
		}
	}
	return nil
}

// claimKids gives each mark and link the element that holds it.
func (p *plan) claimKids() error {
	for i := range p.elems {
		e := &p.elems[i]
		for _, k := range e.Kids {
			pg, err := p.claim(i, k)
			if err != nil {
				return fmt.Errorf("%w, in a %s", err, e.Role)
			}
			if e.firstPage < 0 {
				e.firstPage = pg
			}
		}
		if a := e.Attr; a.BBox.W > 0 && a.BBox.H > 0 && (a.BBoxOnPage < 0 || a.BBoxOnPage >= len(p.doc.Pages)) {
			return fmt.Errorf("the box of a %s is on page %d of %d", e.Role, a.BBoxOnPage+1, len(p.doc.Pages))
		}
	}
	return nil
}

// claim makes an element the owner of a kid and returns the page of it, -1 for
// an element.
func (p *plan) claim(owner int, k page.Kid) (int, error) {
	switch k := k.(type) {
	case page.Mark:
		m := p.marks[page.MarkID(k)]
		if m == nil {
			return 0, fmt.Errorf("mark %d is on no page", k)
		}
		if m.owner >= 0 {
			return 0, fmt.Errorf("mark %d is held twice", k)
		}
		m.owner = owner
		return m.places[0].page, nil
	case page.LinkRef:
		i, ok := p.byID[page.LinkID(k)]
		if !ok {
			return 0, fmt.Errorf("link %d is on no page", k)
		}
		if p.links[i].owner >= 0 {
			return 0, fmt.Errorf("link %d is held twice", k)
		}
		p.links[i].owner = owner
		return p.links[i].page, nil
	case *page.Elem:
		return -1, nil
	}
	return 0, errors.New("a child of no known kind")
}

// checkClaims finds marks and links that no element holds.
func (p *plan) checkClaims() error {
	for i := range p.doc.Pages {
		for _, c := range p.doc.Pages[i].Content {
			if c.Mark != 0 && p.marks[c.Mark].owner < 0 {
				return fmt.Errorf("page %d: no element holds mark %d", i+1, c.Mark)
			}
		}
	}
	for _, l := range p.links {
		if l.owner < 0 {
			return fmt.Errorf("page %d: no element holds link %d", l.page+1, l.ID)
		}
	}
	return nil
}

// checkTargets finds links and bookmarks that go nowhere.
func (p *plan) checkTargets() error {
	for _, l := range p.links {
		if _, ok := p.dests[l.Dest]; l.Dest != "" && !ok {
			return fmt.Errorf("page %d: link %d goes to %q, which is nowhere", l.page+1, l.ID, l.Dest)
		}
	}
	return p.checkBookmarks(p.doc.Outline)
}

func (p *plan) checkBookmarks(marks []page.Bookmark) error {
	for _, b := range marks {
		if _, ok := p.dests[b.Dest]; !ok {
			return fmt.Errorf("the bookmark %q goes to %q, which is nowhere", b.Title, b.Dest)
		}
		if err := p.checkBookmarks(b.Kids); err != nil {
			return err
		}
	}
	return nil
}

// checkLabels sees that the ranges of page labels begin at the first page and
// go on (ISO 32000-1, 12.4.2).
func (p *plan) checkLabels() error {
	next := 0
	for i, l := range p.doc.Labels {
		if i == 0 && l.First != 0 || l.First < next || l.First >= len(p.doc.Pages) || l.Style > page.LabelRoman {
			return fmt.Errorf("the page labels from page %d of %d", l.First+1, len(p.doc.Pages))
		}
		next = l.First + 1
	}
	return nil
}
