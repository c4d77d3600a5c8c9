package compose

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/bitmap"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// tallest is how much of a page's height a picture may take.
func (c *composer) tallest() geom.Length { return c.th.Height() * 2 / 3 }

// Images is a document's bitmaps. Each part of a file is made once for all
// places that need as many pixels of it; of the files themselves only the heads
// are kept. It is safe for concurrent use: the order of List is then chance.
type Images struct {
	List []page.Image

	mu    sync.Mutex // of all fields
	heads map[string]*opened
	index map[view]*loaded
}

// At returns a bitmap by its place in List.
func (m *Images) At(i int) page.Image {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.List[i]
}

// view is a part of a file, by its name.
type view struct {
	file string
	part bitmap.Part
}

// opened is a file's head, read once.
type opened struct {
	once sync.Once
	head *bitmap.Head
	err  error
}

// loaded is the place in Images.List of a part, made once.
type loaded struct {
	once sync.Once
	at   int
	err  error
}

// head returns a file's head.
func (m *Images) head(files fs.FS, name string) (*bitmap.Head, error) {
	o := entry(&m.mu, &m.heads, name)
	o.once.Do(func() {
		var data []byte
		if data, o.err = readImage(files, name); o.err == nil {
			o.head, o.err = bitmap.Open(name, data)
		}
	})
	return o.head, o.err
}

// load returns the index of a part's image.
func (m *Images) load(files fs.FS, h *bitmap.Head, part bitmap.Part) (int, error) {
	l := entry(&m.mu, &m.index, view{h.Name, part})
	l.once.Do(func() { l.at, l.err = m.render(files, h, part) })
	return l.at, l.err
}

// render makes a part's image and adds it to the list.
func (m *Images) render(files fs.FS, h *bitmap.Head, part bitmap.Part) (int, error) {
	data, err := readImage(files, h.Name)
	if err != nil {
		return 0, err
	}
	b, err := h.Render(data, part)
	if err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.List = append(m.List, page.Image{Name: h.Name, Width: b.Width, Height: b.Height, JPEG: b.JPEG, Pix: b.Pix})
	return len(m.List) - 1, nil
}

// entry returns what a map has under a key, new where it has nothing yet.
func entry[K comparable, V any](mu *sync.Mutex, in *map[K]*V, key K) *V {
	mu.Lock()
	defer mu.Unlock()
	if v := (*in)[key]; v != nil {
		return v
	}
	if *in == nil {
		*in = map[K]*V{}
	}
	v := new(V)
	(*in)[key] = v
	return v
}

// readImage reads a file that is not too long.
func readImage(files fs.FS, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, bitmap.MaxFile+1))
	if err == nil && len(data) > bitmap.MaxFile {
		return nil, bitmap.TooManyBytes(name)
	}
	return data, err
}

// placed makes the bitmap a place needs of a part of a file, and tells what is
// wrong with it at pos.
func (c *composer) placed(h *bitmap.Head, part bitmap.Part, place geom.Size, pos diag.Pos) (int, bool) {
	i, err := c.Images.load(c.Files, h, part)
	if err != nil {
		c.Report.Error(pos, badImage(h.Name, err))
		return 0, false
	}
	for _, w := range h.Warnings {
		c.Report.Warn(pos, w)
	}
	if short, ok := h.Shortage(part, place); ok {
		c.Report.Warn(pos, fewPixels(h, short))
	}
	return i, true
}

// picture fills a box with a person's portrait.
func (c *composer) picture(p *content.Person, box geom.Rect) (page.Picture, bool) {
	h, err := c.Images.head(c.Files, p.Portrait)
	if err != nil {
		c.Report.Error(p.Pos, badImage(p.Portrait, err))
		return page.Picture{}, false
	}
	place := geom.Size{W: box.W, H: box.H}
	i, ok := c.placed(h, h.Cover(place, p.Focus.X, p.Focus.Y), place, p.Pos)
	return page.Picture{Image: i, Box: box, Clip: box}, ok
}

// image sets a picture with its caption.
func (c *composer) image(b content.Image) {
	h, err := c.Images.head(c.Files, b.File)
	if err != nil {
		c.Report.Error(c.pos, badImage(b.File, err))
		return
	}
	width := c.th.Main()
	if b.Wide {
		width = c.th.TextWidth()
	}
	place, part := c.sized(h, b, width)
	i, ok := c.placed(h, part, place, c.pos)
	if !ok {
		return
	}
	s := galley.Strip{Above: c.th.Grid, Wide: b.Wide}
	pic := page.Picture{Image: i, Box: geom.Rect{W: place.W, H: place.H}}
	caption := c.here
	if b.Decorative {
		s.Ink.Decor(pic)
	} else {
		caption = c.figure(&s.Ink, pic, b.Alt)
	}
	s.Height = c.th.Snap(c.underline(&s.Ink, caption, b, width, place.H+4*geom.Pt))
	c.addFigure(s, b.Here)
}

// sized returns how large a picture is set in a width, and what shows of it.
func (c *composer) sized(h *bitmap.Head, b content.Image, width geom.Length) (geom.Size, bitmap.Part) {
	ratio := b.Crop
	if ratio == (content.Ratio{}) {
		ratio = content.Ratio{W: h.Width, H: h.Height}
	}
	place := geom.Size{W: width, H: max(1, width.Scale(int64(ratio.H), int64(ratio.W)))}
	if most := c.tallest(); place.H > most {
		place = geom.Size{W: max(1, most.Scale(int64(ratio.W), int64(ratio.H))), H: most}
	}
	if b.Crop == (content.Ratio{}) {
		return place, h.Whole().For(place)
	}
	return place, h.Cover(place, b.Focus.X, b.Focus.Y)
}

// figure draws a picture that tells something, and returns its element.
func (c *composer) figure(ink *galley.Ink, pic page.Picture, alt string) *page.Elem {
	fig := c.push(page.RoleFigure)
	fig.Attr.Alt, fig.Attr.Placement = alt, "Block"
	mark := c.Marks.Mark()
	fig.Kids = append(fig.Kids, page.Mark(mark))
	ink.Real(mark, pic)
	return fig
}

// underline sets what stands below a picture, from y on, and returns where it
// ends.
func (c *composer) underline(ink *galley.Ink, parent *page.Elem, b content.Image, width, y geom.Length) geom.Length {
	if len(b.Caption) > 0 {
		role := page.RoleCaption
		if b.Decorative {
			role = page.RoleP // there is no figure it could belong to
		}
		y += c.place(ink, child(parent, role), b.Caption, c.ty.Caption, geom.Point{Y: y}, width)
	}
	if b.Credit != "" {
		y += c.plain(ink, c.push(page.RoleP), b.Credit, c.ty.Credit, geom.Point{Y: y}, width)
	}
	return y
}

// badImage says why an image can't be used.
func badImage(name string, err error) diag.Message {
	if fault, ok := errors.AsType[*bitmap.Fault](err); ok {
		return fault.Message
	}
	return diag.Message{
		Code:    "image-unreadable",
		Danish:  fmt.Sprintf("billedet %q kan ikke læses: %v", name, err),
		English: fmt.Sprintf("the image %q can't be read: %v", name, err),
	}
}

// fewPixels says that an image is printed with fewer pixels than it takes.
func fewPixels(h *bitmap.Head, s bitmap.Shortage) diag.Message {
	const da = "billedet %q har her %d pixel pr. tomme, hvor %d skal til: %s; det har %d × %d pixel og skulle have %d × %d"
	const en = "the image %q has %d pixels an inch here, where %d are wanted: %s; it has %d × %d pixels and should have %d × %d"
	code, look, looks := "image-soft", "det bliver lidt uskarpt på papir", "it will be a little soft on paper"
	if s.Density < bitmap.Coarse {
		code, look, looks = "image-coarse", "alt for få, det bliver groft og takket på papir", "far too few, it will be coarse and jagged on paper"
	}
	return diag.Message{
		Code:    code,
		Danish:  fmt.Sprintf(da, h.Name, s.Density, bitmap.Density, look, h.Width, h.Height, s.Width, s.Height),
		English: fmt.Sprintf(en, h.Name, s.Density, bitmap.Density, looks, h.Width, h.Height, s.Width, s.Height),
	}
}
