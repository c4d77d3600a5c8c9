package source

import (
	"io/fs"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// WaiversFile holds the findings of a check that are to stand.
const WaiversFile = "waivers.yaml"

// Waivers reads the waivers of an edition; there are none where it has no such
// file. The list has what is wrong with it.
func Waivers(fsys fs.FS) ([]content.Waiver, *diag.List) {
	r := newEdition(fsys).open(WaiversFile, optional)
	return r.waivers(), r.diags
}

// waivers reads waivers.yaml.
func (r *reader) waivers() []content.Waiver {
	if r.root == nil {
		return nil
	}
	m := r.mapping(r.root, r.ed.format.Waivers)
	defer m.close()
	var out []content.Waiver
	for _, n := range m.list("waivers") {
		w := r.mapping(n, r.ed.format.Waiver)
		out = append(out, content.Waiver{
			Pos: r.at(n), Code: w.text("code"), File: w.text("file"), Text: w.text("text"),
			Reason: w.text("reason"), Source: w.text("source"),
		})
		w.close()
	}
	return out
}
