package check

import (
	"regexp"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// kontingent recomputes what is reckoned out in the text: "a − b − c = d",
// tables that end in a sum, percentages beside such a table, and a rate from the
// year before's.
func (c *checker) kontingent() {
	c.equations()
	for _, ch := range c.rep.Chapters {
		section := ch.Title
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Section:
				section = b.Title
			case content.Table:
				c.table(b, section)
			}
		}
	}
	c.rate()
}

// equations recomputes "3,7 − 0,5 − 0,7 = 2,5".
func (c *checker) equations() {
	const number = `\d+(?:\.\d{3})*(?:,\d+)?(?: pct\.)?`
	form := regexp.MustCompile(`(` + number + `(?: [+−–-] ` + number + `)+) = (` + number + `)`)
	term := regexp.MustCompile(`(?:([+−–-]) )?(\d+(?:\.\d{3})*(?:,\d+)?)`)
	for _, r := range c.runs {
		if !strings.Contains(r.text, " = ") {
			continue
		}
		for _, m := range form.FindAllStringSubmatchIndex(r.text, -1) {
			sum := int64(0)
			for _, t := range term.FindAllStringSubmatch(r.text[m[2]:m[3]], -1) {
				if n := c.tenThousandths(t[2]); t[1] == "" || t[1] == "+" {
					sum += n
				} else {
					sum -= n
				}
			}
			said := r.text[m[4]:m[5]]
			if sum != c.tenThousandths(strings.TrimSuffix(said, " pct.")) {
				c.tell(r, m[4], m[5], Error, "sum", say("regnestykket giver %s", "this comes to %s", numberOf(sum)), say("%[1]s", "%[1]s", numberOf(sum)))
			}
		}
	}
}

// tenThousandths reads a number; one that is none is 0.
func (c *checker) tenThousandths(s string) int64 {
	figs := figuresIn(s + " pct.")
	if len(figs) != 1 {
		return 0
	}
	return figs[0].value()
}

// numberOf writes ten-thousandths with the decimals it has.
func numberOf(n int64) string {
	decimals := 4
	for decimals > 0 && n%10 == 0 {
		n, decimals = n/10, decimals-1
	}
	sign := ""
	if n < 0 {
		sign = "−"
	}
	return sign + decimalsOf(abs(n), decimals)
}

// table recomputes a table's last row where that is called a sum, and holds the
// percentages of the text in its section against it.
func (c *checker) table(t content.Table, section string) {
	if len(t.Rows) < 3 {
		return
	}
	last := t.Rows[len(t.Rows)-1]
	if !strings.HasSuffix(strings.ToLower(plain(last[0])), "i alt") {
		return
	}
	for col := 1; col < len(t.Columns); col++ {
		values := []int64{}
		sum := int64(0)
		for i, row := range t.Rows {
			cell := plain(row[col])
			if c.tenThousandths(cell) == 0 && strings.Trim(cell, "0,.−- ") != "" {
				return
			}
			values = append(values, c.tenThousandths(cell))
			if i < len(t.Rows)-1 {
				sum += c.tenThousandths(cell)
			}
		}
		said := plain(last[col])
		if sum != c.tenThousandths(said) {
			c.tellCell(t, said, "sum", say("rækkerne giver %s", "the rows come to %s", numberOf(sum)), say("%[1]s", "%[1]s", numberOf(sum)))
		}
		if strings.Contains(strings.ToLower(t.Columns[col].Title), "pct") {
			c.besideTable(section, values)
		}
	}
}

// tellCell adds a finding at the last cell with a text.
func (c *checker) tellCell(t content.Table, text, code string, what, should Text) {
	for _, r := range slices.Backward(c.runs) {
		if r.pos == t.Pos && r.text == text {
			c.tell(r, 0, len(text), Error, code, what, should)
			return
		}
	}
}

// besideTable finds percentages in a section's text that its table does not have.
func (c *checker) besideTable(section string, values []int64) {
	for _, r := range c.runs {
		if r.section != section || r.heading {
			continue
		}
		for _, f := range figuresIn(r.text) {
			has := slices.ContainsFunc(values, func(v int64) bool { return abs(v) == abs(f.value()) && (f.n > 0 || v < 0) })
			if f.kind == percent && !has {
				c.tell(r, f.from, f.to, Error, "figure-differs", say("tabellen i afsnittet har ikke %s", "the table of the section does not have %s", r.text[f.from:f.to]), Text{})
			}
		}
	}
}

// rate recomputes a rate from last year's: of two amounts to the øre in a section
// about the rate, the larger is the smaller put up by the per cent stated with it.
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
