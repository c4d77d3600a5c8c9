package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// groupRow is some groups of the roster that are called by one word, and their names: whole
// ("KKR Sjælland") or what tells them from each other ("Sjælland").
type groupRow []string

// fewest is how many groups are a row.
const fewest = 3

// groupRows are those of the roster.
func (c *checker) groupRows() []groupRow {
	var out []groupRow
	var words []string
	for w := range c.kinds {
		words = append(words, w)
	}
	slices.Sort(words)
	known := map[string]bool{}
	for _, w := range words {
		var whole, rest groupRow
		for _, g := range c.kinds[w] {
			whole = append(whole, g.Name)
			if before, after, is := strings.Cut(g.Name, " "); is && stem(strings.ToLower(before)) == w {
				rest = append(rest, after)
			}
		}
		for _, row := range []groupRow{whole, rest} {
			if key := strings.Join(row, "\n"); len(row) >= fewest && len(row) == len(c.kinds[w]) && !known[key] {
				known[key] = true
				out = append(out, row)
			}
		}
	}
	return out
}

// listings finds lists of the roster's groups, in a sentence or in the boxes of an
// organisation chart, that have one that is none, or one twice, and lack one that is.
func (c *checker) listings() {
	if len(c.families) == 0 {
		return
	}
	for _, r := range c.runs {
		if namesListed(r.text) == 0 {
			continue
		}
		for _, s := range r.parts {
			members := namesListed(s.text)
			for _, row := range c.families {
				if members > 0 && members >= len(row)-2 {
					c.listing(r, s, row)
				}
			}
		}
	}
	for _, b := range c.rep.Chapters[c.at].Blocks {
		if o, is := b.(content.Organisation); is {
			c.siblings(o, o.Root)
		}
	}
}

// namesListed is how many words with a capital stand in a text after a comma.
func namesListed(text string) int {
	n := 0
	for at := strings.IndexByte(text, ','); at >= 0 && at+2 < len(text); {
		if text[at+1] == ' ' && upper(text[at+2:]) {
			n++
		}
		next := strings.IndexByte(text[at+1:], ',')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return n
}

// namedAt is a name of a row at a place of a text.
type namedAt struct {
	span
	which int
}

// found are the names of a row in a text, in order, the longest where several begin.
func (row groupRow) found(text string) []namedAt {
	var all []namedAt
	for i, name := range row {
		for at := 0; ; {
			n := strings.Index(text[at:], name)
			if n < 0 {
				break
			}
			from, to := at+n, at+n+len(name)
			if (from == 0 || !wordly(lastRune(text[:from]))) && (to == len(text) || !wordly(firstRune(text[to:]))) {
				all = append(all, namedAt{span{from, to}, i})
			}
			at = to
		}
	}
	slices.SortFunc(all, func(a, b namedAt) int { return cmp.Or(a.from-b.from, b.to-a.to) })
	out := all[:0]
	for _, n := range all {
		if len(out) == 0 || n.from >= out[len(out)-1].to {
			out = append(out, n)
		}
	}
	return out
}

// lacks is the one name of a row that some places do not have; −1 where it is not one.
func (row groupRow) lacks(all []namedAt) int {
	has := make([]bool, len(row))
	for _, n := range all {
		has[n.which] = true
	}
	at := slices.Index(has, false)
	if at >= 0 && slices.Contains(has[at+1:], false) {
		return -1
	}
	return at
}

// listing judges a sentence that names all groups of a row but one.
func (c *checker) listing(r *run, s sentence, row groupRow) {
	all := row.found(s.text)
	if len(all) < fewest-1 || len(all) < len(row)-1 {
		return
	}
	lacks := row.lacks(all)
	if lacks < 0 {
		return
	}
	odd, listed := oddOneOf(s.text, all)
	if !listed {
		return
	}
	if odd.to == 0 {
		odd = twice(all)
	}
	if odd.to == 0 {
		return
	}
	found := s.text[odd.from:odd.to]
	c.tell(r, s.from+odd.from, s.from+odd.to, Warning, "name",
		say("%q er ikke en af dem, som navnelisten har, eller står der to gange; %q mangler", "%q is none of those that the roster has, or stands there twice; %q is not there", found, row[lacks]), say("%[1]s", "%[1]s", row[lacks]))
}

// twice is the second place of a name that stands at two; nowhere where none does.
func twice(all []namedAt) span {
	for i, n := range all {
		if slices.ContainsFunc(all[:i], func(o namedAt) bool { return o.which == n.which }) {
			return n.span
		}
	}
	return span{}
}

// oddOneOf is what stands in a list among some names and is none, and whether they are a
// list: only what joins its members stands between them, but for the odd one.
func oddOneOf(text string, all []namedAt) (odd span, listed bool) {
	for i := 1; i < len(all); i++ {
		from, to := all[i-1].to, all[i].from
		if joinsMembers(text[from:to]) {
			continue
		}
		one, is := member(text, from, to)
		if !is || odd.to > 0 {
			return span{}, false
		}
		odd = one
	}
	if odd.to > 0 {
		return odd, true
	}
	last := all[len(all)-1].to
	for _, joint := range []string{" og ", " samt ", ", "} {
		rest, is := strings.CutPrefix(text[last:], joint)
		if !is {
			continue
		}
		from := last + len(joint)
		to := from + len(rest)
		if n := strings.IndexAny(rest, ".,;:()–"); n >= 0 {
			to = from + n
		}
		if nameLike(text[from:to]) {
			return span{from, to}, true
		}
		break
	}
	lead, is := strings.CutSuffix(text[:all[0].from], ", ")
	if !is {
		return span{}, true
	}
	from := strings.LastIndex(lead, ": ") + len(": ")
	if from < len(": ") || !nameLike(lead[from:]) {
		return span{}, true
	}
	return span{from, len(lead)}, true
}

// joinsMembers reports whether a text is what joins two members of a list.
func joinsMembers(text string) bool {
	switch strings.TrimSpace(text) {
	case ",", "og", ", og", "samt", ", samt", "eller":
		return true
	}
	return false
}

// member is the one member of a list that stands at [from, to) of a text, between what joins
// it to those before and after.
func member(text string, from, to int) (span, bool) {
	between := text[from:to]
	for _, joint := range []string{", og ", " og ", " samt ", ", "} {
		if rest, is := strings.CutPrefix(between, joint); is {
			for _, end := range []string{", og ", " og ", " samt ", ", "} {
				if name, is := strings.CutSuffix(rest, end); is && nameLike(name) {
					return span{from + len(joint), from + len(joint) + len(name)}, true
				}
			}
			return span{}, false
		}
	}
	return span{}, false
}

// nameLike reports whether a text can be the name of a group: it begins with a capital, is
// short, and has nothing that joins or ends clauses.
func nameLike(text string) bool {
	const words = 5
	return text != "" && upper(text) && len(strings.Fields(text)) <= words && !strings.ContainsAny(text, ";:().") && !strings.Contains(text, " i ") && !strings.Contains(text, " af ")
}

// siblings judges the boxes below one of a chart, and those below these.
func (c *checker) siblings(o content.Organisation, n content.OrgNode) {
	for i, kid := range n.Kids {
		for _, other := range n.Kids[:i] {
			if kid.Name == other.Name && kid.Note == other.Note && len(kid.Kids)+len(other.Kids) == 0 {
				c.tellAt(o.Where(), kid.Name, Error, "name", say("feltet %q står to gange", "the box %q stands twice", kid.Name), Text{})
			}
		}
	}
	for _, row := range c.families {
		c.boxRow(o, n.Kids, row)
	}
	for _, kid := range n.Kids {
		c.siblings(o, kid)
	}
}

// boxRow judges as many boxes as a row of the roster's groups has, all but one of which are
// called as these.
func (c *checker) boxRow(o content.Organisation, kids []content.OrgNode, row groupRow) {
	if len(kids) != len(row) {
		return
	}
	odd, n := "", 0
	left := slices.Clone(row)
	for _, kid := range kids {
		if at := slices.Index(left, kid.Name); at >= 0 {
			left = slices.Delete(left, at, at+1)
			continue
		}
		odd, n = kid.Name, n+1
	}
	if n != 1 || slices.Contains(row, odd) {
		return // one that stands twice is told of already
	}
	c.tellAt(o.Where(), odd, Warning, "name", say("%q er ikke en gruppe i navnelisten; %q mangler i diagrammet", "%q is no group of the roster; %q is not in the chart", odd, left[0]), say("%[1]s", "%[1]s", left[0]))
}
