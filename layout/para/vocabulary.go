package para

import (
	"slices"
	"strings"
	"sync"

	"github.com/kl-print/kl-print/content/locale/hyphen"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/linebreak"
	"github.com/kl-print/kl-print/layout/page"
)

// manner is all that decides how a word comes out: two paragraphs of one manner
// have the same boxes for it.
type manner struct {
	face      *fonts.Face
	hyphen    *hyphen.Hyphenator
	size      geom.Length
	features  fonts.Feature
	justified bool // letters may be wider or narrower, and punctuation hang
	breaks    bool // it has hyphenation
	unbroken  bool // not broken at hyphens that are written either
}

// word is a word, or a gap, in one manner: shaped, measured, and with a penalty
// at each place it may be broken. It is shared by all paragraphs: it is never
// changed.
type word struct {
	items []linebreak.Item
	texts []string   // of each item; a penalty has none
	whole *page.Word // unbroken
	width geom.Length
	after geom.Length // how far it hangs out where a line ends behind it
	// missing are the characters the face has no glyph for.
	missing []rune
}

// vocabulary keeps the words of one manner. A report says most of its words many
// times: each is hyphenated, shaped and measured once.
type vocabulary struct {
	manner
	mu    sync.RWMutex
	words map[string]*word
}

// The bounds of a vocabulary. One that is full is emptied, which costs only
// setting the words in it again.
const (
	vocabularyWords = 1 << 15
	longestKept     = 128 // bytes; a longer word is hardly ever said twice
)

// vocabularies are a setter's, by manner.
type vocabularies struct {
	mu   sync.RWMutex
	list map[manner]*vocabulary
}

// of returns the vocabulary of a manner.
func (v *vocabularies) of(m manner) *vocabulary {
	v.mu.RLock()
	out := v.list[m]
	v.mu.RUnlock()
	if out != nil {
		return out
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if out = v.list[m]; out == nil {
		out = &vocabulary{manner: m, words: map[string]*word{}}
		if v.list == nil {
			v.list = map[manner]*vocabulary{}
		}
		v.list[m] = out
	}
	return out
}

// word returns a word of the vocabulary.
func (v *vocabulary) word(text string) *word {
	v.mu.RLock()
	w := v.words[text]
	v.mu.RUnlock()
	if w != nil {
		return w
	}
	if len(text) > longestKept {
		return v.make(text)
	}
	text = strings.Clone(text) // it may be a word of a whole file, which must not be kept for it
	w = v.make(text)
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.words) >= vocabularyWords {
		clear(v.words)
	}
	v.words[text] = w
	return w
}

// make sets a word.
func (m manner) make(text string) *word {
	w := &word{}
	m.parts(w, text)
	source := strings.Join(w.texts, "")
	var missing []rune
	w.whole, missing = shaped(m.face, m.features, m.size, source)
	w.whole.Gap = isGap(source)
	w.note(missing)
	w.width = page.Piece{Word: w.whole}.Width(0)
	if n := len(w.texts); n > 0 {
		w.after = m.hang(w.texts[n-1], atEnd)
	}
	return w
}

// note lists characters that are missing, each once.
func (w *word) note(missing []rune) {
	for _, r := range missing {
		if !slices.Contains(w.missing, r) {
			w.missing = append(w.missing, r)
		}
	}
}

// parts gives a word its boxes, with a penalty at each place it may be broken.
func (m manner) parts(w *word, text string) {
	from := 0
	for _, c := range m.cuts(text) {
		part := text[from:c.at]
		from = c.at + c.skip
		m.box(w, part)
		if part == "" || from == len(text) {
			continue // a soft hyphen with nothing before or behind it
		}
		it := linebreak.Item{Kind: linebreak.Penalty, Cost: c.cost, Hyphen: c.hyphen}
		if c.hyphen && !c.written {
			it.Width = int64(m.measure(w, "-"))
			it.After = int64(m.hang("-", atEnd))
		} else {
			it.After = int64(m.hang(part, atEnd))
		}
		w.items, w.texts = append(w.items, it), append(w.texts, "")
	}
	m.box(w, text[from:])
}

func (m manner) box(w *word, text string) {
	if text == "" {
		return
	}
	it := linebreak.Item{Kind: linebreak.Box, Width: int64(m.measure(w, text))}
	if m.justified {
		it.Stretch = it.Width * expansion / 1000
		it.Shrink = it.Stretch
		it.Before = int64(m.hang(text, atStart))
	}
	w.items, w.texts = append(w.items, it), append(w.texts, text)
}

// measure shapes text for a word and returns how wide it is.
func (m manner) measure(w *word, text string) geom.Length {
	shaped := m.face.Shape(drawn(text), m.features)
	w.note(shaped.Missing)
	return m.scale(shaped)
}

// scale is the width of a run at the manner's size.
func (m manner) scale(r fonts.Run) geom.Length {
	return m.size.Scale(int64(r.Width), int64(m.face.Metrics().UnitsPerEm))
}
