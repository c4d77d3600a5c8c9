package style

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/geom"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestEmbeddedThemes holds every number of the embedded themes.
func TestEmbeddedThemes(t *testing.T) {
	for _, name := range content.Themes() {
		var b strings.Builder
		dump(&b, "", reflect.ValueOf(*embeddedLook(name)))
		file := filepath.Join("testdata", name+".golden")
		if *update {
			if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
			t.Errorf("%s has changed (go test ./layout/style -update writes it anew):\n%s", file, diff)
		}
	}
}

// dump writes a struct, a line for each thing that is not one.
func dump(b *strings.Builder, name string, v reflect.Value) {
	if v.Kind() != reflect.Struct || v.Type().Name() == "Color" {
		fmt.Fprintf(b, "%s %v\n", name, v.Interface())
		return
	}
	for i := range v.NumField() {
		dump(b, strings.TrimPrefix(name+"."+v.Type().Field(i).Name, "."), v.Field(i))
	}
}

func TestStandardIsTheStandardTheme(t *testing.T) {
	if diff := cmp.Diff(embeddedLook(content.StandardTheme), Standard()); diff != "" {
		t.Error(diff)
	}
}

func TestSize(t *testing.T) {
	for _, c := range []struct {
		body     string
		ratio    int
		quarters int
		want     string
	}{
		{"10", 1200, 0, "10"}, {"10", 1200, 4, "12"}, {"10", 1200, -4, "8.5"}, {"10", 1200, 20, "25"},
		{"10", 1200, 33, "44"}, {"10", 1000, 33, "10"}, {"9.5", 1250, 4, "12"}, {"24", 1350, 33, "284"},
		{"8", 1200, -5, "7"}, {"6", 1200, -5, "6"},
	} {
		var body float64
		if _, err := fmt.Sscan(c.body, &body); err != nil {
			t.Fatal(err)
		}
		if got := NewScale(geom.Length(body*1000), c.ratio).Size(c.quarters).String(); got != c.want {
			t.Errorf("%s pt, ratio %d, %d quarter steps: %s pt, want %s", c.body, c.ratio, c.quarters, got, c.want)
		}
	}
}

func TestRoot(t *testing.T) {
	for n, want := range map[int64]int64{0: 0, micro: micro, 4 * micro: 2 * micro, 1_200_000: 1_095_445} {
		if got := root(n); got != want {
			t.Errorf("root(%d) = %d, want %d", n, got, want)
		}
	}
}

// said is a setting with a place.
func said[T any](v T) content.Setting[T] {
	return content.Said(v, diag.Pos{File: "theme.yaml", Line: 1, Column: 1})
}

// TestOtherPapersKeepTheProportions completes a theme that says its paper alone.
func TestOtherPapersKeepTheProportions(t *testing.T) {
	for _, name := range content.Themes() {
		a4 := Complete(content.Theme{Base: name})
		a5 := Complete(content.Theme{Base: name, Paper: said(content.Paper{Width: mm(148), Height: mm(210)})})
		for _, l := range [][2]content.Length{{a4.Inner.Value, a5.Inner.Value}, {a4.Side.Value, a5.Side.Value}, {a4.Top.Value, a5.Top.Value}} {
			if share := 1000 * l[1] / l[0]; share < 703 || share > 708 {
				t.Errorf("%s: %d became %d", name, l[0], l[1])
			}
		}
		if a4.Grid.Value != a5.Grid.Value || a4.BodySize.Value != a5.BodySize.Value {
			t.Errorf("%s: the type follows the paper", name)
		}
	}
}

func TestWhatIsSaidHolds(t *testing.T) {
	c := Complete(content.Theme{
		Paper: said(content.Paper{Width: mm(148), Height: mm(210)}), Inner: said(mm(30)), Side: said(content.Length(0)),
		BodySize: said(pt(9)), Accents: each(0x123456), Name: "Byen",
	})
	th := New(c, Families{Embedded(content.SansFamily), Embedded(content.SansFamily), Embedded(content.SerifFamily)})
	if th.Inner != geom.MM(30) || th.Main() != th.TextWidth() || th.Sender != "Byen" || len(th.Accents) != 1 {
		t.Errorf("%+v", th)
	}
	if th.Grid != geom.Points(12)+half {
		t.Errorf("the grid of 9 pt is %s", th.Grid)
	}
}

// TestEverySizeIsOnTheGrid makes themes of many sizes: the text a page's lines
// are counted by stands on the grid, and no line touches the next.
func TestEverySizeIsOnTheGrid(t *testing.T) {
	for body := content.Length(6000); body <= 24000; body += 500 {
		for ratio := 1050; ratio <= 1350; ratio += 50 {
			th := New(Complete(content.Theme{BodySize: said(body), Scale: said(ratio)}), Families{})
			v := reflect.ValueOf(th.Type)
			for i := range v.NumField() {
				st, name := v.Field(i).Interface().(Text), v.Type().Field(i).Name
				if st.Size <= 0 || st.Leading < st.Size {
					t.Fatalf("body %d, ratio %d: %s is %s on %s", body, ratio, name, st.Size, st.Leading)
				}
			}
			if th.Type.Body.Leading != th.Grid || th.Type.BoxBody.Leading != th.Grid {
				t.Errorf("body %d, ratio %d: body and boxes are not on the grid", body, ratio)
			}
		}
	}
}

// TestThirdsStandOnTheColumns has the text area's thirds begin where the side
// column, the main column and its second half do, in both themes and on another
// paper.
func TestThirdsStandOnTheColumns(t *testing.T) {
	small := content.Paper{Width: mm(148), Height: mm(210)}
	for _, name := range content.Themes() {
		own := Complete(content.Theme{Base: name, Paper: is(small)})
		for _, th := range []*Theme{embeddedLook(name), New(own, Families{Embedded(content.SansFamily), Embedded(content.SansFamily), Embedded(content.SansFamily)})} {
			third, half := th.Cell(th.TextWidth(), 3), th.Cell(th.Main(), 2)
			for _, w := range []geom.Length{th.Side, half} {
				if off := w - third; off < -5 || off > 5 {
					t.Errorf("%s, paper %s wide: a third is %s, the side column %s, half the main column %s", name, th.Paper.W, third, th.Side, half)
				}
			}
		}
	}
}

func TestColumns(t *testing.T) {
	th := Standard()
	for _, c := range []struct{ recto, in, mainFirst bool }{
		{true, false, true}, {false, false, false}, {true, true, false}, {false, true, true},
	} {
		th.SideIn = c.in
		text, main, side := th.Columns(c.recto)
		first, second, width := side, main, th.Side
		if c.mainFirst {
			first, second, width = main, side, th.Main()
		}
		if first != text || second != text+width+th.Gutter {
			t.Errorf("recto %v, at the spine %v: text %s, main %s, side %s", c.recto, c.in, text, main, side)
		}
	}
}
