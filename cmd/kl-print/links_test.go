package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/online"
)

// TestOnline asks a server on this machine for the links of an edition, and tells
// of those that lead nowhere at their places.
func TestOnline(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		if r.URL.Path == "/gone" {
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer server.Close()
	files := readmeEdition(t)
	delete(files, "waivers.yaml")
	files["theme.yaml"] = "base: standard\n"
	files["chapters/klima.yaml"] = "title: Klima\nblocks:\n  - text: |\n      Læs [planen](" + server.URL + "/there) og\n      [aftalen](" + server.URL + "/gone), eller skriv til <post@kl.dk>.\n" +
		"  - links: {items: [{text: Aftalen, url: \"" + server.URL + "/gone\"}]}\n"
	inFolder(t, files)
	w := newWorld()
	if code := w.run("check"); code != exitMade || asked != 0 {
		t.Errorf("exit %d, %d questions without --online: %s", code, asked, w.out.String())
	}
	w = newWorld()
	code := w.run("check", "--online")
	for _, place := range []string{"klima.yaml:5:17: error: there is no such page (HTTP 404)", "klima.yaml:6:43: error: there is no such page"} {
		if code != exitContent || !strings.Contains(w.out.String(), place) {
			t.Errorf("exit %d, %q is not in\n%s", code, place, w.out.String())
		}
	}
}

// TestFaultsOfLinks has what may pass told as a warning.
func TestFaultsOfLinks(t *testing.T) {
	for _, c := range []struct {
		answer online.Answer
		level  check.Level
		says   string
	}{
		{online.Answer{Status: 410}, check.Error, "no such page"},
		{online.Answer{Err: &net.DNSError{IsNotFound: true}}, check.Error, "no host"},
		{online.Answer{Err: context.DeadlineExceeded}, check.Warning, "does not answer"},
		{online.Answer{Status: 403}, check.Warning, "refuses (HTTP 403)"},
		{online.Answer{Err: errors.New("reset")}, check.Warning, "can't be reached: reset"},
	} {
		if f := faultOf(c.answer); f.Level != c.level || !strings.Contains(f.What.English, c.says) {
			t.Errorf("%+v: %+v", c.answer, f)
		}
	}
}

// TestFormIsAlwaysChecked refuses an address that is none without the network.
func TestFormIsAlwaysChecked(t *testing.T) {
	files := good()
	files["chapters/a.yaml"] = "title: A\nblocks:\n  - text: Se [planen](htp:/plan).\n"
	inFolder(t, files)
	w := newWorld()
	if code := w.run("check"); code != exitContent || !strings.Contains(w.out.String(), "chapters/a.yaml:3:") {
		t.Errorf("exit %d: %s", code, w.out.String())
	}
}
