// Package icon holds the drawings of the icons an edition may name.
//
// Those under lucide are files of lucide-static 1.62.0, unchanged, under the
// licence beside them; those under own were drawn for this project. All have a
// viewBox of 24 units and are drawn in currentColor.
package icon

import (
	"embed"
	"io/fs"
	"sync"

	"github.com/kl-print/kl-print/layout/svg"
)

//go:embed lucide own
var files embed.FS

// Files is the drawings as they were embedded, with the licence of those under
// lucide.
func Files() fs.FS { return files }

// table says which drawing stands for each name of content.Icons.
func table() map[string]string {
	return map[string]string{
		"bolig":      "lucide/house.svg",
		"bygning":    "lucide/landmark.svg",
		"bog":        "lucide/book-open.svg",
		"boern":      "lucide/baby.svg",
		"by":         "lucide/building-2.svg",
		"cirkulaer":  "lucide/recycle.svg",
		"cykel":      "lucide/bike.svg",
		"digital":    "lucide/monitor-smartphone.svg",
		"energi":     "lucide/zap.svg",
		"eu":         "own/eu.svg",
		"graf":       "lucide/chart-column-increasing.svg",
		"haandtryk":  "lucide/handshake.svg",
		"hjerte":     "lucide/heart.svg",
		"jord":       "lucide/sprout.svg",
		"klima":      "lucide/thermometer-sun.svg",
		"kultur":     "lucide/drama.svg",
		"maal":       "lucide/target.svg",
		"megafon":    "lucide/megaphone.svg",
		"moede":      "lucide/users.svg",
		"netvaerk":   "lucide/waypoints.svg",
		"penge":      "lucide/coins.svg",
		"plan":       "lucide/clipboard-list.svg",
		"regler":     "lucide/scroll-text.svg",
		"skjold":     "lucide/shield-check.svg",
		"sundhed":    "lucide/stethoscope.svg",
		"transport":  "lucide/bus.svg",
		"uddannelse": "lucide/graduation-cap.svg",
		"vaegt":      "lucide/scale.svg",
		"vand":       "lucide/droplets.svg",
	}
}

// Set is the icons, each read from its file the first time it is asked for. It
// may be used by several goroutines at once.
type Set struct {
	drawings map[string]func() (*svg.Drawing, error)
}

// New returns the icons.
func New() *Set {
	s := &Set{drawings: map[string]func() (*svg.Drawing, error){}}
	for name, file := range table() {
		s.drawings[name] = sync.OnceValues(func() (*svg.Drawing, error) { return read(file) })
	}
	return s
}

func read(file string) (*svg.Drawing, error) {
	data, err := files.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return svg.Parse(data)
}

// Named returns the drawing of a name from content.Icons. It is not ok for any
// other name.
func (s *Set) Named(name string) (d *svg.Drawing, ok bool) {
	load, ok := s.drawings[name]
	if !ok {
		return nil, false
	}
	d, err := load()
	return d, err == nil // a test reads them all
}
