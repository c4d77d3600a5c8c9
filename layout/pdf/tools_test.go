package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tool runs a PDF tool on a file and returns what it says. Without the tool the
// test is skipped, unless KLPRINT_REQUIRE_TOOLS is 1.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
			t.Fatalf("%s is required: %v", name, err)
		}
		t.Skipf("%s is not installed", name)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func sampleFile(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(path, write(t, sample(t), Options{Producer: "kl-print test", Standard: A2aUA1}), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func contains(t *testing.T, out string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(out, w) {
			t.Errorf("no %q in\n%s", w, out)
		}
	}
}

func TestQPDFFindsNothing(t *testing.T) {
	contains(t, tool(t, "qpdf", "--check", sampleFile(t)), "No syntax or stream encoding errors found")
}

func TestPopplerReadsTheText(t *testing.T) {
	contains(t, tool(t, "pdftotext", sampleFile(t), "-"),
		"Affaldet sorteres – på ny", "office og 1.234,50 kr. i vel\u00AD", "færd, og CO₂ måles", "well-being", "251.671.892", "9/10 af alle")
}

func TestPopplerReadsTheTree(t *testing.T) {
	contains(t, tool(t, "pdfinfo", "-struct-text", sampleFile(t)),
		"H1 <kap-affald> \"Affaldet\"", "/Scope /Column", "/Headers [(h2) (r1)]", "/ListNumbering /Disc", "Note <note-1>", "Object ", "over på næste side.")
	contains(t, tool(t, "pdfinfo", sampleFile(t)), "Tagged:          yes", "PDF version:     1.7", "Prøve på en beretning")
}

func TestPopplerReadsTheFonts(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", sampleFile(t))), "\n")[2:] {
		contains(t, line, "CID TrueType", "Identity-H", "yes yes yes")
	}
}
