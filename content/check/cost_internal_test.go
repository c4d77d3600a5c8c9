package check

import (
	"fmt"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// manyChapters is a report of so many chapters that count the same things, each in its own way, and
// name each other.
func manyChapters(n int) *content.Report {
	rep := &content.Report{Language: "da", Year: 2024}
	towns := municipalities()
	name := func(i int) string { return towns[i%len(towns)] + " møder " + towns[i/len(towns)] }
	for i := range n {
		pos := func(line int) diag.Pos {
			return diag.Pos{File: fmt.Sprintf("chapters/k%d.yaml", i), Line: line, Column: 1}
		}
		text := func(format string, args ...any) content.Inlines {
			return content.Inlines{content.Text(fmt.Sprintf(format, args...))}
		}
		rep.Chapters = append(rep.Chapters, content.Chapter{Pos: pos(1), Title: name(i), Blocks: []content.Block{
			content.Fact{At: content.At{Pos: pos(3)}, Figure: fmt.Sprint(11 + i), Caption: text("kommuner fik rådgivning om område nummer%d", i)},
			content.Paragraph{At: content.At{Pos: pos(6)}, Body: text("I alt %d kommuner fik rådgivning, se kapitlet %s, og sammenlægningsudvalget%d mødtes.", 7+i, name(n-1-i), i)},
		}})
	}
	return rep
}

// workOf is what the check of a report did: facts that figures were held against, numbers
// of words that were compared as sums, and what is kept of chapters that are done.
func workOf(rep *content.Report) (facts, sums, kept int) {
	c := newChecker(Edition{Report: rep})
	k := newCollector(rep)
	for i := range rep.Chapters {
		runs := k.chapterRuns(i)
		c.chapter(i, runs, c.rules())
		for _, r := range runs {
			kept += len(r.parts) + len(r.lower)
		}
	}
	for _, m := range c.said {
		facts += len(c.facts[counted{m.unit, m.key}])
	}
	return facts, len(newNeighbours(c.spellings()).sums), kept + len(c.read.words)
}

// TestChaptersGrow: what is done for a figure does not grow with the number of chapters for
// ever, words that are had once are not compared, and nothing that was read of a chapter
// outlives it.
func TestChaptersGrow(t *testing.T) {
	few, _, _ := workOf(manyChapters(2 * mostFacts))
	many, sums, kept := workOf(manyChapters(16 * mostFacts))
	t.Logf("%d facts, %d; %d sums", few, many, sums)
	if few == 0 || many*2 > few*17 {
		t.Errorf("figures are held against %d facts, and in eight times the text %d", few, many)
	}
	if sums > 64*mostFacts {
		t.Errorf("%d sums are compared", sums)
	}
	if kept != 0 {
		t.Errorf("%d of what was read is kept", kept)
	}
}
