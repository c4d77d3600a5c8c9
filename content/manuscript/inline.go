package manuscript

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// style is how a run is set off.
type style uint8

const (
	upright style = iota
	emphasis
	strong
)

// run is a piece of text in one manner.
type run struct {
	text  string
	style style
	url   string // where it leads; empty: nowhere
	link  bool   // it was a link, even if its address leads nowhere
	mark  string // the name of a footnote whose mark stands here; the rest is empty then
	note  text   // and the footnote, once it is placed
	stop  bool   // the line ends here; the rest is empty then
	image *image // a picture stands here; the rest is empty then
}

// image is a picture named in a text.
type image struct {
	file, alt, title string
	line             int
}

// text is a text in runs.
type text []run

// plain is a text's words alone; a line's end is \n.
func plain(t text) string {
	var s strings.Builder
	for _, r := range t {
		if r.stop {
			s.WriteByte('\n')
		}
		s.WriteString(r.text)
	}
	return s.String()
}

// inlineAt reads a text that begins on a line; \n ends a line.
func (r *reading) inlineAt(n int, s string) text {
	p := &inlines{r: r, line: n, s: s}
	p.pairs()
	p.scan()
	p.emphasize()
	return p.runs()
}

// inlines is the reading of one text.
type inlines struct {
	r     *reading
	line  int
	s     string
	close map[int]int // the bracket that closes each
	toks  []token
	depth int
	// noCode says of which lengths there is no closing run of backquotes.
	noCode    map[int]bool
	noComment bool // no comment ends after here
}

// token is a piece of text, a run of delimiters or a change of style.
type token struct {
	run
	delim           byte // * or _; 0: none
	count           int
	opens, closes   bool
	em, strong      int // by how much the depth of each changes from here on
	emEnd, boldEnd  int // and after here
	linkIn, linkOut bool
}

// deepestLink is how far brackets may stand in each other.
const deepestLink = 6

// pairs finds which brackets belong together.
func (p *inlines) pairs() {
	p.close, p.noCode = map[int]int{}, map[int]bool{}
	var open []int
	for i := 0; i < len(p.s); i++ {
		switch p.s[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case ']':
			if n := len(open); n > 0 {
				p.close[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
}

// word adds text.
func (p *inlines) word(s string) {
	if n := len(p.toks); n > 0 && p.toks[n-1].delim == 0 && p.toks[n-1].plainText() {
		p.toks[n-1].text += s
		return
	}
	p.toks = append(p.toks, token{run: run{text: s}})
}

// plainText reports a token of text alone, short enough to be added to.
func (t token) plainText() bool {
	const most = 256
	return t.text != "" && len(t.text) < most && t.url == "" && !t.link && t.mark == "" && !t.stop && t.image == nil && t.em == 0 && t.strong == 0
}

// scan makes tokens.
func (p *inlines) scan() {
	for i := 0; i < len(p.s); {
		next := p.special(i)
		if next == i {
			_, size := utf8.DecodeRuneInString(p.s[i:])
			for next += size; next < len(p.s) && strings.IndexByte("\\\n`<&![*_~", p.s[next]) < 0; next++ {
			}
			p.word(p.s[i:next])
		}
		i = next
	}
}

// special reads what is not plain text; it returns i where there is none.
func (p *inlines) special(i int) int {
	switch c := p.s[i]; c {
	case '\\':
		return p.escape(i)
	case '\n':
		p.toks = append(p.toks, token{run: run{stop: true}})
		return i + 1
	case '`':
		return p.code(i)
	case '<':
		return p.angle(i)
	case '&':
		return p.entity(i)
	case '!':
		if i+1 < len(p.s) && p.s[i+1] == '[' {
			return p.image(i)
		}
	case '[':
		return p.bracket(i)
	case '*', '_':
		return p.delimiters(i)
	case '~':
		if strings.HasPrefix(p.s[i:], "~~") {
			return i + 2
		}
	}
	return i
}

// escape takes the backslash off punctuation.
func (p *inlines) escape(i int) int {
	if i+1 < len(p.s) && p.s[i+1] < utf8.RuneSelf && !isWordRune(rune(p.s[i+1])) && p.s[i+1] > ' ' {
		p.word(p.s[i+1 : i+2])
		return i + 2
	}
	return i
}

// rawHTML stands behind a piece between backquotes that is a tag, as pandoc writes it.
const rawHTML = "{=html}"

// code reads a piece between backquotes as text.
func (p *inlines) code(i int) int {
	n := len(p.s[i:]) - len(strings.TrimLeft(p.s[i:], "`"))
	if p.noCode[n] {
		p.word(p.s[i : i+n])
		return i + n
	}
	for k := i + n; k < len(p.s); {
		at := strings.IndexByte(p.s[k:], '`')
		if at < 0 {
			break
		}
		k += at
		m := len(p.s[k:]) - len(strings.TrimLeft(p.s[k:], "`"))
		if m == n {
			inner := strings.ReplaceAll(p.s[i+n:k], "\n", " ")
			if strings.HasPrefix(p.s[k+n:], rawHTML) && p.depth < deepestLink {
				q := &inlines{r: p.r, line: p.line, s: inner, depth: p.depth + 1}
				q.pairs()
				q.scan()
				p.toks = append(p.toks, q.toks...)
				return k + n + len(rawHTML)
			}
			p.word(inner)
			return k + n
		}
		k += m
	}
	p.noCode[n] = true
	p.word(p.s[i : i+n])
	return i + n
}

// entity reads &name; or &#number;.
func (p *inlines) entity(i int) int {
	const longest = 34
	end := strings.IndexByte(p.s[i:min(len(p.s), i+longest)], ';')
	if end < 2 {
		return i
	}
	whole := p.s[i : i+end+1]
	got := html.UnescapeString(whole)
	if got == whole || strings.HasSuffix(got, ";") {
		return i
	}
	p.word(strings.Map(printable, got))
	return i + end + 1
}

// delimiters reads a run of * or _.
func (p *inlines) delimiters(i int) int {
	c := p.s[i]
	end := i
	for end < len(p.s) && p.s[end] == c {
		end++
	}
	before, _ := utf8.DecodeLastRuneInString(p.s[:i])
	after, _ := utf8.DecodeRuneInString(p.s[end:])
	if i == 0 {
		before = ' '
	}
	if end == len(p.s) {
		after = ' '
	}
	left := !unicode.IsSpace(after) && (!isPunct(after) || unicode.IsSpace(before) || isPunct(before))
	right := !unicode.IsSpace(before) && (!isPunct(before) || unicode.IsSpace(after) || isPunct(after))
	t := token{delim: c, count: end - i, opens: left, closes: right}
	if c == '_' {
		t.opens = left && (!right || isPunct(before))
		t.closes = right && (!left || isPunct(after))
	}
	p.toks = append(p.toks, t)
	return end
}

// isPunct reports punctuation and symbols, as CommonMark 0.31 has them.
func isPunct(c rune) bool { return unicode.IsPunct(c) || unicode.IsSymbol(c) }

// emphasize pairs the delimiters that open with those that close, and leaves the
// rest as text.
func (p *inlines) emphasize() {
	bottom := map[[3]int]int{}
	for i := 0; i < len(p.toks); i++ {
		c := &p.toks[i]
		for c.delim != 0 && c.closes && c.count > 0 {
			at := p.opener(i, bottom)
			if at < 0 {
				break
			}
			p.pair(&p.toks[at], c)
			for k := at + 1; k < i; k++ {
				if p.toks[k].delim != 0 && p.toks[k].count > 0 {
					p.toks[k].opens, p.toks[k].closes = false, false
				}
			}
		}
	}
}

// opener finds the delimiters a closing run belongs to; −1 where there are none.
func (p *inlines) opener(i int, bottom map[[3]int]int) int {
	const far = 400 // tokens: an emphasis is no longer than that
	c := p.toks[i]
	kind := [3]int{int(c.delim), c.count % 3, 0}
	if c.opens {
		kind[2] = 1
	}
	for k := i - 1; k >= max(bottom[kind], i-far, 0); k-- {
		o := p.toks[k]
		if o.delim != c.delim || !o.opens || o.count == 0 {
			continue
		}
		if (o.closes || c.opens) && (o.count+c.count)%3 == 0 && (o.count%3 != 0 || c.count%3 != 0) {
			continue
		}
		return k
	}
	bottom[kind] = i
	return -1
}

// pair takes delimiters off two runs for what stands between them.
func (p *inlines) pair(o, c *token) {
	if o.count >= 2 && c.count >= 2 {
		o.count, c.count = o.count-2, c.count-2
		o.strong++
		c.boldEnd--
		return
	}
	o.count, c.count = o.count-1, c.count-1
	o.em++
	c.emEnd--
}

// runs makes runs of the tokens.
func (p *inlines) runs() text {
	var out text
	em, bold := 0, 0
	url, inLink := "", false
	for _, t := range p.toks {
		if t.delim != 0 {
			// what closes stands after the text before it, what opens before what follows
			em, bold = em+t.emEnd, bold+t.boldEnd
		} else {
			em, bold = max(0, em+t.em), max(0, bold+t.strong)
		}
		switch {
		case t.linkIn:
			url, inLink = p.address(t.url), true
		case t.linkOut:
			url, inLink = "", false
		}
		r := t.run
		if t.delim != 0 && t.count > 0 {
			r.text = strings.Repeat(string(t.delim), t.count)
		}
		if inLink && r.text != "" {
			r.url, r.link = url, true
		}
		switch {
		case bold > 0:
			r.style = strong
		case em > 0:
			r.style = emphasis
		}
		if t.linkIn || t.linkOut {
			r.url, r.link = "", false
		}
		if r.text != "" || r.mark != "" || r.stop || r.image != nil {
			out = append(out, r)
		}
		if t.delim != 0 {
			em, bold = em+t.em, bold+t.strong
		}
	}
	return tidy(out)
}
