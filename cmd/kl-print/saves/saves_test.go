package saves

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// both returns a watcher of each kind of a new folder with a chapter in it.
func both(t *testing.T) (dir string, list map[string]*Watcher) {
	t.Helper()
	dir = t.TempDir()
	put(t, dir, "chapters/a.yaml", "a")
	list = map[string]*Watcher{}
	for _, name := range []string{"told", "looking"} {
		w, err := New(dir, filepath.Join(dir, "book"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(w.Close)
		if name == "looking" {
			w.Close()
			w.poll()
		}
		list[name] = w
	}
	return dir, list
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestChangesAreSeen changes, makes and removes files, also in a new folder, and
// waits for each to be seen by both kinds of watcher.
func TestChangesAreSeen(t *testing.T) {
	dir, list := both(t)
	for name, w := range list {
		for i, change := range []func(){
			func() { put(t, dir, "chapters/a.yaml", name+" changed") },
			func() { put(t, dir, "chapters/b.yaml", name) },
			func() { put(t, dir, "images/"+name+"/c.png", "c") },
			func() { put(t, dir, "images/"+name+"/c.png", "changed") },
			func() { _ = os.Remove(filepath.Join(dir, "chapters/b.yaml")) },
		} {
			ctx, stop := context.WithTimeout(t.Context(), time.Minute)
			change()
			if !w.Wait(ctx, 0) {
				t.Errorf("%s: change %d was not seen", name, i)
			}
			stop()
			for w.Wait(t.Context(), 50*time.Millisecond) { // what is left of it
			}
		}
	}
}

// TestWhatIsNoChange writes what no edition is made of, and the file that is made
// of it: nothing is seen, and waiting ends with its time and its context.
func TestWhatIsNoChange(t *testing.T) {
	dir, list := both(t)
	for name, w := range list {
		put(t, dir, "beretning.pdf", name)
		put(t, dir, "book", name)
		put(t, dir, ".hidden.yaml", name)
		put(t, dir, "chapters/#a.yaml#", name)
		put(t, dir, "chapters/a.yaml~", name)
		put(t, dir, ".git/x.yaml", name)
		if w.Wait(t.Context(), between+200*time.Millisecond) {
			t.Errorf("%s: a change was seen", name)
		}
		ctx, stop := context.WithCancel(t.Context())
		stop()
		if w.Wait(ctx, 0) {
			t.Errorf("%s: a change was seen after the end", name)
		}
	}
	if _, err := New(filepath.Join(dir, "nothing"), ""); err == nil {
		t.Error("a folder there is not is watched")
	}
}

// TestAnotherFolderInItsPlace moves the folder away and puts another there, as a
// program that fetches a whole folder does: the change is seen, and those after it.
func TestAnotherFolderInItsPlace(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "edition")
	put(t, dir, "chapters/a.yaml", "a")
	w, err := New(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	for i, change := range []func(){
		func() { _ = os.Rename(dir, dir+".old") },
		func() { put(t, dir, "chapters/a.yaml", "new") },
		func() { put(t, dir, "chapters/a.yaml", "newer still") },
		func() { _ = os.RemoveAll(dir) },
		func() { put(t, dir, "chapters/b.yaml", "b") },
	} {
		change()
		if !w.Wait(ctx, 0) {
			t.Fatalf("change %d was not seen", i)
		}
	}
}
