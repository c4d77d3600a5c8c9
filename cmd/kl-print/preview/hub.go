package preview

import "sync"

// version is what is shown at one time. It is not changed once it is in the hub.
type version struct {
	book     *book  // the last one without errors; nil: there was none yet
	state    []byte // the pages and what is wrong, as JSON
	findings []byte // what the check found, as JSON; nil: it has not run
	// stateOf and findingsOf count how often each has been made.
	stateOf, findingsOf int
}

// hub has the newest version. It is safe for concurrent use.
type hub struct {
	mu      sync.Mutex
	now     version
	changed chan struct{} // closed when there is a newer one
}

func newHub() *hub { return &hub{changed: make(chan struct{})} }

// get returns the newest version, and what is closed when it is not.
func (h *hub) get() (version, <-chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.now, h.changed
}

// set puts a new version of what change changes.
func (h *hub) set(change func(v *version)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	change(&h.now)
	close(h.changed)
	h.changed = make(chan struct{})
}
