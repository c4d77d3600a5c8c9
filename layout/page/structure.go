package page

import "github.com/kl-print/kl-print/layout/geom"

// Role is a standard structure type (ISO 32000-1, 14.8.4).
type Role string

// The structure types in use.
const (
	RoleDocument   Role = "Document"
	RolePart       Role = "Part"
	RoleSect       Role = "Sect"
	RoleDiv        Role = "Div"
	RoleAside      Role = "Aside" // mapped to Div where the standard lacks it
	RoleTOC        Role = "TOC"
	RoleTOCI       Role = "TOCI"
	RoleReference  Role = "Reference"
	RoleH1         Role = "H1"
	RoleH2         Role = "H2"
	RoleH3         Role = "H3"
	RoleH4         Role = "H4"
	RoleH5         Role = "H5"
	RoleP          Role = "P"
	RoleBlockQuote Role = "BlockQuote"
	RoleCaption    Role = "Caption"
	RoleL          Role = "L"
	RoleLI         Role = "LI"
	RoleLbl        Role = "Lbl"
	RoleLBody      Role = "LBody"
	RoleTable      Role = "Table"
	RoleTHead      Role = "THead"
	RoleTBody      Role = "TBody"
	RoleTR         Role = "TR"
	RoleTH         Role = "TH"
	RoleTD         Role = "TD"
	RoleFigure     Role = "Figure"
	RoleLink       Role = "Link"
	RoleSpan       Role = "Span"
	RoleNote       Role = "Note"
)

// Elem is a structure element. Kids are in reading order. It is not changed
// once the document is made.
type Elem struct {
	Role Role
	Attr Attr
	Kids []Kid
}

// Kid is a child of an Elem: *Elem, Mark or LinkRef.
type Kid interface{ kid() }

// Mark is the content with that id, as a child.
type Mark MarkID

// LinkRef is the annotation with that id, as a child.
type LinkRef LinkID

func (*Elem) kid()   {}
func (Mark) kid()    {}
func (LinkRef) kid() {}

// Attr is what an element says beyond its role; empty fields are absent.
type Attr struct {
	ID         string // unique in the document
	Title      string
	Lang       string // BCP 47
	Alt        string // what a figure shows
	Actual     string // what the content reads as, where glyphs do not say it
	Expansion  string // what an abbreviation stands for
	Scope      string // of a TH: "Row", "Column" or "Both"
	Headers    []string
	ColSpan    int
	RowSpan    int
	Numbering  string // of an L: "None", "Disc" or "Decimal"
	Placement  string // of a Figure or Aside: "Block"
	BBox       geom.Rect
	BBoxOnPage int // index of the page BBox is on, where BBox has an area
}
