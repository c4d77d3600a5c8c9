package fonts

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// ownFont makes a user's font of an embedded one: under another name.
func ownFont(t testing.TB) []byte {
	data := face(t, Embedded(), SerifRegular).Data()
	old, renamed := utf16be("SourceSerif4-Regular"), utf16be("NotAdobes4-Regularly")
	own := bytes.ReplaceAll(data, old, renamed)
	return bytes.ReplaceAll(own, []byte("SourceSerif4-Regular"), []byte("NotAdobes4-Regularly"))
}

func utf16be(s string) []byte {
	var b []byte
	for _, r := range s {
		b = binary.BigEndian.AppendUint16(b, uint16(r))
	}
	return b
}

func TestUnknownFaceIsNamed(t *testing.T) {
	_, err := Embedded().Face("Comic")
	if err == nil || !strings.Contains(err.Error(), `"Comic"`) {
		t.Errorf("error %v does not name the face", err)
	}
}

func TestFaceIsParsedOnce(t *testing.T) {
	l := Embedded()
	if first, again := face(t, l, SansBold), face(t, l, SansBold); first != again {
		t.Error("two faces of one name")
	}
}

func TestWithOwnFont(t *testing.T) {
	base := Embedded()
	l, err := With(base, ownFont(t))
	if err != nil {
		t.Fatal(err)
	}
	own := face(t, l, "NotAdobes4-Regularly")
	if run := own.Shape("Året", 0); len(run.Glyphs) != 4 || run.Missing != nil {
		t.Errorf("shaped to %+v", run)
	}
	if face(t, l, SansBold) != face(t, base, SansBold) {
		t.Error("base's faces are not shared")
	}
	if _, err := base.Face("NotAdobes4-Regularly"); err == nil {
		t.Error("base has changed")
	}
}

func TestWithRefuses(t *testing.T) {
	good := ownFont(t)
	patched := func(at int, b ...byte) []byte {
		p := bytes.Clone(good)
		copy(p[at:], b)
		return p
	}
	for _, test := range []struct {
		name, want string
		data       []byte
	}{
		{"empty", "too short", nil},
		{"CFF", "PostScript (CFF)", patched(0, []byte("OTTO")...)},
		{"collection", "collection", patched(0, []byte("ttcf")...)},
		{"WOFF2", "WOFF", patched(0, []byte("wOF2")...)},
		{"text", "not a TrueType file", []byte("Årsberetning 2024")},
		{"cut off", "past the end", good[:len(good)/2]},
		{"taken", "already", face(t, Embedded(), SerifRegular).Data()},
		{"restricted", "fsType", patched(tableAt(t, good, "OS/2")+os2FsType, 0, 2)},
		{"no names", "PostScript name", patched(tableAt(t, good, "name")+2, 0, 0)},
		{"no outlines", `no table "glyf"`, bytes.Replace(good, []byte("glyf"), []byte("glyx"), 1)},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := With(Embedded(), test.data)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "font file 1: ") {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestPostScriptNames(t *testing.T) {
	for name, want := range map[string]bool{
		"SourceSans3-Bold": true, "": false, "A B": false, "A/B": false, "Å": false, strings.Repeat("a", 64): false,
	} {
		if validName(name) != want {
			t.Errorf("validName(%q) is %v", name, !want)
		}
	}
}

func tableAt(t testing.TB, data []byte, tag string) int {
	t.Helper()
	at := bytes.Index(data, []byte(tag))
	if at < 0 {
		t.Fatalf("no table %q", tag)
	}
	return int(binary.BigEndian.Uint32(data[at+8:]))
}

// FuzzWith feeds damaged fonts in: each is refused, or shapes without a panic.
func FuzzWith(f *testing.F) {
	good := ownFont(f)
	f.Add(uint32(0), byte(0xFF))
	for _, tag := range []string{"cmap", "GSUB", "GPOS", "GDEF", "hmtx", "name", "loca"} {
		f.Add(uint32(tableAt(f, good, tag)+3), byte(0x7F))
	}
	f.Fuzz(func(t *testing.T, at uint32, value byte) {
		shapeDamaged(t, good, int(at), value)
	})
}

func shapeDamaged(t *testing.T, good []byte, at int, value byte) {
	data := bytes.Clone(good)
	data[at%len(data)] = value
	l, err := With(Embedded(), data)
	if err != nil {
		return
	}
	for id, open := range l.faces {
		if strings.HasPrefix(string(id), "Source") {
			continue
		}
		own, err := open()
		if err != nil {
			t.Fatal(err)
		}
		const text = "Effektiv AV 1.234 e\u0301 \u00ad"
		checkRun(t, own, text, own.Shape(text, Tabular|SmallCaps))
	}
}

func TestDamagedFonts(t *testing.T) {
	good := ownFont(t)
	seed := uint32(1)
	for range 150 {
		seed = seed*1664525 + 1013904223 // Numerical Recipes' generator: the same damage each time
		tag := []string{"GSUB", "GPOS", "GDEF", "cmap"}[seed>>30]
		shapeDamaged(t, good, tableAt(t, good, tag)+int(seed>>8%4000), byte(seed>>16))
	}
}
