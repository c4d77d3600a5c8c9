package layout

import (
	"io/fs"
	"maps"
	"sync"
	"time"
)

// ledger is an edition's files, and how each that was opened stood then. It is
// safe for concurrent use.
type ledger struct {
	files fs.FS
	mu    sync.Mutex
	read  map[string]stand
}

// stand is how a file stands; all zero where none can be opened.
type stand struct {
	there bool
	size  int64
	time  time.Time
}

// Open opens a file and enters how it stands before a byte of it is read.
func (l *ledger) Open(name string) (fs.File, error) {
	f, err := l.files.Open(name)
	var now stand
	if err == nil {
		now = standOf(f.Stat())
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.read == nil {
		l.read = map[string]stand{}
	}
	if _, known := l.read[name]; !known {
		l.read[name] = now
	}
	return f, err
}

// on is the same ledger over another opening of the folder.
func (l *ledger) on(files fs.FS) *ledger {
	l.mu.Lock()
	defer l.mu.Unlock()
	return &ledger{files: files, read: maps.Clone(l.read)}
}

// holds reports whether each file that was opened stands as it did.
func (l *ledger) holds(files fs.FS) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for name, then := range l.read {
		now := standOf(fs.Stat(files, name))
		if now.there != then.there || now.size != then.size || !now.time.Equal(then.time) {
			return false
		}
	}
	return true
}

func standOf(info fs.FileInfo, err error) stand {
	if err != nil {
		return stand{}
	}
	return stand{true, info.Size(), info.ModTime()}
}
