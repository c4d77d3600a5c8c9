// Package bag writes and checks BagIt bags (RFC 8493): folders whose files are
// listed with checksums, as they are or as one .zip or .tar file.
//
// A bag that is read is not trusted. Nothing of it is put on the disk, and what
// it takes is bounded: files are streamed, and names, manifests and sizes have
// limits. What is wrong is told as a Fault.
package bag

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Names of a bag's own files, and the folder of those it is there for.
const (
	declaration = "bagit.txt"
	infoFile    = "bag-info.txt"
	payload     = "data/"
)

// entry is a file of a bag.
type entry struct {
	size int64 // bytes
	open func() (io.ReadCloser, error)
}

// Bag is a bag opened for reading.
type Bag struct {
	files  map[string]entry // by name from the bag's top folder
	names  []string         // of files, sorted
	lim    limits
	closer io.Closer
}

// Open opens the bag a path leads to: a folder, or a .zip or .tar file. The
// error is a *Fault where the bag is at fault and not the machine.
func Open(path string) (*Bag, error) { return open(path, defaultLimits()) }

func open(path string, lim limits) (*Bag, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return openFolder(path, lim)
	}
	if !info.Mode().IsRegular() {
		return nil, &Fault{Kind: UnknownForm}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	b, err := openArchive(f, info.Size(), strings.EqualFold(filepath.Ext(path), ".tar"), lim)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	b.closer = f
	return b, nil
}

// archive is what an archive is read from.
type archive interface {
	io.ReaderAt
	io.ReadSeeker
}

// openArchive reads the list of an archive. It is a tar file where it says so
// inside, or by its name.
func openArchive(f archive, size int64, tarName bool, lim limits) (*Bag, error) {
	head := make([]byte, 512)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	head = head[:n]
	l := newListing(lim)
	switch {
	case bytes.HasPrefix(head, []byte("PK")):
		err = l.readZip(f, size)
	case tarName, len(head) > 262 && bytes.Equal(head[257:262], []byte("ustar")):
		err = l.readTar(f, size)
	default:
		return nil, &Fault{Kind: UnknownForm}
	}
	if err != nil {
		return nil, err
	}
	if err := l.descend(); err != nil {
		return nil, err
	}
	return l.bag()
}

// openFolder lists a bag that is a folder.
func openFolder(path string, lim limits) (*Bag, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	l := newListing(lim)
	if err := l.readFolder(root); err != nil {
		return nil, errors.Join(err, root.Close())
	}
	b, err := l.bag()
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	b.closer = root
	return b, nil
}

// readFolder lists a folder. Links are refused, for what they lead to is no part
// of the bag.
func (l *listing) readFolder(root *os.Root) error {
	return fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case d.IsDir():
			return l.folder(name)
		case d.Type()&fs.ModeSymlink != 0:
			return &Fault{Kind: Link, Name: name}
		case !d.Type().IsRegular():
			return &Fault{Kind: Device, Name: name}
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		return l.file(name, entry{info.Size(), func() (io.ReadCloser, error) { return root.Open(filepath.FromSlash(name)) }})
	})
}

// bag makes a bag of what is listed.
func (l *listing) bag() (*Bag, error) {
	if _, is := l.files[declaration]; !is {
		return nil, &Fault{Kind: NotABag}
	}
	b := &Bag{files: l.files, lim: l.lim}
	for name := range l.files {
		b.names = append(b.names, name)
	}
	slices.Sort(b.names)
	return b, nil
}

// Close lets go of the folder or the archive.
func (b *Bag) Close() error {
	if b.closer == nil {
		return nil
	}
	return b.closer.Close()
}

// Has tells whether the bag has a file of this name, such as "data/a.pdf".
func (b *Bag) Has(name string) bool {
	_, is := b.files[name]
	return is
}

// Open opens a file of the bag. It gives no more bytes than the bag says that
// the file has.
func (b *Bag) Open(name string) (io.ReadCloser, error) {
	e, is := b.files[name]
	if !is {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return e.open()
}

// small reads a file that has to be small.
func (b *Bag) small(name string, most int64) ([]byte, error) {
	if b.files[name].size > most {
		return nil, &Fault{Kind: ListTooLarge, Name: name}
	}
	r, err := b.Open(name)
	if err != nil {
		return nil, damaged(name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, damaged(name, err)
	case int64(len(data)) > most:
		return nil, &Fault{Kind: ListTooLarge, Name: name}
	}
	return data, nil
}

// damaged tells of a file that can't be read to its end. The machine's errors
// stay what they are.
func damaged(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return err
	}
	return &Fault{Kind: Damaged, Name: name}
}
