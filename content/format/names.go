package format

// peopleBlockShapes are the mappings of blocks about people and of signatures.
type peopleBlockShapes struct {
	Organisation *Shape
	OrgNode      *Shape // a box of an organisation chart
	Signatures   *Shape
	Party        *Shape // people who sign together
	Auditor      *Shape
	AuditSigner  *Shape
}

// describePeopleBlocks makes the shapes of blocks about people.
func (f *Format) describePeopleBlocks() {
	f.OrgNode = &Shape{Name: "organisation", Doc: Doc{"En boks i diagrammet.", "A box of the chart."}}
	f.OrgNode.Keys = []Key{
		needed("name", Text{}, "Boksens navn.", "The box's name."),
		optional("note", Text{}, "En mindre linje under navnet.", "A smaller line below the name."),
		optional("children", List{Of: Mapping{f.OrgNode}}, "Boksene under den.", "The boxes below it."),
	}
	f.Organisation = &Shape{
		Name: "organisation",
		Doc:  Doc{"Et organisationsdiagram.", "An organisation chart."},
		Keys: []Key{
			needed("title", Text{}, "Diagrammets titel.", "The chart's title."),
			optional("alt", Text{}, "Diagrammet i ord; laves af boksene, hvis intet siges.", "The chart in words; made from the boxes, if not said."),
			needed("root", Either{ID{Unit}, Mapping{f.OrgNode}}, "Den øverste boks: {name, note, children}, eller id'et på en enhed i organisation.yaml.",
				"The topmost box: {name, note, children}, or the id of a unit in organisation.yaml."),
		},
	}
	f.describeSignatures()
}

// signed says that no line is drawn to sign on.
func signed() Key {
	return optional("signed", Flag{}, "true: der er skrevet under, og der er ingen streg at skrive på.", "true: it has been signed, and there is no line to sign on.")
}

// describeSignatures makes the shapes of what is signed.
func (f *Format) describeSignatures() {
	where := needed("place", Text{}, "Stedet, der skrives under.", "The place it is signed at.")
	when := needed("date", Date{}, "Dagen som år-måned-dag.", "The day as year-month-day.")
	f.Party = &Shape{
		Name: "parties",
		Doc:  Doc{"Nogle, der skriver under sammen.", "Some who sign together."},
		Keys: []Key{
			optional("title", Text{}, "Hvem de er, som Bestyrelse.", "Who they are, such as Bestyrelse."),
			needed("people", f.members(), "Personerne: id'er, eller {person: …, role: …}.", "The people: ids, or {person: …, role: …}."),
		},
	}
	f.Signatures = &Shape{
		Name: "signatures",
		Doc:  Doc{"Sted, dato og underskrifter.", "Place, date and signatures."},
		Keys: []Key{where, when, signed(),
			needed("parties", List{Of: Mapping{f.Party}}, "Dem, der skriver under.", "Those who sign."),
		},
	}
	f.AuditSigner = &Shape{
		Name: "signers",
		Doc:  Doc{"En revisor, der skriver under.", "An auditor who signs."},
		Keys: []Key{
			needed("name", Text{}, "Navnet.", "The name."),
			needed("title", Text{}, "Titlen, som statsautoriseret revisor.", "The title, such as statsautoriseret revisor."),
			optional("number", Text{}, "Nummeret, som mne21328.", "The number, such as mne21328."),
		},
	}
	f.Auditor = &Shape{
		Name: "auditor",
		Doc:  Doc{"Revisorens underskrift.", "The auditor's signature."},
		Keys: []Key{where, when, signed(),
			needed("firm", Text{}, "Revisionsfirmaet.", "The firm."),
			optional("form", Text{}, "Selskabets form.", "The firm's legal form."),
			optional("number", Text{}, "Nummeret, som CVR-nr. 33 77 12 31.", "The number, such as CVR-nr. 33 77 12 31."),
			needed("signers", List{Of: Mapping{f.AuditSigner}}, "Dem, der skriver under.", "Those who sign."),
		},
	}
}
