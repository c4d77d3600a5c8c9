package fonts

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestPairsSetAsTheShaperDoes sets words of any letters, and real ones, by pairs and
// by the shaper alone, in every face and with every feature.
func TestPairsSetAsTheShaperDoes(t *testing.T) {
	var letters []rune
	for slot := range slots {
		if c := character(uint8(slot)); slotOf(c) == uint8(slot) && slot > 0 {
			letters = append(letters, c)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	words := slices.Concat(strings.Fields(sample), strings.Fields(sample), []string{"office", "affiks", "fjord", "ﬁ", "1/2", "3/4", "a\u0301", "", "\xff"})
	for range 700 {
		from := letters // of which letters of the alphabet come more often
		if r.IntN(3) > 0 {
			from = []rune("abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJÆØÅ0123456789.,-’ff")
		}
		w := make([]rune, 1+r.IntN(9))
		for i := range w {
			w[i] = from[r.IntN(len(from))]
		}
		words = append(words, string(w))
	}
	l := Embedded()
	for _, id := range IDs() {
		for _, feat := range []Feature{0, Tabular, SmallCaps, NoLigatures, Superior} {
			f := face(t, l, id)
			for _, w := range words {
				want := f.shape(w, feat)
				if w == "" {
					want = Run{}
				}
				if got := f.ShapeAnew(nil, w, feat); !reflect.DeepEqual(got, want) {
					t.Fatalf("%s %d: %q is set as %v, by the shaper as %v", id, feat, w, got, want)
				}
				if got, _ := f.Width(w, feat); got != want.Width {
					t.Fatalf("%s %d: %q is %d wide, by the shaper %d", id, feat, w, got, want.Width)
				}
			}
		}
	}
}

// TestMostWordsAreSetByPairs sees that the faces' rules leave most pairs alone: that
// they are read too carefully would show nowhere else.
func TestMostWordsAreSetByPairs(t *testing.T) {
	for _, id := range IDs() {
		f, words, known := face(t, Embedded(), id), strings.Fields(sample), 0
		for range 2 {
			known = 0
			for _, w := range words {
				if _, ok := f.pairsOf(0).run(nil, w); ok {
					known++
				}
				f.ShapeAnew(nil, w, 0)
			}
		}
		if known*100 < 85*len(words) {
			t.Errorf("%s: only %d of %d words", id, known, len(words))
		}
	}
}
