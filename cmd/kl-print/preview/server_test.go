package preview_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/kl-print/kl-print/cmd/kl-print/preview"
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
)

// server is a preview of a copy of the embedded edition.
type server struct {
	t        testing.TB
	dir, url string
	entry    string // the address a browser is started with
	opened   string // a file the editor writes its arguments to
}

// start starts a preview that is stopped when the test ends.
func start(t testing.TB, more ...func(*preview.Options)) *server {
	t.Helper()
	s := &server{t: t, dir: t.TempDir()}
	if err := os.CopyFS(s.dir, edition2024.Files()); err != nil {
		t.Fatal(err)
	}
	s.opened = filepath.Join(t.TempDir(), "opened")
	opt := preview.Options{
		Open: func() (fs.FS, func(), error) {
			root, err := os.OpenRoot(s.dir)
			if err != nil {
				return nil, nil, err
			}
			return root.FS(), func() { _ = root.Close() }, nil
		},
		Dir: s.dir, Lang: diag.Danish, Check: checked,
		Editor: preview.Editor{Command: `sh -c "echo $0 $1 $2 > ` + s.opened + `" {file} {line} {column}`},
	}
	for _, m := range more {
		m(&opt)
	}
	p, err := preview.New(opt, 0)
	if err != nil {
		t.Fatal(err)
	}
	s.url, s.entry = p.URL(), p.Entry()
	ctx, stop := context.WithCancel(context.Background())
	var done sync.WaitGroup
	done.Go(func() {
		if err := p.Run(ctx); err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(func() {
		stop()
		done.Wait()
	})
	return s
}

// checked is the check of the tests: all of it, and nothing is waived.
func checked(files fs.FS, rep *content.Report, _ content.Work) func() ([]check.Finding, map[string]string) {
	texts := map[string]string{}
	_ = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".yaml") {
			data, _ := fs.ReadFile(files, name)
			texts[name] = string(data)
		}
		return nil
	})
	return func() ([]check.Finding, map[string]string) {
		return check.Run(check.Edition{Report: rep, Files: texts}), texts
	}
}

// change puts new in place of old in a file.
func (s *server) change(file, old, new string) {
	s.t.Helper()
	name := filepath.Join(s.dir, file)
	data, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(data), old) {
		s.t.Fatalf("%s has no %q, %v", file, old, err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(data), old, new, 1)), 0o666); err != nil {
		s.t.Fatal(err)
	}
}

// told is what the editor was told, once it was.
func (s *server) told() string {
	s.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if data, err := os.ReadFile(s.opened); err == nil && strings.HasSuffix(string(data), "\n") {
			return string(data)
		}
	}
	s.t.Fatal("the editor was not opened")
	return ""
}
