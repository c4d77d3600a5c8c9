package paginate

import "github.com/kl-print/kl-print/layout/geom"

// box is a side box on a page.
type box struct {
	strip  int
	want   geom.Length // where it would stand best: beside its strip
	y      geom.Length
	height geom.Length
}

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
// for. Wide items part the column into spans; a box stays in its own. The boxes
// are appended to out, which is empty; false says that they have no room.
func sides(out []box, strips []Strip, items []item, room Room) ([]box, bool) {
	from := geom.Length(0)
	begin := 0
	for i := 0; i <= len(items); i++ {
		own := len(out)
		if i < len(items) {
			out = ownBoxes(out, strips, &items[i])
			if !items[i].wide {
				continue
			}
			if len(out) > own {
				return out, false
			}
		}
		to := room.Height
		if i < len(items) {
			to = items[i].top - max(0, min(room.Gap, items[i].above))
		}
		if !stack(out[begin:], from, to, room.Gap) {
			return out, false
		}
		begin = len(out)
		if i < len(items) {
			from = items[i].top + items[i].height + room.Gap
		}
	}
	return out, true
}

// ownBoxes appends the boxes of an item's strips, which stand beside its top.
func ownBoxes(out []box, strips []Strip, it *item) []box {
	for i := it.first; i < it.end; i++ {
		for _, h := range strips[i].Side {
			out = append(out, box{strip: i, want: it.top, height: h})
		}
	}
	return out
}

// stack places boxes one below the other between from and to.
func stack(boxes []box, from, to, gap geom.Length) bool {
	y := from
	for i := range boxes {
		boxes[i].y = max(boxes[i].want, y)
		y = boxes[i].y + boxes[i].height + gap
	}
	for i := len(boxes) - 1; i >= 0; i-- {
		boxes[i].y = min(boxes[i].y, to-boxes[i].height)
		to = boxes[i].y - gap
	}
	return len(boxes) == 0 || boxes[0].y >= from
}
