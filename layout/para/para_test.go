package para

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

func newSetter() *Setter {
	da, _ := locale.For("da")
	return New(fonts.Embedded(), da)
}

func body() style.Text { return style.Standard().Type.Body }

// danish are words as the book has them, with what is awkward in them.
var danish = strings.Fields(`og at i det er for på af den til med kommunerne kommunernes økonomi velfærd sundhedsreformen
	beskæftigelsesindsatsen arbejdsmarkedsuddannelser børne- og ungeområdet socialpædagogisk klimatilpasning
	medarbejdere Folketinget aftalen, 3,2 mia. kr. ca. 98 pct. 2024 KL (KL) A/S og/eller www.kl.dk/aftaler/2024
	»samskabelse« finansiering, indkomstoverførsler. Østerby H. C. Andersen æblegrød 27. februar CO₂-aftryk – §`)

// paragraph makes random inlines of about n words, nested at most depth deep.
func paragraph(r *rand.Rand, n, depth int) content.Inlines {
	var in content.Inlines
	for n > 0 {
		k := 1 + r.IntN(min(n, 12))
		n -= k
		switch {
		case depth > 0 && r.IntN(5) == 0:
			in = append(in, content.Emph{Body: paragraph(r, k, depth-1)})
		case depth > 0 && r.IntN(6) == 0:
			in = append(in, content.Strong{Body: paragraph(r, k, depth-1)})
		case depth > 1 && r.IntN(6) == 0:
			in = append(in, content.Link{URL: "https://kl.dk", Body: paragraph(r, k, 1)})
		case depth > 0 && r.IntN(12) == 0:
			in = append(in, content.Foreign{Lang: []string{"en", "de", "fr"}[r.IntN(3)], Body: paragraph(r, k, depth-1)})
		default:
			in = append(in, content.Text(phrase(r, k)))
		}
	}
	return in
}

// phrase makes text of n words, with gaps of all kinds.
func phrase(r *rand.Rand, n int) string {
	gaps := []string{" ", " ", " ", " ", " ", " ", "  ", "\n", "\u00a0", " \t", "\u202f"}
	var b strings.Builder
	for range n {
		w := danish[r.IntN(len(danish))]
		if len(w) > 12 && r.IntN(4) == 0 && w[6] < 0x80 && w[5] < 0x80 {
			w = w[:6] + "\u00ad" + w[6:]
		}
		b.WriteString(w + gaps[r.IntN(len(gaps))])
	}
	return b.String()
}

// folded is text as it is read: gaps as one space each, soft hyphens away.
func folded(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), " ")
}

// read returns a line's text with the hyphens put in left out, and whether it
// ends with one.
func read(l Line) (text string, hyphen bool) {
	for _, s := range l.Segments {
		for _, t := range s.Items {
			if t.HasActual {
				hyphen = t.Actual == "\u00ad"
				continue
			}
			text += t.Source
		}
	}
	return text, hyphen
}

// end returns where the last glyph of a line that has ink ends.
func end(l Line) geom.Length {
	var at geom.Length
	for _, s := range l.Segments {
		for _, t := range s.Items {
			x := t.Origin.X
			for _, g := range t.Glyphs() {
				x += g.Advance.Length()
				if strings.TrimSpace(t.Source[g.Start:g.End]) != "" {
					at = x
				}
			}
		}
	}
	return at
}

// standsOut is how far a line's last character may stand in the margin.
func standsOut(l Line) geom.Length {
	var last page.Text
	var ink page.Glyph
	for _, s := range l.Segments {
		for _, t := range s.Items {
			for _, g := range t.Glyphs() {
				if strings.TrimSpace(t.Source[g.Start:g.End]) != "" {
					last, ink = t, g
				}
			}
		}
	}
	if last.Len() == 0 {
		return 0
	}
	c, _ := utf8.DecodeLastRuneInString(last.Source[ink.Start:ink.End])
	natural := ink.Advance.Length()
	if last.Stretch != 0 {
		face, _ := fonts.Embedded().Face(last.Face)
		natural = last.Size.Scale(int64(face.Advance(ink.ID)), 1000)
	}
	return natural.Scale(protrusion(c, atEnd), 1000)
}

func TestJustifiedLinesEndOnTheMeasureAndNoTextIsLost(t *testing.T) {
	set := newSetter()
	filled, single := 0, 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		in := paragraph(r, 1+r.IntN(90), 2)
		measure := geom.Points(int64(90 + r.IntN(300)))
		p, err := set.Set(in, body(), measure)
		if err != nil {
			t.Fatal(err)
		}
		var text string
		for k, l := range p.Lines {
			s, _ := read(l)
			text += s
			checkEnds(t, seed, s)
			if last := k == len(p.Lines)-1; !last && end(l)-standsOut(l) != measure {
				if strings.ContainsAny(strings.TrimRight(s, " "), " \u00a0") && p.Overfull == "" {
					t.Fatalf("seed %d: line %q ends at %s of %s", seed, s, end(l), measure)
				}
				single++
			}
			filled++
			if l.Width != end(l) {
				t.Fatalf("seed %d: line %q ends at %s and says %s", seed, s, end(l), l.Width)
			}
		}
		if folded(text) != folded(in.Plain()) {
			t.Fatalf("seed %d:\n%q became\n%q", seed, folded(in.Plain()), folded(text))
		}
		checkLinks(t, seed, p)
	}
	if single*20 > filled {
		t.Errorf("%d of %d lines are of one word", single, filled)
	}
}

// checkEnds fails where a line begins with a gap, or ends with another than the
// one space that hangs out for readers of the text.
func checkEnds(t *testing.T, seed uint64, line string) {
	t.Helper()
	s := strings.TrimSuffix(line, " ")
	if s != strings.Trim(s, " \u00a0\u202f\t\n") {
		t.Fatalf("seed %d: a gap at an end of %q", seed, line)
	}
}

// checkLinks fails unless the segments of each link read as the link does.
func checkLinks(t *testing.T, seed uint64, p Paragraph) {
	t.Helper()
	texts := make([]string, len(p.Links))
	for _, l := range p.Lines {
		at := geom.Length(0)
		for i, s := range l.Segments {
			if i == 0 && s.X < 0 && s.X > -10*geom.Pt {
				at = s.X // it stands out into the margin
			}
			if s.X != at {
				t.Fatalf("seed %d: a segment begins at %s, the one before ends at %s", seed, s.X, at)
			}
			at += s.Width
			if s.Link == 0 {
				continue
			}
			one, _ := read(Line{Segments: []Segment{s}})
			texts[s.Link-1] += one
		}
	}
	for i, l := range p.Links {
		if folded(texts[i]) != folded(l.Body.Plain()) {
			t.Fatalf("seed %d: link %q reads %q", seed, folded(l.Body.Plain()), folded(texts[i]))
		}
	}
}

func TestRaggedLinesStandByTheirAlignment(t *testing.T) {
	set := newSetter()
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 2))
		in := paragraph(r, 1+r.IntN(40), 1)
		measure := geom.Points(int64(120 + r.IntN(200)))
		for _, align := range []style.Align{style.Left, style.Right, style.Centre} {
			st := body()
			st.Align = align
			p, err := set.Set(in, st, measure)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range p.Lines {
				if len(l.Segments) == 0 || p.Overfull != "" {
					continue
				}
				left, right := l.Segments[0].X, measure-end(l)
				wrong := left < 0 || right < 0
				switch align {
				case style.Left:
					wrong = wrong || left != 0
				case style.Right:
					wrong = wrong || right != 0
				case style.Centre:
					wrong = wrong || right-left > 1 || left > right
				}
				if s, _ := read(l); wrong {
					t.Fatalf("seed %d: alignment %d leaves %s and %s beside %q", seed, align, left, right, s)
				}
			}
		}
	}
}

// lines reads a paragraph as text, a hyphen put in as "=", hanging spaces away.
func lines(p Paragraph) []string {
	var out []string
	for _, l := range p.Lines {
		s, hyphen := read(l)
		if s = strings.TrimSuffix(s, " "); hyphen {
			s += "="
		}
		out = append(out, s)
	}
	return out
}

func TestOddText(t *testing.T) {
	set := newSetter()
	for _, c := range []struct {
		name    string
		in      content.Inlines
		measure geom.Length
		want    []string
	}{
		{"no inlines", nil, geom.Points(100), []string{""}},
		{"no text", content.Inlines{content.Text("")}, geom.Points(100), []string{""}},
		{"only gaps", content.Inlines{content.Text(" \n\t  \u00a0\u00a0 ")}, geom.Points(100), []string{""}},
		{"gaps around", content.Inlines{content.Text("  ord\u00a0 ")}, geom.Points(100), []string{"ord"}},
		{"no measure", content.Inlines{content.Text("to ord")}, 0, []string{"to", "ord"}},
		{"a negative measure", content.Inlines{content.Text("to ord")}, -5, []string{"to", "ord"}},
		{"a word too wide", content.Inlines{content.Text("i CCCCCCCCCCCCCC i")}, geom.Points(20), []string{"i", "CCCCCCCCCCCCCC", "i"}},
		{"breaks in a row", content.Inlines{content.Text("a "), content.Break{}, content.Break{}, content.Text(" b")}, geom.Points(100), []string{"a", "", "b"}},
		{"only breaks", content.Inlines{content.Break{}, content.Break{}}, geom.Points(100), []string{"", "", ""}},
		{"no-break gaps in a row", content.Inlines{content.Text("a\u00a0\u00a0\u00a0b c")}, geom.Points(10), []string{"a\u00a0\u00a0\u00a0b", "c"}},
		{"soft hyphens", content.Inlines{content.Text("kom\u00admune")}, geom.Points(32), []string{"kom=", "mune"}},
		{"soft hyphens all over", content.Inlines{content.Text("\u00ad\u00adkom\u00ad\u00admune\u00ad \u00ad x")}, geom.Points(32), []string{"kom=", "mune", "x"}},
		{"written hyphens", content.Inlines{content.Text("børne-ungeområdet")}, geom.Points(60), []string{"børne-", "ungeområdet"}},
		{"gaps at the seams", content.Inlines{content.Text("a "), content.Emph{Body: content.Inlines{content.Text(" b ")}}, content.Text(" c")}, geom.Points(200), []string{"a b c"}},
		{"a word in two faces", content.Inlines{content.Text("kommu"), content.Emph{Body: content.Inlines{content.Text("ne")}}}, geom.Points(4), []string{"kommune"}},
		{"bytes that are no text", content.Inlines{content.Text("a\xff\xfe \xf0\x9f b\ufffdkommune")}, geom.Points(400), []string{"a\xff\xfe \xf0\x9f b\ufffdkommune"}},
	} {
		st := body()
		st.Hyphenate = false
		p, err := set.Set(c.in, st, c.measure)
		if got := lines(p); err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, %v; wanted %q", c.name, got, err, c.want)
		}
	}
}

func TestGapsOfAnOverfullLineStayOpen(t *testing.T) {
	st := body()
	st.Hyphenate = false
	p, err := newSetter().Plain("mia.\u00a0kr.\u00a0i\u00a0alt\u00a0til\u00a0kommunerne", st, geom.Points(40))
	if err != nil || len(p.Lines) != 1 || p.Overfull == "" {
		t.Fatalf("%q, %v, overfull %q", lines(p), err, p.Overfull)
	}
	for _, s := range p.Lines[0].Segments {
		for _, item := range s.Items {
			for _, w := range item.Words {
				if w.Gap && w.Width(0) < body().Size/20 {
					t.Errorf("a gap is %s wide", w.Width(0))
				}
			}
		}
	}
}

func TestEmphasisPicksTheFace(t *testing.T) {
	text := func(s string) content.Inlines { return content.Inlines{content.Text(s)} }
	in := content.Inlines{
		content.Text("a "),
		content.Emph{Body: content.Inlines{content.Text("b "), content.Emph{Body: text("c ")}, content.Strong{Body: text("d ")}}},
		content.Strong{Body: content.Inlines{content.Text("e "), content.Strong{Body: text("f ")}, content.Emph{Body: text("g")}}},
	}
	p, err := newSetter().Set(in, body(), geom.Points(300))
	if err != nil {
		t.Fatal(err)
	}
	faces := map[string]fonts.ID{}
	for _, s := range p.Lines[0].Segments {
		for _, item := range s.Items {
			for _, w := range strings.Fields(item.Source) {
				faces[w] = item.Face
			}
		}
	}
	f := body().Faces
	want := map[string]fonts.ID{"a": f.Regular, "b": f.Italic, "c": f.Regular, "d": f.BoldItalic, "e": f.Bold, "f": f.Bold, "g": f.BoldItalic}
	if !reflect.DeepEqual(faces, want) {
		t.Errorf("%v, wanted %v", faces, want)
	}
}

func TestMissingCharactersAreReportedOnce(t *testing.T) {
	p, err := newSetter().Plain("漢字 og 漢 og 字", body(), geom.Points(300))
	if err != nil || string(p.Missing) != "漢字" {
		t.Errorf("%q is missing, %v", string(p.Missing), err)
	}
	if p, _ := newSetter().Plain("æøå ÆØÅ – ’ ₂ €", body(), geom.Points(300)); len(p.Missing) > 0 {
		t.Errorf("%q is missing", string(p.Missing))
	}
}

func TestAnUnknownFaceIsAnError(t *testing.T) {
	st := body()
	st.Faces.Bold = "Nowhere-Bold"
	if _, err := newSetter().Plain("a", st, geom.Points(300)); err == nil || !strings.Contains(err.Error(), "Nowhere-Bold") {
		t.Errorf("%v", err)
	}
}

func TestOverfullIsTheFirstLineThatDoesNotFit(t *testing.T) {
	p, err := newSetter().Plain("et CCCCCCCCCCCCCCC og DDDDDDDDDDDDDDD", body(), geom.Points(40))
	if err != nil || strings.TrimSpace(p.Overfull) != "CCCCCCCCCCCCCCC" {
		t.Errorf("overfull is %q, %v", p.Overfull, err)
	}
}

func TestHyphensReadAsSoftHyphens(t *testing.T) {
	p, err := newSetter().Plain("sundhedsreformen", body(), geom.Points(50))
	if err != nil {
		t.Fatal(err)
	}
	var hyphens int
	for _, l := range p.Lines {
		for _, item := range l.Segments[0].Items {
			if item.Source == "-" {
				hyphens++
				if !item.HasActual || item.Actual != "\u00ad" {
					t.Errorf("a hyphen reads as %q", item.Actual)
				}
			}
		}
	}
	if hyphens == 0 || hyphens != len(p.Lines)-1 {
		t.Errorf("%d hyphens on %q", hyphens, lines(p))
	}
}

func TestSetterIsSafeForConcurrentUseAndSetsAlike(t *testing.T) {
	set := newSetter()
	in := paragraph(rand.New(rand.NewPCG(1, 3)), 80, 2)
	want, _ := newSetter().Set(in, body(), geom.Points(250))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got, _ := set.Set(in, body(), geom.Points(250)); !reflect.DeepEqual(got, want) {
				t.Error("set otherwise")
			}
		})
	}
	wg.Wait()
}
