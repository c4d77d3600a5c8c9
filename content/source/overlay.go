package source

import (
	"bytes"
	"io/fs"
	"path"
	"time"
)

// Overlay is a folder in which some files hold other bytes than they do. It adds
// none to the folder's lists.
func Overlay(under fs.FS, files map[string][]byte) fs.FS { return overlay{under, files} }

type overlay struct {
	fs.FS
	files map[string][]byte
}

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	if data, has := o.files[name]; has {
		return &heldFile{Reader: bytes.NewReader(data), name: path.Base(name)}, nil
	}
	return o.FS.Open(name)
}

// heldFile is a file in memory, and what is to be known of it.
type heldFile struct {
	*bytes.Reader
	name string
}

func (f *heldFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *heldFile) Close() error               { return nil }
func (f *heldFile) Name() string               { return f.name }
func (f *heldFile) Mode() fs.FileMode          { return 0o444 }
func (f *heldFile) ModTime() time.Time         { return time.Time{} }
func (f *heldFile) IsDir() bool                { return false }
func (f *heldFile) Sys() any                   { return nil }
