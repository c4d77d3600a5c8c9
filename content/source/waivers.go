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
	ed := &edition{fsys: anyForm{fsys}}
	r := ed.open(WaiversFile, optional)
	if r.root == nil {
		return nil, r.diags
	}
	m := r.mapping(r.root, WaiversFile)
	defer m.close()
	var out []content.Waiver
	for _, n := range m.list("waivers", needed) {
		w := r.mapping(n, "waivers")
		out = append(out, content.Waiver{
			Pos: r.at(n), Code: w.text("code", needed), File: w.text("file", optional), Text: w.text("text", optional),
			Reason: w.text("reason", needed), Source: w.text("source", optional),
		})
		w.close()
	}
	return out, r.diags
}
