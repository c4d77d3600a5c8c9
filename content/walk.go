package content

// Walk calls do for every link of a block, those of the blocks within it too, in
// the order they are read. What leads somewhere without a text of its own, such as
// media, has its title for one.
func Walk(b Block, do func(Link)) {
	switch b := b.(type) {
	case Lead:
		b.Body.walk(do)
	case Paragraph:
		b.Body.walk(do)
	case List:
		b.walk(do)
	case Note:
		walkAll(b.Body, do)
	case Box:
		walkAll(b.Body, do)
	case Letter:
		walkAll(b.Body, do)
	case Fact:
		b.Caption.walk(do)
	case Quote:
		b.Body.walk(do)
	case Image:
		b.Caption.walk(do)
	case Chart:
		b.Caption.walk(do)
	case Media:
		do(Link{URL: b.URL, Body: Inlines{Text(b.Title)}})
		b.Caption.walk(do)
	case Links:
		for _, i := range b.Items {
			do(Link{URL: i.URL, Body: Inlines{Text(i.Text)}})
		}
	case Table:
		for _, row := range b.Rows {
			for _, cell := range row {
				cell.walk(do)
			}
		}
	}
}

func walkAll(blocks []Block, do func(Link)) {
	for _, b := range blocks {
		Walk(b, do)
	}
}

func (l List) walk(do func(Link)) {
	for _, i := range l.Items {
		i.Body.walk(do)
		if i.Sub != nil {
			i.Sub.walk(do)
		}
	}
}

// walk calls do for every link.
func (in Inlines) walk(do func(Link)) {
	for _, i := range in {
		switch i := i.(type) {
		case Emph:
			i.Body.walk(do)
		case Strong:
			i.Body.walk(do)
		case Foreign:
			i.Body.walk(do)
		case Footnote:
			i.Body.walk(do)
		case Link:
			do(i)
		}
	}
}
