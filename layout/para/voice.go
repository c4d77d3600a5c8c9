package para

import (
	"strings"
	"sync"

	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// voice is what setting has to know of a language.
type voice struct {
	locale *locale.Locale // nil where the program does not know its ways
	hyphen *hyphen.Hyphenator
}

// voices are those of languages that words are in here and there. They are read
// when the first word asks for them.
type voices struct {
	mutex sync.Mutex
	by    map[string]voice
}

// voice returns that of a language; of the paragraph's where lang is empty.
func (s *Setter) voice(lang string) voice {
	if lang == "" {
		return s.own
	}
	s.voices.mutex.Lock()
	defer s.voices.mutex.Unlock()
	v, is := s.voices.by[lang]
	if !is {
		v.hyphen = hyphen.For(lang)
		if loc, known := locale.For(lang); known {
			v.locale = &loc
		}
		s.voices.by[lang] = v
	}
	return v
}

// foreign is the language of a run as it is kept: empty for the paragraph's own.
func (s *Setter) foreign(lang string) string {
	own := s.own.locale.Tag()
	if base, _, _ := strings.Cut(own, "-"); lang == own || lang == base {
		return ""
	}
	return lang
}

// bind makes the spaces that may not break a line into no-break spaces.
func (v voice) bind(text string) string {
	if v.locale == nil {
		return text
	}
	return v.locale.Bind(text)
}

// abbreviations finds those of the language in a text.
func (v voice) abbreviations(text string) []locale.Abbreviation {
	if v.locale == nil {
		return nil
	}
	return v.locale.Abbreviations(text)
}
