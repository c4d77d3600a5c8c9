package guide

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/guide"
)

var update = flag.Bool("update", false, "write the guide anew: look at the difference")

// folder is where the guide stands in the project.
const folder = "../../../content/guide"

// TestTheGuideIsOfToday makes the guide again in both languages, and compares pages
// and pixels with those in the project: every block is in it, with a picture.
func TestTheGuideIsOfToday(t *testing.T) {
	files, err := Files(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, now := range files {
		if filepath.Ext(name) == ".html" {
			continue // made where it is wanted: it can't be of another day
		}
		path := filepath.Join(folder, name)
		if *update {
			put(t, path, now)
		}
		was := read(t, path)
		if filepath.Ext(name) == ".png" && strings.HasPrefix(name, "pictures") {
			was, now = pixelsOf(t, was), pixelsOf(t, now)
		}
		if !bytes.Equal(was, now) {
			t.Errorf("%s is not what it is now (go test ./cmd/kl-print/guide -update)", path)
		}
	}
	for _, b := range format.New().Blocks {
		if files[guide.PictureName(b.Name)] == nil {
			t.Errorf("there is no picture of the block %s: put one in the guide's edition", b.Name)
		}
		for _, l := range []diag.Lang{diag.Danish, diag.English} {
			if !strings.Contains(string(files[guide.PageName(l)]), "\n## "+b.Name+"\n") {
				t.Errorf("%s does not tell of %s", guide.PageName(l), b.Name)
			}
			if !strings.Contains(string(files[guide.HTMLName(l)]), "<h2 id=\""+b.Name+"\">") {
				t.Errorf("%s does not tell of %s", guide.HTMLName(l), b.Name)
			}
		}
	}
}

// TestPicturesShowWhatIsPrinted has each picture of a block's text be neither blank
// nor cut: there is ink in it, and none at its edge.
func TestPicturesShowWhatIsPrinted(t *testing.T) {
	files, err := Files(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if !strings.HasPrefix(name, "pictures/") || strings.Contains(name, "page-break") {
			continue
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		b := img.Bounds()
		if !inked(img, b) {
			t.Errorf("%s is blank", name)
		}
		for _, edge := range []image.Rectangle{{b.Min, image.Pt(b.Max.X, 2)}, {image.Pt(0, b.Max.Y-2), b.Max}} {
			if inked(img, edge) {
				t.Errorf("%s is cut off at %v", name, edge)
			}
		}
	}
}

// inked reports a dark pixel in a part of a picture.
func inked(img image.Image, part image.Rectangle) bool {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if _, g, _, _ := img.At(x, y).RGBA(); g < 0x9000 {
				return true
			}
		}
	}
	return false
}

// pixelsOf are a PNG's size and pixels; the bytes of the file are the encoder's.
func pixelsOf(t *testing.T, data []byte) []byte {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out := []byte(img.Bounds().String())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, b, _ := img.At(x, y).RGBA()
			out = append(out, byte(r>>8), byte(g>>8), byte(b>>8))
		}
	}
	return out
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
