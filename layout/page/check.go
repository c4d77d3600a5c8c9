package page

import (
	"fmt"

	"github.com/kl-print/kl-print/layout/geom"
)

// Check looks a document over and returns what is wrong with it, in words, in
// the order of the pages and then of the tree; none where it is sound. Sound
// means: each content has a mark or is an artifact; the structure tree holds
// each mark and each link once, and none that isn't there; every link and
// bookmark leads somewhere; ids are unique; what is not an artifact is within
// its page.
func (d *Document) Check() []string {
	c := &checker{doc: d, marks: map[MarkID]int{}, links: map[LinkID]int{}, dests: map[DestID]bool{}, ids: map[string]bool{}, seen: map[*Elem]bool{}}
	c.checkDests()
	for i := range d.Pages {
		c.checkPage(i, &d.Pages[i])
	}
	c.checkOutline(d.Outline)
	c.checkTree()
	c.checkHeld()
	return c.found
}

// checker gathers what is wrong. Marks and links count how often the tree holds
// those that are on pages.
type checker struct {
	doc   *Document
	found []string
	marks map[MarkID]int
	links map[LinkID]int
	dests map[DestID]bool
	ids   map[string]bool
	seen  map[*Elem]bool
	heads []string // ids that table cells name
}

func (c *checker) say(format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf(format, args...))
}

func (c *checker) checkDests() {
	for _, t := range c.doc.Dests {
		switch {
		case t.ID == "":
			c.say("a destination on page %d has no id", t.Page)
		case c.dests[t.ID]:
			c.say("two destinations have the id %q", t.ID)
		case t.Page < 0 || t.Page >= len(c.doc.Pages):
			c.say("destination %q is on page %d of %d", t.ID, t.Page, len(c.doc.Pages))
		}
		c.dests[t.ID] = true
	}
}

func (c *checker) checkPage(i int, p *Page) {
	paper := geom.Rect{W: p.Size.W, H: p.Size.H}
	for _, content := range p.Content {
		if (content.Mark != 0) == (content.Artifact != NotArtifact) {
			c.say("page %d: a content has mark %d and artifact %d, and should have one of them", i, content.Mark, content.Artifact)
		}
		if content.Mark != 0 {
			c.marks[content.Mark] = 0
		}
		for _, it := range content.Items {
			c.checkItem(i, paper, content, it)
		}
	}
	for _, l := range p.Links {
		c.checkLink(i, paper, l)
	}
}

// checkItem looks at one item. Artifacts may bleed over the edge of the page,
// but not be wholly off it.
func (c *checker) checkItem(i int, paper geom.Rect, content Content, it Item) {
	c.checkImages(i, it)
	box, ok := bounds(it)
	switch {
	case !ok || within(box, paper):
	case content.Artifact == NotArtifact:
		c.say("page %d: %s of mark %d at %s is not within the page", i, itemName(it), content.Mark, rect(box))
	case !touches(box, paper):
		c.say("page %d: %s of an artifact at %s is off the page", i, itemName(it), rect(box))
	}
}

// checkImages looks for pictures of images there aren't.
func (c *checker) checkImages(i int, it Item) {
	switch it := it.(type) {
	case Picture:
		if it.Image < 0 || it.Image >= len(c.doc.Images) {
			c.say("page %d: a picture shows image %d of %d", i, it.Image, len(c.doc.Images))
		}
	case Group:
		for _, k := range it.Items {
			c.checkImages(i, k)
		}
	}
}

func (c *checker) checkLink(i int, paper geom.Rect, l Link) {
	if _, ok := c.links[l.ID]; ok || l.ID == 0 {
		c.say("page %d: link %d has no id of its own", i, l.ID)
	}
	c.links[l.ID] = 0
	switch {
	case (l.URI == "") == (l.Dest == ""):
		c.say("page %d: link %d has the URI %q and the destination %q, and should have one of them", i, l.ID, l.URI, l.Dest)
	case l.URI == "" && !c.dests[l.Dest]:
		c.say("page %d: link %d leads to %q, which is nowhere", i, l.ID, l.Dest)
	}
	if len(l.Area) == 0 {
		c.say("page %d: link %d has no area", i, l.ID)
	}
	for _, r := range l.Area {
		if r.W <= 0 || r.H <= 0 || !within(r, paper) {
			c.say("page %d: link %d at %s has no area or is not within the page", i, l.ID, rect(r))
		}
	}
}

func (c *checker) checkOutline(list []Bookmark) {
	for _, b := range list {
		if !c.dests[b.Dest] {
			c.say("bookmark %q leads to %q, which is nowhere", b.Title, b.Dest)
		}
		c.checkOutline(b.Kids)
	}
}
