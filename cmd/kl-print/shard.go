package main

import (
	"strconv"
	"strings"
)

// shard is the part of the work that is this machine's: all that leaves index
// when it is divided by count. The zero value is all of it.
type shard struct{ index, count int }

// jobIndex is the variable in which Kubernetes tells each pod of an indexed Job
// which it is, from 0 (Kubernetes, "Indexed Job").
const jobIndex = "JOB_COMPLETION_INDEX"

// parseShard reads I/N, of which I counts from 1, or N alone, for which the
// environment has the rest.
func (a *app) parseShard(text string) (shard, error) {
	if text == "" {
		return shard{}, nil
	}
	first, last, both := strings.Cut(text, "/")
	if !both {
		index, err := strconv.Atoi(a.env(jobIndex))
		if err != nil || index < 0 {
			return shard{}, wrongUsage(manyWordsIn(a.lang).noIndex, text, jobIndex, a.env(jobIndex))
		}
		first, last = strconv.Itoa(index+1), text
	}
	i, err := strconv.Atoi(first)
	n, err2 := strconv.Atoi(last)
	if err != nil || err2 != nil || i < 1 || n < i {
		return shard{}, wrongUsage(manyWordsIn(a.lang).badShard, text)
	}
	return shard{index: i - 1, count: n}, nil
}

// pick returns what is a shard's of a list.
func pick[T any](list []T, s shard) []T {
	if s.count == 0 {
		return list
	}
	var out []T
	for i := s.index; i < len(list); i += s.count {
		out = append(out, list[i])
	}
	return out
}
