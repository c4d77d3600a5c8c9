package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is a sentence of a run, read once for all rules.
type sentence struct {
	span        // in the run
	text, lower string
	words       []word   // at places in text
	figs        []figure // likewise
}

// lowered is a text in lower case, each letter where it was: one whose small form
// takes another number of bytes stays as it is.
func lowered(text string) string {
	lower := strings.ToLower(text)
	if len(lower) == len(text) {
		return lower
	}
	return strings.Map(func(c rune) rune {
		if l := unicode.ToLower(c); utf8.RuneLen(l) == utf8.RuneLen(c) {
			return l
		}
		return c
	}, text)
}

// read parts the run into sentences.
func (r *run) read(form *regexp.Regexp) {
	for _, s := range spansOf(r.text) {
		text := r.text[s.from:s.to]
		r.parts = append(r.parts, sentence{s, text, lowered(text), wordsOf(text), figuresIn(form, text)})
	}
}

// span is bytes [from, to) of a run's text.
type span struct{ from, to int }

// spansOf parts a text into sentences: at a stop before a capital, unless what stands before
// it is a short form or a day.
func spansOf(text string) []span {
	var out []span
	from := 0
	for i := 0; i < len(text); i++ {
		if !strings.ContainsRune(".!?", rune(text[i])) || i+2 >= len(text) || text[i+1] != ' ' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+2:])
		if !unicode.IsUpper(next) && next != '”' || text[i] == '.' && shortForm(text[from:i]) {
			continue
		}
		out = append(out, span{from, i + 1})
		from = i + 2
	}
	return append(out, span{from, len(text)})
}

// shortForm reports whether the text ends in a word that a dot shortens.
func shortForm(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	switch strings.ToLower(last) {
	case "ca", "pr", "nr", "fx", "bl", "mio", "mia", "pkt", "st":
		return true
	}
	return utf8.RuneCountInString(last) == 1 && !unicode.IsDigit(rune(text[len(text)-1]))
}

// word is a word of a text.
type word struct {
	span
	text string
}

// wordsOf returns the words: letters, digits and hyphens inside.
func wordsOf(text string) []word {
	var out []word
	from := -1
	for i, c := range text + " " {
		in := unicode.IsLetter(c) || unicode.IsDigit(c) || (c == '-' || c == '\'' || c == '’') && from >= 0
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			w := strings.TrimRight(text[from:i], "-'’")
			out = append(out, word{span{from, from + len(w)}, w})
			from = -1
		}
	}
	return out
}

// words are those of the whole run.
func (r *run) words() []word {
	var out []word
	for _, s := range r.parts {
		for _, w := range s.words {
			out = append(out, word{span{s.from + w.from, s.from + w.to}, w.text})
		}
	}
	return out
}
