package hyphen

import "slices"

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
// it together, or only of more and rarer parts, and could if one letter were mended; or a part of it
// lacks the s that it mostly has before another.
func (h *Hyphenator) Slip(word string) (meant string, is bool) {
	var buf [64]uint8
	letters, ok := numbers(buf[:0], word)
	if h.lang != "da" || !ok || len(letters) < keepBefore+carryOver || slices.Contains(letters, unlisted) {
		return "", false
	}
	var room searchRoom
	if readDanish().lexicon.isPart(letters, &room) {
		return "", false
	}
	s := readDanish().lexicon.search(letters, &room)
	n, cost := s.parts(), s.states[len(letters)].cost
	if n > 1 {
		if at := s.unjoined(); at > 0 {
			return slip{at: int32(at), kind: putIn, letter: 's' & low}.apply(word), true
		}
	}
	if n == 1 || n > 1 && cost < fromAfar*int32(len(letters)) {
		return "", false
	}
	if n > 1 && cost < fromLess*int32(len(letters)) && !s.oneTooMany(letters) {
		return "", false
	}
	to, ok := s.mend(letters)
	if n > 1 && cost < fromLess*int32(len(letters)) && !to.single() {
		return "", false
	}
	if !ok || to.cost > max(dearest, dearPart*to.parts) || cost-to.cost < to.away(n) {
		return "", false
	}
	return to.apply(word), true
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
func (s *search) unjoined() int {
	const around = 5 // letters on either side
	n := len(s.letters)
	for j := n; j > 0; {
		i := int(s.states[j].from)
		if j < n && j >= around && n-j >= around && s.letters[j-1] != 's'&low && !derives(s.letters[j:]) && !s.mayHaveIt(j) && s.mostlyJoined(i, j) {
			return j
		}
		j = i
	}
	return 0
}

// mayHaveIt reports whether the last part, which begins at the j-th letter, may begin at the next: it
// is rare and begins with an s, as in "andelshavere".
func (s *search) mayHaveIt(j int) bool {
	const rare = 24
	last := s.states[len(s.letters)]
	return s.letters[j] == 's'&low && int(last.from) == j && last.cost-s.states[j].cost >= rare
}

// mostlyJoined reports whether the part from the i-th letter to the j-th mostly has an s before others.
func (s *search) mostlyJoined(i, j int) bool {
	part := append(make([]uint8, 0, 64), s.letters[i:j]...)
	bare, with := s.firstCost(part), s.firstCost(append(part, 's'&low))
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
