package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/kl-print/kl-print/"

// allowed is the picture of the house: each package and the packages of ours it
// may import. What is not listed here is refused.
var allowed = map[string][]string{
	"content/diag":                {},
	"content/diag/excerpt":        {},
	"content/explain":             {"content/diag"},
	"content/accounts":            {"content/diag"},
	"content/figures":             {"content/accounts", "content/locale"},
	"content":                     {"content/accounts", "content/diag", "content/figures"},
	"content/bag":                 {},
	"content/copies":              {"content/diag"},
	"content/check":               {"content", "content/accounts", "content/diag", "content/figures", "content/locale/hyphen"},
	"content/bind":                {"content", "content/check", "content/compare", "content/diag", "content/source"},
	"content/diff":                {},
	"content/compare":             {"content", "content/accounts", "content/diag", "content/diff"},
	"content/edition2024":         {},
	"content/guide":               {"content/diag", "content/format"},
	"content/schema":              {"content/diag", "content/format"},
	"content/format":              {"content", "content/diag", "content/locale", "content/sheet"},
	"content/sheet":               {},
	"content/manuscript":          {"content/accounts", "content/diag"},
	"content/trial":               {"content/accounts", "content/diag", "content/sheet"},
	"content/validation":          {},
	"content/spell":               {},
	"content/starter":             {},
	"content/online":              {},
	"content/locale/hyphen":       {"content/locale/hyphen/liang"},
	"content/locale/hyphen/liang": {},
	"content/locale/hyphen/gen":   {},
	"content/locale":              {"content/accounts"},
	"content/source":              {"content", "content/accounts", "content/diag", "content/figures", "content/format", "content/locale", "content/sheet", "content/trial"},

	"fonts/internal/sfnt": {},
	"fonts":               {"fonts/internal/sfnt"},
	"fonts/subset":        {"fonts", "fonts/internal/sfnt"},
	"fonts/web":           {"fonts", "fonts/internal/sfnt"},

	"cmd/kl-print/guide": {"content/diag", "content/format", "content/guide", "content/source", "fonts", "layout", "layout/geom", "layout/raster", "layout/screen"},

	"layout/geom":      {},
	"layout/page":      {"fonts", "layout/geom"},
	"layout/conform":   {"content/diag", "layout/page"},
	"layout/style":     {"content", "content/diag", "fonts", "layout/geom", "layout/page"},
	"layout/bitmap":    {"content/diag", "layout/geom"},
	"layout/linebreak": {},
	"layout/paginate":  {"layout/geom"},
	"layout/svg":       {"layout/geom", "layout/page"},
	"layout/icon":      {"layout/svg", "content"},
	"layout/qr":        {"layout/geom", "layout/page"},
	"charts":           {"fonts", "layout/geom", "layout/page"},
	"layout/para":      {"content", "content/locale", "content/locale/hyphen", "fonts", "layout/geom", "layout/linebreak", "layout/page", "layout/style"},
	"layout/galley":    {"content/diag", "layout/geom", "layout/page"},
	"layout/compose": {"charts", "content", "content/accounts", "content/diag", "content/locale", "fonts", "layout/bitmap", "layout/galley", "layout/geom",
		"layout/icon", "layout/page", "layout/paginate", "layout/para", "layout/qr", "layout/style"},
	"layout": {"charts", "content", "content/diag", "content/locale", "fonts", "layout/compose", "layout/conform", "layout/galley", "layout/geom",
		"layout/icon", "layout/page", "layout/paginate", "layout/para", "layout/style", "layout/svg"},
	"layout/pdf":    {"fonts", "fonts/subset", "layout/geom", "layout/page"},
	"layout/raster": {"fonts", "layout/geom", "layout/page"},
	"layout/looks":  {"layout/raster"},
	"layout/screen": {"content/diag", "fonts", "fonts/web", "layout/geom", "layout/page"},
	"layout/tiff":   {},
	"cmd/kl-print/preview": {"cmd/kl-print/saves", "content", "content/check", "content/diag", "content/source", "fonts", "fonts/web", "layout", "layout/geom",
		"layout/page", "layout/screen", "layout/style"},
	"cmd/kl-print": {"cmd/kl-print/preview", "cmd/kl-print/saves", "content", "content/accounts", "content/bag", "content/bind", "content/check", "content/compare", "content/copies", "content/diag", "content/diag/excerpt", "content/diff", "content/edition2024", "content/explain", "content/manuscript", "content/sheet", "content/online", "content/source", "content/spell", "content/starter", "content/trial", "content/validation", "fonts", "layout", "layout/conform", "layout/geom", "layout/icon", "layout/looks", "layout/page", "layout/pdf", "layout/raster", "layout/tiff", "content/locale", "content/locale/hyphen"},

	"cmd/kl-print/saves": {},
}

// editors is what the commands that help editors, schema and guide, need beside.
var editors = map[string][]string{"cmd/kl-print": {"cmd/kl-print/guide", "content/format", "content/guide", "content/schema"}}

// owners says which one package imports a library that matters.
var owners = map[string]string{
	"gopkg.in/yaml.v3":                 "content/source",
	"github.com/yuin/goldmark":         "content/source",
	"github.com/expr-lang/expr":        "content/figures",
	"github.com/xuri/excelize":         "content/sheet",
	"github.com/go-pdf/fpdf":           "layout/pdf",
	"github.com/wcharczuk/go-chart/v2": "charts",
	"github.com/go-text/typesetting":   "fonts",
	"github.com/boombuler/barcode":     "layout/qr",
	"golang.org/x/text/language":       "content/locale",
	"github.com/spf13/cobra":           "cmd/kl-print",
	"github.com/fsnotify/fsnotify":     "cmd/kl-print/saves",
}

// imports returns what each package of the project imports, its tests left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(name)
		out[pkg] = append(out[pkg], []string{}...)
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			out[pkg] = append(out[pkg], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestImportsGoOneWay(t *testing.T) {
	for pkg, list := range imports(t) {
		may, known := allowed[pkg]
		may = append(slices.Clone(may), editors[pkg]...)
		if !known {
			t.Errorf("package %s is not in the picture of the house", pkg)
		}
		for _, p := range list {
			if own, ours := strings.CutPrefix(p, module); ours && !slices.Contains(may, own) {
				t.Errorf("%s imports %s, which lies above it or beside it", pkg, own)
			}
		}
	}
}

func TestEachLibraryHasOneImporter(t *testing.T) {
	for pkg, list := range imports(t) {
		for _, p := range list {
			for lib, owner := range owners {
				if (p == lib || strings.HasPrefix(p, lib+"/")) && pkg != owner && !strings.HasPrefix(pkg, owner+"/") {
					t.Errorf("%s imports %s; only %s may", pkg, p, owner)
				}
			}
		}
	}
}

// TestThePictureHasNoCycle follows the picture down from every package.
func TestThePictureHasNoCycle(t *testing.T) {
	var visit func(pkg string, above []string)
	visit = func(pkg string, above []string) {
		if slices.Contains(above, pkg) {
			t.Fatalf("the picture turns back on itself: %v, %s", above, pkg)
		}
		for _, p := range allowed[pkg] {
			visit(p, append(above, pkg))
		}
	}
	for pkg := range allowed {
		visit(pkg, nil)
	}
}
