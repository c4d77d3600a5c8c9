package svg

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// drawn wraps elements into a drawing of 100 by 50 units.
func drawn(body string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">` + body + `</svg>`)
}

func parsed(t *testing.T, body string) *Drawing {
	t.Helper()
	d, err := Parse(drawn(body))
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return d
}

// dump writes a path in points, as path data with absolute commands.
func dump(path geom.Path) string {
	var b strings.Builder
	for _, s := range path {
		b.WriteByte("MLCZ"[s.Op])
		for i, p := range s.P[:points(s.Op)] {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%v,%v", p.X, p.Y)
		}
	}
	return b.String()
}

// describe writes a shape's path and paints.
func describe(s page.Shape) string {
	text := dump(s.Path)
	if s.Fill != nil {
		text += fmt.Sprintf(" fill %02X%02X%02X", s.Fill.R, s.Fill.G, s.Fill.B)
	}
	if s.EvenOdd {
		text += " evenodd"
	}
	if s.Stroke != nil {
		c := s.Stroke.Color
		text += fmt.Sprintf(" stroke %02X%02X%02X %v", c.R, c.G, c.B, s.Stroke.Width)
		if s.Stroke.Round {
			text += " round"
		}
	}
	return text
}

func describeAll(items []page.Item) string {
	var list []string
	for _, item := range items {
		list = append(list, describe(item.(page.Shape)))
	}
	return strings.Join(list, "\n")
}

func TestElements(t *testing.T) {
	tests := []struct{ body, want string }{
		{`<rect x="1" y="2" width="10" height="4"/>`, "M1,2L11,2L11,6L1,6Z fill 000000"},
		{`<rect width="0" height="4"/><circle r="0"/><ellipse rx="3"/><path d=""/><path d="M3 3"/>`, ""},
		{`<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>`, "M1,2L3,4 stroke FF0000 1"},
		{`<line x1="1" y1="2" x2="3" y2="4"/>`, ""},
		{`<polyline points="1,2 3,4,5 6" fill="none" stroke="#0f0"/>`, "M1,2L3,4L5,6 stroke 00FF00 1"},
		{`<polygon points="1-2.5.5,4"/>`, "M1,-2.5L0.5,4Z fill 000000"},
		{`<polygon points="0 0 4 0 4 3" fill="rgb(1, 2,255)" fill-rule="evenodd"/>`, "M0,0L4,0L4,3Z fill 0102FF evenodd"},
		{`<title>En <![CDATA[tegning]]></title><g><desc>og dens tekst</desc></g>`, ""},
		{`<path d="M1 1h2" stroke="currentColor" fill="transparent"/>`, "M1,1L3,1 stroke 000000 1"},
	}
	for _, test := range tests {
		d, err := Parse(drawn(test.body))
		if err != nil {
			t.Errorf("%s: %v", test.body, err)
		} else if got := describeAll(d.Items); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.body, got, test.want)
		}
	}
}

func TestRoundRectangle(t *testing.T) {
	for _, same := range []string{`rx="2"`, `ry="2"`, `rx="2" ry="2"`} {
		got := describeAll(parsed(t, `<rect width="10" height="8" `+same+`/>`).Items)
		want := "M2,0L8,0C9.105,0 10,0.895 10,2L10,6C10,7.105 9.105,8 8,8L2,8C0.895,8 0,7.105 0,6L0,2C0,0.895 0.895,0 2,0Z fill 000000"
		if got != want {
			t.Errorf("%s: got %s", same, got)
		}
	}
	pill := describeAll(parsed(t, `<rect width="10" height="4" rx="9"/>`).Items)
	if want := describeAll(parsed(t, `<ellipse cx="5" cy="2" rx="5" ry="2"/>`).Items); strings.Count(pill, "C") != strings.Count(want, "C") || strings.Contains(pill, "L") {
		t.Errorf("the corners are not cut to half the sides: %s", pill)
	}
}

func TestStyle(t *testing.T) {
	const line = `d="M0 0h1"`
	tests := []struct{ body, want string }{
		{`<g fill="none" stroke="blue" stroke-width="3px"><path ` + line + `/></g>`, "stroke 0000FF 3"},
		{`<g fill="none" stroke="blue"><g stroke="inherit"><path ` + line + ` stroke-width=".5"/></g></g>`, "stroke 0000FF 0.5"},
		{`<path ` + line + ` style="fill:none; stroke:#123456;" fill="red"/>`, "stroke 123456 1"},
		{`<path style="fill:none" ` + line + ` fill="red"/>`, ""},
		{`<path ` + line + ` fill="none" stroke="red" stroke-width="0"/>`, ""},
		{`<g stroke="red" stroke-linecap="round"><g fill="none" stroke-linejoin="round"><path ` + line + `/></g></g>`, "stroke FF0000 1 round"},
		{`<path ` + line + ` fill="none" stroke="red" stroke-linecap="round"/>`, "stroke FF0000 1 round"},
		{`<path ` + line + ` fill="none" stroke="red" stroke-linejoin="bevel"/>`, "stroke FF0000 1"},
		{`<path ` + line + ` fill="none" opacity="1" stroke-dasharray="none"/>`, ""},
	}
	for _, test := range tests {
		got := strings.TrimPrefix(describeAll(parsed(t, test.body).Items), "M0,0L1,0 ")
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.body, got, test.want)
		}
	}
}

func TestTransform(t *testing.T) {
	tests := []struct{ transform, want string }{
		{"translate(3)", "M3,0L5,1"},
		{"translate(3,-4)", "M3,-4L5,-3"},
		{"scale(2)", "M0,0L4,2"},
		{"scale(2 3)", "M0,0L4,3"},
		{"rotate(90)", "M0,0L-1,2"},
		{"rotate(-90)", "M0,0L1,-2"},
		{"rotate(180 1 1)", "M2,2L0,1"},
		{"rotate(30)", "M0,0L1.232,1.866"},
		{"skewX(45)", "M0,0L3,1"},
		{"skewY(45)", "M0,0L2,3"},
		{"matrix(1 2 3 4 5 6)", "M5,6L10,14"},
		{" translate(1) , scale(2)rotate(90)", "M1,0L-1,4"},
		{"", "M0,0L2,1"},
	}
	for _, test := range tests {
		d := parsed(t, `<path d="M0 0l2 1" transform="`+test.transform+`"/>`)
		if got := dump(d.shapes[0].Path); got != test.want {
			t.Errorf("%s: got %s, want %s", test.transform, got, test.want)
		}
	}
	nested := parsed(t, `<g transform="scale(2)"><path transform="translate(1 1)" d="M0 0h1" stroke="red"/></g>`)
	if got := describeAll(nested.Items); got != "M2,2L4,2 fill 000000 stroke FF0000 2" {
		t.Errorf("nested transforms: got %s", got)
	}
}

func TestViewBox(t *testing.T) {
	d, err := Parse([]byte("\uFEFF<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9cm\" viewBox=\"10,20 30.5 40\"><path d=\"M10 20h1\"/></svg>\n"))
	if err != nil {
		t.Fatal(err)
	}
	if d.Size != (geom.Size{W: 30500, H: 40000}) {
		t.Errorf("the size is %v", d.Size)
	}
	if got := dump(d.shapes[0].Path); got != "M0,0L1,0" {
		t.Errorf("got %s", got)
	}
}

func TestFitAndRecolour(t *testing.T) {
	d := parsed(t, `<path d="M0 0L100 50" fill="currentColor" stroke="currentColor" stroke-width="2"/><path d="M0 50C0 0 100 0 100 50" fill="none" stroke="red"/>`)
	before := describeAll(d.Items)
	tests := []struct {
		box  geom.Rect
		want string
	}{
		{geom.Rect{X: 1000, Y: 2000, W: 200000, H: 200000}, "M1,52L201,152 fill 010203 stroke 010203 4\nM1,152C1,52 201,52 201,152 stroke FF0000 2"},
		{geom.Rect{W: 200000, H: 25000}, "M75,0L125,25 fill 010203 stroke 010203 1\nM75,25C75,0 125,0 125,25 stroke FF0000 0.5"},
		{geom.Rect{W: 20, H: 10}, "M0,0L0.02,0.01 fill 010203 stroke 010203 0.001\nM0,0.01C0,0 0.02,0 0.02,0.01 stroke FF0000 0.001"},
		{geom.Rect{W: 0, H: 10}, ""},
	}
	for _, test := range tests {
		if got := describeAll(d.Fit(test.box, page.Color{R: 1, G: 2, B: 3})); got != test.want {
			t.Errorf("%v\n got %s\nwant %s", test.box, got, test.want)
		}
	}
	if got := describeAll(d.Recolour(page.Color{R: 255})); got != "M0,0L100,50 fill FF0000 stroke FF0000 2\nM0,50C0,0 100,0 100,50 stroke FF0000 1" {
		t.Errorf("recoloured: %s", got)
	}
	if describeAll(d.Items) != before || describeAll(d.Recolour(page.Color{})) != before {
		t.Error("the drawing was changed")
	}
}
