package main

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// part is what the lexicon says of one string of letters.
type part struct {
	first, last int      // costs in steps, 0 for never
	endings     []string // of the forms that stand last, sorted
	joint       int      // letters before the joint after a prefix, 0 for none
}

// stepsPerNat is how finely costs are kept.
const stepsPerNat = 2

// rarestFirst is the count of a first form that the dictionary names as such
// but that no word of it has.
const rarestFirst = 0.25

// lexicon gathers the parts that are not compounds themselves.
func (m *model) lexicon(entries []entry, cuts map[string][]int) map[string]*part {
	out := map[string]*part{}
	at := func(key string) *part {
		if out[key] == nil {
			out[key] = &part{}
		}
		return out[key]
	}
	for base, forms := range m.formsOf(entries) {
		if m.last[base] == 0 || len(cuts[base]) > 0 {
			continue
		}
		cost := m.steps(m.last[base])
		joint := m.prefix(base)
		for stem, endings := range stems(forms, joint+3) {
			p := at(stem)
			p.last = cheaper(p.last, cost)
			p.endings = append(p.endings, endings...)
			p.joint = max(p.joint, within(joint, stem))
		}
	}
	for text, n := range m.firstParts(cuts) {
		if n >= rarestFirst {
			p := at(text)
			p.first = m.steps(n)
			p.joint = max(p.joint, within(m.prefixOfFirst(text), text))
		}
	}
	for _, p := range out {
		slices.Sort(p.endings)
		p.endings = slices.Compact(p.endings)
	}
	return out
}

// firstParts is the counts of the first forms that are no compounds. Those that
// are, such as "varmtvands", count for their last part, which may have an s
// there that it has not alone.
func (m *model) firstParts(cuts map[string][]int) map[string]float64 {
	out := map[string]float64{}
	for _, text := range slices.Sorted(maps.Keys(m.first)) {
		tail := lastPart(text, cuts)
		if utf8.RuneCountInString(tail) > 2 || tail == text {
			out[tail] += m.first[text]
		}
	}
	return out
}

// lastPart is what is left of a first form when the parts before it are cut
// off.
func lastPart(text string, cuts map[string][]int) string {
	for {
		i := slices.IndexFunc(bases(text), func(word string) bool { return len(cuts[word]) > 0 })
		if i < 0 {
			return text
		}
		at := cuts[bases(text)[i]]
		text = text[at[len(at)-1]:]
	}
}

// bases are the words a first form may come from: the same, the same without
// the s or e that links, or with the e that it lost.
func bases(text string) []string {
	bare := strings.TrimSuffix(text, "s")
	return []string{text, bare, bare + "e", strings.TrimSuffix(text, "e"), text + "e"}
}

// steps is a count's cost.
func (m *model) steps(n float64) int {
	return min(max(1, int(math.Round(m.nats(n)*stepsPerNat))), 31)
}

// cheaper returns the lower of two costs, of which 0 is none.
func cheaper(a, b int) int {
	if a == 0 || b < a {
		return b
	}
	return a
}

// within is a joint that lies inside a stem, or none.
func within(joint int, stem string) int {
	if joint < utf8.RuneCountInString(stem) {
		return joint
	}
	return 0
}

// formsOf returns all forms of each word, those that stand in the dictionary as
// entries of their own with it.
func (m *model) formsOf(entries []entry) map[string][]string {
	out := map[string][]string{}
	for word := range m.curated {
		out[word] = []string{word, word + "s"}
	}
	for _, e := range entries {
		base := e.word
		if e.stem != "" {
			base = e.stem
		}
		out[base] = append(out[base], e.word)
		for _, f := range e.forms {
			if !f.first {
				out[base] = append(out[base], f.text)
			}
		}
	}
	return out
}

// stems puts forms under what they begin with in common, irregular ones apart:
// a stem has at least as many letters as asked, and at most three less than the
// word itself.
func stems(forms []string, least int) map[string][]string {
	common := forms[0]
	for _, f := range forms[1:] {
		n := sharedLetters(common, f)
		if n >= least && n >= len(forms[0])-3 {
			common = common[:n]
		}
	}
	out := map[string][]string{}
	for _, f := range forms {
		if ending, ok := strings.CutPrefix(f, common); ok {
			out[common] = append(out[common], ending)
		} else {
			out[f] = append(out[f], "")
		}
	}
	return out
}

// sharedLetters is how many bytes two strings begin with in common, whole
// letters only.
func sharedLetters(a, b string) int {
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			return i
		}
	}
	return len(a)
}

// prefix returns the letters of the prefix a word starts with, if what follows
// is itself a word or stands after other prefixes too; 0 if there is none.
func (m *model) prefix(word string) int {
	if n, ok := m.prefixes[word]; ok {
		return n
	}
	for _, p := range byLength(particles) {
		rest, ok := strings.CutPrefix(word, p)
		if !ok || utf8.RuneCountInString(rest) < 3 || !strings.ContainsAny(rest, vowels) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(rest)
		weak := strings.ContainsRune(vowels, r)
		if known := m.last[rest] > 0 || m.lemma[rest] != ""; known && (!weak || utf8.RuneCountInString(rest) >= 5) || m.afterPrefixes(rest) >= 2 && !weak {
			return utf8.RuneCountInString(p)
		}
	}
	return 0
}

// prefixOfFirst is the prefix of a form that stands first, found by its word.
func (m *model) prefixOfFirst(text string) int {
	for _, word := range bases(text) {
		if m.last[word] > 0 {
			return m.prefix(word)
		}
	}
	return m.prefix(text)
}

// afterPrefixes is how many prefixes a string stands after.
func (m *model) afterPrefixes(rest string) int {
	n := 0
	for _, p := range particles {
		if m.last[p+rest] > 0 || m.lemma[p+rest] != "" {
			n++
		}
	}
	return n
}

// byLength lists strings, the longest first.
func byLength(list []string) []string {
	return slices.SortedStableFunc(slices.Values(list), func(a, b string) int { return len(b) - len(a) })
}

// sortedKeys lists the keys of the lexicon.
func sortedKeys(lex map[string]*part) []string {
	return slices.Sorted(maps.Keys(lex))
}
