package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// wrongEdition is the README's edition with a chapter of its own, and waivers.
func wrongEdition(t *testing.T, text, waivers string) {
	t.Helper()
	files := readmeEdition(t)
	delete(files, "waivers.yaml")
	if waivers != "" {
		files["waivers.yaml"] = waivers
	}
	files["chapters/klima.yaml"] = "title: Klima\nblocks:\n  - text: |\n      " + text + "\n  - portraits: bestyrelse\n"
	files["theme.yaml"] = "base: standard\n"
	inFolder(t, files)
}

// TestCheckTells holds what a finding looks like.
func TestCheckTells(t *testing.T) {
	wrongEdition(t, "Det siger Martin Dam i dag.", "")
	w := newWorld()
	code := w.run("check")
	want := "  chapters/klima.yaml:4:17: error: \"Martin Dam\" is not in the roster; it has \"Martin Damm\"\n" +
		"      Det siger Martin Dam i dag.\n                ^^^^^^^^^^\n      should be: Martin Damm\n"
	if code != exitContent || !strings.Contains(w.out.String(), want) {
		t.Errorf("exit %d:\n%s", code, w.out.String())
	}
	if strings.Contains(w.out.String(), "\x1b") {
		t.Error("there are colours outside a terminal")
	}
}

// TestCheckStatus is 1 with an error, 0 where it is waived, and tells of waivers
// that cover nothing.
func TestCheckStatus(t *testing.T) {
	const date = "Det sker den 31. april 2025."
	for name, c := range map[string]struct {
		text, waivers, want string
		code                int
	}{
		"error":         {date, "", "klima.yaml:4:20", exitContent},
		"waived":        {date, "waivers:\n  - {code: date, text: 31. april, reason: spøg}\n", "spøg", exitMade},
		"unused waiver": {"Ord.", "waivers:\n  - {code: date, reason: spøg}\n", "the waiver covers no finding", exitMade},
		"no reason":     {"Ord.", "waivers:\n  - {code: date}\n", "waivers.yaml:2:5", exitContent},
	} {
		t.Run(name, func(t *testing.T) {
			wrongEdition(t, c.text, c.waivers)
			if w := newWorld(); w.run("check") != c.code || !strings.Contains(w.out.String(), c.want) {
				t.Errorf("%q, not:\n%s", c.want, w.out.String())
			}
		})
	}
}

// TestCheckForms reads --json and --sarif back.
func TestCheckForms(t *testing.T) {
	wrongEdition(t, "Det sker den 31. april 2025, og den 32. maj.", "waivers:\n  - {code: date, text: maj, reason: spøg}\n")
	w := newWorld()
	var answer jsonCheck
	if code := w.run("check", "--json"); code != exitContent || json.Unmarshal(w.out.Bytes(), &answer) != nil {
		t.Fatalf("exit %d: %s", code, w.out.String())
	}
	if answer.Errors != 1 || len(answer.Waived) != 1 || answer.Findings[0].Column != 20 || answer.Findings[0].Length != len("31. april 2025") {
		t.Errorf("%+v", answer)
	}
	w = newWorld()
	var log sarifLog
	if code := w.run("check", "--sarif"); code != exitContent || json.Unmarshal(w.out.Bytes(), &log) != nil {
		t.Fatalf("exit %d: %s", code, w.out.String())
	}
	rules := map[string]bool{}
	for _, r := range log.Runs[0].Tool.Driver.Rules {
		rules[r.ID] = r.Full.Text != "" && r.Help.Text != ""
	}
	for _, r := range log.Runs[0].Results {
		region := r.Locations[0].Physical.Region
		if !rules[r.Rule] || r.Message.Text == "" || region == nil || region.End <= region.Column {
			t.Errorf("a result is not whole: %+v", r)
		}
	}
	if log.Version != "2.1.0" || len(log.Runs[0].Results) != 2 || len(log.Runs[0].Results[1].Suppressions) != 1 {
		t.Errorf("%+v", log)
	}
}

// TestCheckUsage refuses what can't be, and explains every rule.
func TestCheckUsage(t *testing.T) {
	for _, args := range [][]string{{"check", "--json", "--sarif"}, {"check", "a", "b"}, {"check", "--explain", "x"}, {"check", "nowhere"}} {
		if w := newWorld(); w.run(args...) != exitUsage {
			t.Errorf("%v is taken", args)
		}
	}
	w := newWorld()
	if code := w.run("check", "--explain", "direction"); code != exitMade || !strings.Contains(w.out.String(), "Overskud og underskud") || !strings.Contains(w.out.String(), "Surplus and deficit") {
		t.Errorf("exit %d: %s", code, w.out.String())
	}
}

// TestCheckIsQuick prints ten thousand findings within a second; on a busy
// machine it is given fifteen.
func TestCheckIsQuick(t *testing.T) {
	var text strings.Builder
	for i := range 100 {
		fmt.Fprintf(&text, "  - text: |\n")
		for k := range 100 {
			fmt.Fprintf(&text, "      Nummer %d den 32. maj.\n", i*100+k)
		}
	}
	files := readmeEdition(t)
	files["chapters/klima.yaml"] = "title: Klima\nblocks:\n" + text.String()
	delete(files, "waivers.yaml")
	files["theme.yaml"] = "base: standard\n"
	dir := inFolder(t, files)
	var w *world
	code, took := 0, time.Hour
	for range 3 {
		w = newWorld()
		began := time.Now()
		code = w.run("check", filepath.Clean(dir))
		if took = min(took, time.Since(began)); took < time.Second {
			break
		}
	}
	if n := strings.Count(w.out.String(), ": error: "); code != exitContent || n < 10_000 {
		t.Fatalf("exit %d, %d findings", code, n)
	}
	t.Logf("%d findings in %v", strings.Count(w.out.String(), "chapters/klima.yaml:"), took)
	if took > 15*time.Second {
		t.Errorf("it took %v", took)
	}
}
