package source

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/edition2024"
)

// filesOf are an edition's files, in memory.
func filesOf(t *testing.T, from fs.FS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// spoil changes a line of a text, as somebody who writes does, or errs.
func spoil(r *rand.Rand, text string) string {
	lines := strings.SplitAfter(text, "\n")
	i := r.IntN(len(lines))
	switch r.IntN(7) {
	case 0:
		lines[i] = ""
	case 1:
		lines[i] += lines[i]
	case 2:
		lines[i] = strings.Replace(lines[i], " ", "  ", 1)
	case 3:
		lines[i] = strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' {
				return '0' + (c-'0'+1)%10
			}
			return c
		}, lines[i])
	case 4:
		lines[i] = strings.Replace(lines[i], "e", "a", 1)
	case 5:
		lines[i] = strings.Replace(lines[i], "}}", "", 1)
	default:
		j := r.IntN(len(lines))
		lines[i], lines[j] = lines[j], lines[i]
	}
	return strings.Join(lines, "")
}

// TestRereading reads an edition again and again while it is changed and mended, and
// wants each time what is read of it by one who has not read it before.
func TestRereading(t *testing.T) {
	right := filesOf(t, edition2024.Files())
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(right)), func(n string) bool { return !strings.HasSuffix(n, ".yaml") })
	r := rand.New(rand.NewPCG(2024, 2025))
	var again Rereader
	now := maps.Clone(right)
	reused := 0
	for step := range 150 {
		name := names[r.IntN(len(names))]
		switch {
		case step%3 == 2: // all is mended
			now = maps.Clone(right)
		case r.IntN(20) == 0:
			delete(now, name)
		case now[name] != nil:
			now[name] = &fstest.MapFile{Data: []byte(spoil(r, string(now[name].Data)))}
		}
		rep, work, told := again.LoadUnfinished(now, "")
		want, wantWork, wantTold := LoadUnfinished(now, "")
		if !reflect.DeepEqual(rep, want) {
			t.Fatalf("step %d: after a change of %s another report comes of it", step, name)
		}
		if !reflect.DeepEqual(work, wantWork) || !reflect.DeepEqual(told.Sorted(), wantTold.Sorted()) {
			t.Fatalf("step %d: after a change of %s is told:\n%v\nand of one not read before:\n%v", step, name, told.Sorted(), wantTold.Sorted())
		}
		if again.last != nil && again.last.ed.shares {
			reused++
		}
	}
	if reused < 30 {
		t.Errorf("what chapters refer to was taken from before %d times", reused)
	}
}

// TestRereadingReuses has a chapter read again that has changed, and no other; and one
// that names a file that has.
func TestRereadingReuses(t *testing.T) {
	files := filesOf(t, edition2024.Files())
	var again Rereader
	before, _, _ := again.LoadUnfinished(files, "")
	parsed := again.last.parsed
	const changed = "chapters/klima.yaml"
	files[changed] = &fstest.MapFile{Data: append([]byte("\n"), files[changed].Data...)}
	after, _, _ := again.LoadUnfinished(files, "")
	if before == nil || after == nil {
		t.Fatal("no report")
	}
	for i, ch := range after.Chapters {
		file := "chapters/" + ch.ID + ".yaml"
		if same := again.last.parsed[file].root == parsed[file].root; same == (file == changed) {
			t.Errorf("%s: parsed again: %v", file, !same)
		}
		if file != changed && !reflect.DeepEqual(ch, before.Chapters[i]) {
			t.Errorf("%s is another", file)
		}
	}
	if again.last.rep.People[0] != before.People[0] {
		t.Error("the people were read again, who have not changed")
	}
}

// TestRereadingClosed reads an edition whose folder is opened for each reading, and closed
// after it, as a preview does: what was read once is still taken.
func TestRereadingClosed(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, edition2024.Files()); err != nil {
		t.Fatal(err)
	}
	var again Rereader
	for range 2 {
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		if rep, _, told := again.LoadUnfinished(root.FS(), ""); rep == nil {
			t.Fatal(told.Sorted())
		}
		_ = root.Close()
	}
	if !again.last.ed.shares {
		t.Error("the people, accounts and chapters were read again, of which nothing has changed")
	}
}
