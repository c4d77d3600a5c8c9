package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// Waived is a finding that somebody lets stand.
type Waived struct {
	Finding Finding
	Waiver  content.Waiver
}

// Waive parts the findings that waivers let stand from the others. A waiver that
// lets nothing stand, or of a code there is no rule for, is a finding itself.
func Waive(findings []Finding, waivers []content.Waiver) (left []Finding, waived []Waived) {
	used := make([]bool, len(waivers))
	for _, f := range findings {
		i := slices.IndexFunc(waivers, func(w content.Waiver) bool { return covers(w, f) })
		if i < 0 {
			left = append(left, f)
			continue
		}
		used[i] = true
		waived = append(waived, Waived{f, waivers[i]})
	}
	for i, w := range waivers {
		if used[i] {
			continue
		}
		level, what := Warning, say("undtagelsen dækker intet fund", "the waiver covers no finding")
		if w.Inline {
			level = Note // it tells where a literal is from, whether that is looked into or not
		}
		if _, known := Explain(w.Code); !known && !w.Inline {
			level, what = Error, say("der er ingen regel %q", "there is no rule %q", w.Code)
		}
		left = append(left, Finding{Pos: w.Pos, Level: level, Code: "waiver-unused", What: what})
	}
	return left, waived
}

// Inline returns the waivers that stand in the chapters, at their words.
func Inline(rep *content.Report) []content.Waiver {
	var out []content.Waiver
	for _, b := range rep.Bound {
		if b.Reason != "" {
			out = append(out, content.Waiver{Pos: b.Pos, Text: b.Text, Inline: true, Reason: b.Reason, Source: b.Source})
		}
	}
	return out
}

// covers reports whether a waiver is of a finding.
func covers(w content.Waiver, f Finding) bool {
	if w.Inline {
		return w.Pos == f.Pos
	}
	return w.Code == f.Code && (w.File == "" || w.File == f.Pos.File) && (w.Text == "" || strings.Contains(f.Found, w.Text))
}
