package main

import (
	"fmt"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/diag/excerpt"
)

// printer writes findings for people.
type printer struct {
	*teller
}

// print writes the findings by kind, those that matter most first, the waived
// ones, and how many there are.
func (p printer) print(c checked) {
	p.indent = "  "
	groups, known := map[string][]check.Finding{}, map[string]bool{}
	var order []string
	for _, r := range check.Rules() {
		order = append(order, r.Code)
		known[r.Code] = true
	}
	for _, f := range c.left {
		code := f.Code
		if !known[code] {
			code = ""
		}
		groups[code] = append(groups[code], f)
	}
	for _, code := range append([]string{""}, order...) {
		if len(groups[code]) > 0 {
			p.group(code, groups[code])
		}
	}
	for i, w := range c.waived {
		if i == 0 {
			fmt.Fprintln(p.w, p.paint.in(boldType, fmt.Sprintf("%s (%d)", p.words.waived, len(c.waived))))
		}
		line := fmt.Sprintf("  %s: %s %q: %s", excerpt.Safe(w.Finding.Pos.String()), w.Finding.Code, w.Finding.Found, excerpt.Safe(w.Waiver.Reason))
		if w.Waiver.Source != "" {
			line += " (" + excerpt.Safe(w.Waiver.Source) + ")"
		}
		fmt.Fprintln(p.w, line)
	}
	if why := c.spelt.why.In(p.lang); why != "" {
		fmt.Fprintf(p.w, p.words.unspelt+"\n", why)
	}
	errs, warnings, notes := c.count()
	fmt.Fprintf(p.w, p.words.counts+"\n", errs, warnings, notes, len(c.waived))
	if left := len(c.work.Left); left > 0 {
		fmt.Fprintf(p.w, p.words.left+"\n", left, c.work.Of)
	}
	if c.embedded {
		fmt.Fprintln(p.w, p.words.embedded)
	}
}

// group writes the findings of one rule.
func (p printer) group(code string, list []check.Finding) {
	name := p.words.reading
	rule, known := check.Explain(code)
	if known {
		name = rule.Name.In(p.lang) + " [" + code + "]"
	}
	fmt.Fprintln(p.w, p.paint.in(boldType, fmt.Sprintf("%s (%d)", name, len(list))))
	for _, f := range list {
		p.finding(f, known)
	}
	if known {
		fmt.Fprintf(p.w, "  %s: %s\n", p.words.mend, rule.Mend.In(p.lang))
	}
	fmt.Fprintln(p.w)
}

// finding writes one. What kind it is has been said where it is one of a rule's.
func (p printer) finding(f check.Finding, known bool) {
	told := findingOf(f, p.lang)
	told.bare = f.Code == "stale" || f.Code == "amount-open" // a line each
	if known {
		told.code = ""
	}
	p.tell(told)
}

// findingOf is a finding as it is told in a language.
func findingOf(f check.Finding, lang diag.Lang) problem {
	return problem{Pos: f.Pos, length: f.Length, level: f.Level, code: f.Code, message: f.What.In(lang), should: f.Should.In(lang)}
}
