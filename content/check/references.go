package check

import (
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// references finds pages written as numbers, and chapters there are not.
func (c *checker) references() {
	for _, r := range c.runs {
		for _, at := range r.pages() {
			c.tell(r, at.from, at.to, Warning, "page-reference",
				say("sidetallet er skrevet i hånden: ombrydes bogen, passer det ikke", "the page number is written by hand: it will not hold when pages change"), Text{})
		}
		c.notesNamed(r)
		if r.marks&pointing == 0 {
			continue
		}
		for _, m := range c.forms.chapter().FindAllStringSubmatchIndex(r.text, -1) {
			if !c.titledApart(r, m[2]) {
				c.chapterNamed(r, m[2], c.titles)
			}
		}
	}
}

// notesNamed finds notes to the statements that the text names by number and that
// there are not, where the report's sections have some.
func (c *checker) notesNamed(r *run) {
	if len(c.numbered) == 0 || r.heading || r.marks&digited == 0 {
		return
	}
	for at := 0; ; {
		n := strings.Index(r.lower[at:], "note ")
		if n < 0 {
			return
		}
		from := at + n + len("note ")
		length := digitsAt(r.text, from)
		if length > 0 && !wordy(r.lower, at+n-1) && !wordly(lastRune(r.lower[:at+n])) && !wordy(r.text, from+length) && !c.numbered[r.text[from:from+length]] {
			c.tell(r, from, from+length, Error, "reference", say("beretningen har ingen note %s", "the report has no note %s", r.text[from:from+length]), Text{})
		}
		at = from
	}
}

// numberedNotes are the numbers of the sections that are notes to the statements.
func (c *checker) numberedNotes() map[string]bool {
	out := map[string]bool{}
	for _, t := range c.titles {
		rest, is := strings.CutPrefix(strings.ToLower(t.text), "note ")
		if n := digitsAt(rest, 0); is && n > 0 {
			out[rest[:n]] = true
		}
	}
	return out
}

// pages are the places in a run of numbers of pages.
func (r *run) pages() []span {
	if r.marks&digited == 0 || r.marks&paged == 0 {
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

// title is that of a chapter or a section, its length in characters, and the letters
// it has, one a bit.
type title struct {
	text    string
	length  int
	letters uint64
}

// allTitles are those of chapters and sections.
func (c *checker) allTitles() []title {
	var out []title
	add := func(text string) {
		out = append(out, title{text, utf8.RuneCountInString(text), lettersOf(text)})
	}
	for _, ch := range c.rep.Chapters {
		add(ch.Title)
		for _, b := range ch.Blocks {
			if s, is := b.(content.Section); is {
				add(s.Title)
			}
		}
	}
	return out
}

// head is what a text begins with, and the letters it has, one a bit.
type head struct {
	text    string
	letters uint64
}

// headOf is the first characters of a text.
func headOf(text string, length int) head {
	at := 0
	for at < len(text) && length > 0 {
		_, size := utf8.DecodeRuneInString(text[at:])
		at, length = at+size, length-1
	}
	return head{text[:at], lettersOf(text[:at])}
}

// chapterNamed looks for the title that begins at a place.
func (c *checker) chapterNamed(r *run, from int, titles []title) {
	rest := r.text[from:]
	whole := 0 // how long the longest is that stands there
	for _, t := range titles {
		if t.begins(rest) {
			whole = max(whole, len(t.text))
		}
	}
	if whole > 0 && nearTitle(rest, titles, whole) == "" {
		return
	}
	near := nearTitle(rest, titles, 0)
	if whole > 0 && len(near) <= whole {
		return
	}
	should := Text{}
	if near != "" {
		should = say("%[1]s", "%[1]s", near)
	}
	words := wordsOf(rest)
	c.tell(r, from, from+words[0].to, Error, "reference", say("intet kapitel eller afsnit hedder sådan", "no chapter or section has this title"), should)
}

// begins reports whether a text begins with a title, as whole words.
func (t title) begins(text string) bool {
	after, is := strings.CutPrefix(text, t.text)
	return is && !wordly(firstRune(after))
}

// nearTitle is the title of more than so many bytes that a text almost begins with; empty
// where there is none.
func nearTitle(text string, titles []title, longer int) string {
	const most = 2 // characters it is off
	near, at := "", most+1
	heads := map[int]head{} // by their lengths
	for _, t := range titles {
		if len(t.text) <= longer || len(t.text) < 4 || t.begins(text) {
			continue
		}
		h, known := heads[t.length]
		if !known {
			h = headOf(text, t.length)
			heads[t.length] = h
		}
		if far(h.letters, t.letters, most) {
			continue
		}
		if d := distance(h.text, t.text, most); d < at {
			near, at = t.text, d
		}
	}
	return near
}
