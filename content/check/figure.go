package check

import (
	"strconv"
	"strings"
	"unicode"
)

// kind is what a figure counts.
type kind uint8

const (
	count   kind = iota
	money        // øre
	percent      // also points of a percentage
)

// figure is a number in a text. Its value is n units; for money a unit is in
// øre, for the others in ten-thousandths, so that "3,7 pct." is 37 units of 1000.
type figure struct {
	span
	kind   kind
	n      int64
	unit   int64
	digits int    // significant
	places int    // behind the comma
	scale  string // mio., mia., t. or empty
	about  bool
	words  bool // it is written in words
}

// value is the figure's size in its kind's smallest part.
func (f figure) value() int64 { return f.n * f.unit }

// before reports whether what follows a number makes it none: a date, an ordinal.
func before(after string) bool {
	for _, m := range months() {
		if strings.HasPrefix(after, ". "+m) {
			return true
		}
	}
	return strings.HasPrefix(after, ".") && len(after) > 1 // at the end it is a full stop
}

// numeral is where the parts of a number are in a text, each empty where there is
// none: "−1.234,5 mio. kr.".
type numeral struct{ whole, decimals, scale, unit string }

// figuresIn returns the figures of a text. Years, dates, ordinals and digits
// within a word or name are left out.
func figuresIn(text string) []figure { return appendFigures(nil, text) }

// appendFigures appends the figures of a text.
func appendFigures(out []figure, text string) []figure {
	for at := 0; ; {
		from, to, sign, n := nextNumeral(text, at)
		if to == 0 {
			return out
		}
		if f, is := figureAt(text, from, to, sign, n); is {
			out = append(out, f)
		}
		at = to
	}
}

// figureAt is the figure that a numeral at [from, to) is, where it is one.
func figureAt(text string, from, to int, signed bool, n numeral) (figure, bool) {
	if n.unit == "" && unitBefore(text[:from]) {
		from, n.unit = from-len("kr. "), "kr."
	}
	f := figure{span: span{from, to}, kind: count, unit: 10_000}
	switch {
	case strings.HasPrefix(n.unit, "kr"), strings.HasPrefix(n.unit, "tkr"):
		f.kind, f.unit = money, 100
	case n.unit != "":
		f.kind = percent
	}
	if outside(text, from, to) || n.unit == "" && n.scale == "" && (before(text[to:]) || isYear(n.whole+n.decimals)) {
		return f, false
	}
	if signed && from > 0 && text[from-1] != ' ' || !f.read(signed, n) {
		return f, false
	}
	f.about = approximate(text[:from])
	return f, true
}

// unitBefore reports whether a text ends in "kr." that goes with the number after it, "kr.
// 1.234", not with one before it.
func unitBefore(lead string) bool {
	lead, is := strings.CutSuffix(lead, "kr. ")
	lead = strings.TrimRight(lead, " ")
	return is && lead != "" && (lead[len(lead)-1] < '0' || lead[len(lead)-1] > '9') && lead[len(lead)-1] != '.'
}

// nextNumeral finds the next numeral from a place on, with the sign before it and
// the unit after it; to is 0 where there is none.
func nextNumeral(text string, at int) (from, to int, signed bool, n numeral) {
	i := nextDigit(text, at)
	if i == len(text) {
		return 0, 0, false, n
	}
	from = i
	for _, sign := range []string{"−", "–", "-"} {
		if strings.HasSuffix(text[at:i], sign) {
			from, signed = i-len(sign), true
			break
		}
	}
	end := grouped(text, i)
	n.whole, to = text[i:end], end
	if more := digitsAt(text, end+1); end < len(text) && text[end] == ',' && more > 0 {
		n.decimals, to = text[end+1:end+1+more], end+1+more
	}
	n.scale, to = oneOf(text, to, true, "mio.", "mia.", "t.", "millioner", "milliarder", "mio", "mia", "mill.", "tusind")
	n.unit, to = oneOf(text, to, false, "kroner", "kr.", "kr", "tkr.", "tkr", "pct. point", "pct.-point", "pct.point", "pct.", "pct", "procentpoint", "procent", "%-point", "%")
	return from, to, signed, n
}

// nextDigit is where the next digit from a place on is; the text's end where there is none.
func nextDigit(text string, at int) int {
	for at < len(text) && (text[at] < '0' || text[at] > '9') {
		at++
	}
	return at
}

// grouped is where the digits at a place end, with the dots between thousands.
func grouped(text string, at int) int {
	end := at + digitsAt(text, at)
	if end-at > 3 {
		return end
	}
	for end < len(text) && text[end] == '.' && digitsAt(text, end+1) >= 3 {
		end += 4
		if digitsAt(text, end) > 0 {
			break // more than three: the last of them are none of it
		}
	}
	return end
}

// digitsAt is how many digits stand at a place.
func digitsAt(text string, at int) int {
	n := 0
	for at+n < len(text) && text[at+n] >= '0' && text[at+n] <= '9' {
		n++
	}
	return n
}

// oneOf is which of some words stands at a place after a blank, and where it ends.
// The blank may be left out where it need not be there.
func oneOf(text string, at int, blank bool, words ...string) (string, int) {
	from := at
	if from < len(text) && text[from] == ' ' {
		from++
	} else if blank {
		return "", at
	}
	for _, w := range words {
		if strings.HasPrefix(text[from:], w) {
			return w, from + len(w)
		}
	}
	return "", at
}

// read takes the digits.
func (f *figure) read(signed bool, form numeral) bool {
	whole, decimals := strings.ReplaceAll(form.whole, ".", ""), form.decimals
	n, err := strconv.ParseInt(whole+decimals, 10, 64)
	if err != nil || len(whole)+len(decimals) > 12 || len(decimals) > 4 {
		return false
	}
	f.scale, f.places = form.scale, len(decimals)
	if strings.HasPrefix(form.unit, "tkr") {
		f.scale = "t."
	}
	switch f.scale {
	case "mio.", "millioner", "mio", "mill.":
		f.unit, f.scale = f.unit*1_000_000, "mio."
	case "mia.", "milliarder", "mia":
		f.unit, f.scale = f.unit*1_000_000_000, "mia."
	case "t.", "tusind":
		f.unit, f.scale = f.unit*1000, "t."
	}
	for range decimals {
		f.unit /= 10
	}
	if f.n = n; signed {
		f.n = -n
	}
	f.digits = len(strings.TrimLeft(whole+decimals, "0"))
	return f.unit > 0
}

// outside reports whether the digits belong to a word or a longer number.
func outside(text string, from, to int) bool {
	if phoned(text, from, to) {
		return true
	}
	last := lastRune(text[:from])
	if from > 0 && (wordly(last) || strings.ContainsRune("-/.,§", last)) {
		return true
	}
	if from > 0 && last == ' ' {
		lead := text[:from-1]
		if numbers(strings.TrimLeft(lead[strings.LastIndexByte(lead, ' ')+1:], "(„”\"")) {
			return true
		}
	}
	rest := text[to:]
	return rest != "" && (wordly(rune(rest[0])) || rest[0] >= 0x80 && !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "”") ||
		len(rest) > 1 && strings.ContainsRune("-/–", rune(rest[0])) || strings.HasPrefix(rest, ","+"-"))
}

// phoned reports whether two digits stand beside two others, as in a telephone number: "46 35
// 10 20".
func phoned(text string, from, to int) bool {
	if digitsAt(text, from) != 2 || to != from+2 {
		return false
	}
	pair := func(at int) bool { return at >= 0 && digitsAt(text, at) == 2 && (at == 0 || text[at-1] == ' ') }
	return to < len(text) && text[to] == ' ' && pair(to+1) && (to+3 == len(text) || !strings.ContainsRune(".,", rune(text[to+3])) || to+4 == len(text)) || from > 0 && text[from-1] == ' ' && pair(from-3)
}

// numbers reports whether what follows a word is a number that tells which, not how many.
func numbers(word string) bool {
	switch strings.ToLower(word) {
	case "nr.", "cvr-nr.", "side", "§", "s.", "stk.", "kl.", "uge", "bilag", "note", "kapitel", "afsnit", "artikel", "pkt.", "punkt", "figur", "tabel", "fase",
		"no.", "page", "p.", "week", "appendix", "chapter", "section", "article", "figure", "table", "phase":
		return true
	}
	return false
}

// isYear reports whether digits can be a year.
func isYear(s string) bool { return len(s) == 4 && s[0] >= '1' && s[0] <= '2' && digitsAt(s, 0) == 4 }

// approximate reports whether a figure is said to be so about.
func approximate(lead string) bool {
	const reach = 60 // bytes that two words fit in
	lead = strings.ToLower(lead[max(0, len(lead)-reach):])
	for i := range 2 {
		lead = strings.TrimRightFunc(lead, unicode.IsSpace)
		w := lead[strings.LastIndexFunc(lead, unicode.IsSpace)+1:]
		lead = lead[:len(lead)-len(w)]
		switch w {
		case "ca.", "cirka", "omkring", "knap", "godt", "omtrent", "næsten", "mere", "flere", "mindst":
			return true
		case "over", "under":
			return i == 0 // not "over for"
		case "end":
			before := strings.TrimRightFunc(lead, unicode.IsSpace)
			if !strings.HasSuffix(before, "re") || strings.HasSuffix(before, "mere") || strings.HasSuffix(before, "mindre") || strings.HasSuffix(before, "flere") || strings.HasSuffix(before, "færre") {
				return true // "lavere end" is told of exact figures too
			}
		}
	}
	return false
}

// divRound divides a by b, b > 0, to the nearest integer, halves away from zero.
func divRound(a, b int64) int64 {
	if a < 0 {
		return -divRound(-a, b)
	}
	return (a + b/2) / b
}

// abs is n without its sign.
func abs(n int64) int64 { return max(n, -n) }
