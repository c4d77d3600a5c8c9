package format

// peopleShapes are the mappings of people.yaml and organisation.yaml.
type peopleShapes struct {
	Person *Shape
	Group  *Shape
	Member *Shape // a person's seat in a group, or a signature
	Unit   *Shape
	Focus  *Shape // a point of a picture
}

// describePeople makes the shapes of those named in the report and of the
// organisation.
func (f *Format) describePeople() {
	f.Focus = &Shape{
		Name: "focus",
		Doc:  Doc{"Et punkt i billedet, målt fra øverste venstre hjørne.", "A point of the picture, measured from its top left corner."},
		Keys: []Key{
			optional("x", Percent{}, "Hvor langt inde, som 30 %.", "How far in, such as 30 %."),
			optional("y", Percent{}, "Hvor langt nede, som 50 %.", "How far down, such as 50 %."),
		},
	}
	f.Person = &Shape{
		Name: "person",
		Doc:  Doc{"En person, som beretningen nævner.", "A person whom the report names."},
		Keys: []Key{
			needed("name", Text{}, "Personens navn, som det trykkes.", "The person's name as it is printed."),
			optional("office", Text{}, "Embedet, som Borgmester.", "The office, such as Borgmester."),
			optional("party", Text{}, "Partiets bogstav.", "The party's letter."),
			optional("municipality", Text{}, "Kommunens navn uden Kommune.", "The municipality's name without Kommune."),
			optional("portrait", Path{Image}, "Et portræt som images/navn.jpg. Uden det står forbogstaverne i en stiplet ring.",
				"A portrait such as images/name.jpg. Without one the initials stand in a dashed ring."),
			optional("focus", Mapping{f.Focus}, "Hvor ansigtet er i portrættet; 50 %, 35 %, hvis intet siges.", "Where the face is in the portrait; 50 %, 35 % if not said."),
			stale(),
		},
		Rules: []Rule{With{"focus", "portrait"}},
	}
	f.Member = &Shape{
		Name: "member",
		Doc:  Doc{"En person og dennes rolle.", "A person and their role."},
		Keys: []Key{
			needed("person", ID{Person}, "Personens id i people.yaml.", "The person's id in people.yaml."),
			optional("role", Text{}, "Rollen, som Formand.", "The role, such as Formand."),
		},
	}
	f.Group = &Shape{
		Name: "group",
		Doc:  Doc{"En bestyrelse, et udvalg eller et råd.", "A board, a committee or a council."},
		Keys: []Key{
			needed("name", Text{}, "Gruppens navn.", "The group's name."),
			needed("members", f.members(), "Medlemmerne i den rækkefølge, de trykkes: et id, eller {person: …, role: …}.",
				"The members in the order they are printed: an id, or {person: …, role: …}."),
			stale(),
		},
	}
	f.People = &Shape{
		Name: "people.yaml",
		Doc:  Doc{"Alle, som beretningen nævner, én gang hver, og grupperne, de sidder i.", "Everyone the report names, once, and the groups they sit in."},
		Keys: []Key{
			optional("people", Map{Of: f.Person}, "Personerne, hver under sit id.", "The people, each under their id."),
			optional("groups", Map{Of: f.Group}, "Grupperne, hver under sit id.", "The groups, each under its id."),
		},
	}
	f.describeUnits()
}

// describeUnits makes the shapes of organisation.yaml.
func (f *Format) describeUnits() {
	f.Unit = &Shape{
		Name: "unit",
		Doc:  Doc{"En del af organisationen.", "A part of the organisation."},
		Keys: []Key{
			optional("group", ID{Group}, "Gruppen i people.yaml, som enheden er; så har den gruppens navn.", "The group of people.yaml that the unit is; it has that name then."),
			optional("name", Text{}, "Enhedens navn; skal være der, hvor der ingen group er.", "The unit's name; needed where there is no group."),
			optional("note", Text{}, "En linje under navnet.", "A line below the name."),
			optional("head", ID{Person}, "Lederens id i people.yaml.", "The head's id in people.yaml."),
			optional("under", ID{Unit}, "Enheden, den hører under.", "The unit it is under."),
		},
		Rules: []Rule{AnyOf{"name", "group"}},
	}
	f.Units = &Shape{
		Name: "organisation.yaml",
		Doc:  Doc{"Organisationens enheder. Filen kan udelades.", "The parts of the organisation. The file may be left out."},
		Keys: []Key{optional("units", Map{Of: f.Unit}, "Enhederne, hver under sit id.", "The units, each under its id.")},
	}
}

// members is a list of people, each with a role or without.
func (f *Format) members() Value {
	return List{Of: Either{ID{Person}, Mapping{f.Member}}}
}
