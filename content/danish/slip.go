package danish

// Slip returns what a word in lower case is a slip of, where it is one: words that the text
// has so many times. It is one where no words that are known make it, and with one letter
// out, in, replaced or two swapped within one of them they do; or where it lacks the s that
// the first part of a compound has.
func (v *Words) Slip(word string, times int) (meant string, is bool) {
	const shortest = 8
	letters, ok := lettersOf(word, nil)
	if !ok || len(letters) < shortest {
		return "", false
	}
	r := &reading{of: v, letters: letters, times: uint8(min(times, sure-1))}
	switch r.parted(0, 1) {
	case proper:
		return "", false
	case loose:
		at := r.lacks
		return written(letters[:at]) + "s" + written(letters[at:]), true
	}
	return r.mended()
}

// mended is the word with one slip mended in a part that is long enough.
func (r *reading) mended() (string, bool) {
	var best []byte
	r.begin(0, 1, func(from int) bool {
		best = r.mendFrom(from)
		return best != nil
	})
	if best == nil {
		return "", false
	}
	return written(best), true
}

// begin calls for every place that a part may begin at after others, until that is enough.
func (r *reading) begin(from, depth int, do func(from int) bool) bool {
	if do(from) {
		return true
	}
	if depth == most {
		return false
	}
	at := int32(root)
	for i := from; i < len(r.letters); i++ {
		if at = r.of.step(at, r.letters[i]); at == 0 {
			return false
		}
		n := &r.of.nodes[at]
		if n.known != sure || n.last || n.runes < 3 {
			continue
		}
		for _, link := range links() {
			if begins(r.letters[i+1:], link) && (link != "" || !n.binds) && r.begin(i+1+len(link), depth+1, do) {
				return true
			}
		}
	}
	return false
}

// The letters of a part that a slip is looked for in.
const (
	ahead    = 2  // that stand right before it
	least    = 6  // of a part
	replaced = 10 // of a part that a letter is replaced in: shorter ones are other words
)

// mendFrom is the word with a slip mended in the part that begins at a place; nil where
// there is none.
func (r *reading) mendFrom(from int) []byte {
	at, v := int32(root), r.of
	for i := from; i < len(r.letters); i++ {
		if i-from >= ahead {
			if out := r.mendAt(at, from, i); out != nil {
				return out
			}
		}
		if at = v.step(at, r.letters[i]); at == 0 {
			return nil
		}
	}
	return nil
}

// mendAt tries the slips at the i-th letter, where the letters of the part before it lead to
// a place in the tree.
func (r *reading) mendAt(at int32, from, i int) []byte {
	v, w := r.of, r.letters
	if i+1 < len(w) {
		if one := v.step(at, w[i+1]); one != 0 { // two swapped
			if two := v.step(one, w[i]); two != 0 && w[i] != w[i+1] && r.goesOn(two, i+2, 2, least) {
				return r.with(i, 2, w[i+1], w[i])
			}
		}
		if r.goesOn(at, i+1, 1, least) { // one too many
			return r.with(i, 1)
		}
	}
	for c := v.nodes[at].child; c != 0; c = v.nodes[c].next {
		letter := v.nodes[c].letter
		if r.goesOn(c, i, 1, least) && !r.drops(c, i) { // one lacks
			return r.with(i, 0, letter)
		}
		if letter != w[i] && i+1 < len(w) && r.goesOn(c, i+1, 2, replaced) {
			return r.with(i, 1, letter)
		}
	}
	return nil
}

// goesOn reports whether from a place in the tree, and the i-th letter on, the word goes on to
// the end of a part of so many letters, behind of which are right, and is put together as it
// should be after it.
func (r *reading) goesOn(at int32, i, behind, shortest int) bool {
	first := i
	for ; at != 0; i++ {
		n := &r.of.nodes[at]
		if n.known > 0 && !n.cut && int(n.runes) >= shortest && (n.known == sure || n.known > r.times+1) {
			rest := r.letters[i:]
			if i-first >= behind && n.ends(rest) {
				return true
			}
			for _, link := range links() {
				if begins(rest, link) && len(rest)-len(link) >= 4 && !n.last && (link != "" || !n.binds) && r.parted(i+len(link), 2) == proper {
					return true
				}
			}
		}
		if i == len(r.letters) {
			return false
		}
		at = r.of.step(at, r.letters[i])
	}
	return false
}

// with is the word with other letters for some from a place on.
func (r *reading) with(at, out int, letters ...byte) []byte {
	w := append([]byte{}, r.letters[:at]...)
	w = append(w, letters...)
	return append(w, r.letters[at+out:]...)
}

// drops reports whether a word that ends at a place in the tree may lack its last letter where
// another follows: billede, billedkunst; words in -isme and -else keep it.
func (r *reading) drops(at int32, i int) bool {
	n := &r.of.nodes[at]
	if n.known == 0 || i < 3 {
		return false
	}
	if n.letter != 'e' {
		return n.letter == 'r' || n.letter == 'n' || n.letter == 's' // venneforening
	}
	end := string(r.letters[i-3 : i])
	return end != "ism" && end != "els"
}
