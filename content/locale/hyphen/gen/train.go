package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// The numbers of the model, found by trial on testdata/compounds.txt and
// testdata/simple.txt.
const (
	rounds      = 6
	letterPrice = 2.2 // nats a letter of a word kept whole, shared by its uses
	jointPrice  = 1.0 // nats a joint
	maxPart     = 30
)

// model says how often each form stands first (or in the middle) and each word
// last or alone in the words of the dictionary. Counts are the evidence for
// what is a part of compounds: the dictionary has no frequencies.
type model struct {
	first, last map[string]float64
	prior       map[string]float64 // of first forms
	total       float64
	words       []string
}

// newModel takes the words and their possible first forms.
func newModel(entries []entry) *model {
	m := &model{last: map[string]float64{}, prior: map[string]float64{}}
	for _, e := range entries {
		if e.stem != "" || utf8.RuneCountInString(e.word) < 2 {
			continue
		}
		m.last[e.word] = 1
		m.offer(e.word, 0.2)
		m.offer(e.word+"s", 0.05)
		for _, f := range e.forms {
			if f.first {
				m.offer(f.text, 1)
			}
		}
	}
	m.words = slices.Sorted(maps.Keys(m.last))
	m.first = maps.Clone(m.prior)
	m.startCounts()
	return m
}

// offer makes a form a candidate for standing first.
func (m *model) offer(text string, weight float64) {
	if utf8.RuneCountInString(text) >= 2 && !slices.Contains(particles, text) {
		m.prior[text] = max(m.prior[text], weight)
	}
}

// startCounts shares each word among its ways of falling into two.
func (m *model) startCounts() {
	last := maps.Clone(m.last)
	for _, w := range m.words {
		var cuts []int
		for i := range w {
			if i >= 3 && len(w)-i >= 3 && m.prior[w[:i]] > 0 && m.last[w[i:]] > 0 {
				cuts = append(cuts, i)
			}
		}
		for _, i := range cuts {
			m.first[w[:i]] += m.prior[w[:i]] / float64(len(cuts))
			last[w[i:]] += m.prior[w[:i]] / float64(len(cuts))
		}
	}
	m.last = last
	m.sum()
}

func (m *model) sum() {
	m.total = 0
	for _, k := range slices.Sorted(maps.Keys(m.first)) {
		m.total += m.first[k]
	}
	for _, k := range slices.Sorted(maps.Keys(m.last)) {
		m.total += m.last[k]
	}
}

// train counts again and again, each time in the best parting of every word.
func (m *model) train() map[string][]int {
	var cuts map[string][]int
	for range rounds {
		cuts = map[string][]int{}
		first, last := map[string]float64{}, map[string]float64{}
		for k, p := range m.prior {
			first[k] = p * 0.3
		}
		for _, w := range m.words {
			at := m.part(w)
			from := 0
			for _, i := range at {
				first[w[from:i]]++
				from = i
			}
			last[w[from:]]++
			if len(at) > 0 {
				cuts[w] = at
				last[w] += 0.01
			}
		}
		m.first, m.last = first, last
		m.sum()
	}
	return cuts
}

// part returns where the cheapest parting of a word cuts it.
func (m *model) part(w string) []int {
	cost := make([]float64, len(w)+1)
	from := make([]int, len(w)+1)
	for j := 1; j <= len(w); j++ {
		cost[j] = math.Inf(1)
		for i := max(0, j-maxPart); i < j; i++ {
			if !utf8.RuneStart(w[i]) || j < len(w) && !utf8.RuneStart(w[j]) || i > 0 && math.IsInf(cost[i], 1) {
				continue
			}
			if c := cost[i] + m.price(w, i, j); c < cost[j] {
				cost[j], from[j] = c, i
			}
		}
	}
	var cuts []int
	for j := from[len(w)]; j > 0; j = from[j] {
		cuts = append(cuts, j)
	}
	slices.Reverse(cuts)
	return cuts
}

// price is the cost of letting w[i:j] be one part.
func (m *model) price(w string, i, j int) float64 {
	text := w[i:j]
	if j < len(w) {
		n, ok := m.first[text]
		if !ok {
			return math.Inf(1)
		}
		return m.nats(n) + jointPrice + short(text)
	}
	n, ok := m.last[text]
	if !ok {
		return math.Inf(1)
	}
	if i == 0 {
		return m.nats(max(n, 1)) + letterPrice*float64(utf8.RuneCountInString(text))/max(n, 1)
	}
	return m.nats(n) + short(text) + letterPrice*float64(utf8.RuneCountInString(text))/max(n, 1)
}

func (m *model) nats(n float64) float64 { return -math.Log(n / m.total) }

// short is what a part costs for being short: such are mostly chance.
func short(text string) float64 {
	switch n := utf8.RuneCountInString(text); {
	case !strings.ContainsAny(text, "aeiouyæøåé"):
		return 20
	case n <= 2:
		return 6
	case n == 3:
		return 2.5
	case n == 4:
		return 1
	}
	return 0
}

// byCount lists the keys of counts, the highest first.
func byCount(counts map[string]float64) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
}
