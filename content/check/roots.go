package check

import (
	"strings"
	"unicode/utf8"
)

// A root is a word as it is compared with the words of a label: in lower case, æ, ø and å
// spelt out as names of figures have them, and without the endings of Danish nouns and
// adjectives, as many as there are. It is not a word of the language; it only has to be
// the same for the forms of one.
func root(lower string) string {
	w := spelledOut(lower)
	least := 3
	for {
		cut := bare(w, least)
		if cut == w {
			return w
		}
		w, least = cut, 4
	}
}

// spelledOut spells out the three letters that names of figures may do without.
func spelledOut(lower string) string {
	if !strings.ContainsAny(lower, "æøåéü-₂") {
		return lower
	}
	var room [64]byte
	out := room[:0]
	for _, c := range lower {
		switch c {
		case 'é':
			out = append(out, 'e')
		case '₂':
			out = append(out, '2')
		case 'ü':
			out = append(out, 'u')
		case '-':
		default:
			out = appendSpelt(out, c)
		}
	}
	return string(out)
}

// appendSpelt appends a letter, æ, ø and å spelt out.
func appendSpelt(out []byte, c rune) []byte {
	switch c {
	case 'æ':
		return append(out, "ae"...)
	case 'ø':
		return append(out, "oe"...)
	case 'å':
		return append(out, "aa"...)
	}
	return utf8.AppendRune(out, c)
}

// bare takes one ending off, if so many letters are left.
func bare(w string, least int) string {
	for _, end := range []string{"ernes", "erne", "enes", "ene", "ers", "ens", "ets", "er", "en", "et", "es", "ne", "e", "s"} {
		cut, is := strings.CutSuffix(w, end)
		if !is || len(cut) < least || end == "s" && len(cut) < 4 || !voweled(cut) {
			continue
		}
		if n := len(cut); n > 4 && cut[n-1] == cut[n-2] {
			cut = cut[:n-1] // skatter, skat
		}
		return cut
	}
	return w
}

// voweled reports whether a word has a vowel: what has none is no word.
func voweled(w string) bool { return strings.ContainsAny(w, "aeiouy") }
