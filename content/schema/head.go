package schema

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/kl-print/kl-print/content/format"
)

// mark is what the YAML language server looks for in a comment.
const mark = "yaml-language-server:"

// Head is the comment at the head of an edition's file that tells editors of its
// schema: a line for the YAML language server, which VS Code uses, and one for
// JetBrains. It is empty for a file without a schema.
func Head(f *format.Format, file string) string {
	name := Of(f, file)
	if name == "" {
		return ""
	}
	to := strings.Repeat("../", strings.Count(file, "/")) + path.Join(Folder, FileName(name))
	return fmt.Sprintf("# %s $schema=%s\n# $schema: %s\n", mark, to, to)
}

// Named is a file's text with its Head before it, and whether that is a change: a
// file that names a schema already, or has none, is as it was. A byte order mark
// stays first, lines end as the file's do, and an empty line parts the head from a
// comment.
func Named(f *format.Format, file string, text []byte) ([]byte, bool) {
	head := Head(f, file)
	if head == "" || HasHead(text) {
		return text, false
	}
	rest, marked := bytes.CutPrefix(text, []byte("\ufeff"))
	if bytes.HasPrefix(rest, []byte("#")) {
		head += "\n"
	}
	if bytes.Contains(text, []byte("\r\n")) {
		head = strings.ReplaceAll(head, "\n", "\r\n")
	}
	if marked {
		head = "\ufeff" + head
	}
	return append([]byte(head), rest...), true
}

// HasHead reports whether a file's text names a schema, in a comment.
func HasHead(text []byte) bool {
	for line := range bytes.Lines(text) {
		if comment, is := bytes.CutPrefix(bytes.TrimLeft(line, " \ufeff"), []byte("#")); is && bytes.HasPrefix(bytes.TrimLeft(comment, " "), []byte(mark)) {
			return true
		}
	}
	return false
}
