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
	})
	stop()
	runtime.KeepAlive(ground)
	os.Exit(code)
}
