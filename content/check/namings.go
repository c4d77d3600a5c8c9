package check

import (
	"slices"
	"strings"
)

// naming is a place in a sentence where a topic is named.
type naming struct {
	span            // in the sentence
	first, last int // words; −1 of a reference
	topic       *topic
	score       float32 // how much of the name is there: 1 is all of it
	cover       [6]float32
	name        int32
	byRef       bool // it is a figure by reference, of the topic
	byValue     bool // it is a figure that is the topic's
	year        int  // that the reference asks for; 0: it does not say
	owner       bool // what is told is theirs, not how many they are: "medlemmernes udgifter"; or of a line, another's
}

// namings are the places in a sentence where topics are named by words or by
// references, in order; of those that share words the ones that are named best. They are
// kept for the chapter.
func (c *checker) namings(r *run, s sentence) []naming {
	all := namingsBy(c.named.tried[:0], &c.topics.calls, s)
	if c.local != nil {
		all = namingsBy(all, c.local, s)
	}
	c.named.tried = all
	const least, better = 0.3, 0.12
	first := len(c.named.kept)
	for i := range all {
		n := &all[i]
		if n.score < least {
			continue
		}
		beaten := false
		for k := range all {
			o := &all[k]
			beaten = beaten || o.first <= n.last && n.first <= o.last && o.score > n.score+better
		}
		if !beaten {
			n.owner = s.owns(n.last) || n.topic.line != nil && c.othersOwn(s, n.first)
			c.named.kept = append(c.named.kept, *n)
		}
	}
	if len(r.bound) > 0 {
		c.named.kept = append(c.named.kept, c.referred(r, s)...)
	}
	if len(s.figs) > 0 {
		c.named.kept = append(c.named.kept, c.valued(r, s)...)
	}
	out := c.named.kept[first:len(c.named.kept):len(c.named.kept)]
	slices.SortStableFunc(out, func(a, b naming) int { return a.from - b.from })
	return out
}

// owns reports whether the i-th word, definite, is in the genitive before another thing, which is theirs.
func (s sentence) owns(i int) bool {
	w := s.words[i].lower
	if i+1 == len(s.words) || w[len(w)-1] != 's' || !strings.HasSuffix(w, "nes") && !strings.HasSuffix(w, "ens") && !strings.HasSuffix(w, "ets") || s.words[i].to+1 != s.words[i+1].from {
		return false
	}
	next := s.words[i+1].lower
	if next == "samlede" && i+2 < len(s.words) {
		next = s.words[i+2].lower
	}
	for _, of := range [...]string{"antal", "tal", "andel", "sum", "størrelse", "værdi", "niveau", "udvikling", "beløb"} {
		if strings.HasPrefix(next, of) {
			return false
		}
	}
	return leaning(next) == noWay && !joins(next)
}

// namedRoom is room for the namings of a chapter, used again for the next.
type namedRoom struct{ tried, kept []naming }

// apart is how many words may stand between two of a name.
const apart = 4

// namingsBy gathers them, of every score.
func namingsBy(out []naming, calls *callings, s sentence) []naming {
	first := len(out)
	for i := range s.words {
		w := &s.words[i]
		for _, h := range calls.of(w) {
			k := min(int(h.word), 5)
			at := -1
			for m := len(out) - 1; m >= first; m-- {
				if out[m].name == h.name && i-out[m].last <= apart {
					at = m
					break
				}
			}
			if at < 0 || out[at].cover[k]+h.cover > 1.25 && out[at].last != i {
				out = append(out, naming{span: w.span, first: i, last: i, topic: calls.names[h.name].topic, name: h.name})
				at = len(out) - 1
			}
			m := &out[at]
			m.last, m.to = i, w.to
			m.cover[k] = min(1, m.cover[k]+h.cover)
		}
	}
	for m := first; m < len(out); m++ {
		n := &calls.names[out[m].name]
		got := float32(0)
		for k, weight := range n.weight {
			got += weight * out[m].cover[min(k, 5)]
		}
		out[m].score = got / n.sum * n.alias
		if out[m].score > 0.6 && n.total != totals(s, out[m]) {
			out[m].score -= 0.05
		}
	}
	return out
}

// totals reports whether words beside a naming say that a sum is meant.
func totals(s sentence, n naming) bool {
	for i := max(0, n.first-2); i < min(len(s.words), n.last+3); i++ {
		switch w := s.words[i].lower; {
		case strings.HasPrefix(w, "samled"), strings.HasPrefix(w, "total"), w == "alt":
			return true
		}
	}
	return false
}

// referred are the topics of figures by reference in a sentence.
func (c *checker) referred(r *run, s sentence) []naming {
	var out []naming
	for _, b := range r.bound {
		if b.waived || b.from < s.from || b.to > s.to {
			continue
		}
		for _, n := range namesIn(b.expr) {
			id, year := n.id, n.year
			if n.before {
				year = c.rep.Year - 1
			}
			if t := c.topics.byID[id]; t != nil {
				if t.line == nil && year == 0 {
					_, year = withoutYear(id, c.rep.Year)
				}
				out = append(out, naming{span: span{b.from - s.from, b.to - s.from}, first: -1, last: -2, topic: t, score: 1, byRef: true, year: year})
			}
		}
	}
	return out
}

// asked is a name in a reference.
type asked struct {
	id     string // folded
	year   int
	before bool
}

// namesIn are the names in a reference: its format aside.
func namesIn(expr string) []asked {
	if i := strings.LastIndexByte(expr, '|'); i >= 0 {
		expr = expr[:i]
	}
	expr = spelledOut(strings.ToLower(strings.ReplaceAll(expr, "|", " ")))
	var out []asked
	for i := 0; i < len(expr); {
		n := letters(expr[i:])
		for n > 0 && i+n < len(expr) && (expr[i+n] == '_' || letters(expr[i+n:]) > 0) {
			n += max(1, letters(expr[i+n:]))
		}
		if n == 0 {
			i++
			continue
		}
		a := asked{id: expr[i : i+n]}
		i += n
		if strings.HasPrefix(expr[i:], "@") && digitsAt(expr, i+1) == 4 {
			a.year = int(wholeNumber(expr[i+1 : i+5]))
			i += 5
		} else if strings.HasPrefix(expr[i:], ".forrige") {
			a.before = true
			i += len(".forrige")
		}
		out = append(out, a)
	}
	return out
}

// valued are the topics that the figures of a sentence are of by their very values, where
// those are long enough not to be another's by chance.
func (c *checker) valued(r *run, s sentence) []naming {
	const least, several = 3, 3
	var out []naming
	for _, f := range s.figs {
		if f.about || f.telling(digits(abs(f.n))) < least || r.isBound(s.from+f.from, s.from+f.to) {
			continue
		}
		out = append(out, c.rowsValued(f)...)
		list := c.topics.exactly(f)
		if len(list) == 0 || len(list) > several {
			continue
		}
		for _, e := range list {
			out = append(out, naming{span: f.span, first: -1, last: -2, topic: e.topic, score: 0.9, byValue: true, year: e.year})
		}
	}
	return out
}

// rowsValued are the rows of the chapter's tables that a figure is of by its very value.
func (c *checker) rowsValued(f figure) []naming {
	const least = 4 // digits
	if c.local == nil || f.telling(digits(abs(f.n))) < least {
		return nil
	}
	var out []naming
	for i := range c.local.names {
		t := c.local.names[i].topic
		for _, d := range t.series {
			if len(t.series) > 1 && (reading{kind: t.kind, value: d.value}).is(f) {
				out = append(out, naming{span: f.span, first: -1, last: -2, topic: t, score: 0.9, byValue: true, year: d.year})
			}
		}
	}
	return out
}
