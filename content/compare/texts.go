package compare

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kl-print/kl-print/content/diff"
)

// How is what has happened to something.
type How string

// The ways.
const (
	Changed How = "changed"
	Added   How = "added"
	Removed How = "removed"
	Moved   How = "moved" // its text may be changed too
)

// Text is a difference between two texts.
type Text struct {
	How     How
	A, B    *Passage // nil where there is none
	Words   []Word   // of both; of a text that is changed
	Figures bool     // a figure is among the words that changed
	More    int      // how many passages right after it have moved with it
}

// Word is a stretch of words that both texts have, or one of them.
type Word struct {
	How  How // Added or Removed; empty: both have it
	Text string
}

// alike is how much of the longer of two texts has to be in both, in per cent, for
// one to be the other changed; alikeFar is that for one that has also moved.
const (
	alike    = 40
	alikeFar = 75
)

// Texts compares passages in the order they are read.
func Texts(a, b []Passage) []Text {
	m := &mover{a: a, b: b}
	for _, e := range diff.Of(keys(a), keys(b)) {
		m.stretch(e)
	}
	m.moves()
	slices.SortStableFunc(m.out, func(x, y placed) int { return x.at - y.at })
	var out []Text
	var last placed
	for _, p := range m.out {
		with := len(out) > 0 && p.together(last)
		if last = p; with {
			out[len(out)-1].More++
			continue
		}
		out = append(out, p.Text)
	}
	return out
}

// keys are what passages are told apart by.
func keys(list []Passage) []string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = string(p.Kind) + "\x00" + p.Text
	}
	return out
}

// placed is a difference, where in the second report it is told, and which passages
// it is between.
type placed struct {
	Text
	at, a, b int
}

// together reports a passage that has moved as it is, right behind another that has.
func (p placed) together(last placed) bool {
	return p.How == Moved && last.How == Moved && len(p.Words)+len(last.Words) == 0 && p.a == last.a+1 && p.b == last.b+1
}

// mover finds out what became of passages that are not where they were.
type mover struct {
	a, b       []Passage
	out        []placed
	gone, come []loose
}

// loose is a passage that one report has and the other has not at its place.
type loose struct{ index, at int }

// stretch pairs the passages of two stretches that are alike: each with the first
// of the others that is, and that comes after those that are paired already.
func (m *mover) stretch(e diff.Edit) {
	const far = 40 // passages: further on nothing is looked for
	next := e.B
	for i := e.A; i < e.AEnd; i++ {
		best, share := -1, alike-1
		for k := next; k < min(e.BEnd, next+far); k++ {
			if s := likeness(m.a[i].Text, m.b[k].Text); s > share && (m.a[i].Kind == m.b[k].Kind || s > alikeFar) {
				best, share = k, s
			}
		}
		if best < 0 {
			m.gone = append(m.gone, loose{i, 2 * next})
			continue
		}
		for k := next; k < best; k++ {
			m.come = append(m.come, loose{k, 2*k + 1})
		}
		m.out = append(m.out, placed{changed(&m.a[i], &m.b[best], Changed), 2*best + 1, i, best})
		next = best + 1
	}
	for k := next; k < e.BEnd; k++ {
		m.come = append(m.come, loose{k, 2*k + 1})
	}
}

// moves pairs what is gone from one place with what has come at another: what is
// the same, and then what is nearly so.
func (m *mover) moves() {
	const most = 200 // to compare each with: a new report is not last year's moved
	byText := map[string][]int{}
	for i, g := range m.gone {
		byText[m.a[g.index].Text] = append(byText[m.a[g.index].Text], i)
	}
	takenA, takenB := make([]bool, len(m.gone)), make([]bool, len(m.come))
	take := func(i, k int) {
		takenA[i], takenB[k] = true, true
		m.out = append(m.out, placed{changed(&m.a[m.gone[i].index], &m.b[m.come[k].index], Moved), m.come[k].at, m.gone[i].index, m.come[k].index})
	}
	for k, c := range m.come {
		if list := byText[m.b[c.index].Text]; len(list) > 0 {
			take(list[0], k)
			byText[m.b[c.index].Text] = list[1:]
		}
	}
	for i, g := range m.gone {
		if takenA[i] || len(m.gone) > most || len(m.come) > most {
			continue
		}
		for k, c := range m.come {
			if !takenB[k] && likeness(m.a[g.index].Text, m.b[c.index].Text) >= alikeFar {
				take(i, k)
				break
			}
		}
	}
	for i, g := range m.gone {
		if !takenA[i] {
			m.out = append(m.out, placed{Text: Text{How: Removed, A: &m.a[g.index]}, at: g.at})
		}
	}
	for k, c := range m.come {
		if !takenB[k] {
			m.out = append(m.out, placed{Text: Text{How: Added, B: &m.b[c.index]}, at: c.at})
		}
	}
}

// changed tells how a passage became another.
func changed(a, b *Passage, how How) Text {
	t := Text{How: how, A: a, B: b}
	if a.Text == b.Text {
		return t
	}
	t.Words = Words(a.Text, b.Text)
	t.Figures = slices.ContainsFunc(t.Words, func(w Word) bool { return w.How != "" && strings.ContainsFunc(w.Text, unicode.IsDigit) })
	return t
}

// likeness is how much of the longer of two texts is words of both, in per cent. The
// signs about a word don't count.
func likeness(a, b string) int {
	x, y := bareWords(a), bareWords(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	count := make(map[string]int, len(x))
	for _, w := range x {
		count[w]++
	}
	same := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			same++
		}
	}
	return 100 * same / max(len(x), len(y))
}

// bareWords are the words of a text without the signs about them.
func bareWords(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return unicode.IsSpace(c) || unicode.IsPunct(c) || unicode.IsSymbol(c) })
}

// Words compares two texts word by word.
func Words(a, b string) []Word {
	x, y := strings.Fields(a), strings.Fields(b)
	var out []Word
	add := func(how How, words []string) {
		if len(words) > 0 {
			out = append(out, Word{how, strings.Join(words, " ")})
		}
	}
	at := 0
	for _, e := range diff.Of(x, y) {
		add("", x[at:e.A])
		add(Removed, x[e.A:e.AEnd])
		add(Added, y[e.B:e.BEnd])
		at = e.AEnd
	}
	add("", x[at:])
	return out
}
