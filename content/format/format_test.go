package format

import (
	"reflect"
	"strings"
	"testing"
)

// shapes are all shapes of a format, by the names of their fields.
func shapes(t *testing.T, f *Format) map[string]*Shape {
	t.Helper()
	out := map[string]*Shape{}
	v := reflect.ValueOf(*f)
	for _, f := range reflect.VisibleFields(v.Type()) {
		if f.Type == reflect.TypeFor[*Shape]() {
			out[f.Name] = v.FieldByIndex(f.Index).Interface().(*Shape)
		}
	}
	if len(out) < 50 {
		t.Fatalf("only %d shapes", len(out))
	}
	return out
}

// TestEverythingIsDescribed finds every shape made, each key with a value and with
// words in both languages, and each name once.
func TestEverythingIsDescribed(t *testing.T) {
	for field, s := range shapes(t, New()) {
		if s == nil {
			t.Errorf("%s is not made", field)
			continue
		}
		spoken(t, field, s.Doc)
		seen := map[string]bool{}
		for _, k := range s.Keys {
			if k.Value == nil || seen[k.Name] {
				t.Errorf("%s: the key %q has the value %v, or stands twice", field, k.Name, k.Value)
			}
			seen[k.Name] = true
			spoken(t, field+"."+k.Name, k.Doc)
		}
		for _, r := range s.Rules {
			for _, key := range keysOf(r) {
				if !seen[key] {
					t.Errorf("%s has a rule about %q, which is no key", field, key)
				}
			}
		}
	}
	for _, b := range New().Blocks {
		spoken(t, b.Name, b.Doc)
	}
}

// spoken checks that words in both languages are sentences.
func spoken(t *testing.T, what string, d Doc) {
	t.Helper()
	for _, s := range []string{d.Danish, d.English} {
		if s == "" || strings.TrimSpace(s) != s || !strings.HasSuffix(s, ".") {
			t.Errorf("%s: %q is no sentence", what, s)
		}
	}
	if d.Danish == d.English {
		t.Errorf("%s is said in one language: %q", what, d.Danish)
	}
}

// keysOf are the keys a rule is about.
func keysOf(r Rule) []string {
	switch r := r.(type) {
	case OneOf:
		return r
	case AnyOf:
		return r
	case With:
		return []string{r.Key, r.Needs}
	}
	return nil
}

// TestEveryShapeIsReached follows the values from the files down: no shape stands
// by itself.
func TestEveryShapeIsReached(t *testing.T) {
	f := New()
	reached := map[*Shape]bool{}
	var visit func(v Value)
	shape := func(s *Shape) {
		if reached[s] {
			return
		}
		reached[s] = true
		for _, k := range s.Keys {
			visit(k.Value)
		}
	}
	visit = func(v Value) {
		switch v := v.(type) {
		case List:
			visit(v.Of)
		case Map:
			shape(v.Of)
		case Mapping:
			shape(v.Shape)
		case Either:
			for _, one := range v {
				visit(one)
			}
		case Blocks:
			for _, b := range f.Blocks {
				visit(b.Value)
			}
		}
	}
	for _, file := range f.Files() {
		shape(file.Shape)
	}
	for field, s := range shapes(t, f) {
		if !reached[s] {
			t.Errorf("nothing holds %s", field)
		}
	}
}

func TestKeysAreOffered(t *testing.T) {
	s := New().Report
	if offered := strings.Join(s.Offered(), " "); !strings.HasPrefix(offered, "title subtitle ") || strings.Contains(offered, "stale") {
		t.Errorf("offered are %s", offered)
	}
	if !s.Has("stale") || s.Has("xyzzy") || s.Key("year").Value != (Number{FirstYear, LastYear}) {
		t.Errorf("the shape does not know its keys: %v", s.Key("year"))
	}
}
