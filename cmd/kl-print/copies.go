package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/kl-print/kl-print/content/copies"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/pdf"
)

// defaultCopies is the folder that personal copies go to.
const defaultCopies = "eksemplarer"

// copying makes a copy of a report for each of a list: it is laid out once, and
// written as many times, on all cores.
type copying struct {
	*build
	list  string // the file of names
	shard shard
	words copiesWords
}

// run makes the copies. Where the list or the edition has an error none is made.
func (c *copying) run(ctx context.Context) error {
	defer c.status.clear()
	if err := c.settle(); err != nil {
		return err
	}
	if err := c.checkFolder(); err != nil {
		return err
	}
	list, problems, err := c.read()
	if err != nil {
		return err
	}
	p, done, err := c.prepare(problems, nil)
	if err != nil {
		return err
	}
	defer done()
	if err := c.attach(p.files); err != nil {
		return err
	}
	doc, told, err := c.layOut(ctx, p, c.compile)
	if err != nil {
		return err
	}
	return c.make(ctx, doc, pick(list, c.shard), told)
}

// checkFolder refuses places no folder can be.
func (c *copying) checkFolder() error {
	if c.output == "" || c.output == "-" {
		return wrongUsage("%s", c.words.noFolder)
	}
	if info, err := os.Stat(c.output); err == nil && !info.IsDir() {
		return wrongUsage(c.words.isFile, c.output)
	}
	return nil
}

// longestList is more than a list of all delegates there are.
const longestList = 64 << 20

// read reads the list.
func (c *copying) read() ([]copies.Copy, *diag.List, error) {
	f, err := os.Open(c.list)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, wrongUsage(c.words.noList, c.list)
	}
	if err != nil {
		return nil, nil, c.machineRefused(c.say.cantRead, c.list, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, longestList+1))
	if err != nil {
		return nil, nil, c.machineRefused(c.say.cantRead, c.list, err)
	}
	if len(data) > longestList {
		return nil, nil, wrongUsage(c.words.longList, c.list, longestList>>20)
	}
	list, problems := copies.Read(filepath.ToSlash(c.list), data)
	return list, problems, nil
}

// make writes the copies.
func (c *copying) make(ctx context.Context, doc *made, list []copies.Copy, problems *diag.List) error {
	for _, one := range list {
		missing, err := doc.copy(io.Discard, pdf.Options{}, one, true)
		if err != nil {
			return machineFailed(err)
		}
		if len(missing) > 0 {
			problems.Error(one.Pos, noGlyphs(one.Name, missing))
		}
	}
	if problems.HasErrors() {
		return c.refuse(problems)
	}
	if err := os.MkdirAll(c.output, 0o777); err != nil {
		return c.cantWrite(err)
	}
	size, err := c.writeAll(ctx, doc, list)
	if err != nil {
		return c.cantWrite(err)
	}
	c.status.clear()
	c.tell(problems, false)
	if c.journal != nil {
		c.journal.tell(event{Event: eventMade, File: filepath.ToSlash(c.output), Pages: doc.pages, Copies: len(list), Bytes: size, Took: time.Since(c.began).Milliseconds(), Embedded: c.embedded})
		return nil
	}
	took := (time.Since(c.began) + 50*time.Millisecond) / (100 * time.Millisecond)
	line := fmt.Sprintf(c.words.closed, c.output, len(list), doc.pages, c.say.size(size), c.say.tenths(int64(took)))
	if c.embedded {
		line += c.say.embedded
	}
	fmt.Fprintln(c.out, line)
	return nil
}

// writeAll writes the copies side by side and returns the size of all. It ends
// at the first that can't be written.
func (c *copying) writeAll(ctx context.Context, doc *made, list []copies.Copy) (int64, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	todo := make(chan copies.Copy)
	var mu sync.Mutex
	var total int64
	written := 0
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for one := range todo {
				size, err := c.writeOne(ctx, doc, one)
				if err != nil {
					stop(err)
					continue
				}
				mu.Lock()
				total, written = total+size, written+1
				c.status.show(stepCopies, written, len(list))
				mu.Unlock()
			}
		})
	}
	for _, one := range list {
		if ctx.Err() != nil {
			break
		}
		todo <- one
	}
	close(todo)
	group.Wait()
	return total, context.Cause(ctx)
}

// writeOne writes one copy, whole or not at all.
func (c *copying) writeOne(ctx context.Context, doc *made, one copies.Copy) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	out, err := openTarget(filepath.Join(c.output, "beretning-"+one.Number+".pdf"))
	if err != nil {
		return 0, err
	}
	defer out.discard()
	return write(ctx, &made{write: func(w io.Writer, opt pdf.Options) error {
		_, err := doc.copy(w, opt, one, false)
		return err
	}}, c.options, out)
}
