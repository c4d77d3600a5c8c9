package layout_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/layout/geom"
)

// paragraphsOf has paragraphs in running text, below a list and a picture that
// moves, in a box and in a letter.
const paragraphsOf = `title: Klima
blocks:
  - text: |
      Alfa er det første afsnit, som er så langt, at det fylder mere end en enkelt linje på siden og gerne to eller tre af dem.

      Beta følger på et andet afsnit, og også det er langt nok til mere end en enkelt linje på siden, hvad der nok skal vise sig.
  - text: Gamma følger på to.
  - heading: Mellemrubrik
  - text: Delta står under en rubrik.
  - list: {items: [Et punkt, Et punkt til]}
  - text: Epsilon står under en liste.
  - box:
      title: Boks
      text: |
        Zeta er boksens første.

        Eta er boksens andet.
  - letter:
      greeting: Kære delegerede
      text: |
        Theta er brevets første.

        Jota er brevets andet.
      closing: Venlig hilsen
      signatures: [a]
`

// TestIndented sees that a paragraph that follows another is indented without a
// line above it, and no other one is.
func TestIndented(t *testing.T) {
	files := fstest.MapFS{
		"report.yaml":         {Data: []byte("title: Prøve\nyear: 2024\npublisher: KL\nlanguage: da\ndate: 2025-01-02\nchapters: [klima]\n")},
		"accounts.yaml":       {Data: []byte("unit: kr.\nyears: [2024, 2023]\nstatements: [{id: s, title: S, lines: [{id: a, label: A, amounts: [\"1\", \"2\"]}]}]\n")},
		"people.yaml":         {Data: []byte("people: {a: {name: Anna Hansen, office: Formand}}\n")},
		"chapters/klima.yaml": {Data: []byte(paragraphsOf)},
	}
	grid := 14 * geom.Pt
	for _, c := range []struct {
		paragraphs string
		indent     geom.Length
		pitch      geom.Length // from the line above a paragraph that follows another
	}{{"spaced", 0, 2 * grid}, {"indented", grid, grid}} {
		doc := made(t, themed(t, files, "grid: 14 pt\nlines: ragged\nparagraphs: "+c.paragraphs+"\n"))
		sound(t, c.paragraphs, doc)
		at, above := map[string]geom.Length{}, map[string]geom.Length{}
		var last geom.Length
		for _, l := range setLines(doc) {
			word, _, _ := strings.Cut(l.text, " ")
			at[word], above[word] = l.box.X, l.box.Y-last
			last = l.box.Y
		}
		for word, in := range map[string]string{"Beta": "Alfa", "Gamma": "Alfa", "Eta": "Zeta", "Jota": "Theta"} {
			if got := at[word] - at[in]; got != c.indent {
				t.Errorf("%s: %s stands in by %v, not %v", c.paragraphs, word, got, c.indent)
			}
			if above[word] != c.pitch {
				t.Errorf("%s: %s stands %v below the line above it, not %v", c.paragraphs, word, above[word], c.pitch)
			}
		}
		for _, word := range []string{"Delta", "Epsilon", "Theta"} {
			if at[word] != at["Alfa"] {
				t.Errorf("%s: %s begins %v from Alfa", c.paragraphs, word, at[word]-at["Alfa"])
			}
		}
	}
}
