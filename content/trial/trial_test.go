package trial

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/sheet"
)

// book is a small book: two entries, their sum, and what the sum goes into.
func book() *accounts.Book {
	cells := func(a, b accounts.Amount) []accounts.Cell {
		return []accounts.Cell{{Amount: a * accounts.Kr}, {Amount: b * accounts.Kr}}
	}
	return &accounts.Book{Years: []int{2025, 2024}, Statements: []*accounts.Statement{{Lines: []accounts.Line{
		{Rank: accounts.Caption, Label: "Resultat"},
		{ID: "kontingent", Label: "Kontingentindtægter", Cells: cells(1, 100)},
		{ID: "loen", Label: "Løn m.v.", Cells: cells(2, -40)},
		{ID: "resultat", Label: "Årets resultat", Cells: cells(3, 60), Sum: []accounts.Term{{Line: "kontingent"}, {Line: "loen"}}},
		{ID: "i_alt", Label: "I alt", Cells: cells(3, 60), Sum: []accounts.Term{{Line: "resultat"}}},
		{ID: "andet", Label: "Andet", Cells: cells(7, 7)},
		{ID: "andet_i_alt", Label: "Andet i alt", Cells: cells(7, 7), Sum: []accounts.Term{{Line: "andet"}}},
	}}}}
}

// opened reads a sheet of text.
func opened(t *testing.T, text string) *sheet.Sheet {
	t.Helper()
	b, err := sheet.Open("saldo.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.Sheet("")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// told writes values and problems, one on a line.
func told(values []Value, problems []diag.Diagnostic) string {
	var out strings.Builder
	for _, v := range values {
		from := strings.Join(v.Cells, "+")
		if v.Computed {
			from = "sum"
		}
		if v.Open {
			fmt.Fprintf(&out, "%s %d open\n", v.Line, v.Year)
			continue
		}
		fmt.Fprintf(&out, "%s %d %v %s\n", v.Line, v.Year, v.Amount, from)
	}
	for _, p := range problems {
		fmt.Fprintf(&out, "%s %v %s\n", p.Severity.In(diag.English), p.Pos, p.Message.Code)
	}
	return out.String()
}

func TestRead(t *testing.T) {
	years := []Column{{Year: 2025, Number: 3}, {Year: 2024, Number: 4}}
	one := []Column{{Year: 2025, Number: 3}}
	pos := diag.Pos{File: "import.yaml", Line: 3}
	for _, c := range []struct {
		name, text string
		m          Mapping
		want       string
	}{
		{"a trial balance", "1000;A;-60,5;-100\n1010;B;-39,5;\n2000;C;40;40\n", Mapping{Account: 1, Amounts: years, Lines: []Feed{
			{Line: "kontingent", Accounts: []Range{{1000, 1999}}, Turned: true}, {Line: "loen", Accounts: []Range{{2000, 2000}}, Turned: true}}},
			"kontingent 2025 100 saldo!C1+saldo!C2\nkontingent 2024 100 saldo!D1\nloen 2025 -40 saldo!C3\nloen 2024 -40 saldo!D3\n" +
				"resultat 2025 60 sum\nresultat 2024 60 sum\ni_alt 2025 60 sum\ni_alt 2024 60 sum\n"},
		{"accounts left over, used twice and not there", "1000;A;5\n1500;B;6\n1600;C;0\n1700;D;7\n", Mapping{Account: 1, Amounts: one, Ignored: []Range{{1700, 1700}}, Lines: []Feed{
			{Line: "kontingent", Accounts: []Range{{1000, 1000}}}, {Line: "andet", Accounts: []Range{{900, 1100}, {3000, 3999}}, Pos: pos}}},
			"kontingent 2025 5 saldo!C1\nandet 2025 5 saldo!C1\nresultat 2025 7 sum\ni_alt 2025 7 sum\nandet_i_alt 2025 5 sum\n" +
				"warning import.yaml:3 import-no-account\nwarning saldo.csv: saldo!A1 import-twice\nwarning saldo.csv: saldo!A2 import-unused\n"},
		{"a statement in t.kr.", "x;Kontingent-indtægter;1.234\nx;Løn mv;(40)\n", Mapping{Unit: Thousands, Decimals: sheet.Comma, Label: 2, Amounts: one, Lines: []Feed{
			{Line: "kontingent", Label: "Kontingentindtægter"}, {Line: "loen", Label: "Løn m.v."}}},
			"kontingent 2025 1.234.000 saldo!C1\nloen 2025 -40.000 saldo!C2\nresultat 2025 1.194.000 sum\ni_alt 2025 1.194.000 sum\n"},
		{"the other texts settle what may be either", ";;1.234\n;;1.234,50\n", Mapping{Amounts: one, Whole: true, Lines: []Feed{{Line: "andet", Rows: []int{1, 2}}}},
			"andet 2025 2.469 saldo!C1+saldo!C2\nandet_i_alt 2025 2.469 sum\n"},
		{"nothing settles it", ";;1.234\n;;1,234\n", Mapping{Amounts: one, Lines: []Feed{{Line: "andet", Rows: []int{1, 2}}}},
			"andet 2025 open\nandet_i_alt 2025 open\nerror saldo.csv: saldo!C1 import-cell\n"},
		{"both ways of writing", ";;1,234.50\n;;1.234,50\n", Mapping{Amounts: one, Lines: []Feed{{Line: "andet", Rows: []int{1, 2}}}}, "andet 2025 open\nandet_i_alt 2025 open\nerror saldo.csv: saldo!C2 import-cell\n"},
		{"all at once", ";;\n;;ti\n;a;1\n;a;2\n", Mapping{Label: 2, Amounts: []Column{{Year: 2025, Number: 3}, {Year: 2019, Number: 4, Pos: pos}}, Lines: []Feed{
			{Line: "andet", Rows: []int{1}}, {Line: "loen", Rows: []int{2}}, {Line: "kontingent", Label: "a", Pos: pos}, {Line: "i_alt", Label: "b", Pos: pos},
			{Line: "findes_ikke", Rows: []int{1}, Pos: pos}, {Line: "resultat", Rows: []int{9}, Pos: pos}}},
			"andet 2025 open\nandet 2019 open\nloen 2025 open\nloen 2019 open\nandet_i_alt 2025 open\nandet_i_alt 2019 open\n" +
				"error import.yaml:3 import-year\nerror saldo.csv: saldo!C1 import-cell\nerror saldo.csv: saldo!D1 import-cell\nerror saldo.csv: saldo!D2 import-cell\n" +
				"error import.yaml:3 import-label\nerror import.yaml:3 import-label\nerror import.yaml:3 import-line\nerror import.yaml:3 import-row\nerror saldo.csv: saldo!C2 import-cell\n"},
		{"a new line goes into its sum", ";;5\n", Mapping{Amounts: one, Lines: []Feed{{Line: "gebyr", Rows: []int{1}, New: &Insertion{After: "loen", Label: "Gebyrer", Into: "resultat"}}}},
			"gebyr 2025 5 saldo!C1\nresultat 2025 8 sum\ni_alt 2025 8 sum\n"},
		{"too large", ";;99999999999999999999\n", Mapping{Amounts: one, Lines: []Feed{{Line: "andet", Rows: []int{1}, Pos: pos}}}, "andet 2025 open\nandet_i_alt 2025 open\nerror import.yaml:3 import-too-large\n"},
	} {
		if got := told(c.m.Read(opened(t, c.text), book())); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestScales puts one amount into books of every unit.
func TestScales(t *testing.T) {
	for _, c := range []struct {
		unit  string
		sheet Unit
		whole bool
		text  string
		want  string
	}{
		{"kr.", Kroner, false, "1234567,895", "1.234.567,90"},
		{"kr.", Kroner, true, "-0,5", "-1"},
		{"t.kr.", Kroner, true, "1234567", "1.235"},
		{"1.000 kr.", Thousands, false, "1234,5", "1.234,5"},
		{"mio. kr.", Thousands, false, "1234", "1,23"},
		{"DKK", Millions, true, "25,878559", "25.878.559"},
	} {
		b := book()
		b.Unit, _ = accounts.ParseUnit(c.unit)
		m := Mapping{Unit: c.sheet, Whole: c.whole, Amounts: []Column{{Year: 2025, Number: 1}}, Lines: []Feed{{Line: "andet", Rows: []int{1}}}}
		values, problems := m.Read(opened(t, c.text+";\n"), b)
		if len(problems) > 0 || len(values) == 0 || b.Unit.Write(values[0].Amount) != c.want {
			t.Errorf("%s in %s is %v, %v; want %s", c.text, c.unit, values, problems, c.want)
		}
	}
}

func TestSuggest(t *testing.T) {
	s := Suggest(opened(t, "Foreningen;;;\nt.kr.;;2024;2025\nResultat;;;\nKONTINGENTINDTÆGTER;1;-100;-111\nLøn m.v.;2;40;44\nÅrets resultat;;-60;-67\nI alt;;60;67\nI alt;;1;1\n"), book())
	var lines []string
	for _, f := range s.Lines {
		lines = append(lines, fmt.Sprintf("%s %s %v %v", f.Line, f.Label, f.Rows, f.Turned))
	}
	if got := strings.Join(lines, "; "); got != "kontingent KONTINGENTINDTÆGTER [] false; loen Løn m.v. [] false; resultat Årets resultat [] false" {
		t.Error(got)
	}
	if s.Label != 1 || s.Unit != Thousands || s.First != 3 || fmt.Sprint(s.Unmatched) != "[andet]" || len(s.Amounts) != 2 || s.Amounts[0].Number != 4 || s.Amounts[1].Number != 3 || !s.Whole {
		t.Errorf("%+v", s)
	}
	turned := Suggest(opened(t, "Nr.;Tekst;År 2025;År 2024\n1000;Kontingentindtægter;-111;-100\n2000;Løn m.v.;44;40\n3000;Årets resultat;67;60\n"), book())
	if len(turned.Lines) != 3 || !turned.Lines[0].Turned || !turned.Lines[1].Turned || turned.Lines[2].Turned || turned.Account != 1 || turned.Label != 2 || turned.Unit != Kroner {
		t.Errorf("signs are not turned: %+v", turned)
	}
	bare := Suggest(opened(t, "Kontingentindtægter;5;4\nLøn m.v.;6;7\n"), book())
	if len(bare.Amounts) != 2 || bare.Amounts[0] != (Column{Year: 2025, Number: 2}) || bare.Amounts[1].Number != 3 {
		t.Errorf("columns without heads: %+v", bare.Amounts)
	}
	if none := Suggest(opened(t, ""), book()); len(none.Lines)+len(none.Amounts) > 0 {
		t.Errorf("an empty sheet gives %+v", none)
	}
}

// TestSuggestDecimals finds the likely decimal sign of texts that may be read in two
// ways, or says that there is none; read by it, none of them is refused.
func TestSuggestDecimals(t *testing.T) {
	for name, c := range map[string]struct {
		text, either string
		want         sheet.Decimals
	}{
		"dots in kroner":         {"Tekst;2025\nKontingentindtægter;187.000\nLøn m.v.;95.000\n", "187.000", sheet.Comma},
		"commas in kroner":       {"Tekst;2025\nKontingentindtægter;187,000\nLøn m.v.;95,000\n", "187,000", sheet.Point},
		"millions":               {"Mio. kr.;2025\nKontingentindtægter;1.234\nLøn m.v.;2.345\n", "1.234", sheet.Unsaid},
		"both":                   {"Tekst;2025\nKontingentindtægter;187.000\nLøn m.v.;95,000\n", "187.000", sheet.Unsaid},
		"figures that are known": {"Tekst;2025;2024\nKontingentindtægter;1.000;100,000\nLøn m.v.;2.000;-40.000\n", "1.000", sheet.Point},
		"nothing of the kind":    {"Tekst;2025\nKontingentindtægter;187000\nLøn m.v.;95\n", "", sheet.Unsaid},
		"settled by another":     {"Tekst;2025\nKontingentindtægter;187.000\nLøn m.v.;95,5\n", "", sheet.Unsaid},
	} {
		s := opened(t, c.text)
		got := Suggest(s, book())
		if got.Either != c.either || got.Decimals != c.want {
			t.Errorf("%s: %q by %v, want %q by %v", name, got.Either, got.Decimals, c.either, c.want)
		}
		if _, problems := got.Read(s, book()); (len(problems) > 0) != (c.either != "" && c.want == sheet.Unsaid) {
			t.Errorf("%s: %v", name, problems)
		}
	}
}
