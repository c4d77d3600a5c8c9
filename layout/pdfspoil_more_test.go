package layout_test

func spoilLinks() []spoiling {
	const contents, notes, links, kinds = "contents that resolve", "footnotes lead both ways", "links with words", "artifacts of the right kind"
	return []spoiling{
		{contents, "an entry leads elsewhere", false, func(s *spoiler) { s.elsewhere(s.link(s.nth("TOCI", 0))) }},
		{contents, "an entry leads nowhere", false, func(s *spoiler) { s.link(s.nth("TOCI", 1))["Dest"] = "nowhere" }},
		{contents, "the pages are called otherwise", false, func(s *spoiler) {
			nums := s.f.list(s.f.dict(s.catalog["PageLabels"])["Nums"])
			s.f.dict(nums[1])["St"] = 2.0
		}},
		{contents, "an entry is none", false, func(s *spoiler) { s.role("TOCI", 0, "P") }},
		{contents, "an entry is no reference", false, func(s *spoiler) { s.role("Reference", 0, "Div") }},
		{contents, "entries are in another order", false, func(s *spoiler) {
			a, b := s.nth("TOCI", 0).dict, s.nth("TOCI", 1).dict
			a["K"], b["K"] = b["K"], a["K"]
		}},
		{contents, "the heading is none", false, func(s *spoiler) { s.role("H2", 1, "P") }},
		{notes, "a mark leads elsewhere", false, func(s *spoiler) { s.elsewhere(s.link(s.mark())) }},
		{notes, "a label leads elsewhere", false, func(s *spoiler) { s.elsewhere(s.link(s.nth("Note", 0))) }},
		{notes, "a label leads nowhere", false, func(s *spoiler) { s.nth("Note", 1).elements()[0].dict["K"] = []any{} }},
		{notes, "a note has no id", false, func(s *spoiler) { s.without("Note", 0, "ID") }},
		{notes, "a note is none", false, func(s *spoiler) { s.role("Note", 0, "P") }},
		{notes, "a note does not refer to its mark", true, func(s *spoiler) { s.without("Note", 0, "Ref") }},
		{notes, "a label leads to another element of the page", true, func(s *spoiler) {
			link := s.link(s.nth("Note", 0).elements()[0])
			delete(link, "A")
			link["Dest"] = []any{s.nth("Aside", 0).object, pdfName("Fit")}
		}},
		{links, "a link has no words", false, func(s *spoiler) { delete(s.link(s.root), "Contents") }},
		{links, "a link is not found from its annotation", false, func(s *spoiler) { delete(s.link(s.root), "StructParent") }},
		{links, "a link is held by another element", false, func(s *spoiler) { s.link(s.root)["StructParent"] = s.link(s.nth("Note", 0))["StructParent"] }},
		{links, "an annotation is in no link", false, func(s *spoiler) { s.role("Link", 0, "Span") }},
		{links, "a link has no text", false, func(s *spoiler) {
			e := s.nth("Link", 0)
			kids := s.f.list(e.dict["K"])
			e.dict["K"] = kids[len(kids)-1:]
		}},
		{links, "a link leads nowhere", false, func(s *spoiler) { delete(s.link(s.root), "Dest"); delete(s.link(s.root), "A") }},
		{kinds, "folios are layout", false, func(s *spoiler) { s.streams("/Type/Pagination/Subtype/Footer", "/Type/Layout") }},
		{kinds, "running heads are footers", false, func(s *spoiler) { s.streams("/Subtype/Header", "/Subtype/Footer") }},
		{kinds, "rules are of no kind", false, func(s *spoiler) { s.streams("/Artifact<</Type/Layout>>BDC", "/Artifact BMC") }},
		{kinds, "content is an artifact", false, func(s *spoiler) { s.streams("/P<</MCID 5>>BDC", "/Artifact<</Type/Layout>>BDC") }},
	}
}

func spoilWords() []spoiling {
	const language, expansions, words = "language", "expansions", "no stray hyphen, no broken word"
	return []spoiling{
		{language, "the file is in another language", false, func(s *spoiler) { s.catalog["Lang"] = "en" }},
		{language, "the file is in no language", false, func(s *spoiler) { delete(s.catalog, "Lang") }},
		{language, "foreign words are not marked", false, func(s *spoiler) { delete(s.spanWith("Lang").dict, "Lang") }},
		{language, "foreign words are of another language", false, func(s *spoiler) { s.spanWith("Lang").dict["Lang"] = "fr" }},
		{language, "a paragraph is in another language", false, func(s *spoiler) { s.nth("P", 4).dict["Lang"] = "en" }},
		{expansions, "an abbreviation is read as it stands", false, func(s *spoiler) { delete(s.spanWith("E").dict, "E") }},
		{expansions, "an abbreviation is read as another", false, func(s *spoiler) { s.spanWith("E").dict["E"] = "milliarder" }},
		{words, "hyphens at lines' ends are read", false, func(s *spoiler) { s.streams("> <00AD>", "> <002D>") }},
		{words, "words are not parted", false, func(s *spoiler) { s.streams("> <0020>", "> <00AD>") }},
		{words, "a letter is read as another", false, func(s *spoiler) { s.streams("> <0065>", "> <0066>") }},
		{words, "an r is read as a space", false, func(s *spoiler) { s.streams("> <0072>", "> <0020>") }},
	}
}

// spanWith is the first Span that has an entry.
func (s *spoiler) spanWith(key pdfName) *tag {
	for _, e := range s.all("Span") {
		if e.dict[key] != nil {
			return e
		}
	}
	s.t.Fatalf("no Span has %s", key)
	return nil
}
