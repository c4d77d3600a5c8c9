package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// properNames finds names, compounds with a capital, that stand once and are one letter from
// one that the report has more often, also near their ends, and compounds that lack the s
// that they have elsewhere after a part that always takes one.
func (c *checker) properNames() {
	forms := c.read.known.forms
	often, jointed := map[string][]int32{}, map[string]int32{}
	for _, id := range c.long {
		f := &forms[id]
		if f.runes < longName {
			continue
		}
		if bare := withoutJoint(forms[f.stem].lower); bare != "" {
			jointed[bare] = id
		}
		if f.seen.count > 1 && upper(f.seen.run.text[f.seen.at.from:]) {
			often[f.lower[:4]] = append(often[f.lower[:4]], id)
		}
	}
	for _, id := range c.long {
		f := &forms[id]
		if f.runes < longName-1 {
			continue
		}
		if with, is := jointed[forms[f.stem].lower]; is && forms[with].seen.count >= f.seen.count {
			c.misspelling(f.seen.run, f.seen.at, forms[with].lower)
			continue
		}
		if f.runes < longName || f.seen.count > 1 || !upper(f.seen.run.text[f.seen.at.from:]) {
			continue
		}
		for _, other := range often[f.lower[:4]] {
			if o := &forms[other]; o.stem != f.stem && nearlyCalled(f.lower, o.lower) {
				c.misspelling(f.seen.run, f.seen.at, o.lower)
				break
			}
		}
	}
}

// longName is how many letters a name has at least that is held against others.
const longName = 12

// nearlyCalled reports whether two words differ in one letter, which is not one of their last
// two: it is another, or stands twice in one of them.
func nearlyCalled(a, b string) bool {
	if distance(a, b, 1) != 1 {
		return false
	}
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	const behind = 2
	if n < behind {
		return false
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	at := len(a) - 1 - n
	return utf8.RuneCountInString(a) == utf8.RuneCountInString(b) || at > 0 && (a[at] == a[at-1] || a[at] == a[at+1])
}

// withoutJoint is a compound without the s after a part that always takes one before another;
// empty where it has none.
func withoutJoint(w string) string {
	const before, after = 5, 4 // letters on either side
	for i := before; i+after < len(w); i++ {
		if w[i] == 's' && takesJoint(w[:i]) {
			return w[:i] + w[i+1:]
		}
	}
	return ""
}

// takesJoint reports whether a part of a compound ends so that it always takes an s.
func takesJoint(part string) bool {
	switch part[len(part)-1] {
	case 'g':
		return strings.HasSuffix(part, "ning")
	case 'd':
		return strings.HasSuffix(part, "hed")
	case 'b':
		return strings.HasSuffix(part, "skab")
	case 'n':
		return strings.HasSuffix(part, "tion")
	case 't':
		return strings.HasSuffix(part, "tet")
	}
	return false
}

// lineIDs holds the labels of lines against the ids that are made of them: a letter or two
// inside a long word, which is no ending and no joint, is a slip of one of the two.
func (c *checker) lineIDs() {
	for _, st := range c.rep.Accounts.Statements {
		for _, n := range st.Lines {
			if w := contraryIn(n.Label, n.ID); w != "" {
				c.tellAt(n.Pos, n.Label, Warning, "spelling", say("%q siger det modsatte af id'et %s", "%q says the contrary of the id %s", w, n.ID), Text{})
			}
			if len(n.ID) < len(n.Label) && strings.Count(n.ID, "_") < strings.Count(n.Label, " ") {
				c.partedLabel(n)
			}
			if off := len(n.ID) - len(n.Label); off > 2 || off < -2 || n.Label == "" {
				continue // an æ is as long as ae
			}
			label := strings.ReplaceAll(plainID(n.Label), "-", "_")
			if n.ID == label || len(label) < longName || !strings.ContainsAny(n.ID, "abcdefghijklmnopqrstuvwxyz") || distance(label, n.ID, 2) > 2 || !insideWord(label, n.ID) {
				continue
			}
			c.tellAt(n.Pos, n.Label, Warning, "spelling", say("%q og id'et %s staver ikke ens", "%q and the id %s are not spelt alike", n.Label, n.ID), Text{})
		}
	}
	c.skippedYear()
}

// contraryIn is a word of a label that is the contrary of one in the name it goes by, where
// they have another word in common; empty where there is none.
func contraryIn(label, name string) string {
	parts := strings.Split(speltOut(name), "_")
	contrary, shared := "", false
	for _, w := range wordsOf(label) {
		folded := speltOut(w.lower)
		for _, p := range parts {
			switch {
			case folded == p:
				shared = true
			case opposed(w.lower, p) || opposed(folded, p) || opposed(w.lower, strings.ReplaceAll(p, "oe", "ø")):
				contrary = w.text
			case len(p) >= leastPart && strings.HasSuffix(folded, p):
				shared = true
			}
		}
	}
	if !shared {
		return ""
	}
	return contrary
}

// insideWord reports whether two ids differ inside a long word: some letters of it stand alike
// before and behind.
func insideWord(a, b string) bool {
	const behind, before = 4, 4
	x, y := strings.Split(a, "_"), strings.Split(b, "_")
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		n, m := 0, 0
		for n < min(len(x[i]), len(y[i])) && x[i][n] == y[i][n] {
			n++
		}
		for m < min(len(x[i]), len(y[i]))-n && x[i][len(x[i])-1-m] == y[i][len(y[i])-1-m] {
			m++
		}
		if n < before || m < behind {
			return false
		}
	}
	return true
}

// skippedYear tells of a column of the accounts that is not of the year before the one beside it.
func (c *checker) skippedYear() {
	years := c.rep.Accounts.Years
	if len(years) != 2 || len(c.rep.Accounts.Statements) == 0 || years[0]-years[1] == 1 || slices.Contains(years, 0) {
		return
	}
	pos := c.rep.Accounts.Statements[0].Pos
	pos.Line, pos.Column = 1, 1
	c.tellAt(pos, digits(int64(years[1])), Warning, "year", say("regnskabets anden kolonne er %d, ikke %d", "the second column of the accounts is %d, not %d", years[1], years[0]-1), say("%d", "%d", years[0]-1))
}
