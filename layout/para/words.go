package para

import (
	"slices"
	"strconv"
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
	note int  // the text is the mark of a footnote: index into Paragraph.Notes plus one
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
	note   int // the number of the first footnote
	runs   []run
	items  []linebreak.Item
	atoms  []atom // by item
}

// Costs of breaking elsewhere than at a space.
const (
	hyphenCost      = 318
	capitalCost     = 500 // in a word that begins with a capital, often a name
	explicitCost    = 150 // after a hyphen that is written
	afterSlashCost  = 100
	minHyphenLetter = 3
	jointShare      = 66 // per cent of the cost, where a compound is joined
)

// flatten turns nested inlines into runs.
func (b *builder) flatten(in content.Inlines, face, link int) {
	for n := 0; n < len(in); n++ {
		switch i := in[n].(type) {
		case content.Text, content.Figure:
			last := n + 1
			for last < len(in) && textual(in[last]) {
				last++
			}
			b.runs = append(b.runs, run{text: b.setter.locale.Bind(in[n:last].Plain()), face: face, link: link})
			n = last - 1
		case content.Emph:
			b.flatten(i.Body, toggle(face, italicFace), link)
		case content.Strong:
			b.flatten(i.Body, face|boldFace, link)
		case content.Link:
			b.para.Links = append(b.para.Links, i)
			b.flatten(i.Body, face, len(b.para.Links))
		case content.Footnote:
			number := strconv.Itoa(b.note + len(b.para.Notes))
			b.para.Notes = append(b.para.Notes, i)
			b.runs = append(b.runs, run{text: number, face: plainFace, note: len(b.para.Notes)})
		case content.Break:
			b.runs = append(b.runs, run{hard: true})
		}
	}
}

// textual reports what is text to the reader: text, and figures within it, which
// are set as one, so that a figure does not part from the word before it.
func textual(i content.Inline) bool {
	switch i.(type) {
	case content.Text, content.Figure:
		return true
	}
	return false
}

// toggle sets emphasis within emphasis upright again.
func toggle(face, bit int) int { return face ^ bit }

// words makes the items of all runs.
func (b *builder) words() {
	n := 0
	for _, r := range b.runs {
		n += len(r.text)
	}
	b.items = make([]linebreak.Item, 0, n/2+8) // a word and its gap have some three items and six letters
	b.atoms = make([]atom, 0, n/2+8)
	for i, r := range b.runs {
		if r.hard {
			b.trim()
			b.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Forbid}, atom{run: i})
			b.add(linebreak.Item{Kind: linebreak.Glue, Stretch: 1 << 40}, atom{run: i})
			b.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Force}, atom{run: i})
			continue
		}
		if r.note > 0 {
			b.trim() // the mark stands right after the word
			b.box(i, r.text)
			continue
		}
		for text := r.text; text != ""; {
			n := strings.IndexFunc(text, isSpace)
			switch {
			case n == 0:
				gap, size := utf8.DecodeRuneInString(text)
				b.space(i, gap)
				text = text[size:]
				continue
			case n < 0:
				n = len(text)
			}
			b.word(i, text[:n])
			text = text[n:]
		}
	}
	b.trim()
}

// trim takes away the gaps a line would end with.
func (b *builder) trim() {
	n := len(b.items)
	for n > 0 && (b.items[n-1].Kind == linebreak.Glue || b.items[n-1].Kind == linebreak.Penalty && b.items[n-1].Cost == linebreak.Forbid) {
		n--
	}
	b.items, b.atoms = b.items[:n], b.atoms[:n]
}

// The gaps that do not break a line, the narrow one of a fixed width, and the
// hyphen that shows only where a line ends at it.
const (
	nbsp       = '\u00a0'
	narrow     = '\u202f'
	softHyphen = '\u00ad'
)

// isSpace reports whether the rune is a gap between words, breaking or not.
func isSpace(r rune) bool {
	switch r {
	case ' ', nbsp, narrow, '\n', '\r', '\t':
		return true
	}
	return false
}

func (b *builder) add(it linebreak.Item, a atom) {
	b.items = append(b.items, it)
	b.atoms = append(b.atoms, a)
}

// space adds a gap; one that does not break is glue behind a forbidden break.
// None stands at the start of a line, and several that break are one.
func (b *builder) space(r int, gap rune) {
	n := len(b.items)
	if n == 0 || b.items[n-1].Kind == linebreak.Penalty {
		return
	}
	if gap == nbsp || gap == narrow {
		b.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Forbid}, atom{run: r})
	} else if gap = ' '; b.items[n-1].Kind == linebreak.Glue {
		return
	}
	text := string(gap)
	it := linebreak.Item{Kind: linebreak.Glue, Width: int64(b.width(r, text))}
	if b.style.Align == style.Justify && gap != narrow {
		it.Stretch = int64(b.style.Size.Scale(gapStretch, 1000))
		it.Shrink = int64(b.style.Size.Scale(gapShrink, 1000))
	}
	if last := b.atoms[n-1]; b.items[n-1].Kind == linebreak.Box {
		it.After = int64(b.hang(last.run, last.text, atEnd))
	}
	b.add(it, atom{run: r, text: text})
}

// width shapes text in a run's face and measures it.
func (b *builder) width(r int, text string) geom.Length {
	face := b.faces[b.runs[r].face]
	set := b.setting(r)
	shaped := face.Shape(drawn(text), set.features)
	for _, m := range shaped.Missing {
		if !slices.Contains(b.para.Missing, m) {
			b.para.Missing = append(b.para.Missing, m)
		}
	}
	return set.size.Scale(int64(shaped.Width), int64(face.Metrics().UnitsPerEm))
}

// word adds a word's boxes, with a penalty at each place it may be broken.
func (b *builder) word(r int, text string) {
	cuts := b.cuts(text)
	from := 0
	for _, c := range cuts {
		if c.at == from || c.at+c.skip == len(text) {
			b.box(r, text[from:c.at]) // a soft hyphen with nothing before or behind it
			from = c.at + c.skip
			continue
		}
		b.box(r, text[from:c.at])
		it := linebreak.Item{Kind: linebreak.Penalty, Cost: c.cost, Hyphen: c.hyphen}
		if c.hyphen && !c.written {
			it.Width = int64(b.width(r, "-"))
			it.After = int64(b.hang(r, "-", atEnd))
		} else {
			it.After = int64(b.hang(r, text[from:c.at], atEnd))
		}
		b.add(it, atom{run: r})
		from = c.at + c.skip
	}
	b.box(r, text[from:])
}

func (b *builder) box(r int, text string) {
	if text == "" {
		return
	}
	it := linebreak.Item{Kind: linebreak.Box, Width: int64(b.width(r, text))}
	if b.style.Align == style.Justify {
		it.Stretch = it.Width * expansion / 1000
		it.Shrink = it.Stretch
		it.Before = int64(b.hang(r, text, atStart))
	}
	b.add(it, atom{run: r, text: text})
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
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		next := at + size
		if unicode.IsLetter(r) {
			at = next
			continue
		}
		out = b.hyphenate(out, text, part, at, address)
		switch {
		case r == softHyphen:
			out = append(out, cut{at: at, skip: size, cost: hyphenCost / 2, hyphen: true})
		case r == '/' && next < len(text) && text[next] != '/':
			out = append(out, cut{at: next, cost: afterSlashCost})
		case r == '-' && !address && !b.style.Whole && lettersBefore(text[:at]) >= minHyphenLetter && startsWithLetters(text[next:], minHyphenLetter):
			out = append(out, cut{at: next, cost: explicitCost, hyphen: true, written: true})
		}
		at, part = next, next
	}
	return b.hyphenate(out, text, part, len(text), address)
}

// hyphenate adds the breaks of the letters text[from:to].
func (b *builder) hyphenate(out []cut, text string, from, to int, address bool) []cut {
	if !b.style.Hyphenate || address || to-from < 2*minHyphenLetter || strings.ContainsRune(text, softHyphen) {
		return out
	}
	word := text[from:to]
	if strings.ToUpper(word) == word {
		return out
	}
	cost := hyphenCost
	if strings.Contains(text, "-") {
		cost *= 2 // there is a hyphen to break at already
	}
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		cost = capitalCost
	}
	for _, br := range b.setter.hyphen.Find(word) {
		c := cut{at: from + br.At, cost: cost, hyphen: true}
		if br.Joint {
			c.cost = cost * jointShare / 100
		}
		out = append(out, c)
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
