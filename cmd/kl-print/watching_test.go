package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
)

// watched is a program that watches, in its own goroutine.
type watched struct {
	t      *testing.T
	ctx    context.Context
	stop   func()
	events lineChannel
	code   chan int
}

// lineChannel takes lines, as many as a test can have, and never waits.
type lineChannel chan []byte

// Write takes one line or several.
func (c lineChannel) Write(p []byte) (int, error) {
	for line := range bytes.Lines(p) {
		c <- bytes.Clone(line)
	}
	return len(p), nil
}

// watching starts a command that watches the folder we stand in.
func watching(t *testing.T, args ...string) *watched {
	t.Helper()
	d := &watched{t: t, events: make(lineChannel, 10_000), code: make(chan int, 1)}
	d.ctx, d.stop = context.WithTimeout(t.Context(), 2*time.Minute)
	w := newWorld()
	w.std.err = d.events
	args = append(args, "--watch", "--log-format", "json")
	a := newApp(w.std, args, compileReport)
	go func() { d.code <- a.run(d.ctx, args) }()
	t.Cleanup(d.stop)
	return d
}

// until reads events to one of a kind, and returns the kinds of all before it.
func (d *watched) until(kind kind) (before string) {
	d.t.Helper()
	for {
		select {
		case line := <-d.events:
			var e event
			if err := json.Unmarshal(line, &e); err != nil {
				d.t.Fatalf("%q: %v", line, err)
			}
			if e.Event == kind {
				return before
			}
			before += string(e.Event) + " " + e.Code + " "
		case code := <-d.code:
			d.t.Fatalf("it ended with %d before %s; there came %s", code, kind, before)
		case <-d.ctx.Done():
			d.t.Fatalf("no %s came; there came %s", kind, before)
		}
	}
}

// saved writes a file as an editor does that is careful: beside it, then over it.
func saved(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name+"~", []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(name+"~", name); err != nil {
		t.Fatal(err)
	}
}

// TestBuildWatches saves changes, an error among them, and holds the PDF of each
// against that of a build of the same edition: the bytes are the same, and one with
// an error leaves the one before.
func TestBuildWatches(t *testing.T) {
	files := readmeEdition(t)
	inFolder(t, files)
	chapter := files["chapters/klima.yaml"]
	d := watching(t, "build")
	d.until(eventMade)
	d.until(eventWaiting)
	same := func(what string) []byte {
		t.Helper()
		book := []byte(read(t, "beretning.pdf"))
		w := newWorld()
		w.compile = compileReport
		w.std.out = &bytes.Buffer{}
		if code := w.run("build", "-o", "anew.pdf"); code != exitMade {
			t.Fatalf("%s: exit %d: %s", what, code, w.err.String())
		}
		if anew := read(t, "anew.pdf"); anew != string(book) {
			t.Errorf("%s: the PDF has other bytes than one built anew", what)
		}
		return book
	}
	first := same("at first")
	saved(t, "chapters/klima.yaml", strings.Replace(chapter, "Klima", "Klima og hav", 1))
	d.until(eventMade)
	d.until(eventWaiting)
	second := same("changed")
	if bytes.Equal(first, second) {
		t.Error("the change is not in the PDF")
	}
	saved(t, "chapters/klima.yaml", strings.Replace(chapter, "title:", "titel:", 1))
	if told := d.until(eventWaiting); !strings.Contains(told, "problem unknown-key ") {
		t.Errorf("an error is told as %q", told)
	}
	if read(t, "beretning.pdf") != string(second) {
		t.Error("an error has changed the PDF")
	}
	saved(t, "chapters/klima.yaml", chapter)
	d.until(eventMade)
	d.until(eventWaiting)
	if !bytes.Equal(same("mended"), first) {
		t.Error("what is mended is not as it was")
	}
	d.stop()
	if code := <-d.code; code != exitMade {
		t.Errorf("stopped, the status is %d", code)
	}
	if left := names(t, "."); strings.Contains(left, ".tmp") {
		t.Errorf("the folder has %s", left)
	}
}

// TestCheckWatches tells of what is saved.
func TestCheckWatches(t *testing.T) {
	inFolder(t, bad())
	d := watching(t, "check")
	if told := d.until(eventWaiting); !strings.Contains(told, "problem unknown-key ") {
		t.Errorf("told is %q", told)
	}
	saved(t, "chapters/a.yaml", good()["chapters/a.yaml"])
	if told := d.until(eventWaiting); strings.Contains(told, "problem unknown-key ") || !strings.Contains(told, "counts") {
		t.Errorf("told is %q", told)
	}
	d.stop()
	if code := <-d.code; code != exitMade {
		t.Errorf("stopped, the status is %d", code)
	}
}

// TestWhatCannotBeWatched is refused at once.
func TestWhatCannotBeWatched(t *testing.T) {
	for args, want := range map[string]string{
		"build --all":       "builds one edition into a file",
		"build --for x.csv": "builds one edition into a file",
		"build -o -":        "builds one edition into a file",
		"build --theme x":   `no theme "x"`,
		"build nowhere":     "there is no folder",
		"check --json":      "with --watch",
		"check nowhere":     "there is no folder",
		"build -o no/x.pdf": "does not exist",
	} {
		inFolder(t, good())
		w := newWorld()
		if code := w.run(append(strings.Fields(args), "--watch")...); code != exitUsage || !strings.Contains(w.err.String(), want) {
			t.Errorf("%s: exit %d: %s", args, code, w.err.String())
		}
	}
	inFolder(t, nil)
	w := newWorld()
	if code := w.run("build", "--watch"); code != exitUsage || !strings.Contains(w.err.String(), "the embedded edition does not change") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}
