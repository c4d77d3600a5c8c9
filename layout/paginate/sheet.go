package paginate

import "github.com/kl-print/kl-print/layout/geom"

// item is what takes up height on a page: a strip, or columns of several.
type item struct {
	first, end  int // its strips
	top, height geom.Length
	above       geom.Length // the space above it
	below       geom.Length // the space below it, at least
	wide        bool
}

// sheet is a page being filled.
type sheet struct {
	room  Room
	items []item
	came  []box // from the page before
	boxes []box // in the side column, as placeBoxes last found room for them
	going int   // how many boxes go on to the next page
	boxed bool  // there are side boxes
	foot  foot
	cost  int64 // of its columns that end on it
}

// clear empties the sheet, but for boxes that have come from the page before.
func (s *sheet) clear(came []box) {
	*s = sheet{room: s.room, items: s.items[:0], came: came, boxes: s.boxes[:0], boxed: len(came) > 0}
}

// empty reports whether nothing is on the sheet.
func (s *sheet) empty() bool { return len(s.items) == 0 }

// begin returns where a strip's item would begin, and the space above it.
func (s *sheet) begin(strip *Strip) (top, above geom.Length) {
	if s.empty() {
		return 0, 0
	}
	last := &s.items[len(s.items)-1]
	above = max(strip.Above, last.below)
	return last.top + last.height + above, above
}

// add puts a strip below what is on the sheet.
func (s *sheet) add(strips []Strip, i int) {
	strip := &strips[i]
	top, above := s.begin(strip)
	if s.empty() {
		top += strip.Head
	}
	it := item{first: i, end: i + 1, top: top, height: strip.Height, above: above, wide: strip.Wide}
	if strip.floats() {
		it.below = strip.Below
	}
	s.items = append(s.items, it)
	s.foot.add(strip, s.room)
	s.boxed = s.boxed || len(strip.Side) > 0
}

// left is the height there is for columns that begin with a strip.
func (s *sheet) left(strips []Strip, i int) geom.Length {
	top, _ := s.begin(&strips[i])
	return s.room.Height - top - s.foot.height
}

// addColumns puts columns of a height below what is on the sheet.
func (s *sheet) addColumns(strips []Strip, first, end int, height geom.Length) {
	top, above := s.begin(&strips[first])
	s.items = append(s.items, item{first: first, end: end, top: top, height: height, above: above, wide: strips[first].Wide})
	for i := first; i < end && !s.boxed; i++ {
		s.boxed = len(strips[i].Side) > 0
	}
}

// drop takes the last item away, which has no footnotes.
func (s *sheet) drop() { s.items = s.items[:len(s.items)-1] }

// unused is the height that is left over.
func (s *sheet) unused() geom.Length {
	last := &s.items[len(s.items)-1]
	return s.room.Height - last.top - last.height - s.foot.height
}

// placeBoxes places the side boxes, and returns whether no more go on to the next
// page than may.
func (s *sheet) placeBoxes(strips []Strip) bool {
	if s.boxed {
		boxes, going := sides(append(s.boxes[:0], s.came...), strips, s.items, s.room)
		s.boxes, s.going = boxes[:len(boxes)-going], going
	}
	return s.going <= mostCarried
}
