package main

import (
	"io"
	"strings"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
)

// codes are the codes that can be explained.
func codes() (out []string) {
	for _, r := range check.Rules() {
		out = append(out, r.Code)
	}
	return out
}

// explain tells a rule at length, in both languages.
func (a *app) explain(code string) error {
	rule, known := check.Explain(code)
	if !known {
		var codes []string
		for _, r := range check.Rules() {
			codes = append(codes, r.Code)
		}
		return wrongUsage(checkWordsIn(a.lang).noRule, code, strings.Join(codes, ", "))
	}
	text := code + "\n"
	for _, l := range []diag.Lang{diag.Danish, diag.English} {
		w := checkWordsIn(l)
		text += "\n" + rule.Name.In(l) + "\n" + rule.Long.In(l) + "\n" + w.mend + ": " + rule.Mend.In(l) + "\n"
	}
	_, err := io.WriteString(a.out, text)
	return a.wrote(err)
}
