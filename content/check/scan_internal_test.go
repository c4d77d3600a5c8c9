package check

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// oracle finds numerals as nextNumeral does, by a regular expression.
var (
	oracle     = regexp.MustCompile(`([−–-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?: (mio\.|mia\.|t\.|millioner|milliarder|mio|mia|mill\.|tusind))?(?: ?(kroner|kr\.?|tkr\.?|pct\. point|pct\.-point|pct\.point|pct\.?|procentpoint|procent|%-point|%))?`)
	pageOracle = regexp.MustCompile(`(?i)\b(?:side|sider|s\.) \d+\b`)
)

// scraps are what texts are made of that try the readers.
var scraps = []string{"1", "12", "123", "1234", "0", "7", ".", ",", " ", "  ", "-", "–", "−", "mio.", "mia.", "t.", "millioner", "milliarder", "mill.", "tusind", "kroner", "tkr.", "pct. point", "%-point", "kr", "kr.", "pct", "pct.", "procent", "procentpoint",
	"%", "side", "Sider", "s.", "S.", "å", "x", "_", "kapitlet", "’", "'", "Ø", "i år", "İ", "\u212a"}

// scrapped is a text of scraps.
func scrapped(rng *rand.Rand) string {
	var b strings.Builder
	for range 1 + rng.IntN(14) {
		b.WriteString(scraps[rng.IntN(len(scraps))])
	}
	return b.String()
}

// TestReadersAgainstExpressions holds the readers written by hand against the
// expressions they stand for.
func TestReadersAgainstExpressions(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 1))
	numerals, pages := 0, 0
	for range 200_000 {
		text := scrapped(rng)
		var got, want [][]string
		for at := 0; ; {
			from, to, signed, n := nextNumeral(text, at)
			if to == 0 {
				break
			}
			sign := ""
			if signed {
				sign = text[from : strings.IndexAny(text[from:], "0123456789")+from]
			}
			got = append(got, []string{text[from:to], sign, n.whole, n.decimals, n.scale, n.unit})
			at = to
		}
		want = oracle.FindAllStringSubmatch(text, -1)
		if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
			t.Fatalf("%q: %q, want %q", text, got, want)
		}
		var places []span
		for _, m := range pageOracle.FindAllStringIndex(text, -1) {
			places = append(places, span{m[0], m[1]})
		}
		if p := pagesIn(text); !slices.Equal(p, places) {
			t.Fatalf("%q: pages %v, want %v", text, p, places)
		}
		numerals, pages = numerals+len(want), pages+len(places)
	}
	if numerals < 10_000 || pages < 50 {
		t.Errorf("only %d numerals and %d pages were tried", numerals, pages)
	}
}

// TestWordsAreWhole: the words of any text and what is between them are the text,
// and each has its own letters in lower case.
func TestWordsAreWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 2))
	for range 20_000 {
		text := scrapped(rng)
		at := 0
		for _, w := range wordsOf(text) {
			if w.from < at || text[w.from:w.to] != w.text || w.text == "" || len(w.lower) != len(w.text) {
				t.Fatalf("%q: %+v", text, w)
			}
			if strings.ContainsFunc(text[at:w.from], inWord) {
				t.Fatalf("%q: letters before %q are lost", text, w.text)
			}
			at = w.to
		}
		if strings.ContainsFunc(text[at:], inWord) {
			t.Fatalf("%q: letters at the end are lost", text)
		}
	}
}

// TestNeighboursAreFound: whatever misspelt takes for a slip is found by the sums.
func TestNeighboursAreFound(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 3))
	letters := []rune("abcæøå")
	slips := 0
	for range 20_000 {
		w := make([]rune, 9+rng.IntN(8))
		for i := range w {
			w[i] = letters[rng.IntN(len(letters))]
		}
		o := slices.Clone(w)
		i := rng.IntN(len(o) - 1)
		switch rng.IntN(4) {
		case 0:
			o = slices.Delete(o, i, i+1)
		case 1:
			o = slices.Insert(o, i, letters[rng.IntN(len(letters))])
		case 2:
			o[i] = letters[rng.IntN(len(letters))]
		default:
			o[i], o[i+1] = o[i+1], o[i]
		}
		word, other := string(w), string(o)
		n := newNeighbours([]spelling{{word: other, count: 2}, {word: word, count: 1, run: &run{}}})
		if misspelt(word, other) {
			slips++
			if !slices.ContainsFunc(n.of(1), func(s spelling) bool { return s.word == other }) {
				t.Fatalf("%q is not near %q", word, other)
			}
		}
	}
	if slips < 2000 {
		t.Errorf("only %d slips were tried", slips)
	}
}

// TestSumsOfWords holds the sums of words less a letter against those of the words that
// are left.
func TestSumsOfWords(t *testing.T) {
	whole := func(w string) (sum uint64) {
		for i := range len(w) {
			sum = sum*base + uint64(w[i]) + 1
		}
		return sum
	}
	for _, w := range []string{"", "a", "ø", "kontingent", "ældreområdet", "håndværkerudgift", "€5’s"} {
		letters := []rune(w)
		want := []uint64{whole(w)}
		for i := len(letters) - 1; i >= 0; i-- {
			want = append(want, whole(string(letters[:i])+string(letters[i+1:])))
		}
		if got := appendSums(nil, w); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", w, got, want)
		}
	}
}

// TestLexicon: each word has one number, however many there are, and its stem's.
func TestLexicon(t *testing.T) {
	l := newLexicon(0)
	const words = 5_000
	of := map[string]int32{}
	for i := range words {
		w := "kontingent" + strconv.Itoa(i*i) + "erne"
		of[w] = l.id(w)
	}
	seen := map[int32]bool{}
	for w, id := range of {
		if l.id(w) != id || l.forms[id].lower != w || seen[id] || id == 0 {
			t.Fatalf("%q is %d, and then %d: %q", w, id, l.id(w), l.forms[id].lower)
		}
		if bare := l.forms[l.forms[id].stem].lower; bare != stem(w) {
			t.Errorf("%q without its ending is %q", w, bare)
		}
		seen[id] = true
	}
	if len(l.forms) > 2*words+1 {
		t.Errorf("%d words are %d", 2*words, len(l.forms))
	}
}
