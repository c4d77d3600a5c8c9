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

func main() {
	mem := &memory{}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := run(ctx, os.Args[1:], stdio{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv,
		outTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		errTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		outWidth:    width(os.Stdout),
		errWidth:    width(os.Stderr),
		begin:       mem.ready,
	})
	stop()
	runtime.KeepAlive(mem)
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
