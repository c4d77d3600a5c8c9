package preview

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"io"
	"log"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// tokenHeader bears the session's token in requests that do something.
const tokenHeader = "X-Preview-Token"

// newToken returns a token nobody can guess.
func newToken() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return hex.EncodeToString(b[:])
}

// policy is what a page of ours may do: show what this server gives, and talk to
// it. There is no script and no style but files.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// guard lets only requests of this machine's browser through that were meant for
// this server: by its own name, against a name of the net that was pointed here
// (DNS rebinding), and not from another site's page.
func (p *Preview) guard(next http.Handler) http.Handler {
	hosts := ownHosts(p.listener.Addr())
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cache-Control", "no-store")
		switch {
		case !slices.Contains(hosts, r.Host):
			http.Error(w, "this server answers to its own address only", http.StatusMisdirectedRequest)
		case p.foreign(r):
			http.Error(w, "this server answers its own pages only", http.StatusForbidden)
		case r.Method == http.MethodPost && !p.trusted(r):
			http.Error(w, "the session's token is missing", http.StatusForbidden)
		default:
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
			next.ServeHTTP(w, r)
		}
	})
}

// maxBody is the longest request body: a place in a file.
const maxBody = 4 << 10

// ownHosts are what a browser may call a server: its address, and the name of the
// loopback interface.
func ownHosts(addr net.Addr) []string {
	_, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return nil
	}
	return []string{addr.String(), net.JoinHostPort("localhost", port)}
}

// foreign reports whether a page of another site asks. One may lead here by a
// link, and no more.
func (p *Preview) foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	link := r.Method == http.MethodGet && r.URL.Path == p.base() && r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
	return !link
}

// entrance is what the address of a ticket begins with.
const entrance = "/enter/"

// ticket leads to the pages once.
type ticket struct {
	key  string
	used *atomic.Bool
}

func newTicket() ticket { return ticket{newToken(), new(atomic.Bool)} }

// redeem reports whether a request has the ticket, and is the first that has.
func (t ticket) redeem(r *http.Request) bool {
	key, is := strings.CutPrefix(r.URL.Path, entrance)
	return is && r.Method == http.MethodGet && equal(key, t.key) && t.used.CompareAndSwap(false, true)
}

// equal compares secrets, in a time that does not tell how much of them is right.
func equal(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// keyed answers those who know the key, which is the first part of the path, and
// sends who has the ticket there.
func (p *Preview) keyed(next http.Handler) http.Handler {
	inner := http.StripPrefix("/"+p.key, next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		switch {
		case equal(key, p.key):
			inner.ServeHTTP(w, r)
		case p.ticket.redeem(r):
			http.Redirect(w, r, p.base(), http.StatusSeeOther)
		default:
			http.Error(w, "open the whole address that kl-print preview tells, with the key in it: each start has its own", http.StatusNotFound)
		}
	})
}

// trusted reports whether a request that does something comes from our own page:
// it says so itself, and knows the token.
func (p *Preview) trusted(r *http.Request) bool {
	return r.Header.Get("Origin") == "http://"+r.Host &&
		equal(r.Header.Get(tokenHeader), p.token)
}

// mostConns is how many connections are open at a time.
const mostConns = 128

// limited is a listener that takes no more connections than that.
type limited struct {
	net.Listener
	free chan struct{}
	done chan struct{}
	once sync.Once
}

func limit(l net.Listener) net.Listener {
	return &limited{Listener: l, free: make(chan struct{}, mostConns), done: make(chan struct{})}
}

// Accept waits for a connection, and before it for one to end where there are too
// many.
func (l *limited) Accept() (net.Conn, error) {
	select {
	case l.free <- struct{}{}:
	case <-l.done:
		return nil, net.ErrClosed
	}
	c, err := l.Listener.Accept()
	if err != nil {
		<-l.free
		return nil, err
	}
	return &counted{Conn: c, end: func() { <-l.free }}, nil
}

// Close ends the listening.
func (l *limited) Close() error {
	l.once.Do(func() { close(l.done) })
	return l.Listener.Close()
}

// counted is a connection that gives its place up once.
type counted struct {
	net.Conn
	once sync.Once
	end  func()
}

// Close ends the connection.
func (c *counted) Close() error {
	defer c.once.Do(c.end)
	return c.Conn.Close()
}

// quiet is a log of nothing: what strangers send is not told at the terminal.
func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
