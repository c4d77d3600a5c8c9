package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// references finds pages written as numbers, and chapters there are not.
func (c *checker) references() {
	for _, r := range c.runs {
		for _, at := range r.pages() {
			c.tell(r, at.from, at.to, Warning, "page-reference",
				say("sidetallet er skrevet i hånden: ombrydes bogen, passer det ikke", "the page number is written by hand: it will not hold when pages change"), Text{})
		}
		if !strings.Contains(r.text, "kapitlet ") && !strings.Contains(r.text, "afsnittet ") {
			continue
		}
		for _, m := range c.forms.chapter.FindAllStringSubmatchIndex(r.text, -1) {
			c.chapterNamed(r, m[2], c.titles)
		}
	}
}

// pages are the places in a run of numbers of pages.
func (r *run) pages() []span {
	if !slices.ContainsFunc(r.parts, func(s sentence) bool { return s.has(digited) }) {
		return nil
	}
	return pagesIn(r.text)
}

// pagesIn are the places of "side 12", "sider 12" and "s. 12" in a text.
func pagesIn(text string) []span {
	var out []span
	for i := 0; i < len(text); i++ {
		n := digitsAt(text, i)
		if n == 0 {
			continue
		}
		if lead, is := strings.CutSuffix(text[max(0, i-len("sider ")):i], " "); is && !wordy(text, i+n) {
			for _, w := range []string{"side", "sider", "s."} {
				from := i - 1 - len(w)
				if len(lead) >= len(w) && strings.EqualFold(lead[len(lead)-len(w):], w) && !wordy(text, from-1) && digitsAt(text, max(0, from-1)) != 1 {
					out = append(out, span{from, i + n})
				}
			}
		}
		i += n
	}
	return out
}

// allTitles are those of chapters and sections.
func (c *checker) allTitles() []string {
	var out []string
	for _, ch := range c.rep.Chapters {
		out = append(out, ch.Title)
		for _, b := range ch.Blocks {
			if s, is := b.(content.Section); is {
				out = append(out, s.Title)
			}
		}
	}
	return out
}

// chapterNamed looks for the title that begins at a place.
func (c *checker) chapterNamed(r *run, from int, titles []string) {
	rest := r.text[from:]
	near, at, whole := "", 3, ""
	for _, t := range titles {
		if after, is := strings.CutPrefix(rest, t); is && !wordly(firstRune(after)) {
			if len(t) > len(whole) {
				whole = t
			}
			continue
		}
		head := []rune(rest)
		if d := distance(string(head[:min(len(head), len([]rune(t)))]), t, 2); d < at && len(t) >= 4 {
			near, at = t, d
		}
	}
	if whole != "" && len(near) <= len(whole) {
		return
	}
	should := Text{}
	if near != "" {
		should = say("%[1]s", "%[1]s", near)
	}
	words := wordsOf(rest)
	c.tell(r, from, from+words[0].to, Error, "reference", say("intet kapitel eller afsnit hedder sådan", "no chapter or section has this title"), should)
}
