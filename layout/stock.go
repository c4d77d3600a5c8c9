package layout

import (
	"slices"
	"strings"
	"sync"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/para"
)

// Stock is what reports have in common that are set one after the other, or side
// by side: the faces, the patterns words are broken by, and the words that were set.
// All of it is bounded, however many reports there are. It is safe for concurrent use.
type Stock struct {
	lib     *fonts.Library
	mu      sync.Mutex
	setters []stocked // the last used is the last
}

// stocked is the setter of a language and its exceptions.
type stocked struct {
	tongue string
	setter *para.Setter
}

// manySetters is how many languages, and lists of exceptions, words are kept of.
const manySetters = 4

// NewStock returns a stock of the library's faces, with no words yet.
func NewStock(lib *fonts.Library) *Stock { return &Stock{lib: lib} }

// Library is the stock's faces.
func (s *Stock) Library() *fonts.Library { return s.lib }

// setter is what a report is set with; one with faces of its own shares no words.
func (s *Stock) setter(rep *content.Report, lib *fonts.Library, loc locale.Locale) *para.Setter {
	if s == nil || s.lib != lib {
		return para.New(lib, loc, rep.Hyphenation...)
	}
	tongue := loc.Tag() + "\n" + strings.Join(rep.Hyphenation, "\n")
	s.mu.Lock()
	defer s.mu.Unlock()
	at := slices.IndexFunc(s.setters, func(k stocked) bool { return k.tongue == tongue })
	kept := stocked{tongue: tongue}
	switch {
	case at >= 0:
		kept = s.setters[at]
		s.setters = slices.Delete(s.setters, at, at+1)
	case len(s.setters) == manySetters:
		s.setters = slices.Delete(s.setters, 0, 1)
	}
	if kept.setter == nil {
		kept.setter = para.New(lib, loc, rep.Hyphenation...)
	}
	s.setters = append(s.setters, kept)
	return kept.setter
}
