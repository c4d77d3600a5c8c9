package source

import (
	"io/fs"
	"path"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
)

// CheckPrevious holds a report's accounts against those of last year's edition,
// each line by its id, in the years both have. Places in last year's edition are
// told below name, such as its folder or bundle.
func CheckPrevious(rep *content.Report, last fs.FS, name string) *diag.List {
	r := newEdition(last).open(AccountsFile, needed)
	book := r.accounts(0)
	out := &diag.List{}
	for _, d := range r.diags.Sorted() {
		if d.Severity == diag.Error {
			out.Error(below(name, d.Pos), d.Message)
		}
	}
	if out.HasErrors() {
		return out
	}
	if rep.Accounts.Years != nil && len(common(rep.Accounts.Years, book.Years)) == 0 {
		out.Error(diag.Pos{File: path.Join(name, AccountsFile)}, noCommonYear(rep.Accounts.Years, book.Years))
	}
	for _, c := range rep.Accounts.ComparePrevious(&book) {
		switch then := below(name, c.Then.Pos); {
		case c.Gone:
			out.Warn(then, lineGone(c))
		case c.New:
			out.Warn(c.Now.Pos, lineNew(c, name))
		default:
			out.Error(c.Now.Pos, otherThen(c, then))
		}
	}
	return out
}

// below is a place in an edition, from where the edition lies.
func below(name string, p diag.Pos) diag.Pos {
	p.File = path.Join(name, p.File)
	return p
}

// common are the years that stand in both.
func common(a, b []int) []int {
	var out []int
	for _, x := range a {
		for _, y := range b {
			if x == y {
				out = append(out, x)
			}
		}
	}
	return out
}

func otherThen(c accounts.Change, then diag.Pos) diag.Message {
	return sayAbout("previous-differs", "%s i %d er her %s, men %s i sidste års regnskab (%v); ret det ene, eller forklar ændringen og byg uden --previous",
		"%s in %d is %s here but %s in last year's accounts (%v); mend one of them, or explain the change and build without --previous", quoted(c.Label), c.Year, c.Now, c.Then, then)
}

func lineNew(c accounts.Change, name string) diag.Message {
	return sayAbout("previous-new", "linjen %s har et beløb for %d (%s), men findes ikke i sidste års regnskab (%s)",
		"the line %s has an amount for %d (%s), but is not in last year's accounts (%s)", quoted(c.Line), c.Year, c.Now, name)
}

func lineGone(c accounts.Change) diag.Message {
	return sayAbout("previous-gone", "linjen %s har %s for %d her, men findes ikke i dette års regnskab", "the line %s has %s for %d here, but is not in this year's accounts", quoted(c.Line), c.Then, c.Year)
}

func noCommonYear(now, last []int) diag.Message {
	return sayAbout("previous-years", "regnskabet har årene %s og dette års %s; forventede ét år, der står i begge", "the accounts have the years %s and this year's %s; expected one that is in both", years(last), years(now))
}
