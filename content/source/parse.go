package source

import (
	"bytes"
	"errors"
	"io"
	"path"
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
)

// How much is done to find all that is not YAML in one file.
const (
	mostFlaws = 30      // so many are told
	mostRead  = 2 << 20 // bytes for yaml to read, and
	mostTimes = 4       // so many times the file's
)

// parse makes nodes of the text. What is not YAML is told, and hidden, and the rest is
// read: so that all of it is told at once. It leaves root nil if there is nothing to
// go on with.
func (r *reader) parse() {
	v := &view{reader: r, lines: bytes.Split(r.shown(), []byte("\n")), left: mostRead + mostTimes*len(r.text)}
	v.read()
	for told := 0; v.fault != nil || v.second != nil; told++ {
		if v.fault == nil {
			r.diags.Error(r.whence(r.at(v.second)), secondDocument())
			if told == mostFlaws || !v.join() {
				break
			}
			continue
		}
		message := v.fault.message
		if len(v.named()) > 0 {
			message = lacksBlocks()
		}
		r.diags.Error(r.whence(v.fault.pos), message)
		if told == mostFlaws || !v.past() {
			return
		}
	}
	switch {
	case v.second != nil:
		r.veil(v.second, v.lines)
	case v.root == nil && !r.diags.HasErrors() && !r.mayBeEmpty():
		r.diags.Error(diag.Pos{File: r.name, Line: 1, Column: 1}, emptyFile())
	}
	if v.root == nil || r.hidden.any() && v.root.Kind != yaml.MappingNode {
		return
	}
	r.root = v.root
	r.walk(r.root, 0)
	r.findPartial(r.root, 1, len(v.lines)+1)
}

// view is a file's text as yaml is shown it, with what is wrong with it.
type view struct {
	*reader
	lines  [][]byte
	root   *yaml.Node
	second *yaml.Node // of another document; nil: there is none
	fault  *fault     // nil: it is YAML
	left   int        // bytes yaml may still read
}

// read has yaml read the text.
func (v *view) read() {
	v.root, v.second, v.fault = nil, nil, nil
	text := bytes.Join(v.lines, []byte("\n"))
	v.left -= len(text)
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var doc, second yaml.Node
	err := dec.Decode(&doc)
	if errors.Is(err, io.EOF) {
		return
	}
	if err == nil {
		v.root = doc.Content[0]
		if err = dec.Decode(&second); errors.Is(err, io.EOF) {
			return
		}
		v.second = &second
	}
	if err != nil {
		shown := &shown{name: v.name, text: text, starts: lineStarts(text), left: &v.left}
		fault := shown.syntax(err)
		v.fault = &fault
	}
}

// past hides the least piece around the fault that lets yaml read on below it. It is
// false where there is none.
func (v *view) past() bool {
	for _, hide := range append(v.named(), cuts(v.lines, *v.fault)...) {
		if v.left <= 0 {
			return false
		}
		c, next := hide(), *v
		next.lines = c.lines
		next.read()
		v.left = next.left
		if next.fault == nil || next.fault.pos.Line-1 > c.last && next.fault.pos != v.fault.pos {
			*v = next
			v.hidden.text = append(append(v.hidden.text, '\n'), c.hidden.text...)
			v.hidden.lines = append(v.hidden.lines, c.hidden.lines...)
			return true
		}
	}
	return false
}

// named gives a list in a chapter that lacks its key the one that chapters have, in the
// place of the key above it, which is hidden: so that what is wrong below is told too.
func (v *view) named() []func() cut {
	const key = "blocks:"
	line := v.fault.pos.Line - 1
	if v.fault.message != dashAmongKeys() || path.Dir(v.name) != chapterFolder || slices.ContainsFunc(v.lines, func(l []byte) bool { return bytes.HasPrefix(l, []byte(key)) }) {
		return nil
	}
	above := line - 1
	for above >= 0 && nothingOn(v.lines[above]) {
		above--
	}
	if above < 0 || headOf(v.lines[above]).indent > 0 {
		return nil
	}
	return []func() cut{func() cut {
		c := begin(v.lines, above, line-1)
		c.hidden.text, c.hidden.lines = append(c.hidden.text, c.lines[above]...), []int{above + 1}
		c.lines[above] = []byte(key)
		return c
	}}
}

// join takes the line away that begins a second document, so that what follows is read as
// more of the first. It is false where that can't be.
func (v *view) join() bool {
	at := v.second.Line - 1
	if v.left <= 0 || at < 0 || at >= len(v.lines) || !bytes.HasPrefix(v.lines[at], []byte("---")) || len(bytes.Trim(v.lines[at], "- ")) > 0 {
		return false
	}
	next := *v
	next.lines = slices.Clone(v.lines)
	next.lines[at] = nil
	next.read()
	v.left = next.left
	if next.root == nil || repeats(next.root) || next.second != nil && next.second.Line-1 <= at || next.fault != nil && next.fault.pos.Line-1 <= at {
		return false
	}
	*v = next
	return true
}

// repeats reports a mapping that has a key twice, as it has where it was made of two.
func repeats(n *yaml.Node) bool {
	seen := map[string]bool{}
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		if seen[n.Content[i].Value] {
			return true
		}
		seen[n.Content[i].Value] = true
	}
	return false
}

// veil keeps that a file's later documents are not read.
func (r *reader) veil(second *yaml.Node, lines [][]byte) {
	for i := max(second.Line-1, 0); i < len(lines); i++ {
		r.hidden.text = append(append(r.hidden.text, '\n'), lines[i]...)
		r.hidden.lines = append(r.hidden.lines, i+1)
	}
}

// findPartial finds the mappings that have lost keys: those with a hidden line from
// where they may begin to where what follows them does.
func (r *reader) findPartial(n *yaml.Node, begins, next int) {
	if len(r.hidden.lines) == 0 {
		return
	}
	if n.Kind == yaml.MappingNode && slices.ContainsFunc(r.hidden.lines, func(line int) bool { return begins <= line && line < next }) {
		if r.partial == nil {
			r.partial = map[*yaml.Node]bool{}
		}
		r.partial[n] = true
	}
	for i, c := range n.Content {
		from, to := c.Line, next
		if i+1 < len(n.Content) {
			to = n.Content[i+1].Line
		}
		if n.Kind == yaml.MappingNode && i%2 == 1 {
			from = n.Content[i-1].Line
		}
		r.findPartial(c, from, to)
	}
}

// broken reports a node of which something is hidden.
func (r *reader) broken(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode || r.partial[n] {
		return true
	}
	for _, c := range n.Content {
		if r.broken(c) {
			return true
		}
	}
	return false
}
