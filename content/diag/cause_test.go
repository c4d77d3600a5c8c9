package diag

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestCause(t *testing.T) {
	for want, err := range map[string]error{
		"adgang nægtet | permission denied":                            &fs.PathError{Op: "open", Path: "/x", Err: syscall.EACCES},
		"der er ikke mere plads på disken | no space left on the disk": fmt.Errorf("write: %w", &fs.PathError{Op: "write", Path: "/x", Err: syscall.ENOSPC}),
		"det er en mappe | it is a folder":                             syscall.EISDIR,
		"den findes ikke | it does not exist":                          fs.ErrNotExist,
		"a cable is loose | a cable is loose":                          &fs.PathError{Op: "read", Path: "/x", Err: errors.New("a cable is loose")},
		"no words | no words":                                          errors.New("no words"),
	} {
		da, en := Cause(err)
		if got := da + " | " + en; got != want || strings.Contains(got, "/x") {
			t.Errorf("%v: got %q, want %q", err, got, want)
		}
	}
}
