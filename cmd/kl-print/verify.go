package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
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

// rebuild makes the PDF again, where this is the version that made it.
func (v *verification) rebuild(ctx context.Context, b *bag.Bag) error {
	made, err := firstLine(b, bagProgram)
	if err != nil {
		return err
	}
	ours := bag.Agent + " " + release
	switch {
	case made == "":
		v.answer.Why = v.words.noSource
		return nil
	case made != ours:
		v.answer.Why = fmt.Sprintf(v.words.another, made, ours)
		return nil
	}
	return v.compare(ctx, b)
}

// compare makes the PDF of the bundle's sources and holds it against the
// bundle's own, as it is written.
func (v *verification) compare(ctx context.Context, b *bag.Bag) error {
	files := b.FS(bagSource)
	rep, problems := source.LoadDated(files, v.dated())
	if rep == nil {
		return v.cantBuild(problems)
	}
	book, err := b.Open(bagBook)
	if err != nil {
		return err
	}
	defer book.Close()
	twin := &comparer{with: bufio.NewReader(book), differs: errDiffers}
	to := editions{pdf: twin}
	var pictures *comparer
	if v.answer.TIFF = b.Has(bagTIFF); v.answer.TIFF {
		scans, err := b.Open(bagTIFF)
		if err != nil {
			return err
		}
		defer scans.Close()
		pictures = &comparer{with: bufio.NewReader(scans), differs: errTIFFDiffers}
		to.tiff = pictures
	}
	done, problems, err := bookOf(ctx, v.app, files, rep, func(step, int, int) {}, to)
	switch {
	case errors.Is(err, errDiffers):
		v.answer.Rebuilt = rebuiltDifferent
	case errors.Is(err, errTIFFDiffers), err == nil && pictures != nil && done.pages > 0 && twin.ended() && !pictures.ended():
		v.answer.Rebuilt, v.answer.TIFFDiffers = rebuiltDifferent, true
	case err != nil:
		return err
	case done.pages == 0:
		return v.cantBuild(problems)
	case twin.ended():
		v.answer.Rebuilt = rebuiltSame
		v.judgeAgain(done)
	default:
		v.answer.Rebuilt = rebuiltDifferent
	}
	return nil
}

// dated is the date the bundle bears, which an edition that says none was made
// with.
func (v *verification) dated() string {
	for _, f := range v.answer.Info {
		if f.Name == baggingDate {
			if _, err := time.Parse(time.DateOnly, f.Value); err == nil {
				return f.Value
			}
		}
	}
	return ""
}

// cantBuild tells the first thing that is wrong with a bundle's sources.
func (v *verification) cantBuild(problems *diag.List) error {
	v.answer.Rebuilt = rebuiltFailed
	for _, p := range problems.Sorted() {
		if p.Severity == diag.Error {
			v.answer.Why = fmt.Sprintf(v.words.cantBuild, p.Text(v.lang))
			break
		}
	}
	return nil
}

// firstLine returns the first line of a file, and nothing of a file that is not
// there.
func firstLine(b *bag.Bag, name string) (string, error) {
	if !b.Has(name) {
		return "", nil
	}
	r, err := b.Open(name)
	if err != nil {
		return "", err
	}
	defer r.Close()
	head, err := io.ReadAll(io.LimitReader(r, 200))
	line, _, _ := strings.Cut(string(head), "\n")
	return strings.TrimSpace(line), err
}

// errDiffers tells that what is written is not what was there.
var (
	errDiffers     = errors.New("the bytes differ")
	errTIFFDiffers = errors.New("the bytes of the TIFF differ")
)

// comparer is written to, and fails where that is not what it is compared with.
type comparer struct {
	with    *bufio.Reader
	differs error // what it fails with
	own     []byte
}

func (c *comparer) Write(p []byte) (int, error) {
	if len(c.own) < len(p) {
		c.own = make([]byte, len(p))
	}
	if _, err := io.ReadFull(c.with, c.own[:len(p)]); err != nil || !bytes.Equal(p, c.own[:len(p)]) {
		return 0, c.differs
	}
	return len(p), nil
}

// ended tells whether all has been compared.
func (c *comparer) ended() bool {
	_, err := c.with.ReadByte()
	return errors.Is(err, io.EOF)
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
