package subset

import (
	"encoding/binary"
	"math/bits"

	"github.com/kl-print/kl-print/fonts/internal/sfnt"
)

type table struct {
	tag  string
	data []byte
}

// wholeFileSum is what head's checkSumAdjustment makes the words of the file add
// up to (OpenType 1.9, "head").
const wholeFileSum = 0xB1B0AFBA

// assemble writes a font file of those of the tables that aren't empty, which
// come in order of their tags, head among them, which this changes. glyf stays
// when it is empty: a font of blanks must have it all the same.
func assemble(tables []table) []byte {
	tables = present(tables)
	size := sfnt.HeaderSize + len(tables)*sfnt.RecordSize
	for _, t := range tables {
		size += aligned(len(t.data))
	}
	out := appendHeader(make([]byte, 0, size), len(tables))
	offset := sfnt.HeaderSize + len(tables)*sfnt.RecordSize
	headAt := 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = offset
			clear(t.data[sfnt.HeadCheckSumAdjustment:][:4])
		}
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(offset))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		offset += aligned(len(t.data))
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, aligned(len(t.data))-len(t.data))...)
	}
	binary.BigEndian.PutUint32(out[headAt+sfnt.HeadCheckSumAdjustment:], wholeFileSum-checksum(out))
	return out
}

func present(tables []table) []table {
	var list []table
	for _, t := range tables {
		if len(t.data) > 0 || t.tag == "glyf" {
			list = append(list, t)
		}
	}
	return list
}

// appendHeader writes the header, with the numbers for a binary search.
func appendHeader(out []byte, tables int) []byte {
	log := bits.Len(uint(tables)) - 1
	search := sfnt.RecordSize << log
	out = binary.BigEndian.AppendUint32(out, sfnt.Version)
	for _, n := range []int{tables, search, log, tables*sfnt.RecordSize - search} {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	return out
}

// aligned rounds up to whole words of four bytes.
func aligned(n int) int { return (n + 3) &^ 3 }

// checksum adds up a table's words, the last one filled with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
