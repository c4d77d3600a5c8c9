package preview_test

import (
	"bufio"
	"encoding/json"
	"image/png"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kl-print/kl-print/cmd/kl-print/preview"
)

// state is what the server tells of a version.
type state struct {
	Made     int
	Took     int
	Stale    bool
	Title    string
	Fonts    []string
	Problems []struct{ At, Text string }
	Pages    []struct {
		Hash, Label string
		W, H        float64
		Blocks      []struct {
			At, Key string
			Box     [4]float64
		}
	}
	Outline []struct {
		Title string
		Page  int
	}
	Grid struct {
		Step         float64
		Recto, Verso [][2]float64
	}
}

type finding struct {
	Level, Code, At, Found, What string
	Page                         int
	Boxes                        [][4]float64
}

// listener hears of versions as a browser does.
type listener struct {
	t      testing.TB
	events chan [2]string // name and data
}

func (s *server) listen() *listener {
	s.t.Helper()
	answer, err := http.Get(s.url + "events")
	if err != nil || answer.StatusCode != 200 || answer.Header.Get("Content-Type") != "text/event-stream" {
		s.t.Fatal("no events", err)
	}
	s.t.Cleanup(func() { _ = answer.Body.Close() })
	l := &listener{s.t, make(chan [2]string, 100)}
	go func() {
		defer close(l.events)
		lines := bufio.NewScanner(answer.Body)
		lines.Buffer(nil, 1<<24)
		name := ""
		leaves := map[string]json.RawMessage{}
		for lines.Scan() {
			if n, is := strings.CutPrefix(lines.Text(), "event: "); is {
				name = n
			}
			data, is := strings.CutPrefix(lines.Text(), "data: ")
			switch {
			case !is:
			case name == "leaves":
				if err := json.Unmarshal([]byte(data), &leaves); err != nil {
					s.t.Error(err)
				}
			default:
				l.events <- [2]string{name, leaved(s.t, name, data, leaves)}
			}
		}
	}()
	return l
}

// leaved is a version with the leaves in place of their names; those it has not are forgotten.
func leaved(t testing.TB, event, data string, leaves map[string]json.RawMessage) string {
	if event != "state" {
		return data
	}
	var v map[string]any
	if err := json.Unmarshal([]byte(data), &v); err != nil {
		t.Error(err)
		return data
	}
	named := map[any]bool{}
	list := v["pages"].([]any)
	for i, name := range list {
		leaf, sent := leaves[name.(string)]
		if !sent {
			t.Errorf("the leaf %s was not sent", name)
		}
		named[name], list[i] = true, leaf
	}
	maps.DeleteFunc(leaves, func(name string, _ json.RawMessage) bool { return !named[name] })
	out, err := json.Marshal(v)
	if err != nil {
		t.Error(err)
	}
	return string(out)
}

// next waits for an event of a name, and reads it.
func next[T any](l *listener, name string) (out T) {
	l.t.Helper()
	late := time.After(60 * time.Second)
	for {
		select {
		case e, open := <-l.events:
			if !open {
				l.t.Fatal("the server hung up")
			}
			if e[0] != name {
				continue
			}
			if err := json.Unmarshal([]byte(e[1]), &out); err != nil {
				l.t.Fatal(err)
			}
			return out
		case <-late:
			l.t.Fatalf("no %s came", name)
		}
	}
}

// text is a page's, as it is shown.
func (s *server) page(hash string) string {
	s.t.Helper()
	answer, body := s.ask("GET", "/page/"+hash, "", nil)
	if answer.StatusCode != 200 || answer.Header.Get("Content-Type") != "image/svg+xml" {
		s.t.Fatalf("page %s: %d", hash, answer.StatusCode)
	}
	return body
}

func hashes(s state) (out []string) {
	for _, p := range s.Pages {
		out = append(out, p.Hash)
	}
	return out
}

// TestVersions changes an edition and reads what is told: the pages that changed
// have other names, the others the same; errors leave the pages that were.
func TestVersions(t *testing.T) {
	s := start(t)
	l := s.listen()
	first := next[state](l, "state")
	if len(first.Pages) != 40 || first.Title != "KL's beretning 2024" || first.Stale || len(first.Problems) != 0 || len(first.Outline) != 14 || len(first.Fonts) < 5 {
		t.Fatalf("the first version has %d pages, is called %q, has %d entries and the fonts %v", len(first.Pages), first.Title, len(first.Outline), first.Fonts)
	}
	if g := first.Grid; g.Step <= 0 || len(g.Recto) != 2 || g.Recto[0] == g.Verso[0] {
		t.Errorf("the grid is %v", g)
	}
	for _, f := range first.Fonts {
		if answer, body := s.ask("GET", "/font/"+f, "", nil); answer.StatusCode != 200 || !strings.HasPrefix(body, "\x00\x01\x00\x00") {
			t.Errorf("the font %s: %d", f, answer.StatusCode)
		}
	}

	s.change("chapters/klima.yaml", "Ventetiden var lang", "Ventetiden var dog lang")
	second := next[state](l, "state")
	changed := 0
	for i, h := range hashes(second) {
		if h != first.Pages[i].Hash {
			changed++
			if !strings.Contains(s.page(h), "Ventetiden var dog lang") && changed == 1 {
				t.Errorf("page %d is another, without the words", i+1)
			}
		}
	}
	if changed == 0 || changed > 3 || len(second.Pages) != 40 {
		t.Errorf("%d pages changed", changed)
	}
	if answer, _ := s.ask("GET", "/page/"+first.Pages[8].Hash+"x", "", nil); answer.StatusCode != 404 {
		t.Errorf("a page there is not: %d", answer.StatusCode)
	}

	s.change("chapters/klima.yaml", "blocks:", "bloks:")
	third := next[state](l, "state")
	if !third.Stale || len(third.Problems) == 0 || !strings.HasPrefix(third.Problems[0].At, "chapters/klima.yaml:") || !slices.Equal(hashes(third), hashes(second)) {
		t.Errorf("with an error: stale %v, %v", third.Stale, third.Problems)
	}
	s.page(third.Pages[8].Hash)

	s.change("chapters/klima.yaml", "bloks:", "blocks:")
	if last := next[state](l, "state"); last.Stale || !slices.Equal(hashes(last), hashes(second)) {
		t.Errorf("mended: stale %v, %v", last.Stale, last.Problems)
	}
}

// TestBeginsWithAnError has no good pages yet.
func TestBeginsWithAnError(t *testing.T) {
	s := start(t, func(o *preview.Options) {
		if err := os.Rename(filepath.Join(o.Dir, "report.yaml"), filepath.Join(o.Dir, "gone")); err != nil {
			t.Fatal(err)
		}
	})
	l := s.listen()
	if v := next[state](l, "state"); !v.Stale || len(v.Pages) != 0 || len(v.Problems) == 0 {
		t.Errorf("without report.yaml: %d pages, %v", len(v.Pages), v.Problems)
	}
	if answer, _ := s.ask("GET", "/search?q=a", "", nil); answer.StatusCode != 404 {
		t.Errorf("a search in no book: %d", answer.StatusCode)
	}
	if err := os.Rename(filepath.Join(s.dir, "gone"), filepath.Join(s.dir, "report.yaml")); err != nil {
		t.Fatal(err)
	}
	if v := next[state](l, "state"); v.Stale || len(v.Pages) != 40 {
		t.Errorf("with it: %d pages, %v", len(v.Pages), v.Problems)
	}
}

// TestFindings plants a wrong figure, and looks where it is marked.
func TestFindings(t *testing.T) {
	s := start(t)
	l := s.listen()
	next[state](l, "state")
	next[[]finding](l, "findings")
	s.change("chapters/klima.yaml", "blocks:", "blocks:\n  - text: Årets resultat blev 25,9 mio. kr. Igen - Årets resultat blev 25,8 mio. kr.")
	v := next[state](l, "state")
	list := next[[]finding](l, "findings")
	i := slices.IndexFunc(list, func(f finding) bool { return f.Level == "error" && f.Found == "25,8 mio. kr." })
	if i < 0 {
		t.Fatalf("found %v", list)
	}
	f := list[i]
	if f.Page < 0 || len(f.Boxes) != 1 || !strings.HasPrefix(f.At, "chapters/klima.yaml:5:") || f.What == "" {
		t.Fatalf("placed as %+v", f)
	}
	in := false
	for _, b := range v.Pages[f.Page].Blocks {
		if strings.HasPrefix(b.At, "chapters/klima.yaml:5:") {
			m := f.Boxes[0]
			in = m[0] >= b.Box[0] && m[1] >= b.Box[1] && m[0]+m[2] <= b.Box[0]+b.Box[2]+0.01 && m[1]+m[3] <= b.Box[1]+b.Box[3]+0.01
		}
	}
	if !in {
		t.Errorf("it is marked at %v of page %d, which is not in its block", f.Boxes[0], f.Page+1)
	}
}

func TestSearch(t *testing.T) {
	s := start(t)
	next[state](s.listen(), "state")
	answer, body := s.ask("GET", "/search?q=KOMMUNERNES+velf%C3%A6rd", "", nil)
	var hits []struct {
		Page  int
		Boxes [][4]float64
		Text  string
	}
	if err := json.Unmarshal([]byte(body), &hits); err != nil || answer.StatusCode != 200 {
		t.Fatal(answer.StatusCode, err)
	}
	for _, h := range hits {
		if len(h.Boxes) == 0 || h.Text != "kommunernes velfærd" {
			t.Errorf("found %+v", h)
		}
	}
	if _, body := s.ask("GET", "/search?q=", "", nil); body != "[]" {
		t.Errorf("a search for nothing finds %s", body)
	}
	if answer, _ := s.ask("GET", "/search?q="+strings.Repeat("a", 300), "", nil); answer.StatusCode != 400 {
		t.Errorf("a long search: %d", answer.StatusCode)
	}
}

// TestPictures shows an edition with pictures, and reads them back.
func TestPictures(t *testing.T) {
	s := start(t, func(o *preview.Options) {
		if err := os.RemoveAll(o.Dir); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(o.Dir, os.DirFS("../../../layout/testdata/every")); err != nil {
			t.Fatal(err)
		}
	})
	v := next[state](s.listen(), "state")
	seen := 0
	for _, h := range hashes(v) {
		for rest := s.page(h); ; seen++ {
			_, after, found := strings.Cut(rest, `href="image/`)
			if !found {
				break
			}
			name, more, _ := strings.Cut(after, `"`)
			rest = more
			answer, body := s.ask("GET", "/image/"+name, "", nil)
			switch answer.Header.Get("Content-Type") {
			case "image/png":
				if _, err := png.Decode(strings.NewReader(body)); err != nil {
					t.Error(err)
				}
			case "image/jpeg":
			default:
				t.Errorf("the image %s: %d", name, answer.StatusCode)
			}
		}
	}
	if seen < 2 {
		t.Errorf("there are %d pictures", seen)
	}
}

// TestChangesAreSeen changes files as editors do, and what is not of the edition.
func TestChangesAreSeen(t *testing.T) {
	s := start(t)
	l := s.listen()
	made := next[state](l, "state").Made
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(s.dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	seen := func(what string) {
		t.Helper()
		v := next[state](l, "state")
		if v.Made <= made {
			t.Errorf("%s: version %d after %d", what, v.Made, made)
		}
		made = v.Made
	}
	data, err := os.ReadFile(filepath.Join(s.dir, "report.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	write(".report.yaml.new", string(data))
	if err := os.Rename(filepath.Join(s.dir, ".report.yaml.new"), filepath.Join(s.dir, "report.yaml")); err != nil {
		t.Fatal(err)
	}
	seen("a file put in another's place")
	write("theme.yaml", "base: lyng\n")
	seen("a new file")
	write("fonts/x.ttf", "")
	seen("a new folder")
	time.Sleep(300 * time.Millisecond)
	for len(l.events) > 0 {
		<-l.events
	}
	write("beretning.pdf", "x")
	write(".git/index.yaml", "x")
	write("chapters/klima.yaml~", "x")
	write("#klima.yaml#", "x")
	time.Sleep(300 * time.Millisecond)
	for len(l.events) > 0 {
		if e := <-l.events; e[0] == "state" {
			t.Error("a version was made of what is not of the edition")
		}
	}
}
