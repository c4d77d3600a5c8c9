package preview_test

import (
	"bufio"
	"fmt"
	"image"
	"image/png"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// raw sends bytes as they are and returns the answer's status; 0 where the server
// hangs up without one.
func (s *server) raw(request string) int {
	s.t.Helper()
	u, err := url.Parse(s.url)
	if err != nil {
		s.t.Fatal(err)
	}
	c, err := net.Dial("tcp", u.Host)
	if err != nil {
		s.t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(30 * time.Second))
	if _, err := fmt.Fprint(c, strings.NewReplacer("HOST", u.Host, "KEY", strings.Trim(u.Path, "/")).Replace(request)); err != nil {
		s.t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return 0
	}
	_ = answer.Body.Close()
	return answer.StatusCode
}

// TestRawRequests sends what no browser and no library would.
func TestRawRequests(t *testing.T) {
	s := start(t)
	for _, c := range []struct {
		name, request string
		status        int
	}{
		{"as it should be", "GET /KEY/ HTTP/1.1\r\nHost: HOST\r\n\r\n", 200},
		{"HTTP/1.0 without a host", "GET /KEY/ HTTP/1.0\r\n\r\n", 421},
		{"HTTP/1.0 with a host", "GET /KEY/ HTTP/1.0\r\nHost: HOST\r\n\r\n", 200},
		{"HTTP/0.9", "GET /KEY/\r\n\r\n", 400},
		{"HTTP/2 at once", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 421},
		{"no host", "GET /KEY/ HTTP/1.1\r\n\r\n", 400},
		{"two hosts", "GET /KEY/ HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n", 400},
		{"a whole address of another", "GET http://evil.example/KEY/ HTTP/1.1\r\nHost: HOST\r\n\r\n", 421},
		{"a proxy's request", "CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\n\r\n", 421},
		{"a proxy's request to us", "CONNECT HOST HTTP/1.1\r\nHost: HOST\r\n\r\n", 404},
		{"a web socket of another site", "GET /KEY/events HTTP/1.1\r\nHost: HOST\r\nOrigin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", 403},
		{"events for another site", "GET /KEY/events HTTP/1.1\r\nHost: HOST\r\nOrigin: http://evil.example\r\nAccept: text/event-stream\r\n\r\n", 403},
		{"events for a page of another port", "GET /KEY/events HTTP/1.1\r\nHost: HOST\r\nSec-Fetch-Site: same-site\r\n\r\n", 403},
		{"an address without end", "GET /KEY/" + strings.Repeat("a", 60_000) + " HTTP/1.1\r\nHost: HOST\r\n\r\n", 431},
		{"a body that is told to be huge", "POST /KEY/open HTTP/1.1\r\nHost: HOST\r\nContent-Length: 99999999999\r\n\r\n", 403},
		{"a body in pieces without end", "POST /KEY/open HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF1\r\n", 403},
		{"a name pointed here, with a dot", "GET /KEY/ HTTP/1.1\r\nHost: localhost.:1\r\n\r\n", 421},
		{"an address with a user", "GET /KEY/ HTTP/1.1\r\nHost: evil@HOST\r\n\r\n", 400},
		{"a path with a NUL", "GET /KEY/page/%00 HTTP/1.1\r\nHost: HOST\r\n\r\n", 404},
		{"dots that are coded twice", "GET /KEY/assets/%252e%252e/server.go HTTP/1.1\r\nHost: HOST\r\n\r\n", 404},
		{"dots too long for UTF-8", "GET /KEY/assets/%c0%ae%c0%ae/server.go HTTP/1.1\r\nHost: HOST\r\n\r\n", 404},
		{"a key with its slash coded", "GET /KEY%2f HTTP/1.1\r\nHost: HOST\r\n\r\n", 307},
		{"a method of its own", "FETCH /KEY/ HTTP/1.1\r\nHost: HOST\r\n\r\n", 405},
		{"a body of two lengths", "POST /KEY/open HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", 400},
		{"a line end in a header's name", "GET /KEY/ HTTP/1.1\r\nHost: HOST\r\nX\nY: z\r\n\r\n", 400},
		{"noise", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400},
	} {
		if got := s.raw(c.request); got != c.status {
			t.Errorf("%s: %d, wanted %d", c.name, got, c.status)
		}
	}
}

// TestOthersOnTheMachine can reach the port and know no key: they are told nothing of
// the edition, and can do nothing.
func TestOthersOnTheMachine(t *testing.T) {
	s := start(t)
	token := s.token()
	for _, path := range []string{"/", "/events", "/search?q=kommuner", "/assets/app.js", "/enter/", "/enter/" + token, "/" + token + "/", s.base()[:len(s.base())-1] + "/", "/." + s.base() + "/"} {
		answer, body := s.askAt("GET", path, "", nil)
		if answer.StatusCode < 300 || strings.Contains(body, "data-token") || strings.Contains(answer.Header.Get("Location"), s.base()) && !strings.Contains(path, s.base()) {
			t.Errorf("%s: %d %.80q", path, answer.StatusCode, body)
		}
	}
	if answer, _ := s.askAt("POST", "/open", `{"at": "chapters/klima.yaml:1:1"}`, s.own()); answer.StatusCode != 404 {
		t.Errorf("opened without the key: %d", answer.StatusCode)
	}
	if other := start(t); other.base() == s.base() || other.token() == token || len(s.base()) < 32 {
		t.Errorf("the key %s can be guessed", s.base())
	}
}

// TestTheTicketIsUsedOnce follows the address a browser is started with, which others
// may read.
func TestTheTicketIsUsedOnce(t *testing.T) {
	s := start(t)
	path := strings.TrimPrefix(s.entry, s.origin())
	if answer, _ := s.askAt("POST", path, "", s.own()); answer.StatusCode != 404 {
		t.Errorf("a ticket that is posted: %d", answer.StatusCode)
	}
	answer, _ := s.askAt("GET", path, "", nil)
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != s.base()+"/" || strings.Contains(s.entry, s.base()) {
		t.Errorf("%d to %s", answer.StatusCode, answer.Header.Get("Location"))
	}
	if answer, _ = s.askAt("GET", path, "", nil); answer.StatusCode != 404 {
		t.Errorf("a second time: %d", answer.StatusCode)
	}
}

// TestNamesThatAreCommands asks for files whose names a shell or an editor would take
// for something else, though the edition has them.
func TestNamesThatAreCommands(t *testing.T) {
	s := start(t)
	for _, name := range []string{"a&touch x.yaml", "$(touch x).yaml", "`touch x`.yaml", "a;touch x.yaml", "a|b.yaml", "%PATH%.yaml", "'a'.yaml", `a"b.yaml`, "-c.yaml", "a\nb.yaml", "a>b.yaml", "!a.yaml"} {
		if err := os.WriteFile(filepath.Join(s.dir, "chapters", name), []byte("title: A\n"), 0o600); err != nil {
			t.Logf("%q: %v", name, err)
			continue
		}
		at := strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace("chapters/" + name)
		if answer, body := s.ask("POST", "/open", `{"at": "`+at+`:1:1"}`, s.own()); answer.StatusCode != 404 {
			t.Errorf("%q: %d %s", name, answer.StatusCode, body)
		}
	}
	for _, name := range []string{"årsregnskab 2024.yaml", "a_b-c.1.yml"} {
		if err := os.WriteFile(filepath.Join(s.dir, "chapters", name), []byte("title: A\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if answer, body := s.ask("POST", "/open", `{"at": "chapters/`+name+`:1:1"}`, s.own()); answer.StatusCode != 200 || !strings.Contains(body, `"opened":true`) {
			t.Errorf("%q: %d %s", name, answer.StatusCode, body)
		}
	}
}

// TestPicturesThatLeadOut has a picture that is a link to one outside the edition: it
// is told, and not shown.
func TestPicturesThatLeadOut(t *testing.T) {
	s := start(t)
	outside := filepath.Join(t.TempDir(), "secret.png")
	f, err := os.Create(outside)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, 64, 64))); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	if err := os.MkdirAll(filepath.Join(s.dir, "images"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(s.dir, "images", "out.png")); err != nil {
		t.Skip(err)
	}
	events := s.listen()
	before := next[state](events, "state")
	for before.Made == 0 {
		before = next[state](events, "state")
	}
	s.change("chapters/klima.yaml", "blocks:", "blocks:\n  - image: {file: images/out.png, alt: Hemmeligt}")
	after := next[state](events, "state")
	for len(after.Problems) == 0 {
		after = next[state](events, "state")
	}
	if !strings.Contains(after.Problems[0].Text, "images/out.png") {
		t.Errorf("told is %v", after.Problems)
	}
	for _, p := range after.Pages {
		if _, svg := s.ask("GET", "/page/"+p.Hash, "", nil); regexp.MustCompile(`image/[0-9a-f]`).MatchString(svg) {
			t.Error("a page shows a picture")
		}
	}
}

// TestSlowBodiesAreLeft says of a body that it comes, and sends none.
func TestSlowBodiesAreLeft(t *testing.T) {
	if testing.Short() {
		t.Skip("waits until the server hangs up")
	}
	s := start(t)
	own := s.own()
	began := time.Now()
	status := s.raw("POST /KEY/open HTTP/1.1\r\nHost: HOST\r\nOrigin: " + own["Origin"] + "\r\nX-Preview-Token: " + own["X-Preview-Token"] + "\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{\"at\": ")
	if took := time.Since(began); status != 400 && status != 0 || took > 25*time.Second {
		t.Errorf("%d after %v", status, took)
	}
}
