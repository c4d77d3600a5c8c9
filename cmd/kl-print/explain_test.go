package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/explain"
)

// codeReader finds the codes that a package's messages have: what is given for
// Code in a literal, or for a parameter or to a variable named code.
type codeReader struct {
	texts  map[string]string // the package's constants
	takers map[string]int    // its functions that take a code, and which parameter that is
	found  map[string]string // the codes, and where
	fset   *token.FileSet
}

// learn takes in what the files declare.
func (r *codeReader) learn(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if i < len(n.Values) {
					if text, is := r.text(n.Values[i]); is {
						r.texts[name.Name] = text
					}
				}
			}
		case *ast.FuncDecl:
			at := 0
			for _, f := range n.Type.Params.List {
				for _, name := range f.Names {
					if name.Name == "code" {
						r.takers[n.Name.Name] = at
					}
					at++
				}
			}
		}
		return true
	})
}

// text is the text an expression is; false where it is none that is written there.
func (r *codeReader) text(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.Ident:
		text, is := r.texts[e.Name]
		return text, is
	}
	return "", false
}

// read finds the codes in a file.
func (r *codeReader) read(file *ast.File) {
	keep := func(e ast.Expr) {
		if text, is := r.text(e); is && text != "" {
			r.found[text] = r.fset.Position(e.Pos()).String()
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, is := n.Key.(*ast.Ident); is && key.Name == "Code" {
				keep(n.Value)
			}
		case *ast.AssignStmt:
			for i, to := range n.Lhs {
				if name, is := to.(*ast.Ident); is && name.Name == "code" && len(n.Lhs) == len(n.Rhs) {
					keep(n.Rhs[i])
				}
			}
		case *ast.CallExpr:
			name, is := n.Fun.(*ast.Ident)
			if !is {
				break
			}
			if at, takes := r.takers[name.Name]; takes && at < len(n.Args) {
				keep(n.Args[at])
			}
		}
		return true
	})
}

// toldCodes are all codes there are in the program, and where each is.
func toldCodes(t *testing.T) map[string]string {
	t.Helper()
	found, fset := map[string]string{}, token.NewFileSet()
	packages := map[string][]*ast.File{}
	root := os.DirFS(top)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, name, src, 0)
		packages[path.Dir(name)] = append(packages[path.Dir(name)], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, files := range packages {
		r := codeReader{texts: map[string]string{}, takers: map[string]int{}, found: found, fset: fset}
		for _, f := range files {
			r.learn(f)
		}
		for _, f := range files {
			r.read(f)
		}
	}
	return found
}

// TestEveryCodeIsExplained holds the explanations to the codes there are in the
// program's source: none without one, and none for what is never told.
func TestEveryCodeIsExplained(t *testing.T) {
	told := toldCodes(t)
	if len(told) < 150 || told["unknown-key"] == "" || told["ua-title"] == "" || told["chart-room"] == "" {
		t.Fatalf("only %d codes were found", len(told))
	}
	rules := map[string]bool{}
	for _, r := range check.Rules() {
		rules[r.Code] = true
	}
	for code, at := range told {
		if _, known := explain.Of(code); !known && !rules[code] {
			t.Errorf("%s: the code %q is not explained", at, code)
		}
	}
	for _, e := range explain.All() {
		if told[e.Code] == "" {
			t.Errorf("%q is explained and never told", e.Code)
		}
		if rules[e.Code] {
			t.Errorf("%q is explained twice", e.Code)
		}
	}
}

// TestExplain asks for explanations in every way.
func TestExplain(t *testing.T) {
	for _, code := range codes() {
		w := newWorld()
		if c := w.run("explain", code); c != exitMade || !strings.HasPrefix(w.out.String(), code+"\n") || strings.Count(w.out.String(), "\n\n") < 2 {
			t.Errorf("%s: exit %d: %s", code, c, w.out.String())
		}
	}
	if !slices.Contains(codes(), "unknown-key") || !slices.Contains(codes(), "figure-wrong") {
		t.Errorf("the codes are %q", codes())
	}
	for args, want := range map[string]string{
		"check --explain one-block": "Forkert / wrong:\n  - box:\n      title: Husk\n    text: Det hele.\n\nRigtigt / right:\n  - box:\n",
		"explain unknown-key":       "Nøglen kendes ikke på det sted.",
		"explain":                   "unknown-key",
		"explain --lang da":         "En nøgle, der ikke findes",
		"explain unknwn-key":        `did you mean "unknown-key"?`,
		"explain a b":               "expected one",
	} {
		w := newWorld()
		w.run(strings.Fields(args)...)
		if !strings.Contains(w.out.String()+w.err.String(), want) {
			t.Errorf("%s: %s%s", args, w.out.String(), w.err.String())
		}
	}
}
