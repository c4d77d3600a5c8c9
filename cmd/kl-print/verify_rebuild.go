package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
)

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
	case sourceSize(b) > mostSource:
		v.answer.Why = fmt.Sprintf(v.words.largeSource, v.say.size(mostSource))
		return nil
	}
	return v.compare(ctx, b)
}

// mostSource is how many bytes of sources a PDF is made again from: they are in
// memory then, for the PDF has them inside.
const mostSource = 512 << 20

// sourceSize is the size of a bundle's sources.
func sourceSize(b *bag.Bag) int64 {
	var total int64
	_ = fs.WalkDir(b.FS(bagSource), ".", func(_ string, d fs.DirEntry, err error) error { // the walk returns no error
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			total += info.Size()
		}
		return nil
	})
	return total
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
