// Package format describes the files of an edition: which mappings they hold,
// the keys of each, what may stand under a key, whether it has to be there and
// what it is for, in Danish and English. The loader reads by it, and the schema
// for editors and the guide are written from it, so that the three can't
// disagree.
package format

import "github.com/kl-print/kl-print/content/diag"

// Doc says what something is for.
type Doc struct{ Danish, English string }

// In is the text in a language.
func (d Doc) In(l diag.Lang) string {
	if l == diag.Danish {
		return d.Danish
	}
	return d.English
}

// Shape is a kind of mapping.
type Shape struct {
	Name string // as messages call it, such as "image"
	Doc  Doc
	Keys []Key
	// Years is what stands under keys that are years; nil: the shape has none.
	Years Value
	Rules []Rule
}

// Key is a key of a mapping.
type Key struct {
	Name   string
	Needed bool
	// Hidden is set for a key that programs write: it is not offered for one that
	// is unknown.
	Hidden bool
	Value  Value
	Doc    Doc
}

// Key returns the key of a name; its Value is nil where the shape has none.
func (s *Shape) Key(name string) Key {
	for _, k := range s.Keys {
		if k.Name == name {
			return k
		}
	}
	return Key{}
}

// Has reports whether the shape has a key of the name.
func (s *Shape) Has(name string) bool { return s.Key(name).Value != nil }

// Offered lists the names of the keys that can be suggested.
func (s *Shape) Offered() []string {
	var out []string
	for _, k := range s.Keys {
		if !k.Hidden {
			out = append(out, k.Name)
		}
	}
	return out
}

// OnlyNeeded is the key a mapping has to have where it is one alone and holds text or an id;
// empty where it is not so.
func (s *Shape) OnlyNeeded() string {
	only := ""
	for _, k := range s.Keys {
		if !k.Needed {
			continue
		}
		switch k.Value.(type) {
		case Text, Markdown, ID:
		default:
			return ""
		}
		if only != "" {
			return ""
		}
		only = k.Name
	}
	return only
}

// Rule is what has to hold between the keys of a mapping: OneOf, AnyOf or With.
type Rule interface{ rule() }

// OneOf is that just one of the keys is there. A flag counts where it is true.
type OneOf []string

// AnyOf is that at least one of the keys is there.
type AnyOf []string

// With is that a key does not stand without another.
type With struct{ Key, Needs string }

func (OneOf) rule() {}
func (AnyOf) rule() {}
func (With) rule()  {}

// Block is a kind of block of a chapter.
type Block struct {
	Name  string // the key it is written with
	Value Value
	Doc   Doc
}

// File is a kind of file of an edition.
type File struct {
	Name  string // what its schema is called, such as "chapter"
	Path  string // in the edition; of a chapter the folder, with a slash
	Shape *Shape
}

// Files lists the kinds of files.
func (f *Format) Files() []File {
	return []File{
		{"report", "report.yaml", f.Report},
		{"accounts", "accounts.yaml", f.Accounts},
		{"figures", "figures.yaml", f.Figures},
		{"people", "people.yaml", f.People},
		{"organisation", "organisation.yaml", f.Units},
		{"theme", "theme.yaml", f.Theme},
		{"waivers", "waivers.yaml", f.Waivers},
		{"import", "import.yaml", f.Import},
		{"chapter", "chapters/", f.Chapter},
	}
}

// Format is the whole of it: every shape there is.
type Format struct {
	Report  *Shape
	Chapter *Shape
	Blocks  []Block
	textShapes
	figureShapes
	peopleBlockShapes

	Accounts *Shape
	accountShapes

	Figures *Shape
	Fact    *Shape // a figure of figures.yaml

	People *Shape
	Units  *Shape
	peopleShapes

	Theme *Shape
	themeShapes

	Waivers *Shape
	Waiver  *Shape

	Import *Shape
	importShapes
}

// New makes the description.
func New() *Format {
	f := &Format{}
	f.describePeople() // the shapes others refer to come first
	f.describeReport()
	f.describeAccounts()
	f.describeFigures()
	f.describeTheme()
	f.describeWaivers()
	f.describeImport()
	f.describeText()
	f.describeFigureBlocks()
	f.describePeopleBlocks()
	f.describeChapter()
	return f
}

// needed and optional are keys of a shape.
func needed(name string, v Value, danish, english string) Key {
	return Key{Name: name, Needed: true, Value: v, Doc: Doc{danish, english}}
}

func optional(name string, v Value, danish, english string) Key {
	return Key{Name: name, Value: v, Doc: Doc{danish, english}}
}

// The years an edition may be of.
const (
	FirstYear = 1800
	LastYear  = 2999
)

// year is a year of the edition or the accounts.
func year() Number { return Number{FirstYear, LastYear} }

// stale is the mark that a text or a person is from an earlier year.
func stale() Key {
	return Key{Name: "stale", Hidden: true, Value: year(), Doc: Doc{
		"Teksten eller personen er fra udgaven for dette år. Slet nøglen, når den er skrevet om eller fundet rigtig.",
		"The text or the person is from the edition of this year. Delete the key when it is written anew or found right.",
	}}
}

// place is where a figure stands.
func place() Key {
	return optional("place", Word{"float", "here"},
		"float (hvis intet siges): må flytte til en anden side, hvis den ellers giver et hul. here: bliver, hvor den er skrevet.",
		"float (if not said): may move to another page where it would leave a hole. here: stays where it is written.")
}

// anchor is the name a block is referred to by.
func anchor() Key {
	return optional("id", ID{}, "Navnet, som henvisninger bruger: [tekst](#id).", "The name references use: [text](#id).")
}
