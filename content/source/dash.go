package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// checkDashes warns of lines of running text that begin with a dash and no space:
// they are printed as text, and were likely meant for a list.
func (r *reader) checkDashes(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || !strings.Contains(n.Value, "-") {
		return
	}
	p := r.passage(n, n.Value)
	offset := 0
	for line := range strings.Lines(string(p.text)) {
		rest, dash := strings.CutPrefix(strings.TrimLeft(line, " "), "-")
		if c, _ := utf8.DecodeRuneInString(rest); dash && unicode.IsLetter(c) {
			r.diags.Warn(p.at(offset+len(line)-len(rest)-1), dashWithoutSpace())
		}
		offset += len(line)
	}
}
