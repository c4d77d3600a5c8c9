package manuscript

import (
	"strings"
	"testing"
)

// aCase is a manuscript and what must stand in the files made of it.
type aCase struct {
	name, text string
	has        []string
	lacks      []string
}

// cases are manuscripts of many kinds, small ones.
func cases() []aCase {
	return []aCase{
		{name: "numbered headings without marks", text: "1. Indledning\n\nHer er en tekst om året.\n\n1.1 Baggrund\n\nMere tekst her.\n\n2. Økonomi\n\nPengene slog til.\n",
			has: []string{"title: \"1. Indledning\"", "section: \"1.1 Baggrund\"", "title: \"2. Økonomi\""}},
		{name: "headings alone, each word with a capital", text: "Årsberetning 2024\n\nHvidovre Boligforening\n\nFormandens Ord\n\nDet har været et godt år.\n\nTak til alle frivillige.\n\nØkonomien I Tal\n\nResultatet blev 1,2 mio. kr.\n\nGrønne Gårde\n\nDer er plantet 42 træer.\n\nMed venlig hilsen\n\nHanne Holm\n\nÅret Der Kommer\n\nVi renoverer taget.\n",
			has: []string{"title: Årsberetning 2024", "publisher: Hvidovre Boligforening", "title: Formandens Ord", "title: Økonomien I Tal", "title: Grønne Gårde", "title: Året Der Kommer", "Med venlig hilsen"}, lacks: []string{"title: Hanne", "section:"}},
		{name: "headings alone, before lists and letters", text: "Beretning for 2024\n\nVelkommen\n\nKære medlemmer\n\nDet blev et godt år.\n\nKlima og miljø\n\n- Vi har skiftet 300 lamper.\n- Vi har købt to elbiler.\n\nMedlemmer\n\nDer var 1.204 medlemmer.\n\nAntal Over Tid\n\nDe nye\n\nDe fleste er under 40 år.\n\nHvad sker der nu?\n\nVi fortsætter.\n",
			has: []string{"title: Velkommen", "title: Klima og miljø", "title: Antal Over Tid", "section: De nye", `title: "Hvad sker der nu?"`}, lacks: []string{"title: Kære"}},
		{name: "headings on the line above their text", text: "Foreningen Havnens Venner\nÅrsberetning 2024\n\nIndledning\nDet forgangne år har været præget af byggeriet på kajen, og der blev holdt ti\nmøder.\n\nAktiviteter\nVi har afholdt fem arrangementer. Det største var havnefesten i august.\n\nSommerfesten\nDen blev holdt i juni.\n\nØkonomi\nÅrets resultat blev et overskud på 14.000 kr.\n",
			has: []string{"title: Årsberetning 2024", "publisher: Foreningen Havnens Venner", "title: Indledning", "title: Aktiviteter", "title: Sommerfesten", "title: Økonomi"}},
		{name: "short lines that are no headings", text: "Vi mødtes i går.\n\nKun Hanne Kom\n\nVi gik hjem igen.\n\nRoser er røde\nVioler er blå\n\nog det var det.\n", lacks: []string{"title: Kun", "section:", "heading:"}},
		{name: "setext headings", text: "Rapport 2024\n============\n\nForord\n------\n\nTekst.\n\nSlut\n----\n\nMere.\n",
			has: []string{"title: Rapport 2024", "title: Forord", "title: Slut"}},
		{name: "front matter", text: "---\ntitle: \"Året: 2024\"\nauthor: Byen\ndate: 2025-04-01\nlang: en\nkeywords: [a, b]\ntoc: true\n---\n\n# One\n\nText.\n\n# Two\n\nText.\n",
			has: []string{`title: "Året: 2024"`, "publisher: Byen", "date: 2025-04-01", "language: en", "year: 2024", "title: One"}},
		{name: "a hyphen at a line's end", text: "# A\n\nVi har et samar-\nbejde om social- \nog EU-\npolitik i e-\nmail og klima-\ntilpasning.\nKlima-tilpasning er godt.\n",
			has: []string{"samarbejde om social- og EU-politik i e-mail og klima-tilpasning"}},
		{name: "YAML's traps", text: "# no\n\n- 3,2\n- yes\n\n## Titel: med # og \"citat\"\n\n| a: b | no |\n|---|---|\n| 2024-01-01 | 3,2 |\n",
			has: []string{`"Titel: med # og \"citat\""`, `["2024-01-01", "3,2"]`, `title: "no"`}},
		{name: "what would begin something", text: "# A\n\nlinje\n\\- streg\n\n\\# nummer\n\n5\\. plads\n\nse 1. plads og\n\nA | B\n",
			has: []string{`\# nummer`, `5\. plads`}},
		{name: "a list of one is text", text: "# A\n\n3. plads gik til os\n", has: []string{`3\. plads gik til os`}},
		{name: "nested lists", text: "# A\n\n* en\n    * to\n        * tre\n* fire\n  videre\n\n  nyt afsnit\n",
			has: []string{"- en\n        - to\n        - tre\n      - fire videre\\\n        nyt afsnit"}},
		{name: "lists of both kinds", text: "# A\n\n1. en\n2. to\n\n- a\n- b\n", has: []string{"1. en\n      2. to", "- text: |\n      - a\n      - b"}},
		{name: "lists of Word's", text: "# A\n\n•\ten\n•\tto\n", has: []string{"- en\n      - to"}},
		{name: "dates begin no list", text: "# A\n\n1. januar kom.\n2. maj gik.\n", has: []string{"1. januar kom. 2. maj gik."}},
		{name: "a footnote in a heading", text: "# A\n\n## B[^1]\n\nTekst[^1].\n\n[^1]: Noten.\n", has: []string{"title: B", "Noten.\n\n      Tekst[^note-1]."}},
		{name: "a fact", text: "# A\n\n98\n\nkommuner er med\n\nOg så teksten.\n", has: []string{"fact:\n      figure: \"98\"\n      caption: kommuner er med"}},
		{name: "a fact at the end", text: "# A\n\nTekst.\n\n9/10\n\ner glade\n", has: []string{"box:\n      title: \"9/10\""}},
		{name: "a call-out", text: "# A\n\n> **Husk**\n>\n> Tag støvler på.\n\n> [!NOTE]\n> En note.\n\n::: {.boks}\n## Titel\n\nI boksen.\n:::\n",
			has: []string{"box:\n      title: Husk", "- note: |\n      En note.", "box:\n      title: Titel"}},
		{name: "a call-out in one piece", text: "# A\n\n> **Husk**\n> Tag støvler på.\n", has: []string{"box:\n      title: Husk\n      text: |\n        Tag støvler på."}},
		{name: "headings with tildes", text: "Rapport 2024\n============\n\nForord\n~~~~~~\nTekst.\n\nSlut her\n~~~~~~~~\n\nMere.\n", has: []string{"title: Forord", "title: Slut her"}, lacks: []string{"~~~"}},
		{name: "a title told twice", text: "---\ntitle: Årsrapport 2024\n---\n\n# Årsrapport 2024\n\n## Forord\n\nTekst.\n\n## Slut\n\nMere.\n", has: []string{"title: Forord", "title: Slut"}, lacks: []string{"section:"}},
		{name: "people by their roles", text: "# A\n\nTekst.\n\n## Bestyrelsen\n\n- Formand: Bente Krogh-Lauritzen\n- Kasserer: Ida Marie Vestergaard\n- Suppleant: Jan af Ugglas\n\nMere.\n",
			has: []string{"name: Ida Marie Vestergaard", `role: "Kasserer"`, "roster:\n      - bestyrelsen"}},
		{name: "one with a role is no group", text: "# A\n\n## B\n\nFormand: Bente Krogh\n\nTekst.\n", has: []string{"Formand: Bente Krogh"}, lacks: []string{"roster"}},
		{name: "plain text with a contents list", text: "      ÅRSSKRIFT FOR 2024\n     Laget i Dalen\n\n     Indhold\n\n  Året ......... 2\n  Koncerter .... 3\n  Penge ........ 4\n\n1. Året\n\n   Vi var 27 i laget.\n\n2. Koncerter\n\n   Dato          Sted          Folk\n   --------------------------------\n   12. januar    Huset           85\n   3. august     Kajen          400\n   4. maj        Kirken         160\n\n   Huset i Dalen        Kirken i Dalen\n   Kroen                Skolen\n   Biblioteket          Hjemmet\n\n3. Penge\n\n   RESULTAT                2024        2023\n                            kr.         kr.\n   Kontingent            13.500      12.000\n   Entré                 21.340      18.905\n   I alt                 34.840      30.905\n",
			has: []string{"title: ÅRSSKRIFT FOR 2024", "publisher: Laget i Dalen", `title: "1. Året"`, `- {title: "Dato"}`, `["12. januar", "Huset", "85"]`, "- Huset i Dalen\n      - Kirken i Dalen\n      - Kroen\n", "sum: [kontingent, entre]"}},
		{name: "a caption on both sides", text: "# A\n\nFolk ved broen\n\n| Dag | Folk |\n|---|---|\n| 1 | 2 |\n\nFolk ved broen\n\nSlut.\n", has: []string{"table:\n      title: Folk ved broen"}},
		{name: "a quotation", text: "# A\n\n> Det var godt.\n> – Ane Vig\n", has: []string{"quote:\n      text: Det var godt.\n      by: Ane Vig"}},
		{name: "a quotation on one line", text: "# A\n\n> \"Det er sjovt at svømme.\" – Ida, 8 år\n\n> Vi kom – og vi så. Det gik – synes jeg – godt\n", has: []string{`by: "Ida, 8 år"`, "Det gik – synes jeg – godt"}, lacks: []string{"by: synes"}},
		{name: "who reports, below the title", text: "---\ntitle: Årsberetning 2024\nsubtitle: Hvidovre Svømmeklub\n---\n\n# A\n\nTekst.\n", has: []string{"publisher: Hvidovre Svømmeklub"}, lacks: []string{"subtitle:"}},
		{name: "references to figures are none", text: "# {{ x }}\n\nTekst {{ y }} og {{{ z.\n", has: []string{`title: "\\{{ x }}"`, `\{{ y }} og \{\{{ z`}},
		{name: "a grid table", text: "# A\n\n+-----+------+\n| By  | Tal  |\n+=====+======+\n| Nør | 1    |\n| re  |      |\n+-----+------+\n", has: []string{`["Nør re", "1"]`}},
		{name: "a table of spaces", text: "# A\n\nRegnskab 2024\n\nIndtægter      2024      2023\nKontingent     1.200     1.100\nTilskud          800       900\nI alt          2.000     2.000\n",
			has: []string{"statement: ", "sum: [kontingent, tilskud]"}},
		{name: "a statement in pipes with notes", text: "# Rapport 2024\n\n## Drift\n\n### Resultatopgørelse\n\n| | Note | 2024 | 2023 |\n|---|---|---:|---:|\n| | | t.kr. | t.kr. |\n| Salg | 1 | 1.000 | 900 |\n| Løn | | (400) | (300) |\n| **Resultat** | | **600** | **600** |\n\n## Slut\n\nFarvel.\n",
			has: []string{"unit: t.kr.", `amounts: ["-400", "-300"]`, `notes: "1"`, "sum: [salg, loen]"}},
		{name: "a statement whose sum does not hold", text: "# Rapport 2024\n\n## Drift\n\n| | 2024 | 2023 |\n|---|---:|---:|\n| Salg | 1.000 | 900 |\n| Løn | -400 | -300 |\n| **I alt** | **601** | **600** |\n\n## Slut\n\nFarvel.\n",
			has: []string{`amounts: ["601", "600"]`}, lacks: []string{"sum:"}},
		{name: "English amounts", text: "# Report 2024\n\n## Accounts\n\n| | 2024 | 2023 |\n|---|---:|---:|\n| Sales | 1,000,000 | 900,000 |\n| Costs | (400,000) | (300,000) |\n| **Total** | 600,000 | 600,000 |\n\n## End\n\nThe end of it is here.\n",
			has: []string{`"1.000.000"`, "language: en", "sum: [sales, costs]"}},
		{name: "links", text: "# A\n\nSe [siden][s], [her](kapitel.md) og <b>fed</b> <a href=\"https://x.dk/æ\">link</a>.\n\n[s]: https://example.org/a_b\n",
			has: []string{"[siden](https://example.org/a_b), her og **fed** [link](https://x.dk/%C3%A6)"}},
		{name: "HTML bits", text: "# A\n\nEn<br>to &amp; H<sub>2</sub>O &lt;tag&gt; &copy;<!-- skjult -->\n", has: []string{"En\\\n      to & H₂O \\<tag> ©"}},
		{name: "emphasis in words", text: "# A\n\nfor**beholdt** og *kursiv* og ***begge***, 2 * 3 * 4 og snake_case_her.\n", has: []string{"for**beholdt** og *kursiv* og **begge**, 2 \\* 3 \\* 4 og snake_case_her."}},
		{name: "running heads", text: "# A\n\nEn tekst.\n\nÅrsberetning\n\n1\n\nMere tekst.\n\nÅrsberetning\n\n2\n\nEndnu mere.\n\nÅrsberetning\n\n3\n\nSlut.\n", lacks: []string{"Årsberetning", "- text: |\n      1"}},
		{name: "pandoc's title block", text: "% Skolernes år\n% Skoleforvaltningen\n% 2024\n\n# Forord\n\nTekst.\n\n# Slut\n\nMere.\n", has: []string{"title: Skolernes år", "publisher: Skoleforvaltningen", "year: 2024"}, lacks: []string{"%"}},
		{name: "footnotes in their lines", text: "# A\n\nEt ord^[noten\nom *det*.] og et til.[^b]\n\n[^b]: Den anden.\n", has: []string{"Et ord[^note-1] og et til.[^note-2]", "[^note-1]: noten om *det*.", "[^note-2]: Den anden."}},
		{name: "raised and lowered figures", text: "# A\n\nH~2~O, 12 m^2^ og CO~2~, ~~ikke~~ ~12 og 2^\n", has: []string{"H₂O, 12 m² og CO₂, ikke ~12 og 2^"}},
		{name: "definitions", text: "# A\n\nScope 1\n:   Det, der brændes.\n\n    Også i biler.\n\nScope 2\n\n:   Strøm\n:   og varme\n\nVi har: se her\n\nSlut.\n", has: []string{"**Scope 1**\\\n      Det, der brændes.\\\n      Også i biler.", "**Scope 2**\\\n      Strøm\\\n      og varme", "Vi har: se her"}},
		{name: "links within", text: "# Året 2024\n\n## Forord\n\nSe [penge](#penge), [båd](#bådene-i-havnen), [x](#intet).\n\n## Økonomi {#penge}\n\nTekst.\n\n### Bådene i havnen\n\nMere.\n\n#### Små\n\nTekst.\n", has: []string{"[penge](#oekonomi)", "[båd](#oekonomi.baadene-i-havnen)", ", x."}},
		{name: "a table of pandoc's with rules", text: "# Rapport 2024\n\n## Drift\n\nBeløb i mio. kr.:\n\nUdgift          2024      2023\n-----------  -------  --------\nLøn            512,3     498,0\nHuse            61,0      60,2\n-----------  -------  --------\nI alt          573,3     558,2\n\n: Udgifter\n\n## Slut\n\nFarvel.\n", has: []string{"unit: mio. kr.", "title: Udgifter", "sum: [loen, huse]", "Beløb i mio. kr.:"}, lacks: []string{"table:"}},
		{name: "statements that are named above", text: "# Rapport 2024\n\n## Regnskab\n\nAlle tal i t.kr.\n\n|  | 2024 | 2023 |\n|---|---:|---:|\n| **Resultatopgørelse** | | |\n| Salg | 10 | 9 |\n| Løn | (4) | (3) |\n| **I alt** | **6** | **6** |\n\nBalance pr. 31. december\n\n|  | 2024 | 2023 |\n|---|---:|---:|\n| Huse | 7 | 8 |\n| Penge | 5 | 4 |\n| **I alt** | **12** | **12** |\n\n## Slut\n\nFarvel.\n",
			has: []string{"unit: t.kr.", "title: Resultatopgørelse", "title: Balance", "when: pr. 31. december"}, lacks: []string{"group: Resultat", "- text: |\n      Balance"}},
		{name: "years above a table, apart from it", text: "# Rapport 2024\n\n## Regnskab\n\nRESULTATOPGØRELSE 1. januar - 31. december\n(i hele kr.)\n                    2024         2023\n\nSalg af mel      2.140        1.987\nTure                84           79\nSalg i alt       2.224        2.066\n\n## Slut\n\nFarvel.\n", has: []string{"title: RESULTATOPGØRELSE", `when: "1. januar - 31. december"`, "sum: [salg_af_mel, ture]", "(i hele kr.)"}},
		{name: "people with offices of any kind", text: "# A\n\nTekst.\n\n## Rådet\n\nFormand: Gårdejer Svend Aage Kjær, Vejle\nKasserer: Revisor Inger-Lise Bæk, Holbæk\nLærer Thomas O'Connor, Vejle\n\nMere her.\n", has: []string{"name: Svend Aage Kjær\n    office: Gårdejer\n    municipality: Vejle", "name: Thomas O'Connor\n    office: Lærer", `role: "Kasserer"`}},
		{name: "members in one line", text: "# A\n\nTekst.\n\n## Udvalget\n\nFormand: Kim Dahl (A)\nMedlemmer: Ib Strand (C), Zahra Amini (F)\n\nMere her.\n", has: []string{"name: Kim Dahl", "name: Ib Strand\n    party: C", "name: Zahra Amini"}},
		{name: "lines that were meant to end", text: "# A\n\n**Tid:** lørdag den 8. marts\n**Sted:** Kulturhuset i Nykøbing\n\nJens Ravn\n*dirigent*\n\nEt afsnit, der er brudt, fordi linjen er fuld, og som går videre med\nPer Holm på den næste.\n", has: []string{"**Tid:** lørdag den 8. marts\\\n", "Jens Ravn\\\n", "videre med Per Holm på den"}},
		{name: "a title over who reports", text: "ÅRSBERETNING 2024\nfor\nAndelsselskabet Møllen a.m.b.a.\n\n1. ÅRET\n\nDet var godt, si-\nden det blev vinter.\n\n2. PENGE\n\nDe slog til.\n\nVejle, d. 2/3 2025\n", has: []string{"title: ÅRSBERETNING 2024", "subtitle: for Andelsselskabet", "publisher: Andelsselskabet", "godt, siden det", "date: 2025-03-02"}},
		{name: "two page numbers amid the page", text: "1. ÅRET\n\nDet var godt.\n\n                              2\n\n2. PENGE\n\nDe slog til.\n\n                              3\n\n3. SLUT\n\nFarvel.\n", lacks: []string{"      2\n", "      3\n"}},
		{name: "bullets of two styles of Word's", text: "# A\n\n-   en\n\n<!-- -->\n\n-   to\n\n<!-- -->\n\n-   tre\n\nSlut.\n", has: []string{"- en\n      - to\n      - tre"}},
		{name: "a command that breaks the page", text: "# A\n\nTekst.\n\n\\newpage\n\nMere.\n", lacks: []string{"newpage"}},
		{name: "amounts in another currency", text: "# Report 2024\n\n## Accounts\n\n| £'000 | 2024 | 2023 |\n|---|---:|---:|\n| Sales | 1,000 | 900 |\n| Costs | (400) | (300) |\n| **Total** | 600 | 600 |\n\n## End\n\nThe end of it is here.\n", has: []string{"£'000", `["Costs", "(400)", "(300)"]`}, lacks: []string{"statement:"}},
		{name: "years in two units", text: "# Rapport 2024\n\n## Regnskab\n\n|  | 2024 kr. | 2023 t.kr. |\n|---|---:|---:|\n| Salg | 1.812.455 | 1.640 |\n| Løn | -402.118 | -390 |\n| I alt | 1.410.337 | 1.250 |\n\n## Slut\n\nFarvel.\n", has: []string{"2023 t.kr.", "1.812.455"}, lacks: []string{"statement:"}},
		{name: "prices of two years", text: "# Rapport 2024\n\n## Takster\n\n| Takst | 2024 | 2023 |\n|---|---:|---:|\n| Fast bidrag | 850 | 800 |\n| Pr. stk. | 9,75 | 9,25 |\n\n## Regnskab\n\n| | 2024 | 2023 |\n|---|---:|---:|\n| Salg | 10 | 9 |\n| Køb | -4 | -3 |\n\n## Slut\n\nFarvel.\n", has: []string{`["Fast bidrag", "850", "800"]`, "statement: regnskab"}, lacks: []string{"statement: takster"}},
		{name: "lists of HTML's", text: "# A\n\n<ul>\n<li>En</li>\n<li>To\n</li>\n</ul>\n\n<ol>\n  <li>Først</li>\n  <li>Så</li>\n</ol>\n\nSlut.\n", has: []string{"- En\n      - To", "1. Først\n      2. Så"}},
		{name: "a call-out of MkDocs'", text: "# A\n\n!!! note \"Bemærk\"\n    Der er ny revisor.\n    Fra juni.\n\n    Mere.\n\n[[_TOC_]]\n\nSlut.\n", has: []string{"box:\n      title: Bemærk", "Der er ny revisor. Fra juni."}, lacks: []string{"!!!", "TOC"}},
		{name: "who said it on a line below", text: "# A\n\n> \"Endelig en have.\"\n> — Mrs. Okafor, lejer siden 2009\n", has: []string{`by: "Mrs. Okafor, lejer siden 2009"`}},
		{name: "members without a party", text: "# A\n\nTekst.\n\n## Bestyrelsen\n\nFormand: Peter Kilde\nKasserer: Else Brønd\nOle Pumpe\n\nMere her.\n\n## Board\n\nChair: Mary Field\nMembers: Tom Hale, Grace Obi\n\nThe end.\n", has: []string{"name: Ole Pumpe", "name: Grace Obi", "name: Mary Field"}},
		{name: "a chapter without text", text: "# Rapport 2024\n\n## En\n\n## To\n\nTekst.\n", has: []string{"title: En\nblocks:\n  - text: |\n      …"}},
	}
}

func TestCases(t *testing.T) {
	for _, c := range cases() {
		t.Run(c.name, func(t *testing.T) {
			m, _ := read(t, "x.md", []byte(c.text))
			var all strings.Builder
			for name, data := range m.Files() {
				all.WriteString("== " + name + "\n" + string(data))
			}
			for _, s := range c.has {
				if !strings.Contains(all.String(), s) {
					t.Errorf("lacks %s\n%s", s, all.String())
				}
			}
			for _, s := range c.lacks {
				if strings.Contains(all.String(), s) {
					t.Errorf("has %s\n%s", s, all.String())
				}
			}
		})
	}
}
