package check

import (
	"regexp"
	"strconv"
	"strings"
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
	scale  string // mio., mia., t. or empty
	about  bool
}

// value is the figure's size in its kind's smallest part.
func (f figure) value() int64 { return f.n * f.unit }

// figureForm is a number with the unit after it, in Danish.
func figureForm() *regexp.Regexp {
	return regexp.MustCompile(`([−–-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?: (mio\.|mia\.|t\.))?(?: ?(kr\.?|pct\.?|procentpoint|procent|%))?`)
}

// before reports whether what follows a number makes it none: a date, an ordinal.
func before(after string) bool {
	for _, m := range months() {
		if strings.HasPrefix(after, ". "+m) {
			return true
		}
	}
	return strings.HasPrefix(after, ".") && len(after) > 1 // at the end it is a full stop
}

// figuresIn returns the figures of a text. Years, dates, ordinals and digits
// within a word or name are left out.
func figuresIn(form *regexp.Regexp, text string) []figure {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	var out []figure
	for _, m := range form.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		f := figure{span: span{m[0], m[1]}, kind: count, unit: 10_000}
		scale, unit := part(4), part(5)
		switch {
		case strings.HasPrefix(unit, "kr"):
			f.kind, f.unit = money, 100
		case unit != "":
			f.kind = percent
		}
		if outside(text, m[0], m[1]) || unit == "" && scale == "" && (before(text[m[1]:]) || isYear(part(2)+part(3))) {
			continue
		}
		if part(1) != "" && m[0] > 0 && text[m[0]-1] != ' ' {
			continue
		}
		if !f.read(part(1), part(2), part(3), scale) {
			continue
		}
		f.about = approximate(text[:m[0]])
		out = append(out, f)
	}
	return out
}

// read takes the digits.
func (f *figure) read(sign, whole, decimals, scale string) bool {
	whole = strings.ReplaceAll(whole, ".", "")
	n, err := strconv.ParseInt(whole+decimals, 10, 64)
	if err != nil || len(whole)+len(decimals) > 12 || len(decimals) > 4 {
		return false
	}
	f.scale = scale
	switch scale {
	case "mio.":
		f.unit *= 1_000_000
	case "mia.":
		f.unit *= 1_000_000_000
	case "t.":
		f.unit *= 1000
	}
	for range decimals {
		f.unit /= 10
	}
	if f.n = n; sign != "" {
		f.n = -n
	}
	f.digits = len(strings.TrimLeft(whole+decimals, "0"))
	return f.unit > 0
}

// outside reports whether the digits belong to a word or a longer number.
func outside(text string, from, to int) bool {
	last := lastRune(text[:from])
	if from > 0 && (wordly(last) || strings.ContainsRune("-/.,§", last)) {
		return true
	}
	if from > 0 && last == ' ' {
		switch lead := text[:from-1]; lead[strings.LastIndexByte(lead, ' ')+1:] {
		case "nr.", "CVR-nr.", "side", "§", "s.", "stk.":
			return true
		}
	}
	rest := text[to:]
	return rest != "" && (wordly(rune(rest[0])) || rest[0] >= 0x80 && !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "”") ||
		len(rest) > 1 && strings.ContainsRune("-/–", rune(rest[0])) || strings.HasPrefix(rest, ","+"-"))
}

// isYear reports whether digits can be a year.
func isYear(s string) bool { return len(s) == 4 && s[0] >= '1' && s[0] <= '2' }

// approximate reports whether a figure is said to be so about.
func approximate(lead string) bool {
	words := strings.Fields(strings.ToLower(lead))
	for _, w := range words[max(0, len(words)-2):] {
		switch w {
		case "ca.", "cirka", "omkring", "knap", "godt", "omtrent", "over", "under", "næsten", "mere", "flere", "end", "mindst":
			return true
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
