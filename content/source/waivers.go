package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

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
		one := content.Waiver{
			Pos: r.at(n), Code: w.text("code"), File: w.text("file"), Text: w.text("text"),
			Reason: w.text("reason"), Source: w.text("source"),
		}
		w.close()
		if one.File != "" && !r.ed.has(one.File) {
			r.diags.Error(w.posOf("file"), waiverFile(one.File, r.fileLike(one.File)))
			continue // that it covers nothing is not told too
		}
		out = append(out, one)
	}
	return out
}

// fileLike finds the file of the edition that a path was likely meant for; empty if
// there is none.
func (r *reader) fileLike(name string) string {
	var paths []string
	for _, dir := range []string{".", chapterFolder} {
		entries, err := fs.ReadDir(r.ed.fsys, dir)
		if err != nil {
			continue // what can't be read is told of when it is
		}
		for _, e := range entries {
			if !e.IsDir() && strings.HasSuffix(e.Name(), extension) {
				paths = append(paths, path.Join(dir, e.Name()))
			}
		}
	}
	stem := func(p string) string {
		return strings.TrimSuffix(path.Base(strings.ReplaceAll(p, `\`, "/")), path.Ext(p))
	}
	if near := r.nearest(name, paths); near != "" {
		return near
	}
	var stems []string
	for _, p := range paths {
		stems = append(stems, stem(p))
	}
	if i := slices.Index(stems, r.nearest(stem(name), stems)); i >= 0 {
		return paths[i]
	}
	return ""
}

func waiverFile(name, near string) diag.Message {
	return hint(sayAbout("waiver-file", "udgaven har ingen fil %s, så undtagelsen dækker intet; forventede en sti fra udgavens mappe som chapters/klima.yaml",
		"the edition has no file %s, so the waiver covers nothing; expected a path from the edition's folder such as chapters/climate.yaml", quoted(name)), near)
}
