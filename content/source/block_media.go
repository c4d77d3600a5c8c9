package source

import (
	"bytes"
	"errors"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
)

func (r *reader) imageBlock(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, "image")
	defer m.close()
	return content.Image{
		At:      at,
		File:    m.image("file", needed),
		Alt:     m.text("alt", needed),
		Caption: m.inlines("caption", optional),
		Credit:  m.text("credit", optional),
	}
}

func (r *reader) media(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, "media")
	defer m.close()
	return content.Media{
		At:      at,
		Kind:    []content.MediaKind{content.Video, content.Audio, content.Web}[m.choice("kind", needed, []string{"video", "audio", "web"})],
		Title:   m.text("title", needed),
		URL:     m.url("url", needed),
		Caption: m.inlines("caption", optional),
	}
}

func (r *reader) table(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, "table")
	defer m.close()
	t := content.Table{At: at, Title: m.text("title", optional)}
	for _, c := range m.list("columns", needed) {
		t.Columns = append(t.Columns, r.column(c))
	}
	for _, row := range m.list("rows", needed) {
		t.Rows = append(t.Rows, r.row(row, len(t.Columns)))
	}
	return t
}

// column reads the head of a table's column.
func (r *reader) column(n *yaml.Node) content.Column {
	m := r.mapping(n, "column")
	defer m.close()
	return content.Column{
		Title: m.label("title"),
		Align: []content.Align{content.Left, content.Right, content.Centre}[m.choice("align", optional, []string{"left", "right", "centre"})],
	}
}

// row reads a table's row of so many cells.
func (r *reader) row(n *yaml.Node, columns int) []content.Inlines {
	cells := r.list(n)
	if len(cells) > 0 && columns > 0 && len(cells) != columns {
		r.fail(n, rowLength(len(cells), columns))
	}
	var row []content.Inlines
	for _, c := range cells {
		var cell content.Inlines
		if c.Kind != yaml.ScalarNode || isNull(c) || strings.TrimSpace(c.Value) != "" {
			cell = r.inlines(c)
		}
		row = append(row, cell)
	}
	return row
}

// image takes a node for the path of a JPEG or PNG file in the edition.
func (r *reader) image(n *yaml.Node) string {
	name, ok := r.scalar(n, aPath)
	if !ok {
		return ""
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, `\:`) {
		r.fail(n, imageOutside(name))
		return ""
	}
	file, err := r.ed.fsys.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.fail(n, imageMissing(name, r.imageLike(name)))
	case err != nil && strings.Contains(err.Error(), "path escapes"):
		r.fail(n, imageOutside(name)) // a link, and os.Root has no error to compare with
	case err != nil:
		r.fail(n, unreadableFile(name, err))
	default:
		defer file.Close()
		r.checkImage(n, name, file)
	}
	return name
}

// imageLike finds a file in the same folder with nearly the same name.
func (r *reader) imageLike(name string) string {
	files, err := fs.ReadDir(r.ed.fsys, path.Dir(name))
	if err != nil {
		return ""
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	if near := r.nearest(path.Base(name), names); near != "" {
		return path.Join(path.Dir(name), near)
	}
	return ""
}

// checkImage reports a file that is not what its first bytes should say. The
// picture itself is decoded where it is laid out.
func (r *reader) checkImage(n *yaml.Node, name string, file fs.File) {
	if info, err := file.Stat(); err == nil && info.IsDir() {
		r.fail(n, imageFolder(name))
		return
	}
	head := make([]byte, 16)
	got, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		r.fail(n, unreadableFile(name, err))
		return
	}
	head = head[:got]
	whole := io.MultiReader(bytes.NewReader(head), file)
	switch {
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")):
		_, err = png.DecodeConfig(whole)
	case bytes.HasPrefix(head, []byte("\xff\xd8\xff")):
		_, err = jpeg.DecodeConfig(whole)
	default:
		r.fail(n, imageFormat(name, formatOf(head)))
		return
	}
	if err != nil {
		r.fail(n, imageFormat(name, err.Error()))
	}
}

// formatOf names a file's format by its first bytes.
func formatOf(head []byte) string {
	switch {
	case len(head) == 0:
		return "0 B"
	case bytes.HasPrefix(head, []byte("GIF8")):
		return "GIF"
	case bytes.HasPrefix(head, []byte("RIFF")) && bytes.Contains(head, []byte("WEBP")):
		return "WebP"
	case bytes.HasPrefix(head, []byte("%PDF")):
		return "PDF"
	case bytes.HasPrefix(head, []byte("BM")):
		return "BMP"
	case bytes.HasPrefix(head, []byte("II*\x00")), bytes.HasPrefix(head, []byte("MM\x00*")):
		return "TIFF"
	case bytes.Contains(head, []byte("ftypavif")):
		return "AVIF"
	case bytes.Contains(head, []byte("ftyphei")):
		return "HEIC"
	case bytes.HasPrefix(head, []byte("<")):
		return "SVG/XML"
	}
	return "?"
}
