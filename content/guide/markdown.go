package guide

import (
	"fmt"
	"strings"
)

// Markdown writes the guide for those who read it beside the project's files, and
// in editors.
func (g *Guide) Markdown() []byte {
	var b strings.Builder
	b.WriteString(said(g.lang, "# Blokkene\n\nSådan skrives og trykkes hver blok af et kapitel. Siden laves af `kl-print guide`, af den beskrivelse, som programmet læser efter; billederne er programmets egne, af udgaven i [`edition`](edition). [Vejledningen](vejledning.md) begynder ved begyndelsen.\n\n",
		"# The blocks\n\nHow each block of a chapter is written and printed. `kl-print guide` makes this page, from the description the program reads by; the pictures are its own, of the edition in [`edition`](edition). In Danish: [blokke.md](blokke.md).\n\n"))
	b.WriteString(linked(g.blocks) + "\n\n" + g.filesHead() + ": " + linked(g.files) + "\n")
	for _, e := range g.blocks {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", e.Name, e.Text)
		fmt.Fprintf(&b, "<img src=\"%s\" width=\"%d\" alt=\"%s\">\n\n", e.Picture, e.Width, g.alt(e))
		fmt.Fprintf(&b, "```yaml\n%s```\n", e.Sample)
		g.table(&b, e.Rows)
	}
	for _, e := range g.files {
		fmt.Fprintf(&b, "\n<a id=\"%s\"></a>\n\n## %s\n\n%s\n", e.Anchor, e.Name, e.Text)
		g.table(&b, e.Rows)
	}
	return []byte(b.String())
}

// filesHead is the heading over the files.
func (g *Guide) filesHead() string { return said(g.lang, "Filerne", "The files") }

// alt says what a picture shows.
func (g *Guide) alt(e entry) string {
	return said(g.lang, "Blokken, som den trykkes: ", "The block as it is printed: ") + e.Name
}

// linked lists entries with links to them.
func linked(entries []entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, fmt.Sprintf("[%s](#%s)", e.Name, e.Anchor))
	}
	return strings.Join(out, " · ")
}

// table writes keys; those that are needed are in bold.
func (g *Guide) table(b *strings.Builder, rows []row) {
	if len(rows) == 0 {
		return
	}
	b.WriteString("\n" + said(g.lang, "| nøgle | værdi | |", "| key | value | |") + "\n|---|---|---|\n")
	for _, r := range rows {
		key := "`" + r.Key + "`"
		if r.Needed {
			key = "**" + key + "**"
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", key, escaped(r.Value), escaped(r.Text))
	}
	b.WriteString("\n" + said(g.lang, "Nøgler med fed skal være der.", "Keys in bold are needed.") + "\n")
}

// escaped writes a text so that Markdown leaves it as it is, but for code.
func escaped(s string) string {
	return strings.NewReplacer("|", "\\|", "*", "\\*", "<", "&lt;", "[", "\\[").Replace(s)
}
