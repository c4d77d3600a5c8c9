// Package manuscript reads a manuscript, Markdown or text that comes close to
// it, and makes the files of an edition of it. No word is lost: what it can't
// place stands as text where it stood, and what is left out (a contents list,
// page numbers) is listed with its line.
//
// The way through it: decode.go makes clean lines of bytes, furniture.go takes
// off what belongs to pages, blocks.go and its neighbours make nodes of lines,
// inline.go text of what stands in them, outline.go chapters of nodes, and the
// files named write* the edition's YAML.
package manuscript

import (
	"path"
	"strings"
)

// Source is a manuscript as it is handed over.
type Source struct {
	Name string // the file's name, without its folder
	Data []byte
	// Image reads a picture named in the manuscript by a path relative to it. It
	// may be nil: no picture is to be had then.
	Image func(name string) ([]byte, error)
	Year  int // of the report where the manuscript tells none
}

// MostBytes is how large a manuscript may be; a book of text has a twentieth.
const MostBytes = 16 << 20

// Manuscript is what was read: an outline, and what was left out of it.
type Manuscript struct {
	front    front
	chapters []*chapter
	people   *roster
	accounts *ledger
	images   map[string][]byte // by their path in the edition
	left     []Left
	plain    map[string]bool // the chapters that are written as text only
	empty    bool
}

// Empty reports a manuscript without a word.
func (m *Manuscript) Empty() bool { return m.empty }

// front is what report.yaml says.
type front struct {
	title, subtitle, edition, publisher, language, date, subject string
	keywords                                                     []string
	year                                                         int
}

// chapter is a chapter of the edition.
type chapter struct {
	id, title, headline string
	line                int
	blocks              []block
	under               headed // as it was looked for last
}

// Read reads a manuscript. There is none it can't read.
func Read(s Source) *Manuscript {
	r := &reading{source: s, out: &Manuscript{people: &roster{}, accounts: &ledger{}, images: map[string][]byte{}, plain: map[string]bool{}}}
	r.lines = splitLines(decode(s.Data))
	r.words = vocabulary(r.lines)
	r.out.empty = len(r.words) == 0
	r.single = singleLines(r.lines)
	r.frontMatter()
	r.titleBlock()
	r.furniture()
	r.definitions()
	r.dialect()
	r.findAnchors()
	r.width = r.room()
	r.nodes = r.parse(r.lines, 0)
	r.nodes = r.captions(r.rejoin(r.nodes))
	r.airy = isAiry(r.nodes)
	r.outline()
	r.finish()
	return r.out
}

// reading is one reading of a manuscript.
type reading struct {
	source   Source
	lines    []line
	words    map[string]bool // all words of the manuscript, also with their hyphens
	meta     map[string]string
	contents map[string]bool // what the manuscript's own contents list names
	from     int             // the line after that list; 0: there is none
	refs     map[string]*linkRef
	notes    map[string]*note
	marks    int            // how many marks of notes there were
	inLists  []string       // the lists of HTML's that a line stands in, outermost first
	inLine   int            // how many footnotes stood in their lines
	anchors  map[string]int // the lines of headings that links within the manuscript lead to
	width    int            // of lines that go on, in characters
	nodes    []node
	airy     bool // paragraphs stand so far apart that a gap tells nothing
	single   bool // each line is a paragraph
	out      *Manuscript
}

// linkRef is the address of links that are written [text][name].
type linkRef struct {
	url  string
	line int
	used bool
}

// note is a footnote.
type note struct {
	line   int
	raw    string
	placed bool // it stands in the edition
}

// leave lists something that was left out or wants a look.
func (r *reading) leave(n int, k LeftKind, text string) {
	r.out.left = append(r.out.left, Left{Line: n, Kind: k, Text: strings.Join(strings.Fields(text), " ")})
}

// baseName is the manuscript's name without its ending.
func (r *reading) baseName() string {
	return strings.TrimSpace(strings.TrimSuffix(r.source.Name, path.Ext(r.source.Name)))
}
