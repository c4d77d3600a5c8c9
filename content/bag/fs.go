package bag

import (
	"cmp"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// FS is a folder of the bag, such as "data/source", to read from. Nothing is
// put on the disk.
func (b *Bag) FS(folder string) fs.FS {
	t := &tree{bag: b, top: folder + "/", folders: map[string][]fs.DirEntry{".": nil}}
	for _, name := range b.names {
		if below, is := strings.CutPrefix(name, t.top); is {
			t.add(below, stat{path.Base(below), b.files[name].size, 0o444})
		}
	}
	for _, list := range t.folders {
		slices.SortFunc(list, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	}
	return t
}

// tree is a folder of a bag.
type tree struct {
	bag     *Bag
	top     string
	folders map[string][]fs.DirEntry
}

// add puts a file or folder into the folder it lies in, and that into its own.
func (t *tree) add(name string, s stat) {
	parent := path.Dir(name)
	if _, known := t.folders[parent]; !known {
		t.folders[parent] = nil
		t.add(parent, stat{path.Base(parent), 0, fs.ModeDir | 0o555})
	}
	t.folders[parent] = append(t.folders[parent], fs.FileInfoToDirEntry(s))
}

// Open opens a file or a folder.
func (t *tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if list, is := t.folders[name]; is {
		return &folder{stat{path.Base(name), 0, fs.ModeDir | 0o555}, name, list}, nil
	}
	r, err := t.bag.Open(t.top + name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &file{r, stat{path.Base(name), t.bag.files[t.top+name].size, 0o444}}, nil
}

// stat is what is known of a file or folder.
type stat struct {
	name string
	size int64
	mode fs.FileMode
}

func (s stat) Name() string       { return s.name }
func (s stat) Size() int64        { return s.size }
func (s stat) Mode() fs.FileMode  { return s.mode }
func (s stat) ModTime() time.Time { return time.Time{} }
func (s stat) IsDir() bool        { return s.mode.IsDir() }
func (s stat) Sys() any           { return nil }

// file is an open file.
type file struct {
	io.ReadCloser
	stat stat
}

func (f *file) Stat() (fs.FileInfo, error) { return f.stat, nil }

// folder is an open folder.
type folder struct {
	stat stat
	name string
	left []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.stat, nil }
func (f *folder) Close() error               { return nil }

func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// ReadDir reads the next n entries, all when n is not above 0.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.left)
	} else if len(f.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.left))
	list := f.left[:n]
	f.left = f.left[n:]
	return list, nil
}
