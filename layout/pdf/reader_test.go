package pdf

import (
	"bytes"
	"testing"

	"github.com/go-pdf/fpdf"
)

// fpdfFile returns a file as fpdf writes it.
func fpdfFile(t testing.TB, pages ...string) []byte {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCompression(false)
	img := photo(t)
	f.RegisterImageOptionsReader("x", fpdf.ImageOptions{ImageType: "jpg"}, bytes.NewReader(img.JPEG))
	for _, p := range pages {
		f.AddPage()
		f.RawWriteStr(p)
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadDrawn(t *testing.T) {
	d, err := readDrawn(fpdfFile(t, "% one\nendstream", "% two"))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.pages) != 2 || !bytes.HasSuffix(d.pages[0], []byte("% one\nendstream\n")) || !bytes.HasSuffix(d.pages[1], []byte("% two\n")) {
		t.Errorf("pages %q", d.pages)
	}
	if len(d.images) != 1 || d.images[0].dict["Width"] != number("16") || !bytes.Equal(d.images[0].data, photo(t).JPEG) {
		t.Errorf("images %v", d.images)
	}
}

// Whatever is read, the reader comes back.
func FuzzReadDrawn(f *testing.F) {
	file := fpdfFile(f, "% one")
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add(bytes.ReplaceAll(file, []byte("0 R"), []byte("9 R")))
	f.Add([]byte("1 0 obj\n<<<<<<[[[[\nxref\n0 2\n0000000000 0 f \n0000000000 0 n \nstartxref\n19\n"))
	f.Fuzz(func(t *testing.T, b []byte) { readDrawn(b) })
}
