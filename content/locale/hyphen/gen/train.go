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
	longestPart = 30  // bytes
)

const vowels = "aeiouyæøåé"

// model says how often each form stands first (or in the middle) and each word
// last or alone in the words of the dictionary. The counts stand for the
// frequencies that the dictionary lacks. A word is parted where that is cheaper
// than to keep it whole: the shortest description of the whole dictionary, as
// in Morfessor (Creutz and Lagus, "Unsupervised Discovery of Morphemes", 2002),
// but with the dictionary's own words and linking forms for parts.
type model struct {
	first, last map[string]float64
	prior       map[string]float64 // of first forms
	total       float64
	words       []string          // sorted
	lemma       map[string]string // of inflected forms
	curated     map[string][]int  // cuts of words that counting gets wrong
	prefixes    map[string]int    // letters of the prefixes of such words
}

// newModel takes the words and their possible first forms.
func newModel(entries []entry, fixed []string) *model {
	m := &model{
		last: map[string]float64{}, prior: map[string]float64{}, lemma: map[string]string{},
		curated: map[string][]int{}, prefixes: map[string]int{},
	}
	inflected := inflectedWords(entries)
	for _, e := range entries {
		if e.stem != "" || utf8.RuneCountInString(e.word) < 2 || inflected[e.word] {
			continue
		}
		m.last[e.word] = 1
		m.offer(e.word, 0.2)
		for _, f := range e.forms {
			if f.first {
				m.offer(f.text, 1)
			} else if utf8.RuneCountInString(f.text) >= 5 && m.lemma[f.text] == "" {
				m.lemma[f.text] = e.word
			}
		}
	}
	for _, line := range fixed {
		m.fix(line)
	}
	m.words = slices.Sorted(maps.Keys(m.last))
	m.discover()
	for _, f := range moreFirst {
		m.offer(f, 10)
	}
	m.first = maps.Clone(m.prior)
	m.startCounts()
	return m
}

// fix takes one line of curated.txt.
func (m *model) fix(line string) {
	word := strings.NewReplacer("|", "", "+", "").Replace(line)
	m.last[word] = 1
	if prefix, _, ok := strings.Cut(line, "+"); ok {
		m.prefixes[word] = utf8.RuneCountInString(prefix)
	} else if !strings.Contains(line, "|") {
		m.prefixes[word] = 0
	}
	var cuts []int
	at := 0
	parts := strings.Split(strings.ReplaceAll(line, "+", ""), "|")
	for _, p := range parts[:len(parts)-1] {
		at += len(p)
		cuts = append(cuts, at)
	}
	m.curated[word] = cuts
}

// inflectedWords returns the words that are forms of others, such as
// participles that stand in the dictionary on their own as well.
func inflectedWords(entries []entry) map[string]bool {
	out := map[string]bool{}
	for _, e := range entries {
		for _, f := range e.forms {
			if strings.HasSuffix(e.word, "ere") && f.text != e.word {
				out[f.text] = true
			}
		}
	}
	return out
}

// offer makes a form a candidate for standing first.
func (m *model) offer(text string, weight float64) {
	if utf8.RuneCountInString(text) >= 2 && !slices.Contains(particles, text) && !neverFirst(text) {
		m.prior[text] = max(m.prior[text], weight)
	}
}

// fewestUses is how many words must start with a form that the dictionary does
// not list for it to be believed.
const fewestUses = 5

// discover finds first forms that the dictionary has only inside words, such as
// "øjen" and "øko": what stands before several words of four letters or more
// which don't start one letter earlier as well.
func (m *model) discover() {
	uses := map[string]float64{}
	for _, w := range m.words {
		for i := range w {
			if i < 3 || m.last[w[i:]] == 0 || utf8.RuneCountInString(w[i:]) < 4 || neverLast(w[i:]) {
				continue
			}
			if w[i-1] == 's' && m.last[w[i-1:]] > 0 {
				continue
			}
			uses[w[:i]]++
		}
	}
	for _, x := range byCount(uses) {
		if uses[x] >= fewestUses && (utf8.RuneCountInString(x) >= 4 && !brokenParticle(x) || slices.Contains(shortForms, x)) {
			m.offer(x, 0.2)
		}
	}
}

// brokenParticle reports whether a form is a prefix and consonants after it.
func brokenParticle(text string) bool {
	return slices.ContainsFunc(particles, func(p string) bool {
		rest, ok := strings.CutPrefix(text, p)
		return ok && !strings.ContainsAny(rest, vowels)
	})
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
			tail := w[from:]
			if base := m.lemma[tail]; m.last[tail] == 0 && base != "" {
				tail = base
			}
			last[tail]++
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
	if cuts, ok := m.curated[w]; ok {
		return cuts
	}
	cost := make([]float64, len(w)+1)
	from := make([]int, len(w)+1)
	for j := 1; j <= len(w); j++ {
		cost[j] = math.Inf(1)
		for i := max(0, j-longestPart); i < j; i++ {
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
	inflected := 0.0
	if !ok && i > 0 {
		n, ok = m.last[cmp.Or(m.lemma[text], text)]
		inflected = 0.7 + vowelStart(w, i)
	}
	if !ok || i > 0 && neverLast(text) {
		return math.Inf(1)
	}
	if i == 0 {
		return m.nats(max(n, 1)) + letterPrice*float64(utf8.RuneCountInString(text))/math.Sqrt(max(n, 1))
	}
	return m.nats(n) + inflected + short(text) + vowelStart(w, i) + letterPrice*float64(utf8.RuneCountInString(text))/max(n, 1)
}

func (m *model) nats(n float64) float64 { return -math.Log(n / m.total) }

// short is what a part costs for being short: such are mostly chance.
func short(text string) float64 {
	switch n := utf8.RuneCountInString(text); {
	case !strings.ContainsAny(text, "aeiouyæøåé"):
		return 20
	case slices.Contains(twoLetters, text):
		return 2.5
	case n <= 2:
		return 6
	case n == 3:
		return 2.5
	case n == 4:
		return 1
	}
	return 0
}

// neverLast reports whether a word can't be the last part of a compound, but
// looks like an ending.
func neverLast(text string) bool {
	if utf8.RuneCountInString(text) <= 2 {
		return !slices.Contains(twoLetters, text)
	}
	return slices.Contains(endings, text)
}

// vowelStart is what a last part costs that starts with a vowel after a
// consonant, if it is short: it is mostly an ending.
func vowelStart(w string, at int) float64 {
	r, _ := utf8.DecodeRuneInString(w[at:])
	if strings.ContainsRune(vowels, r) && utf8.RuneCountInString(w[at:]) <= 5 {
		return 1.5
	}
	return 0
}

// neverFirst reports whether a form is a prefix with an s after it, which is
// the first letter of what follows.
func neverFirst(text string) bool {
	p, ok := strings.CutSuffix(text, "s")
	return ok && slices.Contains(particles, p) || slices.Contains(syllables, text)
}

// byCount lists the keys of counts, the highest first.
func byCount(counts map[string]float64) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
}
