package main

import (
	"context"
	"errors"
	"io"
	"sync"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/copies"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/validation"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/conform"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/pdf"
	"github.com/kl-print/kl-print/layout/raster"
	"github.com/kl-print/kl-print/layout/tiff"
)

// compiler lays a report out for a PDF of a standard. It tells of its steps as
// it goes. A nil result without an error means that the list has errors.
type compiler func(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress) (*made, *diag.List, error)

// made is a report laid out.
type made struct {
	pages int
	// write writes the PDF, as the options want it; who made it is put to them.
	write func(w io.Writer, opt pdf.Options) error
	// copy writes the PDF that is someone's own, or only sees to it that it can be;
	// missing are characters of the name that can't be set, and then none is written.
	copy func(w io.Writer, opt pdf.Options, of copies.Copy, dry bool) (missing []rune, err error)
	// tiff writes the pages as a TIFF, which is called name in it.
	tiff func(ctx context.Context, w io.Writer, name string) error
	// held holds it against the rules of accessibility.
	held func() []validation.Rule
}

// compileReport is the program's compiler: pages by layout, written by pdf. What
// is to meet no standard is not held against the rules of accessibility.
func compileReport(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress) (*made, *diag.List, error) {
	return compileAs(ctx, rep, layout.Options{Unheld: std == pdf.None}, tell)
}

// compileOnce is the compiler of a report that is written once, and nothing else:
// its pages are drawn as they are laid out, and only what came of that is kept.
func compileOnce(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress) (*made, *diag.List, error) {
	return compileFrom(layout.NewStock(fonts.Embedded()))(ctx, rep, std, tell)
}

// compileFrom is compileOnce for several reports, with a stock they share.
func compileFrom(stock *layout.Stock) compiler { return drawnFrom(layout.Compile, stock) }

// layouter lays a report out, as layout.Compile does.
type layouter func(ctx context.Context, rep *content.Report, lib *fonts.Library, opt layout.Options) (*page.Document, *diag.List, error)

// drawnFrom is the compiler that draws the pages of a report as they are laid out.
// Where they can't be, what is drawn is let go, and the report laid out as a whole.
func drawnFrom(lay layouter, stock *layout.Stock) compiler {
	return func(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress) (*made, *diag.List, error) {
		out, problems, err := compileDrawn(ctx, rep, std, tell, lay, stock)
		if errors.Is(err, layout.ErrWhole) {
			return compileReport(ctx, rep, std, tell)
		}
		return out, problems, err
	}
}

func compileDrawn(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress, lay layouter, stock *layout.Stock) (*made, *diag.List, error) {
	look, lib, problems := layout.Look(rep, stock.Library())
	if problems.HasErrors() {
		return nil, problems, nil
	}
	drawing := pdf.Begin(lib)
	doc, more, err := lay(ctx, rep, lib, layout.Options{
		Theme: look, Unheld: std == pdf.None, Sink: drawing, Stock: stock,
		Progress: func(done, total int) { tell(stepLayout, done, total) },
	})
	drawing.Close()
	problems.Add(more)
	if err != nil || doc == nil {
		return nil, problems, err
	}
	return &made{
		pages: len(doc.Pages),
		write: func(w io.Writer, opt pdf.Options) error {
			opt.Producer = "kl-print " + release
			return drawing.Write(w, doc, opt)
		},
	}, problems, nil
}

// compileDraft is the compiler of a draft, which is marked and meets no standard.
func compileDraft(draft *layout.Draft) compiler {
	return func(ctx context.Context, rep *content.Report, _ pdf.Standard, tell progress) (*made, *diag.List, error) {
		return compileAs(ctx, rep, layout.Options{Draft: draft}, tell)
	}
}

// compileAs lays a report out with options, of which the theme and the progress
// are set here.
func compileAs(ctx context.Context, rep *content.Report, opt layout.Options, tell progress) (*made, *diag.List, error) {
	look, lib, problems := layout.Look(rep, fonts.Embedded())
	if problems.HasErrors() {
		return nil, problems, nil
	}
	opt.Theme, opt.Progress = look, func(done, total int) { tell(stepLayout, done, total) }
	doc, more, err := layout.Compile(ctx, rep, lib, opt)
	problems.Add(more)
	if err != nil || doc == nil {
		return nil, problems, err
	}
	stamper := sync.OnceValue(func() *layout.Stamper {
		return layout.NewStamper(doc, rep, lib, layout.Options{Theme: look})
	})
	return &made{
		pages: len(doc.Pages),
		copy: func(w io.Writer, opt pdf.Options, of copies.Copy, dry bool) ([]rune, error) {
			copied, missing, err := stamper().Stamp(of.Name, of.Number)
			if err != nil || len(missing) > 0 || dry {
				return missing, err
			}
			opt.Producer = "kl-print " + release
			return nil, pdf.Write(w, copied, lib, opt)
		},
		write: func(w io.Writer, opt pdf.Options) error {
			opt.Producer = "kl-print " + release
			return pdf.Write(w, doc, lib, opt)
		},
		held: func() []validation.Rule {
			var out []validation.Rule
			for _, o := range conform.Outcomes(doc) {
				out = append(out, validation.Rule{Code: o.Code, Clause: o.Clause, Asks: o.Asks, Broken: o.Broken})
			}
			return out
		},
		tiff: func(ctx context.Context, w io.Writer, name string) error {
			return writeTIFF(ctx, w, doc, lib, tiff.Info{Name: name, Software: "kl-print " + release, DPI: raster.DPI})
		},
	}, problems, nil
}
