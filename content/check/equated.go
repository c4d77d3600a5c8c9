package check

import (
	"math/big"
	"slices"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/figures"
)

// A text that tells a sum or a change by its parts has each of them once: where one stands twice and
// another nowhere, that is what was meant.

// shown is a figure by reference, and the run that it stands in.
type shown struct {
	run *run
	reference
	fact int // in checker.consts; −1 where it is more than one of them
}

// equated looks for such sums in the paragraphs of a chapter, and in the prose of its sections.
func (c *checker) equated() {
	const inOne, inMany = 3, 4 // figures of a sum: longer texts have one of a few twice by right
	var section []shown
	for i, r := range c.runs {
		first := len(section)
		if !r.heading && !r.table && !r.fact && !r.caption {
			for _, b := range r.bound {
				section = append(section, shown{r, b, c.factOf(b.expr)})
			}
			c.incomplete(section[first:], inOne)
		}
		if i+1 == len(c.runs) || c.runs[i+1].section != r.section {
			c.incomplete(section, inMany)
			c.unexplained(section)
			section = section[:0]
		}
	}
}

// incomplete tells of a figure that is referred to twice, and of another that is not, of those that
// figures.yaml says come to each other: "a, less b, comes to a".
func (c *checker) incomplete(refs []shown, least int) {
	if len(refs) < least {
		return
	}
	for _, sum := range c.factSums() {
		if len(sum) >= least {
			c.unequal(refs, sum)
		}
	}
}

// factSums are the figures of figures.yaml that are put together of others, each with those.
func (c *checker) factSums() [][]int {
	if c.factTotals == nil {
		c.factTotals = [][]int{}
		for i, k := range c.consts {
			sum := []int{i}
			for _, t := range termsOf(k.of.Equals) {
				sum = append(sum, c.factOf(t.name))
			}
			if len(sum) > 1 && !slices.Contains(sum, -1) {
				c.factTotals = append(c.factTotals, sum)
			}
		}
	}
	return c.factTotals
}

// unequal judges how often the figures of one sum are referred to.
func (c *checker) unequal(refs []shown, sum []int) {
	twice, lacks, once := -1, -1, 0
	for _, fact := range sum {
		times := 0
		for _, b := range refs {
			if b.fact == fact {
				times++
			}
		}
		switch times {
		case 0:
			lacks = fact
		case 1:
			once++
		case 2:
			twice = fact
		}
	}
	if twice < 0 || lacks < 0 || once != len(sum)-2 {
		return
	}
	for _, b := range slices.Backward(refs) {
		if b.fact == twice {
			c.tell(b.run, b.from, b.to, Warning, "figure-wrong",
				say("afsnittet har %[1]s to gange og mangler %[2]s, som hører til samme regnestykke", "the text has %[1]s twice and lacks %[2]s of the same sum", c.consts[twice].name(), c.consts[lacks].name()), Text{})
			return
		}
	}
}

// unexplained tells of a change of the accounts that a section refers to twice, where it has what else
// the change came of but not the movement: "skrevet ned med X, og i alt faldet med X".
func (c *checker) unexplained(refs []shown) {
	const least = 4 // the change twice, what it came to, and what else it came of
	if len(refs) < least {
		return
	}
	for _, e := range c.rep.Accounts.Changes {
		line := c.line(e.Line)
		if line == nil || len(line.Cells) < 2 || line.Cells[0].Absent || line.Cells[1].Absent || len(e.Movements) != 1 {
			continue
		}
		change := amountsOf(refs, line.Cells[0].Amount-line.Cells[1].Amount)
		if len(change) != 2 || len(amountsOf(refs, e.Movements[0].Amount)) > 0 || slices.ContainsFunc(e.By, func(t accounts.Term) bool {
			by := c.line(t.Line)
			return by == nil || len(by.Cells) == 0 || len(amountsOf(refs, by.Cells[0].Amount)) == 0
		}) {
			continue
		}
		b := change[0]
		c.tell(b.run, b.from, b.to, Warning, "figure-wrong",
			say("afsnittet har ændringen af %q to gange og mangler %q", "the text has the change of %q twice and lacks %q", line.Label, e.Movements[0].Label), Text{})
	}
}

// amountsOf are the references that give an amount, with either sign.
func amountsOf(refs []shown, a accounts.Amount) []shown {
	var out []shown
	want := new(big.Rat).Abs(figures.Amount(a).Rat())
	for _, b := range refs {
		if v := b.value.Rat(); !b.waived && b.value.Unit() == figures.Kroner && v.Abs(v).Cmp(want) == 0 {
			out = append(out, b)
		}
	}
	return out
}
