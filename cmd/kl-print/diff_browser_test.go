package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestDiffIsAccessible has axe-core look at the page of two editions with texts,
// amounts, people and pages that differ, in a real browser, in light and in dark, in a
// wide window and a narrow one.
func TestDiffIsAccessible(t *testing.T) {
	browser, script := browserAndAxe(t)
	twoEditions(t)
	if w := newWorld(); w.run("diff", "a", "b", "-o", "d.html") != exitContent {
		t.Fatal(w.err.String())
	}
	page, err := filepath.Abs("d.html")
	if err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browser), chromedp.NoSandbox, chromedp.WSURLReadTimeout(time.Minute))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	for _, scheme := range []string{"light", "dark"} {
		for name, width := range map[string]int64{"wide": 1500, "narrow": 360} {
			media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate("file://"+page)); err != nil {
				t.Fatal(err)
			}
			if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
				t.Fatal(err)
			}
			found, err := chromedp.Run(ctx, chromedp.Evaluate[string](script, chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			tellViolations(t, scheme+", "+name, found)
			across, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > innerWidth`))
			if err != nil || across {
				t.Errorf("%s, %s: the page is wider than the window (%v)", scheme, name, err)
			}
		}
	}
}

// browserAndAxe is a browser's path, and a script that runs axe-core's rules. Without
// them the test is skipped, unless KLPRINT_REQUIRE_TOOLS is 1.
func browserAndAxe(t *testing.T) (path, script string) {
	t.Helper()
	path, err := exec.LookPath("chromium")
	rules := os.Getenv("KLPRINT_AXE")
	if err != nil || rules == "" {
		if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
			t.Fatal("chromium is required, and KLPRINT_AXE has to name axe.min.js")
		}
		t.Skip("chromium is not installed, or KLPRINT_AXE does not name axe.min.js")
	}
	source, err := os.ReadFile(rules)
	if err != nil {
		t.Fatal(err)
	}
	return path, string(source) + `;axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 5).map(n => n.html.slice(0, 300) + " " + n.failureSummary)}))))`
}

// tellViolations fails the test for each rule that axe-core found broken.
func tellViolations(t *testing.T, name, found string) {
	t.Helper()
	var list []struct {
		ID, Help string
		Nodes    []string
	}
	if err := json.Unmarshal([]byte(found), &list); err != nil {
		t.Fatal(err)
	}
	for _, v := range list {
		t.Errorf("%s: axe-core finds %s: %s\n%s", name, v.ID, v.Help, strings.Join(v.Nodes, "\n"))
	}
}
