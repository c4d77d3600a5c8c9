package figures

import (
	"math/big"

	"github.com/expr-lang/expr/ast"
)

// call works out a function.
func (e *evaluator) call(n *ast.CallNode) Value {
	callee, is := n.Callee.(*ast.IdentifierNode)
	if !is {
		return e.fail(n, Fault{Problem: Syntax})
	}
	name, ok := e.nameOf(callee)
	if !ok {
		return e.fail(n, Fault{Problem: Syntax})
	}
	if name.ID == "antal" {
		return e.members(n)
	}
	args := make([]Value, len(n.Arguments))
	for i, a := range n.Arguments {
		args[i] = e.value(a)
	}
	if e.fault != nil {
		return Value{number: new(big.Rat)}
	}
	return e.apply(callee, name.ID, args)
}

// members is how many sit in a group, which is the one argument.
func (e *evaluator) members(n *ast.CallNode) Value {
	if len(n.Arguments) != 1 {
		return e.fail(n.Callee, Fault{Problem: Arguments, Word: "antal"})
	}
	id, is := n.Arguments[0].(*ast.IdentifierNode)
	if !is {
		return e.fail(n.Arguments[0], Fault{Problem: Syntax})
	}
	group, ok := e.nameOf(id)
	if !ok || group.Year != 0 || group.Before {
		return e.fail(id, Fault{Problem: Syntax})
	}
	group.Group = true
	v, miss := e.look(group.Name)
	if miss != Found {
		return e.fail(id, Fault{Problem: UnknownGroup, Word: group.ID})
	}
	return v
}

// apply calls a function with its arguments.
func (e *evaluator) apply(n ast.Node, name string, args []Value) Value {
	switch {
	case name == "abs" && len(args) == 1:
		return absolute(args[0])
	case name == "andel" && len(args) == 2:
		return e.share(n, args[0], args[1])
	case (name == "vækst" || name == "vaekst") && len(args) == 2:
		return e.growth(n, args[0], args[1])
	case name == "sum" && len(args) > 0:
		total := args[0]
		for _, v := range args[1:] {
			total = e.add(n, total, v, false)
		}
		return total
	case name == "abs", name == "andel", name == "vækst", name == "vaekst", name == "sum":
		return e.fail(n, Fault{Problem: Arguments, Word: name})
	}
	return e.fail(n, Fault{Problem: UnknownCall, Word: name})
}

// absolute takes the sign off.
func absolute(v Value) Value {
	return Value{number: new(big.Rat).Abs(v.Rat()), unit: v.unit, date: v.date}
}

// share is a part in per cent of a whole of the same unit.
func (e *evaluator) share(n ast.Node, part, whole Value) Value {
	if part.unit != whole.unit || part.unit >= Year {
		return e.fail(n, Fault{Problem: UnitsDiffer, Left: part.unit, Right: whole.unit})
	}
	if whole.number.Sign() == 0 {
		return e.fail(n, Fault{Problem: Zero})
	}
	r := new(big.Rat).Quo(part.number, whole.number)
	return Value{number: r.Mul(r, big.NewRat(100, 1)), unit: Percent}
}

// growth is how much larger the first is than the second, in per cent of the
// second. Of two that are negative, such as costs, it is the growth of their
// size: from −10 to −12 is growth of 20 per cent. Where the sign has turned there
// is no rate of growth.
func (e *evaluator) growth(n ast.Node, now, then Value) Value {
	if now.unit != then.unit || now.unit >= Year {
		return e.fail(n, Fault{Problem: UnitsDiffer, Left: now.unit, Right: then.unit})
	}
	if now.number.Sign()*then.number.Sign() < 0 {
		return e.fail(n, Fault{Problem: SignTurned})
	}
	return e.share(n, e.add(n, now, then, true), then)
}
