//go:build !linux

package main

import "runtime"

// hugePages does nothing where they can't be asked for in this way.
func hugePages(int) {}

// held is the memory that the runtime has of the machine, in bytes: what is never
// touched counts too.
func held() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys - m.HeapReleased)
}
