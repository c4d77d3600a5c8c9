// Package linebreak breaks paragraphs into lines as a whole. It knows boxes,
// glue and penalties, and nothing of fonts.
//
// The method is that of Knuth and Plass, "Breaking Paragraphs into Lines"
// (Software: Practice and Experience 11, 1981), with fitness classes, demerits
// for consecutive hyphens and a bound on how many may follow each other. All of
// it is in integers, so that the same paragraph breaks alike on every machine.
package linebreak

// Kind is what an item is.
type Kind uint8

// The kinds of item.
const (
	Box     Kind = iota // something with a width
	Glue                // a gap that stretches and shrinks; a break is legal after a Box
	Penalty             // a place where a break is legal at a cost
)

// Costs that are not weighed.
const (
	Forbid = 10000  // a Penalty that is never a break
	Force  = -10000 // a Penalty that always is
)

// Item is one piece of a paragraph. Lengths may be in any unit, the same
// throughout.
type Item struct {
	Width   int64 // of a Penalty: set only where the line breaks there
	Stretch int64
	Shrink  int64
	// Before and After are how far the item may stand out into the margin: a Box
	// that begins a line at its left, what stands before a break at its right.
	// After is that of the item broken at.
	Before, After int64
	Cost          int // of a Penalty
	Kind          Kind
	Hyphen        bool // of a Penalty: the line ends with a hyphen
}

// Options are the measure and the taste.
type Options struct {
	Measure int64
	// Tolerance is the most a gap may stretch in thousandths of its stretch, in
	// turn: where one fails the next is tried. None: 1000, then 2000.
	Tolerance []int
	// Emergency is extra stretch for each line, tried last; lines that need it
	// say so.
	Emergency int64
	// MaxHyphens is how many lines in a row may end with a hyphen; 0: any. Rather
	// than a line that does not fit there are more.
	MaxHyphens int
	// ShortLast is the width below which the last line of a paragraph, or one
	// before a forced break, is too short: a word alone looks lost.
	ShortLast int64
	// Ragged judges a line by what it leaves empty of the measure: an eighth of
	// it is a ratio of 1000. The items' own stretch and shrink should be zero.
	Ragged bool
}

// Line is one line of the result: the items from First up to End are on it, and
// the item at End is the break, a Glue (which vanishes) or a Penalty (whose
// width is set). End may be len(items).
type Line struct {
	First, End int
	// Ratio is how far gaps stretch (positive, of Stretch) or shrink (negative,
	// of Shrink), in thousandths.
	Ratio int
	// Hyphen reports that the line ends at a Penalty with a hyphen.
	Hyphen bool
	// Loose reports that the line is beyond every tolerance.
	Loose bool
	// Overfull reports that the line is wider than the measure however it shrinks.
	Overfull bool
}

// What weighs on lines. The demerits are those of TeX's plain format, but for the
// last line's.
const (
	linePenalty   = 10
	fitnessJump   = 10000 // classes of fitness that are not neighbours, one after the other
	doubleHyphen  = 10000 // two lines in a row end with a hyphen
	lastHyphen    = 30000 // the line before the last, or before a forced break, does
	shortLast     = 60000 // the last line is too short
	tailAlone     = 90000 // the last line is but the rest of a word
	infiniteBad   = 10000 // badness of a line that can't be set
	defaultFirst  = 1000  // tolerances
	defaultSecond = 2000
	raggedShare   = 8       // of the measure
	anyRatio      = 1 << 20 // a bound on ratios, beyond every real one
)

// Break returns the best lines of a paragraph. The items should end with the
// finishing glue and a forced break, as Finish gives; a paragraph always comes
// out whole, whatever is in it. Widths should not be negative, nor a gap's
// shrink above its width: else a line that would fit may be overlooked.
func Break(items []Item, opt Options) []Line { return new(Breaker).Break(items, opt) }

// Break is the function of that name, with the breaker's memory.
func (b *Breaker) Break(items []Item, opt Options) []Line {
	if len(items) == 0 {
		return nil
	}
	b.take(items, opt)
	if opt.Ragged {
		if line, ok := b.one(opt.Measure / raggedShare); ok {
			return []Line{line}
		}
		return b.atAnyRatio(opt.Measure / raggedShare)
	}
	tolerance := opt.Tolerance
	if len(tolerance) == 0 {
		tolerance = []int{defaultFirst, defaultSecond}
	}
	if line, ok := b.one(0); ok && tolerance[0] >= 0 {
		return []Line{line}
	}
	for _, t := range tolerance {
		if b.run(pass{tolerance: t}) {
			return b.lines()
		}
	}
	lines := b.atAnyRatio(opt.Emergency)
	b.withdraw(lines, tolerance[len(tolerance)-1])
	return lines
}

// atAnyRatio sets the paragraph with loose lines, if need be with too many
// hyphens in a row, at the worst with lines that do not fit.
func (b *Breaker) atAnyRatio(emergency int64) []Line {
	if !b.rewards && b.run(pass{tolerance: nearly, emergency: emergency}) && b.nodes[b.best()].demerits < beyondNearly() {
		return b.lines()
	}
	p := pass{tolerance: anyRatio, emergency: emergency}
	if !b.run(p) {
		b.opt.MaxHyphens = 0
		p.rescue = true
		b.run(p)
	}
	return b.lines()
}

// nearly is a ratio that the best lines seldom pass, even where any is taken. They
// are looked for without lines beyond it first: else a line may end almost
// anywhere, and far more have to be weighed.
const nearly = 2000

// beyondNearly is what a line beyond that has of demerits at the least: where no
// break is rewarded, no way with such a line is better than one with fewer.
func beyondNearly() int64 {
	d := int64(linePenalty + badness(nearly+1))
	return d * d
}

// one returns the only line of a paragraph that fits into one as it is and ends
// with what fills it. Any other way has a line more, which is worse.
func (b *Breaker) one(emergency int64) (line Line, ok bool) {
	end := len(b.items) - 1
	if b.rewards || b.odd || b.forcedOnes != 1 || !b.forced(end) {
		return Line{}, false
	}
	ratio, fits, longer := b.ratio(0, end, emergency)
	if !fits || !longer || ratio > 0 || badness(ratio) > 0 {
		return Line{}, false
	}
	return Line{First: 0, End: end, Ratio: ratio, Hyphen: b.hyphen(end)}, true
}

// fill is the stretch of the glue that fills a paragraph's last line.
const fill = 1 << 40

// Finish returns what ends a paragraph: glue that fills the last line, and a
// forced break.
func Finish() []Item {
	return []Item{{Kind: Penalty, Cost: Forbid}, {Kind: Glue, Stretch: fill}, {Kind: Penalty, Cost: Force}}
}
