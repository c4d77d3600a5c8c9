package check

import (
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
)

// labels are what the lines are called, and which of them a word may begin.
type labels struct {
	all    []lineLabel
	begins [][]int // places in all, by the word's number in the lexicon; nil: it is not known yet
}

// beginning are the places of the labels that a word may begin, in order.
func (l *labels) beginning(w *word) []int {
	if n := int(w.id) + 1 - len(l.begins); n > 0 {
		l.begins = append(l.begins, make([][]int, n)...)
	}
	if known := l.begins[w.id]; known != nil {
		return known
	}
	out := []int{}
	for i, n := range l.all {
		if len(n.words) > 0 && formOf(w.lower, n.words[0]) {
			out = append(out, i)
		}
	}
	l.begins[w.id] = out
	return out
}

// own reports whether no other thing is called what a line is.
func (l lineLabel) own() bool {
	return len(l.words) == 1 && len(l.words[0]) >= distinct && !strings.Contains(l.line.Label, " ")
}

// distinct is how many letters a label of one word has at least that is taken for
// the line's name outside the chapters that print the accounts.
const distinct = 12

// lineLabel is a line and the words of its label, in lower case.
type lineLabel struct {
	line  *accounts.Line
	words []string
}

// labelled are the lines with figures, by all that they are called: the year's
// result is an overskud or underskud in prose.
func (c *checker) labelled() []lineLabel {
	var out []lineLabel
	var results []*accounts.Line
	for _, st := range c.rep.Accounts.Statements {
		for i := range st.Lines {
			n := &st.Lines[i]
			if len(n.Cells) < 2 || n.Cells[0].Absent {
				continue
			}
			var words []string
			for _, w := range wordsOf(strings.ToLower(n.Label)) {
				words = append(words, w.text)
			}
			out = append(out, lineLabel{n, words})
			if total, is := strings.CutSuffix(strings.ToLower(n.Label), " i alt"); is && !strings.Contains(total, " ") {
				out = append(out, lineLabel{n, []string{total}})
			}
			if strings.Contains(strings.ToLower(n.Label), "årets resultat") {
				results = append(results, n)
			}
		}
	}
	if len(results) > 0 && sameFigures(results) {
		for _, w := range []string{"overskud", "underskud", "resultat"} {
			out = append(out, lineLabel{results[0], []string{w}})
		}
	}
	return out
}

// sameFigures reports whether lines state the same: one result, shown in several
// statements.
func sameFigures(lines []*accounts.Line) bool {
	for _, n := range lines {
		if n.Cells[0].Amount != lines[0].Cells[0].Amount {
			return false
		}
	}
	return true
}

// at is how many words a label takes at the beginning of some: all of its words, in
// any form; 0 where it is not there.
func (l lineLabel) at(words []word) int {
	if len(words) < len(l.words) {
		return 0
	}
	for i, w := range l.words {
		if !formOf(words[i].lower, w) {
			return 0
		}
	}
	return len(l.words)
}

// setApart reports whether words end in one by which what comes next only tells what is
// counted in or left out: "efter årets".
func setApart(words []word) bool {
	i := len(words) - 1
	if w := words[i].lower; i > 0 && (w == "årets" || w == "de" || w == "alle") {
		i--
	}
	switch words[i].lower {
	case "før", "efter", "uden", "inklusive", "inkl", "eksklusive", "ekskl", "fratrukket", "undtagen":
		return true
	}
	return false
}

// oneOfIts reports whether a word is one of what a label in the plural is of: "en omkostning".
func oneOfIts(before, w string) bool {
	return (before == "en" || before == "et") && !strings.HasSuffix(w, "skud") && !strings.HasSuffix(w, "resultat")
}

// narrowed reports whether a word is an adjective that makes what it stands by some of what the accounts call so:
// "direkte omkostninger".
func narrowed(w string) bool {
	switch w {
	case "direkte", "indirekte", "egne", "faste", "variable", "øvrige", "andre", "særlige", "eksterne", "interne", "nye", "første", "sidste":
		return true
	}
	return false
}

// partsBefore reports whether words end in "af de samlede" or the like, which makes what comes
// next a whole that something is part of.
func partsBefore(words []word) bool {
	n := len(words)
	return n > 1 && (words[n-2].lower == "af" || n > 2 && words[n-3].lower == "af" && words[n-2].lower == "de") && (words[n-1].lower == "de" || words[n-1].lower == "alle" || strings.HasPrefix(words[n-1].lower, "samlede"))
}
