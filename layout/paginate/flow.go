package paginate

// flow is a galley parted into text, which keeps its order, and floats, which
// keep theirs. Places are counted in the text.
type flow struct {
	strips []Strip
	room   Room
	text   []int // the strips that do not float
	sets   []int // by place: where the columns that stand there end, or 0
	floats []float
	passed []int // by place: how many floats have theirs before it
	boxes  []box // the side boxes of the text
	boxed  []int // by place: how many boxes there are before it
}

// float is a strip that floats.
type float struct {
	strip int
	place int // the text it stands above where it doesn't move
	low   int // the place of the heading it stays below, or −1
	high  int // the place it may not move beyond: where its section ends
}

// newFlow parts strips.
func newFlow(strips []Strip, room Room) flow {
	f := flow{strips: strips, room: room, text: make([]int, 0, len(strips)), passed: make([]int, 1, len(strips)+2)}
	low := -1
	for i := range strips {
		s := &strips[i]
		if s.floats() {
			f.floats = append(f.floats, float{strip: i, place: len(f.text), low: low})
			continue
		}
		if s.Heading || s.ends() {
			low = len(f.text)
		}
		f.text = append(f.text, i)
		f.passed = append(f.passed, len(f.floats))
		f.boxed = append(f.boxed, len(f.boxes))
		f.boxes = ownBoxes(f.boxes, strips, &item{first: i, end: i + 1})
	}
	f.boxed = append(f.boxed, len(f.boxes))
	f.passed = append(f.passed, len(f.floats))
	f.limit()
	f.sets = sets(strips, f.text)
	return f
}

// limit finds how far down each float may move.
func (f *flow) limit() {
	high := len(f.text)
	for k, at := len(f.floats)-1, len(f.text); k >= 0; k-- {
		for ; at > f.floats[k].place; at-- {
			if f.at(at - 1).ends() {
				high = at - 1
			}
		}
		f.floats[k].high = high
	}
}

// floats reports whether a strip floats. One with boxes beside it or footnotes
// does not, which go on in the order they are read.
func (s *Strip) floats() bool {
	return s.Float && !s.Heading && !s.ends() && !s.inColumns() && len(s.Side)+len(s.Notes) == 0
}

// ends reports whether floats above a strip stay above it.
func (s *Strip) ends() bool { return s.Barrier || s.Break <= Force }

// at is the text's strip at a place.
func (f *flow) at(place int) *Strip { return &f.strips[f.text[place]] }

// state is what is to be set yet: the text from a place on, the floats from one
// on, and the last so many side boxes of the text before.
type state struct{ text, float, boxes int }

// done is the state in which nothing is.
func (f *flow) done() state { return state{text: len(f.text), float: len(f.floats)} }

// came returns the side boxes that are to be set yet.
func (f *flow) came(s state) []box {
	n := f.boxed[s.text]
	return f.boxes[n-s.boxes : n]
}

// waiting is how many floats have been passed by and stand on no page yet.
func (f *flow) waiting(s state) int { return max(0, f.passed[s.text]-s.float) }

// ahead is how many floats stand on pages before that of their place.
func (f *flow) ahead(s state) int { return max(0, s.float-f.passed[s.text+1]) }

// mayPass reports whether the text at a place may come before the floats that
// are left: no more wait than may, and their section goes on.
func (f *flow) mayPass(place, left int) bool {
	wait := f.passed[place+1] - left
	return wait <= 0 || wait <= mostWaiting && place < f.floats[left].high
}

// mostWaiting is how many floats may wait for a page.
const mostWaiting = 3

// What it costs, for each page that turns between a float and its place: after
// it, and before it, where nothing has been read of it yet.
const (
	later   = 120
	earlier = 240
)

// breakAt is what the break costs that ends a page in a state: that of the strip
// that would come next. A page without text, of floats alone, does not pay for
// the break in the text again.
func (f *flow) breakAt(s state, text bool) int {
	switch {
	case s.float < len(f.floats) && f.floats[s.float].place == s.text:
		return f.strips[f.floats[s.float].strip].Break
	case s.text == len(f.text):
		return 0
	}
	if cost := f.at(s.text).Break; text || cost <= Force {
		return cost
	}
	return 0
}
