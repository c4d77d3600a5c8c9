package bag

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// contents is a small bag, with a name that has to be encoded.
func contents() Contents {
	c := Contents{Top: "bag", Info: []Field{{"Source-Organization", "Prøve\nkommunen"}, {"Bag-Software-Agent", Agent + " 1"}},
		Time: time.Date(2025, 2, 27, 0, 0, 0, 0, time.UTC)}
	for name, text := range map[string]string{"b.txt": "b", "a/å.txt": "ae", "a/100%.txt": strings.Repeat("x", 5000)} {
		c.Files = append(c.Files, File{name, func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }})
	}
	return c
}

// forms writes a bag in each form into a folder and returns the paths.
func forms(t *testing.T, c Contents) map[string]string {
	t.Helper()
	dir := t.TempDir()
	paths := map[string]string{"folder": filepath.Join(dir, "bag"), "zip": filepath.Join(dir, "bag.zip"), "tar": filepath.Join(dir, "bag.tar")}
	var z, r bytes.Buffer
	err := errors.Join(c.WriteFolder(context.Background(), paths["folder"]), c.WriteZip(context.Background(), &z), c.WriteTar(context.Background(), &r))
	if err != nil {
		t.Fatal(err)
	}
	put(t, paths["zip"], z.Bytes())
	put(t, paths["tar"], r.Bytes())
	return paths
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, data, 0o666)); err != nil {
		t.Fatal(err)
	}
}

// verdict checks a bag and tells its faults.
func verdict(t *testing.T, path string) string {
	t.Helper()
	b, err := Open(path)
	if err != nil {
		return err.Error()
	}
	defer b.Close()
	result, err := b.Check(context.Background())
	if err != nil {
		return err.Error()
	}
	var all []string
	for _, f := range result.Faults {
		all = append(all, f.Error())
	}
	return strings.Join(all, "\n")
}

func TestRoundTrip(t *testing.T) {
	for form, path := range forms(t, contents()) {
		if got := verdict(t, path); got != "" {
			t.Errorf("%s: %s", form, got)
		}
		b, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := fstest.TestFS(b.FS("data"), "b.txt", "a/å.txt", "a/100%.txt"); err != nil {
			t.Errorf("%s: %v", form, err)
		}
		result, err := b.Check(context.Background())
		if err != nil || result.Files != 3 || result.Bytes != 5003 || value(result.Info, "source-organization") != "Prøve kommunen" {
			t.Errorf("%s: %+v, %v", form, result, err)
		}
		_ = b.Close()
	}
}

func TestSameBytesTwice(t *testing.T) {
	one, two := forms(t, contents()), forms(t, contents())
	for _, form := range []string{"zip", "tar"} {
		a, errA := os.ReadFile(one[form])
		b, errB := os.ReadFile(two[form])
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs", form)
		}
	}
	info, err := os.Stat(filepath.Join(one["folder"], "data/b.txt"))
	if err != nil || !info.ModTime().Equal(contents().Time) {
		t.Errorf("the time is %v, %v", info.ModTime(), err)
	}
}

// TestFaultsAreNamed spoils a folder in each way.
func TestFaultsAreNamed(t *testing.T) {
	for want, spoil := range map[string]func(dir string) error{
		`"data/b.txt" has changed: its checksum is not the one in manifest-sha512.txt`: func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "data/b.txt"), []byte("c"), 0o666)
		},
		`"data/a/å.txt" is missing: manifest-sha512.txt lists it`: func(dir string) error { return os.Remove(filepath.Join(dir, "data/a/å.txt")) },
		`"data/new" has been added: manifest-sha512.txt does not list it`: func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "data/new"), nil, 0o666)
		},
		`"new" has been added: tagmanifest-sha512.txt does not list it`: func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "new"), nil, 0o666)
		},
		`"bagit.txt" has changed: its checksum is not the one in tagmanifest-sha512.txt`: func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "bagit.txt"), []byte("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: utf-8\r\n"), 0o666)
		},
		`"data/link" is a link and no file`: func(dir string) error { return os.Symlink("/etc/passwd", filepath.Join(dir, "data/link")) },
		`it is no BagIt bag: there is no bagit.txt`: func(dir string) error {
			return os.Remove(filepath.Join(dir, "bagit.txt"))
		},
		`Payload-Oxum in bag-info.txt is "5003.3", but the files give 5002.3`: func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "data/b.txt"), nil, 0o666)
		},
	} {
		dir := forms(t, contents())["folder"]
		if err := spoil(dir); err != nil {
			t.Fatal(err)
		}
		if got := verdict(t, dir); !strings.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestAnyByteOfAnArchive changes each of some bytes of archives; what is inside
// the payload is named.
func TestAnyByteOfAnArchive(t *testing.T) {
	paths := forms(t, contents())
	for _, form := range []string{"zip", "tar"} {
		data, err := os.ReadFile(paths[form])
		if err != nil {
			t.Fatal(err)
		}
		at := bytes.Index(data, []byte("xxxx"))
		spoilt := bytes.Clone(data)
		spoilt[at] = 'y'
		path := filepath.Join(t.TempDir(), "x."+form)
		put(t, path, spoilt)
		if got := verdict(t, path); got != `"data/a/100%.txt" has changed: its checksum is not the one in manifest-sha512.txt` {
			t.Errorf("%s: %s", form, got)
		}
		for n := 0; n < len(data); n += 97 {
			put(t, path, data[:n])
			if got := verdict(t, path); got == "" {
				t.Errorf("%s broken off at %d of %d is accepted", form, n, len(data))
			}
		}
	}
}

// TestOthersBags reads what other tools write: other algorithms, line ends,
// marks and names.
func TestOthersBags(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"bagit.txt":           "\xEF\xBB\xBFBagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n",
		"bag-info.txt":        "Payload-Oxum: 2.2\r\nExternal-Description: one\r\n  two\r\n",
		"manifest-md5.txt":    "0CC175B9C0F1B6A831C399E269772661 *./data/one%0Aline\r\n92eb5ffee6ae2fec3ad71c777531578f\tdata/50%25\r\n",
		"manifest-sha1.txt":   "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8  data/one%0aline\ne9d71f5ee7c92d6dc9e92ffdad17b8bd49418f98  data/50%25\n",
		"manifest-sha999.txt": "",
		"data/one\nline":      "a",
		"data/50%25":          "b",
	} {
		put(t, filepath.Join(dir, name), []byte(text))
	}
	b, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	result, err := b.Check(context.Background())
	if err != nil || len(result.Faults) > 0 || len(result.Notes) != 1 {
		t.Errorf("%+v, %v", result, err)
	}
	if got := value(result.Info, "External-Description"); got != "one two" {
		t.Errorf("got %q", got)
	}
}

// raw makes an archive entry by entry, as no tool would.
type raw struct{ name, text, link string }

func tarOf(t testing.TB, entries ...raw) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, e := range entries {
		h := &tar.Header{Name: e.name, Size: int64(len(e.text)), Mode: 0o644, Typeflag: tar.TypeReg}
		switch e.link {
		case "":
		case "device":
			h.Typeflag = tar.TypeChar
		case "hard":
			h.Typeflag, h.Linkname = tar.TypeLink, "bagit.txt"
		default:
			h.Typeflag, h.Linkname = tar.TypeSymlink, e.link
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, e.text); err != nil {
			t.Fatal(err)
		}
	}
	_ = w.Close()
	return b.Bytes()
}

func zipOf(t testing.TB, entries ...raw) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		switch e.link {
		case "":
		case "device":
			h.SetMode(fs.ModeDevice | 0o644)
		default:
			h.SetMode(fs.ModeSymlink | 0o644)
		}
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(f, e.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	_ = w.Close()
	return b.Bytes()
}

func TestHostileArchives(t *testing.T) {
	lim := defaultLimits()
	lim.entries, lim.total, lim.nameBytes = 50, 3<<20, 5000
	many := make([]raw, 60)
	for i := range many {
		many[i].name = "data/" + strings.Repeat("x", i+1)
	}
	zeros := raw{name: "data/zeros", text: strings.Repeat("\x00", 2<<20)}
	for _, c := range []struct {
		name    string
		kind    Kind
		entries []raw
	}{
		{"a root", BadPath, []raw{{name: "/etc/passwd"}}},
		{"up", BadPath, []raw{{name: "data/../../x"}}},
		{"backslash", BadPath, []raw{{name: `data\..\x`}}},
		{"a drive", BadPath, []raw{{name: "C:/x"}}},
		{"a bad encoding", BadPath, []raw{{name: "data/\xff"}}},
		{"deep", BadPath, []raw{{name: strings.Repeat("a/", 70) + "b"}}},
		{"a link", Link, []raw{{name: "data/l", link: "/etc/passwd"}}},
		{"a hard link", Link, []raw{{name: "data/l", link: "hard"}}},
		{"a device", Device, []raw{{name: "data/d", link: "device"}}},
		{"twice", Doubled, []raw{{name: "data/a"}, {name: "data/a"}}},
		{"twice by a dot", Doubled, []raw{{name: "data/a"}, {name: "./data/a"}}},
		{"a file and a folder", Doubled, []raw{{name: "data/a"}, {name: "data/a/b"}}},
		{"capitals", Collision, []raw{{name: "data/Å"}, {name: "data/å"}}},
		{"capitals of folders", Collision, []raw{{name: "data/A/x"}, {name: "data/a/y"}}},
		{"accents", Collision, []raw{{name: "data/\u00e5"}, {name: "data/a\u030a"}}},
		{"many", TooMany, many},
		{"large", TooLarge, []raw{zeros, {name: "data/more", text: zeros.text}}},
		{"beside", Beside, []raw{{name: "bag/bagit.txt"}, {name: "other"}}},
		{"no bag", NotABag, []raw{{name: "a/b/bagit.txt"}}},
	} {
		for form, data := range map[string][]byte{"tar": tarOf(t, c.entries...), "zip": zipOf(t, c.entries...)} {
			_, err := openArchive(bytes.NewReader(data), int64(len(data)), false, lim)
			var f *Fault
			if !errors.As(err, &f) || f.Kind != c.kind {
				t.Errorf("%s, %s: got %v", c.name, form, err)
			}
			if da, en := new(Fault).Text(); f != nil && (f.Error() == en || f.Error() == da) {
				t.Errorf("%s has no words", c.name)
			}
		}
	}
	bomb := zipOf(t, raw{name: "bagit.txt"}, zeros)
	_, err := openArchive(bytes.NewReader(bomb), int64(len(bomb)), false, lim)
	if f := new(Fault); !errors.As(err, &f) || f.Kind != Bomb {
		t.Errorf("a bomb: %v", err)
	}
}

// TestTenGigabytes has a tar file of zeros that takes no room on the disk.
func TestTenGigabytes(t *testing.T) {
	const size = 10 << 30
	var b bytes.Buffer
	if err := tar.NewWriter(&b).WriteHeader(&tar.Header{Name: "data/zeros", Size: size, Typeflag: tar.TypeReg}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "zeros.tar")
	put(t, path, b.Bytes())
	if err := os.Truncate(path, size+4096); err != nil {
		t.Skip(err)
	}
	if got := verdict(t, path); !strings.Contains(got, "4 GiB") {
		t.Error(got)
	}
}

func TestBadLists(t *testing.T) {
	none := func(string) bool { return false }
	sum := strings.Repeat("0", 32)
	for _, text := range []string{"x", sum, sum + "data/a", sum + "0 data/a", sum + "  ", sum + "  ../a", sum + "  /a", sum + "  a\n" + sum + "  a", "é" + sum[2:] + "  a"} {
		if _, err := parseManifest("m", "md5", []byte(text), none); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
}

func FuzzManifest(f *testing.F) {
	f.Add([]byte("0CC175B9C0F1B6A831C399E269772661 *./data/one%0Aline\r\n"))
	f.Add([]byte("\xEF\xBB\xBFa: b\n c\n\r\r"))
	f.Fuzz(func(t *testing.T, data []byte) {
		parseInfo(data)
		_, _ = declared(data)
		m, err := parseManifest("m", "md5", data, func(string) bool { return false })
		if err != nil {
			return
		}
		for name := range m.sums {
			if !safe(name) || decode(encode(name)) != name {
				t.Errorf("the name %q", name)
			}
		}
	})
}

func FuzzArchive(f *testing.F) {
	var z, r bytes.Buffer
	if err := errors.Join(contents().WriteZip(context.Background(), &z), contents().WriteTar(context.Background(), &r)); err != nil {
		f.Fatal(err)
	}
	f.Add(z.Bytes())
	f.Add(r.Bytes())
	for _, e := range [][]raw{
		{{name: "b/bagit.txt"}, {name: "b/../../x", text: "x"}}, {{name: "/bagit.txt"}}, {{name: "bagit.txt"}, {name: "data/l", link: "/etc/passwd"}},
		{{name: "bagit.txt"}, {name: "data/a"}, {name: "data/a", text: "y"}}, {{name: "bagit.txt"}, {name: "data/z", text: strings.Repeat("\x00", 5000)}},
		{{name: "bagit.txt", text: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"}, {name: "manifest-md5.txt", text: strings.Repeat("0", 32) + "  data/../a\n"}},
	} {
		for _, data := range [][]byte{tarOf(f, e...), zipOf(f, e...)} {
			f.Add(data)
			f.Add(data[:len(data)/2])
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lim := defaultLimits()
		lim.total = 1 << 20
		b, err := openArchive(bytes.NewReader(data), int64(len(data)), false, lim)
		if err != nil {
			return
		}
		_, _ = b.Check(context.Background())
		_ = fs.WalkDir(b.FS("data"), ".", func(string, fs.DirEntry, error) error { return nil })
	})
}
