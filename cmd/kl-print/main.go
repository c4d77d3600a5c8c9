// Command kl-print makes a printed report of an edition folder.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"golang.org/x/term"
)

// floor is memory that is never touched, so that none is used for it, but that
// the garbage collector counts: it begins to collect when the heap is twice as
// large, not at 4 MB. Most builds are over before that.
const floor = 32 << 20

func main() {
	ground := make([]byte, floor)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := run(ctx, os.Args[1:], stdio{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv,
		outTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		errTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		outWidth:    width(os.Stdout),
		errWidth:    width(os.Stderr),
	})
	stop()
	runtime.KeepAlive(ground)
	os.Exit(code)
}

// width is how many characters a line of a terminal has; 0 of what is none.
func width(f *os.File) int {
	w, _, err := term.GetSize(int(f.Fd()))
	if err != nil || w < 1 {
		return 0
	}
	return w
}
