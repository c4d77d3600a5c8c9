package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How much more than what is in use may be allocated before garbage is collected:
// so much, and a share of what is in use. Most builds are over before the first
// collection; long ones need not twice the memory of what they hold.
const (
	slack      = 64 << 20
	slackShare = 30 // in hundredths
)

// tuneMemory has the garbage collector leave that much, anew after each collection,
// unless the user says how much by GOGC.
func tuneMemory() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const before = 4 << 20 // what the runtime takes for in use before the first collection
	debug.SetGCPercent(percent(before))
	watch()
}

// percent is what the slack is of what is in use, in hundredths.
func percent(live uint64) int { return slackShare + int(slack*100/max(live, 1<<20)) }

// watch has the slack set anew after the next collection.
func watch() {
	runtime.AddCleanup(new([16]byte), func(struct{}) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Kind() == metrics.KindUint64 {
			debug.SetGCPercent(percent(live[0].Value.Uint64()))
		}
		watch()
	}, struct{}{})
}
