// Package diff finds what is different between two sequences: of lines, words or
// paragraphs. Elements that stand once in each are matched first, as a reader does
// (patience diff, Bram Cohen), and what is between them by the shortest edit script
// (Eugene W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986).
package diff

import (
	"cmp"
	"slices"
)

// Edit is a stretch of one sequence in place of which another has a stretch: a from
// A to AEnd, b from B to BEnd. One of them may be empty.
type Edit struct{ A, AEnd, B, BEnd int }

// Of returns what is different between two sequences, in order. Between two edits
// there is at least one element that is the same in both.
func Of[T comparable](a, b []T) []Edit {
	names := make(map[T]int, len(a))
	number := func(list []T) []int {
		out := make([]int, len(list))
		for i, e := range list {
			n, known := names[e]
			if !known {
				n = len(names)
				names[e] = n
			}
			out[i] = n
		}
		return out
	}
	m := &matcher{a: number(a), b: number(b)}
	m.match(0, len(a), 0, len(b))
	return m.edits()
}

// matcher matches two sequences of numbers.
type matcher struct {
	a, b  []int
	pairs [][2]int // of places that are the same, in order
}

// edits are the stretches between the pairs.
func (m *matcher) edits() (out []Edit) {
	i, j := 0, 0
	for _, p := range append(m.pairs, [2]int{len(m.a), len(m.b)}) {
		if p[0] > i || p[1] > j {
			out = append(out, Edit{i, p[0], j, p[1]})
		}
		i, j = p[0]+1, p[1]+1
	}
	return out
}

// match pairs a stretch of each sequence.
func (m *matcher) match(a, aEnd, b, bEnd int) {
	for a < aEnd && b < bEnd && m.a[a] == m.b[b] {
		m.pairs = append(m.pairs, [2]int{a, b})
		a, b = a+1, b+1
	}
	tail := 0
	for a < aEnd-tail && b < bEnd-tail && m.a[aEnd-1-tail] == m.b[bEnd-1-tail] {
		tail++
	}
	aEnd, bEnd = aEnd-tail, bEnd-tail
	if a < aEnd && b < bEnd {
		if anchors := m.anchors(a, aEnd, b, bEnd); len(anchors) > 0 {
			m.between(anchors, a, aEnd, b, bEnd)
		} else {
			m.shortest(a, aEnd, b, bEnd)
		}
	}
	for i := range tail {
		m.pairs = append(m.pairs, [2]int{aEnd + i, bEnd + i})
	}
}

// between pairs what is between pairs that are settled, and these.
func (m *matcher) between(anchors [][2]int, a, aEnd, b, bEnd int) {
	for _, p := range anchors {
		m.match(a, p[0], b, p[1])
		m.pairs = append(m.pairs, p)
		a, b = p[0]+1, p[1]+1
	}
	m.match(a, aEnd, b, bEnd)
}

// anchors pairs the elements that stand once in each stretch: the most of them that
// are in one order in both.
func (m *matcher) anchors(a, aEnd, b, bEnd int) [][2]int {
	type seen struct{ inA, inB, a, b int }
	found := make(map[int]*seen, aEnd-a)
	for i := a; i < aEnd; i++ {
		s := found[m.a[i]]
		if s == nil {
			s = &seen{}
			found[m.a[i]] = s
		}
		s.inA, s.a = s.inA+1, i
	}
	for j := b; j < bEnd; j++ {
		if s := found[m.b[j]]; s != nil {
			s.inB, s.b = s.inB+1, j
		}
	}
	var once [][2]int
	for i := a; i < aEnd; i++ {
		if s := found[m.a[i]]; s.inA == 1 && s.inB == 1 {
			once = append(once, [2]int{i, s.b})
		}
	}
	return rising(once)
}

// rising is the longest part of a list of pairs whose second numbers rise, as the
// first do.
func rising(pairs [][2]int) [][2]int {
	var tops []int // of piles as in the card game: index of the last pair of each
	before := make([]int, len(pairs))
	for i, p := range pairs {
		at, _ := slices.BinarySearchFunc(tops, p[1], func(top, second int) int { return cmp.Compare(pairs[top][1], second) })
		before[i] = -1
		if at > 0 {
			before[i] = tops[at-1]
		}
		if at == len(tops) {
			tops = append(tops, i)
		} else {
			tops[at] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	out := make([][2]int, len(tops))
	for i, n := tops[len(tops)-1], len(tops)-1; n >= 0; i, n = before[i], n-1 {
		out[n] = pairs[i]
	}
	return out
}

// mostEdits bounds the shortest edit script that is looked for; beyond it two
// stretches are told to be different as a whole.
const mostEdits = 1000

// shortest pairs by the shortest edit script. A front holds how far each diagonal
// has been followed after some number of edits; the fronts lead back.
func (m *matcher) shortest(a, aEnd, b, bEnd int) {
	n, k := aEnd-a, bEnd-b
	limit := min(n+k, mostEdits)
	fronts := make([][]int, 0, limit+1)
	last := []int{0, 0, 0} // of diagonals −1 to 1
	for d := 0; d <= limit; d++ {
		front := make([]int, 2*d+3) // of diagonals −d−1 to d+1
		for diagonal := -d; diagonal <= d; diagonal += 2 {
			x, _ := step(last, d, diagonal)
			for y := x - diagonal; x < n && y < k && m.a[a+x] == m.b[b+y]; y++ {
				x++
			}
			front[diagonal+d+1] = x
			if x >= n && x-diagonal >= k {
				m.back(append(fronts, front), a, b, n, k)
				return
			}
		}
		fronts = append(fronts, front)
		last = front
	}
}

// step is how far a diagonal is followed by one edit from the front before, and
// whether that edit was an element of the second sequence.
func step(last []int, d, diagonal int) (x int, down bool) {
	if d == 0 {
		return 0, false
	}
	// The front before has diagonals −d to d, at an offset of d.
	if diagonal == -d || diagonal != d && last[diagonal-1+d] < last[diagonal+1+d] {
		return last[diagonal+1+d], true
	}
	return last[diagonal-1+d] + 1, false
}

// back goes the way back through the fronts, from their end, and pairs what was the
// same on it.
func (m *matcher) back(fronts [][]int, a, b, x, y int) {
	var pairs [][2]int
	for d := len(fronts) - 1; d >= 0; d-- {
		begin, down := 0, false
		if d > 0 {
			begin, down = step(fronts[d-1], d, x-y)
		}
		for x > begin && y > 0 {
			x, y = x-1, y-1
			pairs = append(pairs, [2]int{a + x, b + y})
		}
		if down {
			y--
		} else {
			x--
		}
	}
	slices.Reverse(pairs)
	m.pairs = append(m.pairs, pairs...)
}
