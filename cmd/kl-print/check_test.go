package main

import (
	"encoding/json"
	"fmt"
	"maps"
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
		"no glyph":      {"Vi fejrer det 🎉 i dag ❤️.", "", "klima.yaml:4:21: error: the face has no glyph for '🎉' (U+1F389)", exitContent},
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

// TestCheckLooksAtTheTheme has colours that can't be read and a logo that can't be drawn:
// check tells of both, as build does, in its reader's language.
func TestCheckLooksAtTheTheme(t *testing.T) {
	files := maps.Clone(readmeEdition(t))
	files["theme.yaml"] = "colours: {ink: \"#DDDDDD\"}\nlogo: images/l.svg\nlogo-alt: Et våben\n"
	files["images/l.svg"] = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><text>KL</text></svg>`
	w := newWorld()
	code := w.run("check", "--lang", "da", inFolder(t, files))
	for _, said := range []string{"theme.yaml:1:16: advarsel: kontrasten", `theme.yaml:2:7: fejl: logoet "images/l.svg", linje 1, kan ikke tegnes: her kan ikke bruges elementet "text"`} {
		if code != exitContent || !strings.Contains(strings.Join(strings.Fields(w.out.String()), " "), said) {
			t.Errorf("exit %d, lacks %q: %s", code, said, w.out.String())
		}
	}
}

// wrongs makes files an edition with n findings and more in its text.
func wrongs(t *testing.T, files map[string]string, n int) string {
	t.Helper()
	var text strings.Builder
	for i := range n / 100 {
		fmt.Fprintf(&text, "  - text: |\n")
		for k := range 100 {
			fmt.Fprintf(&text, "      Nummer %d den 32. maj.\n", (i*100+k)%900+100)
		}
	}
	files = maps.Clone(files)
	files["chapters/klima.yaml"] = "title: Klima\nblocks:\n" + text.String()
	delete(files, "waivers.yaml")
	files["theme.yaml"] = "base: standard\n"
	return filepath.Clean(inFolder(t, files))
}

// TestCheckGrowsWithItsFindings prints twelve thousand findings with no more than
// 8.5 times the work of an eighth of them. How long it took is shown, and is a
// second on a machine that is not busy.
func TestCheckGrowsWithItsFindings(t *testing.T) {
	files := readmeEdition(t)
	work := func(n int) float64 {
		dir := wrongs(t, files, n)
		began := time.Now()
		allocations := testing.AllocsPerRun(1, func() {
			w := newWorld()
			if code, found := w.run("check", dir), strings.Count(w.out.String(), ": error: "); code != exitContent || found < n*9/10 {
				t.Fatalf("exit %d, %d findings", code, found)
			}
		})
		t.Logf("%d findings and more, %.0f allocations, %v", n, allocations, time.Since(began)/2)
		return allocations
	}
	if few, many := work(1500), work(12_000); many > 8.5*few {
		t.Errorf("%.0f allocations, for an eighth of the findings %.0f", many, few)
	}
}
