package source

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
)

// deepest is how many levels of lists and mappings may stand in each other. The
// format needs ten, organisation charts some more.
const deepest = 60

// walk reports what the format does not have at all: aliases, anchors, tags,
// keys that are no words or stand twice, and bottomless nesting.
func (r *reader) walk(n *yaml.Node, depth int) {
	n.Column = r.fileColumn(n.Line, n.Column)
	switch {
	case n.Kind == yaml.ScalarNode && r.hidden.any() && strings.Contains(n.Value, veil):
		n.Kind = yaml.AliasNode // which is told of once, where it stands
		return
	case n.Kind == yaml.AliasNode:
		r.fail(n, noAlias())
		n.Alias = nil
		return
	case depth > deepest:
		r.fail(n, tooDeep(deepest))
		n.Content, n.Kind = nil, yaml.AliasNode
		return
	case n.Anchor != "" && isNull(n): // the text itself was taken for the anchor
		r.fail(n, noAlias())
		n.Kind = yaml.AliasNode
		return
	case n.Anchor != "":
		r.fail(n, noAlias())
	case n.Style&yaml.TaggedStyle != 0:
		r.fail(n, noTag(n.Tag))
	}
	if r.unquoted(n) {
		return
	}
	if n.Kind == yaml.MappingNode {
		r.checkKeys(n)
	}
	for _, c := range n.Content {
		r.walk(c, depth+1)
	}
}

// checkKeys reports keys of a mapping that are no words or stand twice.
func (r *reader) checkKeys(n *yaml.Node) {
	seen := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			r.fail(key, keyNotWord())
			continue
		}
		if line, twice := seen[key.Value]; twice {
			r.fail(key, duplicateKey(key.Value, line))
			continue
		}
		seen[key.Value] = key.Line
		if v := n.Content[i+1]; isNull(v) && v.Value == "" {
			v.Line, v.Column = key.Line, key.Column // nothing stands nowhere
		}
	}
}

// shown is a text that yaml was shown and has refused.
type shown struct {
	name   string // of the file
	text   []byte
	starts []int // where in text each line begins
	left   *int  // bytes that yaml may still read
}

// fault is what in a text is not YAML.
type fault struct {
	pos     diag.Pos
	message diag.Message
	from    int // the line that the quotation or the braces around it begin on
}

// syntax tells what in the text is not YAML, and where.
func (s *shown) syntax(err error) fault {
	problem, line := splitYAMLError(err)
	if alias, is := strings.CutPrefix(problem, "unknown anchor '"); is {
		alias, _, _ = strings.Cut(alias, "'")
		pos := s.find("*" + alias)
		return fault{pos, noAlias(), pos.Line}
	}
	line = max(line, 1)
	if f := firstFlaw(s.text); f != nil && (f.line <= line+1 || !placed(problem)) {
		return fault{diag.Pos{File: s.name, Line: f.line, Column: f.column}, f.message, f.from}
	}
	if strings.HasPrefix(problem, "did not find expected") {
		line = s.brokenLine()
	}
	pos := s.blame(problem, line)
	if strings.HasPrefix(problem, "did not find expected key") && bytes.HasPrefix(bytes.TrimLeft(lineOf(s.text, s.starts, line), " "), []byte("- ")) {
		return fault{pos, dashAmongKeys(), line}
	}
	return fault{pos, notYAML(problem), line}
}

// placed reports a problem whose line is where yaml says: not so where a list or
// mapping does not go on as it should, or a text has a tab in its indent.
func placed(problem string) bool {
	return !strings.HasPrefix(problem, "did not find expected") && !strings.HasPrefix(problem, problemTab) && problem != problemQuote
}

// splitYAMLError parts "yaml: line 3: problem"; the line is 0 where it is not
// told.
func splitYAMLError(err error) (problem string, line int) {
	problem = strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, has := strings.CutPrefix(problem, "line "); has {
		number, text, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			return text, n
		}
	}
	return problem, line
}

// find returns where the text first has a piece.
func (s *shown) find(piece string) diag.Pos {
	i := max(bytes.Index(s.text, []byte(piece)), 0)
	line := 1 + bytes.Count(s.text[:i], []byte("\n"))
	return diag.Pos{File: s.name, Line: line, Column: 1 + utf8.RuneCount(s.text[s.starts[line-1]:i])}
}

// brokenLine finds the line the grammar breaks at. yaml names the one a list or
// mapping begins on, and has read some lines on when it gives up; the line
// after the longest beginning of the text that is YAML is the one to look at.
func (s *shown) brokenLine() int {
	enough := *s.left / 4 // bytes to try, so that a large file is told of at once
	last := min(s.readUpTo(), len(s.starts))
	tried := 0
	for line := last; line > 1 && tried < enough; line-- {
		text := s.text[:s.starts[line-1]]
		tried += len(text)
		*s.left -= len(text)
		var doc yaml.Node
		if yaml.Unmarshal(text, &doc) == nil {
			return line
		}
	}
	return last
}

// readUpTo is the last line yaml asks for before it gives up.
func (s *shown) readUpTo() int {
	feed := &lineFeeder{text: s.text}
	var doc yaml.Node
	dec := yaml.NewDecoder(feed)
	for dec.Decode(&doc) == nil {
	}
	return max(feed.lines, 1)
}

// lineFeeder gives a line at each Read.
type lineFeeder struct {
	text  []byte
	lines int // given so far
}

func (f *lineFeeder) Read(p []byte) (int, error) {
	if len(f.text) == 0 {
		return 0, io.EOF
	}
	n := bytes.IndexByte(f.text, '\n') + 1
	if n == 0 {
		n = len(f.text)
	}
	if n <= len(p) {
		f.lines++
	}
	n = copy(p, f.text[:n])
	f.text = f.text[n:]
	return n, nil
}

// blame finds the column to point at on a line yaml has refused.
func (s *shown) blame(problem string, line int) diag.Pos {
	text := lineOf(s.text, s.starts, line)
	indent := len(text) - len(bytes.TrimLeft(text, " "))
	at := indent
	switch {
	case bytes.HasPrefix(text[indent:], []byte("\t")):
	case strings.HasPrefix(problem, "mapping values are not allowed"):
		at = secondColon(text, indent)
	case strings.HasPrefix(problem, "did not find expected alphabetic"):
		at = max(at, bytes.IndexAny(text, "&*"))
	}
	return diag.Pos{File: s.name, Line: line, Column: 1 + utf8.RuneCount(text[:at])}
}

// secondColon finds the colon that makes a value look like a mapping; the
// indent if there is only one, for then the line itself is out of place.
func secondColon(text []byte, indent int) int {
	first := bytes.Index(text, []byte(": "))
	if first < 0 {
		return indent
	}
	second := bytes.Index(text[first+1:], []byte(":"))
	if second < 0 {
		return indent
	}
	return first + 1 + second
}

// yamlTold is one of yaml's complaints in our words: what it begins with, its code,
// and what to do.
type yamlTold struct{ begins, code, da, en string }

// complaint makes one.
func complaint(code, begins, da, en string) yamlTold { return yamlTold{begins, code, da, en} }

// yamlProblem tells yaml's most frequent complaints in both languages.
func yamlProblem(problem string) yamlTold {
	for _, known := range []yamlTold{
		complaint("yaml-colon", "mapping values are not allowed", "et kolon eller en indrykning, der ikke kan stå her; sæt tekst med kolon i anførselstegn, og ryk nøgler lige langt ind",
			"a colon or an indent that can't stand here; quote text that has a colon, and indent keys alike"),
		complaint("yaml-begin", "found character that cannot start", "en værdi kan ikke begynde med dette tegn; sæt den i anførselstegn",
			"a value can't begin with this character; put it in quotes"),
		complaint("yaml-tab", "found a tab", "tabulator i indrykningen; brug mellemrum",
			"a tab in the indent; use spaces"),
		complaint("yaml-indent", "could not find expected ':'", "linjen er ikke \"nøgle: værdi\"; skriv et kolon, eller ryk linjen lige så langt ind som teksten, den hører til",
			"the line is not \"key: value\"; write a colon, or indent it as far as the text it belongs to"),
		complaint("yaml-quotes", "found unexpected end of stream", "et anførselstegn afsluttes ikke; skriv det andet",
			"a quotation mark is not closed; write the other one"),
		complaint("yaml-quotes", "found unknown escape character", "ukendt tegn efter \\ i anførselstegn; skriv \\\\, eller brug enkelte anførselstegn",
			"an unknown character after \\ in quotes; write \\\\, or use single quotes"),
		complaint("yaml-dash", "block sequence entries are not allowed", "et listepunkt kan ikke stå her; begynd det på en ny linje under nøglen",
			"a list entry can't stand here; begin it on a new line below the key"),
		complaint("yaml-begin", "did not find expected alphabetic", "en værdi kan ikke begynde med * eller &; sæt teksten i anførselstegn",
			"a value can't begin with * or &; quote the text"),
		complaint("yaml-braces", "did not find expected ',' or ']'", "en liste med [ er ikke lukket; forventede , eller ]",
			"a list with [ is not closed; expected , or ]"),
		complaint("yaml-braces", "did not find expected ',' or '}'", "en samling med { er ikke lukket; forventede , eller }",
			"a mapping with { is not closed; expected , or }"),
		complaint("yaml-indent", "did not find expected '-' indicator", "forventede et listepunkt, der begynder med - i samme kolonne som de forrige",
			"expected a list entry that begins with - in the column of those before it"),
		complaint("yaml-indent", "did not find expected key", "forventede en nøgle i samme kolonne som de forrige",
			"expected a key in the column of those before it"),
	} {
		if strings.HasPrefix(problem, known.begins) {
			return known
		}
	}
	return complaint("yaml", "", fmt.Sprintf("forventede YAML (%s)", problem), fmt.Sprintf("expected YAML (%s)", problem))
}
