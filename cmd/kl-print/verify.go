package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/validation"
)

// Names in a bundle as a bag has them.
const (
	bagBook    = "data/" + defaultOutput
	bagTIFF    = "data/" + bundledTIFF
	bagSource  = "data/" + bundledSource
	bagProgram = "data/" + bundledProgram
)

// What a rebuilding came to.
const (
	rebuiltSame      = "same"
	rebuiltDifferent = "different"
	rebuiltFailed    = "failed"
	rebuiltNot       = "not tried"
)

// verifyCommand is kl-print verify.
func (a *app) verifyCommand() *cobra.Command {
	var asJSON bool
	words := archiveWordsIn(a.lang)
	cmd := &cobra.Command{
		Use: "verify NAME",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrongUsage(words.oneBundle, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			v := &verification{app: a, words: words, answer: answer{Bundle: args[0], Rebuilt: rebuiltNot}}
			if err := v.run(cmd.Context()); err != nil {
				return err
			}
			return v.tell(asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

// answer is what a verification found, as --json writes it.
type answer struct {
	Bundle      string      `json:"bundle"`
	OK          bool        `json:"ok"`
	BagIt       string      `json:"bagit,omitempty"` // version
	Info        []bag.Field `json:"info,omitempty"`
	Algorithms  []string    `json:"algorithms,omitempty"`
	Files       int         `json:"files"` // in the payload
	Bytes       int64       `json:"bytes"` // of the payload
	Faults      []finding   `json:"faults"`
	More        int         `json:"more_faults,omitempty"`
	Notes       []finding   `json:"notes,omitempty"`
	PDF         *bookClaims `json:"pdf,omitempty"`
	Validation  *validated  `json:"validation,omitempty"`
	Rebuilt     string      `json:"rebuilt"`
	Why         string      `json:"why,omitempty"`          // it was not rebuilt
	TIFF        bool        `json:"tiff,omitempty"`         // the rebuilding was of the TIFF too
	TIFFDiffers bool        `json:"tiff_differs,omitempty"` // and it is that which differs
}

// finding is a fault or a note.
type finding struct {
	Kind    string `json:"kind"`
	File    string `json:"file,omitempty"`
	Message string `json:"message"`
}

// verification is one check of a bundle.
type verification struct {
	*app
	words   archiveWords
	answer  answer
	subject validation.Subject // the PDF
	result  *validation.Result // that is in the bundle, where one can be read
}

// run checks the bundle. What is wrong with it is in the answer; the error is of
// the machine.
func (v *verification) run(ctx context.Context) error {
	v.answer.Faults = []finding{}
	b, err := bag.Open(v.answer.Bundle)
	if errors.Is(err, fs.ErrNotExist) {
		return wrongUsage(v.words.noBundle, v.answer.Bundle)
	}
	if err != nil {
		return v.refused(err)
	}
	defer b.Close()
	result, err := b.Check(ctx)
	if err != nil {
		return v.refused(err)
	}
	a := &v.answer
	a.BagIt, a.Info, a.Algorithms, a.Files, a.Bytes = result.Version, result.Info, result.Algorithms, result.Files, result.Bytes
	a.Faults, a.Notes, a.More = v.findings(result.Faults), v.findings(result.Notes), result.More
	if err := v.readBook(ctx, b); err != nil {
		return machineFailed(err)
	}
	whole := len(a.Faults) == 0
	if err := v.readResult(b); err != nil && whole {
		return machineFailed(err)
	}
	if whole && b.Has(bagBook) {
		if err := v.rebuild(ctx, b); err != nil {
			return machineFailed(err)
		}
	}
	a.OK = len(a.Faults) == 0 && a.Rebuilt != rebuiltDifferent && a.Rebuilt != rebuiltFailed
	return nil
}

// refused puts a bundle's fault into the answer; other errors are the machine's.
func (v *verification) refused(err error) error {
	var fault *bag.Fault
	if errors.As(err, &fault) {
		v.answer.Faults = v.findings([]*bag.Fault{fault})
		return nil
	}
	if errors.Is(err, context.Canceled) {
		return machineFailed(err)
	}
	return (&build{app: v.app}).machineRefused(v.say.cantRead, v.answer.Bundle, err)
}

// findings puts faults in words.
func (v *verification) findings(faults []*bag.Fault) []finding {
	out := []finding{}
	for _, f := range faults {
		da, en := f.Text()
		out = append(out, finding{f.Kind.String(), f.Name, diag.Message{Danish: da, English: en}.In(v.lang)})
	}
	return out
}

// readBook reads what the PDF says of itself.
func (v *verification) readBook(ctx context.Context, b *bag.Bag) error {
	if !b.Has(bagBook) {
		return nil
	}
	r, err := b.Open(bagBook)
	if err != nil {
		return err
	}
	defer r.Close()
	v.subject, err = subjectOf(ctx, r)
	if err != nil && len(v.answer.Faults) == 0 {
		return err
	}
	v.answer.PDF = &bookClaims{v.subject.ID, v.subject.Claims}
	return nil
}

// tell writes the answer.
func (v *verification) tell(asJSON bool) error {
	var text bytes.Buffer
	if asJSON {
		e := json.NewEncoder(&text)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(v.answer); err != nil {
			return machineFailed(err)
		}
	} else {
		for _, line := range v.lines() {
			fmt.Fprintln(&text, line)
		}
	}
	if _, err := text.WriteTo(v.out); err != nil {
		return machineFailed(&os.PathError{Op: "write", Path: v.say.stdout, Err: err})
	}
	if !v.answer.OK {
		return &failure{code: exitContent}
	}
	return nil
}

// lines is the answer for people.
func (v *verification) lines() []string {
	a, w := v.answer, v.words
	var out []string
	for _, f := range a.Faults {
		out = append(out, fmt.Sprintf(w.fault, f.Message))
	}
	if a.More > 0 {
		out = append(out, fmt.Sprintf(w.more, a.More))
	}
	for _, n := range a.Notes {
		out = append(out, fmt.Sprintf(w.note, n.Message))
	}
	switch n := len(a.Faults) + a.More; n {
	case 0:
		out = append(out, fmt.Sprintf(w.whole, a.Files, v.say.size(a.Bytes)))
	case 1:
		out = append(out, w.broken1)
	default:
		out = append(out, fmt.Sprintf(w.broken, n))
	}
	if a.BagIt == "" {
		return out
	}
	return slices.Concat(out, v.bookLines(), v.validationLines(), v.rebuiltLine())
}

// bookLines tells what the PDF says of itself.
func (v *verification) bookLines() []string {
	book, w := v.answer.PDF, v.words
	if book == nil {
		return []string{w.noPDF}
	}
	out := []string{w.claimsNone}
	if len(book.Claims) > 0 {
		out[0] = fmt.Sprintf(w.pdfClaims, strings.Join(book.Claims, ", "))
	}
	if len(book.ID) > 0 {
		out = append([]string{fmt.Sprintf(w.pdfID, strings.Join(book.ID, " "))}, out...)
	}
	return out
}

// rebuiltLine tells what the rebuilding came to.
func (v *verification) rebuiltLine() []string {
	switch a := v.answer; {
	case a.Rebuilt == rebuiltSame && a.TIFF:
		return []string{v.words.rebuilt, v.words.tiffRebuilt}
	case a.TIFFDiffers:
		return []string{v.words.rebuilt, fmt.Sprintf(v.words.fault, v.words.tiffDiffers)}
	case a.Rebuilt == rebuiltSame:
		return []string{v.words.rebuilt}
	case a.Rebuilt == rebuiltDifferent:
		return []string{fmt.Sprintf(v.words.fault, v.words.differs)}
	case a.Why != "":
		return []string{a.Why}
	}
	return nil
}
