package preview_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// patience is how long a browser on a busy machine is waited for.
const patience = 60 * time.Second

// tab is a page in a real browser.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// chromium is the browser's path. Without one the test is skipped, unless
// KLPRINT_REQUIRE_TOOLS is 1.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
		t.Fatal("chromium is required")
	}
	t.Skip("chromium is not installed")
	return ""
}

// browse opens an address in a window. What the browser complains of fails the
// test: a script's error, a policy that is broken.
func browse(t *testing.T, url string, flags ...chromedp.ExecAllocatorOption) *tab {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.WindowSize(1500, 1000), chromedp.WSURLReadTimeout(patience))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(options, flags...)...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	b := &tab{t, ctx}
	b.do()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		grant := browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted}
		if _, err := chromedp.CallBrowser(ctx, browser.SetPermission, grant); err != nil {
			t.Fatal(err)
		}
	}
	said := chromedp.Console(ctx)
	go func() {
		for m, err := range said {
			if err != nil {
				return
			}
			b.listen(m)
		}
	}()
	b.do(chromedp.Navigate(url))
	b.until(`document.documentElement.dataset.made >= 1`)
	return b
}

// listen fails the test where the console tells of a fault. A page or font that a newer version
// has not is asked for now and then; the part that asks waits for the newer version.
func (b *tab) listen(m chromedp.ConsoleMessage) {
	replaced := strings.Contains(m.URL, "/page/") || strings.Contains(m.URL, "/small/") || strings.Contains(m.URL, "/font/")
	if m.IsException() || m.Type == "error" && !replaced {
		b.t.Errorf("the browser complains: %s %s", m, m.URL)
	}
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// until waits for a condition of the page. (What chromedp offers for it is
// forbidden by the page's policy, which allows no eval.)
func (b *tab) until(condition string) {
	b.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+condition+")"))
		if err != nil && !errors.Is(err, chromedp.ErrJSUndefined) {
			b.t.Fatalf("%s: %v", condition, err)
		}
		if ok {
			return
		}
	}
	b.t.Fatalf("%s: never came true; the page says %q", condition, get[string](b, `document.getElementById("status").textContent + " | " + document.getElementById("problems").textContent`))
}

// get evaluates an expression, which may be a promise.
func get[T any](b *tab, expression string) T {
	b.t.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression[:min(len(expression), 200)], err)
	}
	return out
}

// shot keeps a picture of the page where PREVIEW_SHOTS says, to be looked at.
func (b *tab) shot(name string) {
	dir := os.Getenv("PREVIEW_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o666); err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) keys(keys string) {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("scroller").focus({preventScroll: true})`), chromedp.KeyEvent(keys))
}

// visible is the text of the pages loaded, as a reader may select it.
const visible = `[...document.querySelectorAll("#book .words")].map(w => w.textContent).join("\n")`

// TestWriting is a morning's work in a real browser: open, edit, see, break, read
// the message, mend, click to the source.
func TestWriting(t *testing.T) {
	s := start(t)
	b := browse(t, s.url)
	b.until(`document.querySelectorAll("#book .paper[data-hash]").length >= 2`)
	b.shot("open")

	b.keys("1")
	b.keys("nnnn")
	b.on(5)
	b.until(`[...document.querySelectorAll(".sheet")][4].querySelector(".words")`)
	b.shot("single")

	// What changes no page moves nothing and loads nothing.
	before := get[float64](b, `document.getElementById("scroller").scrollTop`)
	b.do(chromedp.Evaluate[chromedp.Void](`window.looked = document.querySelectorAll(".sheet")[4].querySelector("svg")`))
	s.change("chapters/velkommen.yaml", "blocks:", "# en bemærkning\nblocks:")
	b.until(`document.documentElement.dataset.made >= 2`)
	if !get[bool](b, `window.looked.isConnected`) {
		t.Error("a page that did not change was loaded again")
	}
	if now := get[float64](b, `document.getElementById("scroller").scrollTop`); now != before {
		t.Errorf("the reader was moved from %v to %v", before, now)
	}

	// A page more before it: the reader stays at the block they read.
	where := `(() => { const top = document.getElementById("scroller").getBoundingClientRect().top;
		return [...document.querySelectorAll("#book .words > text")].map(e => [e.textContent, e.getBoundingClientRect().top - top]).filter(([, y]) => y > 100)
			.sort((a, b) => a[1] - b[1])[0]; })()`
	was := get[[]any](b, where)
	s.change("chapters/velkommen.yaml", "blocks:", "blocks:\n  - text: |\n      "+strings.Repeat("Kommunerne løfter opgaven sammen. ", 150))
	b.until(`document.documentElement.dataset.made >= 3`)
	is := get[[]any](b, where)
	if was[0] != is[0] || math.Abs(was[1].(float64)-is[1].(float64)) > 2 {
		t.Errorf("the reader was at %v, and now at %v", was, is)
	}

	// Errors stand over the last good pages.
	s.change("chapters/klima.yaml", "title: ", "titel: ")
	b.until(`!document.getElementById("problems").hidden`)
	b.shot("broken")
	if text := get[string](b, `document.getElementById("problems").textContent`); !strings.Contains(text, "chapters/klima.yaml:3") || !strings.Contains(text, "titel") {
		t.Errorf("the message is %q", text)
	}
	if !get[bool](b, `document.querySelectorAll("#book .words").length > 0`) {
		t.Error("the last good pages are gone")
	}
	axe(b, "errors")
	s.change("chapters/klima.yaml", "titel: ", "title: ")
	b.until(`document.getElementById("problems").hidden`)

	// A change is seen; a click leads to where it was written.
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("#thumbs button")[3].click()`))
	s.change("chapters/velkommen.yaml", "Kommunerne løfter", "Femogtyve kommuner løfter")
	b.until(visible + `.includes("Femogtyve")`)
	at := get[[]float64](b, `(() => { const e = [...document.querySelectorAll("#book .words > text")].find(e => e.textContent.includes("Femogtyve")); e.scrollIntoView({block: "center"}); const r = e.getBoundingClientRect(); return [r.left + 20, r.top + 6]; })()`)
	b.do(chromedp.MouseClickXY(at[0], at[1]))
	b.until(`document.getElementById("status").textContent.includes("kopieret") && document.getElementById("status").textContent.includes("Åbnet")`)
	b.shot("clicked")
	const place = "chapters/velkommen.yaml:"
	if got := get[string](b, `document.getElementById("where").textContent`); !strings.HasPrefix(got, place) {
		t.Errorf("the place shown is %q", got)
	}
	if got := get[string](b, `navigator.clipboard.readText()`); got != get[string](b, `document.getElementById("where").textContent`) {
		t.Errorf("%q was copied", got)
	}
	if got := s.told(); !strings.HasPrefix(got, filepath.Join(s.dir, "chapters", "velkommen.yaml")+" ") {
		t.Errorf("the editor was told %q", got)
	}
}

// TestLooking goes through all there is to see, by keys, and has axe-core look at
// each of it, in light and in dark.
func TestLooking(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) { look(t, scheme) })
	}
}

func look(t *testing.T, scheme string) {
	s := start(t)
	s.change("chapters/klima.yaml", "blocks:", "blocks:\n  - text: Årets resultat blev 25,8 mio. kr.")
	b := browse(t, s.url)
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	b.until(`document.getElementById("count").textContent > 0`)
	axe(b, "opened")
	b.keys("f")
	b.until(`!document.getElementById("panel").hidden`)
	b.keys(".")
	b.until(`document.querySelector(".overlay .mark.now")`)
	b.shot(scheme + "-findings")
	axe(b, "findings")

	// (As the browser sends it: chromedp would type the letter after it too.)
	b.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("scroller").dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true}))`))
	b.do(chromedp.KeyEvent("kommunerne"))
	b.until(`document.querySelectorAll(".overlay .hit").length > 5 && document.querySelector(".overlay .hit.now")`)
	at := get[string](b, `document.getElementById("hits").textContent`)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`document.getElementById("hits").textContent !== ` + strconv.Quote(at))
	b.shot(scheme + "-search")
	axe(b, "search")
	b.do(chromedp.KeyEvent(kb.Escape))
	b.until(`document.querySelectorAll(".overlay .hit").length === 0 && document.activeElement.id === "scroller"`)

	b.keys("b" + "c" + "o" + "w")
	b.until(`document.querySelector(".overlay .baseline") && document.querySelector(".overlay .column") && !document.getElementById("outline").hidden`)
	b.keys("j" + "j")
	b.until(`document.getElementById("where").textContent !== "" && document.querySelector(".overlay .block")`)
	b.shot(scheme + "-grid")
	axe(b, "grid")

	b.keys("3")
	b.until(`document.querySelectorAll("#book .paper[data-hash]").length > 10`)
	b.keys(kb.End)
	b.on(len(get[[]any](b, `[...document.querySelectorAll(".sheet")].map(() => 0)`)))
	b.shot(scheme + "-overview")
	axe(b, "overview")
	b.keys(kb.Home)
	b.keys("?")
	b.until(`document.getElementById("help").open`)
	b.shot(scheme + "-help")
	axe(b, "help")
}

// on waits until the reader is on a page.
func (b *tab) on(page int) {
	b.t.Helper()
	b.until(fmt.Sprintf(`document.querySelector("#thumbs [aria-current]")?.parentElement.dataset.page === "%d"`, page-1))
}

// axe runs axe-core's rules over the page as it is.
func axe(b *tab, name string) {
	b.t.Helper()
	path := os.Getenv("KLPRINT_AXE")
	if path == "" {
		if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
			b.t.Fatal("KLPRINT_AXE has to name axe.min.js")
		}
		return
	}
	script, err := os.ReadFile(path)
	if err != nil {
		b.t.Fatal(err)
	}
	found := get[string](b, string(script)+`;axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 5).map(n => n.html.slice(0, 300) + " " + n.failureSummary)}))))`)
	var list []struct {
		ID, Help string
		Nodes    []string
	}
	if err := json.Unmarshal([]byte(found), &list); err != nil {
		b.t.Fatal(err)
	}
	for _, v := range list {
		b.t.Errorf("%s: axe-core finds %s: %s\n%s", name, v.ID, v.Help, strings.Join(v.Nodes, "\n"))
	}
}
