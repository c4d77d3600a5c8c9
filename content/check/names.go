package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// persons returns everyone of the roster the report refers to, each once.
func (c *checker) persons() []*content.Person {
	seen := map[*content.Person]bool{}
	var out []*content.Person
	add := func(members []content.Member) {
		for _, m := range members {
			if m.Person != nil && !seen[m.Person] {
				seen[m.Person] = true
				out = append(out, m.Person)
			}
		}
	}
	for _, g := range c.groups() {
		add(g.Members)
	}
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Letter:
				add(b.Signers)
			case content.Signatures:
				for _, p := range b.Parties {
					add(p.Signers)
				}
			}
		}
	}
	return out
}

// groups returns the groups the report shows, each once.
func (c *checker) groups() []*content.Group {
	var out []*content.Group
	add := func(g *content.Group) {
		if g != nil && !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Portraits:
				add(b.Group)
			case content.Roster:
				for _, g := range b.Groups {
					add(g)
				}
			}
		}
	}
	return out
}

// names finds names in the text that are almost one of the roster's, and
// municipalities there are not.
func (c *checker) names() {
	var known []string
	for _, p := range c.persons() {
		known = append(known, p.Name)
	}
	for _, r := range c.runs {
		for _, group := range capitalised(r.text) {
			c.namesIn(r, group, known)
		}
		c.parish(r)
	}
}

// capitalised returns the rows of words that begin with a capital and have only
// a blank between them.
func capitalised(text string) [][]word {
	var out [][]word
	var row []word
	for _, w := range wordsOf(text) {
		first, _ := utf8.DecodeRuneInString(w.text)
		joined := len(row) > 0 && strings.Trim(text[row[len(row)-1].to:w.from], " .") == "" && w.from-row[len(row)-1].to <= 2
		if !joined || !unicode.IsUpper(first) {
			if len(row) > 1 {
				out = append(out, row)
			}
			row = nil
		}
		if unicode.IsUpper(first) {
			row = append(row, w)
		}
	}
	if len(row) > 1 {
		out = append(out, row)
	}
	return out
}

// namesIn looks for names in a row of words; where one is right, what is within
// it is not looked at.
func (c *checker) namesIn(r *run, row []word, known []string) {
	if len(row) > 40 {
		row = row[:40]
	}
	for i := 0; i < len(row); i++ {
		for n := min(4, len(row)-i); n >= 2; n-- {
			from, to := row[i].from, row[i+n-1].to
			name := strings.TrimSuffix(r.text[from:to], "'")
			if exact := named(name, known); exact {
				i += n - 1
				break
			}
			near, how := nearName(name, known)
			if near == "" || c.rightLater(r, row, i, known) {
				continue
			}
			c.tell(r, from, to, how, "name", say("%q er ikke i navnelisten; der står %q", "%q is not in the roster; it has %q", name, near), say("%[1]s", "%[1]s", near))
			i += n - 1
			break
		}
	}
}

// rightLater reports whether a right name begins at a later word of a row,
// within what may be taken for a wrong one.
func (c *checker) rightLater(r *run, row []word, i int, known []string) bool {
	for k := i; k < min(len(row), i+3); k++ {
		for n := 2; n <= min(4, len(row)-k); n++ {
			if named(r.text[row[k].from:row[k+n-1].to], known) {
				return true
			}
		}
	}
	return false
}

// named reports whether a text is one of the names, or its genitive.
func named(text string, known []string) bool {
	return slices.Contains(known, text) || slices.Contains(known, strings.TrimSuffix(text, "s"))
}

// nearName is the name a text almost is: a few letters off, its parts swapped, or
// a part dropped. Empty if there is none.
func nearName(text string, known []string) (string, Level) {
	bare := strings.TrimSuffix(text, "s")
	for _, name := range known {
		most := 1
		if utf8.RuneCountInString(name) >= 10 {
			most = 2
		}
		if strings.EqualFold(name, text) || distance(text, name, most) <= most || distance(bare, name, most) <= most {
			return name, Error
		}
	}
	parts := strings.Fields(text)
	for _, name := range known {
		whole := strings.Fields(name)
		switch {
		case len(parts) == len(whole) && sameParts(parts, whole):
			return name, Error
		case len(whole) > len(parts) && len(parts) >= 2 && parts[0] == whole[0] && parts[len(parts)-1] == whole[len(whole)-1]:
			return name, Warning
		}
	}
	return "", Note
}

// sameParts reports whether two names have the same parts in any order.
func sameParts(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// parish finds "X Kommune" and "Region X" where there is no X.
func (c *checker) parish(r *run) {
	words := wordsOf(r.text)
	for i, w := range words {
		if i == 0 {
			continue
		}
		before := words[i-1]
		var list []string
		at := before
		switch {
		case (w.text == "Kommune" || w.text == "Kommunes") && r.text[before.to:w.from] == " ":
			list = municipalities()
		case before.text == "Region" && r.text[before.to:w.from] == " ":
			at, list = w, regions()
		default:
			continue
		}
		first, _ := utf8.DecodeRuneInString(at.text)
		if !unicode.IsUpper(first) || slices.Contains(list, sameParish(at.text)) || slices.Contains(list, strings.TrimSuffix(at.text, "s")) {
			continue
		}
		if near := nearest(at.text, list, 2); near != "" {
			c.tell(r, at.from, at.to, Error, "municipality", say("%q findes ikke", "there is no %q", at.text), say("%[1]s", "%[1]s", near))
		}
	}
}

// nearest is the word of a list that a text is at most so far from; empty if
// there is none.
func nearest(text string, list []string, most int) string {
	best, at := "", most+1
	for _, w := range list {
		if d := distance(text, w, most); d < at {
			best, at = w, d
		}
	}
	return best
}
