package main

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The module that carries OASIS's own schema of SARIF 2.1.0 (errata 01), and where
// in it that stands.
const (
	schemaModule = "github.com/owenrumney/go-sarif/v3@v3.3.1"
	schemaSource = "pkg/report/v210/sarif/schema.go"
	schemaURI    = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

// TestSARIFByItsSchema holds what --sarif writes against the standard's schema:
// with findings and none, with waived ones, faults of the files and odd names.
func TestSARIFByItsSchema(t *testing.T) {
	if os.Getenv("KLPRINT_REQUIRE_TOOLS") != "1" {
		t.Skip("fetches the schema: set KLPRINT_REQUIRE_TOOLS=1")
	}
	schema := sarifSchema(t)
	const waiver = "waivers:\n  - {code: name, reason: han hedder sådan, source: ham}\n  - {code: year, reason: intet}\n"
	for name, write := range map[string]func(t *testing.T){
		"findings": func(t *testing.T) { wrongEdition(t, "Det siger Martin Dam den 32. maj 1842 om 25,9 mio. kr.", "") },
		"none":     func(t *testing.T) { wrongEdition(t, "Her er intet galt.", "") },
		"waived":   func(t *testing.T) { wrongEdition(t, "Det siger Martin Dam.", waiver) },
		"faults":   func(t *testing.T) { inFolder(t, bad()) },
		"no place": func(t *testing.T) { inFolder(t, map[string]string{"x.yaml": "a: b\n", "report.yml": "title: T\n"}) },
	} {
		t.Run(name, func(t *testing.T) {
			write(t)
			for _, lang := range []string{"da", "en"} {
				w := newWorld()
				dir := "."
				w.run("check", dir, "--sarif", "--lang", lang)
				log, err := jsonschema.UnmarshalJSON(&w.out)
				if err != nil {
					t.Fatal(err)
				}
				if err := schema.Validate(log); err != nil {
					t.Errorf("%v", err)
				}
			}
		})
	}
	t.Run("the schema refuses", func(t *testing.T) {
		for _, log := range []string{`{"version": "2.1.0"}`, `{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {}, "level": "bad"}]}]}`} {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(log))
			if err != nil {
				t.Fatal(err)
			}
			if schema.Validate(v) == nil {
				t.Errorf("%s is taken", log)
			}
		}
	})
}

// sarifSchema gets the schema out of the module that carries it.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	out, err := exec.Command("go", "mod", "download", "-json", schemaModule).Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(module.Dir, schemaSource), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, is := n.(*ast.BasicLit); is && lit.Kind == token.STRING && text == "" {
			text, err = strconv.Unquote(lit.Value)
		}
		return err == nil
	})
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	if id := doc.(map[string]any)["id"]; id != schemaURI {
		t.Fatalf("the schema is %v", id)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(schemaURI, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(schemaURI)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}
