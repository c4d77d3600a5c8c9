package guide

import (
	"strings"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// page is the guide being gathered, in one language.
type page struct {
	f    *format.Format
	lang diag.Lang
}

// Guide is the guide in one language, to be written as Markdown or HTML.
type Guide struct {
	lang   diag.Lang
	blocks []entry
	files  []entry
}

// entry is a block or a file.
type entry struct {
	Name, Anchor string
	Text         string // what it is for
	Picture      string // its file; empty: there is none
	Width        int    // that it is shown at, in pixels
	Sample       string
	Rows         []row
}

// New gathers the guide in a language. Its pictures are at PictureName; widths are
// how wide each is shown, in pixels.
func New(f *format.Format, l diag.Lang, widths map[string]int) (*Guide, error) {
	samples, err := Samples(Edition())
	if err != nil {
		return nil, err
	}
	p := &page{f: f, lang: l}
	g := &Guide{lang: l}
	for _, b := range f.Blocks {
		s, has := samples[b.Name]
		if !has {
			return nil, Missing(b.Name)
		}
		g.blocks = append(g.blocks, entry{b.Name, b.Name, b.Doc.In(l), PictureName(b.Name), widths[b.Name], s.Text, p.rows(b.Value, "", map[*format.Shape]bool{})})
	}
	for _, file := range f.Files() {
		name := file.Path
		if strings.HasSuffix(name, "/") {
			name += "*.yaml"
		}
		rows := p.rows(format.Mapping{Shape: file.Shape}, "", map[*format.Shape]bool{})
		g.files = append(g.files, entry{Name: name, Anchor: "file-" + file.Name, Text: file.Shape.Doc.In(l), Rows: rows})
	}
	return g, nil
}

// say chooses between the languages.
func (p *page) say(danish, english string) string { return said(p.lang, danish, english) }

// said is the text of a language.
func said(l diag.Lang, danish, english string) string {
	return diag.Message{Danish: danish, English: english}.In(l)
}

// row is a key of a table.
type row struct {
	Key, Value, Text string
	Needed           bool
}

// rows are the keys of a value, and of what is below them, after where they stand.
// A shape that holds itself is told once.
func (p *page) rows(v format.Value, above string, seen map[*format.Shape]bool) (out []row) {
	switch v := v.(type) {
	case format.Mapping:
		return p.keys(v.Shape, above, seen)
	case format.Map:
		return p.keys(v.Of, above+p.say("NAVN", "NAME")+".", seen)
	case format.List:
		return p.rows(v.Of, strings.TrimSuffix(above, ".")+"[].", seen)
	case format.Either:
		for _, one := range v {
			out = append(out, p.rows(one, above, seen)...)
		}
	}
	return out
}

// keys are the keys of a shape.
func (p *page) keys(s *format.Shape, above string, seen map[*format.Shape]bool) (out []row) {
	if seen[s] {
		return nil
	}
	seen[s] = true
	for _, k := range s.Keys {
		if k.Hidden {
			continue
		}
		out = append(out, row{strings.TrimPrefix(above+k.Name, "[]."), p.value(k.Value), k.Doc.In(p.lang), k.Needed})
		out = append(out, p.rows(k.Value, above+k.Name+".", seen)...)
	}
	if s.Years != nil {
		out = append(out, row{above + "2024", p.value(s.Years), p.say("Årets kolonne, en for hvert år.", "The year's column, one for each year."), true})
	}
	return out
}
