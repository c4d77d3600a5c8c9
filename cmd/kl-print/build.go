package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/layout/pdf"
)

// printBleed is the bleed of a PDF for the print shop, where the theme has none:
// what most ask for.
const printBleed = "3 mm"

// build is one making of a report.
type build struct {
	*app
	dir    string // empty: none was given
	output string
	theme  string // the embedded theme to go by; empty: the edition's own choice
	// standard is what the PDF is to meet, by the name of it.
	standard string
	previous string      // last year's edition or bundle; empty: none
	draft    bool        // it is made in spite of errors, which are marked on its pages
	options  pdf.Options // what the PDF claims and carries
	print    bool        // with bleed, also where the theme has none
	began    time.Time
	timings  *timings // nil: it is not asked for
	status   status
	files    fs.FS // the edition's, once it is open; nil: it is not
	// embedded is set where the edition is the program's own, for want of another.
	embedded bool
	// under is the folder that problems are told to be in; empty: the edition's
	// files are told by their names within it.
	under string
	// pages and size are those of what was made.
	pages int
	size  int64
}

// run makes the report: read, lay out, write.
func (b *build) run(ctx context.Context) error {
	defer b.status.clear()
	if err := b.settle(); err != nil {
		return err
	}
	if err := b.checkOutput(); err != nil {
		return err
	}
	p, done, err := b.prepare(&diag.List{}, nil)
	if err != nil {
		return err
	}
	defer done()
	if err := b.attach(p.files); err != nil {
		return err
	}
	out, err := b.open()
	if err != nil {
		return b.cantWrite(err)
	}
	defer out.discard()
	return b.make(ctx, p, out)
}

// settle finds out what was asked for.
func (b *build) settle() (err error) {
	if b.theme != "" && !slices.Contains(content.Themes(), b.theme) {
		return wrongUsage(b.say.unknownTheme, b.theme, strings.Join(content.Themes(), ", "))
	}
	b.options.Standard, err = b.say.parseStandard(b.standard)
	return err
}

// attach takes the files that the PDF is to carry.
func (b *build) attach(files fs.FS) (err error) {
	if b.options.Attachments, err = attachments(files, b.options.Standard); err != nil {
		name := b.folder()
		if file := (*fs.PathError)(nil); errors.As(err, &file) {
			name = file.Path
		}
		return b.machineRefused(b.say.cantRead, name, err)
	}
	return nil
}

// make lays the report out and writes it.
func (b *build) make(ctx context.Context, p *prepared, out target) error {
	compile := b.compile
	switch {
	case b.timings != nil:
		compile, b.options.Begins, out = b.timings.compile, b.timings.begin, b.timings.keep(out)
	case b.once != nil:
		compile = b.once
	}
	doc, problems, err := b.layOut(ctx, p, compile)
	if err != nil {
		return err
	}
	b.status.show(stepWrite, 0, doc.pages)
	words := sync.OnceValue(func() *told { return b.word(problems.Sorted(), b.files, b.under) })
	if b.timings == nil {
		go words()
	}
	size, err := write(ctx, doc, b.options, out)
	told := words() // in any case: the edition is closed when this is done
	b.timings.begin("")
	if err == nil && b.timings != nil {
		err = b.timings.floor()
	}
	if err != nil {
		return b.cantWrite(err)
	}
	b.status.clear()
	b.utter(told, b.draft)
	b.pages, b.size = doc.pages, size
	if b.timings != nil {
		b.timings.print(b.err, b.say, timingWordsIn(b.lang))
	}
	b.close(doc.pages, size)
	return nil
}

// write puts the PDF in its place and returns its size.
func write(ctx context.Context, doc *made, opt pdf.Options, out target) (int64, error) {
	count := &counter{ctx: ctx, w: out}
	buffer := bufio.NewWriterSize(count, 1<<16)
	if err := doc.write(buffer, opt); err != nil {
		return 0, err
	}
	if err := buffer.Flush(); err != nil {
		return 0, err
	}
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	return count.n, out.commit()
}

// checkOutput refuses places no PDF can go to.
func (b *build) checkOutput() error {
	switch {
	case b.output == "":
		return wrongUsage("%s", b.say.emptyPath)
	case b.output == "-" && b.outTerminal:
		return wrongUsage("%s", b.say.toTerminal)
	case b.output == "-":
		return nil
	}
	if info, err := os.Stat(b.output); err == nil && info.IsDir() {
		return wrongUsage(b.say.outputFolder, b.output)
	}
	folder := filepath.Dir(b.output)
	switch info, err := os.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist):
		return wrongUsage(b.say.noOutputFolder, folder)
	case errors.Is(err, syscall.ENOTDIR), err == nil && !info.IsDir():
		return wrongUsage(b.say.notFolder, folder)
	}
	return nil
}

// cantWrite tells that the machine will not write the PDF. An error that is not
// the machine's is told as it is.
func (b *build) cantWrite(err error) error {
	var machine *fs.PathError
	var link *os.LinkError
	if errors.Is(err, context.Canceled) || !errors.As(err, &machine) && !errors.As(err, &link) {
		return machineFailed(err)
	}
	path := b.output
	if path == "-" {
		path = b.say.stdout
	}
	return b.machineRefused(b.say.cantWrite, path, err)
}

// machineRefused tells what the machine will not do with a path the user knows.
func (b *build) machineRefused(format, path string, err error) error {
	da, en := diag.Cause(err)
	return machineFailed(fmt.Errorf(format, path, diag.Message{Danish: da, English: en}.In(b.lang)))
}

// open opens the place the PDF goes to.
func (b *build) open() (target, error) {
	if b.output == "-" {
		return stream{b.out}, nil
	}
	return openTarget(b.output)
}

// edition finds the edition: the folder given, else the one we stand in where it
// is one, else the embedded one. One that lacks its report, or has it by another
// name, is not passed over: the embedded one would be made in its stead. Nothing
// outside the folder can be read, by links either.
func (b *build) edition() (files fs.FS, done func(), err error) {
	defer func() { b.files = files }()
	if b.dir == "" {
		switch _, err := os.Stat(source.ReportFile); {
		case errors.Is(err, fs.ErrNotExist) && !source.IsEdition(os.DirFS(".")):
			b.embedded = true
			return edition2024.Files(), func() {}, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return nil, nil, b.machineRefused(b.say.cantRead, source.ReportFile, err)
		}
		b.dir = "."
	}
	dir := b.dir
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, wrongUsage(b.say.noFolder, dir)
	case err != nil:
		return nil, nil, b.machineRefused(b.say.cantRead, dir, err)
	case !info.IsDir():
		return nil, nil, wrongUsage(b.say.notFolder, dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, b.machineRefused(b.say.cantRead, dir, err)
	}
	return root.FS(), func() { _ = root.Close() }, nil
}

// refuse tells what is wrong with the content. It is the machine's fault where
// a file can't be read.
func (b *build) refuse(problems *diag.List) error {
	b.status.clear()
	b.tell(problems, false)
	for _, d := range problems.Sorted() {
		switch {
		case d.Message.Code == source.CodeUnreadable:
			return &failure{code: exitMachine}
		case d.Pos.File == source.ReportFile && d.Message.Code == source.CodeMissing:
			return b.noReport()
		}
	}
	return &failure{code: exitContent}
}

// noReport tells that a folder is no edition, or what to do for it to be one.
func (b *build) noReport() error {
	if there := source.ReportAs(b.files); there != "" {
		return &failure{exitContent, fmt.Errorf(b.say.renameReport, b.folder(), there)}
	}
	return &failure{exitContent, fmt.Errorf(b.say.noReport, b.folder())}
}

// folder is the edition's folder by a name that tells where it is.
func (b *build) folder() string {
	if full, err := filepath.Abs(b.dir); err == nil && b.dir == "." {
		return full
	}
	return b.dir
}

// close writes the closing line. It goes where the PDF does not.
func (b *build) close(pages int, size int64) {
	if b.journal != nil {
		b.journal.tell(event{Event: eventMade, File: filepath.ToSlash(b.output), Pages: pages, Bytes: size, Took: time.Since(b.began).Milliseconds(), Embedded: b.embedded})
		return
	}
	file, w := b.output, io.Writer(b.out)
	if file == "-" {
		file, w = b.say.stdout, b.err
	}
	line := b.say.closing(file, pages, size, time.Since(b.began))
	if b.embedded {
		line += b.say.embedded
	}
	fmt.Fprintln(w, line)
}
