package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestReleaseNamesWhatThereIs holds the release's description to the program: the
// package that is built, the commands it runs beforehand, and the files it packs.
func TestReleaseNamesWhatThereIs(t *testing.T) {
	var release struct {
		Before struct{ Hooks []string }
		Builds []struct {
			Main, Binary string
			Env          []string
			Goos, Goarch []string
		}
		Archives []struct{ Files []yaml.Node }
	}
	if err := yaml.Unmarshal([]byte(read(t, filepath.Join(top, ".ci", "goreleaser.yaml"))), &release); err != nil {
		t.Fatal(err)
	}
	if len(release.Builds) != 1 || release.Builds[0].Binary != programName || len(release.Builds[0].Goos)*len(release.Builds[0].Goarch) < 6 || len(release.Archives) != 1 {
		t.Fatalf("the release is %+v", release)
	}
	isFolder(t, release.Builds[0].Main)
	ran := 0
	for _, hook := range release.Before.Hooks {
		for _, piece := range strings.Split(hook, "go run ./cmd/kl-print ")[1:] {
			args, _, _ := strings.Cut(piece, " >")
			words := strings.Fields(strings.ReplaceAll(args, "$s", "bash"))
			for i, word := range words {
				if strings.HasPrefix(word, ".ci/") {
					words[i] = filepath.Join(t.TempDir(), "man")
				}
			}
			w := newWorld()
			if code := w.run(words...); code != exitMade {
				t.Errorf("%q: exit %d: %s", words, code, w.err.String())
			}
			ran++
		}
	}
	if ran < 3 {
		t.Errorf("only %d commands are run beforehand", ran)
	}
	for _, file := range release.Archives[0].Files {
		var made struct{ Src, Dst string }
		switch {
		case file.Kind == yaml.ScalarNode:
			if _, err := os.Stat(filepath.Join(top, file.Value)); err != nil {
				t.Error(err)
			}
		case file.Decode(&made) != nil || !strings.HasPrefix(made.Src, ".ci/release/") || made.Dst == "" || strings.HasPrefix(made.Dst, "."):
			t.Errorf("packed is %+v", made)
		case !strings.Contains(strings.Join(release.Before.Hooks, "\n"), strings.TrimSuffix(made.Src, "/*")):
			t.Errorf("nothing makes %s", made.Src)
		}
	}
}

// TestInstalls has Go install the program, and asks it for its version. It is
// linked once more for that, so it is done where tools are required.
func TestInstalls(t *testing.T) {
	if os.Getenv("KLPRINT_REQUIRE_TOOLS") != "1" {
		t.Skip("links the program once more: set KLPRINT_REQUIRE_TOOLS=1")
	}
	if mod := read(t, filepath.Join(top, "go.mod")); strings.Contains(mod, "\nreplace ") || strings.Contains(mod, "\nexclude ") {
		t.Error("go install of a version takes no module with replace or exclude")
	}
	bin := t.TempDir()
	cmd := exec.Command("go", "install", ".")
	cmd.Env = append(os.Environ(), "GOBIN="+bin)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(filepath.Join(bin, programName), "--version").CombinedOutput()
	if err != nil || !strings.HasPrefix(string(out), "kl-print ") {
		t.Errorf("%v: %q", err, out)
	}
}
