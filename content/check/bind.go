package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/figures"
)

// expression is what a reference says to give an entry's value, as in
// {{ vækst(a, a@2023) | pct }}. Neither may be empty but where both are: no
// reference gives the entry.
type expression struct {
	plus  string // gives the value with the sign that it has
	minus string // gives it with the other sign
	below bool   // the value that plus gives is negative
}

// opposite puts a minus before an expression.
func opposite(plus string, below bool) expression {
	return expression{plus: plus, minus: "-" + plus, below: below}
}

// cellExpression is that of a line's amount in a column.
func cellExpression(n *accounts.Line, col int, years []int, amount accounts.Amount) expression {
	if n.ID == "" {
		return expression{}
	}
	return opposite(inYear(n.ID, col, years), amount < 0)
}

// inYear is a line's id with the column's year, where that is not the edition's.
func inYear(id string, col int, years []int) string {
	if col == 0 {
		return id
	}
	return fmt.Sprintf("%s@%d", id, years[col])
}

// changeExpression is that of how much a line changed by.
func changeExpression(n *accounts.Line, years []int, diff accounts.Amount) expression {
	if n.ID == "" {
		return expression{}
	}
	now, then := n.ID, inYear(n.ID, 1, years)
	return expression{plus: now + " - " + then, minus: then + " - " + now, below: diff < 0}
}

// growthExpression is that of a line's growth in per cent, which of two negative
// amounts is that of their size. Where the sign has turned there is none.
func growthExpression(n *accounts.Line, years []int) expression {
	now, then := n.Cells[0].Amount, n.Cells[1].Amount
	if n.ID == "" || (now < 0) != (then < 0) {
		return expression{}
	}
	return opposite(fmt.Sprintf("vækst(%s, %s)", n.ID, inYear(n.ID, 1, years)), (now < then) != (then < 0))
}

// shareExpression is that of a part in per cent of a sum, in a column.
func shareExpression(part, sum *accounts.Line, col int, years []int) expression {
	if part.ID == "" || sum.ID == "" {
		return expression{}
	}
	text := fmt.Sprintf("andel(%s, %s)", inYear(part.ID, col, years), inYear(sum.ID, col, years))
	return opposite(text, (part.Cells[col].Amount < 0) != (sum.Cells[col].Amount < 0))
}

// reference is the reference that writes an entry as the figure is written; empty
// where there is none.
func (e entry) reference(f figure, found string) string {
	expr := e.expr.plus
	if (f.n < 0) != e.expr.below {
		expr = e.expr.minus
	}
	if expr == "" {
		return ""
	}
	return "{{ " + expr + " | " + e.format(f, found) + " }}"
}

// format is the format that writes an entry as the figure is written.
func (e entry) format(f figure, found string) string {
	name, whole, usual := "kr", int64(accounts.Kr), 0
	switch {
	case f.kind == count:
		return "antal"
	case f.kind == percent && strings.Contains(found, "procentpoint"):
		name, whole, usual = "pctpoint", 10_000, 1
	case f.kind == percent:
		name, whole, usual = "pct", 10_000, 1
	case f.scale == "mio.":
		name, whole, usual = "mio", 1_000_000*int64(accounts.Kr), 1
	case f.scale == "mia.":
		name, whole, usual = "mia", 1_000_000_000*int64(accounts.Kr), 1
	case f.scale == "t.":
		name, whole = "tkr", 1000*int64(accounts.Kr)
	case e.value%int64(accounts.Kr) != 0:
		usual = 2
	}
	decimals := 0
	for u := f.unit; u < whole && decimals < 4; u *= 10 {
		decimals++
	}
	if decimals == usual {
		return name
	}
	return fmt.Sprintf("%s:%d", name, decimals)
}

// wordsAbout is what a run says, in lower case: a fact's figure with its caption.
func (c *checker) wordsAbout(r *run) string {
	if !r.fact {
		return r.lower
	}
	if i := slices.Index(c.runs, r); i+1 < len(c.runs) {
		return r.lower + " " + c.runs[i+1].lower
	}
	return r.lower
}

// fullyNamed reports whether a text, in lower case, has all words of an entry's label, or
// calls its result a surplus.
func (e *entry) fullyNamed(lower string) bool {
	if e.result && strings.Contains(lower, "overskud") {
		return true
	}
	return len(e.stems) > 0 && !slices.ContainsFunc(e.stems, func(s string) bool { return !strings.Contains(lower, s) })
}

// tellTale is how many digits a figure has that is not another's by chance.
const tellTale = 5

// unbound tells of a literal that the accounts give; where the edition is to have
// none, that is an error.
func (c *checker) unbound(r *run, from, to int, f figure, e entry) {
	found, ref := r.text[from:to], ""
	if e.fullyNamed(c.wordsAbout(r)) || f.digits >= tellTale {
		ref = e.reference(f, found) // else it may be of something else that is as large by chance
	}
	c.tell(r, from, to, c.literal(), "figure-unbound",
		Text{fmt.Sprintf("%q er skrevet som tal; regnskabet giver det: %s", found, e.name.Danish),
			fmt.Sprintf("%q is written as a number; the accounts give it: %s", found, e.name.English)}, say("%[1]s", "%[1]s", ref))
}

// elsewhere tells of a literal that the accounts do not give: that figures.yaml has
// it, or that nothing does.
func (c *checker) elsewhere(r *run, from, to int, f figure) {
	found := r.text[from:to]
	if ref := c.factReference(r, f, found); ref != "" {
		c.tell(r, from, to, c.literal(), "figure-unbound",
			say("%q er skrevet som tal; figures.yaml har det", "%q is written as a number; figures.yaml has it", found), say("%[1]s", "%[1]s", ref))
		return
	}
	what := say("%q er ikke fra regnskabet", "%q is not from the accounts", found)
	if c.rep.BoundOnly {
		what = say("%q er hverken en henvisning eller en undtagelse, og udgavens tal er bundne", "%q is neither a reference nor a waiver, and the edition's figures are bound", found)
	}
	c.tell(r, from, to, c.literal(), "figure-elsewhere", what, Text{})
}

// constant is a figure of figures.yaml as the text may write it.
type constant struct {
	of    *content.NamedFigure
	kind  kind
	value int64 // as figure.value
	expr  expression
	stems []string // of the words of its name
	told  []string // of long words of its source
	tail  string   // the last word of its name, folded
}

// foldedStems are those of the words of a name, without æ, ø and å.
func foldedStems(name string) []string {
	out := stemsOf(strings.ReplaceAll(name, "_", " "))
	for i, s := range out {
		out[i] = speltOut(s)
	}
	return out
}

// longStems are those of the long words of a text.
func longStems(text string) []string {
	return slices.DeleteFunc(foldedStems(text), func(s string) bool { return len(s) < long+1 })
}

// constants are those of the report that are amounts, percentages or counts.
func (c *checker) constants() []constant {
	var out []constant
	for i := range c.rep.Figures {
		f := &c.rep.Figures[i]
		k := constant{of: f, expr: opposite(f.Name, f.Value.Rat().Sign() < 0), stems: foldedStems(f.Name), told: longStems(f.Source), tail: speltOut(f.Name[strings.LastIndexByte(f.Name, '_')+1:])}
		parts := int64(10_000)
		switch f.Value.Unit() {
		case figures.Kroner:
			k.kind, parts = money, int64(accounts.Kr)
		case figures.Percent, figures.Point:
			k.kind = percent
		case figures.Count:
			k.kind = count
		default:
			continue // years and dates have rules of their own
		}
		n := new(big.Rat).Mul(f.Value.Rat(), big.NewRat(parts, 1))
		if n.IsInt() && n.Num().IsInt64() {
			k.value = n.Num().Int64()
			out = append(out, k)
		}
	}
	return out
}

// factReference is the reference to the figure of figures.yaml that a literal is:
// one whose name the paragraph has words of, for a small number is another's by chance.
func (c *checker) factReference(r *run, f figure, found string) string {
	about := c.wordsAbout(r)
	for _, k := range c.consts {
		if k.kind != f.kind || divRound(abs(k.value), f.unit) != abs(f.n) {
			continue
		}
		if hits(k.stems, about) == 0 {
			continue
		}
		if f.kind == count && (f.scale != "" || f.unit != 10_000) {
			continue // it is written as no format writes it
		}
		return entry{kind: k.kind, value: k.value, expr: k.expr}.reference(f, found)
	}
	return ""
}

// literal is how much it matters that a right figure is no reference.
func (c *checker) literal() Level {
	if c.rep.BoundOnly {
		return Error
	}
	return Note
}

// literals tells of every literal in an edition that is to have none, in whatever
// language.
func (c *checker) literals() {
	if !c.rep.BoundOnly {
		return
	}
	for _, r := range c.runs {
		for _, s := range r.parts {
			for _, f := range figuresIn(s.text) {
				if from, to := s.from+f.from, s.from+f.to; !r.isBound(from, to) {
					c.elsewhere(r, from, to, f)
				}
			}
		}
	}
}
