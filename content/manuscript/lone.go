package manuscript

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How headings stand that nothing marks but their place.
const (
	loneLongest = 60 // characters that such a heading has at most,
	loneWords   = 9  // and words
	loneSeveral = 3  // there are so many at least, or none is believed
)

// loneHeadings makes headings of short lines that stand alone before text, or first
// in a paragraph where the line had room for more, if there are several.
func (r *reading) loneHeadings() {
	parted := r.partHeads()
	levels := map[int]int{}
	for i := 0; i < len(parted); i++ {
		from := i
		for i < len(parted) && r.mayHead(parted[i]) {
			i++
		}
		if i > from && i < len(parted) && isBody(parted[i]) {
			levels[i-1] = 2
			if from > 0 && i-from == 2 && !farewell.MatchString(parted[from].lines[0].s) {
				levels[from], levels[i-1] = 2, 3
			}
		}
	}
	found := len(levels)
	for _, n := range parted {
		if n.kind == nodeHeading {
			found++
		}
	}
	if found < loneSeveral {
		return
	}
	for i, level := range levels {
		parted[i].kind, parted[i].level = nodeHeading, level
	}
	r.nodes = parted
}

// farewell is how a letter ends.
var farewell = lazily(`(?i)hilsen|regards|sincerely`)

// mayHead reports a line that can be a heading by what it is.
func (r *reading) mayHead(n node) bool {
	return n.kind == nodeParagraph && len(n.lines) == 1 && headLike(n.lines[0].s)
}

// headLike reports a short line that begins with a capital or a figure and ends
// without a mark, and is neither a greeting nor a person with an office.
func headLike(s string) bool {
	s = strings.ReplaceAll(bare(s), `\`, "")
	first, _ := utf8.DecodeRuneInString(s)
	end, _ := utf8.DecodeLastRuneInString(s)
	if utf8.RuneCountInString(s) > loneLongest || len(strings.Fields(s)) > loneWords || greeting.MatchString(s) {
		return false
	}
	if _, person := seatedIn(s); person {
		return false
	}
	return unicode.IsUpper(first) && (unicode.IsLetter(end) || unicode.IsDigit(end) || end == ')' || end == '?')
}

// isBody reports what can stand below a heading: a list, or a paragraph that begins
// and ends as text does.
func isBody(n node) bool {
	if n.kind == nodeList {
		return true
	}
	if n.kind != nodeParagraph || len(n.lines) == 0 {
		return false
	}
	first, last := bare(n.lines[0].s), strings.TrimSpace(n.lines[len(n.lines)-1].s)
	begin, _ := utf8.DecodeRuneInString(first)
	end, _ := utf8.DecodeLastRuneInString(last)
	switch {
	case unicode.IsLower(begin):
		return false
	case len(n.lines) > 1, greeting.MatchString(first), utf8.RuneCountInString(first) > loneLongest:
		return true
	}
	return strings.ContainsRune(".!?:…”\"»", end)
}

// partHeads parts paragraphs whose first line is a heading, where there are several:
// it is short though the word after it had room on it, and text follows.
func (r *reading) partHeads() []node {
	width := 0
	for _, n := range r.nodes {
		if n.kind == nodeParagraph {
			for _, l := range n.lines {
				width = max(width, utf8.RuneCountInString(l.s))
			}
		}
	}
	var out []node
	found := 0
	for i, n := range r.nodes {
		if i == 0 || !hasHead(n, width) {
			out = append(out, n)
			continue
		}
		found++
		head, rest := n, n
		head.lines, rest.lines = n.lines[:1:1], n.lines[1:]
		rest.line = rest.lines[0].n
		head.kind, head.level = nodeHeading, 2
		out = append(out, head, rest)
	}
	if found < loneSeveral {
		return append([]node(nil), r.nodes...)
	}
	return out
}

// hasHead reports a paragraph whose first line is a heading, where lines are so wide.
func hasHead(n node, width int) bool {
	if n.kind != nodeParagraph || len(n.lines) < 2 || !headLike(n.lines[0].s) {
		return false
	}
	rest := n
	rest.lines = n.lines[1:]
	next := n.lines[1].s
	word, _, _ := strings.Cut(strings.TrimSpace(next), " ")
	head := utf8.RuneCountInString(n.lines[0].s)
	end, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(n.lines[len(n.lines)-1].s))
	return head+1+utf8.RuneCountInString(word) <= width*2/3 && utf8.RuneCountInString(next) > head &&
		strings.ContainsRune(".!?…”\"»", end) && isBody(rest)
}
