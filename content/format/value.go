package format

// Value is what may stand under a key. The set is closed.
type Value interface{ value() }

// Thing is what an id names.
type Thing string

// The things that are named by ids. Own is a name that something gets.
const (
	Own       Thing = ""
	Person    Thing = "person"
	Group     Thing = "group"
	Unit      Thing = "unit"
	Line      Thing = "line"
	Statement Thing = "statement"
	ChapterID Thing = "chapter"
)

// Kind is a kind of file that a path leads to.
type Kind uint8

// The kinds of files.
const (
	Image Kind = iota // JPEG or PNG
	Font              // TrueType
	Logo              // SVG, PNG or JPEG
)

// The values that are written as one word or text.
type (
	// Text is a line of text, which may hold references to figures. Numbers, true
	// and false are text too, as they are written.
	Text struct{ Empty bool } // it may be empty

	// Markdown is text with emphasis and links; Paragraphs may have several, and lists.
	Markdown struct{ Paragraphs, Empty bool }

	// Number is a whole number within bounds.
	Number struct{ Low, High int }

	// Flag is true or false.
	Flag struct{}

	// True can be nothing but true.
	True struct{}

	// Date is year-month-day (ISO 8601).
	Date struct{}

	// Address is an absolute address: http, https or mailto.
	Address struct{}

	// ID is a name of a–z, digits, - and _.
	ID struct{ Of Thing }

	// Term is a line's id, with - before it where it is subtracted.
	Term struct{}

	// Word is one of some words; where a key may be left out, the first is meant.
	Word []string

	// Money is what amounts are written in.
	Money struct{}

	// Amount is an amount of money: null is not stated, "?" still to come.
	Amount struct{ Null bool } // it may be null

	// Quantity is a number such as "3,7", or a date.
	Quantity struct{}

	// Path is the path of a file in the edition.
	Path struct{ Of Kind }

	// Ratio is a width to a height, such as 3:2.
	Ratio struct{}

	// Percent is a share such as 30 %.
	Percent struct{}

	// Length is a length with its unit; Zero allows 0 beside what is between.
	Length struct {
		Low, High string
		Zero      bool
	}

	// Scale is the ratio of a type scale.
	Scale struct{}

	// Colour is such as "#2F5D3A".
	Colour struct{}

	// Column is a column of a sheet, such as B.
	Column struct{}

	// Range is a number of an account or several: 1000-1099.
	Range struct{}

	// Hyphened is a word with hyphens between its parts.
	Hyphened struct{}
)

// The values that hold others.
type (
	// List is a list with at least so many entries, one if it is not said.
	List struct {
		Of    Value
		Least int
	}

	// Map is names and what each has.
	Map struct {
		Of    *Shape
		Words bool // names are letters, digits and _, as references to figures write them
	}

	// Mapping is a mapping of one shape.
	Mapping struct{ *Shape }

	// Either is one of several.
	Either []Value

	// Blocks are the blocks of a chapter.
	Blocks struct{}
)

func (Text) value()     {}
func (Markdown) value() {}
func (Number) value()   {}
func (Flag) value()     {}
func (True) value()     {}
func (Date) value()     {}
func (Address) value()  {}
func (ID) value()       {}
func (Term) value()     {}
func (Word) value()     {}
func (Money) value()    {}
func (Amount) value()   {}
func (Quantity) value() {}
func (Path) value()     {}
func (Ratio) value()    {}
func (Percent) value()  {}
func (Length) value()   {}
func (Scale) value()    {}
func (Colour) value()   {}
func (Column) value()   {}
func (Range) value()    {}
func (Hyphened) value() {}
func (List) value()     {}
func (Map) value()      {}
func (Mapping) value()  {}
func (Either) value()   {}
func (Blocks) value()   {}
