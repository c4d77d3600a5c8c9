package schema

import "github.com/kl-print/kl-print/content/format"

// What the texts of the format look like. Where the loader takes more ways to
// write a thing than can be said here, the pattern does too.
const (
	idPattern     = `^[a-z0-9][a-z0-9_-]*$`
	termPattern   = `^-?[a-z0-9][a-z0-9_-]*$`
	namePattern   = `^[^\x00-@\[-` + "`" + `{-\x7f][^\x00-/:-@\[-^` + "`" + `{-\x7f]*$`
	datePattern   = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	urlPattern    = `^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^ ]+$`
	moneyPattern  = `[Kk]`
	amountPattern = `^([-−]?[0-9][0-9.]*(,[0-9]{1,2})?|\?)$`
	numberPattern = `^[-−]?[0-9]`
	pathPattern   = `^[^/\\:][^\\:]*$`
	ratioPattern  = `^[^0-9:]*[1-9][0-9]{0,3}[^0-9:]*:[^0-9:]*[1-9][0-9]{0,3}[^0-9:]*$`
	sharePattern  = `^[+-]?0*(100|[0-9]{1,2})[  ]*%$`
	lengthPattern = `^[^0-9]*[0-9]{1,6}([.,][0-9]{1,3})?[^0-9]*(mm|cm|in|pt)$`
	scalePattern  = `^1[.,][0-9]{1,3}$`
	colourPattern = `^#[0-9A-Fa-f]{6}$`
	columnPattern = `^[A-Za-z]{1,3}$`
	rangePattern  = `^[^0-9]*[0-9]+[^0-9]*([-–][^0-9]*[0-9]+[^0-9]*)?$`
	yearPattern   = `^(1[89]|2[0-9])[0-9]{2}$`
	hyphenPattern = `^[^0-9]+$`
)

// text is what YAML makes of text that is not quoted: 2024 is a number and true
// is true, and both are text where text is wanted.
func text(more ...member) object {
	return append(object{{"type", []string{"string", "number", "boolean"}}}, more...)
}

// shaped is text that looks like a pattern.
func shaped(pattern string) object { return text(member{"pattern", pattern}) }

// only is a string that looks like a pattern.
func only(pattern string) object { return object{{"type", "string"}, {"pattern", pattern}} }

// value writes what a value may be.
func (w *writer) value(v format.Value) object {
	switch v := v.(type) {
	case format.List:
		return object{{"type", "array"}, {"minItems", max(1, v.Least)}, {"items", w.value(v.Of)}}
	case format.Map:
		pattern := idPattern
		if v.Words {
			pattern = namePattern
		}
		return object{{"type", "object"}, {"propertyNames", object{{"pattern", pattern}}}, {"additionalProperties", w.refer(v.Of)}}
	case format.Mapping:
		return w.refer(v.Shape)
	case format.Either:
		var each []object
		for _, one := range v {
			each = append(each, w.value(one))
		}
		return object{{"anyOf", each}}
	case format.Blocks:
		w.blocks = true
		return object{{"type", "array"}, {"minItems", 1}, {"items", object{{"$ref", "#/$defs/" + blockName}}}}
	}
	return scalar(v)
}

// scalar writes what a value may be that is one word, number or text.
func scalar(v format.Value) object {
	switch v := v.(type) {
	case format.Text:
		if v.Empty {
			return text()
		}
		return text(member{"minLength", 1})
	case format.Markdown:
		if v.Empty {
			return text()
		}
		return text(member{"minLength", 1})
	case format.Number:
		return object{{"type", "integer"}, {"minimum", v.Low}, {"maximum", v.High}}
	case format.Flag:
		return object{{"type", "boolean"}}
	case format.True:
		return object{{"const", true}}
	case format.Date:
		return object{{"type", "string"}, {"format", "date"}, {"pattern", datePattern}}
	case format.Address:
		return only(urlPattern)
	case format.ID:
		return shaped(idPattern)
	case format.Term:
		return shaped(termPattern)
	case format.Word:
		return object{{"enum", []string(v)}}
	case format.Path:
		return shaped(pathPattern)
	}
	return measure(v)
}

// measure writes what a value may be that is an amount, a length or the like.
func measure(v format.Value) object {
	switch v := v.(type) {
	case format.Money:
		return object{{"anyOf", []object{{{"enum", []string{"kr.", "t.kr.", "mio. kr."}}}, only(moneyPattern)}}}
	case format.Amount:
		types := []string{"string", "number"}
		if v.Null {
			types = append(types, "null")
		}
		return object{{"type", types}, {"pattern", amountPattern}}
	case format.Quantity:
		return object{{"type", []string{"string", "number"}}, {"pattern", numberPattern}}
	case format.Ratio:
		return only(ratioPattern)
	case format.Percent:
		return only(sharePattern)
	case format.Length:
		if v.Zero {
			return object{{"anyOf", []object{{{"const", 0}}, {{"const", "0"}}, only(lengthPattern)}}}
		}
		return only(lengthPattern)
	case format.Scale:
		return object{{"type", []string{"number", "string"}}, {"minimum", 1.05}, {"maximum", 1.35}, {"pattern", scalePattern}}
	case format.Colour:
		return only(colourPattern)
	case format.Column:
		return only(columnPattern)
	case format.Range:
		return object{{"type", []string{"integer", "string"}}, {"pattern", rangePattern}}
	case format.Hyphened:
		return shaped(hyphenPattern)
	}
	return nil
}
