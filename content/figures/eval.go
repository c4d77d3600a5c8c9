package figures

import (
	"errors"
	"math/big"
	"strconv"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
)

// evaluator walks the tree of an expression. Only the nodes it has a case for
// mean anything; the library's own evaluation, with its floats and builtins, is
// not used.
type evaluator struct {
	names []placed
	from  []int // where each byte of the parsed text stands in the reference
	look  Lookup
	fault *Fault // the first
}

// evaluate works out an expression.
func evaluate(text string, look Lookup) (Value, *Fault) {
	hidden, names, from := hideNames(text)
	tree, err := parser.Parse(hidden)
	if err != nil {
		at := 0
		if where := (*file.Error)(nil); errors.As(err, &where) {
			at = from[byteOf(hidden, where.From)]
		}
		return Value{}, &Fault{Problem: Syntax, At: at}
	}
	e := evaluator{names: names, from: from, look: look}
	v := e.value(tree.Node)
	return v, e.fault
}

// byteOf is where the character at an index begins.
func byteOf(s string, index int) int {
	for at := range s {
		if index <= 0 {
			return at
		}
		index--
	}
	return len(s)
}

// fail keeps the first fault.
func (e *evaluator) fail(n ast.Node, f Fault) Value {
	if e.fault == nil {
		f.At = e.from[min(max(n.Location().From, 0), len(e.from)-1)]
		e.fault = &f
	}
	return Value{number: new(big.Rat)}
}

// value works out a node.
func (e *evaluator) value(n ast.Node) Value {
	if e.fault != nil {
		return Value{number: new(big.Rat)}
	}
	switch n := n.(type) {
	case *ast.IntegerNode:
		return Number(new(big.Rat).SetInt64(int64(n.Value)), Count)
	case *ast.FloatNode:
		return e.literal(n)
	case *ast.IdentifierNode:
		return e.name(n)
	case *ast.UnaryNode:
		return e.signed(n)
	case *ast.BinaryNode:
		return e.binary(n)
	case *ast.CallNode:
		return e.call(n)
	}
	return e.fail(n, Fault{Problem: Syntax})
}

// literal takes a number with decimals as it was written: the shortest decimal
// that gives the float is what stood there.
func (e *evaluator) literal(n *ast.FloatNode) Value {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(n.Value, 'f', -1, 64))
	if limit := big.NewRat(1<<53, 1); !ok || r.Cmp(limit) > 0 {
		return e.fail(n, Fault{Problem: TooLarge})
	}
	return Value{number: r}
}

// nameOf is the name that stands for an identifier.
func (e *evaluator) nameOf(n *ast.IdentifierNode) (placed, bool) {
	if len(n.Value) < 2 {
		return placed{}, false
	}
	i, err := strconv.Atoi(n.Value[1:])
	if err != nil || i < 0 || i >= len(e.names) {
		return placed{}, false
	}
	return e.names[i], true
}

// name looks a name up.
func (e *evaluator) name(n *ast.IdentifierNode) Value {
	name, ok := e.nameOf(n)
	if !ok {
		return e.fail(n, Fault{Problem: Syntax})
	}
	v, miss := e.look(name.Name)
	problem := map[Miss]Problem{NoName: UnknownName, NoYear: UnknownYear, NotStated: Blank}
	if p, missed := problem[miss]; missed {
		return e.fail(n, Fault{Problem: p, Word: name.ID})
	}
	return v
}

// signed takes a sign before a value.
func (e *evaluator) signed(n *ast.UnaryNode) Value {
	v := e.value(n.Node)
	switch {
	case v.unit == Calendar || n.Operator != "-" && n.Operator != "+":
		return e.fail(n, Fault{Problem: Syntax})
	case n.Operator == "-":
		return Value{number: new(big.Rat).Neg(v.number), unit: v.unit}
	}
	return v
}

// binary works out a sum, difference, product or quotient.
func (e *evaluator) binary(n *ast.BinaryNode) Value {
	left, right := e.value(n.Left), e.value(n.Right)
	if e.fault != nil {
		return left
	}
	switch n.Operator {
	case "+", "-":
		return e.add(n, left, right, n.Operator == "-")
	case "*":
		return e.multiply(n, left, right)
	case "/":
		return e.divide(n, left, right)
	}
	return e.fail(n, Fault{Problem: Syntax})
}

// add adds or subtracts values of one unit; per cent and percentage points go
// together. The difference of two years is a count.
func (e *evaluator) add(n ast.Node, a, b Value, minus bool) Value {
	unit := a.unit
	switch {
	case a.unit == Year && b.unit == Year && minus:
		unit = Count
	case a.unit == Year && b.unit == Count:
	case a.unit == Percent && b.unit == Point:
	case a.unit != b.unit || a.unit == Calendar || a.unit == Year:
		return e.fail(n, Fault{Problem: UnitsDiffer, Left: a.unit, Right: b.unit})
	}
	if minus {
		return Value{number: new(big.Rat).Sub(a.number, b.number), unit: unit}
	}
	return Value{number: new(big.Rat).Add(a.number, b.number), unit: unit}
}

// multiply multiplies by a count, or takes a percentage of a value.
func (e *evaluator) multiply(n ast.Node, a, b Value) Value {
	product := new(big.Rat).Mul(a.number, b.number)
	dated := a.unit >= Year || b.unit >= Year
	switch {
	case dated:
	case a.unit == Count:
		return Value{number: product, unit: b.unit}
	case b.unit == Count:
		return Value{number: product, unit: a.unit}
	case a.unit == Percent:
		return Value{number: product.Quo(product, big.NewRat(100, 1)), unit: b.unit}
	case b.unit == Percent:
		return Value{number: product.Quo(product, big.NewRat(100, 1)), unit: a.unit}
	}
	return e.fail(n, Fault{Problem: UnitsMeet, Left: a.unit, Right: b.unit})
}

// divide divides by a count, or two values of one unit.
func (e *evaluator) divide(n ast.Node, a, b Value) Value {
	unit := a.unit
	switch {
	case a.unit >= Year || b.unit >= Year:
		return e.fail(n, Fault{Problem: UnitsMeet, Left: a.unit, Right: b.unit})
	case b.number.Sign() == 0:
		return e.fail(n, Fault{Problem: Zero})
	case a.unit == b.unit:
		unit = Count
	case b.unit != Count:
		return e.fail(n, Fault{Problem: UnitsMeet, Left: a.unit, Right: b.unit})
	}
	return Value{number: new(big.Rat).Quo(a.number, b.number), unit: unit}
}
