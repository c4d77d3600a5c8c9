package para

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/kl-print/kl-print/content/locale/hyphen"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// plainManner is a manner of body text.
func plainManner(t *testing.T) manner {
	t.Helper()
	s := newSetter()
	faces, err := s.faces(body().Faces)
	if err != nil {
		t.Fatal(err)
	}
	return manner{face: faces[plainFace], hyphen: hyphen.For("da"), size: body().Size, justified: true, breaks: true}
}

// TestWordsAreKept has a word set once in each manner.
func TestWordsAreKept(t *testing.T) {
	all := newVocabularies()
	m := plainManner(t)
	v := all.of(m)
	w := v.word("kommunerne")
	if v.word("kommunerne") != w || all.of(m) != v {
		t.Error("a word is set again")
	}
	large := m
	large.size = 2 * m.size
	if o := all.of(large).word("kommunerne"); o == w || o.width < 2*w.width-10 || o.width > 2*w.width+10 {
		t.Errorf("at twice the size the word is %s wide, not %s", o.width, 2*w.width)
	}
	unbroken := m
	unbroken.breaks = false
	if o := all.of(unbroken).word("kommunerne"); len(o.parts) != 1 || len(w.parts) < 3 {
		t.Errorf("%d and %d items", len(o.parts), len(w.parts))
	}
}

// TestVocabularyIsBounded has more words said than are kept: each comes out as it
// did before, whether it is set again or not, and a long one is not kept.
func TestVocabularyIsBounded(t *testing.T) {
	v := newVocabularies().of(plainManner(t))
	often := *v.word("kommunerne")
	for i := range 3 * keptWords {
		v.word(strconv.Itoa(i))
		if i%keptWords == 0 {
			if again := v.word("kommunerne"); !reflect.DeepEqual(again.parts, often.parts) || again.width != often.width || again.text != often.text {
				t.Fatalf("a word comes out otherwise after %d others", i)
			}
		}
	}
	long := strings.Repeat("lang", longestKept)
	if first, again := v.word(long), v.word(long); first == again {
		t.Error("a word of 512 letters is kept")
	}
}

// TestWordsInPlace has the glyphs of a kept word, put on a line, equal those of
// text shaped there, whatever it is typed with.
func TestWordsInPlace(t *testing.T) {
	m := plainManner(t)
	v := newVocabularies().of(m)
	b := &builder{desk: &desk{}, setter: newSetter(), style: body(), faces: [4]*fonts.Face{m.face}}
	for _, text := range []string{"fiskeriets", "KL's", "ad\u00adskilt", "AV", "''", "25,9", "€\u0301x"} {
		b.runs = []run{{}}
		b.parts = []part{{word: v.word("og")}, {word: v.word(" ")}, {word: v.word(text)}}
		got := b.join(piece{to: len(b.parts)})
		want := page.Text{Face: m.face.ID(), Size: m.size, Fill: body().Color}
		for _, part := range []string{"og", " ", strings.ReplaceAll(text, "\u00ad", "")} {
			w, _ := shaped(m.face, 0, m.size, part)
			want.Words, want.Source = append(want.Words, page.Piece{Word: w}), want.Source+part
		}
		want.Words[1].Gap = true
		if !reflect.DeepEqual(got.Glyphs(), want.Glyphs()) || got.Source != want.Source || !got.Whole() {
			t.Errorf("%q:\n%+v\nwant\n%+v", text, got, want)
		}
	}
}

// TestSideBySide sets paragraphs at the same time with one setter, as chapters
// are, and alone with another.
func TestSideBySide(t *testing.T) {
	shared := newSetter()
	texts := []string{"Kommunernes budgetoverholdelse er god i år", "KL's bestyrelse og kommunalbestyrelserne mødtes om økonomiaftalen",
		"Borgmesteren tog imod kommunernes budgetoverholdelse"}
	var done sync.WaitGroup
	for i := range 24 {
		done.Go(func() {
			text := texts[i%len(texts)]
			got, err := shared.Plain(text, body(), geom.Points(90))
			want, err2 := newSetter().Plain(text, body(), geom.Points(90))
			if err != nil || err2 != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%q comes out differently", text)
			}
		})
	}
	done.Wait()
}
