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
	w     io.Writer
	on    bool
	words map[step]string
	shown bool
}

// show tells of a step.
func (s *status) show(what step, done, total int) {
	if !s.on {
		return
	}
	text := s.words[what]
	if what != stepRead {
		text = fmt.Sprintf(text, done, total)
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
