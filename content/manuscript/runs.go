package manuscript

import (
	"strings"
	"unicode"
)

// tidy joins runs of one manner, makes one space of several, and takes spaces
// off the ends of lines.
func tidy(t text) text {
	var out text
	var joined strings.Builder // the text of the last run, where it is of several
	settle := func() {
		if joined.Len() > 0 {
			out[len(out)-1].text = joined.String()
			joined.Reset()
		}
	}
	space := true // what stands before ends in a space
	for _, r := range t {
		switch {
		case r.stop:
			settle()
			out = trimEnd(out)
			if len(out) == 0 || out[len(out)-1].stop {
				continue
			}
			out, space = append(out, run{stop: true}), true
			continue
		case r.mark != "", r.image != nil:
			settle()
			out = append(out, r)
			space = false
			continue
		}
		var s strings.Builder
		for _, c := range r.text {
			if c == ' ' || c == '\t' || c == '\n' {
				if space {
					continue
				}
				c = ' '
			}
			space = c == ' '
			s.WriteRune(c)
		}
		if r.text = s.String(); r.text == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].like(r) {
			if joined.Len() == 0 {
				joined.WriteString(out[n-1].text)
			}
			joined.WriteString(r.text)
			continue
		}
		settle()
		out = append(out, r)
	}
	settle()
	out = trimEnd(out)
	for len(out) > 0 && out[len(out)-1].stop {
		out = trimEnd(out[:len(out)-1])
	}
	return out
}

// trimEnd takes spaces off the end.
func trimEnd(t text) text {
	for len(t) > 0 && t[len(t)-1].text != "" {
		last := &t[len(t)-1]
		if last.text = strings.TrimRight(last.text, " "); last.text != "" {
			break
		}
		t = t[:len(t)-1]
	}
	return t
}

// like reports runs that are one.
func (r run) like(o run) bool {
	return r.text != "" && o.text != "" && r.style == o.style && r.url == o.url && r.link == o.link
}

// all reports whether all words of a text are in one manner.
func (t text) all(s style) bool {
	has := false
	for _, r := range t {
		if strings.ContainsFunc(r.text, isWordRune) {
			if r.style != s {
				return false
			}
			has = true
		}
	}
	return has
}

// upright is a text without emphasis of a manner.
func (t text) without(s style) text {
	out := make(text, 0, len(t))
	for _, r := range t {
		if r.style == s {
			r.style = upright
		}
		out = append(out, r)
	}
	return tidy(out)
}

// split takes the pictures and the marks of footnotes out of a text.
func (t text) split() (rest text, images []*image, marks []string) {
	for _, r := range t {
		switch {
		case r.image != nil:
			images = append(images, r.image)
		case r.mark != "":
			marks = append(marks, r.mark)
		default:
			rest = append(rest, r)
		}
	}
	return tidy(rest), images, marks
}

// visible reports text that can be seen.
func visible(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return !unicode.IsSpace(c) && c != '\u00ad' && c != '\u200d' && c != '\u200c' })
}

// bare is the words of a piece of Markdown without tags and emphasis, for
// comparing.
func bare(s string) string {
	s = htmlAny.ReplaceAllString(s, "")
	return strings.TrimSpace(strings.Trim(strings.ReplaceAll(strings.TrimSpace(s), "\u00a0", " "), "*_"))
}
