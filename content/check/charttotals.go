package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
)

// allOf is what the parts of a chart come to.
func allOf(chart content.Chart) accounts.Amount {
	sum := accounts.Amount(0)
	for _, p := range chart.Parts {
		sum += p.Amount
	}
	return sum
}

// totalOfLine tells of a chart whose whole is called as a line of the accounts that is another
// amount, and that not all parts go into.
func (c *checker) totalOfLine(chart content.Chart) {
	total := strings.ToLower(strings.TrimSpace(chart.Total))
	for _, st := range c.rep.Accounts.Statements {
		for _, n := range st.Lines {
			if strings.ToLower(n.Label) != total || !strings.Contains(total, " ") || chart.Column >= len(n.Cells) || n.Cells[chart.Column].Absent {
				continue
			}
			if inside := c.inside(n.ID); !slices.ContainsFunc(chart.Parts, func(p content.ChartPart) bool { return !inside[p.Line] }) {
				continue
			}
			if is, all := n.Cells[chart.Column].Amount, allOf(chart); is != all && is != -all {
				c.tellAt(chart.Pos, chart.Total, Error, "chart-parts",
					say("%q er en linje i regnskabet på et andet beløb end delenes sum", "%q is a line of the accounts of another amount than the parts come to", n.Label), Text{})
				return
			}
		}
	}
}

// titledAgainst tells of a chart with a title that has what comes in, and a whole that is what goes out, or the
// other way round.
func (c *checker) titledAgainst(chart content.Chart) {
	in, out := flows(chart.Title)
	if into, outOf := flows(chart.Total); in != out && into != outOf && in != into &&
		!slices.ContainsFunc(c.out, func(t told) bool { return t.Code == "chart-parts" && t.Found == chart.Total }) {
		c.tellAt(chart.Pos, chart.Title, Error, "chart-parts",
			say("titlen passer ikke til summen: %s", "the title does not go with the whole: %s", chart.Total), Text{})
	}
}

// flows reports whether a text has a word for what comes in, and one for what goes out.
func flows(text string) (in, out bool) {
	lower := strings.ToLower(text)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
	}
	return has("indtægt", "income", "revenue"), has("omkostning", "udgift", "cost", "expen")
}

// sameTotals tells of two charts of one year whose wholes are called alike and are not the same.
func (c *checker) sameTotals(charts []content.Chart) {
	for i, a := range charts {
		for _, b := range charts[:i] {
			if a.Total == "" || !strings.EqualFold(a.Total, b.Total) || a.Column != b.Column || allOf(a) == allOf(b) || !slices.ContainsFunc(stemsOf(a.Total), func(s string) bool { return !all(s) }) {
				continue
			}
			wrong, other := a, b
			if shareWords(stemsOf(a.Total), stemsOf(a.Title)) > 0 {
				wrong, other = b, a
			}
			c.tellAt(wrong.Pos, wrong.Total, Warning, "chart-parts",
				say("diagrammet %q har samme navn for summen, og den er en anden", "the chart %q calls its whole the same, and that is another", other.Title), Text{})
		}
	}
}

// chartsInText holds what the text of a chapter says that a thing came to in all against the
// chart of that thing: "Omkostningerne løb op i 12 mio. kr." beside the chart "Omkostninger".
func (c *checker) chartsInText() {
	for _, b := range c.rep.Chapters[c.at].Blocks {
		chart, is := b.(content.Chart)
		if !is || chart.Column != 0 || len(chart.Parts) < 2 {
			continue
		}
		words := wordsOf(chart.Total)
		if len(words) == 0 || len(words[0].lower) < shortestThing {
			continue
		}
		thing := stem(words[0].lower)
		for _, r := range c.runs {
			if r.heading || r.table || r.marks&digited == 0 {
				continue
			}
			for _, s := range r.parts {
				c.chartInSentence(r, s, thing, chart)
			}
		}
	}
}

// chartInSentence judges a sentence that begins with a thing, by its stem.
func (c *checker) chartInSentence(r *run, s sentence, thing string, chart content.Chart) {
	if len(s.words) == 0 || stem(s.words[0].lower) != thing {
		return
	}
	i := slices.IndexFunc(s.figs, func(f figure) bool { return f.kind == money })
	if i < 0 {
		return
	}
	f := s.figs[i]
	gap := s.lower[s.words[0].to:f.from]
	const most = 6 // words between
	if f.about || len(strings.Fields(gap)) > most || strings.ContainsAny(gap, ",;:()") || c.pastSaid(gap, c.rep.Year-1) || !comesTo(gap) {
		return
	}
	all := int64(allOf(chart))
	if divRound(all, f.unit) == abs(f.n) {
		return
	}
	is := c.written(entry{kind: money, value: all}, f)
	c.tell(r, s.from+f.from, s.from+f.to, Warning, "figure-differs",
		say("delene i diagrammet %q giver %s", "the parts of the chart %q come to %s", chart.Title, is), say("%[2]s", "%[2]s", chart.Title, is))
}

// comesTo reports whether a text, in lower case, ends in words for what a thing comes to in all.
func comesTo(gap string) bool {
	for _, end := range []string{" op i ", " op på ", " udgjorde ", " udgør ", " beløb sig til ", " i alt "} {
		if strings.HasSuffix(gap, end) {
			return true
		}
	}
	return false
}
