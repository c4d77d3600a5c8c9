package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// platform is a kind of machine, and the emulator that runs its programs here.
type platform struct{ arch, emulator string }

// TestTheSameBytesOnOtherMachines compiles the program for other kinds of machine
// and has each make the embedded edition and the one with every block: with ints
// of half the length (386), and where the compiler fuses multiply and add (arm64).
// Compiling takes a minute, so it is done where tools are required.
func TestTheSameBytesOnOtherMachines(t *testing.T) {
	if os.Getenv("KLPRINT_REQUIRE_TOOLS") != "1" {
		t.Skip("compiles the program for each kind of machine: set KLPRINT_REQUIRE_TOOLS=1")
	}
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skip("the emulators are set up for linux on amd64")
	}
	dir := t.TempDir()
	native := compiled(t, dir, "linux", "amd64")
	for _, p := range []platform{{"386", ""}, {"arm64", "qemu-aarch64"}} {
		t.Run(p.arch, func(t *testing.T) {
			if p.emulator != "" {
				runTool(t, p.emulator, "--version")
			}
			program := compiled(t, dir, "linux", p.arch)
			for _, edition := range []string{"content/edition2024", "layout/testdata/every"} {
				edition = filepath.Join(top, edition)
				if !bytes.Equal(built(t, "", native, edition), built(t, p.emulator, program, edition)) {
					t.Errorf("%s has other bytes", edition)
				}
			}
		})
	}
}

// TestCompilesForWindows compiles for the system many writers have.
func TestCompilesForWindows(t *testing.T) {
	if os.Getenv("KLPRINT_REQUIRE_TOOLS") != "1" {
		t.Skip("compiles the program once more: set KLPRINT_REQUIRE_TOOLS=1")
	}
	compiled(t, t.TempDir(), "windows", "amd64")
}

// compiled compiles the program for a system and returns its path.
func compiled(t *testing.T, dir, system, arch string) string {
	t.Helper()
	out := filepath.Join(dir, "kl-print-"+system+"-"+arch)
	cmd := exec.Command("go", "build", "-o", out, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch)
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s, %s: %v\n%s", system, arch, err, text)
	}
	return out
}

// built is the PDF the program makes of an edition, under an emulator where one
// is named.
func built(t *testing.T, emulator, program, edition string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "book.pdf")
	args := []string{program, "build", edition, "-o", out}
	if emulator != "" {
		args = append([]string{emulator}, args...)
	}
	if text, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, text)
	}
	book, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return book
}
