package manuscript

import (
	"strings"
	"unicode/utf8"
)

// fenced reads a fenced piece: its lines stay as they are.
func (p *blocks) fenced(l line) bool {
	m := fence.FindStringSubmatch(l.s)
	if m == nil {
		return false
	}
	if p.waved(l) {
		return true
	}
	n := node{line: l.n}
	if rest := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(l.s), m[1])); rest != "" && !language.MatchString(rest) {
		n.lines = append(n.lines, rawLine{line{l.n, rest}, true})
	} else if rest != "" {
		p.r.leave(l.n, LeftComment, rest)
	}
	for p.at++; p.at < len(p.lines); p.at++ {
		if s := strings.TrimSpace(p.lines[p.at].s); strings.HasPrefix(s, m[1]) && strings.Trim(s, m[1][:1]) == "" {
			p.at++
			break
		}
		if !p.lines[p.at].blank() {
			n.lines = append(n.lines, rawLine{line{p.lines[p.at].n, literally(strings.TrimSpace(p.lines[p.at].s))}, true})
		}
	}
	if len(n.lines) > 0 {
		p.add(n)
	}
	return true
}

// waved takes a line of tildes as long as the one right above it, which it makes a
// heading of, as in reStructuredText.
func (p *blocks) waved(l line) bool {
	const near = 2 // characters
	s, k := strings.TrimSpace(l.s), len(p.out)-1
	if strings.Trim(s, "~") != "" || k < 0 || p.gap > 0 || p.out[k].kind != nodeParagraph || len(p.out[k].lines) != 1 || p.out[k].lines[0].n != l.n-1 {
		return false
	}
	if d := len(s) - utf8.RuneCountInString(p.out[k].lines[0].s); d > near || d < -near {
		return false
	}
	p.out[k].kind, p.out[k].level = nodeHeading, 2
	p.at++
	return true
}

// literally escapes what is Markdown in a text that is none.
func literally(s string) string {
	return marks.ReplaceAllString(s, `\$0`)
}

// div reads ::: and what stands between two of them.
func (p *blocks) div(l line) bool {
	m := divFence.FindStringSubmatch(l.s)
	if m == nil {
		return false
	}
	name := strings.Trim(m[1], "{}: .")
	end := p.divEnd()
	if name != "" {
		p.r.leave(l.n, LeftComment, l.s)
	}
	if end == min(len(p.lines), p.at+furthest) || p.depth >= deepest {
		p.at++ // never closed: only the mark goes
		return true
	}
	p.add(node{kind: nodeDiv, line: l.n, kids: p.r.parse(p.lines[p.at+1:end], p.depth+1)})
	p.at = end + 1
	return true
}

// divEnd is the line that closes the one we are on, or the first that is too far.
func (p *blocks) divEnd() int {
	if p.divs == nil {
		p.divs = make([]int8, len(p.lines))
		for i, l := range p.lines {
			if m := divFence.FindStringSubmatch(l.s); m != nil && strings.Trim(m[1], " :") == "" {
				p.divs[i] = -1
			} else if m != nil {
				p.divs[i] = 1
			}
		}
	}
	far := min(len(p.lines), p.at+furthest)
	for end, depth := p.at+1, 1; end < far; end++ {
		if depth += int(p.divs[end]); depth == 0 {
			return end
		}
	}
	return far
}
