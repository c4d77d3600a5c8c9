package hyphen

import (
	"hash/maphash"
	"math"
	"strings"
	"sync"
	"sync/atomic"
)

// parting is a Danish word's cheapest parting, and all that is asked of it again: a line breaks by it in
// every manner the word is set in, and the check asks whether it is a word at all. It never changes.
type parting struct {
	word    string
	letters int
	breaks  []Break
	starts  uint64 // a bit for each letter that a part begins with, the first left out
	parts   int    // 0 where one of them is unknown or a single letter
	cost    int32  // of the whole word,
	last    int32  // and of its last part
	from    int    // the letter that the last part begins with
}

// mostLetters is how long a word is kept, and looked at but for its breaks.
const mostLetters = 64

// danishData is what Danish words are broken by, and the words that were, as many as there is room for:
// each takes the place of another with the same hash.
type danishData struct {
	patterns *patterns
	lexicon  *lexicon
	seed     maphash.Seed
	kept     [1 << 14]atomic.Pointer[parting]
}

// readDanish reads it, once in a process: it is large. What it answers never changes.
var readDanish = sync.OnceValue(func() *danishData {
	return &danishData{patterns: readPatterns(danish), lexicon: readLexicon(), seed: maphash.MakeSeed()}
})

// of returns the parting of a word as it is written, nil where it has anything but letters or more of
// them than are kept.
func (d *danishData) of(word string) *parting {
	slot := &d.kept[maphash.String(d.seed, word)%uint64(len(d.kept))]
	if p := slot.Load(); p != nil && p.word == word {
		return p
	}
	var buf [mostLetters]uint8
	letters, ok := numbers(buf[:0], word)
	if !ok || len(letters) == 0 || len(letters) > mostLetters {
		return nil
	}
	p := d.part(word, letters)
	slot.Store(p)
	return p
}

// part looks for the parting of a word.
func (d *danishData) part(word string, letters []uint8) *parting {
	var room searchRoom
	s := d.lexicon.search(letters, &room)
	end := s.states[len(letters)]
	p := &parting{word: strings.Clone(word), letters: len(letters), parts: s.parts(), cost: end.cost}
	p.breaks = d.breaks(p.word, letters, s)
	if end.cost == math.MaxInt32 {
		return p
	}
	p.from = int(end.from)
	p.last = end.cost - s.states[end.from].cost
	for at := end.from; at > 0; at = s.states[at].from {
		p.starts |= 1 << at
	}
	return p
}

// breaks gathers the breaks inside the pieces of a word and at their joints.
func (d *danishData) breaks(word string, letters []uint8, s search) []Break {
	if len(letters) < keepBefore+carryOver {
		return nil
	}
	var marks [mostLetters]mark
	at := append(marks[:0], make([]mark, len(letters))...)
	from := 0
	var buf [16]int
	for _, to := range append(s.trace(buf[:0]), len(letters)) {
		d.patterns.inside(letters, from, to, at)
		if from > 0 {
			at[from] = joint
		}
		from = to
	}
	return offsets(word, at)
}

// find returns the breaks of a word.
func (d *danishData) find(word string) []Break {
	if p := d.of(word); p != nil {
		return p.breaks
	}
	letters, ok := numbers(nil, word)
	if !ok || len(letters) < keepBefore+carryOver {
		return nil
	}
	var room searchRoom
	return d.breaks(word, letters, d.lexicon.search(letters, &room))
}
