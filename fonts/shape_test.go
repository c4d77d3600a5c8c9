package fonts

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// checkRun checks what holds for every run.
func checkRun(t testing.TB, f *Face, text string, run Run) {
	t.Helper()
	at, width := int32(0), int32(0)
	var source strings.Builder
	for _, g := range run.Glyphs {
		if g.Start != at || g.End < g.Start || int(g.End) > len(text) {
			t.Fatalf("%q: glyph of bytes %d to %d after byte %d", text, g.Start, g.End, at)
		}
		if int(g.ID) >= f.NumGlyphs() {
			t.Fatalf("%q: glyph %d of %d", text, g.ID, f.NumGlyphs())
		}
		source.WriteString(text[g.Start:g.End])
		at, width = g.End, width+g.Advance
	}
	if len(run.Glyphs) > 0 && source.String() != text {
		t.Fatalf("%q came out as %q", text, source.String())
	}
	if width != run.Width {
		t.Fatalf("%q: %d wide, its glyphs %d", text, run.Width, width)
	}
}

func hasAll(f *Face, text string) bool {
	for _, r := range text {
		if !f.Has(r) {
			return false
		}
	}
	return utf8.ValidString(text)
}

func TestKerning(t *testing.T) {
	eachFace(t, func(t *testing.T, f *Face) {
		for _, pair := range []string{"AV", "To"} {
			apart := f.Shape(pair[:1], 0).Width + f.Shape(pair[1:], 0).Width
			if together := f.Shape(pair, 0).Width; together >= apart {
				t.Errorf("%s is %d wide, apart %d", pair, together, apart)
			}
		}
	})
}

// In a column of figures every digit takes one width, and kerning must not
// shift what stands beside a digit either.
func TestTabularFigures(t *testing.T) {
	const digits, others = "0123456789", ".,−-+%()\u00a0\u202f–½"
	eachFace(t, func(t *testing.T, f *Face) {
		width := func(text string) int32 { return f.Shape(text, Tabular).Width }
		additive := func(a, b string) {
			if got, apart := width(a+b), width(a)+width(b); got != apart {
				t.Errorf("%s%s is %d wide, apart %d", a, b, got, apart)
			}
		}
		for _, d := range strings.Split(digits, "") {
			if width(d) != width("0") || f.Shape(d, 0).Width != width("0") {
				t.Errorf("%s is %d wide, 0 is %d", d, width(d), width("0"))
			}
			for _, c := range strings.Split(digits+others, "") {
				additive(d, c)
				additive(c, d)
			}
		}
	})
}

func TestSmallCaps(t *testing.T) {
	eachFace(t, func(t *testing.T, f *Face) {
		changes := !reflect.DeepEqual(f.Shape("Kl", SmallCaps).Glyphs, f.Shape("Kl", 0).Glyphs)
		if italic := f.Metrics().Italic; changes == italic { // Source's italics have no small capitals
			t.Errorf("small capitals: %v", changes)
		}
	})
}

func TestLigatures(t *testing.T) {
	f := face(t, Embedded(), SerifRegular)
	run := f.Shape("office", 0)
	checkRun(t, f, "office", run)
	var parts []string
	for _, g := range run.Glyphs {
		parts = append(parts, "office"[g.Start:g.End])
	}
	if got := strings.Join(parts, "|"); got != "o|ffi|c|e" {
		t.Errorf("clusters %s", got)
	}
	if n := len(f.Shape("office", NoLigatures).Glyphs); n != 6 {
		t.Errorf("%d glyphs without ligatures", n)
	}
}

func TestClusters(t *testing.T) {
	f := face(t, Embedded(), SerifRegular)
	for _, test := range []struct {
		name, text string
		glyphs     int
		missing    []rune
	}{
		{"empty", "", 0, nil},
		{"letter and accent", "cafe\u0301", 4, nil},
		{"accent the face can't compose", "q\u0301a", 3, nil},
		{"soft hyphen", "regn\u00adskab", 9, nil},
		{"joiner", "f\u200ci", 3, nil},
		{"byte order mark", "\ufeffA", 2, nil},
		{"missing", "a中b中", 4, []rune("中")},
		{"beyond the BMP", "a😀", 2, []rune("😀")},
		{"control", "a\tb\n", 4, []rune("\t\n")},
		{"nul", "\x00", 1, []rune{0}},
		{"not UTF-8", "a\xffb", 3, []rune{utf8.RuneError}},
		{"cut off", "\xe2\x82", 2, []rune{utf8.RuneError}},
		{"right to left", "שלום", 4, []rune("שלום")},
		{"spaces made by the shaper", "a\u2003b\u2007", 4, nil},
		{"non-breaking hyphen", "e\u2011mail", 6, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			run := f.Shape(test.text, 0)
			checkRun(t, f, test.text, run)
			if len(run.Glyphs) != test.glyphs {
				t.Errorf("%d glyphs, want %d", len(run.Glyphs), test.glyphs)
			}
			if !reflect.DeepEqual(run.Missing, test.missing) {
				t.Errorf("missing %q, want %q", run.Missing, test.missing)
			}
		})
	}
}

func TestSoftHyphenHasNoWidth(t *testing.T) {
	eachFace(t, func(t *testing.T, f *Face) {
		with, without := f.Shape("regn\u00adskab", 0), f.Shape("regnskab", 0)
		if with.Width != without.Width {
			t.Errorf("%d wide, without %d", with.Width, without.Width)
		}
		if hidden := with.Glyphs[4]; hidden.ID != f.glyph(' ') || hidden.Advance != 0 {
			t.Errorf("the soft hyphen is %+v", hidden)
		}
	})
}

func TestSpaces(t *testing.T) {
	eachFace(t, func(t *testing.T, f *Face) {
		space, nbsp, narrow := f.Shape(" ", 0).Width, f.Shape("\u00a0", 0).Width, f.Shape("\u202f", 0).Width
		if space <= 0 || nbsp != space || narrow <= 0 || narrow > space {
			t.Errorf("space %d, no-break %d, narrow %d", space, nbsp, narrow)
		}
	})
}

func TestShapeIsShared(t *testing.T) {
	f := face(t, Embedded(), SerifRegular)
	a, b := f.Shape("offer", 0), f.Shape("offer", 0) // with a ligature, which no pairs tell
	if &a.Glyphs[0] != &b.Glyphs[0] {
		t.Error("shaped twice")
	}
	if c := f.Shape("offer", SmallCaps); c.Glyphs[0] == a.Glyphs[0] && c.Glyphs[1] == a.Glyphs[1] {
		t.Error("features share a run")
	}
}

func TestEveryFaceHasRaisedFigures(t *testing.T) {
	eachFace(t, func(t *testing.T, f *Face) {
		plain, raised := f.Shape("0123456789", 0), f.Shape("0123456789", Superior)
		for i, g := range raised.Glyphs {
			if g.ID == plain.Glyphs[i].ID || g.Advance >= plain.Glyphs[i].Advance || g.End != int32(i)+1 {
				t.Errorf("figure %d is glyph %d, %d wide", i, g.ID, g.Advance)
			}
		}
	})
}

func TestCacheIsBounded(t *testing.T) {
	c := newRunCache()
	for i := range 3 * cacheShards * shardRuns {
		c.put(strings.Repeat("x", i%7)+string(rune('a'+i%0x7000)), Feature(i%8), Run{})
	}
	for i := range c.shards {
		if n := len(c.shards[i].runs); n > shardRuns {
			t.Errorf("shard of %d runs", n)
		}
	}
	long := strings.Repeat("x", longestCached+1)
	c.put(long, 0, Run{})
	if _, ok := c.get(long, 0); ok {
		t.Error("keeps long texts")
	}
}

func TestConcurrentShaping(t *testing.T) {
	words := strings.Fields(sample)
	alone := face(t, Embedded(), SerifRegular)
	shared := Embedded()
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			f, err := shared.Face(SerifRegular)
			if err != nil {
				t.Error(err)
				return
			}
			for i := range words {
				word := words[(i+worker*7)%len(words)]
				if !reflect.DeepEqual(f.Shape(word, 0), alone.shape(word, 0)) {
					t.Errorf("%q comes out otherwise", word)
				}
			}
		})
	}
	group.Wait()
}

// FuzzShape checks that no rune is lost, whatever the text.
func FuzzShape(f *testing.F) {
	for _, text := range []string{
		danish, "office", "a\xff\xfe", "e\u0301\u0323", "\u202eabc", "שלום", "कि", "😀\ufe0f", "1\u20442", "\x00\t", "ﬁ",
		"\u1100\u1161\u11a8", "\u0e01\u0e33", "a\u034f\u0308b", "\u00ad\u00ad", "\u180e\u1820\u180b", "क्षि\u0e33",
	} {
		f.Add(text, uint8(0))
		f.Add(text, uint8(Tabular|SmallCaps|NoLigatures))
	}
	l := Embedded()
	f.Fuzz(func(t *testing.T, text string, feat uint8) {
		for _, id := range []ID{SerifRegular, SansItalic} {
			own := face(t, l, id)
			run := own.shape(text, Feature(feat))
			checkRun(t, own, text, run)
			if text != "" && len(run.Glyphs) == 0 {
				t.Fatalf("%q: no glyphs", text)
			}
			if hasAll(own, text) && run.Missing != nil {
				t.Fatalf("%q: missing %q", text, run.Missing)
			}
			if again := own.shape(text, Feature(feat)); !reflect.DeepEqual(again, run) {
				t.Fatalf("%q: shaped otherwise the second time", text)
			}
		}
	})
}
