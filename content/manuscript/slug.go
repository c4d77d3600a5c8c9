package manuscript

import (
	"strings"
	"unicode/utf8"
)

// slug makes an id of a title: a–z and digits, æ, ø and å spelt out, and a gap
// for each run of anything else; the other word where nothing is left. Ids are
// cut at a word so that they stay short.
func slug(title, gap, other string) string {
	const longest = 40
	var s strings.Builder
	parted := false
	for _, c := range strings.ToLower(title) {
		if c == '\'' || c == '’' {
			continue
		}
		letters := spelt(c)
		if letters == "" {
			parted = s.Len() > 0
			continue
		}
		if parted {
			s.WriteString(gap)
			parted = false
		}
		s.WriteString(letters)
	}
	id := s.String()
	if len(id) > longest {
		cut := strings.LastIndex(id[:longest+1], gap)
		if cut < longest/2 {
			cut = longest
		}
		id = id[:cut]
		for _, small := range []string{"og", "i", "af", "ved", "fra", "paa", "til", "for", "med"} {
			id = strings.TrimSuffix(id, gap+small)
		}
	}
	if id == "" {
		return other
	}
	return id
}

// spelt writes a letter or digit in ASCII; empty for all else.
func spelt(c rune) string {
	if c < utf8.RuneSelf {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			return string(c)
		}
		return ""
	}
	for _, s := range []struct{ from, to string }{
		{"æä", "ae"}, {"øö", "oe"}, {"å", "aa"}, {"éèêë", "e"}, {"ü", "ue"}, {"úùû", "u"}, {"áàâã", "a"}, {"óòôõ", "o"}, {"íìîï", "i"}, {"ñ", "n"}, {"ç", "c"}, {"ß", "ss"}, {"ð", "d"}, {"þ", "th"}, {"ýÿ", "y"},
	} {
		if strings.ContainsRune(s.from, c) {
			return s.to
		}
	}
	return ""
}
