package check

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// persons returns everyone of the roster.
func (c *checker) persons() []*content.Person { return c.rep.People }

// groups returns the groups of the roster.
func (c *checker) groups() []*content.Group { return c.rep.Groups }

// newNames are the names of the roster's people.
func (c *checker) newNames() nameList {
	known := nameList{holder: c.holders(), bearers: map[string][]*content.Person{}, offices: map[string]bool{}}
	for _, p := range c.persons() {
		known.add(p.Name)
		known.bearers[p.Name] = append(known.bearers[p.Name], p)
		known.offices[strings.ToLower(p.Office)] = true
	}
	for _, g := range c.groups() {
		for _, m := range g.Members {
			known.offices[strings.ToLower(m.Role)] = true
		}
	}
	delete(known.offices, "")
	return known
}

// names finds names in the text that are almost one of the roster's.
func (c *checker) names() {
	if len(c.known.all) == 0 {
		return
	}
	for _, r := range c.runs {
		for _, group := range r.capitalised() {
			c.namesIn(r, group, c.known)
			c.sameSeat(r, group)
		}
	}
}

// parishes finds municipalities and regions there are not.
func (c *checker) parishes() {
	for _, r := range c.runs {
		if r.marks&parochial != 0 {
			c.parish(r)
		}
		c.enumerated(r)
	}
}

// capitalised returns the rows of words that begin with a capital and have only
// a blank between them.
func (r *run) capitalised() [][]word {
	var out [][]word
	var row []word
	var last word // with a capital, while row has but that one
	for _, s := range r.parts {
		for i := range s.words {
			if !upper(s.words[i].text) {
				last = word{}
				if len(row) > 1 {
					out, row = append(out, row), nil
				}
				continue
			}
			w := s.words[i].in(s)
			gap := r.text[last.to:w.from]
			switch {
			case last.text == "" || gap != " " && gap != "." && gap != ". " && gap != "  " && gap != ".." && gap != " .":
				if len(row) > 1 {
					out = append(out, row)
				}
				row = nil
			case row == nil:
				row = []word{last, w}
			default:
				row = append(row, w)
			}
			last = w
		}
	}
	if len(row) > 1 {
		out = append(out, row)
	}
	return out
}

// upper reports whether a word begins with a capital.
func upper(w string) bool {
	if c := w[0]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	return unicode.IsUpper(firstRune(w))
}

// namesIn looks for names in a row of words; where one is right, what is within
// it is not looked at.
func (c *checker) namesIn(r *run, row []word, known nameList) {
	if len(row) > 40 {
		row = row[:40]
	}
	if c.holds(r, row, known) {
		return
	}
	for i := 0; i < len(row); i++ {
		for n := min(4, len(row)-i); n >= 2; n-- {
			from, to := row[i].from, row[i+n-1].to
			name := r.text[from:to]
			for _, end := range []string{"'s", "’s", "'"} {
				name = strings.TrimSuffix(name, end)
			}
			if exact := named(name, known); exact {
				c.titled(r, from, to, known)
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

// holds tells of an office given to somebody who has one name in common with the
// one person who holds it, and reports whether it did.
func (c *checker) holds(r *run, row []word, known nameList) bool {
	if known.offices[lowered(row[0].text)] && len(row) > 2 {
		row = row[1:] // a sentence begins with the office
	}
	from, to := row[0].from, row[len(row)-1].to
	name, _, _ := strings.Cut(strings.TrimSuffix(r.text[from:to], "'"), ". ")
	office := lastField(r.lower[:from])
	holder := known.holder[office]
	if holder == nil && chaired(office) && !named(name, known) {
		holder = c.chairCalled(office, row, r.lower[row[len(row)-1].to:])
	}
	if holder == nil || len(row) > 4 || named(name, known) {
		return false
	}
	parts := strings.Fields(holder.Name)
	mine := strings.Fields(name)
	if parts[0] != mine[0] && parts[len(parts)-1] != mine[len(mine)-1] {
		return false
	}
	c.tell(r, from, from+len(name), Error, "name",
		say("%q er ikke i navnelisten; %s er %s", "%q is not in the roster; %s is %s", name, office, holder.Name), say("%[1]s", "%[1]s", holder.Name))
	return true
}

// holders are the persons who alone hold an office, by that in lower case.
func (c *checker) holders() map[string]*content.Person {
	out := map[string]*content.Person{}
	for _, p := range c.persons() {
		office := strings.ToLower(p.Office)
		_, held := out[office]
		switch {
		case office == "":
		case held:
			out[office] = nil
		default:
			out[office] = p
		}
	}
	return out
}

// lastField is the last word before a place, an "er" after it left aside.
func lastField(lead string) string {
	lead = strings.TrimRightFunc(strings.TrimSuffix(lead, " er "), unicode.IsSpace)
	return lead[strings.LastIndexFunc(lead, unicode.IsSpace)+1:]
}

// rightLater reports whether a right name begins at a later word of a row,
// within what may be taken for a wrong one.
func (c *checker) rightLater(r *run, row []word, i int, known nameList) bool {
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
func named(text string, known nameList) bool {
	return known.has[text] || known.has[ungenitive(text)]
}

// ungenitive is a name without the ending of a genitive: Danish s, English 's.
func ungenitive(text string) string {
	for _, end := range []string{"'s", "’s", "s"} {
		if cut, is := strings.CutSuffix(text, end); is {
			return cut
		}
	}
	return text
}

// nameList is names, and what makes it quick to tell that a text is far from one.
type nameList struct {
	all    []knownName
	has    map[string]bool
	holder map[string]*content.Person // by office, in lower case; nil: several hold it

	bearers map[string][]*content.Person // by name
	parts   map[string]bool              // the words of all names
	offices map[string]bool              // that somebody holds, in lower case
}

// knownName is a name, its length in characters, its parts and the letters it has,
// one a bit.
type knownName struct {
	text, folded string
	length       int
	parts        []string
	letters      uint64
	words        int // as wordsOf counts them
}

func (l *nameList) add(name string) {
	if l.has == nil {
		l.has = map[string]bool{}
	}
	l.has[name] = true
	parts, folded := strings.Fields(name), foldName(name)
	for _, part := range parts {
		if l.parts == nil {
			l.parts = map[string]bool{}
		}
		l.parts[part] = true
	}
	var room [16]word
	l.all = append(l.all, knownName{name, folded, utf8.RuneCountInString(folded), parts, lettersOf(folded), len(appendWords(room[:0], name, name))})
}

// foldName writes a name with one of the two spellings there are of some letters.
func foldName(s string) string {
	if !strings.ContainsAny(s, "åÅéö") {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		switch c {
		case 'å':
			b.WriteString("aa")
		case 'Å':
			b.WriteString("Aa")
		case 'é':
			b.WriteByte('e')
		case 'ö':
			b.WriteRune('ø')
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// lettersOf is a bit for each character there is in a text.
func lettersOf(s string) uint64 {
	out := uint64(0)
	for _, c := range s {
		out |= 1 << (uint(unicode.ToLower(c)) % 64)
	}
	return out
}

// far reports that two texts differ by more than so many characters: each that is
// replaced takes one letter out and puts another in.
func far(a, b uint64, most int) bool { return bits.OnesCount64(a^b) > 2*most }

// nearName is the name a text almost is: a few letters off, its parts swapped, or
// a part dropped. Empty if there is none.
func nearName(text string, known nameList) (string, Level) {
	whole := text
	text = foldName(text)
	bare, letters := strings.TrimSuffix(text, "s"), lettersOf(text)
	length := utf8.RuneCountInString(text)
	for _, name := range known.all {
		most := 1
		if name.length >= 10 {
			most = 2
		}
		if length-name.length > most+1 || name.length-length > most || far(letters, name.letters, most+1) {
			continue
		}
		if strings.EqualFold(name.text, whole) || distance(text, name.folded, most) <= most || distance(bare, name.folded, most) <= most {
			return name.text, Error
		}
	}
	parts := strings.Fields(whole)
	for _, name := range known.all {
		n := len(name.parts)
		switch {
		case len(parts) == n && letters == name.letters && swappedParts(parts, name.parts):
			return name.text, Error
		case n == len(parts) && n > 2 && nearMiddles(parts, name.parts):
			return name.text, Warning
		case n > len(parts) && len(parts) >= 2 && parts[0] == name.parts[0] && parts[len(parts)-1] == name.parts[n-1]:
			return name.text, Warning
		}
	}
	return "", Note
}

// swappedParts reports whether two names have the same parts, in any order.
func swappedParts(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// nearMiddles reports whether two names of as many parts differ only in those between their first and
// last, and there in no more than half of the letters: "Rahbech" and "Rahbæk", not Marie and Mette.
func nearMiddles(a, b []string) bool {
	n := len(a) - 1
	if a[0] != b[0] || a[n] != b[n] {
		return false
	}
	for i := 1; i < n; i++ {
		most := utf8.RuneCountInString(b[i]) / 2
		if firstRune(a[i]) != firstRune(b[i]) || distance(a[i], b[i], most) > most {
			return false
		}
	}
	return true
}

// parish finds "X Kommune" and "Region X" where there is no X.
func (c *checker) parish(r *run) {
	var before, w word
	for _, s := range r.parts {
		for i := range s.words {
			before, w = w, s.words[i].in(s)
			c.parishOf(r, before, w)
		}
	}
}

// parishOf judges a word and the one before it, which is empty where there is none.
func (c *checker) parishOf(r *run, before, w word) {
	at, list := before, []string(nil)
	switch {
	case before.text == "" || r.text[before.to:w.from] != " ":
		return
	case w.text == "Kommune" || w.text == "Kommunes":
		list = municipalities()
	case before.text == "Region":
		at, list = w, regions()
	default:
		return
	}
	first, _ := utf8.DecodeRuneInString(at.text)
	if !unicode.IsUpper(first) || slices.Contains(list, sameParish(at.text)) || at.from == w.from && slices.Contains(list, strings.TrimSuffix(at.text, "s")) {
		return // only a region's name itself has an ending: Region Hovedstadens
	}
	if near := nearest(at.text, list, 2); near != "" {
		c.tell(r, at.from, at.to, Error, "municipality", say("%q findes ikke", "there is no %q", at.text), say("%[1]s", "%[1]s", near))
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
