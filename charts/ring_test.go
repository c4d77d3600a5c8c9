package charts

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

func TestAccountsAreDrawn(t *testing.T) {
	for name, r := range map[string]Ring{"financing": financing(), "costs": costs()} {
		for _, mm := range []int64{170, 115} {
			g, err := r.layOut(house(), geom.MM(mm))
			if err != nil {
				t.Errorf("%s in %d mm: %v", name, mm, err)
				continue
			}
			checkLayout(t, g)
			checkAreas(t, g)
			again, _ := r.Draw(house(), geom.MM(mm))
			if !reflect.DeepEqual(g.drawing(), again) {
				t.Errorf("%s in %d mm is drawn differently the second time", name, mm)
			}
		}
	}
}

func TestRandomRings(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		r := Ring{Parts: randomParts(rng), Total: Label{"496,2 mio. kr.", "I alt"}}
		width := geom.MM(115 + rng.Int64N(60))
		g, err := r.layOut(house(), width)
		if err != nil {
			t.Fatalf("%v in %s: %v", r.Parts, width, err)
		}
		checkLayout(t, g)
		checkAreas(t, g)
		if t.Failed() {
			t.Fatalf("with %+v in %s", r.Parts, width)
		}
	}
}

// checkLayout checks that nothing lies on anything else or outside.
func checkLayout(t *testing.T, g *ring) {
	t.Helper()
	d := g.drawing()
	boxes := textBoxes(d)
	whole := geom.Rect{W: d.Size.W, H: d.Size.H}
	top, _ := g.extent()
	centre := geom.Point{X: d.Size.W / 2, Y: -top}
	middle := 0
	for i, b := range boxes {
		if b.X < 0 || b.Y < 0 || b.Right() > whole.W || b.Bottom() > whole.H {
			t.Errorf("text %d at %v is outside %v", i, b, d.Size)
		}
		for j, o := range boxes[:i] {
			if b.Overlaps(o) {
				t.Errorf("texts %d and %d lie on each other: %v, %v", j, i, b, o)
			}
		}
		inside := centre.X-g.radius < b.Right() && b.X < centre.X+g.radius
		if inside {
			middle++
		}
		if far := farthest(centre, b); inside && far > float64(g.inner()) {
			t.Errorf("text %d at %v lies on the ring", i, b)
		}
	}
	if middle != len(g.centre.lines) {
		t.Errorf("%d texts are within the ring; %d belong there", middle, len(g.centre.lines))
	}
	checkLeaders(t, g, leaderSegments(d.Shapes, g.st.Rule), boxes, centre)
	checkInside(t, d)
}

// farthest returns the distance from p to the farthest corner of r.
func farthest(p geom.Point, r geom.Rect) float64 {
	dx := max(p.X-r.X, r.Right()-p.X)
	dy := max(p.Y-r.Y, r.Bottom()-p.Y)
	return math.Hypot(float64(dx), float64(dy))
}

func checkLeaders(t *testing.T, g *ring, leaders [][]segment, boxes []geom.Rect, centre geom.Point) {
	t.Helper()
	drawn := 0
	for _, p := range g.Parts {
		if p.Amount > 0 {
			drawn++
		}
	}
	if len(leaders) != drawn {
		t.Errorf("%d leaders for %d slices", len(leaders), drawn)
	}
	for i, l := range leaders {
		for _, s := range l {
			if s.distance(centre) < float64(g.radius) {
				t.Errorf("leader %d enters the ring", i)
			}
			for _, b := range boxes {
				if s.enters(b) {
					t.Errorf("leader %d goes through the text at %v", i, b)
				}
			}
			for j, o := range leaders[:i] {
				for _, q := range o {
					if s.crosses(q) {
						t.Errorf("leaders %d and %d cross: %v, %v", j, i, s, q)
					}
				}
			}
		}
	}
}

func TestWordsAreTheParts(t *testing.T) {
	for _, r := range []Ring{financing(), costs()} {
		d, err := r.Draw(house(), geom.MM(115))
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range r.Parts {
			w := d.Parts[i]
			if said(w.Label) != p.Label || said(w.Value) != p.Value || said(w.Share) != p.Share {
				t.Errorf("part %d says %q, %q, %q", i+1, said(w.Label), said(w.Value), said(w.Share))
			}
		}
		if said(d.Total.Label) != r.Total.Name || said(d.Total.Value) != r.Total.Value {
			t.Errorf("the total says %q, %q", said(d.Total.Value), said(d.Total.Label))
		}
	}
}

// checkInside checks that no point of a shape lies outside the drawing.
func checkInside(t *testing.T, d Drawing) {
	t.Helper()
	for _, it := range d.Shapes {
		s, ok := it.(page.Shape)
		if !ok {
			continue
		}
		for _, sub := range flatten(s.Path) {
			for _, p := range sub {
				if p.X < 0 || p.Y < 0 || p.X > d.Size.W || p.Y > d.Size.H {
					t.Errorf("a shape goes to %v, outside %v", p, d.Size)
				}
			}
		}
	}
}

// checkAreas checks what is painted: each slice, with the half gaps beside it,
// has the share of the ring's area that its amount has of the sum.
func checkAreas(t *testing.T, g *ring) {
	t.Helper()
	inner, outer := float64(g.inner()), float64(g.radius)
	all := math.Pi * (outer*outer - inner*inner)
	sum, _ := total(g.Parts)
	for i, s := range g.slices {
		want := float64(g.Parts[i].Amount) / float64(sum)
		if s.none || s.to-s.from > turn*0.999 {
			continue
		}
		shape := sliceShape(s, inner, outer)
		if shape.Stroke != nil {
			if w := want * turn * outer; w > 2*float64(hair) {
				t.Errorf("part %d is a hairline, but %.0f wide", i, w)
			}
			continue
		}
		inset := math.Min(float64(halfGap), inner*(s.to-s.from)/4)
		painted := area(flatten(shape.Path)[0]) + 2*inset*(outer-inner)
		if math.Abs(painted/all-want) > 2*tolerance {
			t.Errorf("part %d has %.6f of the ring; its amount has %.6f of the sum", i, painted/all, want)
		}
	}
}

func TestLeadersPointAtTheirSlices(t *testing.T) {
	g, err := costs().layOut(house(), geom.MM(170))
	if err != nil {
		t.Fatal(err)
	}
	tiny := g.slices[4]
	if shape := sliceShape(tiny, float64(g.inner()), float64(g.radius)); shape.Stroke == nil || shape.Stroke.Width != hair {
		t.Error("the slice of 0.013 % is not drawn as a hairline")
	}
	if where := tiny.mid / turn; math.Abs(where-0.99993) > tolerance {
		t.Errorf("its leader points at %.5f of the circle", where)
	}
}

func TestZeroPartsAreNamedOnly(t *testing.T) {
	r := financing()
	r.Parts[1].Amount = 0
	g, err := r.layOut(house(), geom.MM(170))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(g.shapes()); n != 3 {
		t.Errorf("%d slices for three amounts", n)
	}
	if w := g.words(1); len(w.Label) == 0 {
		t.Error("the part of zero has no label")
	}
	checkLayout(t, g)
}

func TestOnePartIsTheWholeRing(t *testing.T) {
	r := Ring{Parts: []Part{{Label: "Alt", Amount: 7, Value: "7 kr."}, {Label: "Intet", Value: "0 kr."}}, Total: Label{Value: "7 kr."}}
	g, err := r.layOut(house(), geom.MM(115))
	if err != nil {
		t.Fatal(err)
	}
	s := g.shapes()[0].(page.Shape)
	if !s.EvenOdd || len(flatten(s.Path)) != 2 {
		t.Errorf("it is drawn as %+v", s)
	}
	checkLayout(t, g)
}

func TestRingRefuses(t *testing.T) {
	part := func(a int64) Part { return Part{Label: "Post", Amount: a, Value: "1 kr."} }
	long := Part{Label: strings.Repeat("ord", 60), Amount: 1}
	wide := func(st *Style) { st.Palette = st.Palette[:1] }
	for name, c := range map[string]struct {
		parts []Part
		style func(*Style)
		width geom.Length
		says  string
	}{
		"no parts":      {says: "no parts"},
		"all zero":      {parts: []Part{part(0), part(0)}, says: "all zero"},
		"below zero":    {parts: []Part{part(1), part(-1)}, says: "below zero"},
		"too large":     {parts: []Part{part(math.MaxInt64), part(1)}, says: "too large"},
		"too many":      {parts: make([]Part, maxParts+1), says: "25 parts"},
		"no label":      {parts: []Part{{Amount: 1}}, says: "no label"},
		"long word":     {parts: []Part{long}, says: "pt wide"},
		"no glyph":      {parts: []Part{{Label: "漢", Amount: 1}}, says: "no glyph"},
		"no width":      {parts: []Part{part(1)}, width: -1, says: "width"},
		"narrow":        {parts: []Part{part(1)}, width: 60 * geom.Pt, says: "radius"},
		"one colour":    {parts: []Part{part(1), part(1)}, style: wide, says: "palette"},
		"no colour":     {parts: []Part{part(1)}, style: func(st *Style) { st.Palette = nil }, says: "palette"},
		"no fonts":      {parts: []Part{part(1)}, style: func(st *Style) { st.Library = nil }, says: "fonts"},
		"no such face":  {parts: []Part{part(1)}, style: func(st *Style) { st.TotalFace = "Nowhere" }, says: "Nowhere"},
		"no text size":  {parts: []Part{part(1)}, style: func(st *Style) { st.LabelSize = 0 }, says: "size"},
		"huge text":     {parts: []Part{part(1)}, style: func(st *Style) { st.TotalSize = 1 << 60 }, says: "size"},
		"huge sum name": {parts: []Part{part(1)}, style: func(st *Style) { st.TotalSize = 300 * geom.Pt }, says: "wide"},
	} {
		st := house()
		if c.style != nil {
			c.style(&st)
		}
		if c.width == 0 {
			c.width = geom.MM(115)
		}
		_, err := Ring{Parts: c.parts, Total: Label{Value: "Sum"}}.Draw(st, c.width)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	if _, err := (Ring{}).Sum(); !errors.Is(err, ErrNothing) {
		t.Errorf("an empty ring's error is %v", err)
	}
}

func TestRows(t *testing.T) {
	r := financing()
	if got := r.Rows()[3]; got != [3]string{"Øvrige indtægter", "40,6 mio. kr.", "8,2 pct."} {
		t.Errorf("the last row is %v", got)
	}
	if sum, err := r.Sum(); err != nil || sum != 496158003 {
		t.Errorf("the sum is %d, %v", sum, err)
	}
}

func FuzzRing(f *testing.F) {
	f.Add("Kontingent fra kommunerne", int64(251671892), int64(188902543), int64(0), int64(482000))
	f.Add("\xff \u00a0", int64(math.MaxInt64), int64(0), int64(1), int64(1))
	st := house()
	f.Fuzz(func(t *testing.T, label string, a, b, c, width int64) {
		r := Ring{Parts: []Part{{Label: label, Amount: a, Value: label}, {Label: "b", Amount: b}, {Label: label, Amount: c, Share: label}}}
		g, err := r.layOut(st, geom.Length(width))
		if err == nil {
			checkLayout(t, g)
		}
	})
}
