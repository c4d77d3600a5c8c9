package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/trial"
)

// oddBook is an accounts.yaml in many styles.
const oddBook = `# Øverst.
unit: kr.   # enheden
years: [2025, 2024]
statements:
  - id: s
    title: S
    lines:
      # Over a.
      - {id: a, label: "A, b", amounts: ["1.000", '2.000']}   # efter a

      - id: b
        label: B
        amounts:
          - 1000   # plain
          - "?"
      - {id: c, label: C, amounts: ["?", null], note: x}
      - id: t
        label: T
        amounts: [ 2000 , "3.000,50" ]
        sum: [a, b]
      - {id: u, label: U, rank: total, amounts: ["1", "2"], sum: [t]}
  - id: s2
    title: S2
    lines:
      - {id: d, label: D, amounts: ["1", "2"]}
      # Til sidst.
`

func files(text string) fstest.MapFS { return fstest.MapFS{AccountsFile: {Data: []byte(text)}} }

func values(pairs ...any) []trial.Value {
	var out []trial.Value
	for i := 0; i < len(pairs); i += 3 {
		a, err := accounts.Parse(pairs[i+2].(string))
		if err != nil {
			panic(err)
		}
		out = append(out, trial.Value{Line: pairs[i].(string), Year: pairs[i+1].(int), Amount: a})
	}
	return out
}

func TestSetAmountsChangesNothingElse(t *testing.T) {
	set := values("a", 2025, "5.000", "a", 2024, "-6.000,25", "b", 2025, "7.000", "b", 2024, "8", "c", 2025, "9", "c", 2024, "10", "t", 2025, "12.000,50", "t", 2024, "3.000,50", "d", 2024, "-1", "ingen", 2025, "1")
	for _, form := range []func(string) string{
		func(s string) string { return s },
		func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
	} {
		got, problems := SetAmounts(files(form(oddBook)), set, nil)
		want := strings.NewReplacer(`["1.000", '2.000']`, `["5.000", '-6.000,25']`, "- 1000   # plain\n          - \"?\"", "- 7000   # plain\n          - 8",
			`["?", null], note`, `["9", "10"], note`, "[ 2000 ,", `[ "12000,50" ,`, `D, amounts: ["1", "2"]`, `D, amounts: ["1", "-1"]`).Replace(oddBook)
		if problems.Len() > 0 || string(got) != form(want) {
			t.Errorf("%v\n%s\nwant\n%s", problems.Sorted(), got, form(want))
		}
	}
}

// TestSetAmountsKeepsTheUnit puts amounts into a book in thousands, which writes
// them in thousands, and leaves those alone that it has.
func TestSetAmountsKeepsTheUnit(t *testing.T) {
	const book = "unit: t.kr.\nyears: [2025, 2024]\nstatements:\n  - id: s\n    title: S\n    lines:\n      - {id: a, label: A, amounts: [\"1.000\", \"0\"]}\n"
	got, problems := SetAmounts(files(book), values("a", 2025, "1.000.000", "a", 2024, "148.930.500"), nil)
	want := strings.Replace(book, `"0"`, `"148.930,5"`, 1)
	if problems.Len() > 0 || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", problems.Sorted(), got, want)
	}
}

func TestSetAmountsInserts(t *testing.T) {
	feeds := []trial.Feed{
		{Line: "ny", New: &trial.Insertion{After: "a", Label: `Ny "linje"`, Into: "t"}},
		{Line: "ny2", New: &trial.Insertion{After: "t", Label: "N", Into: "u"}},
		{Line: "ny3", New: &trial.Insertion{After: "d", Label: "M"}},
		{Line: "x", Pos: diag.Pos{File: "m"}, New: &trial.Insertion{After: "ingen", Label: "X"}},
		{Line: "y", Pos: diag.Pos{File: "m"}, New: &trial.Insertion{After: "a", Label: "Y", Into: "c"}},
	}
	got, problems := SetAmounts(files(oddBook), values("ny", 2025, "1.234", "ny2", 2024, "5"), feeds)
	for _, want := range []string{
		"'2.000']}   # efter a\n      - {id: ny, label: \"Ny \\\"linje\\\"\", amounts: [\"1.234\", null]}\n",
		"sum: [a, b, ny]\n      - {id: ny2, label: \"N\", amounts: [null, \"5\"]}\n",
		"sum: [t, ny2]}\n", "D, amounts: [\"1\", \"2\"]}\n      - {id: ny3, label: \"M\", amounts: [null, null]}\n      # Til sidst.\n",
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if list := problems.Sorted(); len(list) != 2 || list[0].Message.Code != "unknown-line" || list[1].Message.Code != "no-sum" {
		t.Errorf("%v", list)
	}
	if book, _ := Accounts(Overlay(files(""), map[string][]byte{AccountsFile: got})); book.Line("ny") == nil || book.Line("ny").Label != `Ny "linje"` {
		t.Error("the new line is not read back")
	}
}

// TestSetAmountsBlock inserts into a sum that has a term on each line.
func TestSetAmountsBlock(t *testing.T) {
	text := strings.Replace(oddBook, "sum: [a, b]", "sum:\n          - a   # led\n          - b", 1)
	got, _ := SetAmounts(files(text), nil, []trial.Feed{{Line: "ny", New: &trial.Insertion{After: "b", Label: "N", Into: "t"}}})
	for _, want := range []string{"          - b\n          - ny\n", "          - \"?\"\n      - {id: ny, label: \"N\""} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestSetAmountsRefuses(t *testing.T) {
	for _, text := range []string{"", "a: [", "unit: kr.\nyears: [2025]\nstatements:\n  - {id: s, lines: [{id: a, amounts: []}]}\n"} {
		if _, problems := SetAmounts(files(text), values("a", 2025, "1"), nil); !problems.HasErrors() {
			t.Errorf("%q is taken", text)
		}
	}
}

// FuzzSetAmounts sets an amount in any file: what comes out is read as well as
// what went in, and has the amount.
func FuzzSetAmounts(f *testing.F) {
	f.Add(oddBook)
	f.Add("years: [2025]\nstatements:\n- lines:\n  - id: a\n    amounts: [1]\n")
	f.Fuzz(func(t *testing.T, text string) {
		before, _ := Accounts(files(text))
		got, problems := SetAmounts(files(text), values("a", 2025, "77.777"), nil)
		if got == nil || problems.HasErrors() || before.Line("a") == nil || len(before.Years) == 0 || before.Years[0] != 2025 {
			return
		}
		after, _ := Accounts(files(string(got)))
		if l := after.Line("a"); l == nil || fmt.Sprint(l.Cell(0)) != "77.777" {
			t.Fatalf("the amount is not there:\n%s", got)
		}
	})
}

func TestMapping(t *testing.T) {
	const text = `sheet: Saldo
unit: tkr
decimals: point
whole: true
sign: turned
columns: {account: A, label: B, 2025: D, 2024: E}
rows: {first: 5, last: 120}
lines:
  a: {accounts: [1000-1099, 1200], sign: kept}
  b: {label: I alt}
  c: {row: 14}
  d: {rows: [14, 15], new: {after: c, label: D, into: t}}
  e: {accounts: 1300 – 1399}
ignored: 9000-9999
`
	m, problems := Mapping(fstest.MapFS{"m.yaml": {Data: []byte(text)}}, "m.yaml")
	if problems.Len() > 0 {
		t.Fatal(problems.Sorted())
	}
	var lines []string
	for _, f := range m.Lines {
		lines = append(lines, fmt.Sprintf("%s %v %v %s %v %v", f.Line, f.Accounts, f.Rows, f.Label, f.Turned, f.New != nil))
	}
	want := "a [1000-1099 1200] []  false false|b [] [] I alt true false|c [] [14]  true false|d [] [14 15]  true true|e [1300-1399] []  true false"
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if fmt.Sprint(m.Sheet, m.Unit, m.Decimals, m.Whole, m.Account, m.Label, m.First, m.Last, m.Ignored) != "Saldo1 2 true 1 2 5 120 [9000-9999]" {
		t.Error(fmt.Sprint(m.Sheet, m.Unit, m.Decimals, m.Whole, m.Account, m.Label, m.First, m.Last, m.Ignored))
	}
	if len(m.Amounts) != 2 || m.Amounts[1].Year != 2024 || m.Amounts[1].Number != 5 {
		t.Errorf("%+v", m.Amounts)
	}
}

func TestMappingTold(t *testing.T) {
	const text = `columns: {account: "?", x: A, 25: B}
lines:
  a: {accounts: [x], label: L}
  b: {sign: turned}
  c: {accounts: 20-10}
  D: {row: 0}
ukendt: 1
`
	_, problems := Mapping(fstest.MapFS{"m.yaml": {Data: []byte(text)}}, "m.yaml")
	var codes []string
	for _, d := range problems.Sorted() {
		codes = append(codes, fmt.Sprintf("%d:%s", d.Pos.Line, d.Message.Code))
	}
	want := "1:import-column 1:import-column 1:unknown-key 1:unknown-key 3:import-feed 3:import-column 3:import-range 4:import-feed 5:import-range 6:bad-id 6:bad-number 7:unknown-key"
	if got := strings.Join(codes, " "); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
