package check

import (
	"cmp"
	"hash/maphash"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// lexicon is the words of a report, in lower case, each known by a number from 1 on:
// what is to be known of a word is found out once.
type lexicon struct {
	seed  maphash.Seed
	slots []slot // a power of two of them; a word is in the first that is free from its sum on
	forms []form // by number
	text  strings.Builder
	both  maphash.Hash // of two words that may be one
}

// slot is where a word is found by its sum; the number 0 is none.
type slot struct {
	sum uint32
	id  int32
}

// form is one word.
type form struct {
	lower  string
	marks  mark
	lean   way    // that it says something went, or is from another
	said   int8   // the number that it is in words; 0: none
	learnt bool   // the rest is known
	runes  int32  // how many
	stem   int32  // the number of what it is without its ending
	seen   *sight // of a long word in the text; nil: it has not been met
}

// sight is how often a long word stands in the text, and where first.
type sight struct {
	count int
	run   *run
	at    span
}

// newLexicon has room for the words of a text of so many bytes, of which few are new.
func newLexicon(size int) *lexicon {
	const each = 256 // bytes of text that one more word comes with
	return &lexicon{seed: maphash.MakeSeed(), slots: make([]slot, 1<<bits.Len(uint(2*size/each)|0xff)), forms: make([]form, 1, size/each+1)}
}

// id is the number of a word in lower case.
func (l *lexicon) id(lower string) int32 {
	id := l.number(lower)
	if !l.forms[id].learnt {
		l.learn(id)
	}
	return id
}

// number is that of a word of which nothing need be known but what it is.
func (l *lexicon) number(lower string) int32 {
	sum := uint32(maphash.String(l.seed, lower))
	for i := int(sum) & (len(l.slots) - 1); ; i = (i + 1) & (len(l.slots) - 1) {
		switch s := l.slots[i]; {
		case s.id == 0:
			return l.add(lower, slot{sum, int32(len(l.forms))}, i)
		case s.sum == sum && l.forms[s.id].lower == lower:
			return s.id
		}
	}
}

// add takes a word up, whose slot is free.
func (l *lexicon) add(lower string, s slot, at int) int32 {
	l.forms = append(l.forms, form{lower: l.keep(lower), stem: s.id})
	if l.slots[at] = s; len(l.forms)*2 > len(l.slots) {
		l.grow()
	}
	return s.id
}

// learn finds out what is to be known of a word.
func (l *lexicon) learn(id int32) {
	w := l.forms[id].lower
	of := id
	if bare := stem(w); bare != w {
		of = l.number(bare)
	}
	f := &l.forms[id]
	f.lean = cmp.Or(comparative(w), leaning(w))
	f.marks, f.said = markOf(w, f.lean), int8(max(0, worded(w)))
	f.runes, f.stem, f.learnt = int32(utf8.RuneCountInString(w)), of, true
}

// grow doubles the slots.
func (l *lexicon) grow() {
	old := l.slots
	l.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		i := int(s.sum) & (len(l.slots) - 1)
		for l.slots[i].id != 0 {
			i = (i + 1) & (len(l.slots) - 1)
		}
		l.slots[i] = s
	}
}

// keep copies a word, so that it does not hold the text it stands in.
func (l *lexicon) keep(word string) string {
	const room = 1 << 14
	if l.text.Cap()-l.text.Len() < len(word) {
		l.text = strings.Builder{}
		l.text.Grow(max(room, len(word)))
	}
	from := l.text.Len()
	l.text.WriteString(word)
	return l.text.String()[from:]
}
