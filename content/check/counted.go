package check

import (
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// tallies holds how many groups the text says there are, and how many sit in each, against
// the roster, and an organisation chart's numbers against its boxes.
func (c *checker) tallies() {
	for _, r := range c.runs {
		if r.marks&counting == 0 {
			continue
		}
		for _, s := range r.parts {
			if s.has(counting) {
				c.tally(r, s)
			}
		}
	}
	for _, b := range c.rep.Chapters[c.at].Blocks {
		if o, is := b.(content.Organisation); is {
			c.boxes(o, o.Root)
		}
	}
}

// tally judges the numbers of a sentence that stand before what groups are called.
func (c *checker) tally(r *run, s sentence) {
	for i := 0; i+1 < len(s.words); i++ {
		if c.read.known.forms[s.words[i].id].marks&counting == 0 {
			continue
		}
		n := wholeNumber(s.words[i].lower)
		if n < 2 {
			continue
		}
		kind := s.words[i+1]
		if all, is := c.kinds[stem(kind.lower)]; is && kind.from == s.words[i].to+1 && !inNumber(s.text, s.words[i].from) {
			c.howMany(r, s, i, n, all)
		}
		if each := strings.HasPrefix(s.lower[kind.to:], " i hver"); each && strings.HasPrefix(kind.lower, "medlem") {
			c.inEach(r, s, s.words[i], n)
		}
	}
}

// kinds are what the roster's groups are called, in lower case and without its ending,
// and those that are called so: three or more.
func kinds(groups []*content.Group) map[string][]*content.Group {
	out := map[string][]*content.Group{}
	for _, g := range groups {
		seen := map[string]bool{}
		for _, w := range wordsOf(strings.ToLower(g.Name)) {
			if joins(w.text) || joinsTo(w.text) {
				continue
			}
			for at := range w.text {
				if rest := stem(w.text[at:]); (at == 0 || utf8.RuneCountInString(rest) >= 6) && !seen[rest] {
					seen[rest] = true
					out[rest] = append(out[rest], g)
				}
			}
		}
	}
	for k, list := range out {
		if len(list) < 3 {
			delete(out, k)
		}
	}
	return out
}

// howMany judges a number of groups. One a little smaller may be of some of them, where
// a word says so; a much smaller one is.
func (c *checker) howMany(r *run, s sentence, i int, n int64, all []*content.Group) {
	has := int64(len(all))
	if n == has || n > 2*has || n*4 < has*3 && !c.ofAll(r, s, i) || i > 0 && n < has && someOf(s.words[i-1].lower) {
		return
	}
	w := s.words[i]
	c.tell(r, s.from+w.from, s.from+w.to, Warning, "seats",
		say("navnelisten har %[1]s, der hedder %[2]s", "the roster has %[1]s that are called %[2]s", digits(has), s.words[i+1].text), say("%[1]s", "%[1]s", digits(has)))
}

// ofAll reports whether a number of groups is said to be that of all there are, at the end of a clause, and
// no number or name of some of them has been told before in the section: "i de fem regionsråd.".
func (c *checker) ofAll(r *run, s sentence, i int) bool {
	kind := s.words[i+1]
	if i == 0 || s.words[i-1].lower != "de" && s.words[i-1].lower != "alle" && s.words[i-1].lower != "samtlige" || kind.to < len(s.text) && !strings.ContainsAny(s.text[kind.to:kind.to+1], ".:;") {
		return false
	}
	for _, o := range c.runs {
		if o == r {
			return !strings.Contains(r.lower[:s.from+s.words[i].from], kind.lower)
		}
		if o.section == r.section && !o.heading && strings.Contains(o.lower, kind.lower) {
			return false
		}
	}
	return false
}

// someOf reports whether a word says that a number is of some, not of all.
func someOf(w string) bool {
	switch w {
	case "andre", "øvrige", "af", "kun", "mindst", "disse", "nye", "sidste", "første":
		return true
	}
	return false
}

// inEach judges how many a sentence says sit in each group of a kind that it names,
// where the roster has as many in all of them.
func (c *checker) inEach(r *run, s sentence, w word, n int64) {
	for _, kind := range s.words {
		all := c.kinds[stem(kind.lower)]
		if len(all) == 0 {
			continue
		}
		var odd []*content.Group
		for _, g := range all {
			if int64(len(g.Members)) != n {
				odd = append(odd, g)
			}
		}
		if len(odd) == 1 {
			g := odd[0]
			c.tellAt(g.Pos, g.Name, Warning, "seats", say("%s har %d medlemmer, og teksten siger %s i hvert", "%s has %d members, and the text says %s in each", g.Name, len(g.Members), w.text), Text{})
			return
		}
		for _, g := range all {
			if len(g.Members) != len(all[0].Members) {
				return
			}
		}
		if has := int64(len(all[0].Members)); n != has {
			c.tell(r, s.from+w.from, s.from+w.to, Error, "seats", say("de har hver %s medlemmer i navnelisten", "each has %s members in the roster", digits(has)), say("%[1]s", "%[1]s", digits(has)))
		}
		return
	}
}

// boxes holds "9 udvalg" in a box that is called so against the boxes below it, and tells of the
// one at the top where it stands below as well.
func (c *checker) boxes(o content.Organisation, n content.OrgNode) {
	words := wordsOf(strings.ToLower(n.Note))
	if len(words) > 1 && len(n.Kids) > 1 {
		said, of := wholeNumber(words[0].text), stem(words[1].text)
		for _, w := range wordsOf(strings.ToLower(n.Name)) {
			if said > 0 && stem(w.text) == of && said != int64(len(n.Kids)) {
				c.tellAt(o.Where(), n.Note, Error, "seats", say("feltet %[2]q har %[1]s felter under sig", "the box %[2]q has %[1]s boxes below it", digits(int64(len(n.Kids))), n.Name), Text{})
				break
			}
		}
	}
	for _, kid := range n.Kids {
		if len(kid.Kids) == 0 && kid.Name == o.Root.Name {
			c.tellAt(o.Where(), kid.Name, Error, "name", say("feltet %q står både øverst og under sig selv", "the box %q stands both at the top and below itself", kid.Name), Text{})
		}
		c.boxes(o, kid)
	}
}
