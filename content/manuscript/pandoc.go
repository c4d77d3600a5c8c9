package manuscript

import (
	"fmt"
	"slices"
	"strings"
)

// What pandoc's Markdown has beyond the common: a title block, footnotes in the line,
// raised and lowered figures, commands that break pages, definitions and lines that
// stay lines. They are made what the common has, before nodes are made of lines.

// titleBlock reads the lines with % at the very top: title, authors and date.
func (r *reading) titleBlock() {
	for i, name := range []string{"title", "publisher", "date"} {
		if len(r.lines) == 0 || !strings.HasPrefix(r.lines[0].s, "%") || i == 0 && !strings.HasPrefix(r.lines[0].s, "% ") {
			return
		}
		l := r.lines[0]
		value := oneLine(strings.TrimPrefix(l.s, "%"))
		r.lines = r.lines[1:]
		if name == "date" && asDate(value) == "" && yearWord.FindString(value) == value {
			name = "year"
		}
		if value == "" {
			continue
		}
		if _, taken := r.meta[name]; taken {
			r.leave(l.n, LeftMeta, l.s)
			continue
		}
		r.meta[name] = value
	}
}

// Figures that are raised or lowered, and commands that break a page.
var (
	raised    = lazily(`([^\\~^]|^)(?:\^(\d{1,3})\^|~(\d{1,3})~)`)
	pageBreak = lazily(`^\s*(?:\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents)|\[\[_?TOC_?\]\]|\[TOC\]|\{:?toc\})\s*$`)
	// admonition is how MkDocs and others set a call-out: its text is indented below.
	admonition = lazily(`^(?:!!!|\?\?\?\+?)\s+([\p{L}-]+)(?:\s+"([^"]*)")?\s*$`)
)

// dialect makes common Markdown of pandoc's own, line by line.
func (r *reading) dialect() {
	for i := 0; i < len(r.lines); i++ {
		l := &r.lines[i]
		if pageBreak.MatchString(l.s) {
			r.leave(l.n, LeftComment, l.s)
			l.s = ""
			continue
		}
		if strings.TrimSpace(l.s) == "<!-- -->" && r.betweenBullets(i) {
			r.lines = slices.Delete(r.lines, i, min(i+2, len(r.lines)))
			i--
			continue
		}
		if m := admonition.FindStringSubmatch(l.s); m != nil && i+1 < len(r.lines) && strings.HasPrefix(r.lines[i+1].s, "    ") {
			r.callOutAt(i, m)
			continue
		}
		if strings.Contains(l.s, "<") {
			r.htmlLists(l)
		}
		if strings.ContainsAny(l.s, "^~") {
			l.s = raiseFigures(l.s)
		}
		if strings.Contains(l.s, "^[") {
			r.lineNotes(i)
		}
	}
}

// callOutAt makes a quotation of a call-out, which call-outs are read from: its title in
// bold, and its text.
func (r *reading) callOutAt(i int, m []string) {
	r.leave(r.lines[i].n, LeftComment, "!!! "+m[1])
	r.lines[i].s = "> [!NOTE]"
	if visible(m[2]) {
		r.lines[i].s = "> **" + m[2] + "**"
	}
	for k := i + 1; k < len(r.lines); k++ {
		s := r.lines[k].s
		if !strings.HasPrefix(s, "    ") && !isBlank(s) {
			break
		}
		if isBlank(s) && (k+1 == len(r.lines) || !strings.HasPrefix(r.lines[k+1].s, "    ")) {
			break
		}
		r.lines[k].s = "> " + strings.TrimPrefix(s, "    ")
	}
}

// betweenBullets reports that the lines with text about one are bullets: what pandoc
// parts two lists by that stand next to each other, as those of two styles of Word's do.
func (r *reading) betweenBullets(i int) bool {
	bullet := func(k int) bool {
		if k < 0 || !isItem(r.lines[k].s) {
			return false
		}
		mark := itemLine.FindStringSubmatch(r.lines[k].s)[2]
		return mark[0] < '0' || mark[0] > '9'
	}
	return bullet(r.next(i, -1, nil)) && bullet(r.next(i, +1, nil))
}

// raiseFigures writes ^2^ as ² and ~2~ as ₂.
func raiseFigures(s string) string {
	var out strings.Builder
	from := 0
	for _, at := range raised.FindAllStringSubmatchIndex(s, -1) {
		digits, figures := []rune("⁰¹²³⁴⁵⁶⁷⁸⁹"), at[4:6]
		if figures[0] < 0 {
			digits, figures = []rune("₀₁₂₃₄₅₆₇₈₉"), at[6:8]
		}
		out.WriteString(s[from : figures[0]-1])
		for _, c := range s[figures[0]:figures[1]] {
			out.WriteRune(digits[c-'0'])
		}
		from = at[1]
	}
	return out.String() + s[from:]
}

// lineNotes takes the footnotes out that stand in a line themselves, word^[the note],
// and puts marks there. One may go on to the lines below, up to a blank one.
func (r *reading) lineNotes(i int) {
	const most = 20 // lines
	for from := 0; ; {
		s := r.lines[i].s
		at := strings.Index(s[from:], "^[")
		if at < 0 {
			return
		}
		if at += from; at > 0 && s[at-1] == '\\' {
			from = at + 1
			continue
		}
		whole, last := s, i
		end := closing(whole, at+1)
		for end < 0 && last+1 < len(r.lines) && last-i < most && !r.lines[last+1].blank() {
			last++
			whole += " " + strings.TrimSpace(r.lines[last].s)
			end = closing(whole, at+1)
		}
		if end < 0 || !visible(whole[at+2:end]) {
			from = at + 1
			continue
		}
		name := fmt.Sprintf("in-line-%d", r.inLine)
		r.inLine++
		r.notes[name] = &note{line: r.lines[i].n, raw: whole[at+2 : end]}
		r.lines[i].s = whole[:at] + "[^" + name + "]" + whole[end+1:]
		for k := i + 1; k <= last; k++ {
			r.lines = append(r.lines[:i+1], r.lines[i+2:]...)
		}
		from = at
	}
}

// closing is where the bracket ends that opens at a byte; −1 where it does not.
func closing(s string, open int) int {
	depth := 0
	for i := open; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// defined is the line of what a word means, below it.
var defined = lazily(`^ {0,3}[:~][ \t]+(\S.*)$`)

// meaning reads a word and what it means, on the lines below that begin with a colon or
// a tilde: a paragraph that begins with the word in bold.
func (p *blocks) meaning(l line) bool {
	const longest = 80
	at := p.at + 1
	if at < len(p.lines) && p.lines[at].blank() {
		at++
	}
	if len(l.s) > longest || indented(l.s) || isItem(l.s) || defined.MatchString(l.s) || at >= len(p.lines) || !defined.MatchString(p.lines[at].s) {
		return false
	}
	word := raw(l)
	if !marks.MatchString(word.s) {
		word.s = "**" + strings.TrimSpace(word.s) + "**"
	}
	word.hard = true
	n := node{line: l.n, lines: []rawLine{word}}
	for ; at < len(p.lines); at++ {
		s := p.lines[at]
		if m := defined.FindStringSubmatch(s.s); m != nil {
			n.lines[len(n.lines)-1].hard = true
			n.lines = append(n.lines, rawLine{line: line{s.n, m[1]}})
			continue
		}
		if s.blank() {
			if next := at + 1; next < len(p.lines) && (defined.MatchString(p.lines[next].s) || strings.HasPrefix(p.lines[next].s, "    ")) {
				n.lines[len(n.lines)-1].hard = true
				continue
			}
			break
		}
		if !indented(s.s) || p.r.begins(s.s) {
			break
		}
		n.lines = append(n.lines, raw(s))
	}
	p.at = at
	p.add(n)
	return true
}
