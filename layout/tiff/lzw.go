package tiff

// Codes of TIFF's LZW (TIFF 6.0, section 13). Codes are written with the highest
// bit first, and become longer one code earlier than GIF's do.
const (
	clearCode = 256
	endCode   = 257
	firstFree = 258
	mostCodes = 4094 // with which the table is begun anew
	leastBits = 9
)

// hashSize is well above the number of codes, so that probing is short.
const hashSize = 1 << 14

// compressor is an LZW encoder that can be used again and again.
type compressor struct {
	keys  [hashSize]uint32 // prefix<<8 | byte, plus one; 0 is free
	codes [hashSize]uint16
	out   []byte
	acc   uint32
	held  uint // bits in acc
	width uint
	free  uint32 // the next code
}

// append compresses data to the end of out, as one strip.
func (c *compressor) append(out, data []byte) []byte {
	c.out, c.acc, c.held = out, 0, 0
	c.width = leastBits
	c.put(clearCode)
	c.reset()
	if len(data) > 0 {
		c.body(data)
	}
	c.put(endCode)
	if c.held > 0 {
		c.out = append(c.out, byte(c.acc<<(8-c.held)))
	}
	return c.out
}

func (c *compressor) body(data []byte) {
	prefix := uint32(data[0])
	for _, b := range data[1:] {
		key := prefix<<8 | uint32(b)
		slot := c.find(key + 1)
		if c.keys[slot] != 0 {
			prefix = uint32(c.codes[slot])
			continue
		}
		c.put(prefix)
		c.keys[slot], c.codes[slot] = key+1, uint16(c.free)
		c.grow()
		prefix = uint32(b)
	}
	c.put(prefix)
	c.grow() // the reader makes an entry of the last code too
}

// find returns the slot of a key, or the free one it would go to.
func (c *compressor) find(key uint32) uint32 {
	slot := (key * 2654435761) >> 18
	for c.keys[slot] != 0 && c.keys[slot] != key {
		slot = (slot + 1) % hashSize
	}
	return slot
}

// grow counts a new code, and clears the table where it is full.
func (c *compressor) grow() {
	c.free++
	switch {
	case c.free == mostCodes:
		c.put(clearCode)
		c.reset()
	case c.free == 1<<c.width:
		c.width++
	}
}

func (c *compressor) reset() {
	clear(c.keys[:])
	c.free, c.width = firstFree, leastBits
}

func (c *compressor) put(code uint32) {
	c.acc = c.acc<<c.width | code
	c.held += c.width
	for c.held >= 8 {
		c.held -= 8
		c.out = append(c.out, byte(c.acc>>c.held))
	}
}
