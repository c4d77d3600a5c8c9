package check

import (
	"slices"
	"strings"
)

// agreedFor finds a figure that the edition has for one year, said to be for another: "har for
// 2024 aftalt et bidrag på 121,9 mio. kr.", which is 2025's.
func (c *checker) agreedFor(sc *scene, f figure, is reading) {
	const least = 3 // digits that are not another's by chance
	s := sc.s
	if is.role != asLevel || is.year == 0 || is.topic.line != nil || f.telling(digits(abs(f.n))) < least {
		return
	}
	if slices.ContainsFunc(fourDigits(s.text), func(at span) bool { return int(wholeNumber(s.text[at.from:at.to])) == is.year }) {
		return // its own year is told too
	}
	for _, at := range fourDigits(s.text) {
		said := int(wholeNumber(s.text[at.from:at.to]))
		lead := strings.Fields(s.lower[:at.from])
		if !isYear(s.text[at.from:at.to]) || said == is.year || len(lead) == 0 || lead[len(lead)-1] != "for" || !s.near(f.span, at) {
			continue
		}
		if _, has := is.topic.in(said); has || slices.ContainsFunc(c.topics.exactly(f), func(o reading) bool { return o.year == said }) {
			continue
		}
		c.tell(sc.r, s.from+at.from, s.from+at.to, Warning, "year",
			say("tallet er fra %d, og her står %d", "the figure is of %d, and %d is said", is.year, said), say("%d", "%d", is.year))
	}
}

// near reports whether a figure and a year stand in one clause, with no other figure between.
func (s sentence) near(f, year span) bool {
	from, to := min(f.to, year.to), max(f.from, year.from)
	if from > to || strings.ContainsAny(s.text[from:to], ",;:()") {
		return false
	}
	return !slices.ContainsFunc(s.figs, func(o figure) bool { return o.from >= from && o.to <= to })
}

// yearsSaid are the years that the words about a reference to a figure of figures.yaml, and the title
// they stand under, tell: each where it tells years; −1 for several.
func (c *checker) yearsSaid(fact int, about, title string) []int {
	if c.consts[fact].of.Year == 0 {
		return nil
	}
	var out []int
	for _, text := range [...]string{about, title} {
		year := 0
		for _, at := range fourDigits(text) {
			switch y := text[at.from:at.to]; {
			case !isYear(y):
			case year == 0 || year == int(wholeNumber(y)):
				year = int(wholeNumber(y))
			default:
				year = -1
			}
		}
		if year != 0 {
			out = append(out, year)
		}
	}
	return out
}

// factYears tells of a figure of figures.yaml that is of another year than the one which the text
// tells wherever it has it, twice at least: "fra 2027 er der 17 råd". What is of the end of a year
// is of the beginning of the next.
func (c *checker) factYears() {
	const least = 2
	said := make([]int, len(c.consts))  // the one year; −1: there are several
	times := make([]int, len(c.consts)) // that it is said
	for _, u := range c.uses {
		for _, y := range u.years {
			if times[u.fact]++; said[u.fact] == 0 {
				said[u.fact] = y
			} else if said[u.fact] != y {
				said[u.fact] = -1
			}
		}
	}
	c.sumYears()
	for i, k := range c.consts {
		if y := said[i]; times[i] >= least && y > 0 && abs(int64(y-k.of.Year)) > 1 {
			c.tellAt(k.of.Pos, k.of.Name, Warning, "year",
				say("tallet er her fra %d; teksten siger %d, hvor det står", "the figure is of %d here; the text says %d where it stands", k.of.Year, y), say("%d", "%d", y))
		}
	}
}

// sumYears tells of a figure of figures.yaml that is of a year some way from that of all the others of
// the sum it goes into.
func (c *checker) sumYears() {
	const off = 2 // years: what is carried over from the year before may go into a sum
	for _, sum := range c.factSums() {
		c.sumBefore(sum)
		for _, odd := range sum {
			year, same := 0, len(sum) > 2
			for _, i := range sum {
				if y := c.consts[i].of.Year; i != odd {
					same = same && (year == 0 || y == year)
					year = y
				}
			}
			if k := c.consts[odd]; same && abs(int64(k.of.Year-year)) >= off {
				c.tellAt(k.of.Pos, k.of.Name, Warning, "year",
					say("tallet er her fra %d, og de andre i samme regnestykke fra %d", "the figure is of %d here, and the others of the same sum of %d", k.of.Year, year), say("%[2]d", "%[2]d", k.of.Year, year))
			}
		}
	}
}

// sumBefore tells of a figure of figures.yaml that is put together of others of a year and is of the one before,
// where most of them are of that: what is carried over from the year before may go into a sum.
func (c *checker) sumBefore(sum []int) {
	k, latest, times := c.consts[sum[0]], 0, 0
	for _, i := range sum[1:] {
		switch y := c.consts[i].of.Year; {
		case y == 0:
			return
		case y > latest:
			latest, times = y, 1
		case y == latest:
			times++
		}
	}
	if k.of.Year == latest-1 && times > 1 && times*2 > len(sum)-1 {
		c.tellAt(k.of.Pos, k.of.Name, Warning, "year",
			say("tallet er her fra %d, og det er lagt sammen af tal fra %d", "the figure is of %d here, and is put together of figures of %d", k.of.Year, latest), say("%[2]d", "%[2]d", k.of.Year, latest))
	}
}
