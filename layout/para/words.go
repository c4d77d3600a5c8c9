package para

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/linebreak"
	"github.com/kl-print/kl-print/layout/style"
)

// run is text of one face, one link and one language.
type run struct {
	text string
	face int
	link int
	lang string // BCP 47; empty: the setter's own
	note int    // the text is the mark of a footnote: index into Paragraph.Notes plus one
	hard bool   // a forced line break, without text
}

// atom is what a linebreak item stands for.
type atom struct {
	run  int
	text string // of a Box: the letters; of a Glue: the space
	word *word  // what it is a part of, if not the mark of a footnote
	part int    // which item of the word
}

// builder makes one paragraph.
type builder struct {
	*desk
	setter *Setter
	style  style.Text
	faces  [4]*fonts.Face
	para   *Paragraph
	note   int // the number of the first footnote
	runs   []run
	words  [4]*vocabulary // of the own language by face, once asked for
}

// flatten turns nested inlines into runs; what is around them is in r.
func (b *builder) flatten(in content.Inlines, r run) {
	for n := 0; n < len(in); n++ {
		switch i := in[n].(type) {
		case content.Text, content.Figure:
			last := n + 1
			for last < len(in) && textual(in[last]) {
				last++
			}
			r.text = b.setter.voice(r.lang).bind(in[n:last].Plain())
			b.runs = append(b.runs, r)
			n = last - 1
		case content.Emph:
			b.flatten(i.Body, run{face: toggle(r.face, italicFace), link: r.link, lang: r.lang})
		case content.Strong:
			b.flatten(i.Body, run{face: r.face | boldFace, link: r.link, lang: r.lang})
		case content.Foreign:
			b.flatten(i.Body, run{face: r.face, link: r.link, lang: b.setter.foreign(i.Lang)})
		case content.Link:
			b.para.Links = append(b.para.Links, i)
			b.flatten(i.Body, run{face: r.face, link: len(b.para.Links), lang: r.lang})
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

// fill makes the items of all runs.
func (b *builder) fill() {
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
			b.mark(i)
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
	if n == 0 || n == 1 && b.style.Indent > 0 || b.items[n-1].Kind == linebreak.Penalty {
		return
	}
	if gap == nbsp || gap == narrow {
		b.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Forbid}, atom{run: r})
	} else if gap = ' '; b.items[n-1].Kind == linebreak.Glue {
		return
	}
	w := b.vocabulary(b.runs[r].face, b.runs[r].lang).word(string(gap))
	b.miss(w.missing)
	it := linebreak.Item{Kind: linebreak.Glue, Width: int64(w.width)}
	if b.style.Align == style.Justify && gap != narrow {
		it.Stretch = int64(b.style.Size.Scale(gapStretch, 1000))
		it.Shrink = int64(b.style.Size.Scale(gapShrink, 1000))
	}
	if last := b.atoms[n-1]; b.items[n-1].Kind == linebreak.Box {
		if last.word != nil {
			it.After = int64(last.word.after)
		}
	}
	b.add(it, atom{run: r, text: w.whole.Source, word: w})
}

// word adds the boxes of a word.
func (b *builder) word(r int, text string) {
	w := b.vocabulary(b.runs[r].face, b.runs[r].lang).word(text)
	b.miss(w.missing)
	justified, from := b.style.Align == style.Justify, int32(0)
	n := len(b.items)
	b.items = slices.Grow(b.items, len(w.parts))[:n+len(w.parts)]
	b.atoms = slices.Grow(b.atoms, len(w.parts))[:n+len(w.parts)]
	items, atoms := b.items[n:], b.atoms[n:]
	for i := range w.parts { // made where they stand: most of the paragraph is these
		f := &w.parts[i]
		items[i] = linebreak.Item{}
		f.fill(&items[i], justified)
		a := &atoms[i]
		a.run, a.text, a.word, a.part = r, w.whole.Source[from:f.end], w, i
		from = f.end
	}
}

// mark adds the box of a footnote's mark.
func (b *builder) mark(r int) {
	set := b.setting(r)
	face := b.faces[plainFace]
	shaped := face.Shape(b.runs[r].text, set.features)
	b.miss(shaped.Missing)
	it := linebreak.Item{Kind: linebreak.Box, Width: int64(set.size.Scale(int64(shaped.Width), int64(face.Metrics().UnitsPerEm)))}
	if b.style.Align == style.Justify {
		it.Stretch = it.Width * expansion / 1000
		it.Shrink = it.Stretch
	}
	b.add(it, atom{run: r, text: b.runs[r].text})
}

// miss lists characters the paragraph has no glyph for.
func (b *builder) miss(missing []rune) {
	for _, m := range missing {
		if !slices.Contains(b.para.Missing, m) {
			b.para.Missing = append(b.para.Missing, m)
		}
	}
}

// vocabulary is that of the style in a face and a language, which is the
// paragraph's own where it is empty.
func (b *builder) vocabulary(face int, lang string) *vocabulary {
	if lang == "" && b.words[face] != nil {
		return b.words[face]
	}
	v := b.setter.words.of(manner{
		face: b.faces[face], hyphen: b.setter.voice(lang).hyphen, size: b.style.Size, features: b.style.Features,
		justified: b.style.Align == style.Justify, breaks: b.style.Hyphenate, unbroken: b.style.Whole,
	})
	if lang == "" {
		b.words[face] = v
	}
	return v
}
