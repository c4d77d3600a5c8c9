package main

import (
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/content/validation"
)

// Names in a bundle as a bag has them.
const (
	bagResult  = "data/" + bundledResult
	bagReports = "data/" + bundledReports
)

// validated is what a bundle says of validation.
type validated struct {
	Program string              `json:"program,omitempty"`
	Verdict string              `json:"verdict"` // what the result inside says
	Rules   int                 `json:"rules"`   // how many it names
	Fits    bool                `json:"fits"`    // it is of the PDF in the bundle
	Reports []validation.Report `json:"reports,omitempty"`
}

// readResult holds the validation result of a bundle, and the reports beside it,
// against the PDF in it. Bundles need have neither.
func (v *verification) readResult(b *bag.Bag) error {
	if b.Has(bagResult) {
		if err := v.ownResult(b); err != nil {
			return err
		}
	}
	names, err := reportsIn(b)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := v.report(b, name); err != nil {
			return err
		}
	}
	v.missingReports(names)
	return nil
}

// ownResult reads the program's own result.
func (v *verification) ownResult(b *bag.Bag) error {
	r, err := b.Open(bagResult)
	if err != nil {
		return err
	}
	defer r.Close()
	result, err := validation.Decode(r)
	if err != nil {
		v.misfit(bagResult, fmt.Sprintf(v.words.noResult, bagResult, err))
		return nil
	}
	v.result = &result
	v.answer.Validation = &validated{Program: result.Program, Verdict: result.Verdict, Rules: len(result.Rules), Fits: result.Of(v.subject)}
	if !v.answer.Validation.Fits && b.Has(bagBook) {
		v.misfit(bagResult, fmt.Sprintf(v.words.resultMisfit, bagResult))
	}
	return nil
}

// reportsIn lists the reports of a bundle.
func reportsIn(b *bag.Bag) ([]string, error) {
	var names []string
	files := b.FS(strings.TrimSuffix(bagReports, "/"))
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == ".":
			return nil
		case err == nil && !d.IsDir():
			names = append(names, bagReports+name)
		}
		return err
	})
	return names, err
}

// report reads another validator's report, and sees that it is the one that was put
// in, and of this PDF.
func (v *verification) report(b *bag.Bag, name string) error {
	r, err := b.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	sum := sha512.New()
	data, err := io.ReadAll(io.TeeReader(io.LimitReader(r, validation.LongestReport+1), sum))
	if err == nil {
		_, err = io.Copy(sum, r)
	}
	if err != nil {
		return err
	}
	said := validation.ReadReport(name, data)
	said.SHA512 = hex.EncodeToString(sum.Sum(nil)) // of all of it
	if v.answer.Validation == nil {
		v.answer.Validation = &validated{Verdict: validation.Unknown}
	}
	v.answer.Validation.Reports = append(v.answer.Validation.Reports, said)
	if said.Bytes > 0 && said.Bytes != v.subject.Bytes {
		v.misfit(name, fmt.Sprintf(v.words.reportMisfit, name, said.Bytes, v.subject.Bytes))
	}
	if v.result != nil && !v.known(said) {
		v.misfit(name, fmt.Sprintf(v.words.reportUnknown, name, bagResult))
	}
	return nil
}

// known reports whether the result inside names a report, as it is.
func (v *verification) known(said validation.Report) bool {
	for _, r := range v.result.Reports {
		if r.File == said.File {
			return r.SHA512 == said.SHA512
		}
	}
	return false
}

// missingReports tells of reports that the result inside names and that are not
// there.
func (v *verification) missingReports(names []string) {
	if v.result == nil {
		return
	}
	there := map[string]bool{}
	for _, n := range names {
		there[n] = true
	}
	for _, r := range v.result.Reports {
		if !there[r.File] {
			v.misfit(r.File, fmt.Sprintf(v.words.reportGone, r.File, bagResult))
		}
	}
}

// misfit is a fault of the validation in a bundle.
func (v *verification) misfit(file, message string) {
	v.answer.Faults = append(v.answer.Faults, finding{"validation", file, message})
}

// judgeAgain holds the result inside against what this version finds of the PDF it
// has made again.
func (v *verification) judgeAgain(done bookMade) {
	if v.result == nil {
		return
	}
	if !v.result.Same(validation.New(bag.Agent+" "+release, v.subject, done.rules, nil)) {
		v.misfit(bagResult, fmt.Sprintf(v.words.resultDiffers, bagResult))
	}
}

// validationLines tells what the bundle says of validation.
func (v *verification) validationLines() []string {
	said, w := v.answer.Validation, v.words
	if said == nil {
		return nil
	}
	var out []string
	if said.Program != "" {
		out = append(out, fmt.Sprintf(w.resultLine, said.Program, w.verdict(said.Verdict), said.Rules))
	}
	for _, r := range said.Reports {
		if r.Validator == "" {
			out = append(out, fmt.Sprintf(w.reportUnread, r.File))
			continue
		}
		for _, p := range r.Profiles {
			out = append(out, fmt.Sprintf(w.reportLine, r.Validator, p.Name, w.verdict(p.Verdict), r.File))
		}
	}
	return out
}
