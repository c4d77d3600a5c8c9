// Package preview shows an edition's pages in a browser while it is written: a
// server on this machine alone, that makes the pages anew at every saved change.
//
// The way through it: a watcher sees a change, maker.go makes a book of the
// edition, hub.go has the newest one, server.go and guard.go give it to those
// who may have it, and assets shows it.
package preview

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"github.com/kl-print/kl-print/cmd/kl-print/saves"
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
)

// Options are what is shown, and how.
type Options struct {
	// Open opens the edition, anew for each making; done closes it.
	Open func() (files fs.FS, done func(), err error)
	Dir  string // the edition's folder; empty: it is in no folder, and can't change
	Date string // of an edition that says none; may be empty
	// Theme is the embedded theme to build on; empty: the edition's.
	Theme string
	// Check reads what it needs of the files, and returns what finds what the text
	// says that its sources do not bear out, and what is left to do of an unfinished
	// edition, and gives the text of the files.
	Check func(files fs.FS, rep *content.Report, work content.Work) func() (found []check.Finding, texts map[string]string)
	Lang  diag.Lang
	// Editor opens the files of the edition.
	Editor Editor
}

// Preview is an edition being shown.
type Preview struct {
	opt      Options
	listener net.Listener
	token    string // what a request that does something has to know
	key      string // what every address begins with
	ticket   ticket // that leads there once
	hub      *hub
	maker    *maker
	watcher  *saves.Watcher // nil: nothing changes
}

// New opens a port of the loopback interface, any that is free where it is 0, and
// begins to watch the edition's folder. Close has to be called where Run is not.
func New(opt Options, port int) (*Preview, error) {
	p := &Preview{opt: opt, token: newToken(), key: newToken(), ticket: newTicket(), hub: newHub(), maker: newMaker(opt)}
	var err error
	if p.listener, err = listen(port); err != nil {
		return nil, err
	}
	if opt.Dir != "" {
		if p.watcher, err = saves.New(opt.Dir, ""); err != nil {
			_ = p.listener.Close()
			return nil, err
		}
	}
	return p, nil
}

// listen listens on the loopback interface, of IPv6 where the machine has no other.
func listen(port int) (net.Listener, error) {
	number := strconv.Itoa(port)
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", number))
	if errors.Is(err, syscall.EADDRNOTAVAIL) || errors.Is(err, syscall.EAFNOSUPPORT) {
		l, err = net.Listen("tcp", net.JoinHostPort("::1", number))
	}
	if err != nil {
		return nil, err
	}
	return limit(l), nil
}

// URL is where the pages are shown. Who knows it may read the edition: other people
// on the machine can reach the port, and don't.
func (p *Preview) URL() string { return "http://" + p.listener.Addr().String() + p.base() }

// Entry leads to URL, once. It is for a browser that is started with it, as what a
// program is started with can be read by everybody on the machine.
func (p *Preview) Entry() string {
	return "http://" + p.listener.Addr().String() + entrance + p.ticket.key
}

// base is the path of the page that shows the pages.
func (p *Preview) base() string { return "/" + p.key + "/" }

// Close gives the port and the watching up.
func (p *Preview) Close() {
	_ = p.listener.Close()
	if p.watcher != nil {
		p.watcher.Close()
	}
}

// Run serves until the context ends; that is no error.
func (p *Preview) Run(ctx context.Context) error {
	defer p.Close()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := &http.Server{
		Handler:           p.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    1 << 14,
		ErrorLog:          quiet(),
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(p.listener) }()
	made := make(chan struct{})
	go func() {
		defer close(made)
		p.make(ctx)
	}()
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	stop()
	_ = s.Close()
	<-made
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// calm is how long nothing has to change for the check to begin: it must not be
// in the way of the pages.
const calm = 100 * time.Millisecond

// make makes a book, and another at every change.
func (p *Preview) make(ctx context.Context) {
	for ctx.Err() == nil {
		check := p.maker.make(ctx, p.hub)
		switch {
		case p.watcher == nil:
			check()
			return
		case p.watcher.Wait(ctx, calm):
			continue
		}
		check()
		if !p.watcher.Wait(ctx, 0) {
			return
		}
	}
}
