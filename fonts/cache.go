package fonts

import (
	"hash/maphash"
	"strings"
	"sync"
)

// The bounds of a face's cache. A book has some 10,000 different words; a shard
// that is full is emptied, which costs only shaping them again.
const (
	cacheShards   = 16
	shardRuns     = 1024
	longestCached = 128 // bytes of text; longer ones are hardly ever set twice
)

type runKey struct {
	text string
	feat Feature
}

// runCache keeps shaped runs by their text and features.
type runCache struct {
	seed   maphash.Seed
	shards [cacheShards]cacheShard
}

type cacheShard struct {
	mu   sync.RWMutex
	runs map[runKey]Run
}

func newRunCache() *runCache { return &runCache{seed: maphash.MakeSeed()} }

func (c *runCache) shard(text string) *cacheShard {
	return &c.shards[maphash.String(c.seed, text)%cacheShards]
}

func (c *runCache) get(text string, feat Feature) (Run, bool) {
	if len(text) > longestCached {
		return Run{}, false
	}
	s := c.shard(text)
	s.mu.RLock()
	defer s.mu.RUnlock()
	run, ok := s.runs[runKey{text, feat}]
	return run, ok
}

func (c *runCache) put(text string, feat Feature, run Run) {
	if len(text) > longestCached {
		return
	}
	s := c.shard(text)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.runs == nil || len(s.runs) >= shardRuns {
		s.runs = make(map[runKey]Run)
	}
	// The text may be a word of a whole file, which the key must not keep alive.
	s.runs[runKey{strings.Clone(text), feat}] = run
}
