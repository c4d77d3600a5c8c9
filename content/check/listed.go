package check

import (
	"strings"

	"github.com/kl-print/kl-print/content"
)

// lists holds "på fem punkter:" against the list that comes next.
func (c *checker) lists() {
	blocks := c.rep.Chapters[c.at].Blocks
	for i := 0; i+1 < len(blocks); i++ {
		if list, is := blocks[i].(content.List); is {
			c.allListed(list, blocks[i+1])
		}
		p, is := blocks[i].(content.Paragraph)
		list, next := blocks[i+1].(content.List)
		if !is || !next {
			continue
		}
		n, said := countBeforeColon(spaced(p.Body.Plain()))
		if n < 2 || n == int64(len(list.Items)) {
			continue
		}
		c.tellAt(p.Where(), said, Warning, "figure-differs",
			say("listen har %[1]s punkter", "the list has %[1]s entries", digits(int64(len(list.Items)))), say("%[1]s", "%[1]s", digits(int64(len(list.Items)))))
	}
}

// allListed holds "Alle tre" right after a list against it.
func (c *checker) allListed(list content.List, next content.Block) {
	p, is := next.(content.Paragraph)
	if !is {
		return
	}
	words := strings.Fields(spaced(p.Body.Plain()))
	if len(words) < 3 || words[0] != "Alle" {
		return
	}
	if n := wholeNumber(strings.ToLower(words[1])); n > 1 && n != int64(len(list.Items)) && n <= mostListed {
		c.tellAt(p.Where(), words[1], Warning, "figure-differs",
			say("listen har %[1]s punkter", "the list has %[1]s entries", digits(int64(len(list.Items)))), say("%[1]s", "%[1]s", digits(int64(len(list.Items)))))
	}
}

// countBeforeColon is the number that a text ends with, and how it is written: "fem
// centrale punkter:"; 0 where it ends otherwise.
func countBeforeColon(text string) (n int64, said string) {
	lead, is := strings.CutSuffix(strings.TrimSpace(text), ":")
	if !is {
		return 0, ""
	}
	words := strings.Fields(lead)
	const most = 3 // words after the number
	for i := len(words) - 1; i >= 0 && i >= len(words)-1-most; i-- {
		if strings.ContainsAny(words[i], ",;.()") {
			return 0, ""
		}
		if n := wholeNumber(strings.ToLower(words[i])); n > 0 && i < len(words)-1 {
			if i > 0 && someOf(strings.ToLower(words[i-1])) {
				return 0, ""
			}
			return n, words[i]
		}
	}
	return 0, ""
}

// namely holds "fem møder i 2024, nemlig i februar, april, juni, september og november".
func (c *checker) namely(r *run, s sentence, figs []figure) {
	const word = ", nemlig "
	at := strings.Index(s.lower, word)
	if at < 0 || strings.ContainsAny(s.lower[at+len(word):], ";:()") {
		return
	}
	var f figure
	for _, o := range figs {
		if o.to <= at && o.kind == count && o.unit == 10_000 {
			f = o
		}
	}
	const fewest, farthest = 3, 40
	items := strings.Split(strings.ReplaceAll(strings.TrimRight(s.lower[at+len(word):], "."), " og ", ", "), ", ")
	if f.unit == 0 || f.about || at-f.to > farthest || len(items) < fewest {
		return
	}
	for _, i := range items {
		if len(strings.Fields(i)) > 3 || strings.TrimSpace(i) == "" {
			return
		}
	}
	if f.n != int64(len(items)) {
		c.tell(r, s.from+f.from, s.from+f.to, Error, "figure-differs",
			say("der nævnes %[1]s", "%[1]s are named", digits(int64(len(items)))), say("%[1]s", "%[1]s", digits(int64(len(items)))))
	}
}

// tripled holds "28 ansatte, én flere end i 2023, hvor der var 27".
func (c *checker) tripled(r *run, s sentence, figs []figure) {
	for i := 0; i+2 < len(figs); i++ {
		now, by, then := figs[i], figs[i+1], figs[i+2]
		rest := s.lower[by.to:min(then.from, len(s.lower))]
		if now.kind != then.kind || now.kind != by.kind || now.kind == percent || now.about || by.about || then.about || !isDifference(s.lower[by.to:]) || isDifference(s.lower[now.to:]) {
			continue
		}
		if !pastIn(rest) || !strings.Contains(rest, "hvor") || strings.ContainsAny(s.text[now.to:by.from], ";:()") || r.isBound(s.from+by.from, s.from+by.to) {
			continue
		}
		is := now.value() - then.value()
		if way := comparison(rest); way == noWay || abs(abs(is)-by.value()) <= (now.unit+then.unit)/2-1+by.unit/2 && (is > 0) == (way == up) {
			continue
		}
		c.tell(r, s.from+by.from, s.from+by.to, Error, "figure-wrong",
			say("fra %s til %s er det ikke så", "from %s to %s it is not so", then.plain(), now.plain()), Text{})
	}
}
