package manuscript

import (
	"html"
	"strings"
)

// The tags of HTML that are taken off; anything else in < > is text.
var (
	htmlTag  = lazily(`^(?i)</?(b|strong|i|em|u|s|del|ins|sub|sup|br|p|div|span|a|font|center|small|big|mark|code|pre|kbd|tt|ul|ol|li|dl|dt|dd|blockquote|h[1-6]|hr|figure|figcaption|section|article|aside|header|footer|main|nav|label|input|img|col|colgroup|table|caption|thead|tbody|tfoot|tr|td|th|o:p|w:[a-z]+|abbr|cite|q|time|wbr|body|html|head|title|meta|link|tbody)((?:\s[^<>]*)?)/?>`)
	autoLink = lazily(`^<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>`)
	hrefOf   = lazily(`(?i)\shref\s*=\s*["']?([^"'\s>]*)`)
	titleOf  = lazily(`(?i)\stitle\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	srcOf    = lazily(`(?i)\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))`)
	altOf    = lazily(`(?i)\salt\s*=\s*(?:"([^"]*)"|'([^']*)')`)
)

// angle reads a tag, an address or a comment.
func (p *inlines) angle(i int) int {
	const longest = 2000
	rest := p.s[i:]
	if strings.HasPrefix(rest, "<!--") && p.noComment {
		return i
	}
	if strings.HasPrefix(rest, "<!--") {
		if end := strings.Index(rest, "-->"); end > 0 {
			if inner := strings.TrimPrefix(rest[:end], "<!--"); !isBlank(inner) {
				p.r.leave(p.line, LeftComment, inner)
			}
			return i + end + len("-->")
		}
		p.noComment = true
		return i
	}
	after := rest[:min(len(rest), longest)]
	end := strings.IndexByte(after, '>')
	if end < 0 {
		return i
	}
	rest, after = after[:end+1], after[end+1:]
	if m := autoLink.FindStringSubmatch(rest); m != nil {
		url := m[1]
		if !strings.Contains(url, ":") {
			url = "mailto:" + url
		}
		p.toks = append(p.toks, token{run: run{text: strings.TrimPrefix(m[1], "mailto:"), url: p.address(url), link: true}})
		return i + len(m[0])
	}
	m := htmlTag.FindStringSubmatch(rest)
	if m == nil {
		return i
	}
	p.tag(strings.ToLower(m[1]), strings.HasPrefix(m[0], "</"), m[2])
	if name := strings.ToLower(m[1]); (name == "sub" || name == "sup") && !strings.HasPrefix(m[0], "</") {
		if raised, length := raise(after, name); length > 0 {
			p.word(raised)
			return i + len(m[0]) + length
		}
	}
	return i + len(m[0])
}

// raise writes digits between <sub> or <sup> as the characters there are for
// them.
func raise(s, name string) (string, int) {
	end := "</" + name + ">"
	at := strings.Index(strings.ToLower(s[:min(len(s), 20)]), end)
	if at < 1 || strings.Trim(s[:at], "0123456789") != "" {
		return "", 0
	}
	forms := []rune("₀₁₂₃₄₅₆₇₈₉")
	if name == "sup" {
		forms = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	}
	var out strings.Builder
	for _, c := range s[:at] {
		out.WriteRune(forms[c-'0'])
	}
	return out.String(), at + len(end)
}

// tag takes a tag.
func (p *inlines) tag(name string, closes bool, attributes string) {
	step := 1
	if closes {
		step = -1
	}
	switch name {
	case "b", "strong":
		p.toks = append(p.toks, token{strong: step})
	case "i", "em":
		p.toks = append(p.toks, token{em: step})
	case "br", "p", "div", "li", "tr", "dt", "dd", "hr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption":
		p.toks = append(p.toks, token{run: run{stop: true}})
	case "td", "th":
		p.word(" ")
	case "img":
		p.toks = append(p.toks, token{run: run{image: &image{file: attribute(srcOf, attributes), alt: html.UnescapeString(attribute(altOf, attributes)), title: html.UnescapeString(attribute(titleOf, attributes)), line: p.line}}})
	case "a":
		t := token{linkOut: closes, linkIn: !closes}
		if m := hrefOf.FindStringSubmatch(attributes); m != nil && !closes {
			t.url = html.UnescapeString(m[1])
		}
		p.toks = append(p.toks, t)
	}
}

// attribute is the value of an attribute.
func attribute(of *expr, s string) string {
	m := of.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return strings.Join(m[1:], "")
}

// htmlAny is a tag of those that are taken off, anywhere.
var htmlAny = lazily(strings.Replace(htmlTag.String(), "^(?i)", "(?i)", 1))
