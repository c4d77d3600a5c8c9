package source

import "github.com/kl-print/kl-print/content/format"

// nounFor is what messages call a value of a kind.
func nounFor(v format.Value) noun {
	switch v := v.(type) {
	case format.Number:
		return aNumber
	case format.Flag, format.True:
		return aFlag
	case format.Date:
		return aDate
	case format.Address:
		return anAddress
	case format.ID:
		return anID
	case format.Term:
		return aSum
	case format.Word:
		return aWord
	case format.Amount:
		return anAmount
	case format.Quantity:
		return aFigure
	case format.Path:
		return []noun{format.Image: aPath, format.Font: aFontFile, format.Logo: aLogo}[v.Of]
	case format.List, format.Blocks:
		return aList
	case format.Map:
		return aMapping
	}
	return nounForTheme(v)
}

// nounForTheme is the same for the kinds that are mappings or looks.
func nounForTheme(v format.Value) noun {
	switch v := v.(type) {
	case format.Mapping:
		if v.Name == "focus" {
			return aFocus
		}
		return aMapping
	case format.Ratio:
		return aProportion
	case format.Percent:
		return aPercent
	case format.Length:
		return aLength
	case format.Scale:
		return aScale
	case format.Colour:
		return aColour
	}
	return aText
}
