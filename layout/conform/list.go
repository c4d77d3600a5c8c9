package conform

import "github.com/kl-print/kl-print/layout/page"

// Rule is what a document is held against.
type Rule struct {
	Code   string // of the findings
	Clause string // where it comes from: ISO 14289-1:2014, the Matterhorn protocol 1.1, WCAG 2.2
	Asks   string // in English
}

// Rules lists all there are, in a fixed order.
func Rules() []Rule {
	return []Rule{
		{"ua-title", "ISO 14289-1, 7.1; Matterhorn 06-003", "the document has a title"},
		{"ua-language", "ISO 14289-1, 7.2; Matterhorn 11-006", "the document has a language"},
		{"ua-h1", "ISO 14289-1, 7.4; Matterhorn 14-002", "there is one heading of level 1"},
		{"ua-level", "ISO 14289-1, 7.4; Matterhorn 14-003", "no level of headings is skipped"},
		{"ua-heading", "ISO 14289-1, 7.4", "no heading is empty"},
		{"ua-alt", "ISO 14289-1, 7.3; Matterhorn 13-004", "each figure has an alternative text"},
		{"ua-headers", "ISO 14289-1, 7.5; Matterhorn 15-003", "each table has header cells with text"},
		{"ua-scope", "ISO 14289-1, 7.5; Matterhorn 15-003", "each header cell says what it heads"},
		{"ua-cell", "ISO 14289-1, 7.5; Matterhorn 15-005", "cells name headers of their own table, and do so where headers are nested"},
		{"ua-list", "ISO 14289-1, 7.6; Matterhorn 09-005", "each entry of a list has a label and a body"},
		{"ua-contents", "ISO 14289-1, 7.1; Matterhorn 09-006", "each entry of the contents leads to a place in the document"},
		{"ua-link", "ISO 14289-1, 7.18.5; Matterhorn 28-012", "each link is described in words"},
		{"ua-link-text", "ISO 14289-1, 7.18.5; Matterhorn 28-011", "each link has text and leads somewhere"},
		{"ua-link-vague", "WCAG 2.2, 2.4.9", "the text of each link says where it leads"},
		{"ua-note", "ISO 14289-1, 7.9; Matterhorn 19-003", "each footnote has an id and a number"},
		{"ua-glyph", "ISO 14289-1, 7.21.8; Matterhorn 31-030", "each character has a glyph"},
	}
}

// Outcome is how often a document breaks a rule.
type Outcome struct {
	Rule
	Broken int
}

// Outcomes holds a document against every rule.
func Outcomes(doc *page.Document) []Outcome {
	broken := map[string]int{}
	for _, f := range Findings(doc) {
		broken[f.Message.Code]++
	}
	var out []Outcome
	for _, r := range Rules() {
		out = append(out, Outcome{r, broken[r.Code]})
	}
	return out
}
