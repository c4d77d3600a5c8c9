package check

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
)

// entry is something the accounts give: a line's amount in a year, its change,
// its growth, its share of a sum, or what a chart adds up to.
type entry struct {
	kind   kind
	value  int64 // øre, or ten-thousandths of a per cent; with its sign
	name   Text
	stems  []string // of the words of the label, lower case
	line   *accounts.Line
	year   int    // 0: of two years
	change bool   // from the year before
	label  string // the line's, in lower case and without its ending; empty: it has none
	result bool   // the line is called a result
	// moves is the line, in lower case, whose change the amount goes into; empty: none.
	moves string
	expr  expression // of a reference; empty: none gives it
}

// ledger is all of them.
type ledger struct {
	all     []entry
	sorted  map[kind][]int // places in all, by size
	of      map[*accounts.Line][]entry
	changes []entry // of lines, in kroner
	ours    []entry // the lines' amounts in the edition's year
}

// newLedger makes the ledger of a report.
func newLedger(rep *content.Report) *ledger {
	l := &ledger{}
	lines := map[string]*accounts.Line{}
	for _, s := range rep.Accounts.Statements {
		for i := range s.Lines {
			lines[s.Lines[i].ID] = &s.Lines[i]
		}
	}
	for _, s := range rep.Accounts.Statements {
		for i := range s.Lines {
			l.line(&s.Lines[i], rep.Accounts.Years)
		}
	}
	for _, s := range rep.Accounts.Statements {
		for i := range s.Lines {
			l.shares(&s.Lines[i], lines, rep.Accounts.Years)
		}
	}
	for _, e := range rep.Accounts.Changes {
		moves := e.Line
		if n := lines[e.Line]; n != nil {
			moves = n.Label
		}
		for _, m := range e.Movements {
			what := say("%s %d", "%s %d", m.Label, rep.Year)
			l.all = append(l.all, entry{kind: money, value: int64(m.Amount), name: what, stems: stemsOf(m.Label), year: rep.Year, moves: stem(strings.ToLower(moves))})
		}
	}
	for _, ch := range rep.Chapters {
		for _, b := range ch.Blocks {
			if chart, is := b.(content.Chart); is {
				l.chart(chart, rep.Accounts.Years)
			}
		}
	}
	l.index(rep.Year)
	return l
}

// index makes what entries are found by.
func (l *ledger) index(year int) {
	l.sorted, l.of = map[kind][]int{}, map[*accounts.Line][]entry{}
	labels := map[*accounts.Line]string{}
	for i := range l.all {
		e := &l.all[i]
		if e.line != nil {
			if _, known := labels[e.line]; !known {
				labels[e.line] = strings.ToLower(e.line.Label)
			}
			e.label, e.result = stem(labels[e.line]), strings.Contains(labels[e.line], "resultat")
			l.of[e.line] = append(l.of[e.line], *e)
		}
		switch {
		case e.line == nil || e.kind != money:
		case e.change:
			l.changes = append(l.changes, *e)
		case e.year == year:
			l.ours = append(l.ours, *e)
		}
		l.sorted[e.kind] = append(l.sorted[e.kind], i)
	}
	for _, list := range l.sorted {
		slices.SortFunc(list, func(a, b int) int {
			return cmp.Or(cmp.Compare(abs(l.all[a].value), abs(l.all[b].value)), cmp.Compare(a, b))
		})
	}
}

// line adds a line's amounts, change and growth.
func (l *ledger) line(n *accounts.Line, years []int) {
	stems := stemsOf(n.Label)
	for col, cell := range n.Cells {
		if !cell.Absent && cell.Amount != 0 && col < len(years) {
			l.all = append(l.all, entry{kind: money, value: int64(cell.Amount), name: say("%s %d", "%s %d", n.Label, years[col]), stems: stems, line: n, year: years[col], expr: cellExpression(n, col, years, cell.Amount)})
		}
	}
	if len(n.Cells) < 2 || len(years) < 2 || n.Cells[0].Absent || n.Cells[1].Absent {
		return
	}
	now, then := n.Cells[0].Amount, n.Cells[1].Amount
	diff, ok := now.Sub(then)
	if !ok || diff == 0 {
		return
	}
	what := say("ændringen i %s %d–%d", "the change in %s %d–%d", n.Label, years[1], years[0])
	l.all = append(l.all, entry{kind: money, value: int64(diff), name: what, stems: stems, line: n, change: true, expr: changeExpression(n, years, diff)})
	if growth, ok := perCent(int64(diff), abs(int64(then))); ok {
		what := say("væksten i %s %d–%d", "the growth in %s %d–%d", n.Label, years[1], years[0])
		l.all = append(l.all, entry{kind: percent, value: growth, name: what, stems: stems, line: n, change: true, expr: growthExpression(n, years)})
	}
}

// shares adds a sum's parts in per cent of it.
func (l *ledger) shares(sum *accounts.Line, lines map[string]*accounts.Line, years []int) {
	for _, t := range sum.Sum {
		part := lines[t.Line]
		if part == nil || len(sum.Sum) < 2 {
			continue
		}
		stems := stemsOf(part.Label)
		for col := range min(len(part.Cells), len(sum.Cells), len(years)) {
			share, ok := perCent(abs(int64(part.Cells[col].Amount)), abs(int64(sum.Cells[col].Amount)))
			if ok && share > 0 {
				what := say("andelen %s af %s %d", "the share of %s in %s %d", part.Label, sum.Label, years[col])
				l.all = append(l.all, entry{kind: percent, value: share, name: what, stems: stems, line: part, year: years[col], expr: shareExpression(part, sum, col, years)})
			}
		}
	}
}

// chart adds what a chart's parts add up to.
func (l *ledger) chart(c content.Chart, years []int) {
	var sum accounts.Amount
	for _, p := range c.Parts {
		sum += p.Amount
	}
	if c.Column < len(years) {
		l.all = append(l.all, entry{kind: money, value: int64(sum), name: say("%s %d", "%s %d", c.Total, years[c.Column]), stems: stemsOf(c.Total), year: years[c.Column]})
	}
}

// perCent is part of whole in ten-thousandths of a per cent.
func perCent(part, whole int64) (int64, bool) {
	if whole == 0 || abs(part) > 1<<50/100 {
		return 0, false
	}
	return int64(float64(part) / float64(whole) * 1_000_000), true
}

// exactly returns the entries that are the figure at its rounding.
func (l *ledger) exactly(f figure) []entry {
	list, n := l.sorted[f.kind], abs(f.n)
	if n == 0 {
		return nil
	}
	at := sort.Search(len(list), func(i int) bool { return divRound(abs(l.all[list[i]].value), f.unit) >= n })
	to := at
	for to < len(list) && divRound(abs(l.all[list[to]].value), f.unit) == n {
		to++
	}
	if at == to {
		return nil
	}
	out := make([]entry, 0, to-at)
	for _, i := range slices.Sorted(slices.Values(list[at:to])) {
		out = append(out, l.all[i])
	}
	return out
}

// nearest returns the entry closest to a figure among those the test lets by;
// nil if there is none.
func (l *ledger) nearest(f figure, by func(*entry) bool) *entry {
	var best *entry
	for i := range l.all {
		e := &l.all[i]
		if e.kind != f.kind || best != nil && abs(abs(e.value)-abs(f.value())) >= abs(abs(best.value)-abs(f.value())) {
			continue
		}
		if by(e) {
			best = e
		}
	}
	return best
}

// stemsOf returns the words of a label that tell it from others, without their
// endings.
func stemsOf(label string) []string {
	for _, least := range []int{6, 4} { // a label of short words has those
		var out []string
		for _, w := range wordsOf(strings.ToLower(label)) {
			if utf8.RuneCountInString(w.text) >= least {
				out = append(out, stem(w.text))
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// stem takes the endings of a Danish noun off that change with its form.
func stem(w string) string {
	for _, end := range []string{"ernes", "erne", "ens", "ets", "er", "en", "et", "ne", "e", "s"} {
		if cut, is := strings.CutSuffix(w, end); is && utf8.RuneCountInString(cut) >= 5 {
			return cut
		}
	}
	return w
}

// whole reports whether a text, in lower case, has every word of an entry's label.
func (e *entry) whole(lower string) bool {
	return !slices.ContainsFunc(e.stems, func(s string) bool { return !strings.Contains(lower, s) })
}

// named reports whether a text, in lower case, has the words of an entry's label:
// at least half of them.
func (e *entry) named(lower string) bool {
	hits := 0
	if e.result && strings.Contains(lower, "overskud") {
		return true // what a result is called in prose
	}
	for _, s := range e.stems {
		if strings.Contains(lower, s) {
			hits++
		}
	}
	return hits > 0 && hits*2 >= len(e.stems)
}
