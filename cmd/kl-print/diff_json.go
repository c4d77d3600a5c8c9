package main

import (
	"github.com/kl-print/kl-print/content/compare"
	"github.com/kl-print/kl-print/content/diag"
)

// diffReport is what kl-print diff --json writes.
type diffReport struct {
	Format   string       `json:"format"` // kl-print-diff/1
	A        string       `json:"a"`
	B        string       `json:"b"`
	Same     bool         `json:"same"`
	Texts    []jsonText   `json:"texts"`
	Accounts []jsonRecord `json:"accounts"`
	People   []jsonRecord `json:"people"`
	Pages    []jsonPages  `json:"pages"` // those that are not the same
}

// jsonText is a difference between texts.
type jsonText struct {
	How     compare.How  `json:"how"`
	Figures bool         `json:"figures"` // a figure is among what changed
	A       *jsonPassage `json:"a,omitempty"`
	B       *jsonPassage `json:"b,omitempty"`
	More    int          `json:"more,omitempty"` // passages right after it that have moved with it
	Words   []jsonWords  `json:"words,omitempty"`
}

// jsonPassage is a text and where it stands.
type jsonPassage struct {
	Kind  compare.Kind `json:"kind"`
	Place string       `json:"place"` // a chapter's title, or a page of a PDF
	At    string       `json:"at,omitempty"`
	Text  string       `json:"text"`
}

// jsonWords is a stretch of words.
type jsonWords struct {
	How  compare.How `json:"how,omitempty"`
	Text string      `json:"text"`
}

// jsonRecord is a difference in a line of the accounts or a person.
type jsonRecord struct {
	How  compare.How   `json:"how"`
	Name string        `json:"name"`
	What compare.Field `json:"what,omitempty"`
	Of   string        `json:"of,omitempty"`
	Old  string        `json:"old,omitempty"`
	New  string        `json:"new,omitempty"`
	A    string        `json:"a,omitempty"`
	B    string        `json:"b,omitempty"`
}

// jsonPages is a page of both, from 1; 0 where one has none.
type jsonPages struct {
	A   int    `json:"a"`
	B   int    `json:"b"`
	How string `json:"how"` // different, moved, added or removed
}

// report is the differences for programs.
func (d *differing) report(found *differences) diffReport {
	out := diffReport{Format: "kl-print-diff/1", A: d.names[0], B: d.names[1], Same: found.none(),
		Texts: []jsonText{}, Accounts: jsonRecords(found.accounts), People: jsonRecords(found.people), Pages: []jsonPages{}}
	for _, t := range found.texts {
		j := jsonText{How: t.How, Figures: t.Figures, More: t.More, A: passageOf(t.A), B: passageOf(t.B)}
		for _, w := range t.Words {
			j.Words = append(j.Words, jsonWords(w))
		}
		out.Texts = append(out.Texts, j)
	}
	for _, p := range found.pages {
		how := ""
		switch {
		case p.A < 0:
			how = "added"
		case p.B < 0:
			how = "removed"
		case p.different:
			how = "different"
		case p.moved():
			how = "moved"
		default:
			continue
		}
		out.Pages = append(out.Pages, jsonPages{p.A + 1, p.B + 1, how})
	}
	return out
}

// passageOf is a passage; nil for none.
func passageOf(p *compare.Passage) *jsonPassage {
	if p == nil {
		return nil
	}
	return &jsonPassage{p.Kind, p.Place, posText(p.Pos), p.Text}
}

// jsonRecords are records.
func jsonRecords(list []compare.Record) []jsonRecord {
	out := []jsonRecord{}
	for _, r := range list {
		out = append(out, jsonRecord{r.How, r.Name, r.What, r.Of, r.Old, r.New, posText(r.A), posText(r.B)})
	}
	return out
}

// posText is a place; empty for none.
func posText(p diag.Pos) string {
	if p.File == "" {
		return ""
	}
	return p.String()
}
