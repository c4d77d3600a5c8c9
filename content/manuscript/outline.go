package manuscript

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// role is what a heading becomes.
type role uint8

const (
	roleHeading role = iota
	roleTitle
	roleChapter
	roleSection
)

// outline makes the report's front and its chapters.
func (r *reading) outline() {
	r.inferHeadings()
	r.wantHeadings()
	roles, first := r.roles()
	r.readFront(roles, first)
	b := &builder{r: r, roles: roles}
	for b.at = first; b.at < len(r.nodes); {
		b.node()
	}
}

// wantHeadings tells of a text of some length that has no heading.
func (r *reading) wantHeadings() {
	const long = 3 // blocks
	if len(r.nodes) >= long && !slices.ContainsFunc(r.nodes, func(n node) bool { return n.kind == nodeHeading }) {
		r.leave(0, WantHeadings, "")
	}
}

// rejoin puts paragraphs together that a page's end had parted: the first ends
// within a sentence, and the second goes on with a small letter.
func (r *reading) rejoin(nodes []node) []node {
	const long = 60
	var out []node
	for _, n := range nodes {
		if k := len(out) - 1; k >= 0 && n.kind == nodeParagraph && out[k].kind == nodeParagraph && len(out[k].lines) > 0 {
			last := &out[k].lines[len(out[k].lines)-1]
			end, _ := utf8.DecodeLastRuneInString(last.s)
			begin, _ := utf8.DecodeRuneInString(n.lines[0].s)
			length := 0
			for _, l := range out[k].lines {
				length += len(l.s)
			}
			if length > long && unicode.IsLower(begin) && (unicode.IsLetter(end) || end == ',' || end == '-') && !lettered.MatchString(n.lines[0].s) {
				last.hard = false
				out[k].lines = append(out[k].lines, n.lines...)
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// text is the text of a paragraph or a heading.
func (r *reading) text(n node) text { return r.inlineAt(n.line, joined(r.words, n.lines)) }

// title is a heading's words alone.
func (r *reading) title(n node) string { return oneLine(plain(r.text(n))) }

// numberedHeading is a heading with its number.
var numberedHeading = lazily(`^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}`)

// inferHeadings finds the headings of a text that marks none: a short paragraph
// with a number before it or in capitals, in bold alone, or one that the
// contents list names.
func (r *reading) inferHeadings() {
	for _, n := range r.nodes {
		if n.kind == nodeHeading {
			r.boldHeadings()
			return
		}
	}
	marked := false // by a number, capitals or the contents list
	for i := range r.nodes {
		level, sure := r.inferred(i)
		if level > 0 {
			r.nodes[i].kind, r.nodes[i].level = nodeHeading, level
		}
		marked = marked || sure
	}
	r.boldHeadings()
	if !marked && !slices.ContainsFunc(r.nodes, func(n node) bool { return n.level == boldLevel }) {
		r.loneHeadings()
	}
}

// inferred is the level of a paragraph that is a heading; 0 where it is none. It is
// sure where more than the paragraph's place tells it.
func (r *reading) inferred(i int) (level int, sure bool) {
	const longest = 90
	n := r.nodes[i]
	if n.kind != nodeParagraph || len(n.lines) != 1 || i+1 == len(r.nodes) {
		return 0, false
	}
	s := bare(n.lines[0].s)
	s = strings.ReplaceAll(s, `\`, "")
	end, _ := utf8.DecodeLastRuneInString(s)
	if utf8.RuneCountInString(s) > longest || !unicode.IsLetter(end) && !unicode.IsDigit(end) && end != ')' && end != '?' {
		return 0, false
	}
	m := numberedHeading.FindStringSubmatch(s)
	switch {
	case m != nil:
		return 1 + strings.Count(m[1], "."), true
	case r.contents[key(s)]:
		return 1, true
	case s == strings.ToUpper(s) && strings.ToLower(s) != s && utf8.RuneCountInString(s) > 3:
		return 1, true
	case r.titleLike(i, s):
		return 2, false
	case r.namesPeople(i, s):
		return 3, false
	}
	return 0, false
}

// namesPeople reports a line with people below it.
func (r *reading) namesPeople(i int, s string) bool {
	next := r.nodes[i+1]
	if next.kind != nodeParagraph || len(next.lines) == 0 {
		return false
	}
	_, person := seatedIn(s)
	_, people := seatedIn(strings.ReplaceAll(bare(next.lines[0].s), "**", ""))
	return people && !person && !strings.HasSuffix(s, ")")
}

// greeting is how a letter begins.
var greeting = lazily(`(?i)^(?:kære|dear|hej|til|god)\b`)

// titleLike reports a short line that begins with a capital, and a long paragraph
// below it.
func (r *reading) titleLike(i int, s string) bool {
	const short, long = 70, 140
	first, _ := utf8.DecodeRuneInString(s)
	next := r.nodes[i+1]
	if utf8.RuneCountInString(s) > short || !unicode.IsUpper(first) || greeting.MatchString(s) || next.kind != nodeParagraph {
		return false
	}
	length := 0
	for _, l := range next.lines {
		length += len(l.s)
	}
	return length > long
}

// boldLevel is the level of headings in bold alone.
const boldLevel = 6

// boldHeadings makes headings of paragraphs in bold alone, that stand where a
// heading would: before a paragraph of text.
func (r *reading) boldHeadings() {
	const longest = 90
	for i := range r.nodes {
		n := r.nodes[i]
		if n.kind != nodeParagraph || len(n.lines) != 1 || i+1 == len(r.nodes) || r.nodes[i+1].kind != nodeParagraph {
			continue
		}
		if s := n.lines[0].s; !strings.HasPrefix(s, "**") && !strings.HasPrefix(s, "__") && !strings.HasPrefix(s, "<b>") || len(s) > longest {
			continue
		}
		t := r.text(n)
		words := plain(t)
		end, _ := utf8.DecodeLastRuneInString(words)
		next := plain(r.text(r.nodes[i+1]))
		if t.all(strong) && (unicode.IsLetter(end) || end == '?') && utf8.RuneCountInString(next) > longest {
			r.nodes[i].kind, r.nodes[i].level = nodeHeading, boldLevel
		}
	}
}

// roles says what each heading becomes, and where the first chapter begins.
// Where the manuscript has a contents list, what it names are chapters and
// sections; else the highest level but the title's are chapters.
func (r *reading) roles() (map[int]role, int) {
	roles := map[int]role{}
	named, matched := map[int]bool{}, 0
	for i, n := range r.nodes {
		if n.kind == nodeHeading && n.line > r.from && r.contents[key(r.title(n))] {
			named[i] = true
			matched++
		}
	}
	const enough = 2
	if matched < enough {
		named = nil
	}
	title, level := r.levels(named)
	first := len(r.nodes)
	for i, n := range r.nodes {
		if n.kind != nodeHeading || i == title || named == nil && i < title {
			continue
		}
		switch {
		case named != nil && (n.line < r.from || first == len(r.nodes) && !named[i]):
			continue
		case n.level <= level && (named == nil || named[i] || n.level < level):
			roles[i] = roleChapter
			first = min(first, i)
		case named == nil && n.level == level+1, named[i]:
			roles[i] = roleSection
		}
	}
	if title >= 0 && title < first {
		roles[title] = roleTitle
	}
	if first == len(r.nodes) && title >= 0 {
		return roles, title + 1 // nothing but a title and text
	}
	if first == len(r.nodes) {
		return roles, 0
	}
	return roles, first
}

// levels finds the heading that is the report's title, −1 if none is, and the
// level of chapters.
func (r *reading) levels(named map[int]bool) (title, level int) {
	title, level = -1, 7
	count := map[int]int{}
	first := -1
	for i, n := range r.nodes {
		if n.kind != nodeHeading {
			continue
		}
		if first < 0 {
			first = i
		}
		count[n.level]++
		if named == nil || named[i] {
			level = min(level, n.level)
		}
	}
	if told := r.meta["title"]; first < 0 || told != "" && key(told) != key(r.title(r.nodes[first])) {
		return -1, level
	}
	lead := r.nodes[first].level
	switch {
	case named != nil:
		title = r.titleBefore()
	case count[lead] == 1 && lead == level && len(count) > 1:
		title = first
		level = 7
		for l := range count {
			if l > lead {
				level = min(level, l)
			}
		}
	case count[lead] == 1 && len(count) == 1:
		title = first
	}
	if named == nil && title >= 0 {
		title = r.secondTitle(title)
	}
	return title, level
}

// secondTitle is the heading close below a first that only says who reports: the
// report's own name, with its year.
func (r *reading) secondTitle(first int) int {
	const near = 4
	if t := r.title(r.nodes[first]); reportWord.MatchString(t) || yearWord.MatchString(t) {
		return first
	}
	for i := first + 1; i < min(len(r.nodes), first+near); i++ {
		if n := r.nodes[i]; n.kind == nodeHeading {
			if t := r.title(n); reportWord.MatchString(t) && yearWord.MatchString(t) {
				return i
			}
			return first
		}
	}
	return first
}

// reportWord is a word of a report's title.
var reportWord = lazily(`(?i)beretning|årsrapport|rapport|regnskab|report|review|årsmelding|verksamhetsberättelse|bericht`)

// titleBefore finds the title among the headings before the contents list: the
// one that has a year or a word for a report in it, else the first.
func (r *reading) titleBefore() int {
	best := -1
	for i, n := range r.nodes {
		if n.kind != nodeHeading || n.line > r.from {
			continue
		}
		if best < 0 {
			best = i
		}
		if t := r.title(n); reportWord.MatchString(t) || yearWord.MatchString(t) {
			return i
		}
	}
	return best
}

// yearWord is a year in a text.
var yearWord = lazily(`\b(19[5-9]\d|20\d\d)\b`)
