package layout_test

import (
	"strings"
)

// scene is a content stream on its way to being read: which marked content it is
// in, and the font.
type scene struct {
	t     *tagged
	page  int
	fonts pdfDict
	maps  map[pdfName]map[uint16]string
	font  pdfName
	stack []frame
}

// frame is a marked-content sequence (ISO 32000-1, 14.6).
type frame struct {
	mcid     int // −1: none
	artifact *artifact
	silent   bool // its text is read as another, which has been taken
}

// readPage reads what a page shows.
func (t *tagged) readPage(page int) {
	d := t.dict(t.pages[page])
	s := &scene{t: t, page: page, fonts: t.dict(t.dict(d["Resources"])["Font"]), maps: map[pdfName]map[uint16]string{}}
	for _, c := range t.list(d["Contents"]) {
		s.read(t.get(c).(pdfStream).data)
	}
	if len(s.stack) > 0 {
		t.say("page %d: marked content does not end", page+1)
	}
}

// read carries out the operators that have to do with text and marks.
func (s *scene) read(data []byte) {
	p := &pdfParser{data, 0}
	var operands []any
	for p.skip(); p.at < len(p.data); p.skip() {
		v := p.value()
		op, is := v.(operator)
		if !is {
			operands = append(operands, v)
			continue
		}
		switch op {
		case "BMC":
			s.begin(operands[0].(pdfName), nil)
		case "BDC":
			props, _ := operands[1].(pdfDict)
			s.begin(operands[0].(pdfName), props)
		case "EMC":
			s.stack = s.stack[:len(s.stack)-1]
		case "Tf":
			s.font = operands[0].(pdfName)
		case "Tj":
			s.show(operands[0].(string))
		case "TJ":
			for _, o := range operands[0].([]any) {
				if glyphs, is := o.(string); is {
					s.show(glyphs)
				}
			}
		case "f", "F", "f*", "S", "B", "B*", "Do":
			if s.where() == nil {
				s.t.say("page %d: something is drawn that is neither in the tags nor an artifact", s.page+1)
			}
		}
		operands = operands[:0]
	}
}

// begin opens marked content.
func (s *scene) begin(kind pdfName, props pdfDict) {
	f := frame{mcid: -1}
	around := s.where()
	switch mcid, marked := props["MCID"].(float64); {
	case marked:
		f.mcid = int(mcid)
		key := markKey{s.page, f.mcid}
		if s.t.marks[key] != nil {
			s.t.say("page %d: content %d is there twice", s.page+1, f.mcid)
		}
		if around != nil {
			s.t.say("page %d: content %d is in other marked content", s.page+1, f.mcid)
		}
		s.t.marks[key] = &shown{}
	case kind == "Artifact":
		if around != nil {
			s.t.say("page %d: an artifact is in other marked content", s.page+1)
		}
		f.artifact = &artifact{page: s.page}
		if k, is := props["Type"].(pdfName); is {
			f.artifact.kind = string(k)
		}
		if k, is := props["Subtype"].(pdfName); is {
			f.artifact.subtype = string(k)
		}
		s.t.artifacts = append(s.t.artifacts, *f.artifact)
		f.artifact = &s.t.artifacts[len(s.t.artifacts)-1]
	}
	s.stack = append(s.stack, f)
	if actual, has := props["ActualText"]; has {
		s.add(textOf(actual))
		s.stack[len(s.stack)-1].silent = true
	}
}

// where is the innermost frame that is content or an artifact.
func (s *scene) where() *frame {
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i].mcid >= 0 || s.stack[i].artifact != nil {
			return &s.stack[i]
		}
	}
	return nil
}

// add adds text to where it stands, unless it is read as another.
func (s *scene) add(text string) {
	for _, f := range s.stack {
		if f.silent {
			return
		}
	}
	switch f := s.where(); {
	case f == nil:
		s.t.say("page %d: %q is neither in the tags nor an artifact", s.page+1, text)
	case f.artifact != nil:
		s.t.artifacts[len(s.t.artifacts)-1].text += text
	default:
		s.t.marks[markKey{s.page, f.mcid}].text += text
	}
}

// show adds the text of glyphs, two bytes each, by their font's ToUnicode.
func (s *scene) show(glyphs string) {
	to := s.maps[s.font]
	if to == nil {
		font := s.t.dict(s.fonts[s.font])
		to = unicodeMap(s.t.get(font["ToUnicode"]).(pdfStream).data)
		s.maps[s.font] = to
	}
	for i := 0; i+1 < len(glyphs); i += 2 {
		text, known := to[uint16(glyphs[i])<<8|uint16(glyphs[i+1])]
		if !known {
			s.t.say("page %d: glyph %x of %s has no text", s.page+1, glyphs[i:i+2], s.font)
		}
		s.add(text)
	}
}

// unicodeMap reads the single characters and ranges of a ToUnicode map (9.10.3).
func unicodeMap(data []byte) map[uint16]string {
	out := map[uint16]string{}
	p := &pdfParser{data, 0}
	var operands []any
	for p.skip(); p.at < len(p.data); p.skip() {
		v := p.value()
		op, is := v.(operator)
		if !is {
			operands = append(operands, v)
			continue
		}
		code := func(i int) uint16 { s := operands[i].(string); return uint16(s[0])<<8 | uint16(s[1]) }
		switch {
		case op == "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				out[code(i)] = utf16Text(operands[i+1].(string))
			}
		case op == "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				first := []rune(utf16Text(operands[i+2].(string)))
				for c := code(i); c <= code(i+1); c++ {
					out[c] = string(first[:len(first)-1]) + string(first[len(first)-1]+rune(c-code(i)))
				}
			}
		}
		if !strings.HasPrefix(string(op), "begincode") {
			operands = operands[:0]
		}
	}
	return out
}
