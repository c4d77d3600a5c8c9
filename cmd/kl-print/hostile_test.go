package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// mostMemory is how many bytes verify may allocate in all for a bundle it refuses;
// what it has at one time is less still.
const mostMemory = 64 << 20

const declared = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

// tarFile writes a tar file of entries, as they are given.
func tarFile(t *testing.T, name string, entries ...*tar.Header) {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, h := range append([]*tar.Header{{Name: "b/bagit.txt", Typeflag: tar.TypeReg, Size: int64(len(declared))}}, entries...) {
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if h.Name == "b/bagit.txt" {
			if _, err := io.WriteString(w, declared); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = w.Close() // the last entry may say that it has more than there is
	put(t, name, b.String())
}

// zipFile writes a zip file of entries whose bytes are data, packed already.
func zipFile(t *testing.T, name string, data []byte, entries ...zip.FileHeader) {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("b/bagit.txt")
	if err == nil {
		_, err = io.WriteString(f, declared)
	}
	if err != nil {
		t.Fatal(err)
	}
	for i := range entries {
		h := &entries[i]
		h.Method, h.CompressedSize64 = zip.Deflate, uint64(len(data))
		if f, err = w.CreateRaw(h); err == nil {
			_, err = f.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	put(t, name, b.String())
}

// zeros is so many zeros, deflated.
func zeros(t *testing.T, n int64) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(w, zeroReader{}, n); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zeroReader gives zeros without end.
type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// sparse makes a file of zeros that take no room on the disk.
func sparse(t *testing.T, name string, size int64) {
	t.Helper()
	put(t, name, "")
	if err := os.Truncate(name, size); err != nil {
		t.Skip(err)
	}
}

// bagFolder makes a folder with a declaration.
func bagFolder(t *testing.T, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(name, "data"), 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(name, "bagit.txt"), declared)
}

// hostile are bundles by what is wrong with them: what makes one called x, and what
// verify is to say.
func hostile() map[string]struct {
	form string // what x ends in
	make func(t *testing.T, x string)
	want string
} {
	return map[string]struct {
		form string
		make func(t *testing.T, x string)
		want string
	}{
		"a path that climbs out of a tar file": {".tar", func(t *testing.T, x string) { tarFile(t, x, &tar.Header{Name: "b/../../evil", Typeflag: tar.TypeReg}) }, `the path "b/../../evil" can lead out of the bag`},
		"a path from the root of a tar file":   {".tar", func(t *testing.T, x string) { tarFile(t, x, &tar.Header{Name: "/evil", Typeflag: tar.TypeReg}) }, `the path "/evil" can lead out of the bag`},
		"a path that climbs out of a zip file": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 1), zip.FileHeader{Name: "../evil", UncompressedSize64: 1})
		}, `the path "../evil" can lead out of the bag`},
		"a path with backslashes": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 1), zip.FileHeader{Name: `b\..\..\evil`, UncompressedSize64: 1})
		}, `can lead out of the bag`},
		"a symbolic link in a tar file": {".tar", func(t *testing.T, x string) {
			tarFile(t, x, &tar.Header{Name: "b/data/l", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"})
		}, `"b/data/l" is a link and no file`},
		"a hard link": {".tar", func(t *testing.T, x string) {
			tarFile(t, x, &tar.Header{Name: "b/data/l", Typeflag: tar.TypeLink, Linkname: "../../evil"})
		}, `"b/data/l" is a link and no file`},
		"a device": {".tar", func(t *testing.T, x string) { tarFile(t, x, &tar.Header{Name: "b/data/d", Typeflag: tar.TypeBlock}) }, `"b/data/d" is neither a file nor a folder`},
		"a link in a zip file": {".zip", func(t *testing.T, x string) {
			h := zip.FileHeader{Name: "b/data/l", UncompressedSize64: 1}
			h.SetMode(fs.ModeSymlink | 0o777)
			zipFile(t, x, zeros(t, 1), h)
		}, `"b/data/l" is a link and no file`},
		"a link in a folder": {"", func(t *testing.T, x string) {
			bagFolder(t, x)
			if err := os.Symlink("/etc", filepath.Join(x, "data", "l")); err != nil {
				t.Skip(err)
			}
		}, `"data/l" is a link and no file`},
		"a file twice in a tar file": {".tar", func(t *testing.T, x string) {
			tarFile(t, x, &tar.Header{Name: "b/data/a", Typeflag: tar.TypeReg}, &tar.Header{Name: "b/data/a", Typeflag: tar.TypeReg})
		}, `"b/data/a" is there twice`},
		"a file twice in a zip file": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 1), zip.FileHeader{Name: "b/data/a", UncompressedSize64: 1}, zip.FileHeader{Name: "b/./data/a", UncompressedSize64: 1})
		}, `the path "b/./data/a"`},
		"names that differ by capitals": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 1), zip.FileHeader{Name: "b/data/a", UncompressedSize64: 1}, zip.FileHeader{Name: "b/data/A", UncompressedSize64: 1})
		}, `are one name on some systems`},
		"ten gigabytes of zeros in a tar file": {".tar", func(t *testing.T, x string) {
			tarFile(t, x, &tar.Header{Name: "b/data/z", Typeflag: tar.TypeReg, Size: 10 << 30})
			if err := os.Truncate(x, 10<<30+8192); err != nil {
				t.Skip(err)
			}
		}, `"b/data/z" makes the bag larger than 4 GiB`},
		"ten gigabytes of zeros in a folder": {"", func(t *testing.T, x string) {
			bagFolder(t, x)
			sparse(t, filepath.Join(x, "data", "z"), 10<<30)
		}, `"data/z" makes the bag larger than 4 GiB`},
		"ten gigabytes of zeros as a manifest": {"", func(t *testing.T, x string) {
			bagFolder(t, x)
			sparse(t, filepath.Join(x, "manifest-sha512.txt"), 10<<30)
		}, `"manifest-sha512.txt" makes the bag larger than 4 GiB`},
		"a gigabyte of zeros as a manifest": {"", func(t *testing.T, x string) {
			bagFolder(t, x)
			sparse(t, filepath.Join(x, "manifest-sha512.txt"), 1<<30)
		}, `"manifest-sha512.txt" is too large`},
		"a gigabyte of zeros as bagit.txt": {"", func(t *testing.T, x string) {
			bagFolder(t, x)
			sparse(t, filepath.Join(x, "bagit.txt"), 1<<30)
		}, `"bagit.txt" is too large`},
		"a zip file that says it has ten gigabytes": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 1), zip.FileHeader{Name: "b/data/z", UncompressedSize64: 10 << 30})
		}, `"b/data/z" makes the bag larger than 4 GiB`},
		"a zip bomb": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 64<<20), zip.FileHeader{Name: "b/data/z", UncompressedSize64: 64 << 20})
		}, `the archive unfolds to far more than it takes up`},
		"a zip bomb that denies": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 64<<20), zip.FileHeader{Name: "b/manifest-md5.txt", UncompressedSize64: 10})
		}, `"manifest-md5.txt"`},
		"files that share their bytes": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 100), zip.FileHeader{Name: "b/data/1", UncompressedSize64: 100}, zip.FileHeader{Name: "b/data/2", UncompressedSize64: 100})
			data := []byte(read(t, x))
			one := bytes.Index(data, []byte("PK\x01\x02"))
			one += bytes.Index(data[one+4:], []byte("PK\x01\x02")) + 4
			two := one + bytes.Index(data[one+4:], []byte("PK\x01\x02")) + 4
			copy(data[two+42:two+46], data[one+42:one+46]) // the offset of its local header
			put(t, x, string(data))
		}, `the archive unfolds to far more than it takes up`},
		"a tar file broken off": {".tar", func(t *testing.T, x string) {
			tarFile(t, x, &tar.Header{Name: "b/data/a", Typeflag: tar.TypeReg, Size: 5000})
		}, `the archive is broken off or damaged`},
		"a zip file broken off": {".zip", func(t *testing.T, x string) {
			zipFile(t, x, zeros(t, 9), zip.FileHeader{Name: "b/data/a", UncompressedSize64: 9})
			if err := os.Truncate(x, 200); err != nil {
				t.Fatal(err)
			}
		}, `the archive is broken off or damaged`},
		"zeros that are no archive": {".zip", func(t *testing.T, x string) { sparse(t, x, 10<<30) }, `it is neither a folder, a zip file nor a tar file`},
		"zeros that are called tar": {".tar", func(t *testing.T, x string) { sparse(t, x, 10<<30) }, `there is no bagit.txt`},
		"nothing":                   {".zip", func(t *testing.T, x string) { put(t, x, "") }, `it is neither a folder, a zip file nor a tar file`},
	}
}

// everything is what is there below a folder, with sizes.
func everything(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			fmt.Fprintf(&b, "%s %v %d %v\n", name, info.Mode(), info.Size(), info.ModTime())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// allocated is how many bytes a function allocates in all.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestHostileBundles has verify refuse bundles that are made to harm: by name, with
// little memory, and without anything written anywhere.
func TestHostileBundles(t *testing.T) {
	for name, c := range hostile() {
		t.Run(name, func(t *testing.T) {
			top := inFolder(t, map[string]string{"in/here/keep": "x"})
			t.Chdir(filepath.Join(top, "in", "here"))
			x := "x" + c.form
			c.make(t, x)
			before := everything(t, top)
			w := newWorld()
			var code int
			memory := allocated(func() { code = w.run("verify", x) })
			if code != exitContent || !strings.Contains(w.out.String(), "error: ") || !strings.Contains(w.out.String(), c.want) {
				t.Errorf("exit %d: %s%s, expected %s", code, w.out.String(), w.err.String(), c.want)
			}
			if memory > mostMemory {
				t.Errorf("it took %d MB", memory>>20)
			}
			if after := everything(t, top); after != before {
				t.Errorf("there was\n%sand is\n%s", before, after)
			}
		})
	}
}

// listedBy writes the manifest of a bundle in a folder, by an algorithm that is fast.
func listedBy(t *testing.T, dir string) {
	t.Helper()
	manifest := ""
	err := filepath.WalkDir(filepath.Join(dir, "data"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		sum := sha256.New()
		below, _ := filepath.Rel(dir, name)
		_, err = io.Copy(sum, f)
		manifest += fmt.Sprintf("%x  %s\n", sum.Sum(nil), filepath.ToSlash(below))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "manifest-sha256.txt"), manifest)
}

// TestLargeFilesAreStreamed checks a bundle with a file of 256 MB without having it
// in memory.
func TestLargeFilesAreStreamed(t *testing.T) {
	inFolder(t, nil)
	bagFolder(t, "x")
	sparse(t, "x/data/z", 256<<20)
	listedBy(t, "x")
	w := newWorld()
	var code int
	memory := allocated(func() { code = w.run("verify", "x") })
	if code != exitMade || memory > mostMemory {
		t.Errorf("exit %d, %d MB: %s", code, memory>>20, w.out.String())
	}
}

// TestHostileSources has bundles whose checksums are true, of this very version, and
// whose sources are made to harm who makes the PDF again.
func TestHostileSources(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 9 {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 10), ", "))
	}
	for name, change := range map[string]map[string]string{
		"a bomb of aliases":        {"data/source/report.yaml": bomb},
		"a chapter that is deep":   {"data/source/chapters/a.yaml": strings.Repeat("[", 1<<20)},
		"a chapter that is large":  {"data/source/chapters/a.yaml": "title: A\nblocks:\n  - text: " + strings.Repeat("[", 4<<20) + "\n"},
		"a path that climbs out":   {"data/source/report.yaml": strings.Replace(good()["report.yaml"], "[a]", "[../../../etc/passwd]", 1)},
		"no edition":               {"data/source/report.yaml": ""},
		"an edition that is bytes": {"data/source/report.yaml": "\xff\xfe\x00"},
	} {
		t.Run(name, func(t *testing.T) {
			bundled(t, compileTo(fakeBook, nil), "x.tar")
			x := remade(t, "x.tar", change)
			before := everything(t, ".")
			w := newWorld()
			var code int
			memory := allocated(func() { code = w.run("verify", x) })
			if code != exitContent || !strings.Contains(w.out.String(), "the PDF can't be made again from data/source: ") {
				t.Errorf("exit %d: %s%s", code, w.out.String(), w.err.String())
			}
			if memory > 4*mostMemory {
				t.Errorf("it took %d MB", memory>>20)
			}
			if after := everything(t, "."); after != before {
				t.Errorf("there was\n%sand is\n%s", before, after)
			}
		})
	}
}

// TestLargeSources has a bundle of this version with more sources than are read
// again: it is whole, and its PDF is left alone.
func TestLargeSources(t *testing.T) {
	bundled(t, compileTo(fakeBook, nil), "x")
	sparse(t, "x/data/source/z", mostSource)
	for _, name := range []string{"tagmanifest-sha512.txt", "manifest-sha512.txt", "bag-info.txt"} {
		if err := os.Remove("x/" + name); err != nil {
			t.Fatal(err)
		}
	}
	listedBy(t, "x")
	w := newWorld()
	var code int
	memory := allocated(func() { code = w.run("verify", "x") })
	if code != exitMade || memory > mostMemory || !strings.Contains(w.out.String(), "the PDF was not made again: data/source is larger than") {
		t.Errorf("exit %d, %d MB: %s", code, memory>>20, w.out.String())
	}
}
