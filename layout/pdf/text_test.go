package pdf

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// positions reads a content stream of one text as a viewer would and returns
// where each glyph's origin is, in points.
func positions(t *testing.T, stream string, width map[uint64]float64) []geom.Point {
	t.Helper()
	var out []geom.Point
	var x, y, size, rise float64
	stretch, operands := 1.0, []float64(nil)
	for _, tok := range tokens(stream) {
		switch n, err := strconv.ParseFloat(tok, 64); {
		case err == nil:
			operands = append(operands, n)
			continue
		case strings.HasPrefix(tok, "["):
			for _, part := range tjParts(tok) {
				if n, err := strconv.ParseFloat(part, 64); err == nil {
					x -= n / 1000 * size * stretch
					continue
				}
				for i := 1; i+4 < len(part); i += 4 {
					id, _ := strconv.ParseUint(part[i:i+4], 16, 16)
					out = append(out, geom.Point{X: milli(x), Y: milli(y + rise)})
					x += width[id] / 1000 * size * stretch
				}
			}
		case tok == "Td":
			x, y = x+operands[0], y+operands[1]
		case tok == "Tf":
			size = operands[0]
		case tok == "Tz":
			stretch = operands[0] / 100
		case tok == "Ts":
			rise = operands[0]
		}
		operands = nil
	}
	return out
}

func milli(v float64) geom.Length { return geom.Length(math.Round(v * 1000)) }

// tokens parts a stream at white space, but keeps arrays whole.
func tokens(s string) []string {
	var out []string
	for s != "" {
		s = strings.TrimLeft(s, " \n")
		end := strings.IndexAny(s, " \n")
		if strings.HasPrefix(s, "[") {
			end = strings.IndexByte(s, ']') + 1
		}
		if end <= 0 {
			end = len(s)
		}
		out, s = append(out, s[:end]), s[end:]
	}
	return out
}

func tjParts(array string) []string {
	spaced := strings.NewReplacer("<", " <", ">", "> ", "[", " ", "]", " ").Replace(array)
	return strings.Fields(spaced)
}

// However advances, shifts and stretch come, every glyph stands within a
// thousandth of an em of its place, and the last no worse than the first.
func TestGlyphsDoNotDrift(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for range 300 {
		f, widths := &face{name: "F1", glyph: make([]glyph, 40)}, map[uint64]float64{}
		for id := range f.glyph {
			f.glyph[id] = glyph{used: true, width: rng.Int64N(1_200_000), text: "x"}
			widths[uint64(id)] = float64(f.glyph[id].width) / 1000
		}
		text := randomText(rng)
		var s setter
		s.start(geom.Points(800))
		s.text(&text, f, geom.Point{X: 100})
		s.end()
		got := positions(t, string(s.b), widths)
		if len(got) != text.Len() {
			t.Fatalf("%d glyphs of %d in\n%s", len(got), text.Len(), s.b)
		}
		want := text.Origin.Add(geom.Point{X: 100})
		limit := text.Size.Scale(int64(stretchOf(&text)), 1_000_000) + 1
		for i, g := range text.Glyphs() {
			dx := got[i].X - want.X - g.DX.Length()
			dy := got[i].Y - (geom.Points(800) - want.Y - g.DY.Length())
			if max(dx, -dx) > limit || max(dy, -dy) > 1 {
				t.Fatalf("glyph %d is off by %s, %s; the limit is %s", i, dx, dy, limit)
			}
			want.X += g.Advance.Length()
		}
	}
}

func randomText(rng *rand.Rand) page.Text {
	text := page.Text{Size: 4000 + geom.Length(rng.Int64N(40000)), Origin: geom.Point{X: geom.Length(rng.Int64N(300000)), Y: geom.Length(rng.Int64N(800000))}}
	if rng.IntN(2) == 0 {
		text.Stretch = 960 + rng.IntN(80)
	}
	var glyphs []page.Glyph
	for i := range 1 + rng.IntN(120) {
		text.Source += "x"
		g := page.Glyph{ID: fonts.GlyphID(rng.IntN(40)), Advance: geom.Small(rng.Int64N(int64(text.Size))), Start: int32(i), End: int32(i + 1)}
		if rng.IntN(8) == 0 {
			g.DX, g.DY = geom.Small(rng.Int64N(2000)-1000), geom.Small(rng.Int64N(2000)-1000)
		}
		glyphs = append(glyphs, g)
	}
	text.Words = page.One(text.Source, glyphs)
	return text
}

// A run that its own widths set right needs no adjustment at all.
func TestPlainRunIsOneString(t *testing.T) {
	f := &face{name: "F1", glyph: []glyph{{}, {used: true, width: 500_000, text: "a"}}}
	text := page.Text{Size: 10000, Source: strings.Repeat("a", 50)}
	var glyphs []page.Glyph
	for i := range 50 {
		glyphs = append(glyphs, page.Glyph{ID: 1, Advance: 5000, Start: int32(i), End: int32(i + 1)})
	}
	text.Words = page.One(text.Source, glyphs)
	var s setter
	s.start(0)
	s.text(&text, f, geom.Point{})
	if want := "BT\n/F1 10 Tf\n0 0 Td\n[<" + strings.Repeat("0001", 50) + ">]TJ\n"; string(s.b) != want {
		t.Errorf("got %s", s.b)
	}
}

// What the glyphs do not say is said beside them.
func TestActualText(t *testing.T) {
	f := &face{name: "F1"}
	for i, c := range []string{"\u00A0", "a", "A", " ", "fi"} {
		f.glyph = append(f.glyph, glyph{})
		f.use1(fonts.GlyphID(i+1), c)
	}
	run := func(source string, parts ...page.Glyph) string {
		var s setter
		s.start(0)
		s.text(&page.Text{Size: 1000, Source: source, Words: page.One(source, parts)}, f, geom.Point{})
		_, rest, found := strings.Cut(string(s.b), "ActualText")
		if !found {
			return ""
		}
		actual, _, _ := strings.Cut(rest, ">>")
		return actual
	}
	one := func(id fonts.GlyphID, start, end int) page.Glyph {
		return page.Glyph{ID: id, Start: int32(start), End: int32(end)}
	}
	for _, c := range []struct {
		what, got, want string
	}{
		{"as mapped", run("aA", one(2, 0, 1), one(3, 1, 2)), ""},
		{"small capital", run("a", one(3, 0, 1)), "(a)"},
		{"one space for another", run(" ", one(1, 0, 1)), ""},
		{"ligature", run("fi", one(5, 0, 2)), ""},
		{"further glyph of a cluster", run("a", one(2, 0, 1), one(3, 1, 1)), "(a)"},
	} {
		if c.got != c.want {
			t.Errorf("%s: ActualText %q, want %q", c.what, c.got, c.want)
		}
	}
}

// use1 sets what a glyph stands for.
func (f *face) use1(id fonts.GlyphID, text string) {
	for int(id) >= len(f.glyph) {
		f.glyph = append(f.glyph, glyph{})
	}
	f.glyph[id] = glyph{used: true, text: text}
}
