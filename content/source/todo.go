package source

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// staleKey marks what a new edition has from the one of the year it says. Who has
// seen to it takes the mark away.
const staleKey = "stale"

// stale reads the mark of a mapping. What it is about counts as work where it is
// there, marked or not.
func (m *mapping) stale(what string, there bool, kind content.TodoKind) {
	k, _ := m.find(staleKey)
	if there || k != nil {
		m.r.work.Of++
	}
	if k == nil {
		return // nor is the key offered where another is unknown
	}
	year := m.number(staleKey)
	if year == 0 {
		return
	}
	todo := content.Todo{Pos: m.r.at(k), Kind: kind, What: what, Year: year, From: m.node.Line, To: k.Line}
	if kind == content.StalePerson {
		todo.From, todo.To = 0, 0 // a misspelt name is one though the person is to be confirmed
	}
	m.r.work.Left = append(m.r.work.Left, todo)
}

// blockOf returns the key and the value of a chapter's entry: the one key that is
// not the mark. The key is nil where there are none or several.
func blockOf(n *yaml.Node) (k, v *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch {
		case n.Content[i].Value == staleKey:
		case k != nil:
			return nil, nil
		default:
			k, v = n.Content[i], n.Content[i+1]
		}
	}
	return k, v
}

// staleEntry reads the mark of a chapter's entry.
func (r *reader) staleEntry(n, k, v *yaml.Node, next int) {
	mark := child(n, staleKey)
	if mark != nil || wordy(k.Value, v) {
		r.work.Of++
	}
	if mark == nil {
		return
	}
	year := r.number(mark, format.FirstYear, format.LastYear)
	at := r.at(mark)
	for i := range n.Content {
		if n.Content[i] == mark {
			at = r.at(n.Content[i-1])
		}
	}
	last := len(r.starts)
	if next > 0 {
		last = next - 1
	}
	if year != 0 {
		r.work.Left = append(r.work.Left, content.Todo{
			Pos: at, Kind: content.StaleText, What: k.Value + ": " + firstWords(v), Year: year, From: n.Line, To: last})
	}
}

// wordy reports a block that has words of its own, which go stale.
func wordy(kind string, v *yaml.Node) bool {
	switch kind {
	case "statement", "portraits", "roster", "page-break":
		return false
	case "chart":
		return child(v, "caption") != nil
	case "section":
		return child(v, "headline") != nil || yearIn().MatchString(v.Value) || yearIn().MatchString(titleOf(v))
	}
	return true
}

// titleOf is the title of a section written as a mapping.
func titleOf(v *yaml.Node) string {
	if t := child(v, "title"); t != nil {
		return t.Value
	}
	return ""
}

// yearIn finds a year in a text.
func yearIn() *regexp.Regexp { return regexp.MustCompile(`\b(?:18|19|20|21)\d\d\b`) }

// firstWords is the beginning of the first text in a value.
func firstWords(v *yaml.Node) string {
	if v.Kind == yaml.ScalarNode {
		return firstLine(strings.TrimSpace(oneLine(v.Value)))
	}
	for i, c := range v.Content {
		if v.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		if s := firstWords(c); s != "" {
			return s
		}
	}
	return ""
}

// unfinished tells that an edition lacks something of what a new one has to get.
func unfinished(w content.Work) diag.Message {
	return sayAbout("unfinished", "udgaven er ikke færdig: %d af %d ting mangler; kl-print check viser dem", "the edition is not finished: %d of %d things are left to do; kl-print check shows them", len(w.Left), w.Of)
}
