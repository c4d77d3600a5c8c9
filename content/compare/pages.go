package compare

import (
	"slices"

	"github.com/kl-print/kl-print/content/diff"
)

// Pair is a page of each of two documents that are the same page, by its text. One
// of them is −1 where the other document has no such page.
type Pair struct{ A, B int }

// Pages pairs the pages of two documents by their texts, not by their numbers: what
// was only moved, or counted anew, is found where it is. They come in the order of
// the second document; a page that only the first has stands where it was.
func Pages(a, b []string) []Pair {
	var out []Pair
	i := 0
	var goneA, comeB []int
	for _, e := range append(diff.Of(a, b), diff.Edit{A: len(a), AEnd: len(a), B: len(b), BEnd: len(b)}) {
		for k := e.B - (e.A - i); i < e.A; i, k = i+1, k+1 {
			out = append(out, Pair{i, k})
		}
		var gone, come []int
		var pairs []Pair
		pairs, gone, come = stretchOfPages(a, b, e)
		out, goneA, comeB = append(out, pairs...), append(goneA, gone...), append(comeB, come...)
		i = e.AEnd
	}
	for _, k := range comeB {
		at := slices.IndexFunc(goneA, func(i int) bool { return a[i] == b[k] })
		if at < 0 {
			out = append(out, Pair{-1, k})
			continue
		}
		out, goneA = append(out, Pair{goneA[at], k}), slices.Delete(goneA, at, at+1)
	}
	slices.SortFunc(out, func(x, y Pair) int { return x.B - y.B })
	for _, i := range goneA {
		at := slices.IndexFunc(out, func(p Pair) bool { return p.A > i })
		if at < 0 {
			at = len(out)
		}
		out = slices.Insert(out, at, Pair{i, -1})
	}
	return out
}

// stretchOfPages pairs the pages of two stretches, each with that of the next few
// which is most like it; and where both are as long, what is left in turn.
func stretchOfPages(a, b []string, e diff.Edit) (pairs []Pair, gone, come []int) {
	const far, least = 12, 25 // pages, and per cent of their words
	if e.AEnd-e.A == e.BEnd-e.B {
		for i := range e.AEnd - e.A {
			pairs = append(pairs, Pair{e.A + i, e.B + i})
		}
		return pairs, nil, nil
	}
	next := e.B
	for i := e.A; i < e.AEnd; i++ {
		best, share := -1, least-1
		for k := next; k < min(e.BEnd, next+far); k++ {
			if s := likeness(a[i], b[k]); s > share {
				best, share = k, s
			}
		}
		if best < 0 {
			gone = append(gone, i)
			continue
		}
		for k := next; k < best; k++ {
			come = append(come, k)
		}
		pairs, next = append(pairs, Pair{i, best}), best+1
	}
	for k := next; k < e.BEnd; k++ {
		come = append(come, k)
	}
	return pairs, gone, come
}
