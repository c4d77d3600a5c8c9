package source

import "strings"

// slug makes an id of a title: lower case, æ, ø and å spelt out, and a hyphen
// for each run of what is not a letter a–z or a digit. Apostrophes are left out.
func slug(title string) string {
	var s strings.Builder
	gap := false
	for _, c := range strings.ToLower(composed(title)) {
		if c == '\'' || c == '’' {
			continue
		}
		letters := spelt(c)
		if letters == "" {
			gap = s.Len() > 0
			continue
		}
		if gap {
			s.WriteByte('-')
			gap = false
		}
		s.WriteString(letters)
	}
	return s.String()
}

// spelt writes a lower-case letter or digit in ASCII; empty for all else.
func spelt(c rune) string {
	switch {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		return string(c)
	case c == 'æ', c == 'ä':
		return "ae"
	case c == 'ø', c == 'ö':
		return "oe"
	case c == 'å':
		return "aa"
	case strings.ContainsRune("éèêë", c):
		return "e"
	case strings.ContainsRune("üú", c):
		return "u"
	case strings.ContainsRune("áà", c):
		return "a"
	}
	return ""
}
