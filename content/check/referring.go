package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/figures"
)

// referring holds the figures by reference against the words about them: what is
// written is what the reference gives, but it may be the wrong reference.
func (c *checker) referring() {
	tabled := map[string]bool{}
	eachTable(c.rep.Chapters[c.at], func(t content.Table, _ string) { tabled[t.Pos.String()] = true })
	c.equated()
	for _, r := range c.runs {
		for _, ref := range r.bound {
			if ref.waived || ref.expr == "" {
				continue
			}
			c.shownAsNil(r, ref)
			if r.heading || r.table || tabled[r.pos.String()] {
				continue
			}
			if i := slices.IndexFunc(r.parts, func(s sentence) bool { return s.from <= ref.from && ref.from < s.to }); i >= 0 {
				c.used(r, i, ref)
			}
			if r.fact {
				continue
			}
			if i := slices.IndexFunc(r.parts, func(s sentence) bool { return s.from <= ref.from && ref.from < s.to }); i >= 0 {
				c.turnedRound(r, r.parts[i], ref)
				c.yearOfReference(r, i, ref)
				c.datedReference(r, r.parts[i], ref)
			}
		}
	}
}

// misplacedReferences tells of references that the whole report shows to be wrong.
func (c *checker) misplacedReferences() {
	c.unreferred()
	c.strangers()
}

// shownAsNil tells of a reference that shows nothing but noughts.
func (c *checker) shownAsNil(r *run, ref reference) {
	terms := termsOf(ref.expr)
	same := len(terms) == 2 && terms[0] == terms[1] && strings.Contains(ref.expr, " - ")
	shown := strings.ContainsAny(r.text[ref.from:ref.to], "123456789")
	switch {
	case same:
		c.tell(r, ref.from, ref.to, Error, "figure-wrong", say("henvisningen trækker et tal fra sig selv", "the reference takes a figure from itself"), Text{})
	case !shown && c.sinceLast(terms, ref.expr) && !strings.Contains(r.lower, "uændr") && !strings.Contains(r.lower, "unchanged"):
		c.tell(r, ref.from, ref.to, Warning, "figure-wrong", say("linjen er den samme i begge år; en anden er nok ment", "the line is the same in both years; another is likely meant"), Text{})
	case !shown && ref.value.Rat().Sign() != 0 && ref.value.Unit() != figures.Calendar:
		c.tell(r, ref.from, ref.to, Error, "figure-wrong",
			say("tallet er ikke nul, men skrives som nul; vælg en mindre enhed eller flere decimaler", "the figure is not nil, but is written as nil; choose a smaller unit or more decimals"), Text{})
	}
}

// term is a name in a reference's expression and the year asked for; 0: the edition's.
type term struct {
	name string
	year string // as written: 2023 or forrige; empty: none is
}

// termsOf are the names of an expression, in order.
func termsOf(expr string) []term {
	expr, _, _ = strings.Cut(expr, "|")
	var out []term
	for _, w := range words(expr) {
		name, year, dated := strings.Cut(w, "@")
		if !dated {
			name, year, _ = strings.Cut(w, ".")
		}
		if !strings.Contains(expr, w+"(") {
			out = append(out, term{name, year})
		}
	}
	return out
}

// turnedRound tells of a difference that is negative where the words say how much, not
// which way: "faldet med −38,9 mio. kr.".
func (c *checker) turnedRound(r *run, s sentence, ref reference) {
	if ref.value.Rat().Sign() >= 0 || !strings.Contains(r.text[ref.from:ref.to], "−") {
		return
	}
	if !strings.Contains(ref.expr, " - ") {
		c.spentMinus(r, s, ref)
		return
	}
	for _, w := range []string{"ændring", "forskel", "udvikl", "resultat", "netto", "minus", "change", "difference", "result"} {
		if strings.Contains(s.lower, w) {
			return
		}
	}
	c.tell(r, ref.from, ref.to, Warning, "direction",
		say("forskellen er negativ; byt om på leddene, eller skriv abs", "the difference is negative; turn its terms round, or write abs"), Text{})
}

// spentMinus tells of a cost that a sentence says was paid, and that is written with the
// minus of the accounts: "vi brugte −392.450 kr.".
func (c *checker) spentMinus(r *run, s sentence, ref reference) {
	lead := s.lower[:ref.from-s.from]
	for _, w := range []string{" brugt", " koste", "betalte", "løb op", "løber op", " spent ", " paid "} {
		n := strings.LastIndex(lead, w)
		if n < 0 || len(lead)-n > nearby || strings.ContainsAny(lead[n:], ";:(") {
			continue
		}
		c.tell(r, ref.from, ref.to, Warning, "direction",
			say("i en sætning skrives en udgift uden minus: {{ -%[1]s }}", "in a sentence a cost is written without its minus: {{ -%[1]s }}", strings.TrimSpace(ref.expr)), Text{})
		return
	}
}

// yearOfReference holds a reference to one line's amount against the year that the
// words about it say.
func (c *checker) yearOfReference(r *run, at int, ref reference) {
	terms := termsOf(ref.expr)
	if len(terms) != 1 || c.line(terms[0].name) == nil || strings.Contains(ref.expr, "vækst") || len(c.rep.Accounts.Years) < 2 {
		return
	}
	s, before := r.parts[at], c.rep.Accounts.Years[1]
	if c.dayOfReference(r, s, ref, terms[0]) {
		return
	}
	if terms[0].year != "" {
		told := withoutLike(s.lower, before)
		lead := r.lower[s.from:ref.from]
		n := strings.LastIndex(lead, "årets ")
		switch {
		case n >= 0 && len(lead)-n < nearby && !c.pastSaid(lead[n:], before) && !comparing(lead[n:]) && !pastAfter(r.lower[ref.to:s.to]):
			c.tell(r, ref.from, ref.to, Error, "year",
				say("henvisningen er til tallet for %[1]d, og her siges %[2]q", "the reference is to the figure of %[1]d, and %[2]q is said here", before, "årets"), Text{})
		case len(s.words) > 4 && len(fourDigits(told)) == 0 && !c.pastSaid(told, before) && !comparing(told) && !s.ofSeveralYears() && (at == 0 || !c.pastSaid(r.parts[at-1].lower, before)):
			c.tell(r, ref.from, ref.to, Warning, "year",
				say("henvisningen er til tallet for %[1]d, og her siges intet år", "the reference is to the figure of %[1]d, and no year is said here", before), Text{})
		}
		return
	}
	rest := strings.TrimLeft(r.lower[ref.to:s.to], " ")
	for _, w := range []string{"året før", "året forinden", "sidste år", "i fjor", "i " + strconv.Itoa(before), "the year before", "last year", "in " + strconv.Itoa(before)} {
		if strings.HasPrefix(rest, w) {
			c.tell(r, ref.from, ref.to, Error, "year",
				say("henvisningen er til tallet for %d, og her siges %q", "the reference is to the figure of %d, and %q is said here", c.rep.Year, w), Text{})
			return
		}
	}
}

// ofSeveralYears reports whether a sentence tells figures of several years in a row: "de to år
// henholdsvis".
func (s sentence) ofSeveralYears() bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		return w.lower == "henholdsvis" || w.lower == "årene" || w.lower == "begge" || w.lower == "respectively"
	})
}

// withoutLike is a text in lower case without a year that what it tells is only like: "ligesom i 2023 er".
func withoutLike(lower string, year int) string {
	for _, w := range []string{"ligesom i ", "som i ", "as in "} {
		lower = strings.ReplaceAll(lower, w+strconv.Itoa(year)+" ", "")
	}
	return lower
}

// pastSaid reports whether a text, in lower case, speaks of an earlier year.
func (c *checker) pastSaid(lower string, year int) bool {
	for _, w := range []string{strconv.Itoa(year), "sidste år", "året før", "året forinden", "årets begyndelse", "årets start", "årets indgang", "åbnede", "forrige", "i fjor", "tidligere", "dengang", "før", "primo",
		"last year", "year before", "previous", "earlier", "began", "beginning", "opening", "start of"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return strings.Contains(lower, "'"+strconv.Itoa(year)[2:])
}

// nearby is within how many bytes before a figure words are said of it.
const nearby = 40

// comparing reports whether a text, in lower case, holds one figure against another.
func comparing(lower string) bool {
	for _, w := range []string{" mod ", "fra ", " end ", "from ", " than ", "against", "up on", "down on"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}

// unreferred finds figures of figures.yaml that nothing refers to, in an edition whose
// figures are bound: another was meant somewhere.
func (c *checker) unreferred() {
	if !c.rep.BoundOnly {
		return
	}
	used := c.referredTo()
	for _, f := range c.rep.Figures {
		if !used[speltOut(f.Name)] {
			c.tellAt(f.Pos, f.Name, Warning, "figure-unused", say("intet henviser til %s, og udgavens tal er bundne", "nothing refers to %s, and the edition's figures are bound", f.Name), Text{})
		}
	}
}

// line is the line of the accounts that a name in a reference is, by which æ, ø and å may
// be spelt out; nil where there is none.
func (c *checker) line(name string) *accounts.Line {
	if c.byName == nil {
		c.byName = map[string]*accounts.Line{}
		for _, st := range c.rep.Accounts.Statements {
			for i := range st.Lines {
				if n := &st.Lines[i]; n.ID != "" {
					c.byName[speltOut(n.ID)] = n
				}
			}
		}
	}
	return c.byName[speltOut(name)]
}

// speltOut is a name in lower case without æ, ø and å.
func speltOut(name string) string {
	lower := strings.ToLower(name)
	if !strings.ContainsAny(lower, "æøå") {
		return lower
	}
	var room [64]byte
	out := room[:0]
	for _, c := range lower {
		out = appendSpelt(out, c)
	}
	return string(out)
}
