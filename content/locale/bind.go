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
	var bound []byte // the text up to done, once a space of it is bound
	done, start := 0, 0
	for {
		n := strings.IndexByte(text[start:], ' ')
		if n < 0 {
			break
		}
		at := start + n
		right := text[at+1:]
		if n := strings.IndexByte(right, ' '); n >= 0 {
			right = right[:n]
		}
		if l.bound(text[start:at], right) {
			if bound == nil {
				bound = make([]byte, 0, len(text)+8)
			}
			bound = append(append(bound, text[done:at]...), nbsp...)
			done = at + 1
		}
		start = at + 1
	}
	if bound == nil {
		return text
	}
	return string(append(bound, text[done:]...))
}

// marks reports whether a byte begins, or is, a mark that may stand around a word,
// or a letter beyond ASCII.
func marks(c byte) bool {
	return c >= utf8.RuneSelf || !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
}

// unbound reports whether a word, by the letter it begins with, is none of those
// that are bound to the word after it, so that most words need no closer look.
func unbound(left string) bool {
	switch c := left[0]; c {
	case 'b', 'c', 'i', 'k', 'm', 'n', 'p', 's', 't':
		return false
	default:
		return c >= 'a' && c <= 'z'
	}
}

// bound reports whether a line may not end between the two words. Of those that hang
// together with others already, it is the nearest that count.
func (l *Locale) bound(left, right string) bool {
	if at := strings.LastIndex(left, nbsp); at >= 0 {
		left = left[at+len(nbsp):]
	}
	right, _, _ = strings.Cut(right, nbsp)
	if left != "" && marks(left[0]) {
		left = strings.TrimLeft(left, "(”\"»")
	}
	switch {
	case left == "" || right == "":
		return false
	case unbound(left):
		return right == "–"
	}
	word := strings.TrimRight(right, ".,;:!?)”\"«")
	switch {
	case right == "–": // no line begins with a dash
		return true
	case year(word) && (left == "i" || left == "I"):
		return true
	case isUnit(left) && isUnit(right): // mio. kr.
		return true
	case numeric(left) && (isUnit(right) || l.isMonth(word)):
		return true
	case strings.HasSuffix(left, ".") && numeric(strings.TrimSuffix(left, ".")) && (l.isMonth(word) || isOrdinalled(word)):
		return true
	case initial(left) && startsUpper(right):
		return true
	}
	return isPrefix(left) && startsDigit(right)
}

// isUnit reports whether the word is a unit that goes with a number.
func isUnit(w string) bool {
	bare := w
	if w != "" && marks(w[len(w)-1]) {
		bare = strings.TrimRight(w, ".,;:!?)”\"«")
	}
	switch bare {
	case "kr", "mio", "mia", "pct", "t", "DKK", "million", "billion", "point", "%":
		return true
	}
	return strings.HasPrefix(w, "mio.kr") || strings.HasPrefix(w, "procentpoint")
}

func (l *Locale) isMonth(w string) bool {
	for _, m := range l.months {
		if w == m {
			return true
		}
	}
	return false
}

// isOrdinalled reports whether the word commonly follows an ordinal it may not
// part from.
func isOrdinalled(w string) bool { return w == "år" || w == "viceborgmester" }

// isPrefix reports whether the word goes with the number after it.
func isPrefix(w string) bool {
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
