package manuscript

import (
	"strconv"
	"strings"
)

// chapterFile is a chapter's file.
func (m *Manuscript) chapterFile(c *chapter) []byte {
	w := &chapterWriter{}
	w.key("", "title", c.title)
	w.key("", "headline", c.headline)
	w.line("blocks:")
	blocks := c.blocks
	if m.plain[c.id] {
		blocks = plainBlocks(blocks)
	}
	for i := 0; i < len(blocks); {
		i += w.block(blocks[i:])
	}
	return []byte(w.String())
}

// chapterWriter writes the blocks of a chapter.
type chapterWriter struct{ yamlWriter }

// The indents of a block, and of what belongs to it.
const (
	blockAt = "  - "
	keyAt   = "      "
)

// block writes the first of some blocks, and those that go into one with it; it
// returns how many.
func (w *chapterWriter) block(list []block) int {
	switch k := list[0]; k.kind {
	case blockParagraph, blockList:
		return w.prose(list)
	case blockLead:
		w.text(blockAt, "lead", prose([]block{{kind: blockParagraph, text: k.text}}))
	case blockHeading:
		w.key(blockAt, "heading", k.title)
	case blockSection:
		if k.headline == "" {
			w.key(blockAt, "section", k.title)
			break
		}
		w.line(blockAt, "section:")
		w.key(keyAt, "title", k.title)
		w.key(keyAt, "headline", k.headline)
	case blockNote:
		w.text(blockAt, "note", prose(k.kids))
	case blockBox:
		w.line(blockAt, "box:")
		w.key(keyAt, "title", k.title)
		w.text(keyAt, "text", prose(k.kids))
	default:
		w.other(k)
	}
	return 1
}

// other writes the blocks that are no running text.
func (w *chapterWriter) other(k block) {
	switch k.kind {
	case blockFact:
		w.line(blockAt, "fact:")
		w.line(keyAt, "figure: ", inQuotes(plainField(k.title)))
		w.scalar(keyAt, "caption", inlineField(k.text))
	case blockQuote:
		w.line(blockAt, "quote:")
		w.scalar(keyAt, "text", inlineField(k.text))
		w.key(keyAt, "by", k.title)
	case blockLinks:
		w.line(blockAt, "links:")
		w.line(keyAt, "items:")
		for _, l := range k.links {
			w.key(keyAt+"  - ", "text", l.text)
			if l.url != "" {
				w.line(keyAt, "    url: ", inQuotes(l.url))
			}
		}
	case blockImage:
		w.line(blockAt, "image:")
		w.line(keyAt, "file: ", inQuotes(k.image.file))
		w.key(keyAt, "alt", k.image.alt)
		if k.image.caption != "" {
			w.scalar(keyAt, "caption", inlineField(text{{text: k.image.caption}}))
		}
	case blockRoster:
		w.line(blockAt, "roster:")
		for _, id := range k.ids {
			w.line(keyAt, "- ", quotedID(id))
		}
	case blockStatement:
		w.line(blockAt, "statement: ", quotedID(k.ids[0]))
	case blockTable:
		w.table(k)
	}
}

// inlineField writes a text as Markdown of one line.
func inlineField(t text) string {
	var w mdWriter
	return w.inline(unbrokenLines(t))
}

// table writes a table.
func (w *chapterWriter) table(k block) {
	w.line(blockAt, "table:")
	w.key(keyAt, "title", k.title)
	w.line(keyAt, "columns:")
	for _, c := range k.table.columns {
		align := ""
		if c.right {
			align = ", align: right"
		}
		w.line(keyAt, "  - {title: ", inQuotes(plainField(c.title)), align, "}")
	}
	w.line(keyAt, "rows:")
	for _, row := range k.table.rows {
		var cells []string
		length := 0
		for _, c := range row {
			cells = append(cells, inQuotes(inlineField(c)))
			length += len(cells[len(cells)-1])
		}
		if length < width {
			w.line(keyAt, "  - [", strings.Join(cells, ", "), "]")
			continue
		}
		for i, c := range cells {
			lead := "    - "
			if i == 0 {
				lead = "  - - "
			}
			w.line(keyAt, lead, c)
		}
	}
}

// prose writes paragraphs and lists as one text, as far as they go into one, and
// returns how many did.
func (w *chapterWriter) prose(list []block) int {
	const most = 40_000 // bytes of text in one
	n, size := 0, 0
	for n < len(list) && (list[n].kind == blockParagraph || list[n].kind == blockList) {
		length := len(plain(list[n].text))
		if n > 0 && (size+length > most || list[n].kind == blockList && list[n-1].kind == blockList) {
			break
		}
		n, size = n+1, size+length
	}
	if n == 1 && size > most {
		for _, t := range cut(list[0].text) {
			w.text(blockAt, "text", prose([]block{{kind: blockParagraph, text: t}}))
		}
		return 1
	}
	w.text(blockAt, "text", prose(list[:n]))
	return n
}

// prose writes paragraphs and lists as lines of Markdown, their footnotes below.
func prose(list []block) []string {
	var w mdWriter
	var lines []string
	for i, k := range list {
		if i > 0 {
			lines = append(lines, "")
		}
		if k.kind == blockList {
			lines = append(lines, w.list(k.list, "")...)
		} else {
			more := wrap(w.inline(k.text), width-len(keyAt))
			if i > 0 && list[i-1].kind == blockList {
				more[0] = escapeNumber(more[0])
			}
			lines = append(lines, more...)
		}
	}
	for i := 0; i < len(w.notes); i++ {
		n := w.notes[i]
		lines = append(lines, "")
		for k, l := range wrap("[^"+n.mark+"]: "+w.inline(n.note), width-10) {
			if k > 0 {
				l = "    " + l
			}
			lines = append(lines, l)
		}
	}
	return lines
}

// list writes a list.
func (w *mdWriter) list(l *list, indent string) []string {
	var lines []string
	for i, item := range l.items {
		mark := "- "
		if l.ordered {
			mark = strconv.Itoa(l.start+i) + ". "
		}
		below := indent + strings.Repeat(" ", len(mark))
		for k, s := range wrap(w.inline(item.text), width-len(keyAt)-len(below)) {
			if k == 0 {
				lines = append(lines, indent+mark+s)
			} else {
				lines = append(lines, below+s)
			}
		}
		if item.sub != nil {
			lines = append(lines, w.list(item.sub, below)...)
		}
	}
	return lines
}

// plainBlocks are the words of blocks as paragraphs; statements and rosters stay.
func plainBlocks(blocks []block) []block {
	var out []block
	add := func(s string) {
		if visible(s) {
			out = append(out, block{kind: blockParagraph, text: text{{text: oneLine(s)}}})
		}
	}
	for _, k := range blocks {
		if k.kind == blockStatement || k.kind == blockRoster {
			out = append(out, k)
			continue
		}
		for _, s := range blockWords(k) {
			add(s)
		}
	}
	if len(out) == 0 {
		add("…")
	}
	return out
}
