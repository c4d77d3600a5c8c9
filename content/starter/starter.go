// Package starter holds the edition that kl-print new makes: short, whole and
// commented as a tutorial, so that somebody who has never seen one can write over
// it. Its drawings were made for it.
package starter

import (
	"embed"
	"io/fs"
)

//go:embed da en
var files embed.FS

// Languages are those there is such an edition in, by their codes; the first is
// made where none is asked for.
func Languages() []string { return []string{"da", "en"} }

// Files is the edition folder in a language; nil where there is none.
func Files(language string) fs.FS {
	for _, l := range Languages() {
		if l == language {
			folder, err := fs.Sub(files, l)
			if err != nil {
				return nil
			}
			return folder
		}
	}
	return nil
}
