package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"time"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/spell"
)

// spelling is how words were looked up, or why they were not.
type spelling struct {
	dictionary string // empty: they were not
	why        check.Text
	speller    *spell.Speller
}

// speller opens the dictionary asked for; else that of the language, if there is
// one on the machine.
func (a *app) speller(ctx context.Context, asked, language string) (spelling, error) {
	name := asked
	if name == "" {
		name = dictionaryOf(language)
	}
	if name == "" {
		return spelling{why: check.Text{Danish: "der er ingen ordbog for sproget", English: "there is no dictionary for the language"}}, nil
	}
	s, err := spell.Open(ctx, name, spell.Patience())
	if err == nil {
		return spelling{dictionary: name, speller: s}, nil
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

// at is how a check looks words up; nil where it does not.
func (s spelling) at(ctx context.Context) check.Speller {
	if s.speller == nil {
		return nil
	}
	return lookup{ctx, s.speller}
}

// lookup looks words up until it is interrupted.
type lookup struct {
	ctx     context.Context
	speller *spell.Speller
}

// Unknown implements check.Speller.
func (l lookup) Unknown(words []string) check.Lookup {
	a := l.speller.Unknown(l.ctx, words)
	out := check.Lookup{Unknown: a.Unknown, Left: a.Left}
	switch {
	case errors.Is(a.Err, spell.ErrSlow):
		took := int(spell.Patience().Lookup / time.Second)
		out.Why = check.Text{Danish: fmt.Sprintf("hunspell blev ikke færdig på %d sekunder", took), English: fmt.Sprintf("hunspell was not done in %d seconds", took)}
	case a.Err != nil:
		out.Why = check.Text{Danish: "hunspell gik i stå: " + a.Err.Error(), English: "hunspell failed: " + a.Err.Error()}
	}
	return out
}

// Better implements check.Speller.
func (l lookup) Better(words []string) map[string][]string { return l.speller.Better(l.ctx, words) }

// dictionaryOf is what Hunspell's dictionaries of a language are called; empty for
// Greenlandic, which has none.
func dictionaryOf(language string) string {
	return map[string]string{"da": "da_DK", "en": "en_GB", "nb": "nb_NO", "nn": "nn_NO", "sv": "sv_SE", "de": "de_DE", "fo": "fo_FO"}[language]
}

// spellers are those of a preview, by language: each remembers what it looked up.
type spellers struct {
	mu   sync.Mutex
	ctx  context.Context
	app  *app
	open map[string]check.Speller
}

func spellersOf(ctx context.Context, a *app) *spellers {
	return &spellers{ctx: ctx, app: a, open: map[string]check.Speller{}}
}

// of returns a language's; nil where there is none.
func (s *spellers) of(language string) check.Speller {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, tried := s.open[language]; !tried {
		s.open[language] = nil
		if spelt, err := s.app.speller(s.ctx, "", language); err == nil {
			s.open[language] = spelt.at(s.ctx)
		}
	}
	return s.open[language]
}
