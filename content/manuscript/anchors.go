package manuscript

import (
	"strings"
	"unicode"
)

// headingID is the id that a heading is given behind it.
var headingID = lazily(`\{[^{}]*#([\w.:-]+)[^{}]*\}\s*$`)

// findAnchors keeps which headings the manuscript's own links may lead to: by the id a
// heading is given, and by its words as pandoc and GitHub make ids of them.
func (r *reading) findAnchors() {
	r.anchors = map[string]int{}
	keep := func(id string, n int) {
		if id = anchorKey(id); r.anchors[id] == 0 && id != "" {
			r.anchors[id] = n
		}
	}
	for i, l := range r.lines {
		text := ""
		switch m := atxHeading.FindStringSubmatch(l.s); {
		case m != nil:
			text = m[2]
		case i+1 < len(r.lines) && setext.MatchString(r.lines[i+1].s):
			text = l.s
		default:
			continue
		}
		if m := headingID.FindStringSubmatch(text); m != nil {
			keep(m[1], l.n)
			text = text[:strings.LastIndexByte(text, '{')]
		}
		words := strings.ReplaceAll(oneLine(bare(text)), " ", "-")
		keep(words, l.n)
		keep(strings.TrimLeftFunc(words, func(c rune) bool { return !unicode.IsLetter(c) }), l.n)
	}
}

// anchorKey is an id as ids are compared: letters, digits, hyphens and underscores.
func anchorKey(id string) string {
	return strings.Map(func(c rune) rune {
		if isWordRune(c) || c == '-' || c == '_' {
			return unicode.ToLower(c)
		}
		return -1
	}, id)
}

// settleLinks gives links within the manuscript the ids of the edition: of the section
// that the heading stands in, else of its chapter.
func (r *reading) settleLinks() {
	for _, c := range r.out.chapters {
		for i := range c.blocks {
			r.settleBlock(&c.blocks[i])
		}
	}
}

func (r *reading) settleBlock(k *block) {
	r.settleText(k.text)
	for i := range k.kids {
		r.settleBlock(&k.kids[i])
	}
	if k.list != nil {
		r.settleList(k.list)
	}
	if k.table != nil {
		for _, row := range k.table.rows {
			for _, cell := range row {
				r.settleText(cell)
			}
		}
	}
}

func (r *reading) settleList(l *list) {
	for i := range l.items {
		r.settleText(l.items[i].text)
		if l.items[i].sub != nil {
			r.settleList(l.items[i].sub)
		}
	}
}

// settleText does so in a text, and in its footnotes.
func (r *reading) settleText(t text) {
	for i := range t {
		r.settleText(t[i].note)
		if id, inside := strings.CutPrefix(t[i].url, "#"); inside {
			t[i].url = r.placeOf(r.anchors[id])
		}
	}
}

// placeOf is where in the edition a line of the manuscript stands; empty where it is in
// no chapter.
func (r *reading) placeOf(n int) string {
	c := r.chapterAt(n)
	if c == nil {
		return ""
	}
	section := ""
	times := map[string]int{}
	for _, k := range c.blocks {
		if k.line > n {
			break
		}
		if k.kind != blockSection {
			continue
		}
		name := slug(k.title, "-", "")
		times[name]++
		if section = "." + name; times[name] > 1 || !idTitle.MatchString(k.title) {
			section = "" // its id is not so easily told
		}
	}
	return "#" + c.id + section
}

// idTitle is a title whose id is its words, as the loader makes it.
var idTitle = lazily(`^[a-zA-Z0-9æøåÆØÅäöÄÖé ,.:?!()/-]{1,40}$`)
