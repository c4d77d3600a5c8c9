package source

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// indent is how far the lines of a note after its first stand in, in columns: as the
// code block's in CommonMark.
const indent = 4

// The kinds of node of a note's mark and of its text.
var (
	kindMark = ast.NewNodeKind("NoteMark")
	kindNote = ast.NewNodeKind("Note")
)

// noteBlock is [^name]: and the blocks that stand in below it. It stays where it stands.
type noteBlock struct {
	ast.BaseBlock
	name string
}

// Kind implements ast.Node.
func (*noteBlock) Kind() ast.NodeKind { return kindNote }

// Dump implements ast.Node.
func (b *noteBlock) Dump(source []byte, level int) {
	ast.DumpHelper(b, source, level, map[string]string{"Name": b.name}, nil)
}

// noteParser reads the texts of notes.
type noteParser struct{}

// Trigger implements parser.BlockParser.
func (noteParser) Trigger() []byte { return []byte{'['} }

// Open begins a note at [^name]: and goes on to what stands after the colon.
func (noteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	rest, is := bytes.CutPrefix(line[at:], []byte("[^"))
	end := bytes.IndexAny(rest, "[]")
	if !is || end < 0 || !bytes.HasPrefix(rest[end:], []byte("]:")) || util.IsBlank(rest[:end]) {
		return nil, parser.NoChildren
	}
	_, segment := reader.PeekLine()
	reader.AdvanceAndSetPadding(at+len("[^]:")+end-segment.Padding, segment.Padding)
	return &noteBlock{name: string(rest[:end])}, parser.HasChildren
}

// Continue takes a line that stands in, and an empty one.
func (noteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), indent)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

// Close implements parser.BlockParser.
func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser: a note needs no empty line before it.
func (noteParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (noteParser) CanAcceptIndentedLine() bool { return false }
