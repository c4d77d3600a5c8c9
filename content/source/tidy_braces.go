package source

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
)

// braces takes up a mapping in braces or a list in brackets. It stays as it is
// where it has comments, or an entry that can't be told from the text.
func (t *tidyReader) braces(n *yaml.Node) (*part, error) {
	from, before := t.at, len(t.all)
	if p, ok := t.inBraces(n); ok {
		return p, nil
	}
	t.at, t.all = from, t.all[:before]
	end := t.bracesEnd()
	if end < 0 {
		return nil, errStrange
	}
	return &part{node: n, asIs: true, lines: strings.Split(string(t.r.text[from:end]), "\n")}, nil
}

// inBraces takes it up entry by entry; it is false where that can't be.
func (t *tidyReader) inBraces(n *yaml.Node) (*part, bool) {
	p := &part{node: n, flow: true}
	open, shut := byte('['), byte(']')
	if n.Kind == yaml.MappingNode {
		open, shut = '{', '}'
	}
	if n.Style&yaml.FlowStyle == 0 || !t.sign(open) {
		return nil, false
	}
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	for i := 0; i+step-1 < len(n.Content); i += step {
		e := &entryPart{}
		if i > 0 && !t.signAfterLines(',') {
			return nil, false
		}
		if step == 2 {
			key, ok := t.piece(n.Content[i])
			if !ok || key.flow || !t.signAfterLines(':') {
				return nil, false
			}
			e.key = key.lines[0]
		}
		var ok bool
		if e.value, ok = t.piece(n.Content[i+step-1]); !ok {
			return nil, false
		}
		p.entries = append(p.entries, e)
	}
	t.blanks()
	if t.at < len(t.r.text) && t.r.text[t.at] == ',' {
		t.at++
	}
	return p, t.signAfterLines(shut)
}

// blanks takes up blanks and line ends.
func (t *tidyReader) blanks() {
	for t.at < len(t.r.text) && strings.IndexByte(" \t\n", t.r.text[t.at]) >= 0 {
		t.at++
	}
}

// signAfterLines is sign with line ends before it too.
func (t *tidyReader) signAfterLines(c byte) bool {
	t.blanks()
	return t.sign(c)
}

// lineFold is a line end in a scalar that is read as a blank.
var lineFold = regexp.MustCompile(`[ \t]*\n[ \t]*`)

// piece takes up what stands between commas, on one line.
func (t *tidyReader) piece(n *yaml.Node) (*part, bool) {
	t.blanks()
	switch {
	case t.at != t.r.offset(n.Line, n.Column) || n.Anchor != "" || n.Kind == yaml.AliasNode || n.Style&yaml.TaggedStyle != 0:
		return nil, false
	case n.Kind != yaml.ScalarNode:
		return t.inBraces(n)
	case n.Value == "" && isPlain(n):
		return nil, false
	}
	end := t.r.flowScalarEnd(n)
	if end < 0 {
		return nil, false
	}
	raw := string(t.r.text[t.at:end])
	for _, fold := range lineFold.FindAllString(raw, -1) {
		if strings.Count(fold, "\n") > 1 {
			return nil, false
		}
	}
	if strings.Contains(raw, "\\\n") {
		return nil, false
	}
	t.at = end
	return &part{node: n, lines: []string{lineFold.ReplaceAllString(raw, " ")}}, true
}

// bracesEnd is where the brackets or braces that begin here end, and takes up the
// comments within; negative where they don't.
func (t *tidyReader) bracesEnd() int {
	depth, last := 0, byte(0) // last is what was before, blanks left out
	for t.at < len(t.r.text) {
		c := t.r.text[t.at]
		switch {
		case c == '#' && strings.IndexByte(" \t\n", t.r.text[t.at-1]) >= 0:
			t.comment()
			continue
		case (c == '"' || c == '\'') && strings.IndexByte("[{,:", last) >= 0:
			n := quoteEnd(t.r.text[t.at:])
			if n == 0 {
				return -1
			}
			t.at, last = t.at+n, c
			continue
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		}
		t.at++
		if depth == 0 {
			return t.at
		}
		if strings.IndexByte(" \t\n", c) < 0 {
			last = c
		}
	}
	return -1
}
