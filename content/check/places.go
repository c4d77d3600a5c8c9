package check

import "strings"

// municipalities are the 98 of Denmark since the Local Government Reform of
// 1 January 2007, by Danmarks Statistik's classification of regions, provinces
// and municipalities (Regioner, landsdele og kommuner, v1:2007).
func municipalities() []string {
	return strings.Split("Albertslund,Allerød,Assens,Ballerup,Billund,Bornholm,Brøndby,Brønderslev,Dragør,Egedal,Esbjerg,Fanø,"+
		"Favrskov,Faxe,Fredensborg,Fredericia,Frederiksberg,Frederikshavn,Frederikssund,Furesø,Faaborg-Midtfyn,Gentofte,Gladsaxe,"+
		"Glostrup,Greve,Gribskov,Guldborgsund,Haderslev,Halsnæs,Hedensted,Helsingør,Herlev,Herning,Hillerød,Hjørring,Holbæk,"+
		"Holstebro,Horsens,Hvidovre,Høje-Taastrup,Hørsholm,Ikast-Brande,Ishøj,Jammerbugt,Kalundborg,Kerteminde,Kolding,København,"+
		"Køge,Langeland,Lejre,Lemvig,Lolland,Lyngby-Taarbæk,Læsø,Mariagerfjord,Middelfart,Morsø,Norddjurs,Nordfyns,Nyborg,Næstved,"+
		"Odder,Odense,Odsherred,Randers,Rebild,Ringkøbing-Skjern,Ringsted,Roskilde,Rudersdal,Rødovre,Samsø,Silkeborg,Skanderborg,"+
		"Skive,Slagelse,Solrød,Sorø,Stevns,Struer,Svendborg,Syddjurs,Sønderborg,Thisted,Tønder,Tårnby,Vallensbæk,Varde,Vejen,Vejle,"+
		"Vesthimmerlands,Viborg,Vordingborg,Ærø,Aabenraa,Aalborg,Aarhus", ",")
}

// regions are the five regions, by the same classification.
func regions() []string {
	return []string{"Hovedstaden", "Midtjylland", "Nordjylland", "Sjælland", "Syddanmark"}
}

// parties are the letters of the parties that stood in every part of the country
// at the elections up to 2024 (the Ministry of the Interior's lists of letters).
// Local lists have others.
func parties() string { return "ABCDFIKMOQVÆØÅ" }

// sameParish are other spellings in use of a municipality's name.
func sameParish(name string) string {
	switch name {
	case "Århus":
		return "Aarhus"
	case "Ålborg":
		return "Aalborg"
	case "Åbenrå":
		return "Aabenraa"
	case "Nordfyn":
		return "Nordfyns"
	case "Vesthimmerland":
		return "Vesthimmerlands"
	}
	return name
}
