package hyphen

import (
	"math/bits"
	"slices"
)

// The prices by which a word is told to be a slip of another, in the steps of the lexicon.
const (
	dearest   = 26 // a word that is likely to be meant, or
	dearPart  = 25 // each of its parts
	unlike    = 25 // that a word the lexicon does not have is dearer than what is meant,
	farfetch  = 28 // a word put together by chance,
	farTwice  = 22 // and one where a letter stands once or twice instead
	fromAfar  = 3  // each letter of a word that may be put together by chance,
	fromLess  = 4  // and of one that is a slip of no single part
	joinedOft = 4  // that a part is dearer without the s it mostly has before another
)

// Slip returns what a Danish word in lower case is a slip of, if it is one. The lexicon cannot put
// it together, or only of more and rarer parts, and could if one letter were mended, or if another were
// doubled than is; or a part of it lacks the s that it mostly has before another.
func (h *Hyphenator) Slip(word string) (meant string, is bool) {
	if h.lang != "da" {
		return "", false
	}
	d := readDanish()
	p := d.of(word)
	if p == nil || p.letters < keepBefore+carryOver || p.parts == 1 {
		return "", false
	}
	var buf [mostLetters]uint8
	letters, _ := numbers(buf[:0], word)
	if slices.Contains(letters, unlisted) || d.lexicon.isPart(letters) {
		return "", false
	}
	if p.parts > 1 {
		if at := p.unjoined(letters, d.lexicon); at > 0 {
			return slip{at: int32(at), kind: putIn, letter: 's' & low}.apply(word), true
		}
	}
	if meant, is = p.meant(letters, d.lexicon); !is && p.parts == 0 {
		if meant, is = p.elided(letters, d.lexicon); !is {
			meant, is = p.redoubled(letters, d.lexicon)
		}
	}
	return meant, is
}

// elided is what a word that the lexicon does not have is a slip of, if it is a single part, but that an e
// lacks in its ending: "krævnde".
func (p *parting) elided(letters []uint8, l *lexicon) (string, bool) {
	var buf [mostLetters + 1]uint8
	for i := len(letters) - 1; i >= max(mendable, len(letters)-carryOver-ahead); i-- {
		if letters[i-1] == 'e'&low || letters[i] == 'e'&low {
			continue // it would stand twice
		}
		with := append(append(append(buf[:0], letters[:i]...), 'e'&low), letters[i:]...)
		if len(with) <= mostLetters && l.isPart(with) {
			return slip{at: int32(i), kind: putIn, letter: 'e' & low}.apply(p.word), true
		}
	}
	return "", false
}

// redoubled is what a word that the lexicon does not have is a slip of, if a consonant stands twice in it
// and another should: "proffesor".
func (p *parting) redoubled(letters []uint8, l *lexicon) (string, bool) {
	var buf [mostLetters]uint8
	for i := ahead; i < len(letters); i++ {
		if letters[i] != letters[i-1] || isVowel(letters[i]) {
			continue
		}
		rest := append(append(buf[:0], letters[:i]...), letters[i+1:]...)
		to, ok := l.mend(rest)
		if ok && to.kind == putIn && to.doubled && !isVowel(to.letter) && to.cost <= max(dearest, dearPart*to.parts) && p.cost-to.cost >= unlike {
			return to.apply(slip{at: int32(i), kind: letOut}.apply(p.word)), true
		}
	}
	return "", false
}

// meant is what a word is a slip of by a letter that is mended, if it is.
func (p *parting) meant(letters []uint8, l *lexicon) (string, bool) {
	n := int32(p.letters)
	byChance := p.parts > 1 && p.cost < fromLess*n
	if p.parts > 1 && p.cost < fromAfar*n || byChance && !l.oneTooMany(letters) {
		return "", false
	}
	to, ok := l.mend(letters)
	if !ok || byChance && !to.single() || to.cost > max(dearest, dearPart*to.parts) || p.cost-to.cost < to.away(p.parts) {
		return "", false
	}
	return to.apply(p.word), true
}

// away is how much cheaper what is meant has to be than a word of so many parts; 0: the lexicon
// does not have it.
func (w way) away(parts int) int32 {
	switch {
	case parts == 0:
		return unlike
	case parts > 1 && w.single():
		return unlike
	case int32(parts) <= w.parts || w.kind != putIn && !w.doubled:
		return 1 << 20
	case w.doubled:
		return farTwice
	}
	return farfetch
}

// single reports whether what is meant is one part of a word, with a letter too many in what is written:
// "dencentralisering" would be put together of two.
func (w way) single() bool { return w.parts == 1 && w.kind == letOut && !w.doubled }

// unjoined is the letter of a word put together of known parts before which an s lacks, 0 where
// none does.
func (p *parting) unjoined(letters []uint8, l *lexicon) int {
	const around = 5 // letters on either side
	i := 0
	for left := p.starts; left != 0; left &= left - 1 {
		j := bits.TrailingZeros64(left)
		if j >= around && p.letters-j >= around && letters[j-1] != 's'&low && !derives(letters[j:]) && !p.mayHaveIt(letters, j) && l.mostlyJoined(letters[i:j]) {
			return j
		}
		i = j
	}
	return 0
}

// mayHaveIt reports whether the last part, which begins at the j-th letter, may begin at the next: it
// is rare and begins with an s, as in "andelshavere".
func (p *parting) mayHaveIt(letters []uint8, j int) bool {
	const rare = 24
	return letters[j] == 's'&low && p.from == j && p.last >= rare
}

// mostlyJoined reports whether a part mostly has an s before others.
func (l *lexicon) mostlyJoined(part []uint8) bool {
	var buf [mostLetters]uint8
	bare, with := l.firstCost(part), l.firstCost(append(append(buf[:0], part...), 's'&low))
	return bare > 0 && with > 0 && bare >= with+joinedOft
}

// derives reports whether letters begin with what makes a word of another: no s stands before it.
func derives(letters []uint8) bool {
	for _, end := range [...]string{"lig", "skab", "bar", "som", "hed", "enhed"} {
		if begins(letters, end) {
			return true
		}
	}
	return false
}

// begins reports whether letters begin with those of a text in ASCII.
func begins(letters []uint8, text string) bool {
	for i := range len(text) {
		if i == len(letters) || letters[i] != text[i]&low {
			return false
		}
	}
	return true
}
