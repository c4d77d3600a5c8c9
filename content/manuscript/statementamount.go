package manuscript

import (
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
)

// amount reads an amount as it is printed; empty for one that is not stated.
func (s *statementReader) amount(cell string) (string, accounts.Amount, bool) {
	t := bare(cell)
	t = strings.TrimSpace(strings.NewReplacer("\u202f", " ", "\u2009", " ", "−", "-").Replace(t))
	if inner, is := strings.CutPrefix(t, "("); is && strings.HasSuffix(inner, ")") {
		t = "-" + strings.TrimSuffix(inner, ")")
	}
	if rest, is := strings.CutSuffix(t, "-"); is && rest != "" {
		t = "-" + strings.TrimSpace(rest)
	}
	if t == "" || t == "-" || t == "–" {
		return "", 0, true
	}
	if strings.HasPrefix(t, "- ") {
		t = "-" + t[2:]
	}
	if spaced.MatchString(t) {
		t = strings.ReplaceAll(t, " ", ".")
	}
	if s.english {
		t = strings.NewReplacer(",", ".", ".", ",").Replace(t)
	}
	value, err := accounts.Parse(t)
	return t, value, err == nil
}

// inEnglish reports amounts whose commas part the thousands: some have two, or
// all have one that three digits follow.
func (s *statementReader) inEnglish() bool {
	n := 0
	for _, row := range s.t.rows {
		for _, c := range s.columns {
			cell := bare(row[c])
			switch {
			case grouped.MatchString(cell):
				n++
			case strings.ContainsAny(cell, ".,") && strings.ContainsAny(cell, "0123456789"):
				return false
			}
		}
	}
	return n > 0
}

// Amounts whose thousands are set apart by blanks, and by commas.
var (
	spaced  = lazily(`^-?\d{1,3}( \d{3})+(,\d\d?)?$`)
	grouped = lazily(`^\(?[-−]?\d{1,3}(,\d{3})+(\.\d\d?)?\)?$`)
)
