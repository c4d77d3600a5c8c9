package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bind makes the spaces that may not break a line into no-break spaces: between
// an amount and its unit, a number and "pct.", a day and its month, an initial
// and a surname. The text is otherwise unchanged.
func (l Locale) Bind(text string) string {
	words := strings.Split(text, " ")
	var b strings.Builder
	b.Grow(len(text) + 8)
	for i, w := range words {
		if i > 0 {
			if l.bound(words[i-1], w) {
				b.WriteString(nbsp)
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
	}
	return b.String()
}

// bound reports whether a line may not end between the two words. Of those that hang
// together with others already, it is the nearest that count.
func (l Locale) bound(left, right string) bool {
	if at := strings.LastIndex(left, nbsp); at >= 0 {
		left = left[at+len(nbsp):]
	}
	right, _, _ = strings.Cut(right, nbsp)
	left = strings.TrimLeft(left, "(”\"»")
	word := strings.TrimRight(right, ".,;:!?)”\"«")
	switch {
	case left == "" || right == "":
		return false
	case right == "–": // no line begins with a dash
		return true
	case year(word) && (left == "i" || left == "I"):
		return true
	case l.isUnit(left) && l.isUnit(right): // mio. kr.
		return true
	case numeric(left) && (l.isUnit(right) || l.isMonth(word)):
		return true
	case strings.HasSuffix(left, ".") && numeric(strings.TrimSuffix(left, ".")) && (l.isMonth(word) || l.isOrdinalled(word)):
		return true
	case initial(left) && startsUpper(right):
		return true
	}
	return l.isPrefix(left) && startsDigit(right)
}

// isUnit reports whether the word is a unit that goes with a number.
func (l Locale) isUnit(w string) bool {
	switch strings.TrimRight(w, ".,;:!?)”\"«") {
	case "kr", "mio", "mia", "pct", "t", "DKK", "million", "billion", "point", "%":
		return true
	}
	return strings.HasPrefix(w, "mio.kr") || strings.HasPrefix(w, "procentpoint")
}

func (l Locale) isMonth(w string) bool {
	for _, m := range l.months {
		if w == m {
			return true
		}
	}
	return false
}

// isOrdinalled reports whether the word commonly follows an ordinal it may not
// part from.
func (l Locale) isOrdinalled(w string) bool { return w == "år" || w == "viceborgmester" }

// isPrefix reports whether the word goes with the number after it.
func (l Locale) isPrefix(w string) bool {
	switch w {
	case "ca.", "nr.", "pr.", "§", "side", "CVR-nr.", "OK", "No.":
		return true
	}
	return false
}

// year reports whether the word is a year.
func year(w string) bool {
	return len(w) == 4 && numeric(w) && (w[0] == '1' || w[0] == '2') && !strings.ContainsAny(w, ".,-–−")
}

// numeric reports whether the word is a number as printed: "3,2", "1.250", "-0,5".
func numeric(w string) bool {
	digits := 0
	for _, r := range w {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.' || r == ',' || r == '-' || r == '–' || r == '−':
		default:
			return false
		}
	}
	return digits > 0 && !strings.HasSuffix(w, ".")
}

// initial reports whether the word is the initial of a name: "H."; several
// stand in "H. C. Østerby".
func initial(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && w[n:] == "."
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func startsDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }
