package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"sync"
)

// logForm is how the program tells what it does: as text or, for programs, as
// JSON. It is the value of --log-format.
type logForm struct{ json bool }

// String is the form's name.
func (f *logForm) String() string {
	if f.json {
		return "json"
	}
	return "text"
}

// Set takes text or json.
func (f *logForm) Set(s string) error {
	if s != "text" && s != "json" {
		return errors.New("expected text or json")
	}
	f.json = s == "json"
	return nil
}

// Type is what the flag takes.
func (f *logForm) Type() string { return "text|json" }

// kind is what an event tells of.
type kind string

// The kinds of events. README.md documents them; none is ever renamed.
const (
	eventStep    kind = "step"    // a part of the work goes on: step, done, total
	eventProblem kind = "problem" // level, code, file, line, column, length, message, should
	eventWaived  kind = "waived"  // a problem that a waiver lets stand: and reason
	eventCounts  kind = "counts"  // how many problems were told: errors, warnings, notes
	eventMade    kind = "made"    // a file or folder: file, pages, bytes, milliseconds; copies
	eventEdition kind = "edition" // one of several is done: file, status
	eventSummary kind = "summary" // of several editions: total, done, pages, bytes, milliseconds
	eventFailed  kind = "failed"  // why the command did not do what was asked: message
	eventWaiting kind = "waiting" // for changes, with --watch
	eventEnd     kind = "end"     // always the last: status, the exit status
)

// event is a line of the log. Fields that say nothing are left out.
type event struct {
	Event    kind   `json:"event"`
	Level    string `json:"level,omitempty"`
	Code     string `json:"code,omitempty"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"` // in characters, from 1
	Length   int    `json:"length,omitempty"` // in characters
	Message  string `json:"message,omitempty"`
	Should   string `json:"should,omitempty"`
	Reason   string `json:"reason,omitempty"`
	Step     step   `json:"step,omitempty"`
	Done     *int   `json:"done,omitempty"`
	Total    *int   `json:"total,omitempty"`
	Errors   *int   `json:"errors,omitempty"`
	Warnings *int   `json:"warnings,omitempty"`
	Notes    *int   `json:"notes,omitempty"`
	Pages    int    `json:"pages,omitempty"`
	Copies   int    `json:"copies,omitempty"`
	Bytes    int64  `json:"bytes,omitempty"`
	Took     int64  `json:"milliseconds,omitempty"`
	Embedded bool   `json:"embedded,omitempty"` // the edition is the program's own
	Status   *int   `json:"status,omitempty"`
}

// journal is the log for programs: a line of JSON for each event. A nil one takes
// no events, and the program speaks to people instead. It is safe for concurrent
// use.
type journal struct {
	mu sync.Mutex
	w  io.Writer
}

// journalOf is the journal that arguments ask for, before they are read as a
// whole: what is wrong with them is told in it too.
func journalOf(args []string, w io.Writer) *journal {
	var form logForm
	for _, value := range early(args, "--log-format") {
		_ = form.Set(value) // what it is not is told when all are read
	}
	if !form.json {
		return nil
	}
	return &journal{w: w}
}

// early finds the values of a flag in arguments that have not been read yet.
func early(args []string, flag string) (values []string) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, is := strings.CutPrefix(arg, flag+"="); is {
			values = append(values, value)
		}
		if arg == flag && i+1 < len(args) {
			values = append(values, args[i+1])
		}
	}
	return values
}

// tell writes events, each on a line, at once.
func (j *journal) tell(events ...event) {
	if j == nil {
		return
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, e := range events {
		_ = enc.Encode(e) // only strings and numbers are in it
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	_, _ = j.w.Write(b.Bytes()) // there is nowhere to tell of an error
}
