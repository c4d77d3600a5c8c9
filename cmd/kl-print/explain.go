package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/explain"
)

// explainCommand is kl-print explain.
func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use: "explain",
		RunE: func(_ *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return a.listCodes()
			case 1:
				return a.explain(args[0])
			}
			return wrongUsage(a.say.oneCode, len(args))
		},
	}
}

// explained is a code with its name.
type explained struct{ code, name string }

// explanations are all codes, with their names in a language: the loader's and
// the layout's, then those of what is checked.
func explanations(lang diag.Lang) (out []explained) {
	for _, e := range explain.All() {
		out = append(out, explained{e.Code, e.Name.In(lang)})
	}
	for _, r := range check.Rules() {
		out = append(out, explained{r.Code, r.Name.In(lang)})
	}
	return out
}

// codes are the codes that can be explained.
func codes() (out []string) {
	for _, e := range explanations(diag.English) {
		out = append(out, e.code)
	}
	return out
}

// listCodes tells all codes, each with its name.
func (a *app) listCodes() error {
	var b strings.Builder
	for _, e := range explanations(a.lang) {
		fmt.Fprintf(&b, "%-20s  %s\n", e.code, e.name)
	}
	_, err := io.WriteString(a.out, b.String())
	return a.wrote(err)
}

// explain tells what a code means at length, in both languages.
func (a *app) explain(code string) error {
	text := ruleText(code) + entryText(code)
	if text == "" {
		return wrongUsage("%s", a.say.meant(fmt.Sprintf(a.say.noCode, code), code, codes()))
	}
	_, err := io.WriteString(a.out, code+"\n"+text)
	return a.wrote(err)
}

// ruleText is the explanation of a rule of the check; empty where it is none's.
func ruleText(code string) (text string) {
	rule, known := check.Explain(code)
	if !known {
		return ""
	}
	for _, l := range []diag.Lang{diag.Danish, diag.English} {
		text += "\n" + rule.Name.In(l) + "\n" + rule.Long.In(l) + "\n" + checkWordsIn(l).mend + ": " + rule.Mend.In(l) + "\n"
	}
	return text
}

// entryText is the explanation of a problem of the loader or the layout; empty
// where it is none's.
func entryText(code string) (text string) {
	e, known := explain.Of(code)
	if !known {
		return ""
	}
	for _, l := range []diag.Lang{diag.Danish, diag.English} {
		text += "\n" + e.Name.In(l) + "\n" + e.Long.In(l) + "\n"
	}
	for _, example := range []struct{ head, text string }{{"Forkert / wrong", e.Wrong}, {"Rigtigt / right", e.Right}} {
		if example.text != "" {
			text += "\n" + example.head + ":\n  " + strings.ReplaceAll(strings.TrimSuffix(example.text, "\n"), "\n", "\n  ") + "\n"
		}
	}
	return text
}
