package content

import (
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
)

// Block is one piece of a chapter. The set is closed: layout has a case for
// each.
type Block interface {
	// Where is the place in the edition the block was written at.
	Where() diag.Pos
	// Target is the id that references name the block by; empty: none can.
	Target() string
	block()
}

// At is the place a block was written; every block embeds it.
type At struct {
	Pos    diag.Pos
	Anchor string // the id references name it by; may be empty
}

// Where returns the place.
func (a At) Where() diag.Pos { return a.Pos }

// Target returns the block's own id.
func (a At) Target() string { return a.Anchor }

func (At) block() {}

// The blocks.
type (
	// Lead is the opening paragraph, set larger.
	Lead struct {
		At
		Body Inlines
	}

	// Paragraph is a paragraph of running text.
	Paragraph struct {
		At
		Body Inlines
	}

	// List is a bullet list, or a numbered one that begins with Start.
	List struct {
		At
		Ordered bool
		Start   int
		Items   []ListItem
	}

	// Section is a heading of the second level, in the table of contents.
	Section struct {
		At
		ID       string // unique in the report
		Title    string
		Headline string // may be empty
		NewPage  bool
	}

	// Heading is a heading inside a chapter or section, not in the contents.
	Heading struct {
		At
		Title string
	}

	// Note is a remark to the reader, set apart from the text.
	Note struct {
		At
		Body []Block // Paragraph and List
	}

	// Box is a titled piece set apart on a tint.
	Box struct {
		At
		Title string
		Body  []Block // Paragraph and List
	}

	// Fact stands in the side column beside the block that follows it. It has
	// a Figure or an Icon.
	Fact struct {
		At
		Figure  string // such as "9/10"
		Icon    string // a name from Icons
		Caption Inlines
	}

	// Quote is somebody's words.
	Quote struct {
		At
		Body Inlines
		By   string // may be empty
	}

	// Links is a list of places to read more.
	Links struct {
		At
		Title string // may be empty
		Items []LinkItem
	}

	// Image is a picture from the edition's folder. It has an Alt or is
	// Decorative.
	Image struct {
		At
		File       string // path in the edition
		Alt        string // what it shows, for those who can't see it
		Decorative bool   // it tells nothing: a screen reader passes over it
		Caption    Inlines
		Credit     string
		Crop       Ratio // the proportions it is cropped to; zero: as it is
		Focus      Focus // what stays in view where it is cropped
		Wide       bool  // it takes the whole text area, not the main column
		Here       bool  // it stays where it is written, else it may move to another page
	}

	// Media is something the printed page can't play: a title, an address and
	// a QR code to it.
	Media struct {
		At
		Kind    MediaKind
		Title   string
		URL     string
		Caption Inlines
	}

	// Letter is a letter's greeting, text and signatures.
	Letter struct {
		At
		Greeting string
		Body     []Block // Paragraph and List
		Closing  string  // such as "Venlig hilsen"; may be empty
		Signers  []Member
	}

	// Portraits is a group as a grid of pictures.
	Portraits struct {
		At
		Group *Group
	}

	// Organisation is an organisation chart.
	Organisation struct {
		At
		Title string
		Alt   string // the chart in words; may be empty: it is made from the tree
		Root  OrgNode
	}

	// Roster is groups with their members.
	Roster struct {
		At
		Groups []*Group
	}

	// Statement is a statement of the accounts.
	Statement struct {
		At
		Statement *accounts.Statement
	}

	// Chart shows parts of a whole from the accounts.
	Chart struct {
		At
		Title   string
		Total   string // what the sum is called, such as "Indtægter i alt"
		Caption Inlines
		Bars    bool // it is drawn as bars, else as a ring
		Column  int  // index into Accounts.Years
		Here    bool // it stays where it is written, else it may move to another page
		Parts   []ChartPart
	}

	// Table is a table written in the chapter.
	Table struct {
		At
		Title   string
		Columns []Column
		Rows    [][]Inlines // each as long as Columns
	}

	// Signatures is the place, the date and those who sign.
	Signatures struct {
		At
		Place   string
		Date    string // ISO 8601
		Signed  bool   // it has been: there is no line to sign on
		Parties []SignatureParty
	}

	// Auditor is the auditor's firm, place, date and those who sign.
	Auditor struct {
		At
		Place   string
		Date    string // ISO 8601
		Signed  bool   // it has been: there is no line to sign on
		Firm    string
		Form    string // such as "Statsautoriseret Revisionspartnerselskab"
		Number  string // such as "CVR-nr. 33 77 12 31"
		Signers []AuditSigner
	}

	// PageBreak begins a new page.
	PageBreak struct{ At }
)

// Target returns the section's id.
func (s Section) Target() string { return s.ID }

// ListItem is an item of a list.
type ListItem struct {
	Body Inlines
	Sub  *List // may be nil
}

// LinkItem is a place to read more. URL is empty where only its name is known.
type LinkItem struct {
	Text string
	URL  string
}

// Ratio is a width to a height, such as 3 to 2. Zero is none.
type Ratio struct{ W, H int }

// Focus is a point of a picture, in thousandths of its width and height from
// its top left corner.
type Focus struct{ X, Y int }

// MediaKind is what a Media block refers to.
type MediaKind uint8

// The kinds of media.
const (
	Video MediaKind = iota
	Audio
	Web
)

// OrgNode is a box of an organisation chart.
type OrgNode struct {
	Name string
	Note string // a second line, smaller; may be empty
	Kids []OrgNode
}

// ChartPart is one part of a Chart.
type ChartPart struct {
	Pos    diag.Pos // of the line's id
	Line   string   // accounts.Line.ID
	Label  string
	Amount accounts.Amount // not negative: the line's amount without its sign
}

// Align is how a table's column stands.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
	Centre
)

// Column is a column of a Table.
type Column struct {
	Title string
	Align Align
}

// SignatureParty is people who sign together, such as the board.
type SignatureParty struct {
	Title   string // may be empty
	Signers []Member
}

// AuditSigner is an auditor who signs.
type AuditSigner struct {
	Name   string
	Title  string
	Number string // such as "mne21328"
}

// Icons lists the names a Fact's Icon may have.
func Icons() []string {
	return []string{
		"bolig", "bygning", "bog", "boern", "by", "cirkulaer", "cykel", "digital", "energi",
		"eu", "graf", "haandtryk", "hjerte", "jord", "klima", "kultur", "maal", "megafon",
		"moede", "netvaerk", "penge", "plan", "regler", "skjold", "sundhed", "transport", "uddannelse",
		"vaegt", "vand",
	}
}
