package svg

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// TestRefused lists what is not supported: each is told by name and line.
func TestRefused(t *testing.T) {
	tests := []struct{ body, problem string }{
		{`<text>Hej</text>`, `"text"`},
		{`<script>alert(1)</script>`, `"script"`},
		{`<style>path{fill:red}</style>`, `"path"`},
		{`<style>.a .b{fill:red}</style>`, `".a .b"`},
		{`<style>@import url(x);.a{fill:red}</style>`, `"@import`},
		{`<style>.a{fill:red</style>`, `".a"`},
		{`<path visibility="hidden"/>`, `visibility`},
		{`<image href="file:///etc/passwd"/>`, `"image"`},
		{`<use href="#a"/>`, `"use"`},
		{`<svg viewBox="0 0 1 1"/>`, `"svg"`},
		{`<path><path d=""/></path>`, `"path"`},
		{`<title><desc/></title>`, `"desc"`},
		{`<g>tekst</g>`, `text`},
		{`<?xml-stylesheet href="x.css"?>`, `"xml-stylesheet"`},
		{`<path onclick="x()"/>`, `"onclick"`},
		{`<path d="M0 0" clip-path="url(#c)"/>`, `"clip-path"`},
		{`<path xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>`, `"href"`},
		{`<path d="" d=""/>`, `"d" is there twice`},
		{`<path fill="url(#g)"/>`, `fill`},
		{`<path fill="#12345"/>`, `#12345`},
		{`<path fill="rgb(1,2,256)"/>`, `rgb(1,2,256)`},
		{`<path fill="rgb(1,2)"/>`, `rgb(1,2)`},
		{`<path fill="papayawhip"/>`, `papayawhip`},
		{`<path opacity="0.5"/>`, `opacity`},
		{`<path stroke-dasharray="1 2"/>`, `stroke-dasharray`},
		{`<path stroke-width="-1"/>`, `stroke-width`},
		{`<path stroke-width="1em"/>`, `1em`},
		{`<path stroke-linecap="flat"/>`, `flat`},
		{`<path style="fill"/>`, `style`},
		{`<path style="fill:red;color:blue"/>`, `"color"`},
		{`<path style="fill:red !important"/>`, `important`},
		{`<path d="M0 0h1v1" stroke="red" stroke-linecap="round"/>`, `stroke-linecap round with stroke-linejoin miter`},
		{`<path d="M0 0h1" stroke="red" stroke-linecap="square"/>`, `square`},
		{`<path d="M0 0h1" stroke="red" transform="scale(1 2)"/>`, `transform`},
		{`<path transform="turn(3)"/>`, `turn`},
		{`<path transform="scale(3"/>`, `parentheses`},
		{`<path transform="scale(1),"/>`, `comma`},
		{`<path transform="rotate(1 2)"/>`, `rotate`},
		{`<path d="M0 0h1" transform="scale(999999)translate(9999)"/>`, `too large`},
		{`<path d="M0 0h1v1" transform="skewX(90)"/>`, `too large`},
		{`<rect width="-1" height="2"/>`, `width`},
		{`<rect width="10%" height="2"/>`, `10%`},
		{`<circle r="-1"/>`, `r is negative`},
		{`<polygon points="1 2 3"/>`, `points`},
		{`<path d="M1 1 nonsense"/>`, `path data`},
		{`<path>`, `closed by`},
		{`<path d="&nbsp;"/>`, `entity`},
	}
	for _, test := range tests {
		_, err := Parse(drawn("\n\n" + test.body))
		problem, ok := errors.AsType[*Error](err)
		if !ok || problem.Line != 3 || !strings.Contains(problem.Problem, test.problem) {
			t.Errorf("%s: got %v, want line 3 and %s", test.body, err, test.problem)
		}
	}
}

func TestRefusedWhole(t *testing.T) {
	const open = `<svg xmlns="http://www.w3.org/2000/svg" `
	for _, file := range []string{
		"", "   ", "hej", "<!-- -->", `<g xmlns="http://www.w3.org/2000/svg"/>`, `<svg viewBox="0 0 1 1"/>`,
		open + `/>`, open + `viewBox="0 0 1"/>`, open + `viewBox="0 0 0 1"/>`, open + `viewBox="0 0 1 -1"/>`, open + `viewBox="0 0 1e-9 1"/>`,
		open + `viewBox="0 0 1e6 1"/>`, open + `viewBox="0 0 1 1">`, open + `viewBox="0 0 1 1" transform="scale(2)"/>`,
		open + `viewBox="0 0 1 1"/>` + open + `viewBox="0 0 1 1"/>`, open + `viewBox="0 0 1 1"/>hej`,
		`<!DOCTYPE svg [<!ENTITY a "b">]>` + open + `viewBox="0 0 1 1"/>`,
		string(drawn(strings.Repeat("<g>", maxDepth) + strings.Repeat("</g>", maxDepth))),
		string(drawn(strings.Repeat("<g/>", maxElements))),
		string(drawn(strings.Repeat(" ", maxBytes))),
	} {
		if _, err := Parse([]byte(file)); err == nil {
			t.Errorf("%.80q passes", file)
		}
	}
}

func TestHarmlessAttributes(t *testing.T) {
	parsed(t, `<g id="a" class="b" role="img" aria-hidden="true"><path d="M0 0h1" class="c"/></g>`)
}

// TestDesignersExports reads what drawing programs put around a drawing, and
// rules of classes.
func TestDesignersExports(t *testing.T) {
	const file = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: a drawing program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="urn:ink"
	x="0px" y="0px" width="240px" height="80px" style="enable-background:new 0 0 240 80;" xml:space="preserve" inkscape:version="1.3">
<metadata><x xmlns="urn:rdf">text</x></metadata>
<inkscape:namedview pagecolor="#ffffff"><inkscape:grid/></inkscape:namedview>
<defs><style type="text/css">
	/* made by hand */ .cls-1, .cls-2{fill:#0000ff;} .cls-2{stroke:currentColor;stroke-miterlimit:10}
	.cls-3{fill:none}</style><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
<g id="Lag_1" data-name="Lag 1" inkscape:label="x">
	<path class="cls-1 unknown" d="M0 0h1" fill="red"/>
	<path class="cls-2" d="M0 0h1" style="fill:#00ff00;-inkscape-font-specification:x"/>
	<path class="cls-3" d="M0 0h1"/>
	<g display="none"><path d="M5 5h1"/></g>
</g></svg>`
	d, err := Parse([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	if d.Size != (geom.Size{W: 240 * geom.Pt, H: 80 * geom.Pt}) || len(d.Items) != 2 {
		t.Fatalf("%v, %d shapes", d.Size, len(d.Items))
	}
	blue, green := page.Color{B: 255}, page.Color{G: 255}
	if first, second := d.Items[0].(page.Shape), d.Items[1].(page.Shape); *first.Fill != blue || *second.Fill != green || second.Stroke == nil {
		t.Errorf("%+v", d.Items)
	}
}

// TestAllProblemsAreTold reads a drawing with several, each told at its line.
func TestAllProblemsAreTold(t *testing.T) {
	_, err := Parse(drawn("\n<text>Hej</text>\n<g filter=\"url(#a)\" mask=\"x\">\n<use href=\"#b\"/></g>\n<path d=\"M0 0h1\" fill=\"url(#g)\"/>"))
	all, _ := errors.AsType[Errors](err)
	var got []string
	for _, e := range all {
		got = append(got, e.Error())
	}
	want := []string{
		`line 2: unsupported SVG feature: the element "text"`,
		`line 3: g: unsupported SVG feature: the attribute "filter"`, `line 3: g: unsupported SVG feature: the attribute "mask"`,
		`line 4: unsupported SVG feature: the element "use"`,
	}
	if len(got) != 5 || !slices.Equal(got[:4], want) || !strings.Contains(got[4], "line 5: path: fill") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

// FuzzParse looks for panics, and checks that what passes can be drawn: every
// subpath begins with a MoveTo and everything is inside the bounds.
func FuzzParse(f *testing.F) {
	for _, body := range []string{
		`<path d="M1 2a3 4 5 016 7s1 2 3 4t5 6q1 2 3 4zH1v2" transform="rotate(30 1 2)skewX(3)"/>`,
		`<g fill="none" stroke="currentColor" style="stroke-width:2"><circle cx="1" cy="2" r="3"/><rect rx="1" width="9" height="8"/></g>`,
		`<polygon points="1,2 3-4.5.6,7"/><title>a</title><ellipse rx="1" ry="2" fill="#abc"/>`,
	} {
		f.Add(drawn(body))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Parse(data)
		if err != nil {
			return
		}
		if len(d.Fit(geom.Rect{W: 1000, H: 1000}, page.Color{})) != len(d.Items) {
			t.Fatal("items got lost")
		}
		for _, s := range d.shapes {
			checkPath(t, s.Path)
		}
	})
}

func checkPath(t *testing.T, path geom.Path) {
	t.Helper()
	open := false
	for _, s := range path {
		if s.Op == geom.MoveTo {
			open = true
		}
		if !open {
			t.Fatalf("a subpath lacks its beginning: %s", dump(path))
		}
		if s.Op == geom.Close {
			open = false
		}
		for _, p := range s.P {
			if max(p.X, -p.X, p.Y, -p.Y) > maxLength*geom.Pt {
				t.Fatalf("%v is out of bounds", p)
			}
		}
	}
}

// FuzzPathData looks for panics in path data.
func FuzzPathData(f *testing.F) {
	for _, d := range []string{"M1 2a3 4 5 016 7s1 2 3 4t5 6q1 2 3 4zH1v2", "m0-.5.5.5-1e1+2e-1", "M0 0A1e-6 1e6 45 1 0 1e-6 1e-6"} {
		f.Add(d)
	}
	f.Fuzz(func(t *testing.T, d string) {
		if o, err := pathData(d); err == nil {
			if path, err := o.path(identity()); err == nil {
				checkPath(t, path)
			}
		}
	})
}
