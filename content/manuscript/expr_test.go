package manuscript

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// TestExpressionsCompile compiles every expression that is written in one piece and
// else compiled only when a manuscript asks for it.
func TestExpressionsCompile(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range names {
		file, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		found += compile(t, file)
	}
	if found < 40 {
		t.Errorf("only %d expressions were found", found)
	}
}

// compile compiles the expressions of a file, and returns how many there are.
func compile(t *testing.T, file *ast.File) (found int) {
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return true
		}
		text, plain := call.Args[0].(*ast.BasicLit)
		if name, ok := call.Fun.(*ast.Ident); !ok || name.Name != "lazily" || !plain {
			return true
		}
		found++
		s, err := strconv.Unquote(text.Value)
		if err == nil {
			_, err = regexp.Compile(s)
		}
		if err != nil {
			t.Errorf("%s: %v", text.Value, err)
		}
		return true
	})
	return found
}
