package guide

import (
	"context"
	"io/fs"
	"path"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/guide"
)

// Files are the guide's files by their names: its pages in both languages, for
// editors and for browsers, the pictures, and the edition they are of.
func Files(ctx context.Context) (map[string][]byte, error) {
	pictures, err := Pictures(ctx)
	if err != nil {
		return nil, err
	}
	out, widths := map[string][]byte{guide.BeginningName: guide.Beginning()}, map[string]int{}
	for kind, p := range pictures {
		out[guide.PictureName(kind)], widths[kind] = p.PNG, p.Width
	}
	for _, l := range []diag.Lang{diag.Danish, diag.English} {
		g, err := guide.New(format.New(), l, widths)
		if err != nil {
			return nil, err
		}
		out[guide.PageName(l)] = g.Markdown()
		if out[guide.HTMLName(l)], err = g.HTML(); err != nil {
			return nil, err
		}
	}
	err = fs.WalkDir(guide.Edition(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out[path.Join("edition", name)], err = fs.ReadFile(guide.Edition(), name)
		}
		return err
	})
	return out, err
}
