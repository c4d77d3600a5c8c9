package para

import (
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/layout/linebreak"
	"github.com/kl-print/kl-print/layout/page"
)

// Spell parts a text into stretches, each abbreviation being one of its own. It
// moves nothing.
func (s *Setter) Spell(t page.Text) []Segment {
	return spelled(nil, t, s.own.abbreviations(t.Source))
}

// spelled appends the stretches of a text that has the abbreviations.
func spelled(out []Segment, t page.Text, short []locale.Abbreviation) []Segment {
	done := 0 // bytes of the source that are no longer in t
	for _, a := range short {
		rest := t
		if a.Start > done {
			before, at, ok := t.Cut(a.Start - done)
			if !ok {
				continue
			}
			out, rest = append(out, stretch(before, "")), at
		}
		long, after, more := rest.Cut(a.End - a.Start)
		if !more && len(rest.Source) > a.End-a.Start {
			return append(out, stretch(rest, ""))
		}
		out = append(out, stretch(long, a.Long))
		if !more {
			return out
		}
		t, done = after, a.End
	}
	return append(out, stretch(t, ""))
}

// stretch is a segment of one text.
func stretch(t page.Text, means string) Segment {
	return Segment{Means: means, X: t.Origin.X, Width: t.Width(), Items: []page.Text{t}}
}

// spell gives the abbreviations of a line segments of their own, in links and in
// other languages too. A line that goes on with a word may begin with what only
// looks like one.
func (b *builder) spell(l linebreak.Line, segs []Segment) []Segment {
	short := b.short(l, segs)
	if short == nil {
		return segs
	}
	var out []Segment
	for i, s := range segs {
		if short[i] == nil {
			out = append(out, s)
			continue
		}
		joined := false // the last of out is plain text of this segment, which more can be added to
		for j, t := range s.Items {
			for _, p := range spelled(nil, t, short[i][j]) {
				if n := len(out); joined && p.Means == "" {
					out[n-1].Items = append(out[n-1].Items, p.Items...)
					out[n-1].Width += p.Width
					continue
				}
				p.Link, p.Lang = s.Link, s.Lang
				out, joined = append(out, p), p.Means == ""
			}
		}
	}
	return out
}

// short finds the abbreviations of a line by segment and text; nil where one has none.
func (b *builder) short(l linebreak.Line, segs []Segment) (out [][][]locale.Abbreviation) {
	for i, s := range segs {
		if s.Note > 0 {
			continue
		}
		for j, t := range s.Items {
			found := b.setter.voice(s.Lang).abbreviations(t.Source)
			if i == 0 && j == 0 && len(found) > 0 && found[0].Start == 0 && b.goesOn(l) {
				found = found[1:]
			}
			if len(found) == 0 {
				continue
			}
			if out == nil {
				out = make([][][]locale.Abbreviation, len(segs))
			}
			if out[i] == nil {
				out[i] = make([][]locale.Abbreviation, len(s.Items))
			}
			out[i][j] = found
		}
	}
	return out
}

// goesOn reports whether the line begins inside a word.
func (b *builder) goesOn(l linebreak.Line) bool {
	return l.First > 0 && b.items[l.First-1].Kind == linebreak.Penalty && b.items[l.First-1].Hyphen
}
