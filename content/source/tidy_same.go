package source

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
)

// sameNodes reports that two trees say the same: mappings in any order of their
// keys, and Markdown with its words on other lines.
func (m *manner) sameNodes(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) {
		return false
	}
	if a.Kind == yaml.ScalarNode {
		if a.ShortTag() != b.ShortTag() {
			return false
		}
		if m.prose[a] {
			return slices.Equal(strings.Fields(a.Value), strings.Fields(b.Value))
		}
		return a.Value == b.Value
	}
	if a.Kind != yaml.MappingNode {
		for i := range a.Content {
			if !m.sameNodes(a.Content[i], b.Content[i]) {
				return false
			}
		}
		return true
	}
	places := make(map[string]int, len(b.Content)/2)
	for i := 0; i+1 < len(b.Content); i += 2 {
		places[b.Content[i].Value] = i
	}
	for i := 0; i+1 < len(a.Content); i += 2 {
		at, has := places[a.Content[i].Value]
		if !has || a.Content[i].ShortTag() != b.Content[at].ShortTag() || !m.sameNodes(a.Content[i+1], b.Content[at+1]) {
			return false
		}
	}
	return true
}

// sameRemarks reports that two files have the same comments, each as often.
func sameRemarks(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// sameContent reports that two reports are the same but for where in the files
// things stand.
func sameContent(a, b any) bool {
	return sameValues(reflect.ValueOf(a), reflect.ValueOf(b), map[[2]uintptr]bool{})
}

// sameValues compares values of one type. What is being compared, or has been, is
// not gone into again.
func sameValues(a, b reflect.Value, met map[[2]uintptr]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.Type() != b.Type() {
		return false
	}
	if a.Type() == reflect.TypeFor[diag.Pos]() || a.Type() == reflect.TypeFor[fs.FS]() {
		return true
	}
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		pair := [2]uintptr{a.Pointer(), b.Pointer()}
		if met[pair] {
			return true
		}
		met[pair] = true
		return sameValues(a.Elem(), b.Elem(), met)
	case reflect.Interface:
		return sameValues(a.Elem(), b.Elem(), met)
	case reflect.Struct:
		for i := range a.NumField() {
			if !sameValues(a.Field(i), b.Field(i), met) {
				return false
			}
		}
		return true
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !sameValues(a.Index(i), b.Index(i), met) {
				return false
			}
		}
		return true
	}
	return a.Equal(b)
}
