package paginate

import (
	"math"

	"github.com/kl-print/kl-print/layout/geom"
)

// before is how the page before ends: what it leaves unused, in rows; −1 where
// that does not matter.
type before struct {
	rows  int64
	verso bool
}

// start is what stands before the first page.
func start(room Room) before { return before{-1, !room.Verso} }

// oracle tries every way to part strips[first:] into pages, and returns the
// least cost. Without forbidden it does not take forbidden breaks.
func oracle(strips []Strip, first int, last before, room Room, forbidden bool) int64 {
	if first == len(strips) {
		return 0
	}
	best := int64(math.MaxInt64)
	legal, latest := false, first
	try := func(next int, legal bool) {
		cost, end, _ := judge(strips, first, next, last, room, legal)
		if rest := oracle(strips, next, end, room, forbidden); rest != math.MaxInt64 {
			best = min(best, cost+rest)
		}
	}
	for next := first + 1; next <= len(strips); next++ {
		if _, _, ok := judge(strips, first, next, last, room, true); !ok {
			continue
		}
		latest = next
		if next == len(strips) || strips[next].Break < Forbid {
			legal = true
			try(next, true)
		}
	}
	if !legal && forbidden && latest > first {
		try(latest, false)
	}
	return best
}

// judge returns what the page strips[first:next] costs after the one before, how
// it ends, and whether it may be.
func judge(strips []Strip, first, next int, last before, room Room, legal bool) (int64, before, bool) {
	l, ok := lay(strips, first, next, room)
	if !ok {
		return 0, before{}, false
	}
	for i := first + 1; i < next; i++ {
		if strips[i].Break <= Force {
			return 0, before{}, false
		}
	}
	side, ok := judgeSides(strips, l.pieces, room)
	cost := l.cost + side
	if !ok {
		return 0, before{}, false
	}
	this := before{int64(l.unused / room.Grid), !last.verso}
	switch {
	case next == len(strips) && (room.Height-l.unused)*5 < room.Height:
		return 400 + cost, before{-1, this.verso}, true
	case next == len(strips) || strips[next].Break <= Force:
		return cost, before{-1, this.verso}, true
	}
	cost += int64(strips[next].Break) + 4*this.rows*this.rows + 10
	if !legal {
		cost = 1 << 40
	}
	switch {
	case !strips[next-1].Hyphen:
	case this.verso:
		cost += 80
	default:
		cost += 1 << 30
	}
	if last.verso && last.rows >= 0 && last.rows != this.rows {
		cost += 30 + 8*(last.rows-this.rows)*(last.rows-this.rows)
	}
	return cost, this, true
}

// judgeSides places boxes by the formulas of the definition: as far down as
// those above ask for, but no further than those below leave room for.
func judgeSides(strips []Strip, pieces []piece, room Room) (cost int64, ok bool) {
	for from := 0; from <= len(pieces); {
		to := from
		for to < len(pieces) && !strips[pieces[to].first].Wide {
			to++
		}
		var begin geom.Length
		if from > 0 {
			begin = pieces[from-1].top + pieces[from-1].height + room.Gap
		}
		end := room.Height
		if to < len(pieces) {
			p := pieces[to]
			end = p.top - min(room.Gap, strips[p.first].Above)
			if to == 0 {
				end = p.top
			}
			for _, s := range strips[p.first:p.end] {
				if len(s.Side) > 0 {
					return 0, false
				}
			}
		}
		var want, high []geom.Length
		for _, p := range pieces[from:to] {
			for _, s := range strips[p.first:p.end] {
				for _, h := range s.Side {
					want, high = append(want, p.top), append(high, h)
				}
			}
		}
		for k := range want {
			var above, below geom.Length
			y := begin
			for j := k; j >= 0; j-- {
				y = max(y, want[j]+above, begin+above)
				if j > 0 {
					above += high[j-1] + room.Gap
				}
			}
			for j := k; j < len(want); j++ {
				below += high[j] + room.Gap
			}
			y = min(y, end-(below-room.Gap))
			if k == 0 && y < begin {
				return 0, false
			}
			rows := int64((y - want[k]) / room.Grid)
			cost += rows * rows / 2
		}
		from = to + 1
	}
	return cost, true
}
