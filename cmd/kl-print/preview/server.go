package preview

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/screen"
)

//go:embed assets
var assets embed.FS

// Handler answers requests; all others than these are refused.
func (p *Preview) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", p.shell)
	mux.HandleFunc("GET /assets/{name}", asset)
	mux.HandleFunc("GET /events", p.events)
	mux.HandleFunc("GET /page/{hash}", p.page(screen.Full))
	mux.HandleFunc("GET /small/{hash}", p.page(screen.Small))
	mux.HandleFunc("GET /font/{name}", p.font)
	mux.HandleFunc("GET /image/{hash}", p.image)
	mux.HandleFunc("GET /search", p.search)
	d := &desk{Editor: p.opt.Editor}
	mux.HandleFunc("POST /open", func(w http.ResponseWriter, r *http.Request) { p.open(w, r, d) })
	return p.guard(p.keyed(mux))
}

// shell gives the page that shows the pages.
func (p *Preview) shell(w http.ResponseWriter, _ *http.Request) {
	t, err := template.ParseFS(assets, "assets/index.html")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	say := uiWords(p.opt.Lang)
	var b bytes.Buffer
	err = t.Execute(&b, map[string]any{
		"W": say, "Lang": langCode(p.opt.Lang), "Token": p.token, "Words": string(marshal(say)), "Keys": keysOf(),
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(b.Bytes())
}

// langCode is a language's code (BCP 47).
func langCode(l diag.Lang) string {
	if l == diag.Danish {
		return "da"
	}
	return "en"
}

// asset gives a script or a style of the program's.
func asset(w http.ResponseWriter, r *http.Request) {
	kinds := map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
	name := r.PathValue("name")
	kind, known := kinds[path.Ext(name)]
	data, err := assets.ReadFile("assets/" + name)
	if !known || err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(data)
}

// book returns the book shown; where there is none, nothing is found.
func (p *Preview) book(w http.ResponseWriter, r *http.Request) *book {
	v, _ := p.hub.get()
	if v.book == nil {
		http.NotFound(w, r)
	}
	return v.book
}

// page gives a page of the book by its hash.
func (p *Preview) page(detail screen.Detail) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		b := p.book(w, r)
		if b == nil {
			return
		}
		i, known := b.byHash[r.PathValue("hash")]
		if !known {
			http.NotFound(w, r)
			return
		}
		svg := b.pages[i].svg
		if detail != screen.Full {
			svg = b.printer.Page(i, detail)
		}
		w.Header().Set("Content-Type", "image/svg+xml")
		_, _ = w.Write(svg)
	}
}

func (p *Preview) font(w http.ResponseWriter, r *http.Request) {
	b := p.book(w, r)
	if b == nil {
		return
	}
	for _, f := range b.fonts {
		if f.name == r.PathValue("name") {
			w.Header().Set("Content-Type", "font/ttf")
			_, _ = w.Write(f.data)
			return
		}
	}
	http.NotFound(w, r)
}

func (p *Preview) image(w http.ResponseWriter, r *http.Request) {
	b := p.book(w, r)
	if b == nil {
		return
	}
	img, known := b.images[r.PathValue("hash")]
	if !known {
		http.NotFound(w, r)
		return
	}
	data, kind, err := encoded(img)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(data)
}

// search tells where a text is.
func (p *Preview) search(w http.ResponseWriter, r *http.Request) {
	const longest = 200
	b := p.book(w, r)
	if b == nil {
		return
	}
	q := r.URL.Query().Get("q")
	if len(q) > longest {
		http.Error(w, "too long", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(marshal(b.search(q)))
}

// events tells of each new version as long as somebody listens (server-sent events,
// HTML, 9.2): names of pages, and of their leaves those that have not been sent.
func (p *Preview) events(w http.ResponseWriter, r *http.Request) {
	const patience = 10 * time.Second // of one that does not read
	const beat = 15 * time.Second
	rc := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	send := func(name string, data []byte) error {
		if err := rc.SetWriteDeadline(time.Now().Add(patience)); err != nil && !errors.Is(err, http.ErrNotSupported) {
			return err
		}
		if _, err := fmt.Fprintf(w, "event: %s\ndata: %s\n\n", name, data); err != nil {
			return err
		}
		return rc.Flush()
	}
	var stateOf, findingsOf int
	var sent leaves
	for {
		v, changed := p.hub.get()
		if v.stateOf > stateOf {
			stateOf = v.stateOf
			if more := sent.more(v.book); len(more) > 0 && send("leaves", more) != nil {
				return
			}
			if send("state", v.state) != nil {
				return
			}
		}
		if v.findingsOf > findingsOf {
			findingsOf = v.findingsOf
			if send("findings", v.findings) != nil {
				return
			}
		}
		select {
		case <-r.Context().Done():
			return
		case <-changed:
		case <-time.After(beat):
			if send("beat", []byte("0")) != nil {
				return
			}
		}
	}
}

// opening is the answer to a request to open a file.
type opening struct {
	Opened bool   `json:"opened"`
	Text   string `json:"text"`
}

// open opens a place in the editor. Only files of the edition are opened, and no
// link that leads out of it is followed.
func (p *Preview) open(w http.ResponseWriter, r *http.Request, d *desk) {
	var ask struct {
		At string `json:"at"`
	}
	if kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); kind != "application/json" {
		http.Error(w, "expected application/json", http.StatusUnsupportedMediaType)
		return
	}
	dec := json.NewDecoder(r.Body)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&ask); err != nil || !errors.Is(dec.Decode(&struct{}{}), io.EOF) {
		status := http.StatusBadRequest
		if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
			status = http.StatusRequestEntityTooLarge
		}
		http.Error(w, "expected {\"at\": \"file:line:column\"}", status)
		return
	}
	file, line, column := placeOf(ask.At)
	if p.opt.Dir == "" {
		answer(w, http.StatusOK, opening{Text: uiWords(p.opt.Lang)["embedded"]})
		return
	}
	if !p.has(file) {
		answer(w, http.StatusNotFound, opening{Text: fmt.Sprintf(uiWords(p.opt.Lang)["noFile"], file)})
		return
	}
	name, err := d.open(filepath.Join(p.opt.Dir, filepath.FromSlash(file)), line, column)
	answer(w, http.StatusOK, opening{Opened: err == nil, Text: openWords(p.opt.Lang, name, err)})
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(marshal(v))
}

// placeOf parts file:line:column; what is not said is 1.
func placeOf(s string) (file string, line, column int) {
	file, line, column = s, 1, 1
	parts := strings.Split(s, ":")
	if n := len(parts); n > 2 {
		if c, err := strconv.Atoi(parts[n-1]); err == nil {
			if l, err := strconv.Atoi(parts[n-2]); err == nil {
				return strings.Join(parts[:n-2], ":"), l, c
			}
		}
	}
	if n := len(parts); n > 1 {
		if l, err := strconv.Atoi(parts[n-1]); err == nil {
			return strings.Join(parts[:n-1], ":"), l, 1
		}
	}
	return file, line, column
}

// harmless reports a path that no shell reads anything into, and no editor an option:
// some editors are started by way of a script.
func harmless(file string) bool {
	for part := range strings.SplitSeq(file, "/") {
		if strings.HasPrefix(part, "-") {
			return false
		}
	}
	return !strings.ContainsFunc(file, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsMark(c) && !unicode.IsDigit(c) && !strings.ContainsRune("-_./ ", c)
	})
}

// has reports whether the edition has a YAML file of the name.
func (p *Preview) has(file string) bool {
	if ext := path.Ext(file); !fs.ValidPath(file) || !harmless(file) || ext != ".yaml" && ext != ".yml" {
		return false
	}
	files, done, err := p.opt.Open()
	if err != nil {
		return false
	}
	defer done()
	info, err := fs.Stat(files, file)
	return err == nil && info.Mode().IsRegular()
}
