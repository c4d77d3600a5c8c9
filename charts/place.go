package charts

import "github.com/kl-print/kl-print/layout/geom"

// stop is something to be placed along a line: its middle should be at want and
// must lie from low to high, and it takes half on either side.
type stop struct{ want, low, high, half geom.Length }

// unbounded is further than any chart reaches.
const unbounded = 1 << 40 * geom.Milli

// place returns the middles of the stops, in their order, at least gap apart,
// with the least sum of squared distances from where they should be. A stop
// bounded above must not follow one bounded below: then there is always room.
//
// With the room the stops before it take subtracted, a stop's place must not
// fall below that of the one before it: isotonic regression, solved by pooling
// adjacent violators. A pool lies at its mean, held within its bounds.
// (R. Barlow et al., Statistical Inference under Order Restrictions, 1972;
// for bounds: pools minimise any convex function.)
func place(stops []stop, gap geom.Length) []geom.Length {
	room := make([]geom.Length, len(stops))
	for i := 1; i < len(stops); i++ {
		room[i] = room[i-1] + stops[i-1].half + gap + stops[i].half
	}
	var pools []pool
	for _, p := range slack(stops, room) {
		for len(pools) > 0 && pools[len(pools)-1].value() > p.value() {
			p = pools[len(pools)-1].with(p)
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	out := make([]geom.Length, 0, len(stops))
	for _, p := range pools {
		for range p.n {
			out = append(out, p.value()+room[len(out)])
		}
	}
	return out
}

// pool is a run of stops that touch.
type pool struct {
	sum, n    geom.Length // of what they want
	low, high geom.Length
}

func (p pool) value() geom.Length {
	mean := geom.Length(geom.DivRound(int64(p.sum), int64(p.n)))
	return max(p.low, min(mean, p.high))
}

func (p pool) with(q pool) pool {
	return pool{p.sum + q.sum, p.n + q.n, max(p.low, q.low), min(p.high, q.high)}
}

// slack returns each stop as a pool of its own, without the room before it. A
// bound holds for those that are pushed along: one above for the stops before
// it, one below for those after.
func slack(stops []stop, room []geom.Length) []pool {
	out := make([]pool, len(stops))
	low := -unbounded
	for i, s := range stops {
		low = max(low, s.low-room[i])
		out[i] = pool{sum: s.want - room[i], n: 1, low: low, high: s.high - room[i]}
	}
	high := geom.Length(unbounded)
	for i := len(out) - 1; i >= 0; i-- {
		high = min(high, out[i].high)
		out[i].high = high
	}
	return out
}
