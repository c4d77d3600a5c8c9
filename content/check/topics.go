package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/figures"
)

// topic is something that the edition gives figures of: a line of the accounts, the
// figures of figures.yaml that have one name but for their years, or a row of a table.
type topic struct {
	name   string // as it is printed
	id     string // of the line or the figure, folded and without a year
	kind   kind
	series []valued       // the edition's year first, then the others from the latest
	line   *accounts.Line // nil: it is none
	size   bool           // it is told by its size: a cost is written with a minus
	result bool           // its sign is told: surplus, deficit
	wholes []*topic       // the sums it goes into
	parts  []*topic       // what it is the sum of
	row    bool           // of a table
}

// valued is a value in a year, in the smallest part of its kind.
type valued struct {
	year  int
	value int64
}

// in is the value in a year, and whether there is one.
func (t *topic) in(year int) (int64, bool) {
	for _, d := range t.series {
		if d.year == year {
			return d.value, true
		}
	}
	return 0, false
}

// order puts the edition's year first.
func (t *topic) order(year int) {
	slices.SortStableFunc(t.series, func(a, b valued) int {
		return cmp.Or(compareBool(b.year == year, a.year == year), cmp.Compare(b.year, a.year))
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// topicList is topics and what they are called.
type topicList struct {
	all  []*topic
	byID map[string]*topic // as references name them
	year int
	// calls finds them by words.
	calls  callings
	values map[kind][]reading // levels and changes, by size
}

// newTopics are the topics that every chapter may speak of: rows are those of tables.
func newTopics(rep *content.Report, rows []*topic) *topicList {
	l := &topicList{byID: map[string]*topic{}, year: rep.Year}
	l.lines(rep)
	l.ratios()
	l.facts(rep)
	l.rows(rows)
	for _, ch := range rep.Chapters {
		for _, b := range ch.Blocks {
			if chart, is := b.(content.Chart); is {
				l.chart(chart)
			}
		}
	}
	l.calls.index()
	l.values = map[kind][]reading{}
	for _, t := range l.all {
		for _, r := range t.readings() {
			if r.role == asLevel || r.role == asChange && r.other == nil {
				l.values[r.kind] = append(l.values[r.kind], r)
			}
		}
	}
	for _, list := range l.values {
		slices.SortStableFunc(list, func(a, b reading) int { return cmp.Compare(abs(a.value), abs(b.value)) })
	}
	return l
}

// exactly are the levels and changes that a figure is at its rounding.
func (l *topicList) exactly(f figure) []reading {
	list, n := l.values[f.kind], abs(f.n)
	if n == 0 {
		return nil
	}
	at, _ := slices.BinarySearchFunc(list, n, func(r reading, n int64) int { return cmp.Compare(divRound(abs(r.value), f.unit), n) })
	to := at
	for to < len(list) && divRound(abs(list[to].value), f.unit) == n {
		to++
	}
	return list[at:to]
}

// add takes a topic up under what it is called.
func (l *topicList) add(t *topic, names ...string) {
	t.order(l.year)
	l.all = append(l.all, t)
	for i, name := range names {
		alias := float32(1)
		if i > 0 {
			alias = byname
		}
		l.calls.add(t, name, alias)
	}
}

// byname is how much of a name one is that the edition's text need not use: an id, a
// part's label in a chart.
const byname = 0.85

// lines takes up the lines of the accounts; those of one label and the same amounts
// are one.
func (l *topicList) lines(rep *content.Report) {
	type twin struct {
		label  string
		amount accounts.Amount
	}
	known := map[twin]*topic{}
	called := false // the year's result, by what it is called in prose
	years := rep.Accounts.Years
	for _, st := range rep.Accounts.Statements {
		for i := range st.Lines {
			n := &st.Lines[i]
			if len(n.Cells) == 0 || n.Cells[0].Absent || n.Label == "" {
				continue
			}
			key := twin{strings.ToLower(n.Label), n.Cells[0].Amount}
			if t := known[key]; t != nil {
				l.byID[spelledOut(strings.ToLower(n.ID))] = t
				continue
			}
			t := &topic{name: n.Label, id: spelledOut(strings.ToLower(n.ID)), kind: money, line: n, result: strings.Contains(key.label, "result") || strings.Contains(key.label, "profit") || strings.Contains(key.label, "surplus")}
			t.size = !t.result
			for col, cell := range n.Cells {
				if cell.Absent || col >= len(years) {
					continue
				}
				t.size = t.size && cell.Amount <= 0
				t.series = append(t.series, valued{years[col], int64(cell.Amount)})
			}
			if t.size {
				for k := range t.series {
					t.series[k].value = -t.series[k].value
				}
			}
			known[key], l.byID[t.id] = t, t
			names := []string{n.Label}
			if idNames(n.ID) {
				names = append(names, n.ID)
			}
			if t.result && !called && (strings.Contains(key.label, "årets resultat") || strings.Contains(key.label, "for the year")) {
				names, called = append(names, "overskud", "underskud", "minus", "plus", "bundlinje", "surplus", "deficit"), true
			}
			l.add(t, append(names, alsoCalled(key.label)...)...)
		}
	}
	l.sums(rep)
}

// alsoCalled are the words that prose has for a line besides its label, in accounts of any
// kind.
func alsoCalled(label string) []string {
	switch label {
	case "egenkapital", "egenkapital i alt":
		return []string{"formue"}
	case "aktiver i alt", "passiver i alt":
		return []string{"balancesum"}
	case "indtægter i alt":
		return []string{"omsætning"}
	}
	return nil
}

// alsoCounted are the words that prose has for what a figure's name counts.
func alsoCounted(base string) []string {
	switch {
	case strings.Contains(base, "svarprocent"):
		return []string{"svarede", "besvaret"}
	case strings.Contains(base, "stemmeprocent"):
		return []string{"deltagelse", "stemte", "valgdeltagelse"}
	}
	return nil
}

// idNames reports whether an id is a name for its line that a text may use.
func idNames(id string) bool {
	return len(id) >= 4 && !strings.ContainsAny(id, "0123456789") && !strings.HasPrefix(id, "aaret") && !strings.HasPrefix(id, "året")
}

// ratios takes up the one key figure that every reader of accounts reckons from them: the
// equity's share of the balance sheet, soliditet.
func (l *topicList) ratios() {
	var equity, total *topic
	for _, t := range l.all {
		switch strings.ToLower(t.name) {
		case "egenkapital", "egenkapital i alt", "equity", "total equity":
			equity = cmp.Or(equity, t)
		case "aktiver i alt", "passiver i alt", "balance i alt", "total assets":
			total = cmp.Or(total, t)
		}
	}
	if equity == nil || total == nil {
		return
	}
	t := &topic{name: "soliditetsgrad", id: "soliditetsgrad", kind: percent}
	for _, r := range equity.parting(total, asShare) {
		if !r.point {
			t.series = append(t.series, valued{r.year, r.value})
		}
	}
	l.add(t, "soliditet", "soliditetsgrad")
}

// sums ties the lines to the sums they go into, up to the whole.
func (l *topicList) sums(rep *content.Report) {
	for _, st := range rep.Accounts.Statements {
		for i := range st.Lines {
			whole := l.byID[spelledOut(strings.ToLower(st.Lines[i].ID))]
			for _, term := range st.Lines[i].Sum {
				part := l.byID[spelledOut(strings.ToLower(term.Line))]
				if part != nil && whole != nil && part != whole && !whole.result && len(st.Lines[i].Sum) > 1 {
					part.wholes, whole.parts = append(part.wholes, whole), append(whole.parts, part)
				}
			}
		}
	}
}

// chart takes up what a chart calls its lines.
func (l *topicList) chart(c content.Chart) {
	for _, p := range c.Parts {
		if t := l.byID[spelledOut(strings.ToLower(p.Line))]; t != nil && !strings.EqualFold(t.name, p.Label) && p.Label != "" {
			l.calls.add(t, p.Label, byname)
		}
	}
}

// facts takes up figures.yaml: figures whose names differ by a year alone are one
// topic.
func (l *topicList) facts(rep *content.Report) {
	known := map[string]*topic{}
	for _, f := range rep.Figures {
		value, kind, ok := sized(f.Value)
		if !ok {
			continue
		}
		base, year := withoutYear(f.Name, rep.Year)
		if by := max(scaleNamed(base), scaleSaid(f.Source)); kind == count && abs(value) < 1<<52/by {
			value *= by
		}
		if f.Year != 0 {
			year = f.Year
		}
		full := spelledOut(strings.ToLower(f.Name))
		t := known[base]
		if _, has := t.stated(year); t == nil || has || t.kind != kind {
			t = &topic{name: strings.ReplaceAll(base, "_", " "), id: base, kind: kind}
			known[base] = t
			t.series = []valued{{year, value}}
			l.add(t, append([]string{base}, alsoCounted(base)...)...)
		} else {
			t.series = append(t.series, valued{year, value})
			t.order(l.year)
		}
		l.byID[full] = t
	}
}

// scaleNamed is what a figure is to be multiplied with that has the word for it in its name:
// "mio_i_job".
func scaleNamed(base string) int64 {
	for _, w := range strings.Split(base, "_") {
		switch w {
		case "mio":
			return 1_000_000
		case "mia":
			return 1_000_000_000
		}
	}
	return 1
}

// scaleSaid is what a count is to be multiplied with whose source says that it is of so many:
// "Statistikken. Mio. ton".
func scaleSaid(source string) int64 {
	for _, w := range strings.FieldsFunc(strings.ToLower(source), func(c rune) bool { return c == ' ' || c == ',' || c == '.' || c == ':' || c == '(' || c == ')' }) {
		switch w {
		case "mio", "million", "millions", "millioner":
			return 1_000_000
		case "mia", "milliarder":
			return 1_000_000_000
		}
	}
	return 1
}

// stated is in for a topic that may be nil.
func (t *topic) stated(year int) (int64, bool) {
	if t == nil {
		return 0, false
	}
	return t.in(year)
}

// sized is a figure's value in the smallest part of its kind.
func sized(v figures.Value) (int64, kind, bool) {
	scale, k := int64(10_000), count
	switch v.Unit() {
	case figures.Kroner:
		scale, k = 100, money
	case figures.Percent, figures.Point:
		k = percent
	case figures.Count:
	default:
		return 0, count, false
	}
	n := v.Rat()
	f, _ := n.Float64()
	if f *= float64(scale); f > 1<<52 || f < -(1<<52) {
		return 0, k, false
	}
	if f < 0 {
		return int64(f - 0.5), k, true
	}
	return int64(f + 0.5), k, true
}

// withoutYear is the name of a figure without the year in it, and that year; the edition's
// where it has none.
func withoutYear(name string, edition int) (base string, year int) {
	year = edition
	var out []string
	for _, w := range strings.Split(spelledOut(strings.ToLower(name)), "_") {
		switch {
		case isYear(w):
			year, _ = strconv.Atoi(w)
		case w == "forrige" || w == "ifjor" || w == "aaretfoer":
			year = edition - 1
		default:
			out = append(out, w)
		}
	}
	return strings.Join(out, "_"), year
}
