// Package validation is what was found when a PDF was held against standards: the
// program's own result, as a bundle has it, and what other validators' reports say.
package validation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// format names the form of a Result. It is raised when what is there comes to mean
// something else; more fields may come without.
const format = "kl-print-validation/1"

// The verdicts.
const (
	Passed  = "passed"
	Failed  = "failed"
	Unknown = "unknown" // a report does not say, or in a way that is not read
)

// Result is what the program found itself, and which other reports lie beside it.
// It is of one PDF and no other: Subject says which.
type Result struct {
	Format  string   `json:"format"`
	Program string   `json:"program"` // with its version
	Subject Subject  `json:"subject"`
	Verdict string   `json:"verdict"` // Passed where no rule is broken
	Rules   []Rule   `json:"rules"`
	Reports []Report `json:"reports,omitempty"`
}

// Subject is a PDF.
type Subject struct {
	File   string   `json:"file"` // in the bundle
	Bytes  int64    `json:"bytes"`
	SHA512 string   `json:"sha512"`           // hexadecimal
	ID     []string `json:"id,omitempty"`     // of its trailer, hexadecimal
	Claims []string `json:"claims,omitempty"` // such as PDF/A-3a
}

// Rule is one that the PDF was held against.
type Rule struct {
	Code   string `json:"code"`
	Clause string `json:"clause"` // where it comes from
	Asks   string `json:"asks"`
	Broken int    `json:"broken"` // how often
}

// New puts a result together.
func New(program string, subject Subject, rules []Rule, reports []Report) Result {
	r := Result{Format: format, Program: program, Subject: subject, Verdict: Passed, Rules: rules, Reports: reports}
	for _, rule := range rules {
		if rule.Broken > 0 {
			r.Verdict = Failed
		}
	}
	return r
}

// Encode writes the result; the same one in the same bytes.
func (r Result) Encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(r)
	return b.Bytes(), err
}

// longestResult is how many bytes a result may have.
const longestResult = 1 << 20

// Decode reads a result. An error says that it is none, or one of a later form.
func Decode(from io.Reader) (Result, error) {
	data, err := io.ReadAll(io.LimitReader(from, longestResult+1))
	if err != nil {
		return Result{}, err
	}
	var r Result
	switch err := json.Unmarshal(data, &r); {
	case len(data) > longestResult:
		return Result{}, fmt.Errorf("it has more than %d bytes", longestResult)
	case err != nil:
		return Result{}, err
	case r.Format != format:
		return Result{}, fmt.Errorf("its format is %q, not %q", r.Format, format)
	case r.Verdict != Passed && r.Verdict != Failed:
		return Result{}, fmt.Errorf("its verdict is %q", r.Verdict)
	case r.Subject.SHA512 == "":
		return Result{}, errors.New("it does not say which PDF it is of")
	}
	return r, nil
}

// Of reports whether the result is of a PDF with these bytes.
func (r Result) Of(s Subject) bool {
	return r.Subject.Bytes == s.Bytes && r.Subject.SHA512 == s.SHA512
}

// Same reports whether two results found the same, whoever else has reported.
func (r Result) Same(other Result) bool {
	return r.Verdict == other.Verdict && r.Program == other.Program && slices.Equal(r.Rules, other.Rules)
}
