package check

import (
	"regexp"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// references finds pages written as numbers, and chapters there are not.
func (c *checker) references() {
	page := regexp.MustCompile(`(?i)\b(?:side|sider|s\.) \d+\b`)
	chapter := regexp.MustCompile(`\b(?:kapitlet|afsnittet) [”"]?([A-ZÆØÅ])`)
	titles := c.titles()
	for _, r := range c.runs {
		if !strings.ContainsAny(r.text, "0123456789") && !strings.Contains(r.text, "kapitlet ") && !strings.Contains(r.text, "afsnittet ") {
			continue
		}
		var pages [][]int
		if strings.Contains(r.text, "ide") || strings.Contains(r.text, "s. ") || strings.Contains(r.text, "IDE") {
			pages = page.FindAllStringIndex(r.text, -1)
		}
		for _, m := range pages {
			c.tell(r, m[0], m[1], Warning, "page-reference",
				say("sidetallet er skrevet i hånden: ombrydes bogen, passer det ikke", "the page number is written by hand: it will not hold when pages change"), Text{})
		}
		for _, m := range chapter.FindAllStringSubmatchIndex(r.text, -1) {
			c.chapterNamed(r, m[2], titles)
		}
	}
}

// titles are those of chapters and sections.
func (c *checker) titles() []string {
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
