package main

import (
	"net/url"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
)

// jsonFinding is a finding as --json writes it.
type jsonFinding struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"` // in characters, from 1
	Length  int    `json:"length,omitempty"` // in characters
	Level   string `json:"level"`
	Code    string `json:"code"`
	Found   string `json:"found,omitempty"`
	Message string `json:"message"`
	Should  string `json:"should,omitempty"`
	Mend    string `json:"mend,omitempty"`
	Reason  string `json:"reason,omitempty"` // it is waived for
	Source  string `json:"source,omitempty"` // of the waiver
}

// jsonSpelling says whether words were looked up, in which dictionary, or why not.
type jsonSpelling struct {
	Dictionary string `json:"dictionary,omitempty"`
	Unchecked  string `json:"unchecked,omitempty"`
}

// jsonCheck is what --json writes.
type jsonCheck struct {
	Errors   int           `json:"errors"`
	Warnings int           `json:"warnings"`
	Notes    int           `json:"notes"`
	Left     int           `json:"left"`               // things a new edition lacks, which are errors too
	Of       int           `json:"of"`                 // how many there would be with none done
	Embedded bool          `json:"embedded,omitempty"` // the edition was the program's own
	Spelling jsonSpelling  `json:"spelling"`
	Findings []jsonFinding `json:"findings"`
	Waived   []jsonFinding `json:"waived"`
}

// levelName is SARIF's name of a level, and --json's.
func levelName(l check.Level) string { return []string{"error", "warning", "note"}[l] }

// json makes the answer of --json.
func (c checked) json(lang diag.Lang) jsonCheck {
	out := jsonCheck{Findings: []jsonFinding{}, Waived: []jsonFinding{}}
	out.Errors, out.Warnings, out.Notes = c.count()
	out.Left, out.Of = len(c.work.Left), c.work.Of
	out.Embedded = c.embedded
	out.Spelling = jsonSpelling{c.spelt.dictionary, c.spelt.why.In(lang)}
	for _, f := range c.left {
		out.Findings = append(out.Findings, jsonOf(f, lang))
	}
	for _, w := range c.waived {
		f := jsonOf(w.Finding, lang)
		f.Reason, f.Source = w.Waiver.Reason, w.Waiver.Source
		out.Waived = append(out.Waived, f)
	}
	return out
}

// events are what was found, in the journal.
func (c checked) events(lang diag.Lang) (out []event) {
	for _, f := range c.left {
		out = append(out, findingOf(f, lang).event(""))
	}
	for _, w := range c.waived {
		e := findingOf(w.Finding, lang).event("")
		e.Event, e.Reason = eventWaived, w.Waiver.Reason
		out = append(out, e)
	}
	errs, warnings, notes := c.count()
	return append(out, event{Event: eventCounts, Errors: &errs, Warnings: &warnings, Notes: &notes, Embedded: c.embedded})
}

func jsonOf(f check.Finding, lang diag.Lang) jsonFinding {
	rule, _ := check.Explain(f.Code)
	return jsonFinding{File: f.Pos.File, Line: f.Pos.Line, Column: f.Pos.Column, Length: f.Length, Level: levelName(f.Level), Code: f.Code,
		Found: f.Found, Message: f.What.In(lang), Should: f.Should.In(lang), Mend: rule.Mend.In(lang)}
}

// The parts of SARIF 2.1.0 (OASIS Standard) that a check needs.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"` // 3.14.17
		Results    []sarifResult `json:"results"`
		Properties *sarifBag     `json:"properties,omitempty"`
	}
	sarifBag struct { // 3.8
		Embedded bool `json:"embedded"` // the edition was the program's own
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Short sarifText `json:"shortDescription"`
		Full  sarifText `json:"fullDescription"`
		Help  sarifText `json:"help"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		Rule         string             `json:"ruleId"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
		End    int `json:"endColumn,omitempty"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Justification string `json:"justification"`
	}
)

// sarif makes the answer of --sarif.
func (c checked) sarif(lang diag.Lang) sarifLog {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "kl-print", Version: version()}
	if c.embedded {
		run.Properties = &sarifBag{Embedded: true}
	}
	for _, r := range check.Rules() {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules,
			sarifRule{r.Code, sarifText{r.Name.In(lang)}, sarifText{r.Long.In(lang)}, sarifText{r.Mend.In(lang)}})
	}
	for _, f := range c.left {
		run.Results = append(run.Results, sarifOf(f, lang))
	}
	for _, w := range c.waived {
		r := sarifOf(w.Finding, lang)
		r.Suppressions = []sarifSuppression{{"external", w.Waiver.Reason}}
		run.Results = append(run.Results, r)
	}
	return sarifLog{"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "2.1.0", []sarifRun{run}}
}

// sarifOf makes a result of a finding.
func sarifOf(f check.Finding, lang diag.Lang) sarifResult {
	text := f.What.In(lang)
	if should := f.Should.In(lang); should != "" {
		text += ". " + checkWordsIn(lang).should + ": " + should
	}
	at := sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: f.Pos.File}).String()}}
	if f.Pos.Line > 0 {
		at.Region = &sarifRegion{Line: f.Pos.Line, Column: f.Pos.Column}
		if f.Length > 0 && f.Pos.Column > 0 {
			at.Region.End = f.Pos.Column + f.Length
		}
	}
	return sarifResult{Rule: f.Code, Level: levelName(f.Level), Message: sarifText{text}, Locations: []sarifLocation{{at}}}
}
