package source

import (
	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
)

func (r *reader) letter(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Letter)
	defer m.close()
	return content.Letter{
		At:       at,
		Greeting: m.text("greeting"),
		Body:     m.prose("text"),
		Closing:  m.text("closing"),
		Signers:  m.members("signatures"),
	}
}

func (r *reader) portraits(n *yaml.Node, at content.At) content.Block {
	return content.Portraits{At: at, Group: refer(r, n, group, &r.ed.groups)}
}

func (r *reader) roster(n *yaml.Node, at content.At) content.Block {
	out := content.Roster{At: at}
	seen := map[*content.Group]bool{}
	for _, id := range r.words(n) {
		g := refer(r, id, group, &r.ed.groups)
		if g != nil && seen[g] {
			r.fail(id, listedTwice(group, g.ID))
		}
		seen[g] = true
		out.Groups = append(out.Groups, g)
	}
	return out
}

func (r *reader) organisation(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Organisation)
	defer m.close()
	out := content.Organisation{At: at, Title: m.text("title"), Alt: m.text("alt")}
	switch root := m.getAs("root", aMapping); {
	case root == nil:
	case root.Kind == yaml.ScalarNode:
		if u := refer(r, root, unit, &r.ed.units); u != nil {
			out.Root = r.ed.below(u)
		}
	default:
		out.Root = r.orgNode(root)
	}
	return out
}

// orgNode reads a box of an organisation chart and those below it.
func (r *reader) orgNode(n *yaml.Node) content.OrgNode {
	m := r.mapping(n, r.ed.format.OrgNode)
	defer m.close()
	node := content.OrgNode{Name: m.text("name"), Note: m.text("note")}
	for _, kid := range m.list("children") {
		node.Kids = append(node.Kids, r.orgNode(kid))
	}
	return node
}

func (r *reader) signatures(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Signatures)
	defer m.close()
	out := content.Signatures{At: at, Place: m.text("place"), Date: m.date("date"), Signed: m.flag("signed")}
	for _, p := range m.list("parties") {
		out.Parties = append(out.Parties, r.party(p))
	}
	return out
}

// party reads people who sign together.
func (r *reader) party(n *yaml.Node) content.SignatureParty {
	m := r.mapping(n, r.ed.format.Party)
	defer m.close()
	return content.SignatureParty{Title: m.text("title"), Signers: m.members("people")}
}

func (r *reader) auditor(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Auditor)
	defer m.close()
	out := content.Auditor{
		At:     at,
		Place:  m.text("place"),
		Date:   m.date("date"),
		Signed: m.flag("signed"),
		Firm:   m.text("firm"),
		Form:   m.text("form"),
		Number: m.text("number"),
	}
	for _, s := range m.list("signers") {
		out.Signers = append(out.Signers, r.signer(s))
	}
	return out
}

// signer reads an auditor who signs.
func (r *reader) signer(n *yaml.Node) content.AuditSigner {
	m := r.mapping(n, r.ed.format.AuditSigner)
	defer m.close()
	return content.AuditSigner{Name: m.text("name"), Title: m.text("title"), Number: m.text("number")}
}
