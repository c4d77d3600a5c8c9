package layout_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/pdf"
)

// photo is a JPEG with detail all over.
func photo(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	for i := range img.Y {
		img.Y[i] = uint8(i/w*3 ^ i%w*5)
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = uint8(i>>9), uint8(i>>6)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 80}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// illustrated is an edition of one chapter with blocks and images, and a person
// with a portrait for the group "raadet".
func illustrated(blocks string, images map[string][]byte) fstest.MapFS {
	files := fstest.MapFS{
		"report.yaml":     {Data: []byte("title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n")},
		"accounts.yaml":   {Data: []byte("unit: kr.\nyears: [2024, 2023]\nstatements:\n  - id: r\n    title: R\n    lines:\n      - {id: s, label: S, amounts: [1, 1]}\n")},
		"people.yaml":     {Data: []byte("people:\n  bo: {name: Bo Bi, portrait: images/stor.jpg, focus: {x: 20 %}}\ngroups:\n  raadet: {name: R, members: [bo]}\n")},
		"chapters/a.yaml": {Data: []byte("title: A\nblocks:\n" + blocks)},
	}
	for name, data := range images {
		files["images/"+name] = &fstest.MapFile{Data: data}
	}
	return files
}

// lay lays an edition out and returns what is told of it, in a language.
func lay(t testing.TB, files fstest.MapFS, lang diag.Lang) (*page.Document, []string) {
	t.Helper()
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	doc, list, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, d := range list.Sorted() {
		told = append(told, d.Text(lang))
	}
	return doc, told
}

// TestImagesHaveThePixelsTheirPlacesNeed places one large file in many ways.
func TestImagesHaveThePixelsTheirPlacesNeed(t *testing.T) {
	blocks := `  - image: {file: images/stor.jpg, alt: Et}
  - image: {file: images/stor.jpg, alt: To}
  - image: {file: images/stor.jpg, alt: Tre, crop: 16:9, focus: {x: 0 %, y: 100 %}}
  - image: {file: images/stor.jpg, alt: Fire, wide: true, caption: Bred, credit: Ingen}
  - image: {file: images/stor.jpg, decorative: true, crop: 4:1, caption: Pynt}
  - portraits: raadet
  - portraits: raadet
`
	doc, told := lay(t, illustrated(blocks, map[string][]byte{"stor.jpg": photo(t, 3600, 2400)}), diag.English)
	if len(told) > 0 {
		t.Error(told)
	}
	var sizes []string
	for _, m := range doc.Images {
		sizes = append(sizes, fmt.Sprint(m.Width, "×", m.Height, " ", m.JPEG != nil))
	}
	// The main column and the text area of the standard theme at 300 dpi, and a
	// portrait; each once.
	want := "1359×906 true, 1359×764 true, 2079×1386 true, 1359×340 true, 259×259 true"
	if got := strings.Join(sizes, ", "); got != want {
		t.Errorf("images of %s, want %s", got, want)
	}
	figures, captions := 0, 0
	walk(doc.Root, func(e *page.Elem) {
		switch e.Role {
		case page.RoleFigure:
			figures++
		case page.RoleCaption:
			captions++
		}
	})
	if figures != 6 || captions != 1 {
		t.Errorf("%d figures, %d captions", figures, captions)
	}
	for _, fault := range doc.Check() {
		t.Error(fault)
	}
}

// TestImagesTooSmallAreTold goes by what an editor reads.
func TestImagesTooSmallAreTold(t *testing.T) {
	blocks := `  - image: {file: images/lille.jpg, alt: Et}
  - image: {file: images/mellem.jpg, alt: To}
  - image: {file: images/nok.jpg, alt: Tre}
  - portraits: raadet
`
	files := illustrated(blocks, map[string][]byte{
		"lille.jpg": photo(t, 600, 400), "mellem.jpg": photo(t, 1000, 600), "nok.jpg": photo(t, 1360, 900), "stor.jpg": photo(t, 200, 200),
	})
	for lang, want := range map[diag.Lang][]string{
		diag.English: {
			`chapters/a.yaml:3:5: warning: the image "images/lille.jpg" has 132 pixels an inch here, where 300 are wanted: far too few, it will be coarse and jagged on paper; it has 600 × 400 pixels and should have 1359 × 906`,
			`chapters/a.yaml:4:5: warning: the image "images/mellem.jpg" has 220 pixels an inch here, where 300 are wanted: it will be a little soft on paper; it has 1000 × 600 pixels and should have 1359 × 815`,
			`people.yaml:2:3: warning: the image "images/stor.jpg" has 232 pixels an inch here, where 300 are wanted: it will be a little soft on paper; it has 200 × 200 pixels and should have 259 × 259`,
		},
		diag.Danish: {
			`chapters/a.yaml:3:5: advarsel: billedet "images/lille.jpg" har her 132 pixel pr. tomme, hvor 300 skal til: alt for få, det bliver groft og takket på papir; det har 600 × 400 pixel og skulle have 1359 × 906`,
			`chapters/a.yaml:4:5: advarsel: billedet "images/mellem.jpg" har her 220 pixel pr. tomme, hvor 300 skal til: det bliver lidt uskarpt på papir; det har 1000 × 600 pixel og skulle have 1359 × 815`,
			`people.yaml:2:3: advarsel: billedet "images/stor.jpg" har her 232 pixel pr. tomme, hvor 300 skal til: det bliver lidt uskarpt på papir; det har 200 × 200 pixel og skulle have 259 × 259`,
		},
	} {
		_, told := lay(t, files, lang)
		if got := strings.Join(told, "\n"); got != strings.Join(want, "\n") {
			t.Errorf("told\n%s\nwant\n%s", got, strings.Join(want, "\n"))
		}
	}
}

// TestBadImagesStop tells of each at its place. One whose end is lost is told of before
// it is laid out: these have their ends, and a piece is lost within.
func TestBadImagesStop(t *testing.T) {
	whole := photo(t, 400, 400)
	holed := append(slices.Clone(whole[:len(whole)/2]), "\xff\xd9"...)
	files := illustrated("  - image: {file: images/halv.jpg, alt: Et}\n  - portraits: raadet\n",
		map[string][]byte{"halv.jpg": holed, "stor.jpg": holed})
	doc, told := lay(t, files, diag.English)
	if doc != nil || len(told) != 2 || !strings.HasPrefix(told[0], `chapters/a.yaml:3:5: error: the image "images/halv.jpg" can't be read`) || !strings.HasPrefix(told[1], "people.yaml:2:3: error: ") {
		t.Errorf("document %v, told %q", doc != nil, told)
	}
}

// TestTenPhotographsAreASmallFile prints ten of 24 million pixels each.
func TestTenPhotographsAreASmallFile(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	var people, members strings.Builder
	images := map[string][]byte{}
	data := photo(t, 6000, 4000)
	for i := range 10 {
		fmt.Fprintf(&people, "  p%d: {name: Bo Bi, portrait: images/%d.jpg, focus: {x: %d %%}}\n", i, i, 35+3*i)
		fmt.Fprintf(&members, "p%d, ", i)
		images[fmt.Sprint(i, ".jpg")] = data
	}
	files := illustrated("  - portraits: raadet\n", images)
	files["people.yaml"] = &fstest.MapFile{Data: []byte("people:\n" + people.String() + "groups:\n  raadet: {name: R, members: [" + members.String() + "]}\n")}
	doc, told := lay(t, files, diag.English)
	if len(told) > 0 || len(doc.Images) != 10 {
		t.Fatalf("%d images, told %q", len(doc.Images), told)
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, doc, fonts.Embedded(), pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 2_000_000 {
		t.Errorf("the file has %d bytes", out.Len())
	}
	t.Logf("%d bytes, of ten files with %d each", out.Len(), len(data))
}
