package main

import (
	"fmt"
	"io"
)

// step is a part of the work.
type step string

// The steps of a build, in order.
const (
	stepRead   step = "read"
	stepLayout step = "layout"
	stepWrite  step = "write"
	stepCopies step = "copies" // in place of stepWrite
)

// progress is told how far a step is: done of total.
type progress func(s step, done, total int)

// status is one line at a terminal that is written over as the work goes on.
// Off a terminal it says nothing.
type status struct {
	journal *journal
	w       io.Writer
	on      bool
	width   int // of the terminal, in characters; 0: unknown
	words   map[step]string
	shown   bool
}

// status is a new one.
func (a *app) status() status {
	return status{journal: a.journal, w: a.err, on: a.moving(), width: a.errWidth, words: a.say.steps}
}

// show tells of a step.
func (s *status) show(what step, done, total int) {
	if s.journal != nil {
		s.journal.tell(event{Event: eventStep, Step: what, Done: &done, Total: &total})
		return
	}
	if !s.on {
		return
	}
	text := s.words[what]
	if what != stepRead {
		text = fmt.Sprintf(text, done, total)
	}
	if runes := []rune(text); s.width > 0 && len(runes) >= s.width {
		text = string(runes[:max(s.width-1, 0)]) // what is over the edge could not be taken away
	}
	fmt.Fprint(s.w, "\r\x1b[K"+text)
	s.shown = true
}

// clear takes the line away.
func (s *status) clear() {
	if s.shown {
		fmt.Fprint(s.w, "\r\x1b[K")
		s.shown = false
	}
}
