package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"testing"
)

// TestEveryBlockOfTheReportCanBeWritten finds the kinds of blocks that a report may
// have, by content's own source, among those that come of the good edition: there is
// none that the description of the format has no way to.
func TestEveryBlockOfTheReportCanBeWritten(t *testing.T) {
	_, files := archive(t, "testdata/good.txtar")
	rep, _ := Load(smallEdition(files...))
	if rep == nil {
		t.Fatal("no report")
	}
	made := map[string]bool{}
	for _, c := range rep.Chapters {
		for _, b := range c.Blocks {
			made[reflect.TypeOf(b).Name()] = true
		}
	}
	kinds := blockTypes(t)
	for _, name := range kinds {
		if !made[name] {
			t.Errorf("no block of the good edition becomes a content.%s", name)
		}
	}
	if len(kinds) != len(made) || len(kinds) < 20 {
		t.Errorf("content has the blocks %v, and %d are made", kinds, len(made))
	}
}

// blockTypes are the types of content that are blocks: those that embed At.
func blockTypes(t *testing.T) (out []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../block.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, is := n.(*ast.TypeSpec)
		if !is {
			return true
		}
		s, is := spec.Type.(*ast.StructType)
		if !is {
			return false
		}
		for _, f := range s.Fields.List {
			if at, is := f.Type.(*ast.Ident); is && len(f.Names) == 0 && at.Name == "At" {
				out = append(out, spec.Name.Name)
			}
		}
		return false
	})
	return out
}
