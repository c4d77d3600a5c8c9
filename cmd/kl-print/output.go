package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// target is where a PDF goes. Unless commit has been called, discard leaves
// everything as it was.
type target interface {
	io.Writer
	commit() error
	discard()
}

// openTarget opens the file for a PDF: a new one that takes its place when it is
// whole, or the thing itself where that is no file but a device or a pipe.
func openTarget(path string) (target, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return newFile(path, nil)
	case err != nil:
		return nil, err
	case info.Mode().IsRegular():
		return newFile(path, info)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return device{f}, nil
}

// wholeFile is a file that appears whole or not at all.
type wholeFile struct {
	*os.File
	path string
	done bool
}

// newFile makes a file beside the one it is to replace, so that both are on one
// file system. It gets the mode of the one it replaces.
func newFile(path string, old fs.FileInfo) (*wholeFile, error) {
	dir, base := filepath.Split(path)
	for try := range 100 {
		name := filepath.Join(dir, fmt.Sprintf(".%s.%d-%d.tmp", base, os.Getpid(), try))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		w := &wholeFile{File: f, path: path}
		if old != nil {
			if err := f.Chmod(old.Mode().Perm()); err != nil {
				w.discard()
				return nil, err
			}
		}
		return w, nil
	}
	return nil, &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
}

// commit puts the file in its place, safe from a power cut.
func (w *wholeFile) commit() error {
	if err := w.Sync(); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	if err := os.Rename(w.Name(), w.path); err != nil {
		return err
	}
	w.done = true
	syncFolder(filepath.Dir(w.path))
	return nil
}

// syncFolder makes a rename last. The file is in its place already, and not all
// systems can do this: an error changes nothing.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// discard takes the file away unless it is in its place.
func (w *wholeFile) discard() {
	if !w.done {
		_ = w.Close()
		_ = os.Remove(w.Name())
	}
}

// device is something that can only be written to as it is.
type device struct{ *os.File }

func (d device) commit() error { return d.Close() }
func (d device) discard()      { _ = d.Close() }

// stream is an open stream that is not ours to close.
type stream struct{ io.Writer }

func (stream) commit() error { return nil }
func (stream) discard()      {}

// counter counts what goes through it, and lets nothing through once the work
// is interrupted.
type counter struct {
	ctx context.Context
	w   io.Writer
	n   int64
}

func (c *counter) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
