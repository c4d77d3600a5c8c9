package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
)

// checkPrevious holds the report's accounts against those of last year's edition
// or bundle, where one is given.
func (b *build) checkPrevious(rep *content.Report, problems *diag.List) error {
	if b.previous == "" {
		return nil
	}
	files, done, err := b.lastYear()
	if err != nil {
		return err
	}
	defer done()
	problems.Add(source.CheckPrevious(rep, files, filepath.ToSlash(filepath.Clean(b.previous))))
	return nil
}

// lastYear opens an edition folder, or the sources inside a bundle.
func (b *build) lastYear() (files fs.FS, done func(), err error) {
	if _, err := os.Stat(b.previous); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, wrongUsage(b.say.noPrevious, b.previous)
	}
	if info, err := os.Stat(filepath.Join(b.previous, source.ReportFile)); err == nil && !info.IsDir() {
		root, err := os.OpenRoot(b.previous)
		if err != nil {
			return nil, nil, b.machineRefused(b.say.cantRead, b.previous, err)
		}
		return root.FS(), func() { _ = root.Close() }, nil
	}
	bundle, err := bag.Open(b.previous)
	if err != nil {
		return nil, nil, b.badBundle(err)
	}
	return bundle.FS(bagSource), func() { _ = bundle.Close() }, nil
}

// badBundle tells what is wrong with what was given for last year's edition.
func (b *build) badBundle(err error) error {
	var fault *bag.Fault
	if !errors.As(err, &fault) {
		return b.machineRefused(b.say.cantRead, b.previous, err)
	}
	da, en := fault.Text()
	return wrongUsage(b.say.badPrevious, b.previous, diag.Message{Danish: da, English: en}.In(b.lang))
}
