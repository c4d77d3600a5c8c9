package bag

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// File is a file to put into a bag.
type File struct {
	Name string // below data/
	Open func() (io.ReadCloser, error)
}

// Contents is what a bag is made of. The same contents give the same bytes.
type Contents struct {
	Top   string    // the folder an archive's files lie in
	Info  []Field   // of bag-info.txt; Payload-Oxum is added
	Files []File    // in any order
	Time  time.Time // of every file
}

// item is a file as it is written.
type item struct {
	name string
	size int64
	sum  string // SHA-512, hexadecimal
	crc  uint32
	open func() (io.ReadCloser, error)
}

// measure reads a file for its size and checksums.
func measure(name string, open func() (io.ReadCloser, error)) (item, error) {
	r, err := open()
	if err != nil {
		return item{}, err
	}
	defer r.Close()
	sum, crc := sha512.New(), crc32.NewIEEE()
	size, err := io.Copy(io.MultiWriter(sum, crc), r)
	return item{name, size, hex.EncodeToString(sum.Sum(nil)), crc.Sum32(), open}, err
}

// text is an item of a tag file.
func text(name string, data []byte) (item, error) {
	return measure(name, func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil })
}

// items makes the bag's files, sorted by name.
func (c Contents) items() ([]item, error) {
	l := newListing(defaultLimits())
	var files []item
	var size int64
	for _, f := range c.Files {
		i, err := measure(payload+f.Name, f.Open)
		if err == nil {
			err = l.file(i.name, entry{size: i.size})
		}
		if err != nil {
			return nil, err
		}
		size += i.size
		files = append(files, i)
	}
	byName := func(a, b item) int { return cmp.Compare(a.name, b.name) }
	slices.SortFunc(files, byName)
	var tags []item
	for _, t := range []struct {
		name string
		data []byte
	}{
		{declaration, []byte("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")},
		{infoFile, c.info(size, len(files))},
		{"manifest-sha512.txt", writeList(files)},
	} {
		i, err := text(t.name, t.data)
		if err != nil {
			return nil, err
		}
		tags = append(tags, i)
	}
	slices.SortFunc(tags, byName)
	last, err := text("tagmanifest-sha512.txt", writeList(tags))
	all := slices.Concat(files, tags, []item{last})
	slices.SortFunc(all, byName)
	return all, err
}

// info is bag-info.txt.
func (c Contents) info(size int64, files int) []byte {
	var b bytes.Buffer
	for _, f := range slices.Concat(c.Info, []Field{{"Payload-Oxum", fmt.Sprintf("%d.%d", size, files)}}) {
		if v := strings.Join(strings.Fields(f.Value), " "); v != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.Name, v)
		}
	}
	return b.Bytes()
}

// copyTo writes an item's bytes. It is an error when they are no longer those
// that were measured.
func (i item) copyTo(ctx context.Context, w io.Writer) error {
	r, err := i.open()
	if err != nil {
		return err
	}
	defer r.Close()
	sum := sha512.New()
	n, err := io.Copy(io.MultiWriter(w, sum), io.LimitReader(&stoppable{ctx, r}, i.size+1))
	if err == nil && (n != i.size || hex.EncodeToString(sum.Sum(nil)) != i.sum) {
		err = &Fault{Kind: Unstable, Name: i.name}
	}
	return err
}

// WriteFolder writes the bag into a new folder. What was written stays there
// when there is an error.
func (c Contents) WriteFolder(ctx context.Context, dir string) error {
	items, err := c.items()
	if err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	for _, i := range items {
		name := filepath.Join(dir, filepath.FromSlash(i.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := c.put(ctx, i, name); err != nil {
			return err
		}
	}
	return nil
}

// put writes one file of a folder.
func (c Contents) put(ctx context.Context, i item, name string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	err = i.copyTo(ctx, f)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Chtimes(name, c.Time, c.Time)
}

// WriteTar writes the bag as a tar file.
func (c Contents) WriteTar(ctx context.Context, w io.Writer) error {
	items, err := c.items()
	if err != nil {
		return err
	}
	t := tar.NewWriter(w)
	for _, i := range items {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: c.Top + "/" + i.name, Size: i.size, Mode: 0o644, ModTime: c.Time}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if err := i.copyTo(ctx, t); err != nil {
			return err
		}
	}
	return t.Close()
}

// WriteZip writes the bag as a zip file. Its files are stored, not packed: how
// they would be packed is no one's promise.
func (c Contents) WriteZip(ctx context.Context, w io.Writer) error {
	items, err := c.items()
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	date, clock := dosTime(c.Time)
	for _, i := range items {
		const utf8 = 0x800 // the flag that says how the name is written
		h := &zip.FileHeader{Name: c.Top + "/" + i.name, Method: zip.Store, Flags: utf8, CRC32: i.crc,
			CompressedSize64: uint64(i.size), UncompressedSize64: uint64(i.size)}
		//lint:ignore SA1019 CreateRaw writes these and leaves Modified aside
		h.ModifiedDate, h.ModifiedTime = date, clock
		h.SetMode(0o644)
		f, err := z.CreateRaw(h)
		if err != nil {
			return err
		}
		if err := i.copyTo(ctx, f); err != nil {
			return err
		}
	}
	return z.Close()
}

// dosTime is a time as zip files have it, which begin in 1980.
func dosTime(t time.Time) (date, clock uint16) {
	t = t.UTC()
	if t.Year() < 1980 || t.Year() > 2107 {
		return 1<<5 | 1, 0
	}
	return uint16(t.Day() | int(t.Month())<<5 | (t.Year()-1980)<<9), uint16(t.Second()/2 | t.Minute()<<5 | t.Hour()<<11)
}
