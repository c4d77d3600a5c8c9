package check

import (
	"strings"

	"github.com/kl-print/kl-print/content"
)

// A table with a column for each of several years has key figures that the text of any
// chapter may speak of, with what they were the year before.

// mostRows is how many such rows a report has whose names can still be told apart.
const mostRows = 400

// serialRows are the rows of the report's tables that have a figure for two years or more.
func (c *checker) serialRows() []*topic {
	var out []*topic
	for _, ch := range c.rep.Chapters {
		eachTable(ch, func(t content.Table, _ string) {
			if len(out) > mostRows || !serial(t) {
				return
			}
			g := c.gridOf(t)
			for _, row := range g.topics(c.rep.Year) {
				if row.known(g, c.rep.Year) {
					out = append(out, row)
				}
			}
		})
	}
	return out
}

// known reports whether a row of a table is known by its label in every chapter: it is not
// where it is a part of a sum and has no long name of its own, or of what the table's title says in per cent: it
// means other things elsewhere.
func (t *topic) known(g grid, edition int) bool {
	const telling = 9 // letters
	_, now := t.in(edition)
	return now && t.kind != percent && len(t.series) > 1 && !leftover(t.id) && (g.total < 0 || len(t.id) >= telling && !strings.Contains(t.id, " "))
}

// serial reports whether two columns or more of a table are of a year each.
func serial(t content.Table) bool {
	n := 0
	for _, col := range t.Columns {
		title := strings.ToLower(spaced(col.Title))
		if y := fourDigits(title); len(y) == 1 && isYear(title[y[0].from:y[0].to]) {
			n++
		}
	}
	return n > 1
}

// leftover reports whether a row is called no more than what others are not: a text that
// says so may mean anything.
func leftover(label string) bool {
	switch label {
	case "andet", "andre", "øvrige", "øvrigt", "resten", "other", "others":
		return true
	}
	return false
}

// rows takes up rows of tables. One that is called what a line or a figure of figures.yaml
// is tells of the years that one does not know, if it tells the same of the edition's.
func (l *topicList) rows(rows []*topic) {
	if len(rows) == 0 {
		return
	}
	var fresh []*topic
	for _, t := range rows {
		known, same := l.sameAs(t)
		switch {
		case known == nil:
			fresh = append(fresh, t)
		case same:
			for _, d := range t.series {
				if _, has := known.in(d.year); !has {
					known.series = append(known.series, d)
				}
			}
			known.order(l.year)
		}
	}
	for _, t := range fresh {
		t.id, t.row = "row "+t.id, true
		l.add(t, t.name)
	}
}

// sameAs is the topic that a row is called, and whether it is as large in the edition's
// year; nil where the row is called nothing that is known.
func (l *topicList) sameAs(row *topic) (known *topic, same bool) {
	const least, most = 0.6, 0.9 // of a name; of one that has another value
	now, _ := row.in(l.year)
	var label callings
	if label.add(row, row.name, 1); len(label.names) == 0 {
		return nil, false
	}
	for i := range l.calls.names {
		n := &l.calls.names[i]
		score := n.within(label.names[0].words)
		if score < least || n.topic.kind != row.kind {
			continue
		}
		is, has := n.topic.in(l.year)
		if has && abs(is) == abs(now) {
			return n.topic, true
		}
		if score >= most {
			known = n.topic
		}
	}
	return known, false
}

// within is how much of a name some words have, by letters: whole words, or parts of them.
func (n *calling) within(words []string) float64 {
	all, got := 0, 0.0
	for _, w := range n.words {
		all += len(w)
		best := 0.0
		for _, v := range words {
			switch {
			case v == w:
				best = 1
			case len(v) >= akin && strings.Contains(w, v), len(w) >= akin && strings.Contains(v, w):
				best = max(best, 0.8)
			}
		}
		got += best * float64(len(w))
	}
	return got / float64(max(all, 1))
}
