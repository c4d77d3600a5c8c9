package format

import "github.com/kl-print/kl-print/content"

// themeShapes are the mappings of theme.yaml.
type themeShapes struct {
	Paper   *Shape
	Margins *Shape
	Sides   *Shape // the main and the side column
	Colours *Shape
	Faces   *Shape
	Family  *Shape
	Cover   *Shape
	Sizes   *Shape
}

// between is a length within bounds.
func between(low, high string) Length { return Length{Low: low, High: high} }

// describeTheme makes the shapes of theme.yaml.
func (f *Format) describeTheme() {
	f.describeSheet()
	f.describeColours()
	f.describeFaces()
	f.describeCover()
	f.Theme = &Shape{
		Name: "theme.yaml",
		Doc:  Doc{"Udgavens udseende. Filen og hver nøgle kan udelades og er så som i base.", "The edition's look. The file and each key may be left out, and is then as in base."},
		Keys: []Key{
			optional("name", Text{}, "Afsenderen på omslaget, hvis den ikke er udgiveren.", "The sender on the covers, where it is not the publisher."),
			optional("base", Word(content.Themes()), "Det indbyggede udseende, der gælder, hvor intet siges: standard (antikva, petroleum) eller lyng (grotesk, lyng).",
				"The embedded theme that holds where this file is silent: standard (serif text, petrol) or lyng (sans throughout, heather)."),
			optional("paper", Either{Word(Papers()), Mapping{f.Paper}}, "Papiret: A4, A5, letter eller {width: 170 mm, height: 240 mm}.", "The paper: A4, A5, letter or {width: 170 mm, height: 240 mm}."),
			optional("bleed", Length{"1 mm", "10 mm", true}, "Hvad der går ud over kanten til beskæring, 1 til 10 mm, eller 0.", "What goes over the edge to be cut off, 1 to 10 mm, or 0."),
			optional("margins", Mapping{f.Margins}, "Margenerne.", "The margins."),
			optional("grid", between("8 pt", "36 pt"), "Fra linje til linje, 8 til 36 pt; alt står på det.", "From line to line, 8 to 36 pt; everything stands on it."),
			optional("body-size", between("6 pt", "24 pt"), "Brødskriftens størrelse, 6 til 24 pt.", "The size of running text, 6 to 24 pt."),
			optional("scale", Scale{}, "Fra en skriftstørrelse til den næste, 1.05 til 1.35.", "From each size of type to the next, 1.05 to 1.35."),
			optional("lines", Word{"justified", "ragged"}, "Om linjerne er lige lange (justified) eller ej (ragged).", "Whether lines are of one length (justified) or not (ragged)."),
			optional("paragraphs", Word{"spaced", "indented"}, "Om der er en blank linje over hvert afsnit (spaced), eller om afsnit, der følger på et andet, rykkes ind (indented).",
				"Whether a blank line is above each paragraph (spaced), or one that follows another is indented (indented)."),
			optional("columns", Mapping{f.Sides}, "Sidespalten, som fakta står i.", "The side column, where facts stand."),
			optional("colours", Mapping{f.Colours}, "Farverne.", "The colours."),
			optional("faces", Mapping{f.Faces}, "Skrifterne.", "The faces."),
			optional("opener", Word{"bar", "band"}, "Kapitler begynder med en streg (bar) eller et farvet bånd (band).", "Chapters begin with a bar or with a band of colour."),
			optional("cover", Either{Word{"tracks", "hills", "plain"}, Mapping{f.Cover}}, "Hvad der er på forsiden: tracks, hills, plain eller {image: images/kyst.jpg}.",
				"What is on the cover: tracks, hills, plain or {image: images/kyst.jpg}."),
			optional("sizes", Mapping{f.Sizes}, "Skriftstørrelser, hvor skalaens ikke skal bruges.", "Sizes of type where the scale's are not wanted."),
			optional("logo", Path{Logo}, "Et logo som SVG, PNG eller JPEG. I SVG bliver currentColor hvid.", "A logo as SVG, PNG or JPEG. In SVG currentColor is white."),
			optional("logo-alt", Text{}, "Hvad logoet siger, for dem, der ikke ser det.", "What the logo says, for those who do not see it."),
		},
		Rules: []Rule{With{"logo", "logo-alt"}},
	}
}

// Papers lists the papers that have names.
func Papers() []string { return []string{"A4", "A5", "letter"} }

// describeSheet makes the shapes of the page.
func (f *Format) describeSheet() {
	f.Paper = &Shape{
		Name: "paper",
		Doc:  Doc{"Papirets mål.", "The paper's size."},
		Keys: []Key{
			needed("width", between("90 mm", "600 mm"), "Bredden, 90 til 600 mm.", "The width, 90 to 600 mm."),
			needed("height", between("120 mm", "600 mm"), "Højden, 120 til 600 mm.", "The height, 120 to 600 mm."),
		},
	}
	f.Margins = &Shape{
		Name: "margins",
		Doc:  Doc{"Margenerne.", "The margins."},
		Keys: []Key{
			optional("inner", between("8 mm", "150 mm"), "Ved ryggen, 8 til 150 mm.", "At the spine, 8 to 150 mm."),
			optional("outer", between("8 mm", "150 mm"), "Ved forkanten, 8 til 150 mm.", "At the fore-edge, 8 to 150 mm."),
			optional("top", between("12 mm", "200 mm"), "Foroven, 12 til 200 mm.", "At the top, 12 to 200 mm."),
			optional("bottom", between("12 mm", "200 mm"), "Forneden, 12 til 200 mm.", "At the bottom, 12 to 200 mm."),
		},
	}
	f.Sides = &Shape{
		Name: "columns",
		Doc:  Doc{"Sidespalten.", "The side column."},
		Keys: []Key{
			optional("side", Length{"25 mm", "150 mm", true}, "Dens bredde, 25 til 150 mm; 0 sætter fakta i teksten.", "Its width, 25 to 150 mm; 0 sets facts in the text."),
			optional("gutter", between("3 mm", "30 mm"), "Mellem den og teksten, 3 til 30 mm.", "Between it and the text, 3 to 30 mm."),
			optional("place", Word{"fore-edge", "spine"}, "Om den er ved forkanten (fore-edge) eller ryggen (spine).", "Whether it is at the fore-edge or at the spine."),
		},
	}
	f.Sizes = &Shape{
		Name: "sizes",
		Doc:  Doc{"Skriftstørrelser, hvor skalaens ikke skal bruges.", "Sizes of type where the scale's are not wanted."},
		Keys: []Key{
			optional("lead", between("6 pt", "48 pt"), "Indledningens, 6 til 48 pt.", "Of the lead, 6 to 48 pt."),
			optional("fact", between("8 pt", "96 pt"), "Tallet i fakta, 8 til 96 pt.", "Of facts' figures, 8 to 96 pt."),
			optional("headline", between("8 pt", "96 pt"), "Kapitlets budskab, 8 til 96 pt.", "Of chapters' headlines, 8 to 96 pt."),
		},
	}
}

// LeastChart is how many colours a ring needs so that no part lies beside its
// like.
const LeastChart = 3

// describeColours makes the shape of the palette.
func (f *Format) describeColours() {
	f.Colours = &Shape{
		Name: "colours",
		Doc:  Doc{"Farverne, altid i anførselstegn: \"#1B222B\".", "The colours, always in quotes: \"#1B222B\"."},
		Keys: []Key{
			optional("ink", Colour{}, "Tekstens.", "Of text."),
			optional("muted", Colour{}, "Tekst, der træder tilbage.", "Of text that stands back."),
			optional("rule", Colour{}, "Tynde streger.", "Of thin rules."),
			optional("tint", Colour{}, "Bag bokse.", "Behind boxes."),
			optional("cover", Colour{}, "Omslagets bund.", "The ground of the covers."),
			optional("cover-text", Colour{}, "Teksten på omslaget; hvid eller tekstens, hvis intet siges.", "Of text on the covers; white or the ink, if not said."),
			optional("accents", List{Of: Colour{}}, "En til hvert kapitel efter tur.", "One a chapter, in turn."),
			optional("chart", List{Of: Colour{}, Least: LeastChart}, "Diagrammernes dele efter tur, tre eller flere; forsidens tegning har nr. 2, 4 og 6.", "A chart's parts in turn, three or more; the cover's drawing has the 2nd, 4th and 6th."),
		},
	}
}

// describeFaces makes the shapes of the faces.
func (f *Format) describeFaces() {
	f.Family = &Shape{
		Name: "family",
		Doc:  Doc{"En skrift som TrueType-filer.", "A family as TrueType files."},
		Keys: []Key{
			needed("regular", Path{Font}, "Den almindelige, som fonts/Vores-Regular.ttf.", "The regular face, such as fonts/Vores-Regular.ttf."),
			optional("italic", Path{Font}, "Kursiv.", "The italic."),
			optional("bold", Path{Font}, "Fed.", "The bold."),
			optional("bold-italic", Path{Font}, "Fed kursiv.", "The bold italic."),
		},
	}
	family := Either{Word(content.Families()), Mapping{f.Family}}
	f.Faces = &Shape{
		Name: "faces",
		Doc:  Doc{"Skrifterne: source-serif, source-sans eller filer.", "The families: source-serif, source-sans or files."},
		Keys: []Key{
			optional("text", family, "Brødskriften.", "Of running text."),
			optional("headings", family, "Overskrifter, tabeller, billedtekster og alt det små.", "Of headings, tables, captions and all that is small."),
			optional("display", family, "Kapitlernes budskaber, store tal og forsiden.", "Of headlines, large figures and the cover."),
		},
	}
}

// describeCover makes the shape of a picture on the cover.
func (f *Format) describeCover() {
	f.Cover = &Shape{
		Name: "cover",
		Doc:  Doc{"Et billede under forsidens titel.", "A picture below the cover's title."},
		Keys: []Key{
			needed("image", Path{Image}, "Billedet, som images/kyst.jpg.", "The picture, such as images/kyst.jpg."),
			optional("focus", Mapping{f.Focus}, "Hvad der bliver, hvor det beskæres.", "What stays in view where it is cropped."),
		},
	}
}
