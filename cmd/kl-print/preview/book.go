package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"sync"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/fonts/web"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/screen"
)

// book is an edition drawn for the browser. It is not changed once made.
type book struct {
	proof   *layout.Proof
	printer *screen.Printer
	pages   []sheet
	byHash  map[string]int // the index of a page
	fonts   []*font        // in the order of their names
	images  map[string]*page.Image
	index   func() *screen.Index
	// What the fonts and the images are called in the pages, by face and by index.
	families map[fonts.ID]string
	pictures []string
}

// sheet is a page drawn: its SVG and a hash of that, its name, and what stands where.
type sheet struct {
	hash string
	svg  []byte
	leaf *leaf
}

// font is a face as the browser gets it.
type font struct {
	name string // of the family, and of the file
	data []byte
}

// stock is what books have in common: font files and the names of bitmaps. It is
// safe for concurrent use.
type stock struct {
	mu     sync.Mutex
	fonts  map[*fonts.Face]*font
	images map[*byte]string // by the first byte of their pixels
	last   *book            // the one before
}

func newStock() *stock { return &stock{fonts: map[*fonts.Face]*font{}, images: map[*byte]string{}} }

// book draws a proof.
func (s *stock) book(p *layout.Proof) (*book, error) {
	b := &book{proof: p, byHash: map[string]int{}, images: map[string]*page.Image{}, pages: make([]sheet, len(p.Document.Pages))}
	b.index = sync.OnceValue(func() *screen.Index { return screen.NewIndex(p.Document, p.Library, p.Places) })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.name(b)
	if err := s.families(b); err != nil {
		return nil, err
	}
	b.printer = screen.New(p.Document, screen.Names{
		Font:  func(id fonts.ID) string { return b.families[id] },
		Image: func(i int) string { return "image/" + b.pictures[i] },
	})
	b.draw(s.last)
	s.last = b
	for i, sh := range b.pages {
		b.byHash[sh.hash] = i
	}
	return b, nil
}

// draw draws all pages, several side by side. Those the book before has too are
// taken from it.
func (b *book) draw(before *book) {
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for i := range b.pages {
		same := b.same(before, i)
		if same && before.pages[i].leaf.stands(b, i) {
			b.pages[i] = before.pages[i]
			continue
		}
		free <- struct{}{}
		wg.Go(func() {
			defer func() { <-free }()
			if same {
				b.pages[i] = before.pages[i]
			} else {
				svg := b.printer.Page(i, screen.Full)
				b.pages[i] = sheet{hash: hashOf(svg), svg: svg}
			}
			b.pages[i].leaf = leafOf(b, i)
		})
	}
	wg.Wait()
}

// same reports whether a page is drawn as in another book, marks included: of what
// a press keeps they are the same, and comparing it takes next to no time.
func (b *book) same(o *book, i int) bool {
	return o != nil && i < len(o.pages) && slices.Equal(b.pictures, o.pictures) && maps.Equal(b.families, o.families) &&
		reflect.DeepEqual(&b.proof.Document.Pages[i], &o.proof.Document.Pages[i])
}

// hashOf names bytes by what they are.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}

// families gives the faces a document uses their files, and names. Files no document
// uses any more go.
func (s *stock) families(b *book) error {
	kept := map[*fonts.Face]*font{}
	b.families = map[fonts.ID]string{}
	for _, id := range faces(b.proof.Document) {
		face, err := b.proof.Library.Face(id)
		if err != nil {
			return err
		}
		f := s.fonts[face]
		if f == nil {
			data, err := web.Font(face)
			if err != nil {
				return fmt.Errorf("the face %s: %w", id, err)
			}
			f = &font{name: "face-" + hashOf(data), data: data}
		}
		kept[face], b.families[id] = f, f.name
		b.fonts = append(b.fonts, f)
	}
	s.fonts = kept
	return nil
}

// faces lists the faces of a document, each once, as they come.
func faces(doc *page.Document) (out []fonts.ID) {
	known := map[fonts.ID]bool{}
	var walk func(items []page.Item)
	walk = func(items []page.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case page.Text:
				if !known[it.Face] {
					known[it.Face] = true
					out = append(out, it.Face)
				}
			case page.Group:
				walk(it.Items)
			}
		}
	}
	for i := range doc.Pages {
		for _, c := range doc.Pages[i].Content {
			walk(c.Items)
		}
	}
	return out
}

// name names a document's bitmaps by what they are. That is reckoned once for the
// pixels that a press keeps.
func (s *stock) name(b *book) {
	list := b.proof.Document.Images
	kept := map[*byte]string{}
	b.pictures = make([]string, len(list))
	for i := range list {
		data := list[i].JPEG
		if data == nil {
			data = list[i].Pix
		}
		if len(data) == 0 {
			continue
		}
		name, known := s.images[&data[0]]
		if !known {
			name = hashOf(data)
		}
		b.pictures[i], kept[&data[0]], b.images[name] = name, name, &list[i]
	}
	s.images = kept
}

// pixels are an image's rows of RGB.
type pixels struct{ *page.Image }

// ColorModel returns the model of an image without transparency.
func (p pixels) ColorModel() color.Model { return color.RGBAModel }

// Bounds returns the image's size.
func (p pixels) Bounds() image.Rectangle { return image.Rect(0, 0, p.Width, p.Height) }

// At returns a pixel.
func (p pixels) At(x, y int) color.Color {
	px := p.Pix[3*(y*p.Width+x):][:3]
	return color.RGBA{px[0], px[1], px[2], 0xFF}
}

// Opaque reports that it is.
func (p pixels) Opaque() bool { return true }

// encoded is an image as a file of the type.
func encoded(img *page.Image) (data []byte, kind string, err error) {
	if img.JPEG != nil {
		return img.JPEG, "image/jpeg", nil
	}
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	err = e.Encode(&b, pixels{img})
	return b.Bytes(), "image/png", err
}
