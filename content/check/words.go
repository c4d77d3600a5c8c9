package check

import "strconv"

// digits writes a number without anything but its digits.
func digits(n int64) string { return strconv.FormatInt(n, 10) }

// distance is how many characters have to be put in, taken out, replaced or
// swapped with their neighbour to make one text of another; most+1 where it is
// more than most.
func distance(a, b string, most int) int {
	s, t := []rune(a), []rune(b)
	if len(s)-len(t) > most || len(t)-len(s) > most {
		return most + 1
	}
	var room [3 * 40]int
	rows := room[:]
	if n := 3 * (len(t) + 1); n > len(room) {
		rows = make([]int, n)
	}
	n := len(t) + 1
	before, last, now := rows[:n:n], rows[n:2*n:2*n], rows[2*n:3*n:3*n]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		now[0] = i
		low := i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
			low = min(low, now[j])
		}
		if low > most+1 {
			return most + 1
		}
		before, last, now = last, now, before
	}
	return min(last[len(t)], most+1)
}

// months are the Danish months, from January on.
func months() []string {
	return []string{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"}
}
