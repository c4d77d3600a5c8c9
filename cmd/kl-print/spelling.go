package main

import (
	"context"
	"errors"
	"io/fs"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/spell"
)

// spelling is how words were looked up, or why they were not.
type spelling struct {
	dictionary string // empty: they were not
	why        check.Text
	speller    *spell.Speller
	err        *error // of hunspell
}

// speller opens the dictionary asked for; else that of the language, if there is
// one on the machine.
func (a *app) speller(asked, language string) (spelling, error) {
	name := asked
	if name == "" {
		name = dictionaryOf(language)
	}
	if name == "" {
		return spelling{why: check.Text{Danish: "der er ingen ordbog for sproget", English: "there is no dictionary for the language"}}, nil
	}
	s, err := spell.Open(name)
	if err == nil {
		return spelling{dictionary: name, speller: s, err: new(error)}, nil
	}
	why := whyUnspelt(err, name)
	if asked != "" {
		return spelling{}, wrongUsage("%s", why.In(a.lang))
	}
	return spelling{why: why}, nil
}

// whyUnspelt says what is missing.
func whyUnspelt(err error, name string) check.Text {
	var at *fs.PathError
	switch {
	case errors.Is(err, spell.ErrNoProgram):
		return check.Text{Danish: "programmet hunspell er ikke installeret", English: "the program hunspell is not installed"}
	case errors.As(err, &at):
		da, en := diag.Cause(err)
		return check.Text{Danish: "ordbogen \"" + at.Path + "\" kan ikke læses: " + da, English: "the dictionary \"" + at.Path + "\" can't be read: " + en}
	}
	return check.Text{Danish: "hunspell har ingen ordbog \"" + name + "\"", English: "hunspell has no dictionary \"" + name + "\""}
}

// unknown is how a check looks words up; nil where it does not.
func (s spelling) unknown(ctx context.Context) func([]string) map[string][]string {
	if s.speller == nil {
		return nil
	}
	return func(words []string) map[string][]string {
		out, err := s.speller.Unknown(ctx, words)
		*s.err = err
		return out
	}
}

// failed is what hunspell failed of.
func (s spelling) failed() error {
	if s.err == nil || *s.err == nil {
		return nil
	}
	return machineFailed(*s.err)
}

// dictionaryOf is what Hunspell's dictionaries of a language are called; empty for
// Greenlandic, which has none.
func dictionaryOf(language string) string {
	return map[string]string{"da": "da_DK", "en": "en_GB", "nb": "nb_NO", "nn": "nn_NO", "sv": "sv_SE", "de": "de_DE", "fo": "fo_FO"}[language]
}
