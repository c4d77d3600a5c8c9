package layout

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// The least room a page must have for text.
const (
	leastRows = 12 // of the grid
	leastMain = 30 // mm of the main column
)

// The grid a body size can stand on, in hundredths of it.
const (
	leastGrid = 110
	mostGrid  = 250
)

// room reports margins and columns that leave no room, and a grid the body does
// not fit.
func (l *looker) room() {
	t := l.theme
	main := t.Paper.Value.Width - t.Inner.Value - t.Outer.Value
	if t.Side.Value > 0 {
		main -= t.Side.Value + t.Gutter.Value
	}
	if least := content.Length(geom.MM(leastMain)); main < least {
		at := l.place(t.Side.Pos, t.Gutter.Pos, t.Inner.Pos, t.Outer.Pos, t.Paper.Pos)
		l.problems.Error(at, noRoom("bredde", "width", main, least))
	}
	high := t.Paper.Value.Height - t.Top.Value - t.Bottom.Value
	if least := leastRows * t.Grid.Value; high < least {
		at := l.place(t.Top.Pos, t.Bottom.Pos, t.Grid.Pos, t.Paper.Pos)
		l.problems.Error(at, noRoom("højde", "height", high, least))
	}
	lo, hi := t.BodySize.Value*leastGrid/100, t.BodySize.Value*mostGrid/100
	if t.Grid.Value < lo || t.Grid.Value > hi || t.Grid.Value <= 0 {
		l.problems.Error(l.place(t.Grid.Pos, t.BodySize.Pos), badGrid(t.Grid.Value, t.BodySize.Value, lo, hi))
	}
}

// readable warns of what would be hard to read.
func (l *looker) readable(th *style.Theme) {
	for _, p := range l.pairs(th) {
		if got := page.Contrast(page.Color(p.text.Value), page.Color(p.ground.Value)); got < p.least {
			l.problems.Warn(l.place(p.text.Pos, p.ground.Pos), lowContrast(p, got))
		}
	}
	l.neighbours()
	l.measure(th)
}

// neighbours warns of the two colours beside each other in a ring that are most
// alike, where they are too alike.
func (l *looker) neighbours() {
	ring := l.theme.Chart
	worst, least := 0, int64(mostContrast)
	for i, c := range ring {
		got := page.Contrast(page.Color(c.Value), page.Color(ring[(i+1)%len(ring)].Value))
		if len(ring) > 1 && got < least {
			worst, least = i, got
		}
	}
	if least < neighbours {
		a, b := ring[worst], ring[(worst+1)%len(ring)]
		l.problems.Warn(l.place(a.Pos), likeColours(a.Value, b.Value, least))
	}
}

// neighbours is the least contrast, in thousandths, of a chart's parts beside
// each other: they are told apart in grey, where nothing says their colour.
const neighbours = 1500

// mostContrast is that of black on white, in thousandths.
const mostContrast = 21000

// The least contrasts of text and its ground, in thousandths (WCAG 2.2,
// criterion 1.4.3, level AA); large is 18 pt, or 14 pt bold.
const (
	textContrast  = 4500
	largeContrast = 3000
)

// pair is a colour of text and the ground it can stand on.
type pair struct {
	text, ground content.Setting[content.Color]
	names        [2]string
	least        int64
}

// pairs lists what text stands on what ground.
func (l *looker) pairs(th *style.Theme) []pair {
	t := l.theme
	white := content.Setting[content.Color]{Value: content.Color{R: 0xFF, G: 0xFF, B: 0xFF}}
	out := []pair{
		{t.Ink, white, [2]string{"ink", "white"}, textContrast},
		{t.Ink, t.Tint, [2]string{"ink", "tint"}, textContrast},
		{t.Muted, white, [2]string{"muted", "white"}, textContrast},
		{t.Muted, t.Tint, [2]string{"muted", "tint"}, largeContrast}, // initials
		{content.Setting[content.Color]{Value: content.Color(th.CoverText), Pos: t.CoverText.Pos}, t.Cover, [2]string{"cover-text", "cover"}, textContrast},
	}
	for i, a := range t.Accents {
		name := fmt.Sprintf("accents[%d]", i+1)
		out = append(out, pair{a, white, [2]string{name, "white"}, textContrast}, pair{a, t.Tint, [2]string{name, "tint"}, textContrast})
	}
	return out
}

// The characters a line of running text should have (Bringhurst has 45 to 75 for
// the best, and 40 as enough where lines are ragged).
const (
	fewest = 35
	most   = 90
)

// measure warns of lines too short or too long to read.
func (l *looker) measure(th *style.Theme) {
	n, err := perLine(l, th)
	if err != nil {
		l.problems.Error(l.place(l.theme.Text.Pos), badFace(string(th.Type.Body.Faces.Regular), err))
		return
	}
	if n < fewest || n > most {
		t := l.theme
		at := l.place(t.Side.Pos, t.Inner.Pos, t.Outer.Pos, t.Gutter.Pos, t.BodySize.Pos, t.Paper.Pos, t.Text.Pos)
		l.problems.Warn(at, badMeasure(n))
	}
}

// perLine is how many characters of Danish a line of the body holds.
func perLine(l *looker, th *style.Theme) (int64, error) {
	face, err := l.library.Face(th.Type.Body.Faces.Regular)
	if err != nil {
		return 0, err
	}
	var width, count int64
	for _, f := range danish() {
		width += int64(face.Shape(f.letter, 0).Width) * f.share
		count += f.share
	}
	average := th.Type.Body.Size.Scale(width, count*int64(face.Metrics().UnitsPerEm))
	return geom.DivRound(int64(th.Main()), max(1, int64(average))), nil
}

// frequency is how often a character comes in a thousand.
type frequency struct {
	letter string
	share  int64
}

// danish is how often characters come in running Danish, rounded: spaces,
// points, commas, capitals and figures among them.
func danish() []frequency {
	return []frequency{
		{" ", 150}, {"e", 130}, {"r", 74}, {"n", 62}, {"t", 58}, {"d", 47}, {"a", 48}, {"i", 49}, {"s", 50}, {"l", 43},
		{"o", 38}, {"g", 34}, {"m", 28}, {"k", 28}, {"v", 18}, {"f", 19}, {"u", 17}, {"b", 14}, {"h", 12}, {"p", 13},
		{"å", 9}, {"y", 6}, {"ø", 8}, {"æ", 7}, {"j", 5}, {"c", 3}, {".", 10}, {",", 8}, {"D", 5}, {"K", 5}, {"2", 2},
	}
}

// hex writes a colour as a theme does.
func hex(c content.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// ratio writes thousandths as a contrast is written, rounded down.
func ratio(n int64, comma string) string { return fmt.Sprintf("%d%s%d:1", n/1000, comma, n%1000/100) }

func lowContrast(p pair, got int64) diag.Message {
	a, b := p.names[0]+" "+hex(p.text.Value), p.names[1]+" "+hex(p.ground.Value)
	return diag.Message{
		Code:    "contrast",
		Danish:  fmt.Sprintf("kontrasten mellem %s og %s er %s; der skal mindst %s til (WCAG AA)", a, b, ratio(got, ","), ratio(p.least, ",")),
		English: fmt.Sprintf("the contrast of %s and %s is %s; at least %s is needed (WCAG AA)", a, b, ratio(got, "."), ratio(p.least, ".")),
	}
}

func likeColours(a, b content.Color, got int64) diag.Message {
	return diag.Message{
		Code:    "chart-contrast",
		Danish:  fmt.Sprintf("%s og %s, der står ved siden af hinanden i chart, har kontrasten %s; der skal mindst %s til, for at de kan skelnes i gråt", hex(a), hex(b), ratio(got, ","), ratio(neighbours, ",")),
		English: fmt.Sprintf("%s and %s, which stand beside each other in chart, have a contrast of %s; at least %s is needed to tell them apart in grey", hex(a), hex(b), ratio(got, "."), ratio(neighbours, ".")),
	}
}

func badMeasure(n int64) diag.Message {
	da, en := "bredere margener eller en sidespalte gør linjen kortere, og det gør større skrift", "wider margins or a side column make it shorter, and so does larger type"
	if n < fewest {
		da, en = "smallere margener og sidespalte gør linjen længere, og det gør mindre skrift", "narrower margins and side column make it longer, and so does smaller type"
	}
	return diag.Message{
		Code:    "measure",
		Danish:  fmt.Sprintf("hovedspalten har plads til %d tegn på linjen; %d til %d er til at læse: %s", n, fewest, most, da),
		English: fmt.Sprintf("the main column has room for %d characters a line; %d to %d can be read: %s", n, fewest, most, en),
	}
}

func noRoom(da, en string, got, least content.Length) diag.Message {
	mm := func(l content.Length) int64 { return max(0, geom.DivRound(int64(l)*254, 720*1000)) }
	return diag.Message{
		Code:    "no-room",
		Danish:  fmt.Sprintf("papir, margener og spalter lader teksten %d mm i %s; forventede mindst %d", mm(got), da, mm(least)),
		English: fmt.Sprintf("paper, margins and columns leave the text %d mm in %s; expected %d at least", mm(got), en, mm(least)),
	}
}

func badGrid(grid, body, lo, hi content.Length) diag.Message {
	pt := func(l content.Length) string { return geom.Length(l).String() + " pt" }
	da := fmt.Sprintf("linjeafstanden %s passer ikke til skriften på %s; forventede fra %s til %s", pt(grid), pt(body), pt(lo), pt(hi))
	en := fmt.Sprintf("the grid of %s does not suit type of %s; expected from %s to %s", pt(grid), pt(body), pt(lo), pt(hi))
	return diag.Message{Code: "grid", Danish: strings.ReplaceAll(da, ".", ","), English: en}
}

func lacksFace(key string) diag.Message {
	return diag.Message{
		Code:    "face-missing",
		Danish:  fmt.Sprintf("skriften har ingen %s; den almindelige bruges i stedet", key),
		English: fmt.Sprintf("the family has no %s; its regular face is used instead", key),
	}
}

func badFace(file string, err error) diag.Message {
	return diag.Message{
		Code:    "face",
		Danish:  fmt.Sprintf("skriften %q kan ikke bruges: %v; forventede en TrueType-fil", file, err),
		English: fmt.Sprintf("the face %q can't be used: %v; expected a TrueType file", file, err),
	}
}
