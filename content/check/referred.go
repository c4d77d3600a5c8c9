package check

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kl-print/kl-print/content/accounts"
)

// referenceAt returns the figure by reference that has a byte of the text; ok is false
// where none has.
func (r *run) referenceAt(at int) (ref reference, ok bool) {
	i := slices.IndexFunc(r.bound, func(b reference) bool { return !b.waived && b.from <= at && at < b.to })
	if i < 0 {
		return reference{}, false
	}
	return r.bound[i], true
}

// words are the names in a text of an expression, with the years they are asked for.
func words(expr string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(expr, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '-' && c != '@' && c != '.'
	}) {
		if w = strings.Trim(w, "-"); w != "" && unicode.IsLetter(firstRune(w)) {
			out = append(out, w)
		}
	}
	return out
}

// misreferred tells of a reference that the sentence joins to a line of the accounts and
// that has nothing of that line.
func (c *checker) misreferred(r *run, from, to int, n *accounts.Line, e entry, f figure) {
	ref, ok := r.referenceAt(from)
	terms := termsOf(ref.expr)
	if !ok || slices.ContainsFunc(terms, func(t term) bool { return c.tied(t.name, n, len(terms) == 1) }) {
		return
	}
	c.tell(r, from, to, Error, "figure-wrong",
		say("henvisningen er ikke til %q, som sætningen siger: %s er %s", "the reference is not to %q, as the sentence says: %[2]s is %[3]s", n.Label, e.name.Danish, c.write(e, f)),
		say("%[1]s", "%[1]s", e.reference(f, r.text[from:to])))
}

// tied reports whether a name is a line, or no line of the accounts; where it does not
// stand alone, it may be one that goes into the line or that the line goes into.
func (c *checker) tied(name string, n *accounts.Line, alone bool) bool {
	line := c.line(name)
	return line == nil || line.ID == n.ID || !alone && (c.inside(n.ID)[line.ID] || c.inside(line.ID)[n.ID])
}

// noResult tells of a surplus or a deficit that refers to lines of the accounts, none of
// which is a result.
func (c *checker) noResult(r *run, s sentence, w word, f figure) {
	from, to := s.from+f.from, s.from+f.to
	ref, ok := r.referenceAt(from)
	if !ok || strings.Trim(s.lower[w.to:f.from], " ") != "på" {
		return
	}
	lines := 0
	for _, t := range termsOf(ref.expr) {
		line := c.line(t.name)
		if line == nil || strings.Contains(strings.ToLower(line.Label), "resultat") || strings.HasPrefix(strings.ToLower(line.Label), "over") {
			return
		}
		lines++
	}
	if lines > 0 {
		c.tell(r, from, to, Error, "figure-wrong",
			say("%q er ikke et resultat: henvisningen er til andre linjer", "%q is no result: the reference is to other lines", w.text), Text{})
	}
}
