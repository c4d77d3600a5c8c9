package main

import (
	"strings"
	"testing"
)

// undated is an edition whose report.yaml says no date.
func undated() map[string]string {
	files := good()
	files["report.yaml"] = strings.Replace(files["report.yaml"], "date: 2025-02-27\n", "", 1)
	return files
}

// builtAt is the PDF made of an edition where SOURCE_DATE_EPOCH is set.
func builtAt(t *testing.T, epoch string, files map[string]string) string {
	t.Helper()
	inFolder(t, files)
	w := newWorld("SOURCE_DATE_EPOCH=" + epoch)
	w.compile = compileReport
	if code := w.run("build", "-o", "x.pdf"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	return read(t, "x.pdf")
}

func TestTheEpochDatesAnEditionWithoutADate(t *testing.T) {
	const morning, evening, nextDay = "1740614400", "1740700799", "1740700800" // 27 and 28 February 2025, UTC
	first := builtAt(t, morning, undated())
	if first != builtAt(t, evening, undated()) {
		t.Error("two times of one day give other bytes")
	}
	if first == builtAt(t, nextDay, undated()) {
		t.Error("another day gives the same bytes")
	}
	if dated := builtAt(t, nextDay, good()); dated != builtAt(t, "", good()) {
		t.Error("the epoch moves the date of an edition that says its own")
	}
	if first != builtAt(t, "", good()) {
		t.Error("the same date, said by the edition, gives other bytes")
	}
}

func TestAnEditionHasToBeDated(t *testing.T) {
	inFolder(t, undated())
	w := newWorld()
	if code := w.run("build"); code != exitContent || !strings.Contains(w.err.String(), "report.yaml") || !strings.Contains(w.err.String(), "date") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

func TestABadEpochIsWrongUsage(t *testing.T) {
	inFolder(t, undated())
	for _, epoch := range []string{"i går", "-1", "1.5", "253402300800", "99999999999999999999"} {
		for _, command := range [][]string{{"build"}, {"archive", "-o", "x.zip"}, {"check"}} {
			w := newWorld("SOURCE_DATE_EPOCH=" + epoch)
			if code := w.run(command...); code != exitUsage || !strings.Contains(w.err.String(), "SOURCE_DATE_EPOCH") {
				t.Errorf("%s, %v: exit %d: %s", epoch, command, code, w.err.String())
			}
		}
	}
}

// TestABundleKeepsItsEpoch has a bundle verified where no epoch is set.
func TestABundleKeepsItsEpoch(t *testing.T) {
	inFolder(t, undated())
	w := newWorld("SOURCE_DATE_EPOCH=1740614400")
	w.compile = compileReport
	if code := w.run("archive", "-o", "x.zip"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	w = newWorld()
	w.compile = compileReport
	if code := w.run("verify", "x.zip"); code != exitMade || !strings.Contains(w.out.String(), "the same, byte for byte") {
		t.Errorf("exit %d: %s", code, w.out.String())
	}
}
