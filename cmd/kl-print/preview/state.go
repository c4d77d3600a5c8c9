package preview

import (
	"strconv"
	"time"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/screen"
	"github.com/kl-print/kl-print/layout/style"
)

// state is what the page in the browser shows. Lengths are in points.
type state struct {
	Made     int       `json:"made"`  // counts the makings
	Took     int64     `json:"took"`  // milliseconds
	Stale    bool      `json:"stale"` // something is wrong: the pages are the last good ones
	Title    string    `json:"title"`
	Lang     string    `json:"lang"`
	Fonts    []string  `json:"fonts"`
	Pages    []string  `json:"pages"` // the names of their leaves, which have been sent
	Outline  []entry   `json:"outline"`
	Grid     *grid     `json:"grid"`
	Problems []problem `json:"problems"` // the errors
}

// leaf tells of a page: what it is called, and what of the edition's files stands where.
// It is not changed once made; one that is as it was is not sent again.
type leaf struct {
	Hash   string     `json:"hash"`
	Label  string     `json:"label"`
	Width  number     `json:"w"`
	Height number     `json:"h"`
	Blocks []blockAt  `json:"blocks"`
	name   string     // a hash of all that
	data   []byte     // it, as JSON
	places []diag.Pos // of the page's marks
}

// blockAt is a block on a page.
type blockAt struct {
	At  string    `json:"at"`
	Key string    `json:"key"`
	Box [4]number `json:"box"` // left, top, width, height
}

// entry is one of the outline.
type entry struct {
	Title string  `json:"title"`
	Page  int     `json:"page"`
	Y     number  `json:"y"`
	Kids  []entry `json:"kids,omitempty"`
}

// grid is where lines and columns stand.
type grid struct {
	Top   number      `json:"top"`
	First number      `json:"first"` // the first baseline
	Step  number      `json:"step"`
	Rows  int         `json:"rows"`
	Recto [][2]number `json:"recto"` // left and width of each column
	Verso [][2]number `json:"verso"`
}

// problem is an error, or what the machine did not do.
type problem struct {
	At   string `json:"at"`
	Text string `json:"text"`
}

// number is a length as JSON has it: points, without a floating point on the way.
type number geom.Length

// MarshalJSON writes the points.
func (n number) MarshalJSON() ([]byte, error) { return []byte(geom.Length(n).String()), nil }

func rectOf(r geom.Rect) [4]number {
	return [4]number{number(r.X), number(r.Y), number(r.W), number(r.H)}
}

// stateOf describes a book, which may be nil, and what is wrong.
func stateOf(m *maker, b *book, stale bool, told []diag.Diagnostic, took time.Duration) state {
	s := state{Made: m.made, Took: took.Milliseconds(), Stale: stale, Fonts: []string{}, Pages: []string{}, Outline: []entry{}, Problems: []problem{}}
	for _, d := range told {
		if d.Severity == diag.Error {
			s.Problems = append(s.Problems, problem{d.Pos.String(), d.Message.In(m.opt.Lang)})
		}
	}
	if b == nil {
		return s
	}
	doc := b.proof.Document
	s.Title, s.Lang = doc.Meta.Title, doc.Meta.Lang
	for _, f := range b.fonts {
		s.Fonts = append(s.Fonts, f.name)
	}
	for i := range doc.Pages {
		s.Pages = append(s.Pages, b.pages[i].leaf.name)
	}
	dests := map[page.DestID]page.Dest{}
	for _, d := range doc.Dests {
		dests[d.ID] = d
	}
	s.Outline = entries(doc.Outline, dests)
	s.Grid = gridOf(b.proof)
	return s
}

// leafOf tells of a page of a book, which is drawn.
func leafOf(b *book, i int) *leaf {
	p := &b.proof.Document.Pages[i]
	out := &leaf{Hash: b.pages[i].hash, Label: p.Label, Width: number(p.Size.W), Height: number(p.Size.H), Blocks: []blockAt{}, places: make([]diag.Pos, len(p.Content))}
	for k, c := range p.Content {
		out.places[k] = b.proof.Places[c.Mark]
	}
	for _, k := range screen.Blocks(p, b.proof.Places, b.proof.Library) {
		out.Blocks = append(out.Blocks, blockAt{k.Pos.String(), strconv.FormatUint(k.Key, 36), rectOf(k.Box)})
	}
	out.data = marshal(out)
	out.name = hashOf(out.data)
	return out
}

// stands reports whether a leaf tells of a page of a book, on which the same stands: what
// is on it may have moved in its file.
func (l *leaf) stands(b *book, i int) bool {
	for k, c := range b.proof.Document.Pages[i].Content {
		if b.proof.Places[c.Mark] != l.places[k] {
			return false
		}
	}
	return true
}

func entries(list []page.Bookmark, dests map[page.DestID]page.Dest) []entry {
	out := []entry{}
	for _, b := range list {
		d := dests[b.Dest]
		out = append(out, entry{b.Title, d.Page, number(d.Y), entries(b.Kids, dests)})
	}
	return out
}

func gridOf(p *layout.Proof) *grid {
	th := p.Theme
	return &grid{Top: number(th.Top), First: number(p.Baseline), Step: number(th.Grid), Rows: th.Rows, Recto: columns(th, true), Verso: columns(th, false)}
}

// columns are the main column and, where there is one, the side column.
func columns(th *style.Theme, recto bool) [][2]number {
	_, main, side := th.Columns(recto)
	out := [][2]number{{number(main), number(th.Main())}}
	if th.Side > 0 {
		out = append(out, [2]number{number(side), number(th.Side)})
	}
	return out
}
