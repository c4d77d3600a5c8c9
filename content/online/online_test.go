package online

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"
)

// TestAsk has a server on this machine: pages there are, moved, gone, that will
// not tell their head, and one that never answers.
func TestAsk(t *testing.T) {
	var most, now, bodies atomic.Int32
	done := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		defer now.Add(-1)
		if r.Header.Get("User-Agent") != "test" {
			t.Error("it does not say who asks")
		}
		switch r.URL.Path {
		case "/there":
		case "/moved":
			http.Redirect(w, r, "/there", http.StatusMovedPermanently)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/nohead":
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusMethodNotAllowed)
			} else {
				bodies.Add(1)
			}
		case "/busy":
			w.WriteHeader(http.StatusServiceUnavailable)
		case "/never":
			<-done
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer server.Close()
	defer close(done)
	a := New("test")
	a.Timeout = 300 * time.Millisecond
	paths := []string{"/there", "/moved", "/nohead", "/gone", "/busy", "/round", "/never", "/there"}
	var list []string
	for _, p := range paths {
		list = append(list, server.URL+p)
	}
	got := a.Ask(context.Background(), append(list, "mailto:post@kl.dk", "ftp://x", "::"))
	if len(got) != 7 {
		t.Errorf("%d answers", len(got))
	}
	for path, want := range map[string]struct{ alive, gone, late bool }{
		"/there": {alive: true}, "/moved": {alive: true}, "/nohead": {alive: true}, "/gone": {gone: true}, "/busy": {}, "/round": {}, "/never": {late: true},
	} {
		if g := got[server.URL+path]; g.Alive() != want.alive || g.Gone() != want.gone || g.Late() != want.late {
			t.Errorf("%s: %+v", path, g)
		}
	}
	if bodies.Load() != 1 || most.Load() > 2 {
		t.Errorf("%d pages were asked for, %d at once of one host", bodies.Load(), most.Load())
	}
}

// TestGone tells a host there is none of from one that does not answer now.
func TestGone(t *testing.T) {
	if !(Answer{Err: &net.DNSError{IsNotFound: true}}).Gone() || (Answer{Err: errors.New("refused")}).Gone() || (Answer{Status: 403}).Gone() {
		t.Error("what is gone is not told from what may pass")
	}
}
