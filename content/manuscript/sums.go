package manuscript

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
)

// name gives a statement and its lines ids that no others have.
func (l *ledger) name(s *statement) {
	s.id = slug(s.title, "_", "opgoerelse")
	if l.statementIDs.has(s.id) && len(s.lines) > 0 && s.lines[0].rank == "caption" {
		s.id = slug(s.lines[0].label, "_", s.id)
	}
	s.id = l.statementIDs.unused(s.id, "_")
	for i := range s.lines {
		line := &s.lines[i]
		if !line.figured() {
			continue
		}
		base := slug(line.label, "_", "linje")
		if base[0] >= '0' && base[0] <= '9' {
			base = "linje_" + base // a figure's name begins with a letter
		}
		if l.lineIDs.has(base) {
			base += "_" + s.id
		}
		line.id = l.lineIDs.unused(base, "_")
	}
}

// addSums finds what each sum is the sum of: the fewest lines right above it,
// sums among them in place of their parts, that give it in every year. Where
// none do, none are named.
func addSums(s *statement) {
	var open []*accountLine // lines that are in no sum yet
	marked := slices.ContainsFunc(s.lines, func(l accountLine) bool { return l.figured() && l.rank != "" })
	for i := range s.lines {
		l := &s.lines[i]
		if !l.figured() {
			continue
		}
		if l.rank != "" || !marked {
			if n, minus := parts(open, l, l.rank != ""); n > 0 {
				for k, part := range open[len(open)-n:] {
					id := part.id
					if minus && k > 0 {
						id = "-" + id
					}
					l.sum = append(l.sum, id)
				}
				open = open[:len(open)-n]
				if l.rank == "" {
					l.rank = "subtotal"
				}
			}
		}
		open = append(open, l)
	}
	for i := range s.lines {
		l := &s.lines[i]
		grand := strings.HasPrefix(strings.ToLower(l.label), "årets resultat") || strings.EqualFold(l.label, "i alt") || i == len(s.lines)-1
		if l.rank == "total" && len(l.sum) == 0 {
			l.rank = "subtotal"
		} else if l.rank == "subtotal" && len(l.sum) > 0 && grand {
			l.rank = "total"
		}
	}
}

// parts finds how many of the open lines a sum is of. Of a line that is not
// marked as a sum two are needed, and it must not be nil.
func parts(open []*accountLine, l *accountLine, marked bool) (n int, minus bool) {
	const most = 60
	least := 1
	if !marked {
		least = 2
		if !slices.ContainsFunc(l.values, func(a accounts.Amount) bool { return a != 0 }) {
			return 0, false
		}
	}
	for n := least; n <= min(most, len(open)); n++ {
		if gives(open[len(open)-n:], l, false) {
			return withNils(open, n), false
		}
	}
	for n := 2; n <= min(most, len(open)); n++ {
		if gives(open[len(open)-n:], l, true) {
			return n, true
		}
	}
	return 0, false
}

// withNils takes the entries right above that are nil in every year into a sum.
func withNils(open []*accountLine, n int) int {
	for n < len(open) {
		next := open[len(open)-n-1]
		if next.rank != "" || slices.ContainsFunc(next.values, func(a accounts.Amount) bool { return a != 0 }) {
			break
		}
		n++
	}
	return n
}

// gives reports whether lines add up to another in every year; with minus, the
// first less the others.
func gives(lines []*accountLine, l *accountLine, minus bool) bool {
	for year := range l.values {
		if l.amounts[year] == "" {
			return false
		}
		var sum accounts.Amount
		for i, part := range lines {
			v, ok := part.values[year], true
			if minus && i > 0 {
				sum, ok = sum.Sub(v)
			} else {
				sum, ok = sum.Add(v)
			}
			if !ok {
				return false
			}
		}
		if sum != l.values[year] {
			return false
		}
	}
	return true
}

// tie ties the two sides of the balance sheet together, where they are equal.
func (l *ledger) tie() {
	find := func(names ...string) *accountLine {
		for _, s := range l.statements {
			for i := range s.lines {
				if slices.Contains(names, strings.ToLower(s.lines[i].label)) {
					return &s.lines[i]
				}
			}
		}
		return nil
	}
	assets := find("aktiver i alt", "total assets", "samlede aktiver")
	claims := find("passiver i alt", "total equity and liabilities", "total liabilities and equity", "samlede passiver")
	if assets == nil || claims == nil || len(l.ties) > 0 || !slices.Equal(assets.values, claims.values) {
		return
	}
	name := "Aktiver er lig passiver"
	if strings.HasPrefix(strings.ToLower(assets.label), "total") {
		name = "Assets equal liabilities"
	}
	l.ties = append(l.ties, [3]string{name, assets.id, claims.id})
}
