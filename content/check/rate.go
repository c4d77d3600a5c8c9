package check

import "strings"

// rate recomputes a rate from last year's: of two amounts to the øre in a section
// about the rate, the larger is the smaller put up by the per cent stated with it. What
// it yields is held against the accounts.
func (c *checker) rate() {
	section, about := "", false
	for _, r := range c.runs {
		if r.section != section {
			section, about = r.section, strings.Contains(strings.ToLower(r.section), "kontingent")
		}
		if !about {
			continue
		}
		var sums, ups []figure
		for _, f := range figuresIn(r.text) {
			switch {
			case f.kind == money && f.unit == 1:
				sums = append(sums, f)
			case f.kind == percent:
				ups = append(ups, f)
			}
		}
		if len(sums) == 2 && len(ups) > 0 {
			c.rateBy(r, sums[0], sums[1], ups)
		}
		for _, s := range r.parts {
			c.yield(r, s)
		}
	}
}

// rateBy judges a rate and the one before it by the percentages stated with them.
func (c *checker) rateBy(r *run, then, now figure, ups []figure) {
	if now.n < then.n {
		now, then = then, now
	}
	by := func(up figure) int64 { return divRound(then.n*(1_000_000+up.value()), 1_000_000) }
	best := ups[0]
	for _, up := range ups {
		if abs(by(up)-now.n) < abs(by(best)-now.n) {
			best = up
		}
	}
	if want := by(best); abs(want-now.n) > 1 {
		right := decimalsOf(want, 2) + " kr."
		c.tell(r, now.from, now.to, Error, "rate", say("satsen fra året før giver %s", "the rate of the year before gives %s", right), say("%[1]s", "%[1]s", right))
	}
}

// inhabitants is how many Denmark had on 1 January 2024, by Danmarks Statistik (FOLK1A).
const inhabitants = 5_961_249

// yield holds a rate for so many inhabitants, of an association of municipalities in all regions,
// against what the accounts have of it: "4.100,50 kr. pr. 100 indbyggere".
func (c *checker) yield(r *run, s sentence) {
	const off = 3 // times: not all municipalities need be members, and the years differ
	for i := 0; i+1 < len(s.figs); i++ {
		f, per := s.figs[i], s.figs[i+1]
		if f.kind != money || f.n <= 0 || per.kind != count || per.n <= 0 || s.lower[f.to:per.from] != " pr. " || !strings.HasPrefix(s.lower[per.to:], " indbygger") {
			continue
		}
		income := c.contributions()
		total := float64(f.value()) * inhabitants / (float64(per.value()) / 10_000)
		if income == 0 || total < float64(income)*off && total*off > float64(income) || !c.nationwide() {
			continue
		}
		is, has := numberOf(int64(total/1e8+0.5)*10_000), numberOf(divRound(income, 1e8)*10_000)
		c.tell(r, s.from+f.from, s.from+f.to, Warning, "rate",
			say("satsen giver omkring %s mio. kr. fra hele landet, og regnskabet har %s", "the rate yields some %s mio. kr. from the whole country, and the accounts have %s", is, has), Text{})
	}
}

// contributions is what the accounts have in øre as the one line that is called contributions; 0 where
// there is none.
func (c *checker) contributions() int64 {
	out := int64(0)
	for _, st := range c.rep.Accounts.Statements {
		for i := range st.Lines {
			n := &st.Lines[i]
			if len(n.Cells) == 0 || n.Cells[0].Absent || !strings.Contains(lowered(n.Label), "kontingent") {
				continue
			}
			if out != 0 {
				return 0
			}
			out = int64(n.Cells[0].Amount)
		}
	}
	return max(out, 0)
}

// nationwide reports whether the roster has people from municipalities of every region.
func (c *checker) nationwide() bool {
	from := map[string]bool{}
	for _, p := range c.persons() {
		from[regionOf(withoutKommune(p.Municipality))] = true
	}
	delete(from, "")
	return len(from) == len(regions())
}
