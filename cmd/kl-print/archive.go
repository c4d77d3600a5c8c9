package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/locale/hyphen"
	"github.com/kl-print/kl-print/content/validation"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/icon"
	"github.com/kl-print/kl-print/layout/pdf"
)

// Where things lie in a bundle, below its data folder.
const (
	bundledSource  = "source"
	bundledProgram = "program.txt"
)

// archiveCommand is kl-print archive.
func (a *app) archiveCommand() *cobra.Command {
	var output, previous string
	var tiff bool
	var reports []string
	cmd := &cobra.Command{
		Use: "archive [DIR]",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrongUsage(a.say.tooManyArgs, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			b := &build{app: a, output: output, previous: previous, options: pdf.Options{Standard: pdf.A3a}, began: time.Now()}
			b.status = a.status()
			if len(args) > 0 {
				b.dir = args[0]
			}
			return (&bundling{build: b, words: archiveWordsIn(a.lang), tiff: tiff, reports: reports}).run(cmd.Context())
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "")
	cmd.Flags().StringVar(&previous, "previous", "", "")
	cmd.Flags().BoolVar(&tiff, "tiff", false, "")
	cmd.Flags().StringArrayVar(&reports, "validation", nil, "")
	return cmd
}

// baggingDate is the name bag-info.txt has for the date (RFC 8493, 2.2.2).
const baggingDate = "Bagging-Date"

// bundling is one making of a bundle.
type bundling struct {
	*build
	words   archiveWords
	tiff    bool     // the pages are wanted as a TIFF too
	reports []string // files of other validators' reports
}

// run makes the bundle of the edition.
func (b *bundling) run(ctx context.Context) error {
	defer b.status.clear()
	if err := b.checkPlace(); err != nil {
		return err
	}
	reports, err := b.readReports()
	if err != nil {
		return err
	}
	used := &recorder{names: map[string]bool{}}
	p, done, err := b.prepare(&diag.List{}, func(files fs.FS) fs.FS {
		used.FS = files
		return used
	})
	if err != nil {
		return err
	}
	defer done()
	return b.pack(ctx, p, used, reports)
}

// pack makes the PDF, and the bag with it and all it was made from.
func (b *bundling) pack(ctx context.Context, p *prepared, used *recorder, reports []outside) error {
	var book bytes.Buffer
	to := editions{pdf: &book}
	scans, err := b.scans()
	if err != nil {
		return machineFailed(err)
	}
	defer scans.remove()
	if scans != nil {
		to.tiff = scans
	}
	doc, problems, err := b.layOut(ctx, p, b.compile)
	if err != nil {
		return err
	}
	rep := p.rep
	if err := writeBook(ctx, doc, used, rep, b.status.show, to); err != nil {
		return machineFailed(err)
	}
	done := bookMade{doc.pages, doc.held()}
	c, err := bundle(rep, book.Bytes(), used)
	if err != nil {
		return machineFailed(err)
	}
	validated, err := b.validated(ctx, book.Bytes(), done, reports)
	if err != nil {
		return err
	}
	c.Files = append(c.Files, validated...)
	if scans != nil {
		c.Files = append(c.Files, scans.file())
	}
	size, err := b.put(ctx, c)
	var fault *bag.Fault
	switch {
	case errors.As(err, &fault):
		da, en := fault.Text()
		return &failure{exitContent, errors.New(diag.Message{Danish: da, English: en}.In(b.lang))}
	case err != nil:
		return b.cantWrite(err)
	}
	b.status.clear()
	b.tell(problems, false)
	b.close(done.pages, size)
	return nil
}

// checkPlace refuses places no bundle can go to.
func (b *bundling) checkPlace() error {
	if b.output == "" || b.output == "-" {
		return wrongUsage("%s", b.words.noName)
	}
	info, err := os.Lstat(b.output)
	if err == nil && (!b.packed() || info.IsDir()) {
		return wrongUsage(b.words.exists, b.output)
	}
	return b.checkOutput()
}

// packed tells whether the bundle is one file.
func (b *bundling) packed() bool {
	return strings.EqualFold(filepath.Ext(b.output), ".zip") || strings.EqualFold(filepath.Ext(b.output), ".tar")
}

// bookOf makes the PDF of a bundle: PDF/A-3a with the edition's files inside. It
// returns no pages where the list has errors. The TIFF is made too, where it has
// a place.
func bookOf(ctx context.Context, a *app, files fs.FS, rep *content.Report, tell progress, to editions) (bookMade, *diag.List, error) {
	doc, problems, err := a.compile(ctx, rep, pdf.A3a, tell)
	if err != nil || doc == nil || problems != nil && problems.HasErrors() {
		return bookMade{}, problems, err
	}
	if err := writeBook(ctx, doc, files, rep, tell, to); err != nil {
		return bookMade{}, problems, err
	}
	return bookMade{doc.pages, doc.held()}, problems, nil
}

// writeBook writes what is laid out to the places there are for it.
func writeBook(ctx context.Context, doc *made, files fs.FS, rep *content.Report, tell progress, to editions) (err error) {
	opt := pdf.Options{Standard: pdf.A3a}
	if opt.Attachments, err = attachments(files, opt.Standard); err != nil {
		return err
	}
	tell(stepWrite, 0, doc.pages)
	err = doc.write(&counter{ctx: ctx, w: to.pdf}, opt)
	if err == nil && to.tiff != nil {
		err = doc.tiff(ctx, to.tiff, topOf(rep))
	}
	return err
}

// bookMade is what came of making the PDF of a bundle.
type bookMade struct {
	pages int
	rules []validation.Rule // that it was held against
}

// bundle says what the bag holds. The folder in an archive does not go by the
// archive's name, so that the bytes do not.
func bundle(rep *content.Report, book []byte, used *recorder) (bag.Contents, error) {
	date, err := time.Parse(time.DateOnly, rep.Date)
	if err != nil {
		return bag.Contents{}, err
	}
	c := bag.Contents{
		Top:  topOf(rep),
		Time: date,
		Info: []bag.Field{
			{Name: "Source-Organization", Value: rep.Publisher},
			{Name: "External-Description", Value: rep.Title},
			{Name: baggingDate, Value: rep.Date},
			{Name: "Bag-Software-Agent", Value: bag.Agent + " " + release},
		},
		Files: []bag.File{inMemory(defaultOutput, book), inMemory(bundledProgram, []byte(program()))},
	}
	for _, name := range slices.Sorted(maps.Keys(used.names)) {
		c.Files = append(c.Files, fileOf(bundledSource, used.FS, name))
	}
	for folder, files := range map[string]fs.FS{"fonts": fonts.Files(), "patterns": hyphen.Files(), "icons": icon.Files()} {
		err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				c.Files = append(c.Files, fileOf(folder, files, name))
			}
			return err
		})
		if err != nil {
			return bag.Contents{}, err
		}
	}
	return c, nil
}

func inMemory(name string, data []byte) bag.File {
	return bag.File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
}

func fileOf(folder string, files fs.FS, name string) bag.File {
	return bag.File{Name: path.Join(folder, name), Open: func() (io.ReadCloser, error) { return files.Open(name) }}
}

// program says what made the bundle: the version, and the modules it was built
// of with their checksums. How it was built is left out, for that does not
// matter to the bytes.
func program() string {
	text := bag.Agent + " " + release + "\n"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return text
	}
	text += info.GoVersion + "\n"
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		text += strings.TrimRight(m.Path+" "+m.Version+" "+m.Sum, " ") + "\n"
	}
	return text
}

// put writes the bundle, whole or not at all, and returns its size.
func (b *bundling) put(ctx context.Context, c bag.Contents) (int64, error) {
	if !b.packed() {
		return b.putFolder(ctx, c)
	}
	out, err := b.open()
	if err != nil {
		return 0, err
	}
	defer out.discard()
	count := &counter{ctx: ctx, w: out}
	buffer := bufio.NewWriterSize(count, 1<<16)
	pack := c.WriteZip
	if strings.EqualFold(filepath.Ext(b.output), ".tar") {
		pack = c.WriteTar
	}
	if err := errors.Join(pack(ctx, buffer), buffer.Flush(), ctx.Err()); err != nil {
		return 0, err
	}
	return count.n, out.commit()
}

// putFolder writes a folder beside its place and moves it there.
func (b *bundling) putFolder(ctx context.Context, c bag.Contents) (int64, error) {
	place := filepath.Clean(b.output)
	aside, err := os.MkdirTemp(filepath.Dir(place), "."+filepath.Base(place)+".*.tmp")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(aside)
	made := filepath.Join(aside, "bag")
	if err := c.WriteFolder(ctx, made); err != nil {
		return 0, err
	}
	var size int64
	err = filepath.WalkDir(made, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	if err := os.Rename(made, place); err != nil {
		return 0, err
	}
	syncFolder(filepath.Dir(place))
	return size, nil
}

// recorder is an edition's folder that knows which of its files were read.
type recorder struct {
	fs.FS
	mu    sync.Mutex // chapters are read side by side, and checked while they are laid out
	names map[string]bool
}

// Open opens a file or folder and remembers the file.
func (r *recorder) Open(name string) (fs.File, error) {
	f, err := r.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		r.mu.Lock()
		r.names[name] = true
		r.mu.Unlock()
	}
	return f, nil
}
