package main

import (
	"bytes"
	"context"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/content/validation"
)

// Where validation lies in a bundle, below its data folder: the program's own
// result, and the folder of other validators' reports.
const (
	bundledResult  = "validation/kl-print.json"
	bundledReports = "validation/reports/"
)

// outside is a report of another validator.
type outside struct {
	data []byte
	said validation.Report
}

// readReports reads the files of --validation. They are read once, so that what is
// judged is what is put in.
func (b *bundling) readReports() ([]outside, error) {
	var out []outside
	taken := map[string]bool{}
	for _, name := range b.reports {
		data, err := readReport(name)
		base := filepath.Base(name)
		switch {
		case errors.Is(err, errTooLong), errors.Is(err, errNoFile):
			return nil, wrongUsage(b.words.noReport, name)
		case errors.Is(err, fs.ErrNotExist):
			return nil, wrongUsage(b.words.reportMissing, name)
		case err != nil:
			return nil, b.machineRefused(b.say.cantRead, name, err)
		case taken[base]:
			return nil, wrongUsage(b.words.reportTwice, base)
		}
		taken[base] = true
		out = append(out, outside{data, validation.ReadReport("data/"+bundledReports+base, data)})
	}
	return out, nil
}

// What is no report.
var (
	errTooLong = errors.New("the file is too long")
	errNoFile  = errors.New("it is no file")
)

// readReport reads a file that is not too long.
func readReport(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errNoFile
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, validation.LongestReport+1))
	if err == nil && len(data) > validation.LongestReport {
		err = errTooLong
	}
	return data, err
}

// validated is the files of a bundle about validation: what the program found, and
// the reports. A report that says it is of another PDF is refused.
func (b *bundling) validated(ctx context.Context, book []byte, done bookMade, reports []outside) ([]bag.File, error) {
	subject, err := subjectOf(ctx, bytes.NewReader(book))
	if err != nil {
		return nil, machineFailed(err)
	}
	var files []bag.File
	var said []validation.Report
	for i, r := range reports {
		if r.said.Bytes > 0 && r.said.Bytes != subject.Bytes {
			return nil, &failure{exitContent, fmt.Errorf(b.words.otherPDF, b.reports[i], r.said.Bytes, subject.Bytes)}
		}
		said = append(said, r.said)
		files = append(files, inMemory(bundledReports+filepath.Base(b.reports[i]), r.data))
	}
	result, err := validation.New(bag.Agent+" "+release, subject, done.rules, said).Encode()
	if err != nil {
		return nil, machineFailed(err)
	}
	return append(files, inMemory(bundledResult, result)), nil
}

// subjectOf reads a PDF of a bundle for what a result says of it.
func subjectOf(ctx context.Context, r io.Reader) (validation.Subject, error) {
	sum := sha512.New()
	count := &counter{ctx: ctx, w: sum}
	claims, err := readClaims(io.TeeReader(r, count))
	return validation.Subject{
		File: "data/" + defaultOutput, Bytes: count.n, SHA512: hex.EncodeToString(sum.Sum(nil)), ID: claims.ID, Claims: claims.Claims,
	}, err
}
