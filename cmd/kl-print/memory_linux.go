package main

import "syscall"

// hugePages has the kernel give so many bytes of the heap in huge pages, where it has
// them for who asks: else a sixth of a short build goes on getting small ones. What is
// asked for is garbage at once, nothing of it has been touched, and after the next
// collection what is allocated takes its place.
func hugePages(bytes int) {
	_ = syscall.Madvise(make([]byte, bytes), syscall.MADV_HUGEPAGE) // where that fails all goes on in small ones
}

// held is the most memory that the process has had of the machine at a time, in bytes.
func held() int64 {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return int64(u.Maxrss) << 10
}
