package pdf

import (
	"runtime"
	"sync"
)

// sectionPages is how many pages are drawn by one fpdf. fpdf holds its pages
// three times over before it hands them out, so a long document is drawn in
// sections. The number is fixed: fpdf's state goes from one page of a section
// to the next, so it shows in the bytes.
const sectionPages = 64

// sections draws a document's sections side by side and hands them out in
// order. Only a few are held at a time.
type sections struct {
	count   int
	results []chan section
	room    chan struct{} // a token for each section that may be held
	stopped chan struct{}
	running sync.WaitGroup
}

// section is what came of drawing one.
type section struct {
	drawn *drawn
	err   error
}

// startDrawing begins to draw. The caller takes every section with next, or
// stops early; stop must be called in any case.
func startDrawing(p *plan, u *usage) *sections {
	s := &sections{count: (len(p.doc.Pages) + sectionPages - 1) / sectionPages, stopped: make(chan struct{})}
	s.results = make([]chan section, s.count)
	for i := range s.results {
		s.results[i] = make(chan section, 1)
	}
	procs := runtime.GOMAXPROCS(0)
	s.room = make(chan struct{}, 2*procs)
	todo := make(chan int)
	s.running.Go(func() { s.schedule(todo) })
	for range min(procs, s.count) {
		s.running.Go(func() {
			for i := range todo {
				from := i * sectionPages
				d, err := draw(p, u, from, min(from+sectionPages, len(p.doc.Pages)))
				s.results[i] <- section{d, err}
			}
		})
	}
	return s
}

// schedule sends the sections to be drawn, in order, as there is room.
func (s *sections) schedule(todo chan<- int) {
	defer close(todo)
	for i := range s.count {
		select {
		case s.room <- struct{}{}:
			todo <- i
		case <-s.stopped:
			return
		}
	}
}

// take returns section i, which must be the next, and makes room for another.
func (s *sections) take(i int) (*drawn, error) {
	r := <-s.results[i]
	<-s.room
	return r.drawn, r.err
}

// stop ends the drawing and waits for what is under way.
func (s *sections) stop() {
	close(s.stopped)
	s.running.Wait()
}
