package danish

// parting is how a word can be put together.
type parting uint8

const (
	none   parting = iota // not at all
	loose                 // with an s lacking where two parts meet
	proper                // as it should be
)

// most is how many parts a word has at most.
const most = 4

// reading is the reading of one word.
type reading struct {
	of      *Words
	letters []byte
	times   uint8 // how often the text has it
	lacks   int   // where an s is lacking, of a loose parting
}

// parted is how the letters from a place on can be put together of words.
func (r *reading) parted(from, depth int) parting {
	best := none
	at := int32(root)
	for i := from; i < len(r.letters) && best != proper; i++ {
		if at = r.of.step(at, r.letters[i]); at == 0 {
			break
		}
		if n := &r.of.nodes[at]; n.known > 0 {
			best = max(best, r.after(n, from, i+1, depth))
		}
	}
	return best
}

// after is how the word goes on after one of its parts.
func (r *reading) after(n *node, from, to, depth int) parting {
	rest := r.letters[to:]
	if from == 0 && n.known != sure && n.known <= r.times {
		return none // the word itself
	}
	if n.ends(rest) && (n.known == sure || n.runes > 4 || from == 0) {
		return proper
	}
	if depth == most || n.last || n.runes < 2 || from > 0 && n.runes < 3 {
		return none
	}
	best := none
	for _, link := range links() {
		if !begins(rest, link) || len(rest)-len(link) < 3 {
			continue
		}
		got := r.parted(to+len(link), depth+1)
		if got == proper && n.binds && link == "" {
			got, r.lacks = loose, to
		}
		best = max(best, got)
	}
	return best
}

// links are what may stand between two parts of a compound.
func links() []string { return []string{"", "s", "e", "er", "r", "ings", "nings", "elses"} }

// begins reports whether letters begin with some.
func begins(letters []byte, with string) bool {
	return len(letters) >= len(with) && string(letters[:len(with)]) == with
}

// ends reports whether letters after a word are an ending of it; its last letter may be
// doubled before that.
func (n *node) ends(rest []byte) bool {
	if ending(rest) {
		return !n.cut || len(rest) > 0 && rest[0] == 'e'
	}
	return len(rest) > 1 && rest[0] == n.letter && n.letter != 'e' && !n.cut && ending(rest[1:])
}

// ending reports whether letters are an ending of a Danish word.
func ending(rest []byte) bool {
	const longest = 7
	if len(rest) > longest {
		return false
	}
	switch string(rest) {
	case "", "s", "e", "es", "en", "ens", "et", "ets", "er", "ers", "erne", "ernes", "ene", "enes", "n", "ns", "r", "rs", "rne", "rnes", "t", "ts", "te",
		"ede", "edes", "ende", "endes", "ne", "nes", "de", "des", "ste", "st", "ere", "est", "este", "ing", "ingen", "inger", "ingens", "ingerne", "else", "elsen", "elser", "elserne", "elsens",
		"ning", "ningen", "ninger", "igt", "ig", "ige", "lig", "ligt", "lige", "elig", "eligt", "elige", "isk", "iske", "hed", "heden", "heder", "re", "rer", "erer", "eret", "rede", "ret", "eren", "erens", "mæssig", "mæssigt", "eri", "eriet", "eriets", "erier", "erierne":
		return true
	}
	return false
}
