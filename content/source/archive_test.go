package source

import (
	"bytes"
	"flag"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "write what the tests get as what they want")

// section is a file in an archive: "-- name --" and the lines after it, the
// form of golang.org/x/tools/txtar.
type section struct{ name, text string }

// archive reads an archive; what stands before the first file is its comment.
func archive(t testing.TB, path string) (comment string, files []section) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		name, is := strings.CutPrefix(line, "-- ")
		if name, ended := strings.CutSuffix(name, " --\n"); is && ended {
			files = append(files, section{name: name})
			continue
		}
		if len(files) == 0 {
			comment += line
			continue
		}
		files[len(files)-1].text += line
	}
	return comment, files
}

// writeArchive is the other way.
func writeArchive(t *testing.T, path, comment string, files []section) {
	t.Helper()
	var b strings.Builder
	b.WriteString(comment)
	for _, f := range files {
		b.WriteString("-- " + f.name + " --\n" + f.text)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// edition is a small edition without a fault, with some files put in, or in
// the place of its own. It has pictures: images/ok.png, images/ok.jpg and some
// that are none.
func smallEdition(files ...section) fstest.MapFS {
	fsys := fstest.MapFS{
		ReportFile: {Data: []byte(`title: T
year: 2024
publisher: P
language: da
date: 2025-02-27
chapters: [a]
`)},
		peopleFile: {Data: []byte(`people:
  anna-and: {name: Anna And}
  bo-bi: {name: Bo Bi}
groups:
  bestyrelse: {name: Bestyrelse, members: [anna-and, {person: bo-bi, role: Formand}]}
`)},
		AccountsFile: {Data: []byte(`unit: kr.
years: [2024, 2023]
statements:
  - id: resultat
    title: Resultat
    lines:
      - {id: salg, label: Salg, amounts: [100, 90]}
      - {id: loen, label: Løn, amounts: [-60, -50]}
      - {id: gaver, label: Gaver, amounts: [~, 0]}
      - {id: i_alt, label: I alt, rank: total, amounts: [40, 40], sum: [salg, loen]}
`)},
		"chapters/a.yaml":    {Data: []byte("title: A\nblocks:\n  - text: Hej.\n")},
		"images/ok.png":      {Data: pngBytes()},
		"images/ok.jpg":      {Data: jpegBytes()},
		"images/gif.jpg":     {Data: []byte("GIF89a and so on")},
		"images/broken.png":  {Data: pngBytes()[:20]},
		"images/empty.png":   {Data: nil},
		"images/folder/x.md": {Data: []byte("x")},
	}
	for _, f := range files {
		fsys[f.name] = &fstest.MapFile{Data: []byte(f.text)}
	}
	return fsys
}

func pngBytes() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func jpegBytes() []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 2)), nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}
