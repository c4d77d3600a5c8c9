package source

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
)

// blockReader reads a block's value. One YAML block may become several: a text
// is paragraphs and lists.
type blockReader func(r *reader, n *yaml.Node, at content.At) []content.Block

// blockReaders are how the blocks of the format are read, by their names.
func blockReaders() map[string]blockReader {
	return map[string]blockReader{
		"lead":         (*reader).lead,
		"text":         (*reader).textBlock,
		"section":      one((*reader).section),
		"heading":      one((*reader).heading),
		"list":         one((*reader).listBlock),
		"note":         one((*reader).note),
		"box":          one((*reader).box),
		"fact":         one((*reader).fact),
		"quote":        one((*reader).quote),
		"links":        one((*reader).links),
		"image":        one((*reader).imageBlock),
		"media":        one((*reader).media),
		"letter":       one((*reader).letter),
		"portraits":    one((*reader).portraits),
		"organisation": one((*reader).organisation),
		"roster":       one((*reader).roster),
		"statement":    one((*reader).statementBlock),
		"chart":        one((*reader).chart),
		"table":        one((*reader).table),
		"signatures":   one((*reader).signatures),
		"auditor":      one((*reader).auditor),
		"page-break":   one((*reader).pageBreak),
	}
}

// one is for blocks that become one.
func one(read func(*reader, *yaml.Node, content.At) content.Block) blockReader {
	return func(r *reader, n *yaml.Node, at content.At) []content.Block {
		return []content.Block{read(r, n, at)}
	}
}

// chapter reads a chapter's file.
func (r *reader) chapter(id string) content.Chapter {
	if r.root == nil {
		return content.Chapter{ID: id}
	}
	m := r.mapping(r.root, r.ed.format.Chapter).called(r.name)
	defer m.close()
	c := content.Chapter{
		Pos:      m.at().Pos,
		ID:       id,
		Title:    m.text("title"),
		Headline: m.text("headline"),
	}
	m.stale(strings.TrimPrefix(c.Title+": "+c.Headline, ": "), m.has("headline") || yearIn().MatchString(c.Title), content.StaleText)
	list := m.getAs("blocks", aList)
	if list != nil {
		r.field = "blocks"
		for i, n := range r.list(list) {
			c.Blocks = append(c.Blocks, r.entry(n, nextLine(list, i, lineAfter(r.root, "blocks", 0)))...)
		}
	}
	r.checkFacts(c.Blocks)
	r.checkLoneNotes()
	nameSections(id, c.Blocks)
	return c
}

// entry reads one entry of a chapter's blocks: a mapping with one key, the
// kind of block, and perhaps the mark that it is stale. What follows the entry
// begins on the line next.
func (r *reader) entry(n *yaml.Node, next int) []content.Block {
	// unread stands for a block that can't be read, so that a fact before it is
	// not said to have nothing to stand beside.
	unread := []content.Block{content.Paragraph{At: content.At{Pos: r.at(n)}}}
	if r.unwritten(n) || !r.is(n, yaml.MappingNode, aMapping) {
		return unread
	}
	k, v := blockOf(n)
	if k == nil {
		r.severalKeys(n)
		return unread
	}
	if r.noBreak(k) {
		return unread
	}
	r.staleEntry(n, k, v, next)
	told := r.diags.Len()
	blocks := r.block(k, v)
	if len(blocks) == 0 && (r.diags.Len() > told || r.hidden.any()) {
		return unread
	}
	return blocks
}

// severalKeys reports an entry with more keys than its kind, at the first that is
// one too many: it has ended the block above it.
func (r *reader) severalKeys(n *yaml.Node) {
	var keys []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != staleKey {
			keys = append(keys, n.Content[i])
		}
	}
	if len(keys) < 2 {
		r.fail(n, oneBlock(len(keys), "", ""))
		return
	}
	r.fail(keys[1], oneBlock(len(keys), keys[0].Value, keys[1].Value))
}

// unwritten reports an entry that is text but begins with a kind of block:
// "heading Boliger" or "heading:Boliger".
func (r *reader) unwritten(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || !isPlain(n) {
		return false
	}
	end := strings.IndexAny(n.Value+" ", " :\n")
	kind, rest := n.Value[:end], strings.TrimLeft(n.Value[end:], ":= ")
	if !slices.Contains(r.ed.kinds(), kind) || r.noBreak(n) {
		return false
	}
	switch {
	case strings.HasPrefix(rest, "|"), strings.HasPrefix(rest, ">"):
		rest = rest[:1]
	case rest == "" && kind == "page-break":
		rest = "true"
	}
	r.fail(n, unwrittenBlock(kind, firstLine(rest)))
	return true
}

// firstLine writes the beginning of a text.
func firstLine(s string) string {
	const most = 40
	s, _, _ = strings.Cut(s, "\n")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// kinds lists the names of the blocks.
func (ed *edition) kinds() []string {
	var names []string
	for _, b := range ed.format.Blocks {
		names = append(names, b.Name)
	}
	return names
}

// block reads a block by its kind.
func (r *reader) block(k, v *yaml.Node) []content.Block {
	if read, has := r.ed.blocks[k.Value]; has {
		r.field = k.Value
		return read(r, v, content.At{Pos: r.at(k)})
	}
	if k.Kind == yaml.ScalarNode {
		names := r.ed.kinds()
		r.fail(k, unknownBlock(k.Value, names, r.nearest(k.Value, names)))
	}
	return nil
}

// checkFacts reports facts with nothing to stand beside.
func (r *reader) checkFacts(blocks []content.Block) {
	beside := false
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := blocks[i].(type) {
		case content.Fact:
			if !beside && !r.hidden.after(b.Pos.Line) {
				r.diags.Error(b.Pos, factAlone())
			}
		case content.PageBreak:
			beside = false
		default:
			beside = true
		}
	}
}

// nameSections gives each section an id unique in the report. A chapter's id
// has no dot, so no section can have a chapter's name or another's.
func nameSections(chapter string, blocks []content.Block) {
	taken := map[string]bool{}
	for i, b := range blocks {
		s, ok := b.(content.Section)
		if !ok {
			continue
		}
		base := chapter + "." + slug(s.Title)
		s.ID = base
		for n := 2; taken[s.ID]; n++ {
			s.ID = fmt.Sprintf("%s-%d", base, n)
		}
		taken[s.ID] = true
		blocks[i] = s
	}
}
