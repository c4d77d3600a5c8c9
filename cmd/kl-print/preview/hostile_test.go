package preview_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/kl-print/kl-print/cmd/kl-print/preview"
)

// origin is the server's address without a path, and base the path that is before all.
func (s *server) origin() string {
	return s.url[:strings.LastIndex(strings.TrimSuffix(s.url, "/"), "/")]
}
func (s *server) base() string { return strings.TrimSuffix(strings.TrimPrefix(s.url, s.origin()), "/") }

// ask sends a request as it is, below the key, and returns the status and the body.
func (s *server) ask(method, path, body string, header map[string]string) (*http.Response, string) {
	s.t.Helper()
	return s.askAt(method, s.base()+path, body, header)
}

// askAt is ask for a path from the server's root.
func (s *server) askAt(method, path, body string, header map[string]string) (*http.Response, string) {
	s.t.Helper()
	req, err := http.NewRequest(method, s.origin(), strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.URL.Opaque = path // not cleaned
	for name, value := range header {
		if name == "Host" {
			req.Host = value
		}
		req.Header.Set(name, value)
	}
	client := &http.Client{Timeout: 30 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(req)
	if err != nil {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, 1<<20))
	if err != nil && method != http.MethodHead {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
	return answer, string(text)
}

// token is the session's, as our own page knows it.
func (s *server) token() string {
	s.t.Helper()
	_, page := s.ask("GET", "/", "", nil)
	m := regexp.MustCompile(`data-token="([0-9a-f]{32})"`).FindStringSubmatch(page)
	if m == nil {
		s.t.Fatal("the page knows no token")
	}
	return m[1]
}

// own is what our own page sends with a request that does something.
func (s *server) own() map[string]string {
	return map[string]string{"Origin": s.origin(), "X-Preview-Token": s.token(), "Content-Type": "application/json"}
}

// TestItListensHereAlone looks at the address, and that no other of this machine's
// is answered.
func TestItListensHereAlone(t *testing.T) {
	s := start(t)
	u, err := url.Parse(s.url)
	if err != nil {
		t.Fatal(err)
	}
	if ip := net.ParseIP(u.Hostname()); ip == nil || !ip.IsLoopback() {
		t.Fatalf("it listens at %s", u.Host)
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addresses {
		n, is := a.(*net.IPNet)
		if !is || n.IP.IsLoopback() {
			continue
		}
		if c, err := net.DialTimeout("tcp", net.JoinHostPort(n.IP.String(), u.Port()), 500*time.Millisecond); err == nil {
			_ = c.Close()
			t.Errorf("it answers at %s", n.IP)
		}
	}
}

func TestForeignHostsAndPagesAreRefused(t *testing.T) {
	s := start(t)
	u, _ := url.Parse(s.url)
	port := u.Port()
	for _, c := range []struct {
		name   string
		path   string
		header map[string]string
		status int
	}{
		{"its own address", "/", nil, 200},
		{"the loopback's name", "/", map[string]string{"Host": "localhost:" + port}, 200},
		{"a name pointed here", "/", map[string]string{"Host": "evil.example:" + port}, 421},
		{"a name that begins as ours", "/", map[string]string{"Host": "localhost.evil.example:" + port}, 421},
		{"another port", "/", map[string]string{"Host": "localhost:1"}, 421},
		{"no port", "/", map[string]string{"Host": "localhost"}, 421},
		{"another site's script", "/events", map[string]string{"Origin": "https://evil.example"}, 403},
		{"no site's script", "/", map[string]string{"Origin": "null"}, 403},
		{"another port's script", "/", map[string]string{"Origin": "http://127.0.0.1:1"}, 403},
		{"another site's picture", "/assets/icon.svg", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, 403},
		{"another local server's script", "/assets/app.js", map[string]string{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
		{"another site's frame", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"a link to us", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"a link deeper", "/search?q=a", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 403},
		{"our own script", "/assets/app.js", map[string]string{"Sec-Fetch-Site": "same-origin"}, 200},
	} {
		answer, _ := s.ask("GET", c.path, "", c.header)
		if answer.StatusCode != c.status {
			t.Errorf("%s: %d, wanted %d", c.name, answer.StatusCode, c.status)
		}
	}
}

// TestEveryAnswerIsGuarded reads the headers of what is found, what is not and
// what is refused.
func TestEveryAnswerIsGuarded(t *testing.T) {
	s := start(t)
	for _, path := range []string{"/", "/assets/app.js", "/nowhere", "/page/0000"} {
		for _, header := range []map[string]string{nil, {"Host": "evil.example"}} {
			answer, body := s.ask("GET", path, "", header)
			h := answer.Header
			policy := h.Get("Content-Security-Policy")
			for _, want := range []string{"default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"} {
				if !strings.Contains(policy, want) {
					t.Errorf("%s: the policy %q lacks %q", path, policy, want)
				}
			}
			if strings.Contains(policy, "unsafe") || h.Get("Cache-Control") != "no-store" || h.Get("X-Content-Type-Options") != "nosniff" ||
				h.Get("Cross-Origin-Resource-Policy") != "same-origin" || h.Get("Access-Control-Allow-Origin") != "" || h.Get("Referrer-Policy") != "no-referrer" {
				t.Errorf("%s: headers %v", path, h)
			}
			if header != nil && strings.Contains(body, "data-token") {
				t.Errorf("%s: a stranger is told the token", path)
			}
		}
	}
	_, page := s.ask("GET", "/", "", nil)
	if regexp.MustCompile(`(?i)<script(?:[^>]*)>[^<]|<style|\sstyle=|\son[a-z]+=`).MatchString(page) {
		t.Error("the page has a script, a style or a handler in it that its policy forbids")
	}
}

// TestNothingElseIsServed asks for files of the edition, of the machine and of the
// program by every way round.
func TestNothingElseIsServed(t *testing.T) {
	s := start(t)
	if err := os.WriteFile(filepath.Join(filepath.Dir(s.dir), "secret.yaml"), []byte("secret: 1"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		"/report.yaml", "/chapters/klima.yaml", "/assets/", "/assets/index.html", "/assets/..", "/assets/../server.go", "/assets/%2e%2e/server.go", "/assets/..%2fserver.go",
		"/assets/..%5cserver.go", "//etc/passwd", "/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/image/../../etc/passwd", "/image/..%2f..%2fsecret.yaml",
		"/page/..%2f..%2fsecret.yaml", "/font/..%2fSourceSans3-Regular.ttf", "/page/", "/image/", "/font/", "/page/%00", "/assets/app.js%00", "/debug/pprof/", "/favicon.ico",
	} {
		answer, body := s.ask("GET", path, "", nil)
		if answer.StatusCode < 300 || strings.Contains(body, "secret: 1") || strings.Contains(body, "root:") || strings.Contains(body, "package preview") {
			t.Errorf("%s: %d %.100q", path, answer.StatusCode, body)
		}
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"} {
		answer, _ := s.ask(method, "/", "", s.own())
		if answer.StatusCode < 400 {
			t.Errorf("%s /: %d", method, answer.StatusCode)
		}
	}
}

// TestOnlyOurPageOpensTheEditor sends what would open a file without the one or the
// other thing our page has.
func TestOnlyOurPageOpensTheEditor(t *testing.T) {
	s := start(t)
	place := `{"at": "chapters/klima.yaml:3:5"}`
	without := func(name, value string) map[string]string {
		h := s.own()
		delete(h, name)
		if value != "" {
			h[name] = value
		}
		return h
	}
	for _, c := range []struct {
		name   string
		method string
		body   string
		header map[string]string
		status int
	}{
		{"no token", "POST", place, without("X-Preview-Token", ""), 403},
		{"another token", "POST", place, without("X-Preview-Token", strings.Repeat("0", 32)), 403},
		{"no origin", "POST", place, without("Origin", ""), 403},
		{"another site", "POST", place, without("Origin", "https://evil.example"), 403},
		{"a form's type", "POST", place, without("Content-Type", "text/plain"), 415},
		{"not a post", "GET", "", s.own(), 405},
		{"not JSON", "POST", "at=x", s.own(), 400},
		{"another key", "POST", `{"at": "chapters/klima.yaml", "run": "sh"}`, s.own(), 400},
		{"two values", "POST", place + place, s.own(), 400},
		{"much too long", "POST", `{"at": "` + strings.Repeat("a", 1<<20) + `"}`, s.own(), 413},
		{"a file above", "POST", `{"at": "../secret.yaml:1"}`, s.own(), 404},
		{"a file within and above", "POST", `{"at": "chapters/../../secret.yaml:1"}`, s.own(), 404},
		{"a file of the machine", "POST", `{"at": "/etc/hosts.yaml:1"}`, s.own(), 404},
		{"a file with a drive", "POST", `{"at": "C:\\x.yaml:1"}`, s.own(), 404},
		{"no YAML", "POST", `{"at": "images:1"}`, s.own(), 404},
		{"a flag", "POST", `{"at": "--version:1"}`, s.own(), 404},
		{"nothing", "POST", `{"at": ""}`, s.own(), 404},
		{"a link that leads out", "POST", `{"at": "chapters/out.yaml:1"}`, s.own(), 404},
	} {
		if c.name == "a link that leads out" {
			if err := os.Symlink("/etc/hostname", filepath.Join(s.dir, "chapters", "out.yaml")); err != nil {
				t.Log(err)
				continue
			}
		}
		answer, body := s.ask(c.method, "/open", c.body, c.header)
		if answer.StatusCode != c.status {
			t.Errorf("%s: %d %s, wanted %d", c.name, answer.StatusCode, body, c.status)
		}
	}
	time.Sleep(100 * time.Millisecond)
	if data, err := os.ReadFile(s.opened); err == nil {
		t.Fatalf("the editor was opened: %s", data)
	}
	answer, body := s.ask("POST", "/open", place, s.own())
	if answer.StatusCode != 200 || !strings.Contains(body, `"opened":true`) {
		t.Fatalf("our own page: %d %s", answer.StatusCode, body)
	}
	if got, want := s.told(), filepath.Join(s.dir, "chapters", "klima.yaml")+" 3 5\n"; got != want {
		t.Errorf("the editor was told %q, wanted %q", got, want)
	}
}

// TestSlowClientsAreLeft sends a request a byte at a time, and nothing at all: the
// server hangs up, and answers others meanwhile.
func TestSlowClientsAreLeft(t *testing.T) {
	s := start(t)
	u, _ := url.Parse(s.url)
	var slow []net.Conn
	for i := range 40 {
		c, err := net.Dial("tcp", u.Host)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if i%2 == 0 {
			fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: %s\r\nX-A: ", u.Path, u.Host)
		}
		slow = append(slow, c)
	}
	if answer, _ := s.ask("GET", "/", "", nil); answer.StatusCode != 200 {
		t.Errorf("%d while others are slow", answer.StatusCode)
	}
	if testing.Short() {
		return
	}
	began := time.Now()
	for _, c := range slow {
		_ = c.SetReadDeadline(time.Now().Add(40 * time.Second))
		if _, err := io.Copy(io.Discard, c); err != nil {
			t.Fatalf("a slow client is still served after %v: %v", time.Since(began), err)
		}
	}
}

// TestLongHeadersAreRefused sends more header than a browser would.
func TestLongHeadersAreRefused(t *testing.T) {
	s := start(t)
	u, _ := url.Parse(s.url)
	c, err := net.Dial("tcp", u.Host)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(30 * time.Second))
	go fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: %s\r\nX-A: %s\r\n\r\n", u.Host, strings.Repeat("a", 1<<20))
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err == nil && answer.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("answered with %d", answer.StatusCode)
	}
}

// TestTheEmbeddedEditionIsNotOpened has no folder, and so nothing to open.
func TestTheEmbeddedEditionIsNotOpened(t *testing.T) {
	s := start(t, func(o *preview.Options) { o.Dir = "" })
	answer, body := s.ask("POST", "/open", `{"at": "chapters/klima.yaml:3:5"}`, s.own())
	if answer.StatusCode != 200 || !strings.Contains(body, `"opened":false`) {
		t.Errorf("%d %s", answer.StatusCode, body)
	}
}
