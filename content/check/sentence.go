package check

import (
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
	marks       mark
}

// mark is what a sentence has that some rules are about: others are not asked.
type mark uint8

const (
	digited  mark = 1 << iota // a digit
	directed                  // a word of direction
	surplus                   // overskud, underskud
	compares                  // "end", "overstiger"
	parted                    // "af"
	timed                     // "år", "året"
)

// markOf is what a word, in lower case, makes of its sentence.
func markOf(w string) mark {
	switch w {
	case "af":
		return parted
	case "år", "året":
		return timed
	case "end", "overstiger", "oversteg":
		return compares
	}
	switch {
	case wayOf(w) != noWay:
		return directed
	case strings.HasPrefix(w, "overskud"), strings.HasPrefix(w, "underskud"):
		return surplus
	}
	return 0
}

// has reports whether a sentence has one of some marks.
func (s sentence) has(m mark) bool { return s.marks&m != 0 }

// lowered is a text in lower case, each letter where it was: one whose small form
// takes another number of bytes stays as it is.
func lowered(text string) string {
	out := make([]byte, len(text))
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
			fallthrough
		case c < utf8.RuneSelf:
			out[i] = c
			i++
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == size {
				utf8.EncodeRune(out[i:], l)
			} else {
				copy(out[i:], text[i:i+size])
			}
			i += size
		}
	}
	return string(out)
}

// read parts the run into sentences.
func (r *run) read() {
	r.lower = lowered(r.text)
	for _, s := range spansOf(r.text) {
		r.parts = append(r.parts, sentenceOf(s, r.text[s.from:s.to], r.lower[s.from:s.to]))
	}
}

// sentenceOf reads the sentence of a place.
func sentenceOf(at span, text, lower string) sentence {
	s := sentence{span: at, text: text, lower: lower, words: wordsIn(text, lower)}
	if strings.ContainsAny(text, "0123456789") {
		s.marks, s.figs = digited, figuresIn(text)
	}
	for i := range s.words {
		s.marks |= markOf(s.words[i].lower)
	}
	return s
}

// span is bytes [from, to) of a run's text.
type span struct{ from, to int }

// spansOf parts a text into sentences: at a stop before a capital, unless what stands before
// it is a short form or a day.
func spansOf(text string) []span {
	var out []span
	from := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' || i+2 >= len(text) || text[i+1] != ' ' {
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
	text, lower string
}

// wordsOf returns the words: letters, digits and hyphens inside.
func wordsOf(text string) []word { return wordsIn(text, lowered(text)) }

// wordsIn returns the words of a text, of which lower is in lower case.
func wordsIn(text, lower string) []word {
	const letters = 7 // a word has with what parts it
	out := make([]word, 0, len(text)/letters+1)
	from := -1
	add := func(to int) {
		if last := text[to-1]; last == '-' || last == '\'' || last >= utf8.RuneSelf {
			to = from + len(strings.TrimRight(text[from:to], "-'’"))
		}
		out = append(out, word{span{from, to}, text[from:to], lower[from:to]})
		from = -1
	}
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		in := inWord(c) || (c == '-' || c == '\'' || c == '’') && from >= 0
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			add(i)
		}
		i += size
	}
	if from >= 0 {
		add(len(text))
	}
	return out
}

// inWord reports whether a word has a character.
func inWord(c rune) bool {
	if c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}

// words are those of the whole run.
func (r *run) words() []word {
	n := 0
	for _, s := range r.parts {
		n += len(s.words)
	}
	out := make([]word, 0, n)
	for _, s := range r.parts {
		for _, w := range s.words {
			out = append(out, w.in(s))
		}
	}
	return out
}

// in is a word of a sentence at its place in the run.
func (w word) in(s sentence) word {
	w.from, w.to = s.from+w.from, s.from+w.to
	return w
}
