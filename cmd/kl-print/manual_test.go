package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/kl-print/kl-print/content/diag"
)

// bothLanguages are those the program speaks.
func bothLanguages() []diag.Lang { return []diag.Lang{diag.Danish, diag.English} }

// everyCommand calls do with each command there is, in each language.
func everyCommand(do func(a *app, cmd *cobra.Command)) {
	for _, lang := range bothLanguages() {
		a := newApp(newWorld().std, nil, nil)
		a.lang, a.say = lang, wordsIn(lang)
		var walk func(cmd *cobra.Command)
		walk = func(cmd *cobra.Command) {
			do(a, cmd)
			for _, c := range commands(cmd) {
				walk(c)
			}
		}
		walk(a.root())
	}
}

// TestEveryCommandIsDescribed holds the texts to the commands and flags there
// are, in both languages: none without a text, no text without one.
func TestEveryCommandIsDescribed(t *testing.T) {
	flagged := regexp.MustCompile(`--[a-z][a-z-]*`)
	count := map[diag.Lang]int{}
	everyCommand(func(a *app, cmd *cobra.Command) {
		count[a.lang]++
		m, path := a.manuals()[pathOf(cmd)], pathOf(cmd)
		if m.short == "" || len(m.usage) == 0 || strings.HasSuffix(m.short, ".") {
			t.Errorf("%q is not described: %q", path, m.short)
		}
		for _, u := range m.usage {
			if !strings.HasPrefix(u, path) {
				t.Errorf("%q is used as %q", path, u)
			}
			for _, name := range flagged.FindAllString(u, -1) {
				if cmd.Flag(name[2:]) == nil {
					t.Errorf("%q has no flag %s", path, name)
				}
			}
		}
		for _, f := range flagsOf(cmd) {
			if f.Usage == "" || (valueName(f) == "") != (f.Value.Type() == "bool") {
				t.Errorf("%s of %q is not described: %q", named(f), path, f.Usage)
			}
		}
		for name := range m.flags {
			if cmd.LocalFlags().Lookup(name) == nil {
				t.Errorf("%q has no --%s, which is described", path, name)
			}
		}
	})
	a := newApp(newWorld().std, nil, nil)
	for lang, n := range count {
		if n != len(a.manuals()) {
			t.Errorf("in language %v there are %d commands and %d manuals", lang, n, len(a.manuals()))
		}
	}
}

// TestHelpFitsItsTerminal measures every help at several widths. A word that is
// wider has a line of its own, and what is set line by line stays so.
func TestHelpFitsItsTerminal(t *testing.T) {
	everyCommand(func(a *app, cmd *cobra.Command) {
		fixed := map[string]bool{}
		for _, b := range append(blocksOf(cmd.Long), blocksOf(cmd.Annotations[keptClosing])...) {
			fixed[b.text] = b.fixed
		}
		var whole []string
		for _, width := range []int{1, 40, 60, 80, 300} {
			text := helpText(cmd, a.say.headings, width)
			for line := range strings.Lines(text) {
				line = strings.TrimSuffix(line, "\n")
				most := min(max(width, narrowest), widest)
				if utf8.RuneCountInString(line) > most && !fixed[line] && len(strings.Fields(line)) > 2 {
					t.Errorf("%q at %d: %q", pathOf(cmd), width, line)
				}
			}
			whole = append(whole, strings.Join(strings.Fields(text), " "))
		}
		if slices.ContainsFunc(whole, func(s string) bool { return s != whole[0] }) {
			t.Errorf("the help of %q has other words at another width", pathOf(cmd))
		}
		for _, f := range flagsOf(cmd) {
			if !strings.Contains(whole[0], named(f)+" "+f.Usage) {
				t.Errorf("the help of %q lacks %s", pathOf(cmd), named(f))
			}
		}
	})
}

// TestHelpAndMistakes asks for help in every way, and mistypes.
func TestHelpAndMistakes(t *testing.T) {
	for args, want := range map[string]struct {
		code int
		text string
	}{
		"":                            {exitUsage, "expected one of archive, bind, build"},
		"help":                        {exitMade, "kl-print: make a report"},
		"help import accounts":        {exitMade, "kl-print import accounts: get"},
		"import accounts --help":      {exitMade, "kl-print import accounts: get"},
		"help build --lang da":        {exitMade, "kl-print build: lav"},
		"help nothing":                {exitUsage, `unknown command "nothing"`},
		"biuld":                       {exitUsage, `did you mean "build"?`},
		"build --thme lyng":           {exitUsage, `unknown flag --thme; did you mean "--theme"?`},
		"build --thme lyng --lang=da": {exitUsage, `mente du "--theme"?`},
		"preview --port x":            {exitUsage, `"x" can't be the value of --port; expected a whole number`},
		"build --draft=perhaps":       {exitUsage, "expected true or false"},
		"build --lang sv":             {exitUsage, "expected da or en"},
		"completion":                  {exitUsage, "there is no completion for"},
		"completion fihs":             {exitUsage, `did you mean "fish"?`},
		"man nothing":                 {exitUsage, `unknown command "nothing"`},
	} {
		w := newWorld()
		if code := w.run(strings.Fields(args)...); code != want.code || !strings.Contains(w.out.String()+w.err.String(), want.text) {
			t.Errorf("%q: exit %d, want %d and %q: %s%s", args, code, want.code, want.text, w.out.String(), w.err.String())
		}
	}
}

// TestFlagsAreListedOnce looks for a flag that is both a command's own and one
// of every command.
func TestFlagsAreListedOnce(t *testing.T) {
	everyCommand(func(_ *app, cmd *cobra.Command) {
		seen := map[string]bool{}
		for _, f := range flagsOf(cmd) {
			if seen[f.Name] {
				t.Errorf("%q lists --%s twice", pathOf(cmd), f.Name)
			}
			seen[f.Name] = true
		}
		if !seen["help"] || !seen["lang"] {
			t.Errorf("%q does not list --help and --lang", pathOf(cmd))
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !seen[f.Name] && !f.Hidden {
				t.Errorf("%q does not list --%s", pathOf(cmd), f.Name)
			}
		})
	})
}
