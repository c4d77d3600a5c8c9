package bag

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// errDirectory tells that a zip's directory is larger than it may be.
var errDirectory = errors.New("bag: the directory is too large")

// budget reads until so many bytes have been read.
type budget struct {
	r    io.ReaderAt
	left int64
}

func (b *budget) ReadAt(p []byte, at int64) (int, error) {
	b.left -= int64(len(p))
	if b.left < 0 {
		return 0, errDirectory
	}
	return b.r.ReadAt(p, at)
}

// readZip lists a zip file. Its directory is read on a budget, for the number of
// entries it gives need not be true.
func (l *listing) readZip(f io.ReaderAt, size int64) error {
	directory := &budget{f, l.lim.directory}
	z, err := zip.NewReader(directory, size)
	switch {
	case errors.Is(err, errDirectory) || err == nil && len(z.File) > l.lim.entries:
		return &Fault{Kind: TooMany}
	case err != nil:
		return broken(err)
	}
	directory.left = 1 << 62 // the list is read; what follows has limits of its own
	for _, file := range z.File {
		if err := l.zipped(file); err != nil {
			return err
		}
	}
	if l.total > ratioFrom && l.total/l.lim.ratio > size {
		return &Fault{Kind: Bomb}
	}
	return apart(z.File)
}

// zipped lists one entry of a zip file.
func (l *listing) zipped(f *zip.File) error {
	mode := f.Mode()
	switch {
	case strings.HasSuffix(f.Name, "/"):
		return l.folder(f.Name)
	case mode&fs.ModeSymlink != 0:
		return &Fault{Kind: Link, Name: f.Name}
	case !mode.IsRegular():
		return &Fault{Kind: Device, Name: f.Name}
	case f.Flags&1 != 0 || f.Method != zip.Store && f.Method != zip.Deflate:
		return &Fault{Kind: Unreadable, Name: f.Name}
	case f.UncompressedSize64 > 1<<62:
		return &Fault{Kind: TooLarge, Name: f.Name}
	}
	return l.file(f.Name, entry{int64(f.UncompressedSize64), func() (io.ReadCloser, error) {
		r, err := f.Open()
		if err != nil {
			return nil, &Fault{Kind: Damaged, Name: f.Name}
		}
		// One byte more is let through, so that a length that is not true shows.
		return limited{io.LimitReader(r, int64(f.UncompressedSize64)+1), r}, nil
	}})
}

// limited is a reader that ends early, and closes what it reads from.
type limited struct {
	io.Reader
	io.Closer
}

// apart refuses entries that share bytes: many files made of one are a bomb.
func apart(files []*zip.File) error {
	type span struct{ from, to int64 }
	spans := make([]span, 0, len(files))
	for _, f := range files {
		from, err := f.DataOffset()
		if err != nil {
			return broken(err)
		}
		if f.CompressedSize64 > 1<<62 {
			return &Fault{Kind: Damaged, Name: f.Name}
		}
		if f.CompressedSize64 > 0 {
			spans = append(spans, span{from, from + int64(f.CompressedSize64)})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i := range spans {
		if i > 0 && spans[i].from < spans[i-1].to {
			return &Fault{Kind: Bomb}
		}
	}
	return nil
}

// readTar lists a tar file: where each file's bytes lie.
func (l *listing) readTar(f archive, size int64) error {
	t := tar.NewReader(f)
	for n := 0; ; n++ {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return ended(f, size)
		case err != nil:
			return broken(err)
		case n >= l.lim.entries:
			return &Fault{Kind: TooMany}
		}
		if err := l.taped(f, h, size); err != nil {
			return err
		}
	}
}

// ended refuses a tar file without the two blocks of zeros it has to end with:
// broken off between two files, it looks whole otherwise.
func ended(f io.ReaderAt, size int64) error {
	end := make([]byte, 1024)
	if size < int64(len(end)) {
		return &Fault{Kind: Truncated}
	}
	if _, err := f.ReadAt(end, size-int64(len(end))); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if len(bytes.Trim(end, "\x00")) > 0 {
		return &Fault{Kind: Truncated}
	}
	return nil
}

// taped lists one entry of a tar file, which f has been read to.
func (l *listing) taped(f archive, h *tar.Header, size int64) error {
	switch h.Typeflag {
	case tar.TypeDir:
		return l.folder(h.Name)
	case tar.TypeXGlobalHeader:
		return nil
	case tar.TypeLink, tar.TypeSymlink:
		return &Fault{Kind: Link, Name: h.Name}
	case tar.TypeReg:
	default:
		return &Fault{Kind: Device, Name: h.Name}
	}
	for record := range h.PAXRecords {
		if strings.HasPrefix(record, "GNU.sparse.") {
			return &Fault{Kind: Unreadable, Name: h.Name}
		}
	}
	at, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	if h.Size < 0 || h.Size > size-at {
		return &Fault{Kind: Truncated}
	}
	return l.file(h.Name, entry{h.Size, func() (io.ReadCloser, error) {
		return io.NopCloser(io.NewSectionReader(f, at, h.Size)), nil
	}})
}

// broken tells of an archive that can't be read. The machine's errors stay what
// they are.
func broken(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return err
	}
	return &Fault{Kind: Truncated}
}
