package accounts

// Headings returns, for each line, the indexes of the headings that it stands
// under, the outermost first: a caption, and a group within it. A heading goes on
// until the next of its order or a higher one; and where a sum before that takes
// in the first figures below the heading, it ends with the last such sum. A total
// stands under no group.
func (s *Statement) Headings() [][]int {
	out := make([][]int, len(s.Lines))
	for i, l := range s.Lines {
		if l.Rank != Caption && l.Rank != Group {
			continue
		}
		for k := i + 1; k <= s.lastUnder(i); k++ {
			out[k] = append(out[k], i)
		}
	}
	return out
}

// lastUnder is the index of the last line under heading i.
func (s *Statement) lastUnder(i int) int {
	last, first := i, ""
	summed := map[string]bool{} // the first line of figures, and what it goes into
	ends := 0
	for k := i + 1; k < len(s.Lines); k++ {
		l := s.Lines[k]
		switch {
		case l.Rank == Caption, s.Lines[i].Rank == Group && (l.Rank == Group || l.Rank == Total):
			return within(last, ends)
		case l.Rank == Group:
			continue
		case first == "":
			first = l.ID
			summed[first] = true
		}
		last = k
		for _, t := range l.Sum {
			if summed[t.Line] {
				summed[l.ID] = true
				ends = k
			}
		}
	}
	return within(last, ends)
}

// within is where a heading ends whose figures end at last, summed up at sum where
// that is not 0.
func within(last, sum int) int {
	if sum > 0 {
		return sum
	}
	return last
}
