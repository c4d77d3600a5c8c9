package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// How much more than what is in use may be allocated before garbage is collected:
// so much, and a share of what is in use. Most builds are over before the first
// collection; long ones need not twice the memory of what they hold.
const (
	slack      = 48 << 20
	slackShare = 30 // in hundredths
)

// memory is the process's.
type memory struct{ ballast []byte }

// ready has the garbage collector leave that much, unless the user says how much by
// GOGC. The collector knows but a share: what it is to leave besides stands as ballast
// in what it finds in use, and is never touched, so that it takes none of the machine's
// memory. The share could be set anew after each collection instead, but where others
// want the processors too that comes late, and far more is allocated meanwhile.
func (m *memory) ready() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(-1)
	m.ballast = make([]byte, slack*100/slackShare)
	hugePages(slack)
	runtime.GC()
	debug.SetGCPercent(slackShare)
}
