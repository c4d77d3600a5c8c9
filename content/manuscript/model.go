package manuscript

// blockKind is a kind of block of a chapter.
type blockKind uint8

const (
	blockParagraph blockKind = iota
	blockLead
	blockList
	blockSection
	blockHeading
	blockNote
	blockBox
	blockFact
	blockQuote
	blockLinks
	blockImage
	blockRoster
	blockStatement
	blockTable
)

// block is a block of a chapter; what of it is used depends on its kind.
type block struct {
	kind     blockKind
	line     int
	text     text       // of a paragraph, a lead, a fact's caption
	title    string     // of a section, a heading, a box, a table; a fact's figure; who said a quote
	headline string     // of a section
	level    int        // of a heading, in the manuscript
	list     *list      // of a list
	kids     []block    // of a note or a box: paragraphs and lists
	links    []linkItem // of links
	image    *picture
	ids      []string // of a roster or a statement
	table    *table
}

// list is a list of the first or second level.
type list struct {
	ordered bool
	start   int
	items   []listItem
}

// listItem is an entry.
type listItem struct {
	text text
	sub  *list
}

// linkItem is a place to read more.
type linkItem struct{ text, url string }

// picture is an image of the edition.
type picture struct{ file, alt, caption string }

// table is a table of a chapter.
type table struct {
	columns []column
	rows    [][]text
}

// column is the head of a table's column.
type column struct {
	title string
	right bool
}
