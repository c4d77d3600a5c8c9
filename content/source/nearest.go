package source

import (
	"strings"
)

// Nearest returns the word most like s, the first of those equally like; empty if
// none is like it. It is how unknown keys and values are answered.
func Nearest(s string, words []string) string {
	r := reader{guess: guesses}
	return r.nearest(s, words)
}

// nearest returns the word most like s, the first of those equally like; empty
// if none is like it.
func (r *reader) nearest(s string, words []string) string {
	s = folded(s)
	if word := calledSo(s, words); r.guess > 0 && word != "" {
		return word
	}
	best, bestDistance := "", min(max(1, len(s)/3)+1, len(s))
	for _, w := range words {
		if r.guess <= 0 {
			break
		}
		plain := folded(w)
		if difference := len(plain) - len(s); difference >= bestDistance || -difference >= bestDistance || len(s) > 64 {
			continue
		}
		r.guess--
		if d := distance(s, plain); d < bestDistance {
			best, bestDistance = w, d
		}
	}
	if best == "" {
		best = inflected(s, words)
	}
	if best == "" && r.guess > 0 {
		r.guess -= len(words)
		best = begunBy(s, words)
	}
	return best
}

// begunBy is the one id of several words that a folded first word is of, as mette is of
// mette-holm; empty where there is none, or more than one.
func begunBy(s string, words []string) string {
	const shortest = 3
	one := ""
	for _, w := range words {
		if len(s) < shortest || !strings.HasPrefix(folded(w), s+"-") {
			continue
		}
		if one != "" {
			return ""
		}
		one = w
	}
	return one
}

// inflected is the word that a folded one is with a Danish ending, as stien is of
// sti; empty where there is none.
func inflected(s string, words []string) string {
	for _, end := range []string{"en", "et", "ne", "erne", "er", "ens", "ets", "ernes"} {
		stem, has := strings.CutSuffix(s, end)
		for _, w := range words {
			if has && len(stem) > 2 && folded(w) == stem {
				return w
			}
		}
	}
	return ""
}

// folded writes a word in lower case with æ, ø, å and accented letters spelt out,
// so that løn is like loen.
func folded(s string) string {
	s = strings.ToLower(composed(s))
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		if letters := spelt(c); letters != "" {
			b.WriteString(letters)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// distance is the number of letters to put in, take out, change or swap with
// their neighbour to make a into b (optimal string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, now := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		now[0] = i
		for j := 1; j <= len(y); j++ {
			same := 1
			if x[i-1] == y[j-1] {
				same = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+same)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(y)]
}
