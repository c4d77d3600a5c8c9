package para

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
)

// meanings lists what the abbreviations of a paragraph stand for.
func meanings(p Paragraph) []string {
	var out []string
	for _, l := range p.Lines {
		for _, s := range l.Segments {
			if s.Means != "" {
				out = append(out, s.Items[0].Source+" = "+s.Means)
			}
		}
	}
	return out
}

func TestAbbreviationsAreSegmentsOfTheirOwn(t *testing.T) {
	in := content.Inlines{
		content.Text("For 3,2 mia. kr. "), content.Strong{Body: content.Inlines{content.Text("ca. 4 pct.")}},
		content.Link{URL: "https://kl.dk", Body: content.Inlines{content.Text("nr. 4")}},
	}
	p, err := newSetter().Set(in, body(), 300*geom.Pt)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"mia.\u00a0kr. = milliarder kroner", "ca. = cirka", "pct. = procent", "nr. = nummer"}
	if got := meanings(p); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTheRestOfAWordIsNoAbbreviation breaks a word before what looks like one.
func TestTheRestOfAWordIsNoAbbreviation(t *testing.T) {
	p, err := newSetter().Set(content.Inlines{content.Text("Ameri\u00adca. Og ca. fem")}, body(), 36*geom.Pt)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(p.Lines[1].text(), "ca.") {
		t.Fatalf("the second line is %q", p.Lines[1].text())
	}
	if got := meanings(p); !slices.Equal(got, []string{"ca. = cirka"}) {
		t.Errorf("got %q", got)
	}
}

// TestSegmentsOfALineAbut sets random text: taking abbreviations apart moves
// nothing.
func TestSegmentsOfALineAbut(t *testing.T) {
	found := 0
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 3))
		p, err := newSetter().Set(paragraph(r, 80, 2), body(), geom.MM(80))
		if err != nil {
			t.Fatal(err)
		}
		found += len(meanings(p))
		for _, l := range p.Lines {
			x := l.Segments[0].X
			for _, s := range l.Segments {
				if s.X != x || s.Items[0].Origin.X != x {
					t.Errorf("seed %d: a segment of %q begins at %s, and the one before ends at %s", seed, l.text(), s.X, x)
				}
				for _, i := range s.Items {
					x += i.Width()
				}
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d abbreviations", found)
	}
}
