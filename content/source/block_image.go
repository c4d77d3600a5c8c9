package source

import (
	"bytes"
	"errors"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
)

// middle is the focus of a picture that has none of its own, and faces that of
// a portrait: heads are above the middle.
func middle() content.Focus { return content.Focus{X: 500, Y: 500} }
func faces() content.Focus  { return content.Focus{X: 500, Y: 350} }

func (r *reader) imageBlock(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Image)
	defer m.close()
	at.Anchor = m.id("id")
	b := content.Image{
		At:         at,
		File:       m.image("file"),
		Alt:        m.text("alt"),
		Decorative: m.flag("decorative"),
		Caption:    m.inlines("caption"),
		Credit:     m.text("credit"),
		Crop:       m.proportions("crop"),
		Focus:      m.focus("focus", middle()),
		Wide:       m.flag("wide"),
		Here:       m.here(),
	}
	if alt := m.has("alt"); m.whole() && alt == b.Decorative {
		r.fail(n, altOrDecorative(alt))
	}
	if m.has("focus") && !m.has("crop") && m.whole() {
		r.diags.Warn(m.posOf("focus"), focusAlone())
	}
	return b
}

// here reports whether a figure stays where it is written.
func (m *mapping) here() bool {
	return m.word("place") == "here"
}

// proportions is a ratio such as 3:2; none where the key is left out.
func (m *mapping) proportions(key string) content.Ratio {
	if v := m.get(key); v != nil {
		return m.r.proportions(v)
	}
	return content.Ratio{}
}

// proportions takes a node for a ratio: two whole numbers, neither more than ten
// times the other.
func (r *reader) proportions(n *yaml.Node) content.Ratio {
	const most = 10
	s, ok := r.scalar(n, aProportion)
	if !ok {
		return content.Ratio{}
	}
	first, second, both := strings.Cut(s, ":")
	w, ok1 := natural(strings.TrimSpace(first))
	h, ok2 := natural(strings.TrimSpace(second))
	if !both || !ok1 || !ok2 || w > most*h || h > most*w {
		r.fail(n, badProportions(s, most))
		return content.Ratio{}
	}
	return content.Ratio{W: w, H: h}
}

// natural reads a whole number from 1 to 9999.
func natural(s string) (int, bool) {
	v, err := strconv.Atoi(s)
	return v, err == nil && strconv.Itoa(v) == s && v >= 1 && v <= 9999
}

// focus is a point such as {x: 30 %, y: 50 %}; what is left out of it is as
// usual.
func (m *mapping) focus(key string, usual content.Focus) content.Focus {
	v := m.get(key)
	if v == nil || !m.r.is(v, yaml.MappingNode, aFocus) {
		return usual
	}
	p := m.r.mapping(v, m.r.ed.format.Focus)
	defer p.close()
	if x := p.get("x"); x != nil {
		usual.X = m.r.percent(x)
	}
	if y := p.get("y"); y != nil {
		usual.Y = m.r.percent(y)
	}
	return usual
}

// percent takes a node for a share such as 30 % and returns it in thousandths.
func (r *reader) percent(n *yaml.Node) int {
	s, ok := r.scalar(n, aPercent)
	if !ok {
		return 0
	}
	number, isShare := strings.CutSuffix(s, "%")
	v, err := strconv.Atoi(strings.TrimRight(number, " \u00a0"))
	if !isShare || err != nil || v < 0 || v > 100 {
		r.fail(n, badPercent(s))
		return 0
	}
	return 10 * v
}

// image takes a node for the path of a JPEG or PNG file in the edition.
func (r *reader) image(n *yaml.Node) string {
	return r.file(n, aPath, imageMissing, func(name string, file fs.File) { r.checkImage(n, name, file) })
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
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		r.fail(n, imageCutShort(name))
	case err != nil:
		r.fail(n, imageFormat(name, err.Error()))
	case !ends(file, head):
		r.fail(n, imageCutShort(name))
	}
}

// ends reports whether a picture's file has what it ends with: PNG's last chunk, or
// JPEG's end of image. What follows that is of no matter. A file that can't be gone to
// the end of is taken for whole.
func ends(file fs.File, head []byte) bool {
	const tail = 64 << 10 // bytes that are looked at first
	at, can := file.(io.Seeker)
	if !can {
		return true
	}
	end := []byte("\xff\xd9")
	if head[0] == 0x89 {
		end = []byte("IEND")
	}
	size, err := at.Seek(0, io.SeekEnd)
	for _, from := range []int64{max(0, size-tail), 0} {
		if err == nil {
			_, err = at.Seek(from, io.SeekStart)
		}
		if err != nil {
			return true
		}
		if text, readErr := io.ReadAll(file); readErr != nil || bytes.Contains(text, end) {
			return true
		}
	}
	return false
}

// formatOf names a file's format by its first bytes.
func formatOf(head []byte) string {
	switch {
	case len(head) == 0:
		return ""
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
