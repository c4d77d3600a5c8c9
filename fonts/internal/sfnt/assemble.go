package sfnt

import (
	"encoding/binary"
	"math/bits"
)

// Table is a table to be written.
type Table struct {
	Tag  string
	Data []byte
}

// wholeFileSum is what head's checkSumAdjustment makes the words of the file add
// up to (OpenType 1.9, "head").
const wholeFileSum = 0xB1B0AFBA

// Assemble writes a font file of those of the tables that aren't empty, which
// come in order of their tags, head among them, which this changes. glyf stays
// when it is empty: a font of blanks must have it all the same.
func Assemble(tables []Table) []byte {
	tables = present(tables)
	size := HeaderSize + len(tables)*RecordSize
	for _, t := range tables {
		size += aligned(len(t.Data))
	}
	out := appendHeader(make([]byte, 0, size), len(tables))
	offset := HeaderSize + len(tables)*RecordSize
	headAt := 0
	for _, t := range tables {
		if t.Tag == "head" {
			headAt = offset
			clear(t.Data[HeadCheckSumAdjustment:][:4])
		}
		out = append(out, t.Tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.Data))
		out = binary.BigEndian.AppendUint32(out, uint32(offset))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.Data)))
		offset += aligned(len(t.Data))
	}
	for _, t := range tables {
		out = append(out, t.Data...)
		out = append(out, make([]byte, aligned(len(t.Data))-len(t.Data))...)
	}
	binary.BigEndian.PutUint32(out[headAt+HeadCheckSumAdjustment:], wholeFileSum-checksum(out))
	return out
}

func present(tables []Table) []Table {
	var list []Table
	for _, t := range tables {
		if len(t.Data) > 0 || t.Tag == "glyf" {
			list = append(list, t)
		}
	}
	return list
}

// appendHeader writes the header, with the numbers for a binary search.
func appendHeader(out []byte, tables int) []byte {
	log := bits.Len(uint(tables)) - 1
	search := RecordSize << log
	out = binary.BigEndian.AppendUint32(out, Version)
	for _, n := range []int{tables, search, log, tables*RecordSize - search} {
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
