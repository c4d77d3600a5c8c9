package para

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

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
	of    *vocabulary
	text  string // as it is written, soft hyphens and all
	parts []fragment
	whole *page.Word // unbroken
	width geom.Length
	after geom.Length // how far it hangs out where a line ends behind it
	// missing are the characters the face has no glyph for.
	missing []rune
}

// fragment is an item of a word, in as little room as it takes: a report has a
// hundred thousand of them.
type fragment struct {
	width, before, after geom.Small
	end                  int32 // where the letters of a box end in the word's source
	cost                 int16 // of a penalty
	penalty, hyphen      bool
}

// fill makes an empty item that of the fragment.
func (f *fragment) fill(it *linebreak.Item, justified bool) {
	it.Width, it.Before, it.After = int64(f.width), int64(f.before), int64(f.after)
	switch {
	case f.penalty:
		it.Kind, it.Cost, it.Hyphen = linebreak.Penalty, int(f.cost), f.hyphen
	case justified:
		it.Stretch = it.Width * expansion / 1000
		it.Shrink = it.Stretch
	}
}

// vocabulary is the words of one manner. A report says most of its words many
// times: each is hyphenated, shaped and measured once, or once more where another
// has taken its place since.
type vocabulary struct {
	manner
	all   *vocabularies
	salt  uint64 // makes places of its own of the words' hashes
	space *word
}

// The bounds of what is kept of all manners together.
const (
	keptWords   = 1 << 15
	longestKept = 128 // bytes; a longer word is hardly ever said twice
)

// vocabularies are a setter's.
type vocabularies struct {
	seed maphash.Seed
	kept [keptWords]atomic.Pointer[word] // each at the place its hash gives, until another is
	mu   sync.RWMutex
	list map[manner]*vocabulary
}

func newVocabularies() *vocabularies {
	return &vocabularies{seed: maphash.MakeSeed(), list: map[manner]*vocabulary{}}
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
		const spread = 0x9e3779b97f4a7c15 // 2^64 by the golden ratio: Knuth, The Art of Computer Programming 3, 6.4
		out = &vocabulary{manner: m, all: v, salt: uint64(len(v.list)) * spread, space: m.make(" ")}
		v.list[m] = out
	}
	return out
}

// word returns a word of the vocabulary.
func (v *vocabulary) word(text string) *word {
	if text == " " {
		return v.space
	}
	if len(text) > longestKept {
		return v.make(text)
	}
	place := &v.all.kept[(maphash.String(v.all.seed, text)+v.salt)%keptWords]
	if w := place.Load(); w != nil && w.of == v && w.text == text {
		return w
	}
	text = strings.Clone(text) // it may be a word of a whole file, which must not be kept for it
	w := v.make(text)
	w.of, w.text = v, text
	place.Store(w)
	return w
}

// make sets a word.
func (m manner) make(text string) *word {
	w := &word{}
	m.parts(w, text)
	source := strings.ReplaceAll(text, string(softHyphen), "")
	var missing []rune
	w.whole, missing = shaped(m.face, m.features, m.size, source)
	w.whole.Gap = isGap(source)
	w.note(missing)
	w.width = page.Piece{Word: w.whole}.Width(0)
	w.after = m.hang(source, atEnd)
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
	var room [12]cut
	cuts := m.cuts(room[:0], text)
	w.parts = make([]fragment, 0, 2*len(cuts)+1)
	from, skipped := 0, 0
	var hyphen fragment // measured where the word first needs one
	for _, c := range cuts {
		part := text[from:c.at]
		from = c.at + c.skip
		m.box(w, part, c.at-skipped)
		skipped += c.skip
		if part == "" || from == len(text) {
			continue // a soft hyphen with nothing before or behind it
		}
		f := fragment{penalty: true, end: int32(c.at + c.skip - skipped), cost: int16(c.cost), hyphen: c.hyphen}
		if c.hyphen && !c.written {
			if hyphen.width == 0 {
				hyphen.width, hyphen.after = m.measure(w, "-").Bound(), m.hang("-", atEnd).Bound()
			}
			f.width, f.after = hyphen.width, hyphen.after
		} else {
			f.after = m.hang(part, atEnd).Bound()
		}
		w.parts = append(w.parts, f)
	}
	m.box(w, text[from:], len(text)-skipped)
}

// box adds a box of letters that end at a byte of the word's source.
func (m manner) box(w *word, text string, end int) {
	if text == "" {
		return
	}
	f := fragment{width: m.measure(w, text).Bound(), end: int32(end)}
	if m.justified {
		f.before = m.hang(text, atStart).Bound()
	}
	w.parts = append(w.parts, f)
}

// measure shapes text for a word and returns how wide it is.
func (m manner) measure(w *word, text string) geom.Length {
	width, missing := m.face.Width(drawn(text), m.features)
	w.note(missing)
	return m.scale(width)
}

// scale is a width in font units at the manner's size.
func (m manner) scale(width int32) geom.Length {
	return m.size.Scale(int64(width), int64(m.face.UnitsPerEm()))
}
