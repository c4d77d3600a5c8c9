package preview

import (
	"context"
	"encoding/json"
	"io/fs"
	"time"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
)

// maker makes books of an edition, one after another.
type maker struct {
	opt    Options
	reader *source.Rereader
	press  *layout.Press
	stock  *stock
	made   int // how many times
}

func newMaker(opt Options) *maker {
	return &maker{opt: opt, reader: &source.Rereader{}, press: layout.NewPress(fonts.Embedded()), stock: newStock()}
}

// make makes the edition as it is now, which may be unfinished, and its pages, or what is wrong, go to the
// hub; what it returns does the same with what the check finds. Where something is
// wrong the last good pages stay.
func (m *maker) make(ctx context.Context, to *hub) (check func()) {
	nothing := func() {}
	began := time.Now()
	m.made++
	files, done, err := m.opt.Open()
	if err != nil {
		m.fail(to, err)
		return nothing
	}
	defer done()
	rep, work, problems := m.reader.LoadUnfinished(files, m.opt.Date)
	var b *book
	if rep != nil {
		var more *diag.List
		if b, more, err = m.lay(ctx, rep); more != nil {
			problems.Add(more)
		}
	}
	if ctx.Err() != nil {
		return nothing
	}
	if err != nil {
		m.fail(to, err)
		return nothing
	}
	told := problems.Sorted()
	to.set(func(v *version) {
		if b != nil {
			v.book = b
		}
		v.stateOf = m.made
		v.state = marshal(stateOf(m, v.book, b == nil, told, time.Since(began)))
	})
	if b == nil {
		return nothing
	}
	return m.check(files, rep, work, b, told, to)
}

// lay lays a report out and draws it; there is no book where the list has errors.
func (m *maker) lay(ctx context.Context, rep *content.Report) (*book, *diag.List, error) {
	if m.opt.Theme != "" {
		rep.Theme.Base = m.opt.Theme
	}
	proof, problems, err := m.press.Proof(ctx, rep)
	if proof == nil || err != nil {
		return nil, problems, err
	}
	b, err := m.stock.book(proof)
	return b, problems, err
}

// fail tells of a fault that is not the content's: of the machine or the program.
func (m *maker) fail(to *hub, err error) {
	da, en := diag.Cause(err)
	fault := diag.Diagnostic{Message: diag.Message{Code: "fault", Danish: da, English: en}}
	to.set(func(v *version) {
		v.stateOf = m.made
		v.state = marshal(stateOf(m, v.book, true, []diag.Diagnostic{fault}, 0))
	})
}

// check returns what tells the hub what the check finds, and warnings, with where
// it is on the pages.
func (m *maker) check(files fs.FS, rep *content.Report, work content.Work, b *book, told []diag.Diagnostic, to *hub) func() {
	find, made := m.opt.Check(files, rep, work), m.made
	return func() {
		found, texts := find()
		list := findingsOf(b, found, told, texts, m.opt.Lang)
		to.set(func(v *version) {
			v.findings, v.findingsOf = marshal(list), made
		})
	}
}

// marshal writes a value that can be written.
func marshal(v any) []byte {
	out, err := json.Marshal(v)
	if err != nil {
		panic(err) // only strings and numbers are in it
	}
	return out
}
