package check

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// bytewise aligns a run with a file as locator.align does, and keeps the place of each
// byte of the run; nil where they part.
func bytewise(file string, at int, r *run) (out []int) {
	bound := r.bound
	for i, c := range r.text {
		if i < len(out) {
			continue
		}
		if len(bound) > 0 && bound[0].from == i {
			begin, end := referenceAt(file, at)
			if begin < 0 {
				return nil
			}
			out = append(out, slices.Repeat([]int{begin}, bound[0].to-i)...)
			at, bound = end+dropped(r.text, bound[0].to, file[end:]), bound[1:]
			continue
		}
		begin, size := at, utf8.RuneLen(c)
		if c != ' ' {
			if begin = skip(file, at, c); begin < 0 {
				return nil
			}
			at = begin + size
		}
		out = append(out, slices.Repeat([]int{begin}, size)...)
	}
	return out
}

// written is a text as it may be written in a file, with blanks and markup; and what
// of it refers to figures.
func written(rng *rand.Rand) (file string, r *run) {
	var f, t strings.Builder
	r = &run{}
	for range 1 + rng.IntN(12) {
		if t.Len() > 0 {
			f.WriteString([]string{" ", "\n      ", "  "}[rng.IntN(3)])
			t.WriteString(" ")
		}
		from := t.Len()
		switch word := []string{"en", "æble", "Årets", "€", "5.000", "”så”", "ø"}[rng.IntN(7)]; rng.IntN(6) {
		case 0:
			f.WriteString("{{ indtaegter }}" + []string{"", "."}[rng.IntN(2)])
			t.WriteString("12,5 mio. kr.")
			r.bound = append(r.bound, reference{span: span{from, t.Len()}})
		case 1:
			f.WriteString("**" + word + "**")
			t.WriteString(word)
		case 2:
			f.WriteString("[" + word + "](https://www.kl.dk)")
			t.WriteString(word)
		default:
			f.WriteString(word)
			t.WriteString(word)
		}
	}
	r.text = t.String()
	return f.String(), r
}

// TestPlacesAreThoseOfEachByte holds the steps that places are kept as against the
// place of each byte of a run.
func TestPlacesAreThoseOfEachByte(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 2))
	steps, placed := 0, 0
	for range 5_000 {
		file, r := written(rng)
		l := &locator{}
		want := bytewise(file, 0, r)
		if is := l.align(file, 0, r); is != (want != nil) {
			t.Fatalf("%q in %q: %t, wanted %v", r.text, file, is, want)
		}
		if want == nil {
			continue
		}
		r.place.steps = l.steps
		for i := range r.text {
			if got := r.placeOf(i); got != want[i] {
				t.Fatalf("%q in %q: byte %d at %d, wanted %d", r.text, file, i, got, want[i])
			}
		}
		if got := r.placeOf(len(r.text) - 1); got != want[len(want)-1] {
			t.Fatalf("%q in %q: the last byte at %d, wanted %d", r.text, file, got, want[len(want)-1])
		}
		steps, placed = steps+len(l.steps), placed+len(want)
	}
	if placed < 50_000 || steps*2 > placed {
		t.Errorf("%d bytes were placed, by %d steps", placed, steps)
	}
}
