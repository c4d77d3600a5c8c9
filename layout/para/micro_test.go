package para

import (
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/layout/geom"
)

// TestGapsAndLettersStayWithinBounds sets the embedded edition's prose on its
// measure: letters may be wider or narrower by 1.5 %, and gaps are between 0.16
// and 0.45 em but for one line in a hundred.
func TestGapsAndLettersStayWithinBounds(t *testing.T) {
	rep, _ := source.Load(edition2024.Files())
	set, st := newSetter(), body()
	lines, outside, stretched := 0, 0, 0
	for _, ch := range rep.Chapters {
		for _, b := range ch.Blocks {
			body, ok := b.(content.Paragraph)
			if !ok {
				continue
			}
			p, err := set.Set(body.Body, st, geom.Points(326))
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range p.Lines[:len(p.Lines)-1] {
				lines++
				least, most, stretch := spans(l, st.Size)
				if stretch != 0 && (stretch < 1000-expansion || stretch > 1000+expansion) {
					t.Fatalf("letters are at %d thousandths", stretch)
				}
				if least < 160 || most > 450 {
					outside++
				}
				if stretch != 0 {
					stretched++
				}
			}
		}
	}
	if lines < 400 || outside*100 > lines {
		t.Errorf("%d lines of %d have a gap outside 0.16 to 0.45 em", outside, lines)
	}
	if stretched == 0 || stretched == lines {
		t.Errorf("the letters of %d lines of %d are stretched", stretched, lines)
	}
}

// spans returns the narrowest and the widest gap of a line in thousandths of
// the em, and how its letters are stretched.
func spans(l Line, size geom.Length) (least, most geom.Length, stretch int) {
	least = size
	for _, s := range l.Segments {
		for _, text := range s.Items {
			stretch = max(stretch, text.Stretch)
			for k, w := range text.Words {
				if w.Gap && (w.Source != " " || k < len(text.Words)-1) {
					em := w.Width(0) * 1000 / size
					least, most = min(least, em), max(most, em)
				}
			}
		}
	}
	return least, most, stretch
}

func TestPunctuationStandsInTheMargin(t *testing.T) {
	set, st := newSetter(), body()
	text := strings.Repeat("”Sådan, ja,” og så, ja, igen, og så, ja, dog, at det, ja, ", 12)
	p, err := set.Plain(text, st, geom.Points(300))
	if err != nil {
		t.Fatal(err)
	}
	right, left := 0, 0
	for _, l := range p.Lines[:len(p.Lines)-1] {
		if end(l) > geom.Points(300) {
			right++
		}
		if l.Segments[0].X < 0 {
			left++
		}
	}
	if right == 0 || left == 0 {
		t.Errorf("%d lines stand out at the right, %d at the left", right, left)
	}
	st.Align = 1 // left: nothing hangs
	p, err = set.Plain(text, st, geom.Points(300))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range p.Lines {
		if l.Segments[0].X != 0 || end(l) > geom.Points(300) {
			t.Fatalf("a ragged line stands from %s to %s", l.Segments[0].X, end(l))
		}
	}
}
