package source

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/format"
)

// themeFile says what the edition looks like.
const themeFile = "theme.yaml"

// theme reads theme.yaml, where there is one. Each value is checked by itself;
// whether they go together is seen where they are put together, in layout.
func (r *reader) theme() content.Theme {
	if r.root == nil {
		return content.Theme{}
	}
	m := r.mapping(r.root, r.ed.format.Theme)
	defer m.close()
	t := content.Theme{Pos: r.at(r.root), Name: m.text("name")}
	t.Base = content.Themes()[m.choice("base")]
	if n := m.getAs("paper", aPaper); n != nil {
		t.Paper = r.paper(n)
	}
	t.Bleed = m.length("bleed")
	r.margins(m, &t)
	t.Grid = m.length("grid")
	t.BodySize = m.length("body-size")
	if n := m.get("scale"); n != nil {
		t.Scale = r.typeScale(n)
	}
	t.Alignment = choice(m, "lines", []content.Alignment{content.Justified, content.Ragged})
	t.Paragraphs = choice(m, "paragraphs", []content.Paragraphs{content.Spaced, content.Indented})
	r.columns(m, &t)
	r.colours(m, &t)
	r.faces(m, &t)
	t.Opener = choice(m, "opener", []content.Opener{content.BarOpener, content.BandOpener})
	r.cover(m, &t)
	r.sizes(m, &t)
	t.Logo = r.logo(m)
	return t
}

// cover reads what is drawn on the cover, or the picture there.
func (r *reader) cover(m *mapping, t *content.Theme) {
	n := m.getAs("cover", aCover)
	if n == nil || n.Kind != yaml.MappingNode {
		t.CoverStyle = choice(m, "cover", []content.CoverStyle{content.TracksCover, content.HillsCover, content.PlainCover})
		return
	}
	p := r.mapping(n, r.ed.format.Cover)
	defer p.close()
	image := content.CoverImage{File: p.image("image"), Focus: p.focus("focus", middle())}
	t.CoverImage = content.Said(image, r.at(n))
}

// sizes reads sizes of type that are not as the scale has them.
func (r *reader) sizes(m *mapping, t *content.Theme) {
	p := r.part(m, "sizes")
	if p == nil {
		return
	}
	defer p.close()
	t.Lead = p.length("lead")
	t.Fact = p.length("fact")
	t.Headline = p.length("headline")
}

// choice reads one of the shape's words, and gives what it stands for.
func choice[T any](m *mapping, key string, meanings []T) content.Setting[T] {
	n := m.getAs(key, aWord)
	if n == nil {
		return content.Setting[T]{}
	}
	if i := m.r.choice(n, wordsOf(m.shape.Key(key).Value)); i >= 0 {
		return content.Said(meanings[i], m.r.at(n))
	}
	return content.Setting[T]{}
}

// wordsOf are the words a value may be.
func wordsOf(v format.Value) []string {
	switch v := v.(type) {
	case format.Word:
		return v
	case format.Either:
		return wordsOf(v[0])
	}
	return nil
}

// part opens a mapping within the theme, nil where it is left out.
func (r *reader) part(m *mapping, key string) *mapping {
	n := m.get(key)
	of, is := m.shape.Key(key).Value.(format.Mapping)
	if n == nil || !is {
		return nil
	}
	return r.mapping(n, of.Shape)
}

// margins reads the four margins.
func (r *reader) margins(m *mapping, t *content.Theme) {
	p := r.part(m, "margins")
	if p == nil {
		return
	}
	defer p.close()
	t.Inner = p.length("inner")
	t.Outer = p.length("outer")
	t.Top = p.length("top")
	t.Bottom = p.length("bottom")
}

// columns reads the side column and what is between it and the main one.
func (r *reader) columns(m *mapping, t *content.Theme) {
	p := r.part(m, "columns")
	if p == nil {
		return
	}
	defer p.close()
	t.Side = p.length("side")
	t.Gutter = p.length("gutter")
	t.SidePlace = choice(p, "place", []content.SidePlace{content.AtForeEdge, content.AtSpine})
}

// colours reads the palette.
func (r *reader) colours(m *mapping, t *content.Theme) {
	p := r.part(m, "colours")
	if p == nil {
		return
	}
	defer p.close()
	for _, c := range []struct {
		key string
		to  *content.Setting[content.Color]
	}{{"ink", &t.Ink}, {"muted", &t.Muted}, {"rule", &t.Rule}, {"tint", &t.Tint}, {"cover", &t.Cover}, {"cover-text", &t.CoverText}} {
		if n := p.get(c.key); n != nil {
			*c.to = r.colour(n)
		}
	}
	t.Accents = p.palette("accents")
	t.Chart = p.palette("chart")
}

// palette reads a list of colours.
func (m *mapping) palette(key string) []content.Setting[content.Color] {
	var out []content.Setting[content.Color]
	list := m.list(key)
	for _, n := range list {
		out = append(out, m.r.colour(n))
	}
	if of, _ := m.shape.Key(key).Value.(format.List); len(list) > 0 && len(list) < of.Least {
		m.r.fail(list[0], fewColours(len(list), of.Least))
	}
	return out
}

// faces reads the three families.
func (r *reader) faces(m *mapping, t *content.Theme) {
	p := r.part(m, "faces")
	if p == nil {
		return
	}
	defer p.close()
	for _, f := range []struct {
		key string
		to  *content.Setting[content.Family]
	}{{"text", &t.Text}, {"headings", &t.Headings}, {"display", &t.Display}} {
		if n := p.getAs(f.key, aFamily); n != nil {
			*f.to = content.Said(r.family(n, f.key), r.at(n))
		}
	}
}

// family reads the name of an embedded family, or font files.
func (r *reader) family(n *yaml.Node, key string) content.Family {
	if n.Kind == yaml.ScalarNode {
		s, ok := r.scalar(n, aFamily)
		if slices.Contains(content.Families(), s) {
			return content.Family{Embedded: s}
		}
		if ok {
			r.fail(n, hint(badFamily(s), r.nearest(s, content.Families())))
		}
		return content.Family{}
	}
	m := r.mapping(n, r.ed.format.Family).called(key)
	defer m.close()
	return content.Family{
		Regular:    m.fontFile("regular"),
		Italic:     m.fontFile("italic"),
		Bold:       m.fontFile("bold"),
		BoldItalic: m.fontFile("bold-italic"),
	}
}

// fontFile is the path of a font file in the edition. The face itself is read
// where it is used.
func (m *mapping) fontFile(key string) content.Setting[string] {
	n := m.get(key)
	if n == nil {
		return content.Setting[string]{}
	}
	name := m.r.file(n, aFontFile, absent(aFontFile), func(name string, file fs.File) {
		if m.r.folder(n, name, file, aFontFile) {
			return
		}
		head := make([]byte, 4)
		got, err := io.ReadFull(file, head)
		head = head[:got]
		switch {
		case err != nil, !bytes.Equal(head, []byte{0, 1, 0, 0}) && string(head) != "true":
			m.r.fail(n, notTrueType(name, fontFormat(head)))
		}
	})
	return content.Said(name, m.r.at(n))
}

// fontFormat names a font file's format by its first bytes.
func fontFormat(head []byte) string {
	switch string(head) {
	case "":
		return "0 B"
	case "OTTO":
		return "OpenType CFF"
	case "wOFF", "wOF2":
		return "WOFF"
	case "ttcf":
		return "TrueType Collection"
	}
	return "?"
}

// logo reads the logo's file and what it says.
func (r *reader) logo(m *mapping) content.Setting[content.Logo] {
	n := m.get("logo")
	alt := m.text("logo-alt")
	if n == nil {
		return content.Setting[content.Logo]{}
	}
	if alt == "" && !m.has("logo-alt") && m.whole() {
		r.fail(n, missingKey("logo-alt", m.what, aText))
	}
	name := r.file(n, aLogo, absent(aLogo), func(name string, file fs.File) {
		if !r.folder(n, name, file, aLogo) && !strings.EqualFold(path.Ext(name), ".svg") {
			r.checkImage(n, name, file)
		}
	})
	return content.Said(content.Logo{File: name, Alt: alt}, r.at(n))
}
