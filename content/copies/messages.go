package copies

import (
	"fmt"

	"github.com/kl-print/kl-print/content/diag"
)

func notUTF8() diag.Message {
	return diag.Message{Code: "copies-utf8",
		Danish:  "listen er ikke UTF-8; gem den som “CSV UTF-8”",
		English: "the list is not UTF-8; save it as “CSV UTF-8”"}
}

func badQuotes() diag.Message {
	return diag.Message{Code: "copies-quotes",
		Danish:  "anførselstegnene går ikke op; et felt med anførselstegn skrives \"sådan \"\"her\"\"\"",
		English: "the quotation marks do not pair; a field with quotation marks is written \"like \"\"this\"\"\""}
}

func noNames() diag.Message {
	return diag.Message{Code: "copies-columns",
		Danish:  "ingen kolonne hedder navn; forventede kolonnernes navne på første linje, såsom nummer;navn",
		English: "no column is called name; expected the columns' names on the first line, such as number,name"}
}

func noCopies() diag.Message {
	return diag.Message{Code: "copies-none",
		Danish:  "listen har ingen navne; forventede én linje til hvert eksemplar",
		English: "the list has no names; expected a line for each copy"}
}

func noName() diag.Message {
	return diag.Message{Code: "copies-name",
		Danish:  "linjen har intet navn; skriv det, eller slet linjen",
		English: "the line has no name; write it, or delete the line"}
}

func badName(name string, most int) diag.Message {
	return diag.Message{Code: "copies-name",
		Danish:  fmt.Sprintf("%q kan ikke stå på et omslag; forventede højst %d tegn og ingen styretegn", name, most),
		English: fmt.Sprintf("%q can't stand on a cover; expected %d characters at most and no control characters", name, most)}
}

func noNumber(name string) diag.Message {
	return diag.Message{Code: "copies-number",
		Danish:  fmt.Sprintf("%q har intet nummer; giv det ét, eller slet kolonnen, så tælles eksemplarerne fra 1", name),
		English: fmt.Sprintf("%q has no number; give it one, or delete the column, and the copies are counted from 1", name)}
}

func badNumber(number string, most int) diag.Message {
	return diag.Message{Code: "copies-number",
		Danish:  fmt.Sprintf("%q kan ikke være et nummer; forventede højst %d bogstaver fra a til z, cifre og bindestreger", number, most),
		English: fmt.Sprintf("%q can't be a number; expected at most %d letters from a to z, digits and hyphens", number, most)}
}

func takenNumber(number string, line int) diag.Message {
	return diag.Message{Code: "copies-number",
		Danish:  fmt.Sprintf("nummer %s er givet på linje %d; to eksemplarer kan ikke have det samme", number, line),
		English: fmt.Sprintf("number %s is given on line %d; no two copies can have the same", number, line)}
}
