package check

import (
	"strings"

	"github.com/kl-print/kl-print/content"
)

// pointer is a place of a text that leads to another of the report: a link, or a page number.
type pointer struct {
	span
	leads string // the id of a chapter, a section or a block
	page  bool
}

// appendPointers appends those of a text, from an offset on.
func appendPointers(out []pointer, in content.Inlines, at int) []pointer {
	for _, i := range in {
		end := at + len(spaced(plain(content.Inlines{i})))
		switch i := i.(type) {
		case content.Link:
			if i.To != "" {
				out = append(out, pointer{span{at, end}, i.To, false})
			}
		case content.PageNumber:
			out = append(out, pointer{span{at, end}, i.To, true})
		case content.Emph:
			out = appendPointers(out, i.Body, at)
		case content.Strong:
			out = appendPointers(out, i.Body, at)
		}
		at = end
	}
	return out
}

// pointers holds links and page numbers against the titles that they stand with.
func (c *checker) pointers() {
	for _, r := range c.runs {
		for i, p := range r.points {
			if p.page {
				c.pageBeside(r, i)
			} else {
				c.linkTitled(r, p)
			}
		}
	}
}

// linkTitled judges a link whose text is a title, or the number of a note.
func (c *checker) linkTitled(r *run, p pointer) {
	text := strings.Trim(r.text[p.from:p.to], " ”“\"»«*")
	leads := c.titleOf(p.leads)
	if leads == "" || strings.EqualFold(text, leads) {
		return
	}
	if n, m := noteNumber(text), noteNumber(leads); n != "" && m != "" && n != m {
		c.tellPointer(r, p, leads)
		return
	}
	if stem(strings.ToLower(text)) == stem(p.leads) {
		return // it is what the chapter is called by its id
	}
	for _, t := range c.targets() {
		if strings.EqualFold(t.title, text) && !strings.HasPrefix(p.leads, t.id+".") {
			c.tellPointer(r, p, leads)
			return
		}
	}
}

// tellPointer tells that a link or a page number leads to something else than its words say.
func (c *checker) tellPointer(r *run, p pointer, leads string) {
	what := say("det fører til %q", "it leads to %q", leads)
	if p.page {
		c.tellAt(r.pos, "side: "+p.leads, Error, "reference", what, Text{}) // the number is not known yet
		return
	}
	c.tell(r, p.from, p.to, Error, "reference", what, Text{})
}

// noteNumber is the number in "note 2" and "Note 2 Securities"; empty where there is none.
func noteNumber(text string) string {
	rest, is := strings.CutPrefix(strings.ToLower(text), "note ")
	if !is {
		return ""
	}
	return rest[:digitsAt(rest, 0)]
}

// target is a chapter or a section by its id.
type target struct{ id, title string }

// targets are those of the report.
func (c *checker) targets() []target {
	if c.aims == nil {
		c.aims = []target{}
		for _, ch := range c.rep.Chapters {
			c.aims = append(c.aims, target{ch.ID, ch.Title})
			for _, b := range ch.Blocks {
				if s, is := b.(content.Section); is {
					c.aims = append(c.aims, target{s.ID, s.Title})
				}
			}
		}
	}
	return c.aims
}

// titleOf is the title of a chapter or a section; empty where the id is another's.
func (c *checker) titleOf(id string) string {
	for _, t := range c.targets() {
		if t.id == id {
			return t.title
		}
	}
	return ""
}

// pageBeside judges the page number that is the i-th pointer of a run: it is of what the link
// before it leads to, or of the title that stands before it.
func (c *checker) pageBeside(r *run, i int) {
	const reach = 30 // bytes between the two
	p := r.points[i]
	if i > 0 {
		before := r.points[i-1]
		if gap := p.from - before.to; !before.page && gap < reach && !strings.ContainsAny(r.text[before.to:p.from], ".;:") {
			if leads := c.titleOf(p.leads); leads != "" && c.titleOf(before.leads) != "" && !nested(p.leads, before.leads) && !c.linkIsWrong(r, before) {
				c.tellPointer(r, p, leads)
			}
			return
		}
	}
	lead := r.text[:p.from]
	lead = lead[strings.LastIndex(lead, ". ")+1:]
	words := wordsOf(lead)
	var named target
	for _, t := range c.targets() {
		if !strings.Contains(t.id, ".") && callsTarget(words, lead, t) {
			if t.id == p.leads || nested(p.leads, t.id) || named.id != "" {
				return
			}
			named = t
		}
	}
	if leads := c.titleOf(p.leads); named.id != "" && leads != "" && !callsTarget(words, lead, target{p.leads, leads}) {
		c.tellPointer(r, p, leads)
		return
	}
	c.toldElsewhere(r, p, words)
}

// toldElsewhere judges a page that something is told of on: "aftalen, der er omtalt på side 12" is
// to the one section whose title names that.
func (c *checker) toldElsewhere(r *run, p pointer, words []word) {
	n := len(words) - 3 // before "på side"
	if n < 2 || !tellsOf(words[n].lower) {
		return
	}
	for n--; n > 0 && (words[n].lower == "er" || words[n].lower == "der" || words[n].lower == "som"); n-- {
	}
	leads, thing := c.titleOf(p.leads), stem(words[n].lower)
	if leads == "" || len(thing) < leastPart || namesThing(leads, thing) {
		return
	}
	found := 0
	for _, t := range c.targets() {
		if namesThing(t.title, thing) && !nested(p.leads, t.id) {
			found++
		}
	}
	if found == 1 {
		c.tellPointer(r, p, leads)
	}
}

// tellsOf reports whether a word says that something is told of.
func tellsOf(w string) bool {
	switch w {
	case "omtalt", "omtales", "beskrevet", "beskrives", "gennemgås", "gennemgået", "fortalt":
		return true
	}
	return false
}

// namesThing reports whether a title has a word of a stem.
func namesThing(title, thing string) bool {
	for _, w := range wordsOf(title) {
		if stem(w.lower) == thing {
			return true
		}
	}
	return false
}

// callsTarget reports whether a text, which a page number follows, calls a chapter by its
// title: by one of several words anywhere, by one right before "begynder på side", for many
// things are called so.
func callsTarget(words []word, text string, t target) bool {
	if strings.Contains(t.title, " ") {
		return strings.Contains(text, t.title)
	}
	const reach = 2
	verb := len(words) - 3
	if verb < 1 || !beginsAt(words[verb].lower) {
		return false
	}
	for _, w := range words[max(0, verb-reach):verb] {
		if bare := stem(w.lower); len(bare) > leastPart && (bare == stem(strings.ToLower(t.title)) || spelledOut(bare) == stem(t.id)) {
			return true
		}
	}
	return false
}

// beginsAt reports whether a word is a verb that tells where something is.
func beginsAt(w string) bool {
	switch w {
	case "begynder", "starter", "findes", "står", "ligger", "vises", "er", "begins", "starts", "is":
		return true
	}
	return false
}

// nested reports whether one of two ids is the other's, or of something in it.
func nested(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+".") || strings.HasPrefix(b, a+".")
}

// linkIsWrong reports whether a link's words are the title of something else than it leads to.
func (c *checker) linkIsWrong(r *run, p pointer) bool {
	text := strings.Trim(r.text[p.from:p.to], " ”“\"»«*")
	for _, t := range c.targets() {
		if strings.EqualFold(t.title, text) && t.id != p.leads && !strings.EqualFold(c.titleOf(p.leads), text) {
			return true
		}
	}
	return false
}
