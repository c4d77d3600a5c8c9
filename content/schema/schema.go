// Package schema writes JSON Schema (2020-12) of the files of an edition, from
// the description the loader reads by, for the completion and the help of
// editors. It uses only what drafts 7 and 2020-12 have alike, since editors know
// the one or the other, and each schema is whole in itself.
//
// What a schema refuses the loader refuses too. The other way round it can't be:
// sums, references between files and what a picture holds are beyond a schema.
package schema

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// Folder is where an edition has its schemas.
const Folder = ".schema"

// dialect is the draft the schemas are written by.
const dialect = "https://json-schema.org/draft/2020-12/schema"

// Names lists the schemas, one a kind of file.
func Names(f *format.Format) []string {
	var out []string
	for _, file := range f.Files() {
		out = append(out, file.Name)
	}
	return out
}

// FileName is the name of a schema's file.
func FileName(name string) string { return name + ".json" }

// Of is the schema of a file of an edition by its path; empty where there is
// none.
func Of(f *format.Format, file string) string {
	for _, kind := range f.Files() {
		folder, is := strings.CutSuffix(kind.Path, "/")
		if kind.Path == file || is && path.Dir(file) == folder && path.Ext(file) == ".yaml" {
			return kind.Name
		}
	}
	return ""
}

// Write writes a schema with its words in a language; false where there is none
// of the name. The same format gives the same bytes.
func Write(f *format.Format, name string, l diag.Lang) ([]byte, bool) {
	for _, file := range f.Files() {
		if file.Name != name {
			continue
		}
		w := &writer{f: f, lang: l, names: map[*format.Shape]string{}, taken: map[string]bool{}}
		root := object{{"$schema", dialect}, {"title", "kl-print: " + file.Name}}
		root = append(root, w.shape(file.Shape)...)
		return encoded(append(root, member{"$defs", w.definitions()})), true
	}
	return nil, false
}

// encoded is JSON to be read by people too.
func encoded(v any) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil // an object of strings, numbers and lists can always be encoded
	}
	return out.Bytes()
}

// object is a JSON object whose members keep their order.
type object []member

// member is a name and its value.
type member struct {
	name  string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := enc.Encode(m.name); err != nil {
			return nil, err
		}
		out.WriteByte(':')
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}
