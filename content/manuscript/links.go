package manuscript

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// bracket reads what begins with [: the mark of a footnote, or a link.
func (p *inlines) bracket(i int) int {
	end, paired := p.close[i]
	if !paired {
		return i
	}
	inner := p.s[i+1 : end]
	if name, is := strings.CutPrefix(inner, "^"); is {
		if n := p.r.notes[name]; n != nil {
			p.toks = append(p.toks, token{run: run{mark: name}})
			return end + 1
		}
		return i
	}
	dest, _, next := p.destination(end + 1)
	if next < 0 {
		dest, next = p.byName(inner, end+1)
	}
	if next < 0 || p.depth >= deepestLink {
		if n := p.classes(end + 1); n > 0 { // [text]{.class}
			p.inside(inner, "", false)
			return end + 1 + n
		}
		return i
	}
	p.inside(inner, p.address(dest), true)
	return next + p.classes(next)
}

// classes is what pandoc writes after a link or a piece of text.
var classes = lazily(`^\{[.#][^{}\n]*\}|^\{[a-z-]+="[^"\n]*"(?:\s[^{}\n]*)?\}`)

// classes is how many bytes of that stand at a byte. An expression is never put to
// all that follows: it would be gone through for each bracket.
func (p *inlines) classes(i int) int {
	const longest = 1000
	if i >= len(p.s) || p.s[i] != '{' {
		return 0
	}
	return len(classes.FindString(p.s[i:min(len(p.s), i+longest)]))
}

// inside reads the text of a link.
func (p *inlines) inside(inner, url string, link bool) {
	q := &inlines{r: p.r, line: p.line, s: inner, depth: p.depth + 1}
	q.pairs()
	q.scan()
	q.emphasize()
	for _, r := range q.runs() {
		if link && r.text != "" {
			r.url, r.link = url, true
		}
		t := token{run: r}
		switch r.style {
		case strong:
			p.toks = append(p.toks, token{strong: 1}, t, token{strong: -1})
		case emphasis:
			p.toks = append(p.toks, token{em: 1}, t, token{em: -1})
		default:
			p.toks = append(p.toks, t)
		}
	}
}

// destination reads (address "title") from a byte on; next is −1 where there is
// none.
func (p *inlines) destination(i int) (dest, title string, next int) {
	const longest = 4000
	if i >= len(p.s) || p.s[i] != '(' {
		return "", "", -1
	}
	rest := p.s[i:min(len(p.s), i+longest)]
	m := inParens.FindStringSubmatch(rest)
	if m == nil {
		return "", "", -1
	}
	dest = m[1]
	if dest == "" {
		dest = m[2]
	}
	return dest, strings.Trim(m[3], `"'`), i + len(m[0])
}

// inParens is an address and a title in parentheses. An address in <> may have
// blanks, and one without may have parentheses in pairs.
var inParens = lazily(`^\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()]*\))*))(?:\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))?\s*\)`)

// byName reads [text][name], or [name] alone.
func (p *inlines) byName(inner string, i int) (dest string, next int) {
	const longest = 1000 // bytes of a name
	if len(p.r.refs) == 0 {
		return "", -1
	}
	name, next := inner, i
	if i < len(p.s) && p.s[i] == '[' {
		if end, paired := p.close[i]; paired {
			next = end + 1
			if second := p.s[i+1 : end]; second != "" {
				name = second
			}
		}
	}
	if len(name) > longest {
		return "", -1
	}
	ref := p.r.refs[strings.ToLower(name)]
	if ref == nil {
		return "", -1
	}
	ref.used = true
	return ref.url, next
}

// image reads ![alt](file "title").
func (p *inlines) image(i int) int {
	end, paired := p.close[i+1]
	if !paired {
		return i
	}
	inner := p.s[i+2 : end]
	dest, title, next := p.destination(end + 1)
	if next < 0 {
		if dest, next = p.byName(inner, end+1); next < 0 {
			return i
		}
	}
	alt := inner
	if p.depth < deepestLink {
		q := &inlines{r: p.r, line: p.line, s: inner, depth: p.depth + 1}
		q.pairs()
		q.scan()
		q.emphasize()
		alt = plain(q.runs())
	}
	p.toks = append(p.toks, token{run: run{image: &image{file: dest, alt: oneLine(alt), title: oneLine(title), line: p.line}}})
	return next + p.classes(next)
}

// address is where a link leads, as the edition may have it; empty, and listed,
// where it leads nowhere outside the manuscript.
func (p *inlines) address(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, `\`, ""))
	if strings.HasPrefix(strings.ToLower(s), "www.") {
		s = "https://" + s
	}
	if s != "" && strings.Contains(s, "@") && !strings.Contains(s, ":") {
		s = "mailto:" + s
	}
	if good, ok := absolute(s); ok {
		return good
	}
	if id, inside := strings.CutPrefix(s, "#"); inside && p.r.anchors[anchorKey(id)] > 0 {
		return "#" + anchorKey(id)
	}
	if s != "" && s != "#" {
		p.r.leave(p.line, LeftAddress, s)
	}
	return ""
}

// absolute checks an address: http, https or mailto, and written in ASCII.
func absolute(s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil || strings.ContainsFunc(u.Host, func(c rune) bool { return c >= utf8.RuneSelf }) || strings.ContainsFunc(s, func(c rune) bool { return c <= ' ' || c == 0x7f }) {
		return "", false
	}
	switch u.Scheme {
	case "http", "https":
		if u.Hostname() == "" || u.Opaque != "" {
			return "", false
		}
	case "mailto":
		if name, host, ok := strings.Cut(u.Opaque, "@"); !ok || name == "" || host == "" {
			return "", false
		}
	default:
		return "", false
	}
	return escaped(s), true
}

// escaped writes what an address may not have, and what Markdown would read, as
// %XX.
func escaped(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || strings.IndexByte(" \"<>\\^`{|}()*[]", c) >= 0 {
			b.WriteString("%" + string(digits[c>>4]) + string(digits[c&15]))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
