package diag

import (
	"errors"
	"io/fs"
	"syscall"
)

// Cause tells in Danish and English why the machine would not read or write
// something, without the path, which may be of a file nobody has heard of. What
// it has no words for is told as the machine does.
func Cause(err error) (da, en string) {
	for _, c := range []struct {
		is     error
		da, en string
	}{
		{fs.ErrPermission, "adgang nægtet", "permission denied"},
		{syscall.ENOSPC, "der er ikke mere plads på disken", "no space left on the disk"},
		{syscall.EDQUOT, "der er ikke mere plads på disken", "no space left on the disk"},
		{syscall.EROFS, "disken kan kun læses", "the disk is read-only"},
		{syscall.EISDIR, "det er en mappe", "it is a folder"},
		{syscall.ENOTDIR, "en del af stien er ikke en mappe", "a part of the path is not a folder"},
		{syscall.ENAMETOOLONG, "navnet er for langt", "the name is too long"},
		{syscall.EIO, "disken melder fejl", "the disk reports an error"},
		{fs.ErrNotExist, "den findes ikke", "it does not exist"},
	} {
		if errors.Is(err, c.is) {
			return c.da, c.en
		}
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return err.Error(), err.Error()
}
