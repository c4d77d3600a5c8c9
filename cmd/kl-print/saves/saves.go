// Package saves sees that the files of an edition have changed. It is the only
// importer of fsnotify.
package saves

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long a change is waited for: programs that save write a file in several
// steps, which are over when nothing has happened for a while.
const (
	settled  = 8 * time.Millisecond
	longest  = 250 * time.Millisecond
	mostDirs = 1000
)

// Watcher sees changes of the files of a folder that an edition may be made of.
type Watcher struct {
	dir    string
	except string            // a file that is not looked at; empty: none
	fs     *fsnotify.Watcher // nil: the folder is looked at from time to time, as one is that took the first's place
	seen   string            // how the folder was when it was looked at
}

// New begins to watch a folder and those in it. What happens to the file except,
// which is made of the edition, is no change of it; it may be empty. Where the
// system can't tell of changes, the folder is looked at twice a second.
func New(dir, except string) (*Watcher, error) {
	if _, err := os.ReadDir(dir); err != nil {
		return nil, err
	}
	w := &Watcher{dir: dir, except: except}
	f, err := fsnotify.NewWatcher()
	if err != nil {
		return w.poll(), nil
	}
	w.fs = f
	if err := w.add(dir); err != nil {
		_ = f.Close()
		return w.poll(), nil
	}
	return w, nil
}

// poll has the watcher look at the folder itself.
func (w *Watcher) poll() *Watcher {
	w.fs, w.seen = nil, w.look()
	return w
}

// Close gives the watching up.
func (w *Watcher) Close() {
	if w.fs != nil {
		_ = w.fs.Close()
	}
}

// add watches a folder and those in it. Only the first has to be there.
func (w *Watcher) add(dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == dir:
			return err
		case err != nil || !d.IsDir():
			return nil
		case name != w.dir && hidden(name) || len(w.fs.WatchList()) >= mostDirs:
			return fs.SkipDir
		}
		if err := w.fs.Add(name); err != nil && name == dir {
			return &os.PathError{Op: "watch", Path: name, Err: err}
		}
		return nil
	})
}

// Wait returns when something has changed and it is quiet again; without a change,
// and false, where the context ends before, or the time is over in which it has to
// begin (0: there is none).
func (w *Watcher) Wait(ctx context.Context, within time.Duration) bool {
	if w.fs == nil {
		return w.waitLooking(ctx, within)
	}
	var quiet, latest, over <-chan time.Time
	if within > 0 {
		over = time.After(within)
	}
	for {
		select {
		case <-ctx.Done():
			return false
		case <-over:
			return false
		case <-quiet:
			return true
		case <-latest:
			return true
		case <-w.fs.Errors: // such as lost events: something has changed
			quiet, over = time.After(settled), nil
		case e, open := <-w.fs.Events:
			if !open {
				return false
			}
			if e.Name == w.dir && (e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)) {
				_ = w.fs.Close() // another folder may take its place, which the system does not tell of
				w.poll()
				return true
			}
			if !w.matters(e) {
				continue
			}
			quiet, over = time.After(settled), nil
			if latest == nil {
				latest = time.After(longest)
			}
		}
	}
}

// matters reports whether an event is of a file that an edition may be made of, or
// of a folder, which is then watched too.
func (w *Watcher) matters(e fsnotify.Event) bool {
	if hidden(e.Name) || e.Op == fsnotify.Chmod || e.Name == w.except {
		return false
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
			_ = w.add(e.Name) // it may be gone already, which is an event of its own
			return true
		}
	}
	return ofEdition(e.Name) || filepath.Ext(e.Name) == "" && !e.Has(fsnotify.Write)
}

// ofEdition reports a file of a kind that an edition is made of.
func ofEdition(name string) bool {
	kinds := []string{".yaml", ".yml", ".png", ".jpg", ".jpeg", ".svg", ".ttf"}
	return slices.Contains(kinds, strings.ToLower(filepath.Ext(name)))
}

// hidden reports whether a file is not of the edition: one that begins with a dot
// or is a copy an editor keeps.
func hidden(name string) bool {
	base := filepath.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "#") || strings.HasSuffix(base, "~")
}

// between is how long passes from one look to the next.
const between = 500 * time.Millisecond

// waitLooking is Wait where the system does not tell of changes.
func (w *Watcher) waitLooking(ctx context.Context, within time.Duration) bool {
	var over <-chan time.Time
	if within > 0 {
		over = time.After(within)
	}
	tick := time.NewTicker(between)
	defer tick.Stop()
	for {
		if now := w.look(); now != w.seen {
			for next := ""; next != now; now, next = w.look(), now { // until it stays so
				select {
				case <-ctx.Done():
					return false
				case <-time.After(settled):
				}
			}
			w.seen = now
			return true
		}
		select {
		case <-ctx.Done():
			return false
		case <-over:
			return false
		case <-tick.C:
		}
	}
}

// look writes down the files an edition may be made of: names, sizes and times.
func (w *Watcher) look() string {
	var b strings.Builder
	_ = filepath.WalkDir(w.dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // it is gone, which shows
		case d.IsDir() && name != w.dir && hidden(name):
			return fs.SkipDir
		case d.IsDir() || hidden(name) || name == w.except || !ofEdition(name):
			return nil
		}
		if info, err := d.Info(); err == nil {
			fmt.Fprintf(&b, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return b.String()
}
