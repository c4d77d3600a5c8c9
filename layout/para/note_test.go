package para

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// withNotes puts footnotes into a text, after a word or a gap.
func withNotes(r *rand.Rand, in content.Inlines) (out content.Inlines, n int) {
	for _, i := range in {
		out = append(out, i)
		if r.IntN(2) == 0 {
			out = append(out, content.Footnote{Body: content.Inlines{content.Text("note")}})
			n++
		}
	}
	return out, n
}

// TestMarksFollowTheirWord sets random text on random measures: every footnote
// has its mark, numbered in order, and none begins a line.
func TestMarksFollowTheirWord(t *testing.T) {
	set := newSetter()
	total := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 9))
		in, n := withNotes(r, paragraph(r, 1+r.IntN(80), 2))
		first := 1 + r.IntN(120)
		p, err := set.SetFrom(first, in, body(), geom.Points(int64(60+r.IntN(300))))
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Notes) != n {
			t.Fatalf("seed %d: %d of %d footnotes", seed, len(p.Notes), n)
		}
		seen := 0
		for _, l := range p.Lines {
			for k, s := range l.Segments {
				if s.Note == 0 {
					continue
				}
				seen++
				if s.Note != seen || s.Items[0].Source != strconv.Itoa(first+seen-1) {
					t.Fatalf("seed %d: mark %q of note %d is number %d", seed, s.Items[0].Source, s.Note, seen)
				}
				if k == 0 {
					t.Fatalf("seed %d: the mark %q begins a line", seed, s.Items[0].Source)
				}
			}
		}
		if seen != n {
			t.Fatalf("seed %d: %d of %d marks", seed, seen, n)
		}
		total += n
	}
	if total < 300 {
		t.Errorf("%d footnotes were set", total)
	}
}

func TestAMarkIsASegmentOfItsOwn(t *testing.T) {
	note := content.Footnote{Body: content.Inlines{content.Text("x")}}
	in := content.Inlines{content.Text("Et ord, "), note, content.Text(" og et til"), note, content.Text(".")}
	p, err := newSetter().SetFrom(9, in, body(), geom.Points(300))
	if err != nil {
		t.Fatal(err)
	}
	var read []string
	for _, s := range p.Lines[0].Segments {
		text := ""
		for _, i := range s.Items {
			text += i.Source
		}
		read = append(read, text)
	}
	if want := []string{"Et ord,", "9", " og et til", "10", "."}; !reflect.DeepEqual(read, want) {
		t.Errorf("%q, wanted %q", read, want)
	}
}

// TestTheSpaceAfterAMarkIsNotInIt breaks a line right after a mark: the space
// the break takes away is read, but not as part of the mark.
func TestTheSpaceAfterAMarkIsNotInIt(t *testing.T) {
	in := content.Inlines{content.Text("ord"), content.Footnote{}, content.Text(" kommuner")}
	p, err := newSetter().Set(in, body(), geom.Points(40))
	if err != nil || len(p.Lines) < 2 {
		t.Fatal(len(p.Lines), err)
	}
	segs := p.Lines[0].Segments
	if n := len(segs); n != 3 || segs[1].Items[0].Source != "1" || segs[2].Items[0].Source != " " || segs[2].Note != 0 {
		t.Errorf("%d segments: %+v", n, segs)
	}
	if mark := segs[1]; p.Lines[0].Width != mark.X+mark.Width || segs[2].X != p.Lines[0].Width {
		t.Errorf("the line is %s wide, its mark ends at %s, the space is at %s", p.Lines[0].Width, mark.X+mark.Width, segs[2].X)
	}
}

// TestMarksAreRaised draws marks with the face's own raised figures, and smaller
// and higher what it has none of.
func TestMarksAreRaised(t *testing.T) {
	st := body()
	face, err := fonts.Embedded().Face(st.Faces.Regular)
	if err != nil {
		t.Fatal(err)
	}
	mark := func(text string) page.Text {
		b := &builder{style: st, faces: [4]*fonts.Face{face, face, face, face}, runs: []run{{text: text, note: 1}}}
		return b.drawMark(0)
	}
	if m := mark("12"); m.Origin.Y != 0 || m.Size != st.Size || m.Glyphs()[0].ID == face.Shape("1", 0).Glyphs[0].ID {
		t.Errorf("figures the face has raised are drawn as %+v", m)
	}
	if m := mark("§"); m.Origin.Y != -st.Size.Scale(markRise, 1000) || m.Size != st.Size.Scale(markSize, 1000) {
		t.Errorf("what the face has not raised is drawn as %+v", m)
	}
}

func TestLinesSayThatTheyEndWithAHyphen(t *testing.T) {
	p, err := newSetter().Plain(strings.Repeat("sundhedsreformen ", 4), body(), geom.Points(60))
	if err != nil {
		t.Fatal(err)
	}
	hyphens := 0
	for _, l := range p.Lines {
		if _, hyphen := read(l); hyphen != l.Hyphen {
			t.Errorf("a line that ends with a hyphen is %v, and says %v", hyphen, l.Hyphen)
		}
		if l.Hyphen {
			hyphens++
		}
	}
	if hyphens == 0 {
		t.Error("no line ends with a hyphen")
	}
}
