package source

import (
	"errors"
	"io/fs"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
)

// file takes a node for the path of a file in the edition, and has it checked.
// Where there is none, missing says so, with the path of one named nearly so.
func (r *reader) file(n *yaml.Node, expected noun, missing func(name, near string) diag.Message, check func(name string, file fs.File)) string {
	name, ok := r.scalar(n, expected)
	if !ok {
		return ""
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, `\:`) {
		r.fail(n, imageOutside(name))
		return ""
	}
	file, err := r.ed.fsys.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.fail(n, missing(name, r.imageLike(name)))
		return name
	case err != nil && strings.Contains(err.Error(), "path escapes"):
		r.fail(n, imageOutside(name)) // a link, and os.Root has no error to compare with
		return name
	case err != nil:
		r.fail(n, unreadableFile(name, err))
		return name
	}
	defer file.Close()
	r.see(name, file)
	check(name, file)
	return name
}

// folder reports whether the path is a folder's, and says so.
func (r *reader) folder(n *yaml.Node, name string, file fs.File, expected noun) bool {
	info, err := file.Stat()
	if err != nil || !info.IsDir() {
		return false
	}
	r.fail(n, notFile(name, expected))
	return true
}
