package hyphen

import "math"

// The prices of the search, in the steps of the lexicon (half nats), found by
// trial on testdata/compounds.txt and testdata/simple.txt.
const (
	jointPrice   = 2
	strangePrice = 26 // a part that the lexicon does not have,
	letterPrice  = 6  // and each letter of it
	vowelPrice   = 14 // and a vowel at its start, after a consonant
	endingPrice  = 1
)

// shortPrice is what a part costs for having few letters: such are mostly
// chance.
var shortPrice = [5]int32{60, 60, 8, 4, 2}

// state is the cheapest way to parts that end before a letter.
type state struct {
	cost    int32
	from    int32 // where the last of the parts starts
	inner   int32 // letters before the joint inside it, 0 for none
	strange bool  // whether the lexicon lacks it
}

// search looks for the cheapest parting of a word into parts.
type search struct {
	*lexicon
	letters []uint8
	states  []state
	endings []int16
}

// searchRoom is room for the search of a word of usual length.
type searchRoom struct {
	states  [65]state
	endings [65]int16
}

// search looks for the cheapest parting of a word, in room where that is enough.
func (l *lexicon) search(letters []uint8, room *searchRoom) search {
	n := len(letters)
	s := search{l, letters, room.states[:], room.endings[:]}
	if n >= len(room.states) {
		s.states, s.endings = make([]state, n+1), make([]int16, n+1)
	}
	s.states, s.endings = s.states[:n+1], s.endings[:n+1]
	l.endings.of(letters, s.endings)
	for i := range s.states {
		s.states[i] = state{cost: math.MaxInt32}
	}
	s.states[0].cost = 0
	for i := 0; i < n; i++ {
		if s.states[i].cost < s.states[n].cost { // else no way on from here is cheaper than one that is found
			s.known(i)
			s.strange(i)
		}
	}
	return s
}

// isPart reports whether a word of no more letters than are kept is a single part, as it stands or
// with an ending.
func (l *lexicon) isPart(letters []uint8) bool {
	var room [mostLetters + 1]int16
	endings := room[:len(letters)+1]
	l.endings.of(letters, endings)
	at, ok := l.head(letters[0])
	for j := 1; ok; j++ {
		n := l.node(at)
		if n.ends() && endings[j] >= 0 && n.last() > 0 && l.mayEnd(n, endings[j]) {
			return true
		}
		if j == len(letters) {
			return false
		}
		at, ok = l.under(n, letters[j])
	}
	return false
}

// known tries every part of the lexicon from a letter on.
func (s *search) known(i int) {
	at, ok := s.head(s.letters[i])
	for j := i + 1; ok; j++ {
		n := s.node(at)
		if n.ends() {
			s.try(i, j, n)
		}
		if j == len(s.letters) {
			return
		}
		if j == i+1 {
			at, ok = s.pair(s.letters[i], s.letters[j])
		} else {
			at, ok = s.under(n, s.letters[j])
		}
	}
}

// try weighs a part before others, and as the last with the ending after it.
func (s *search) try(i, j int, n node) {
	first, inner := n.first(), n.joint()
	if first > 0 && j <= len(s.letters)-2 {
		s.offer(i, j, state{cost: first + jointPrice + shortCost(j-i), inner: inner})
	}
	ending := s.endings[j]
	if last := n.last(); last > 0 && ending >= 0 && s.mayEnd(n, ending) {
		if i > 0 {
			last += shortCost(len(s.letters) - i)
		}
		if ending > 0 {
			last += endingPrice
		}
		s.offer(i, len(s.letters), state{cost: last, inner: inner})
	}
}

// strange tries parts that the lexicon does not have, one beside known ones.
func (s *search) strange(i int) {
	if s.states[i].strange {
		return
	}
	price := int32(strangePrice)
	if i > 0 && isVowel(s.letters[i]) && !isVowel(s.letters[i-1]) {
		price += vowelPrice
	}
	vowel := false
	n := len(s.letters)
	for j := i + 1; j <= n && s.states[i].cost+price+letterPrice*int32(j-i) < s.states[n].cost; j++ {
		vowel = vowel || isVowel(s.letters[j-1])
		if vowel && j-i >= 3 {
			s.offer(i, j, state{cost: price + letterPrice*int32(j-i), strange: true})
		}
	}
}

// offer keeps the part if it makes the cheapest way to its end.
func (s *search) offer(i, j int, part state) {
	part.cost += s.states[i].cost
	if part.cost < s.states[j].cost {
		part.from = int32(i)
		s.states[j] = part
	}
}

// parts is how many parts the cheapest parting has, 0 where one of them is unknown or has
// fewer letters than two.
func (s *search) parts() int {
	n := 0
	for j := len(s.letters); j > 0; n++ {
		st := s.states[j]
		if st.cost == math.MaxInt32 || st.strange || j-int(st.from) < 2 {
			return 0
		}
		j = int(st.from)
	}
	return n
}

// trace appends the joints of the cheapest parting, first to last.
func (s *search) trace(out []int) []int {
	start := len(out)
	for j := len(s.letters); j > 0; {
		st := s.states[j]
		if st.cost == math.MaxInt32 {
			return out[:start]
		}
		if st.inner > 0 {
			out = append(out, int(st.from+st.inner))
		}
		if st.from > 0 {
			out = append(out, int(st.from))
		}
		j = int(st.from)
	}
	for a, b := start, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

func shortCost(letters int) int32 {
	if letters < len(shortPrice) {
		return shortPrice[letters]
	}
	return 0
}
