package main

import (
	"errors"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
)

// language is the one messages are told in: --lang decides, else the
// environment, else it is English.
func language(args []string, env func(string) string) diag.Lang {
	var said langFlag
	found := false
	for _, value := range early(args, "--lang") {
		found = found || said.Set(value) == nil
	}
	if found {
		return said.lang
	}
	for _, key := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(key); value != "" {
			return languageOf(value)
		}
	}
	return diag.English
}

// languageOf is the language of a locale such as da_DK.UTF-8.
func languageOf(locale string) diag.Lang {
	if strings.HasPrefix(strings.ToLower(locale), "da") {
		return diag.Danish
	}
	return diag.English
}

// langFlag is the value of --lang.
type langFlag struct{ lang diag.Lang }

// String is the language's code.
func (f *langFlag) String() string {
	if f.lang == diag.Danish {
		return "da"
	}
	return "en"
}

// Set takes da or en.
func (f *langFlag) Set(s string) error {
	switch s {
	case "da":
		f.lang = diag.Danish
	case "en":
		f.lang = diag.English
	default:
		return errors.New("expected da or en")
	}
	return nil
}

// Type is what the flag takes.
func (f *langFlag) Type() string { return "da|en" }
