package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
)

// many builds every edition below some folders, on all cores. One that has
// errors stops no other.
type many struct {
	*build
	folders []string
	shard   shard
	words   manyWords
	stock   *layout.Stock // shared by all
}

// found is an edition: its folder, and its name below the folder it was found in.
type found struct{ dir, name string }

// outcome is what came of an edition.
type outcome struct {
	out, err bytes.Buffer // what there is to say of it
	code     int
	pages    int
	size     int64
}

// run builds them and returns the worst of what came of them.
func (m *many) run(ctx context.Context) error {
	if err := m.settle(); err != nil {
		return err
	}
	if m.output == "-" {
		return wrongUsage("%s", m.words.noStream)
	}
	list, err := m.find()
	if err != nil {
		return err
	}
	mine := pick(list, m.shard)
	m.stock = layout.NewStock(fonts.Embedded())
	made, pages, size, worst := 0, 0, int64(0), exitMade
	for _, result := range m.buildAll(ctx, mine) {
		o := <-result
		_, _ = io.Copy(m.out, &o.out)
		_, _ = io.Copy(m.err, &o.err)
		if o.code == exitMade {
			made, pages, size = made+1, pages+o.pages, size+o.size
		}
		worst = max(worst, o.code)
	}
	took := (time.Since(m.began) + 50*time.Millisecond) / (100 * time.Millisecond)
	if m.journal == nil {
		fmt.Fprintf(m.out, m.words.closed+"\n", len(mine), made, len(mine)-made, pages, m.say.size(size), m.say.tenths(int64(took)))
	}
	total := len(mine)
	m.journal.tell(event{Event: eventSummary, Total: &total, Done: &made, Pages: pages, Bytes: size, Took: time.Since(m.began).Milliseconds()})
	if err := ctx.Err(); err != nil {
		return machineFailed(err)
	}
	if worst != exitMade {
		return &failure{code: worst}
	}
	return nil
}

// find finds the editions below the folders, in the order of their names. What
// is inside an edition is no other, and a folder whose name begins with a dot is
// passed over; links are not followed.
func (m *many) find() ([]found, error) {
	var list []found
	for _, dir := range m.folders {
		info, err := os.Stat(dir)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, wrongUsage(m.say.noFolder, dir)
		case err != nil:
			return nil, m.machineRefused(m.say.cantRead, dir, err)
		case !info.IsDir():
			return nil, wrongUsage(m.say.notFolder, dir)
		}
		err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if name != dir && strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			if _, err := os.Stat(filepath.Join(name, source.ReportFile)); err != nil {
				return nil
			}
			list = append(list, found{dir: name, name: below(dir, name)})
			return fs.SkipDir
		})
		if failed := (*fs.PathError)(nil); errors.As(err, &failed) {
			return nil, m.machineRefused(m.say.cantRead, failed.Path, err)
		}
	}
	if len(list) == 0 {
		return nil, wrongUsage(m.words.none, strings.Join(m.folders, ", "))
	}
	slices.SortFunc(list, func(a, b found) int { return strings.Compare(a.name, b.name) })
	for i := 1; i < len(list); i++ {
		if m.output != "" && strings.EqualFold(list[i].name, list[i-1].name) {
			return nil, wrongUsage(m.words.sameName, list[i-1].dir, list[i].dir)
		}
	}
	return list, nil
}

// below is an edition's name below a folder; an edition that is given itself has
// the folder's own name.
func below(dir, name string) string {
	if rel, err := filepath.Rel(dir, name); err == nil && rel != "." {
		return rel
	}
	if full, err := filepath.Abs(dir); err == nil {
		return filepath.Base(full)
	}
	return filepath.Base(dir)
}

// buildAll builds editions, as many at a time as there are cores, and returns a
// channel for each, in order.
func (m *many) buildAll(ctx context.Context, list []found) []chan *outcome {
	results := make([]chan *outcome, len(list))
	for i := range results {
		results[i] = make(chan *outcome, 1)
	}
	var next sync.Mutex
	at := 0
	take := func() int {
		next.Lock()
		defer next.Unlock()
		at++
		return at - 1
	}
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for i := take(); i < len(list); i = take() {
				results[i] <- m.one(ctx, list[i])
			}
		}()
	}
	return results
}

// one builds an edition as build does, with its words kept for its turn.
func (m *many) one(ctx context.Context, e found) *outcome {
	o := &outcome{}
	own := *m.app
	if own.once != nil {
		own.once = compileFrom(m.stock)
	}
	own.out, own.err, own.outTerminal, own.errTerminal = &o.out, &o.err, false, false
	if own.journal != nil {
		own.journal = &journal{w: &o.err}
	}
	b := &build{app: &own, dir: e.dir, under: filepath.ToSlash(e.dir), theme: m.theme, standard: m.standard, previous: m.previous, draft: m.draft, print: m.print, began: time.Now()}
	b.output = filepath.Join(e.dir, defaultOutput)
	if m.output != "" {
		b.output = filepath.Join(m.output, e.name+".pdf")
		if err := os.MkdirAll(filepath.Dir(b.output), 0o777); err != nil {
			o.code = own.answer(b.cantWrite(err))
			return o
		}
	}
	b.status = own.status()
	o.code = own.answer(b.run(ctx))
	own.journal.tell(event{Event: eventEdition, File: filepath.ToSlash(e.dir), Status: &o.code})
	o.pages, o.size = b.pages, b.size
	return o
}
