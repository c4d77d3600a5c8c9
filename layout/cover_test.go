package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// drawnAbove is the highest point of what is drawn on a cover's ground.
func drawnAbove(p page.Page) geom.Length {
	top := p.Size.H
	for _, it := range p.Content[0].Items[1:] {
		for _, s := range it.(page.Shape).Path {
			for _, pt := range s.P {
				if s.Op != geom.Close && (s.Op == geom.CubicTo || pt != (geom.Point{})) {
					top = min(top, pt.Y)
				}
			}
		}
	}
	return top
}

// TestCoversHoldTheirTitles sets short, long and endless titles on covers of all
// papers: no line is wider than the text area or over the drawing.
func TestCoversHoldTheirTitles(t *testing.T) {
	for _, title := range []string{"KL", "KL's beretning 2024", "Kystbeskyttelsesmedarbejdernes årsberetning", strings.Repeat("En lang titel om det hele ", 6)} {
		for _, paper := range []string{"A4", "A5", "letter", "{width: 240 mm, height: 170 mm}", "{width: 120 mm, height: 300 mm}"} {
			for _, cover := range []string{"tracks", "hills", "plain"} {
				rep := themed(t, every(), "paper: "+paper+"\ncover: "+cover+"\nscale: 1.35\ncolumns: {side: 0}\n")
				rep.Title, rep.Chapters = title, rep.Chapters[:1]
				rep.Chapters[0].Blocks = rep.Chapters[0].Blocks[:1]
				th, _, _ := layout.Look(rep, fonts.Embedded())
				checkCover(t, fmt.Sprintf("%.20s, %s, %s", title, paper, cover), made(t, rep).Pages[0], th)
			}
		}
	}
}

func checkCover(t *testing.T, name string, p page.Page, th *style.Theme) {
	t.Helper()
	top := drawnAbove(p)
	for _, l := range setLines(&page.Document{Pages: []page.Page{p}}) {
		switch {
		case l.box.Right() > th.Inner+th.TextWidth():
			t.Errorf("%s: %q ends at %s of %s", name, l.text, l.box.Right(), th.Inner+th.TextWidth())
		case l.box.Bottom() > top:
			t.Errorf("%s: %q goes down to %s, and the drawing up to %s", name, l.text, l.box.Bottom(), top)
		}
	}
}

// TestCoverTextCanBeRead takes the colour of the text from the ground, unless the
// theme says it.
func TestCoverTextCanBeRead(t *testing.T) {
	for theme, want := range map[string]page.Color{
		"colours: {cover: '#0B3C49'}":                          {R: 255, G: 255, B: 255},
		"colours: {cover: '#FFEE00', ink: '#111111'}":          {R: 0x11, G: 0x11, B: 0x11},
		"colours: {cover: '#0B3C49', cover-text: '#FFEE00'}":   {R: 255, G: 0xEE},
		"colours: {cover: '#F4F4F4', cover-text: '#0B3C49'}\n": {R: 0x0B, G: 0x3C, B: 0x49},
	} {
		rep := themed(t, every(), theme+"\n")
		th, _, problems := layout.Look(rep, fonts.Embedded())
		for _, d := range problems.Sorted() {
			t.Errorf("%s: %s", theme, d.Text(diag.English))
		}
		if th.CoverText != want || th.Type.CoverTitle.Color != want {
			t.Errorf("%s: the text is %v, want %v", theme, th.CoverText, want)
		}
	}
}

// TestBleedGoesOverTheEdge sees that all that goes to the edge of the paper goes
// on to the edge of the bleed, and that nothing of the text does.
func TestBleedGoesOverTheEdge(t *testing.T) {
	for _, base := range []string{"standard", "lyng"} {
		doc := made(t, themed(t, every(), "base: "+base+"\nbleed: 3 mm\n"))
		sound(t, base, doc)
		bled := 0
		for i, p := range doc.Pages {
			if p.Bleed != geom.MM(3) {
				t.Fatalf("%s, page %d has a bleed of %s", base, i+1, p.Bleed)
			}
			for _, c := range p.Content {
				for _, it := range c.Items {
					if s, is := it.(page.Shape); is && s.Fill != nil {
						bled += bleeds(t, fmt.Sprintf("%s, page %d", base, i+1), p, s)
					}
				}
			}
		}
		if least := map[string]int{"standard": 2, "lyng": 6}[base]; bled < least {
			t.Errorf("%s: %d areas bleed", base, bled)
		}
	}
}

// bleeds counts an area that reaches the edge of the paper, which it has to go
// over as far as the bleed.
func bleeds(t *testing.T, name string, p page.Page, s page.Shape) int {
	t.Helper()
	n := 0
	for _, seg := range s.Path {
		for _, pt := range seg.P {
			if seg.Op == geom.Close {
				continue
			}
			if pt.X == -p.Bleed || pt.X == p.Size.W+p.Bleed {
				n = 1
			}
			if pt.X == p.Size.W || pt.Y == p.Size.H {
				t.Errorf("%s: an area ends at the edge", name)
			}
		}
	}
	return n
}

// TestACoverPictureStandsBelowTheTitle puts a picture in the place of the drawing:
// to the edges of the sheet, and under no text.
func TestACoverPictureStandsBelowTheTitle(t *testing.T) {
	rep := themed(t, every(), "cover: {image: images/kyst.jpg}\nbleed: 3 mm\n", "images/kyst.jpg", string(photo(t, 1200, 800)))
	doc := made(t, rep)
	sound(t, "picture", doc)
	p := doc.Pages[0]
	pic, is := p.Content[0].Items[1].(page.Picture)
	if !is || pic.Box.X != -p.Bleed || pic.Box.Right() != p.Size.W+p.Bleed || pic.Box.Bottom() != p.Size.H+p.Bleed {
		t.Fatalf("%+v", p.Content[0].Items)
	}
	for _, l := range setLines(&page.Document{Pages: []page.Page{p}}) {
		if l.box.Overlaps(pic.Box) {
			t.Errorf("%q lies over the picture", l.text)
		}
	}
}

// TestSizesOfTheTheme sets leads, facts and headlines in sizes of their own, on
// the grid all the same.
func TestSizesOfTheTheme(t *testing.T) {
	rep := themed(t, every(), "sizes: {lead: 15 pt, fact: 22 pt, headline: 30 pt}\n")
	th, _, _ := layout.Look(rep, fonts.Embedded())
	if th.Type.Lead.Size != 15*geom.Pt || th.Type.FactFigure.Size != 22*geom.Pt || th.Type.Headline.Size != 30*geom.Pt {
		t.Errorf("%s, %s, %s", th.Type.Lead.Size, th.Type.FactFigure.Size, th.Type.Headline.Size)
	}
	if 4*th.Type.Lead.Leading%th.Grid != 0 {
		t.Errorf("the lead's lines are %s apart", th.Type.Lead.Leading)
	}
	sound(t, "sizes", made(t, rep))
}
