package para

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/linebreak"
	"github.com/kl-print/kl-print/layout/style"
)

// run is text of one face and one link.
type run struct {
	text string
	face int
	link int
	hard bool // a forced line break, without text
}

// atom is what a linebreak item stands for.
type atom struct {
	run  int
	text string // of a Box: the letters; of a Glue: the space
}

// builder makes one paragraph.
type builder struct {
	setter *Setter
	style  style.Text
	faces  [4]*fonts.Face
	para   *Paragraph
	runs   []run
	items  []linebreak.Item
	atoms  []atom // by item
}

// Costs of breaking elsewhere than at a space.
const (
	hyphenCost      = 60
	capitalCost     = 160 // in a word that begins with a capital, often a name
	explicitCost    = 40  // after a hyphen that is written
	afterSlashCost  = 100
	minHyphenLetter = 3
)

// flatten turns nested inlines into runs.
func (b *builder) flatten(in content.Inlines, face, link int) {
	for _, i := range in {
		switch i := i.(type) {
		case content.Text:
			b.runs = append(b.runs, run{text: b.setter.locale.Bind(string(i)), face: face, link: link})
		case content.Emph:
			b.flatten(i.Body, toggle(face, italicFace), link)
		case content.Strong:
			b.flatten(i.Body, face|boldFace, link)
		case content.Link:
			b.para.Links = append(b.para.Links, i)
			b.flatten(i.Body, face, len(b.para.Links))
		case content.Break:
			b.runs = append(b.runs, run{hard: true})
		}
	}
}

// toggle sets emphasis within emphasis upright again.
func toggle(face, bit int) int { return face ^ bit }

// words makes the items of all runs.
func (b *builder) words() {
	for i, r := range b.runs {
		if r.hard {
			b.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Forbid}, atom{run: i})
			b.add(linebreak.Item{Kind: linebreak.Glue, Stretch: 1 << 40}, atom{run: i})
			b.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Force}, atom{run: i})
			continue
		}
		for text := r.text; text != ""; {
			n := strings.IndexFunc(text, isSpace)
			switch {
			case n == 0:
				_, size := utf8.DecodeRuneInString(text)
				b.space(i, text[:size])
				text = text[size:]
				continue
			case n < 0:
				n = len(text)
			}
			b.word(i, text[:n])
			text = text[n:]
		}
	}
}

// isSpace reports whether the rune is a gap between words, breaking or not.
func isSpace(r rune) bool {
	return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\n' || r == '\t'
}

func (b *builder) add(it linebreak.Item, a atom) {
	b.items = append(b.items, it)
	b.atoms = append(b.atoms, a)
}

// space adds a gap; one that does not break is glue behind a forbidden break.
func (b *builder) space(r int, text string) {
	if text != " " && text != "\n" && text != "\t" {
		b.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Forbid}, atom{run: r})
	} else {
		text = " "
		if n := len(b.items); n > 0 && b.items[n-1].Kind == linebreak.Glue {
			return // several spaces are one
		}
	}
	it := linebreak.Item{Kind: linebreak.Glue, Width: int64(b.width(r, text))}
	if b.style.Align == style.Justify {
		it.Stretch = int64(b.style.Size.Scale(gapStretch, 1000))
		it.Shrink = int64(b.style.Size.Scale(gapShrink, 1000))
	}
	b.add(it, atom{run: r, text: text})
}

// width shapes text in a run's face and measures it.
func (b *builder) width(r int, text string) geom.Length {
	face := b.faces[b.runs[r].face]
	shaped := face.Shape(text, b.style.Features)
	b.para.Missing = append(b.para.Missing, shaped.Missing...)
	return b.style.Size.Scale(int64(shaped.Width), int64(face.Metrics().UnitsPerEm))
}

// word adds a word's boxes, with a penalty at each place it may be broken.
func (b *builder) word(r int, text string) {
	cuts := b.cuts(text)
	from := 0
	for _, c := range cuts {
		b.box(r, text[from:c.at])
		it := linebreak.Item{Kind: linebreak.Penalty, Cost: c.cost, Hyphen: c.hyphen}
		if c.hyphen && !c.written {
			it.Width = int64(b.width(r, "-"))
		}
		b.add(it, atom{run: r})
		from = c.at + c.skip
	}
	b.box(r, text[from:])
}

func (b *builder) box(r int, text string) {
	if text != "" {
		b.add(linebreak.Item{Kind: linebreak.Box, Width: int64(b.width(r, text))}, atom{run: r, text: text})
	}
}

// cut is a place inside a word where a line may end.
type cut struct {
	at      int // byte
	skip    int // bytes that vanish: a soft hyphen
	cost    int
	hyphen  bool
	written bool // the hyphen is in the text
}

// cuts finds where a word may be broken: after its slashes and hyphens, at soft
// hyphens, and within its parts where the language allows it.
func (b *builder) cuts(text string) []cut {
	var out []cut
	address := strings.Contains(text, "www.") || strings.Contains(text, "://") || strings.Contains(text, "@")
	part := 0
	for at, r := range text {
		if unicode.IsLetter(r) {
			continue
		}
		out = b.hyphenate(out, text, part, at, address)
		next := at + utf8.RuneLen(r)
		switch {
		case r == '\u00ad':
			out = append(out, cut{at: at, skip: next - at, cost: hyphenCost / 2, hyphen: true})
		case r == '/' && next < len(text) && text[next] != '/':
			out = append(out, cut{at: next, cost: afterSlashCost})
		case r == '-' && !address && lettersBefore(text[:at]) >= 2 && startsWithLetters(text[next:], minHyphenLetter):
			out = append(out, cut{at: next, cost: explicitCost, hyphen: true, written: true})
		case r == utf8.RuneError:
			next = at + 1
		}
		part = next
	}
	return b.hyphenate(out, text, part, len(text), address)
}

// hyphenate adds the breaks of the letters text[from:to].
func (b *builder) hyphenate(out []cut, text string, from, to int, address bool) []cut {
	if !b.style.Hyphenate || address || to-from < 2*minHyphenLetter || strings.Contains(text, "\u00ad") {
		return out
	}
	word := text[from:to]
	if strings.ToUpper(word) == word {
		return out
	}
	cost := hyphenCost
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		cost = capitalCost
	}
	for _, at := range b.setter.hyphen.Breaks(word) {
		out = append(out, cut{at: from + at, cost: cost, hyphen: true})
	}
	return out
}

// lettersBefore counts the letters a text ends with.
func lettersBefore(text string) int {
	return utf8.RuneCountInString(text[strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })+1:])
}

// startsWithLetters reports whether a text begins with at least n letters.
func startsWithLetters(text string, n int) bool {
	for _, r := range text {
		if !unicode.IsLetter(r) {
			return false
		}
		if n--; n == 0 {
			return true
		}
	}
	return false
}
