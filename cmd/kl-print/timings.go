package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/pdf"
)

// The stages of a build that are told of beside those of layout and pdf.
const (
	stageSource = "source"
	stageCheck  = "check"
	stageFloor  = "floor" // to pack and write the same bytes, and nothing else
)

// timings tells what each stage of a build takes. So that they can be told apart
// they are done one after the other; each still uses all cores. A nil one tells
// nothing.
type timings struct {
	stages []timed
	began  time.Time
	before usage
	file   bytes.Buffer // the PDF
}

// timed is what a stage took.
type timed struct {
	name string
	took time.Duration
	usage
}

// usage is what has been allocated: bytes, and objects.
type usage struct{ bytes, objects uint64 }

// used is what has been allocated so far.
func used() usage {
	var m runtime.MemStats // exact, unlike runtime/metrics, which lags behind
	runtime.ReadMemStats(&m)
	return usage{m.TotalAlloc, m.Mallocs}
}

// begin ends the stage before, if there is one, and begins another; the empty one
// is none.
func (t *timings) begin(stage string) {
	if t == nil {
		return
	}
	now, so := time.Now(), used()
	if n := len(t.stages); n > 0 && t.stages[n-1].took == 0 {
		t.stages[n-1].took = max(1, now.Sub(t.began))
		t.stages[n-1].usage = usage{so.bytes - t.before.bytes, so.objects - t.before.objects}
	}
	if stage != "" {
		t.stages = append(t.stages, timed{name: stage})
	}
	t.before = used()
	t.began = time.Now()
}

// alone has what a truth is told by come before what follows.
func (t *timings) alone(checking <-chan truth) <-chan truth {
	if t == nil {
		return checking
	}
	out := make(chan truth, 1)
	out <- <-checking
	return out
}

// compile is the compiler that tells of its stages.
func (t *timings) compile(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress) (*made, *diag.List, error) {
	return compileAs(ctx, rep, layout.Options{Unheld: std == pdf.None, Begins: t.begin}, tell)
}

// keep has what is written to a target kept too.
func (t *timings) keep(out target) target {
	if t == nil {
		return out
	}
	return kept{out, &t.file}
}

// kept is a target of which a copy is kept.
type kept struct {
	target
	copy *bytes.Buffer
}

func (k kept) Write(b []byte) (int, error) {
	n, err := k.target.Write(b)
	k.copy.Write(b[:n])
	return n, err
}

// floor packs what the file packs, and writes it beside where it went.
func (t *timings) floor() error {
	least, err := pdf.NewFloor(t.file.Bytes())
	if err != nil {
		return err
	}
	f, err := os.CreateTemp("", "kl-print-floor-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	t.begin(stageFloor)
	err = least.Write(f)
	t.begin("")
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// print writes a line for each stage, and one for all but the floor.
func (t *timings) print(w io.Writer, say words, own timingWords) {
	rows, sum := [][]string{{own.stage, own.time, own.allocated, own.objects}}, timed{}
	for _, s := range t.stages {
		if s.name != stageFloor {
			sum.took += s.took
			sum.bytes += s.bytes
			sum.objects += s.objects
		}
	}
	at := slices.IndexFunc(t.stages, func(s timed) bool { return s.name == stageFloor })
	if at < 0 {
		at = len(t.stages)
	}
	for _, s := range slices.Insert(slices.Clone(t.stages), at, sum) {
		rows = append(rows, []string{cmp.Or(own.stages[s.name], own.all), say.tenths(s.took.Microseconds()/100) + " ms", say.size(int64(s.bytes)), fmt.Sprint(s.objects)})
	}
	rows = append(rows, []string{own.memory, "", say.size(held()), ""})
	var wide [4]int
	for _, r := range rows {
		for i, cell := range r {
			wide[i] = max(wide[i], utf8.RuneCountInString(cell))
		}
	}
	for _, r := range rows {
		line := r[0] + strings.Repeat(" ", wide[0]-utf8.RuneCountInString(r[0]))
		for i, cell := range r[1:] {
			line += strings.Repeat(" ", 2+wide[i+1]-utf8.RuneCountInString(cell)) + cell
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}
