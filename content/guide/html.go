package guide

import (
	"bytes"
	_ "embed"
	"html/template"

	"github.com/kl-print/kl-print/content/diag"
)

//go:embed guide.html
var layout string

// HTMLName is the file of the guide as HTML in a language.
func HTMLName(l diag.Lang) string { return said(l, "blokke.html", "blocks.html") }

// HTML writes the guide for a browser. It needs its pictures and nothing else.
func (g *Guide) HTML() ([]byte, error) {
	word := func(danish, english string) func() string {
		return func() string { return said(g.lang, danish, english) }
	}
	t, err := template.New("guide").Funcs(template.FuncMap{
		"key": word("nøgle", "key"), "value": word("værdi", "value"), "for": word("til hvad", "for what"), "needed": word("skal være der", "needed"),
	}).Parse(layout)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{
		"Lang":   said(g.lang, "da", "en"),
		"Title":  said(g.lang, "Blokkene", "The blocks"),
		"Lead":   said(g.lang, "Sådan skrives og trykkes hver blok af et kapitel, og det er nøglerne i hver fil.", "How each block of a chapter is written and printed, and the keys of each file."),
		"Blocks": g.blocks,
		"Files":  g.files,
		"Alt":    g.alt,
	})
	return out.Bytes(), err
}
