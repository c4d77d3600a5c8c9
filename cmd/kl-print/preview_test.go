package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// heard is a writer that can be read while it is written to.
type heard struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (h *heard) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.b.Write(p)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.b.String()
}

// TestPreviewRunsUntilItIsStopped starts a preview, asks it for its page at the
// address told, and stops it.
func TestPreviewRunsUntilItIsStopped(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		args  []string
		page  string
		told  string
	}{
		{"an edition's folder", good(), []string{"preview", "."}, `lang="en"`, "shows the edition"},
		{"the folder stood in", good(), []string{"preview"}, `lang="en"`, "shows the edition"},
		{"in Danish", good(), []string{"preview", "--lang", "da"}, `lang="da"`, "viser udgaven"},
		{"the embedded edition", map[string]string{"x": ""}, []string{"preview", "--theme", "lyng"}, `lang="en"`, "embedded in the program"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inFolder(t, c.files)
			w := newWorld()
			out := &heard{}
			w.std.out = out
			var stop context.CancelFunc
			w.ctx, stop = context.WithCancel(context.Background())
			defer stop()
			code := make(chan int, 1)
			go func() { code <- w.run(c.args...) }()
			url := ""
			for end := time.Now().Add(30 * time.Second); url == "" && time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
				url = regexp.MustCompile(`http://127\.0\.0\.1:\d+/[0-9a-f]{32}/`).FindString(out.String())
			}
			answer, err := http.Get(url)
			if err != nil {
				t.Fatalf("%q: %v; %s", out.String(), err, w.err.String())
			}
			defer answer.Body.Close()
			if body, _ := io.ReadAll(answer.Body); answer.StatusCode != 200 || !strings.Contains(string(body), c.page) {
				t.Errorf("%d %.200s", answer.StatusCode, body)
			}
			if state := firstState(t, url); !strings.Contains(state, `"pages":["`) {
				t.Errorf("no pages are shown: %.300s", state)
			}
			stop()
			if got := <-code; got != exitMade || w.err.Len() > 0 {
				t.Errorf("stopped with %d: %s", got, w.err.String())
			}
			if !strings.Contains(out.String(), c.told) {
				t.Errorf("it told %q", out.String())
			}
		})
	}
}

// firstState is what a preview first tells the page in the browser.
func firstState(t *testing.T, url string) string {
	t.Helper()
	answer, err := http.Get(url + "events")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	told := ""
	for in := bufio.NewReader(answer.Body); ; {
		line, err := in.ReadString('\n')
		if event, is := strings.CutPrefix(line, "event: "); is {
			told = strings.TrimSpace(event)
		}
		if data, is := strings.CutPrefix(line, "data: "); is && told == "state" {
			return data
		}
		if err != nil {
			t.Fatalf("no state is told: %v", err)
		}
	}
}

func TestPreviewRefuses(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := strconv.Itoa(taken.Addr().(*net.TCPAddr).Port)
	inFolder(t, good())
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"preview", "--port", port}, exitMachine, "another program uses it"},
		{[]string{"preview", "--port", "70000"}, exitUsage, "70000 is no port"},
		{[]string{"preview", "--port", "x"}, exitUsage, "x"},
		{[]string{"preview", "--theme", "x"}, exitUsage, "no theme"},
		{[]string{"preview", "nowhere"}, exitUsage, "no folder"},
		{[]string{"preview", "report.yaml"}, exitUsage, "not a folder"},
		{[]string{"preview", "a", "b"}, exitUsage, "one at most"},
	} {
		w := newWorld()
		if code := w.run(c.args...); code != c.code || !strings.Contains(w.err.String(), c.says) {
			t.Errorf("%v: exit %d, %s", c.args, code, w.err.String())
		}
	}
}
