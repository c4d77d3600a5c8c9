package main

// The colours of a terminal.
const (
	plainType  = "\x1b[0m"
	boldType   = "\x1b[1m"
	redType    = "\x1b[31m"
	yellowType = "\x1b[33m"
	blueType   = "\x1b[34m"
)

// coloured reports whether what goes to a stream may have colours: a terminal's
// may, unless somebody has said otherwise (no-color.org, bixense.com/clicolors).
// NO_COLOR goes before CLICOLOR_FORCE.
func (s stdio) coloured(terminal bool) bool {
	force := s.env("CLICOLOR_FORCE")
	switch {
	case s.env("NO_COLOR") != "":
		return false
	case force != "" && force != "0":
		return true
	}
	return terminal && s.env("TERM") != "dumb" && s.env("CLICOLOR") != "0"
}

// moving reports whether a line at the terminal may be written over as the work
// goes on: not where lines are kept, as on a machine that builds for others.
func (s stdio) moving() bool {
	ci := s.env("CI")
	return s.errTerminal && s.env("TERM") != "dumb" && (ci == "" || ci == "0" || ci == "false")
}

// paint writes texts in colours, where there are any.
type paint bool

// in writes a text in a colour.
func (p paint) in(colour, text string) string {
	if !p {
		return text
	}
	return colour + text + plainType
}
