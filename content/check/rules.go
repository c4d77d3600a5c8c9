package check

import "slices"

// Rule is what a check looks for.
type Rule struct {
	Code string
	Name Text // what its findings are called together
	Long Text // the rule at length
	Mend Text // how a finding is mended
}

// Rules returns the rules in the order findings are grouped in.
func Rules() []Rule {
	return slices.Concat(figureRules(), nameRules(), textRules(), todoRules())
}

// Explain returns the rule with a code, and whether there is one.
func Explain(code string) (Rule, bool) {
	for _, r := range Rules() {
		if r.Code == code {
			return r, true
		}
	}
	return Rule{}, false
}

func figureRules() []Rule {
	return []Rule{
		{"figure-wrong", Text{"Tal, der ikke er i regnskabet", "Figures that are not in the accounts"},
			Text{"Et beløb er ikke regnskabets, men tæt på: højst fem procent fra en post, hvis ord sætningen har, eller ét ciffer fra en. Der sammenlignes med hver post i begge år, ændringen fra år til år, væksten og andelene i procent og diagrammernes summer, alt ved den afrunding der er trykt. Det samme gælder tallene i figures.yaml og rækkerne i kapitlets tabeller: Hvad et tal er et tal for, læses af de ord og tal, det står ved, og er det ikke det, men ligner en fejl af det (byttede cifre, et forkert ciffer, en anden enhed, det andet års eller en anden posts tal), er det en fejl, når ligheden næppe er tilfældig. Siger kilden i figures.yaml selv et tal efter et kolon (\"Undersøgelsen: 9 ud af 10\"), er tallet det. Knap, næsten, godt, over og omkring holdes op mod posten, også i ord (en halv milliard kroner).",
				"An amount is not the accounts' but close: at most five per cent from a line whose words the sentence has, or one digit from one. It is compared with every line in both years, the change from year to year, growth and shares in per cent and the sums of charts, all at the rounding printed. So it is with the figures of figures.yaml and the rows of the chapter's tables: what a figure is of is read from the words and figures it stands with, and where it is not that but looks like a slip of it (digits swapped, one wrong, another unit, the other year's figure or another line's), it is an error if the likeness is hardly by chance. Where the source in figures.yaml says a figure itself after a colon (\"Undersøgelsen: 9 ud af 10\"), the figure is that. Knap, næsten, godt, over and omkring are held against the line, in words too (en halv milliard kroner)."},
			Text{"ret tallet, eller undtag det i waivers.yaml med begrundelse", "correct the figure, or waive it in waivers.yaml with a reason"}},
		{"figure-differs", Text{"Tal, der siger hinanden imod", "Figures that contradict each other"},
			Text{"To tal i et kapitel tæller det samme og er ikke ens: en faktaboks og teksten ved siden af, det samme ord talt to gange, en procent i teksten og tabellen i samme afsnit, eller hvor længe den samme aftale løber.",
				"Two figures of a chapter count the same thing and differ: a fact and the text beside it, the same word counted twice, a percentage in the text and the table of its section, or how long one agreement runs."},
			Text{"ret det ene, eller undtag det", "correct one of them, or waive it"}},
		{"sum", Text{"Regnestykker, der ikke går op", "Sums that do not add up"},
			Text{"Et regnestykke i teksten (a − b − c = d) en tabel, hvis sidste række hedder \"i alt\", eller en fremskrivning i ord (3,4 pct. fratrukket 0,6 pct. ...) regnes efter.", "A sum in the text (a − b − c = d), a table whose last row is named \"i alt\" (in all), or an indexation in words (3,4 pct. fratrukket 0,6 pct. ...) is recomputed."},
			Text{"ret summen eller leddet", "correct the sum or its part"}},
		{"chart-parts", Text{"Diagrammer, der ikke er hele summen", "Charts that are not the whole sum"},
			Text{"Et diagrams dele lægges sammen: en del, som en anden går ind i, tælles to gange. Går alle delene ind i én sum i regnskabet, og mangler en anden af samme fortegn, er det en fejl, når diagrammets total kaldes summens navn eller blot \"I alt\", og en advarsel, når den kaldes noget andet \"i alt\". En del må ikke hedde det samme som en anden linje end sin egen, og et diagram over udgifter ikke noget med indtægter.",
				"A chart's parts are added up: one that another goes into is counted twice. Where all the parts go into one sum of the accounts and another of the same sign is lacking, that is an error where the chart's total is called by the sum's name or just \"I alt\" (in all), and a warning where it is called something else \"i alt\". A part is not called what another line than its own is called, nor a chart of costs by a word for income."},
			Text{"tag delen med, eller fjern den, der tælles to gange; vis en del af summen ved at kalde den noget andet (\"uden gaver\", \"udvalgte\")", "add the part, or remove the one counted twice; to show some of a sum call it so (\"uden gaver\", \"udvalgte\")"}},
		{"rate", Text{"Kontingentsatsen", "The contribution's rate"},
			Text{"Satsen regnes efter fra sidste års sats og fremskrivningen, til øren. Det, en sats pr. indbygger giver fra hele landet, er ikke mange gange mere eller mindre end regnskabets kontingent, når navnelisten har folk fra alle regioner.", "The rate is recomputed from last year's and its indexation, to the øre. What a rate for so many inhabitants yields from the whole country is not many times more or less than the contributions of the accounts, where the roster has people from all regions."},
			Text{"ret satsen", "correct the rate"}},
		{"direction", Text{"Ord, der ikke passer til tallet", "Words that do not go with the figure"},
			Text{"Overskud og underskud, steg og faldt, højere og lavere, overstiger, halvdelen og tredjedel holdes op mod fortegn og størrelse af den post, sætningen nævner. Et tal fra figures.yaml siges ikke at være mere end det ét sted og mindre et andet. En omkostning stiger, når den bliver større, selv om den står med minus.",
				"Surplus and deficit, rose and fell, higher and lower, exceeds, half and third are held against the sign and size of the line the sentence names. A figure of figures.yaml is not said to be more than it in one place and less in another. A cost rises as it gets larger, though it is written with a minus."},
			Text{"ret ordet eller tallet", "correct the word or the figure"}},
		{"year", Text{"Årstal", "Years"},
			Text{"Et årstal passer, når det er fra året før beretningens til tre år efter, et rundt mål i fremtiden (2030), den ene ende af et spand af år, eller fortid, der siges at være det (\"siden 2007\", \"en rapport fra 2017\") eller ikke er én fejl fra et år, der passer. I regnskabets faste vendinger og i beretningens titel passer kun beretningens eget år. Et tal fra regnskabet står ved sit eget år, og af de tal i figures.yaml, der går op i en sum, er intet to år eller mere fra de andre, og summen er ikke fra året før de fleste af dem.",
				"A year fits when it is from the year before the report's to three years after it, a round goal in the future (2030), an end of a span of years, or past and said to be (\"siden 2007\", \"en rapport fra 2017\") or not one slip from a year that fits. In the accounts' fixed phrases and in the report's title only the report's own year fits. A figure of the accounts stands by its own year, and of the figures of figures.yaml that make up a sum none is two years or more from the others, nor the sum of the year before most of them."},
			Text{"ret året, eller undtag det", "correct the year, or waive it"}},
		{"date", Text{"Datoer", "Dates"},
			Text{"Datoen findes ikke (31. april), eller ugedagen passer ikke til den. Beretningens dato og underskrifternes er ikke før årets udgang og højst to år efter; revisor underskriver ikke før bestyrelsen, og opgørelserne slutter samme dag.", "There is no such date (31 April), or the weekday does not go with it. The report's date and those of its signatures are not before the year's end and at most two years after it; the auditor does not sign before the board, and the statements end on one day."},
			Text{"ret datoen", "correct the date"}},
	}
}

func nameRules() []Rule {
	mend := Text{"ret navnet her eller i people.yaml, eller undtag det", "correct the name here or in people.yaml, or waive it"}
	return []Rule{
		{"name", Text{"Navne, der næsten er navnelistens", "Names that are almost the roster's"},
			Text{"Et navn i teksten er højst to bogstaver fra et i people.yaml, har delene i anden orden eller mangler en. Et udvalg af flere led hedder, som det gør der (Klima- og Miljøudvalget, ikke Klima- og Energiudvalget), og en opremsning af udvalg og rækken af felter i et diagram har hvert af dem én gang. Et navn i en titel eller en billedtekst er det, teksten under har.", "A name in the text is at most two letters from one of people.yaml, has its parts in another order or lacks one. A committee of several parts is called as it is there (Klima- og Miljøudvalget, not Klima- og Energiudvalget), and a list of committees and the boxes of a chart have each of them once. A name in a title or a caption is the one that the text below has."}, mend},
		{"name-id", Text{"Navne og id'er", "Names and ids"},
			Text{"En persons navn og id er næsten ens, men ikke helt: et af dem er stavet forkert. Eller navnet er det, en anden har.", "A person's name and id are almost alike, but not quite: one of them is misspelt. Or the name is another's."}, mend},
		{"name-twice", Text{"En person i to stavemåder", "One person in two spellings"},
			Text{"To personer fra samme kommune har næsten samme navn.", "Two people of one municipality have almost one name."}, mend},
		{"office", Text{"Poster", "Offices"},
			Text{"Et udvalg med roller har ingen formand eller to, eller ingen på en post, som de andre udvalg har; to har i en kommune en post, som kun én har (borgmester, 2. viceborgmester); en post er næsten skrevet som de andres; eller teksten kalder nogen formand, borgmester eller andet, som de ikke er i navnelisten, eller formand for noget, en anden er formand for. Hvad ét organ fastsætter, godkender eller vælger, gør et andet det ikke andetsteds.",
				"A group with roles has no chair or two, or nobody in an office the others have; two have in one municipality an office that only one has (mayor, second deputy mayor); an office is spelt almost as others'; or the text calls somebody chair, mayor or the like who is not in the roster, or chair of what another chairs. What one organ fixes, approves or elects, another does not elsewhere."},
			Text{"ret rollen i people.yaml eller teksten", "correct the role in people.yaml or the text"}},
		{"signatory", Text{"Underskrifter", "Signatures"},
			Text{"De, der underskriver for bestyrelsen, er dens medlemmer og dem alle, og ingen valgte underskriver for direktionen. Den, som teksten siger har underskrevet velkomsten eller forordet, har det.", "Those who sign for the board are its members, and all of them, and nobody elected signs for the management. Who is said in the text to have signed the welcome or the foreword has."},
			Text{"ret underskrifterne eller bestyrelsen", "correct the signatures or the board"}},
		{"seats", Text{"Antal medlemmer", "Numbers of members"},
			Text{"Det antal bestyrelsesmedlemmer, teksten nævner, er navnelistens; det er antallet af udvalg og af medlemmer i hvert af dem også, og tallet i et felt i et organisationsdiagram er antallet af felter under det.",
				"The number of board members the text gives is the roster's; so are the numbers of committees and of members in each, and the number in a box of an organisation chart is that of the boxes below it."},
			Text{"ret tallet eller navnelisten", "correct the number or the roster"}},
		{"figure-unused", Text{"Tal, som intet henviser til", "Figures that nothing refers to"},
			Text{"Et tal i figures.yaml bruges ingen steder i en udgave, hvis tal er bundne: der er måske henvist til et andet i stedet.", "A figure of figures.yaml is used nowhere in an edition whose figures are bound: another may be referred to in its place."},
			Text{"henvis til det, hvor det hører til, eller slet det", "refer to it where it belongs, or delete it"}},
		{"roster-unused", Text{"I navnelisten, men ikke i beretningen", "In the roster, but not in the report"},
			Text{"En person eller en gruppe i people.yaml vises ingen steder: de er måske faldet ud af deres udvalg. Hvor kun få er det, er det en advarsel, ellers en bemærkning.",
				"Somebody or a group of people.yaml is shown nowhere: they may have fallen out of their committee. Where only a few are, it is a warning, else a note."},
			Text{"sæt dem ind, hvor de hører til, eller slet dem i people.yaml", "put them where they belong, or delete them in people.yaml"}},
		{"party", Text{"Partier", "Parties"},
			Text{"Bogstavet er et landsdækkende partis, og i teksten det, som navnelisten har. Har kun én i en lang navneliste bogstavet for et parti næsten uden valgte, er det måske en slåfejl. Lokallister har andre: undtag dem.", "The letter is that of a party of the whole country, and in the text the roster's. Where only one of a long roster has the letter of a party with hardly anybody elected, it may be a slip. Local lists have others: waive them."},
			Text{"ret bogstavet, eller undtag det", "correct the letter, or waive it"}},
		{"municipality", Text{"Kommuner og regioner", "Municipalities and regions"},
			Text{"Kommunen er en af de 98 og regionen en af de fem efter kommunalreformen 2007 (Danmarks Statistik: Regioner, landsdele og kommuner).", "The municipality is one of the 98 and the region one of the five of the Local Government Reform of 2007 (Danmarks Statistik: regions, provinces and municipalities)."},
			Text{"ret navnet", "correct the name"}},
	}
}

func textRules() []Rule {
	return []Rule{
		{"reference", Text{"Henvisninger", "References"},
			Text{"\"kapitlet X\" og \"afsnittet X\" nævner en titel, der findes; et link, hvis ord er en titel, og sidetallet efter en fører dertil. Står en gruppe eller en opgørelse under en overskrift, der er en andens navn, eller vises en opgørelse to gange og en anden slet ikke, siges det; også når en opgørelse har en andens navn over sig (\"AKTIVER\" over det, der ender med \"Passiver i alt\"), eller to summer af hver sit hedder det samme.", "\"kapitlet X\" and \"afsnittet X\" name a title there is; a link whose words are a title, and the page number after one, lead there. A group or a statement under a heading that is the name of another is told of, and a statement that is shown twice while another is not shown; so is one with the name of another above it (\"AKTIVER\" above what ends with \"Passiver i alt\"), and two sums of different lines that are called alike."}, Text{"ret titlen", "correct the title"}},
		{"page-reference", Text{"Sidetal skrevet i hånden", "Page numbers written by hand"},
			Text{"Et sidetal i teksten passer kun, til bogen ombrydes igen.", "A page number in the text holds only until pages change."}, Text{"skriv {{ side: id }} med id på kapitlet, afsnittet eller tabellen", "write {{ side: id }} with the id of the chapter, section or table"}},
		{"spelling", Text{"Ord, der næsten er et andet", "Words that are almost another"},
			Text{"Et langt ord er ét bogstav fra et, som beretningen har oftere, inde i ordet (\"Økonomaftalen\"), eller det kan ikke sættes sammen af de led, som ord deles efter ved linjens slutning, eller kun tilfældigt, og kan det, når ét bogstav rettes (\"genbrugsplaser\"), eller det mangler det s, som et led næsten altid har foran et andet (\"affaldsortering\"). To ord er ét, når et navneord med et sådant s, eller et ubøjet efter et forholdsord, står foran et i bestemt form (\"forsynings ministeren\"), når det første hverken har det kendeord eller den endelse, det skal have alene (\"et butiks lokale\", \"kommunal reformen\"), eller teksten andetsteds har dem i ét. Et navneord, et hjælpeverbum eller et bindeord står ikke to gange i træk (\"og og\"). Et ord, som står tre gange eller blandt udgavens egne (words i report.yaml), er ingen fejl.",
				"A long word is one letter from one that the report has more often, inside the word (\"Økonomaftalen\"), or it cannot be put together of the parts that words are broken by at the end of lines, or only by chance, and can when one letter is mended (\"genbrugsplaser\"), or it lacks the s that a part mostly has before another (\"affaldsortering\"). Two words are one where a noun with such an s, or a bare one after a preposition, stands before a definite one (\"forsynings ministeren\"), where the first has neither the article nor the ending that it has alone (\"et butiks lokale\", \"kommunal reformen\"), or the text has them as one elsewhere. A noun, an auxiliary verb or a conjunction does not stand twice in a row (\"og og\"). A word that stands three times, or among the edition's own (words in report.yaml), is no slip."}, Text{"ret ordet, eller undtag det", "correct the word, or waive it"}},
		{"word", Text{"Ord, der ikke er i ordbogen", "Words that are not in the dictionary"},
			Text{"Hunspell kender ikke ordet, heller ikke bøjet eller sammensat. Står et, der ligner, ét bogstav fra, er det en advarsel, ellers en note. Navnelistens navne, kommunerne og udgavens egne ord (words i report.yaml) er kendt; ord i lutter store bogstaver, tal, forkortelser og adresser efterses ikke. Uden Hunspell og en ordbog efterses intet, og det siges.",
				"Hunspell does not know the word, inflected or compounded either. Where one like it is a letter away it is a warning, else a note. The roster's names, the municipalities and the edition's own words (words in report.yaml) are known; words in capitals, figures, short forms and addresses are not looked at. Without Hunspell and a dictionary nothing is, and that is said."},
			Text{"ret ordet, eller skriv det under words i report.yaml", "correct the word, or put it under words in report.yaml"}},
		{"link", Text{"Links, der ikke fører nogen steder hen", "Links that lead nowhere"},
			Text{"Med --online spørges der efter hver adresse: findes siden eller værten ikke, er det en fejl; svarer den ikke, eller afviser den, en advarsel. Uden --online bruges nettet ikke, og kun adressens form efterses. Er et links tekst en adresse, er det den, linket fører til, og en adresse i teksten er ikke ét bogstav fra en anden.",
				"With --online every address is asked for: where there is no such page or host it is an error, where it does not answer or refuses a warning. Without --online the network is not used and only an address's form is looked at. Where a link's text is an address it is the one the link leads to, and no address of the text is a letter from another."},
			Text{"ret adressen, eller fjern linket", "correct the address, or remove the link"}},
		{"waiver-unused", Text{"Undtagelser", "Waivers"},
			Text{"En undtagelse i waivers.yaml dækker intet fund.", "A waiver of waivers.yaml covers no finding."}, Text{"fjern den, eller ret dens kode, fil eller tekst", "remove it, or correct its code, file or text"}},
		{"figure-unbound", Text{"Regnskabets tal skrevet som tal", "Figures of the accounts written as numbers"},
			Text{"Tallet er regnskabets, men skrevet som tal: ændres regnskabet, ændres det ikke. I en udgave med figures: bound i report.yaml er det en fejl.", "The figure is the accounts' but written as a number: it does not change with them. In an edition with figures: bound in report.yaml it is an error."}, Text{"skriv henvisningen i stedet, så tallet følger regnskabet", "write the reference instead, so that the figure follows the accounts"}},
		{"figure-elsewhere", Text{"Tal, der ikke er fra regnskabet", "Figures that are not from the accounts"},
			Text{"Tallet har ingen kilde i udgaven: læs det efter i sin egen. I en udgave med figures: bound i report.yaml er det en fejl.", "The figure has no source in the edition: proofread it against its own. In an edition with figures: bound in report.yaml it is an error."}, Text{"læg det i figures.yaml med sin kilde, og henvis til det, eller undtag det med kilde, når det er efterset: {{ = tal | grund | kilde }}", "put it in figures.yaml with its source and refer to it, or waive it with its source once it is looked up: {{ = number | reason | source }}"}},
	}
}
