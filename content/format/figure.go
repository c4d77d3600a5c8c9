package format

// figureShapes are the mappings of blocks that are pictures, charts and tables.
type figureShapes struct {
	Image       *Shape
	Media       *Shape
	Chart       *Shape
	ChartPart   *Shape
	Table       *Shape
	TableColumn *Shape
}

// describeFigureBlocks makes the shapes of pictures, charts and tables.
func (f *Format) describeFigureBlocks() {
	f.Image = &Shape{
		Name: "image",
		Doc:  Doc{"Et billede fra udgavens mappe.", "A picture from the edition's folder."},
		Keys: []Key{
			anchor(),
			needed("file", Path{Image}, "Billedet, som images/navn.jpg; JPEG eller PNG.", "The picture, such as images/name.jpg; JPEG or PNG."),
			optional("alt", Text{}, "Hvad billedet viser, for dem, der ikke ser det. Enten alt eller decorative: true.", "What the picture shows, for those who do not see it. Either alt or decorative: true."),
			optional("decorative", Flag{}, "true: billedet fortæller intet, og en skærmlæser springer det over.", "true: the picture tells nothing, and a screen reader passes over it."),
			optional("caption", Markdown{}, "Billedteksten.", "The caption."),
			optional("credit", Text{}, "Fotografen eller kilden.", "The photographer or the source."),
			optional("crop", Ratio{}, "Forholdet, det beskæres til, som 3:2 (bredde:højde).", "The proportions it is cropped to, such as 3:2 (width:height)."),
			optional("focus", Mapping{f.Focus}, "Hvad der bliver, hvor det beskæres: {x: 30 %, y: 50 %}; midten, hvis intet siges.", "What stays in view where it is cropped: {x: 30 %, y: 50 %}; the middle, if not said."),
			optional("wide", Flag{}, "true: det fylder hele tekstbredden, også sidespalten.", "true: it fills the whole text width, the side column too."),
			place(),
		},
		Rules: []Rule{OneOf{"alt", "decorative"}},
	}
	f.Media = &Shape{
		Name: "media",
		Doc:  Doc{"Noget, den trykte side ikke kan spille.", "Something the printed page can't play."},
		Keys: []Key{
			needed("kind", Word{"video", "audio", "web"}, "Hvad det er: video, audio eller web.", "What it is: video, audio or web."),
			needed("title", Text{}, "Titlen.", "The title."),
			needed("url", Address{}, "Adressen; den bliver også en QR-kode.", "The address; it becomes a QR code too."),
			optional("caption", Markdown{}, "Hvad der er at se eller høre.", "What there is to see or hear."),
		},
	}
	f.describeChart()
	f.describeTable()
}

// describeChart makes the shapes of charts.
func (f *Format) describeChart() {
	f.ChartPart = &Shape{
		Name: "parts",
		Doc:  Doc{"En del af diagrammet.", "A part of the chart."},
		Keys: []Key{
			needed("line", ID{Line}, "Linjens id i accounts.yaml.", "The line's id in accounts.yaml."),
			optional("label", Text{}, "Delens navn; linjens tekst, hvis intet siges.", "The part's name; the line's text, if not said."),
		},
	}
	f.Chart = &Shape{
		Name: "chart",
		Doc:  Doc{"Et diagram over linjer af regnskabet.", "A chart of lines of the accounts."},
		Keys: []Key{
			anchor(),
			needed("title", Text{}, "Diagrammets titel.", "The chart's title."),
			needed("total", Text{}, "Hvad summen kaldes, som Indtægter i alt.", "What the sum is called, such as Indtægter i alt."),
			needed("year", year(), "Året, tallene er for; et af regnskabets.", "The year the figures are of; one of the accounts'."),
			optional("caption", Markdown{}, "Teksten under det.", "The caption below it."),
			optional("type", Word{"ring", "bars"}, "ring (hvis intet siges) eller bars, som er søjler.", "ring (if not said) or bars."),
			place(),
			needed("parts", List{Of: Mapping{f.ChartPart}}, "Delene; alle med samme fortegn.", "The parts; all of one sign."),
		},
	}
}

// describeTable makes the shapes of tables.
func (f *Format) describeTable() {
	f.TableColumn = &Shape{
		Name: "column",
		Doc:  Doc{"En kolonne af en tabel.", "A column of a table."},
		Keys: []Key{
			needed("title", Text{Empty: true}, "Kolonnens titel; \"\" for en uden.", "The column's title; \"\" for one without."),
			optional("align", Word{"left", "right", "centre"}, "Hvordan den står: left (hvis intet siges), right eller centre.", "How it stands: left (if not said), right or centre."),
		},
	}
	f.Table = &Shape{
		Name: "table",
		Doc:  Doc{"En tabel.", "A table."},
		Keys: []Key{
			anchor(),
			optional("title", Text{}, "Tabellens titel.", "The table's title."),
			needed("columns", List{Of: Mapping{f.TableColumn}}, "Kolonnerne; mindst én med en titel.", "The columns; at least one with a title."),
			needed("rows", List{Of: List{Of: Markdown{Empty: true}}}, "Rækkerne, hver med en celle for hver kolonne; \"\" i en tom.", "The rows, each with a cell for each column; \"\" in an empty one."),
		},
	}
}
