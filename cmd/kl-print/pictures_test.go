package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/tiff"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/layout/pdf"
)

// TestTIFFInABundle makes one twice, and has it verified.
func TestTIFFInABundle(t *testing.T) {
	inFolder(t, good())
	for _, name := range []string{"a.tar", "b.tar"} {
		w := newWorld()
		w.compile = compileReport
		if code := w.run("archive", "--tiff", "-o", name); code != exitMade || w.err.Len() > 0 {
			t.Fatalf("exit %d: %s", code, w.err.String())
		}
	}
	if read(t, "a.tar") != read(t, "b.tar") {
		t.Error("the bytes differ")
	}
	w := newWorld()
	w.compile = compileReport
	if code := w.run("verify", "a.tar"); code != exitMade || !strings.Contains(w.out.String(), "the TIFF was made again from data/source: it is the same") {
		t.Errorf("exit %d: %s", code, w.out.String())
	}
}

// TestAnotherTIFF has a program that draws otherwise, of the same version.
func TestAnotherTIFF(t *testing.T) {
	drawing := func(text string) compiler {
		return func(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress) (*made, *diag.List, error) {
			m, problems, err := compileTo("%PDF-fake", nil)(ctx, rep, std, tell)
			m.tiff = func(_ context.Context, w io.Writer, _ string) error {
				_, err := io.WriteString(w, text)
				return err
			}
			return m, problems, err
		}
	}
	inFolder(t, good())
	w := newWorld()
	w.compile = drawing("II*-tiff")
	if code := w.run("archive", "--tiff", "-o", "x"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	if got := read(t, filepath.Join("x", "data", bundledTIFF)); got != "II*-tiff" {
		t.Errorf("the TIFF is %q", got)
	}
	for _, text := range []string{"II*-tiff", "II*-tifo", "II*-tif", "II*-tiffs"} {
		w := newWorld()
		w.compile = drawing(text)
		code := w.run("verify", "x")
		differs := strings.Contains(w.out.String(), "error: the TIFF was made again from data/source and is another")
		if same := text == "II*-tiff"; same != (code == exitMade) || same == differs {
			t.Errorf("%s: exit %d: %s", text, code, w.out.String())
		}
	}
}

// runTool runs a tool. Without it the test is skipped, unless
// KLPRINT_REQUIRE_TOOLS is 1.
func runTool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
			t.Fatalf("%s is required: %v", name, err)
		}
		t.Skipf("%s is not installed", name)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// both makes the PDF and the TIFF of the edition that has every block.
func both(t *testing.T) (book, scans string, pages int) {
	t.Helper()
	files := os.DirFS(filepath.Join(top, "layout", "testdata", "every"))
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	var p, s bytes.Buffer
	done, _, err := bookOf(t.Context(), &app{compile: compileReport}, files, rep, func(step, int, int) {}, editions{&p, &s})
	pages = done.pages
	if err != nil || pages == 0 {
		t.Fatalf("%d pages, %v", pages, err)
	}
	dir := t.TempDir()
	book, scans = filepath.Join(dir, "b.pdf"), filepath.Join(dir, "b.tif")
	for name, data := range map[string][]byte{book: p.Bytes(), scans: s.Bytes()} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return book, scans, pages
}

// TestPagesLookAsInThePDF holds every page against what poppler and libtiff make
// of it: the mean of each 24 by 24 pixels, which letters drawn a little darker or
// lighter do not move far.
func TestPagesLookAsInThePDF(t *testing.T) {
	book, scans, pages := both(t)
	info := runTool(t, "tiffinfo", "-D", scans)
	if n := strings.Count(info, "Resolution: 300, 300 pixels/inch"); n != pages || strings.Contains(strings.ToLower(info), "warning") {
		t.Errorf("tiffinfo reads %d pages of %d: %s", n, pages, info)
	}
	file, err := os.ReadFile(scans)
	if err != nil {
		t.Fatal(err)
	}
	for i := range pages {
		n := fmt.Sprint(i + 1)
		drawn := filepath.Join(t.TempDir(), "p")
		runTool(t, "pdftoppm", "-r", "300", "-f", n, "-l", n, "-singlefile", book, drawn)
		ours, err := tiff.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		holdAgainst(t, i+1, ours, readPPM(t, drawn+".ppm"))
		at := binary.LittleEndian.Uint32(file[4:])
		copy(file[4:8], file[at+2+12*uint32(binary.LittleEndian.Uint16(file[at:])):])
	}
}

// How far pages may be from poppler's, of 255: a block of 24 by 24 pixels, and a
// page on average.
const mostOff, meanOff = 18, 0.4

// holdAgainst fails where pages differ by more than drawing letters does. Poppler
// aligns rules and pictures with whole pixels, and this program does not: a block
// was off by 12 of 255 at most and a page by 0.2 on average when this was
// written. Blocks with text are darker than white by 37 in the median, so that a
// word that is missing is beyond the bound; a single pale hairline may not be.
func holdAgainst(t *testing.T, n int, ours image.Image, theirs [][]byte) {
	t.Helper()
	r := ours.Bounds()
	if abs(len(theirs)-r.Dy()) > 1 || abs(len(theirs[0])/3-r.Dx()) > 1 {
		t.Fatalf("page %d is %v, poppler's %d × %d", n, r, len(theirs[0])/3, len(theirs))
	}
	worst, average, where := distance(ours, theirs)
	t.Logf("page %d: at most %d at %v, on average %.3f", n, worst, where, average)
	if worst > mostOff || average > meanOff {
		t.Errorf("page %d: at most %d at %v, on average %.3f", n, worst, where, average)
	}
}

// distance is how far two pages are from each other: the block that is most so, and
// all on average.
func distance(ours image.Image, theirs [][]byte) (worst int, average float64, where image.Point) {
	const block = 24
	r := ours.Bounds()
	sum, count := 0, 0
	for y := 0; y+block <= min(r.Dy(), len(theirs)); y += block {
		for x := 0; x+block <= min(r.Dx(), len(theirs[0])/3); x += block {
			var d [3]int
			for j := y; j < y+block; j++ {
				for i := x; i < x+block; i++ {
					red, green, blue, _ := ours.At(i, j).RGBA()
					for c, v := range []uint32{red, green, blue} {
						d[c] += int(v>>8) - int(theirs[j][3*i+c])
					}
				}
			}
			off := max(abs(d[0]), abs(d[1]), abs(d[2])) / (block * block)
			if off > worst {
				worst, where = off, image.Pt(x, y)
			}
			sum, count = sum+off, count+1
		}
	}
	return worst, float64(sum) / float64(count), where
}

func abs(n int) int { return max(n, -n) }

// readPPM reads a binary PPM as rows.
func readPPM(t *testing.T, name string) [][]byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var w, h, depth int
	if _, err := fmt.Sscanf(string(data[:40]), "P6\n%d %d\n%d\n", &w, &h, &depth); err != nil || depth != 255 || len(data) < 3*w*h {
		t.Fatalf("%s: %d × %d, %v", name, w, h, err)
	}
	return slices.Collect(slices.Chunk(data[len(data)-3*w*h:], 3*w))
}
