package guide

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/guide"
)

// TestTheGuideIsAccessible opens the guide in Chromium, in light and dark: every
// picture is there, and axe-core finds nothing.
func TestTheGuideIsAccessible(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	script, errScript := os.ReadFile(os.Getenv("KLPRINT_AXE"))
	if err != nil || errScript != nil {
		if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
			t.Fatalf("%v, %v: KLPRINT_AXE has to name axe.min.js", err, errScript)
		}
		t.Skip("chromium or axe-core is not installed: KLPRINT_AXE names axe.min.js")
	}
	files, err := Files(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range files {
		put(t, filepath.Join(dir, name), data)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browser), chromedp.NoSandbox)
	allocated, end := chromedp.NewExecAllocator(t.Context(), options...)
	defer end()
	ctx, end := chromedp.NewContext(allocated)
	defer end()
	ctx, end = context.WithTimeout(ctx, 2*time.Minute)
	defer end()
	for _, l := range []diag.Lang{diag.Danish, diag.English} {
		for _, scheme := range []string{"light", "dark"} {
			media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
			_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media)
			if err == nil {
				err = chromedp.Do(ctx, chromedp.Navigate("file://"+filepath.ToSlash(filepath.Join(dir, guide.HTMLName(l)))))
			}
			shown, errShown := chromedp.Run(ctx, chromedp.Evaluate[int](`[...document.images].filter(i => i.complete && i.naturalWidth > 0).length`))
			found, errFound := chromedp.Run(ctx, chromedp.Evaluate[string](string(script)+`;axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(v => v.id + ": " + v.help + " " + v.nodes[0].html).join("\n"))`, chromedp.EvalAwaitPromise))
			err = errors.Join(err, errShown, errFound)
			if err != nil || shown != len(format.New().Blocks) || found != "" {
				t.Errorf("%s, %s: %v; %d pictures are shown; axe-core finds:\n%s", guide.HTMLName(l), scheme, err, shown, found)
			}
		}
	}
}
