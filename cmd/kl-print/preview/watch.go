package preview

import (
	"context"
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

// watcher sees changes of the files of a folder that an edition may be made of.
type watcher struct {
	dir string
	fs  *fsnotify.Watcher
}

// watch begins to watch a folder and those in it.
func watch(dir string) (*watcher, error) {
	f, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, &os.PathError{Op: "watch", Path: dir, Err: err}
	}
	w := &watcher{dir: dir, fs: f}
	if err := w.add(dir); err != nil {
		_ = f.Close()
		return nil, err
	}
	return w, nil
}

func (w *watcher) close() { _ = w.fs.Close() }

// add watches a folder and those in it. Only the first has to be there.
func (w *watcher) add(dir string) error {
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

// wait returns when something has changed and it is quiet again; without a change,
// and false, where the context ends before, or the time is over in which it has to
// begin (0: there is none).
func (w *watcher) wait(ctx context.Context, within time.Duration) bool {
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
func (w *watcher) matters(e fsnotify.Event) bool {
	if hidden(e.Name) || e.Op == fsnotify.Chmod {
		return false
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
			_ = w.add(e.Name) // it may be gone already, which is an event of its own
			return true
		}
	}
	kinds := []string{".yaml", ".yml", ".png", ".jpg", ".jpeg", ".svg", ".ttf"}
	return slices.Contains(kinds, strings.ToLower(filepath.Ext(e.Name))) || filepath.Ext(e.Name) == "" && !e.Has(fsnotify.Write)
}

// hidden reports whether a file is not of the edition: one that begins with a dot
// or is a copy an editor keeps.
func hidden(name string) bool {
	base := filepath.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "#") || strings.HasSuffix(base, "~")
}
