package paginate

import "github.com/kl-print/kl-print/layout/geom"

// box is a side box on a page.
type box struct {
	strip, index int         // the strip's, and its own among the strip's
	want         geom.Length // where it would stand best: beside its strip
	y            geom.Length
	height       geom.Length
}

// How many boxes may go on to the next page, and what it costs that one does.
const (
	mostCarried = 8
	carried     = 200
)

// shiftCost is what it costs that boxes do not stand beside their strips.
func shiftCost(boxes []box, room Room) (cost int64) {
	for _, b := range boxes {
		rows := room.rows(b.y - b.want)
		cost += rows * rows / 2
	}
	return cost
}

// sides places the side boxes of a page: each beside its strip, or as little
// below as those above it ask for, or as little above as the room below asks
// for. Wide items part the column into spans. A box stays in its own, or goes on
// to the next below where it has no room in it, and in the end to the next page.
//
// out holds the boxes that have come from the page before, which go first; the
// page's own are appended. The last so many of them, which is returned, go on.
func sides(out []box, strips []Strip, items []item, room Room) ([]box, int) {
	from := geom.Length(0)
	begin := 0
	for i := range items {
		it := &items[i]
		if it.wide {
			begin += stack(out[begin:], from, it.top-max(0, min(room.Gap, it.above)), room.Gap)
			from = it.top + it.height + room.Gap
		}
		out = ownBoxes(out, strips, it)
	}
	begin += stack(out[begin:], from, room.Height, room.Gap)
	return out, len(out) - begin
}

// ownBoxes appends the boxes of an item's strips, which stand beside its top.
func ownBoxes(out []box, strips []Strip, it *item) []box {
	for i := it.first; i < it.end; i++ {
		for k, h := range strips[i].Side {
			out = append(out, box{strip: i, index: k, want: it.top, height: h})
		}
	}
	return out
}

// stack places boxes one below the other between from and to, and returns how
// many have room.
func stack(boxes []box, from, to, gap geom.Length) int {
	y := from
	for i := range boxes {
		if y+boxes[i].height > to {
			boxes = boxes[:i]
			break
		}
		y += boxes[i].height + gap
	}
	y = from
	for i := range boxes {
		boxes[i].y = max(boxes[i].want, y)
		y = boxes[i].y + boxes[i].height + gap
	}
	for i := len(boxes) - 1; i >= 0; i-- {
		boxes[i].y = min(boxes[i].y, to-boxes[i].height)
		to = boxes[i].y - gap
	}
	return len(boxes)
}
