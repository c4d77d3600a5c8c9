package page

import (
	"maps"
	"slices"
)

func (c *checker) checkTree() {
	root := c.doc.Root
	if root == nil {
		c.say("there is no structure tree")
		return
	}
	if root.Role != RoleDocument {
		c.say("the root of the structure tree is a %s", root.Role)
	}
	c.checkElem(root)
	for _, id := range c.heads {
		if !c.ids[id] {
			c.say("a table cell names the header %q, which is not there", id)
		}
	}
}

// checkElem counts what an element and those below it hold.
func (c *checker) checkElem(e *Elem) {
	if c.seen[e] {
		c.say("a %s is in the structure tree twice", e.Role)
		return
	}
	c.seen[e] = true
	c.checkAttr(e)
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *Elem:
			if k == nil {
				c.say("a %s holds an element that is not there", e.Role)
				continue
			}
			c.checkElem(k)
		case Mark:
			if _, ok := c.marks[MarkID(k)]; !ok {
				c.say("a %s holds mark %d, which is on no page", e.Role, k)
			}
			c.marks[MarkID(k)]++
		case LinkRef:
			if _, ok := c.links[LinkID(k)]; !ok {
				c.say("a %s holds link %d, which is on no page", e.Role, k)
			}
			c.links[LinkID(k)]++
		default:
			c.say("a %s holds nothing", e.Role)
		}
	}
}

func (c *checker) checkAttr(e *Elem) {
	if id := e.Attr.ID; id != "" {
		if c.ids[id] {
			c.say("two elements have the id %q", id)
		}
		c.ids[id] = true
	}
	c.heads = append(c.heads, e.Attr.Headers...)
	if b := e.Attr.BBox; b.W > 0 && b.H > 0 && (e.Attr.BBoxOnPage < 0 || e.Attr.BBoxOnPage >= len(c.doc.Pages)) {
		c.say("a %s has its box on page %d of %d", e.Role, e.Attr.BBoxOnPage, len(c.doc.Pages))
	}
}

// checkHeld looks for marks and links that the tree does not hold once.
func (c *checker) checkHeld() {
	for _, m := range slices.Sorted(maps.Keys(c.marks)) {
		if n := c.marks[m]; n != 1 {
			c.say("the structure tree holds mark %d %d times", m, n)
		}
	}
	for _, l := range slices.Sorted(maps.Keys(c.links)) {
		if n := c.links[l]; n != 1 {
			c.say("the structure tree holds link %d %d times", l, n)
		}
	}
}
