package figures

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placed is a name and where it stands.
type placed struct {
	Name
	at int
}

// before is what asks for the year before the edition's.
const before = ".forrige"

// hideNames puts a letter and a number in the place of each name, since those of
// the accounts may have letters and signs that the expression's grammar has no
// names of, and so that no word of that grammar's own, such as a builtin, can be
// reached. It returns where each byte of the outcome came from.
func hideNames(s string) (hidden string, names []placed, from []int) {
	var b strings.Builder
	for i := 0; i < len(s); {
		n := nameLength(s[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			for k := range size {
				from = append(from, i+k)
			}
			b.WriteString(s[i : i+size])
			i += size
			continue
		}
		name := placed{Name{ID: s[i : i+n]}, i}
		n += name.takeYear(s[i+n:])
		piece := "n" + strconv.Itoa(len(names))
		for range piece {
			from = append(from, i)
		}
		b.WriteString(piece)
		names = append(names, name)
		i += n
	}
	return b.String(), names, append(from, len(s))
}

// nameLength is how many bytes of s are a name: letters, digits, underscores,
// and hyphens with one of these on both sides. A name has a letter in it.
func nameLength(s string) int {
	letter, end := false, 0
	for i, c := range s {
		switch {
		case unicode.IsLetter(c) || c == '_':
			letter = true
		case c >= '0' && c <= '9':
		case c == '-' && i > 0 && end == i:
			continue
		default:
			return named(letter, end)
		}
		if i > end+1 { // two hyphens
			return named(letter, end)
		}
		end = i + utf8.RuneLen(c)
	}
	return named(letter, end)
}

// named is the length of a name, 0 for what has no letter.
func named(letter bool, length int) int {
	if !letter {
		return 0
	}
	return length
}

// takeYear reads @2023 or .forrige after a name and returns its length.
func (n *placed) takeYear(rest string) int {
	if strings.HasPrefix(rest, before) && nameLength(rest[1:]) == len(before)-1 {
		n.Before = true
		return len(before)
	}
	const digits = 4
	if len(rest) < 1+digits || rest[0] != '@' {
		return 0
	}
	year, err := strconv.Atoi(rest[1 : 1+digits])
	if err != nil || year < 1000 {
		return 0
	}
	n.Year = year
	return 1 + digits
}
