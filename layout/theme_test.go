package layout_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// flat is an edition's files.
func flat(edition fs.FS) (fstest.MapFS, error) {
	out := fstest.MapFS{}
	return out, fs.WalkDir(edition, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(edition, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
}

// themed is an edition with a theme and other files put in.
func themed(t testing.TB, edition fs.FS, theme string, more ...string) *content.Report {
	t.Helper()
	out, err := flat(edition)
	if err != nil {
		t.Fatal(err)
	}
	out["theme.yaml"] = &fstest.MapFile{Data: []byte(theme)}
	for i := 0; i < len(more); i += 2 {
		out[more[i]] = &fstest.MapFile{Data: []byte(more[i+1])}
	}
	return load(t, out)
}

func every() fs.FS { return os.DirFS("testdata/every") }

// made lays a report out that must be without errors; there may be warnings.
func made(t testing.TB, rep *content.Report) *page.Document {
	t.Helper()
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if err != nil || doc == nil {
		t.Fatal(err, problems.Sorted())
	}
	return doc
}

// sound sees that a document is sound, that no text lies over another and none
// within 5 mm of the paper's edge.
func sound(t *testing.T, name string, doc *page.Document) {
	t.Helper()
	for _, fault := range doc.Check() {
		t.Errorf("%s: %s", name, fault)
	}
	lines := setLines(doc)
	for i, a := range lines {
		paper, edge := doc.Pages[a.page].Size, geom.MM(5)
		if a.box.X < edge || a.box.Y < edge || a.box.Right() > paper.W-edge || a.box.Bottom() > paper.H-edge {
			t.Errorf("%s, page %d: %q stands outside", name, a.page+1, a.text)
		}
		for _, b := range lines[i+1:] {
			if b.page != a.page {
				break
			}
			if a.box.Overlaps(b.box) {
				t.Errorf("%s, page %d: %q lies over %q", name, a.page+1, a.text, b.text)
			}
		}
	}
}

func TestTheEditionInEveryTheme(t *testing.T) {
	for _, name := range content.Themes() {
		doc := compile(t, themed(t, edition2024.Files(), "base: "+name+"\n"))
		sound(t, name, doc)
	}
}

// TestTheStandardThemeIsTheDefault compares an edition without a theme with one
// that names the standard one.
func TestTheStandardThemeIsTheDefault(t *testing.T) {
	var a, b bytes.Buffer
	if err := page.Dump(&a, made(t, load(t, every()))); err != nil {
		t.Fatal(err)
	}
	if err := page.Dump(&b, made(t, themed(t, every(), "base: standard\n"))); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("they differ")
	}
}

// TestEveryBlockOnOtherPapers allows for words wider than their column, which
// are told: small pages have narrow columns.
func TestEveryBlockOnOtherPapers(t *testing.T) {
	for _, theme := range []string{
		"paper: A5", "paper: letter", "paper: {width: 170 mm, height: 240 mm}", "paper: {width: 297 mm, height: 210 mm}",
		"paper: A5\nbody-size: 9 pt\ncolumns: {side: 0}", "base: lyng\npaper: A5", "base: lyng\npaper: letter",
		"body-size: 12 pt", "body-size: 8 pt\nscale: 1.3", "columns: {place: spine}", "lines: ragged\nopener: band\ncover: hills",
	} {
		doc, problems, err := layout.Compile(context.Background(), themed(t, every(), theme+"\n"), fonts.Embedded(), layout.Options{})
		if err != nil || doc == nil {
			t.Errorf("%s: %v %v", theme, err, problems.Sorted())
			continue
		}
		wide := slices.ContainsFunc(problems.Sorted(), func(d diag.Diagnostic) bool { return d.Message.Code == "overfull-line" })
		if !wide {
			sound(t, theme, doc)
		}
	}
}

// told lists what a theme leads to being told, with codes.
func told(t *testing.T, rep *content.Report, lang diag.Lang) string {
	t.Helper()
	_, _, problems := layout.Look(rep, fonts.Embedded())
	var b strings.Builder
	for _, d := range problems.Sorted() {
		b.WriteString(d.Text(lang) + " [" + d.Message.Code + "]\n")
	}
	return b.String()
}

func TestUnreadableThemesAreTold(t *testing.T) {
	for _, c := range []struct{ theme, da, en string }{
		{"colours: {ink: '#999999'}",
			`theme.yaml:1:16: advarsel: kontrasten mellem ink #999999 og white #FFFFFF er 2,8:1; der skal mindst 4,5:1 til (WCAG AA) [contrast]
theme.yaml:1:16: advarsel: kontrasten mellem ink #999999 og tint #EEF3F4 er 2,5:1; der skal mindst 4,5:1 til (WCAG AA) [contrast]
`, `theme.yaml:1:16: warning: the contrast of ink #999999 and white #FFFFFF is 2.8:1; at least 4.5:1 is needed (WCAG AA) [contrast]
theme.yaml:1:16: warning: the contrast of ink #999999 and tint #EEF3F4 is 2.5:1; at least 4.5:1 is needed (WCAG AA) [contrast]
`},
		{"colours: {cover-text: '#FFFFFF', cover: '#FFEE00'}",
			"theme.yaml:1:23: advarsel: kontrasten mellem cover-text #FFFFFF og cover #FFEE00 er 1,2:1; der skal mindst 4,5:1 til (WCAG AA) [contrast]\n",
			"theme.yaml:1:23: warning: the contrast of cover-text #FFFFFF and cover #FFEE00 is 1.2:1; at least 4.5:1 is needed (WCAG AA) [contrast]\n"},
		{"columns: {side: 0}",
			"theme.yaml:1:17: advarsel: hovedspalten har plads til 111 tegn på linjen; 35 til 90 er til at læse: bredere margener eller en sidespalte gør linjen kortere, og det gør større skrift [measure]\n",
			"theme.yaml:1:17: warning: the main column has room for 111 characters a line; 35 to 90 can be read: wider margins or a side column make it shorter, and so does larger type [measure]\n"},
		{"body-size: 24 pt",
			"theme.yaml:1:12: advarsel: hovedspalten har plads til 30 tegn på linjen; 35 til 90 er til at læse: smallere margener og sidespalte gør linjen længere, og det gør mindre skrift [measure]\n",
			"theme.yaml:1:12: warning: the main column has room for 30 characters a line; 35 to 90 can be read: narrower margins and side column make it longer, and so does smaller type [measure]\n"},
		{"margins: {inner: 100 mm}\npaper: A5",
			"theme.yaml:1:18: fejl: papir, margener og spalter lader teksten 0 mm i bredde; forventede mindst 30 [no-room]\n",
			"theme.yaml:1:18: error: paper, margins and columns leave the text 0 mm in width; expected 30 at least [no-room]\n"},
		{"margins: {top: 150 mm, bottom: 130 mm}",
			"theme.yaml:1:16: fejl: papir, margener og spalter lader teksten 17 mm i højde; forventede mindst 59 [no-room]\n",
			"theme.yaml:1:16: error: paper, margins and columns leave the text 17 mm in height; expected 59 at least [no-room]\n"},
		{"grid: 9.5 pt",
			"theme.yaml:1:7: fejl: linjeafstanden 9,5 pt passer ikke til skriften på 10 pt; forventede fra 11 pt til 25 pt [grid]\n",
			"theme.yaml:1:7: error: the grid of 9.5 pt does not suit type of 10 pt; expected from 11 pt to 25 pt [grid]\n"},
		{"colours: {chart: ['#000000', '#111111', '#FFFFFF']}",
			"theme.yaml:1:19: advarsel: #000000 og #111111, der står ved siden af hinanden i chart, har kontrasten 1,1:1; der skal mindst 1,5:1 til, for at de kan skelnes i gråt [chart-contrast]\n",
			"theme.yaml:1:19: warning: #000000 and #111111, which stand beside each other in chart, have a contrast of 1.1:1; at least 1.5:1 is needed to tell them apart in grey [chart-contrast]\n"},
		{"name: Byen", "", ""},
	} {
		rep := themed(t, every(), c.theme+"\n")
		if got := told(t, rep, diag.Danish); got != c.da {
			t.Errorf("%s:\n got %swant %s", c.theme, got, c.da)
		}
		if got := told(t, rep, diag.English); got != c.en {
			t.Errorf("%s:\n got %swant %s", c.theme, got, c.en)
		}
	}
}

// TestEmbeddedThemesAreReadable has every contrast at AA or better and every
// measure within its bounds.
func TestEmbeddedThemesAreReadable(t *testing.T) {
	for _, name := range content.Themes() {
		_, _, problems := layout.Look(&content.Report{Theme: content.Theme{Base: name}}, fonts.Embedded())
		for _, d := range problems.Sorted() {
			t.Errorf("%s: %s", name, d.Text(diag.English))
		}
	}
}

// FuzzLook makes looks of whatever a theme.yaml says.
func FuzzLook(f *testing.F) {
	f.Add("base: lyng\nbody-size: 12 pt\n")
	f.Add("paper: {width: 90 mm, height: 600 mm}\nmargins: {inner: 150 mm}\nfaces: {text: {regular: theme.yaml}}\n")
	f.Add("colours: {ink: '#FFFFFF', chart: ['#000000', '#111111', '#222222']}\nscale: 1,05\n")
	files, err := flat(every())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, theme string) {
		edition := maps.Clone(files)
		edition["theme.yaml"] = &fstest.MapFile{Data: []byte(theme)}
		rep, _ := source.Load(edition)
		if rep == nil {
			return
		}
		th, _, _ := layout.Look(rep, fonts.Embedded())
		if th.Main() <= 0 || th.Rows <= 0 || th.Type.Body.Leading < th.Type.Body.Size {
			t.Errorf("%q: main column %s, %d rows, body %s on %s", theme, th.Main(), th.Rows, th.Type.Body.Size, th.Type.Body.Leading)
		}
	})
}

// ownFont is an embedded font under another name.
func ownFont(t *testing.T, file, was, now string) string {
	t.Helper()
	data, err := os.ReadFile("../fonts/source/" + file)
	if err != nil {
		t.Fatal(err)
	}
	wide := func(s string) (out []byte) {
		for _, c := range []byte(s) {
			out = append(out, 0, c)
		}
		return out
	}
	data = bytes.ReplaceAll(data, wide(was), wide(now))
	return string(bytes.ReplaceAll(data, []byte(was), []byte(now)))
}

func TestFacesOfTheEdition(t *testing.T) {
	regular := ownFont(t, "SourceSans3-Regular.ttf", "SourceSans3-", "HouseSans03-")
	bold := ownFont(t, "SourceSans3-Bold.ttf", "SourceSans3-", "HouseSans03-")
	const files = "faces:\n  text: {regular: fonts/r.ttf}\n  headings: {regular: fonts/r.ttf, bold: fonts/b.ttf}\n  display: {regular: fonts/b.ttf}\n"
	rep := themed(t, every(), files, "fonts/r.ttf", regular, "fonts/b.ttf", bold)
	if got, want := told(t, rep, diag.English), `theme.yaml:2:9: warning: the family has no italic; its regular face is used instead [face-missing]
theme.yaml:2:9: warning: the family has no bold; its regular face is used instead [face-missing]
`; got != want {
		t.Errorf("got %s", got)
	}
	th, lib, _ := layout.Look(rep, fonts.Embedded())
	if ty := th.Type; ty.Body.Faces.Italic != "HouseSans03-Regular" || ty.Heading.Faces.Regular != "HouseSans03-Bold" || ty.Headline.Faces.Regular != "HouseSans03-Bold" {
		t.Errorf("%+v", th.Type)
	}
	doc, problems, err := layout.Compile(context.Background(), rep, lib, layout.Options{Theme: th})
	if err != nil || doc == nil {
		t.Fatal(err, problems.Sorted())
	}
	sound(t, "faces", doc)
	for _, p := range doc.Pages {
		for _, c := range p.Content {
			for _, it := range c.Items {
				if text, is := it.(page.Text); is {
					if _, err := lib.Face(text.Face); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}

func TestBadFacesAreTold(t *testing.T) {
	taken := ownFont(t, "SourceSans3-Regular.ttf", "x", "x")
	rep := themed(t, every(), "faces:\n  text: {regular: fonts/r.ttf}\n  display: {regular: fonts/b.ttf}\n", "fonts/r.ttf", taken, "fonts/b.ttf", "\x00\x01\x00\x00 broken")
	got := told(t, rep, diag.English)
	for _, want := range []string{`theme.yaml:2:19: error: the face "fonts/r.ttf" can't be used: font file 1: there is a face "SourceSans3-Regular" already`, `theme.yaml:3:22: error: the face "fonts/b.ttf" can't be used: `} {
		if !strings.Contains(got, want) {
			t.Errorf("got %swant %s", got, want)
		}
	}
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if doc != nil || err != nil || !problems.HasErrors() {
		t.Error(doc != nil, err, problems.Len())
	}
}

// drawing is a logo twice as wide as high.
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="currentColor"/></svg>`

// bitmap is a PNG whose left half is clear and whose right half is red.
func bitmap(t *testing.T) string {
	img := image.NewNRGBA(image.Rect(0, 0, 4, 2))
	for y := range 2 {
		img.Set(2, y, color.NRGBA{R: 255, A: 255})
		img.Set(3, y, color.NRGBA{R: 255, A: 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLogo(t *testing.T) {
	for file, data := range map[string]string{"images/logo.svg": drawing, "images/logo.png": bitmap(t)} {
		doc := made(t, themed(t, every(), "name: Byen\nlogo: "+file+"\nlogo-alt: Byvåben\n", file, data))
		sound(t, file, doc)
		figures := 0
		walk(doc.Root, func(e *page.Elem) {
			if e.Role == page.RoleFigure && e.Attr.Alt == "Byvåben" {
				figures++
			}
		})
		if figures != 2 {
			t.Errorf("%s: %d figures, want one on each cover", file, figures)
		}
		for _, l := range setLines(doc) {
			if l.page == 0 && l.text == "Byen" {
				t.Errorf("%s: logo and name stand on the cover", file)
			}
		}
		for _, img := range doc.Images {
			if img.Name == file && !bytes.Equal(img.Pix[:12], []byte{0x0B, 0x3C, 0x49, 0x0B, 0x3C, 0x49, 255, 0, 0, 255, 0, 0}) {
				t.Errorf("what is clear in the logo is not the cover's ground: % x", img.Pix[:12])
			}
		}
	}
}

func TestBadLogosAreTold(t *testing.T) {
	for file, data := range map[string]string{"images/logo.svg": "<svg>", "images/logo.png": bitmap(t)[:60] + "IEND\xaeB`\x82"} {
		wrong := map[bool]string{true: ", line 1, can't be drawn: ", false: " can't be used: "}[strings.HasSuffix(file, "svg")]
		rep := themed(t, every(), "logo: "+file+"\nlogo-alt: x\n", file, data)
		doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
		if doc != nil || err != nil || problems.Len() != 1 || !strings.HasPrefix(problems.Sorted()[0].Text(diag.English), "theme.yaml:1:7: error: the logo \""+file+"\""+wrong) {
			t.Errorf("%s: %v %v %v", file, doc != nil, err, problems.Sorted())
		}
	}
}
