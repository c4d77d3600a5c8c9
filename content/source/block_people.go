package source

import (
	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
)

func (r *reader) letter(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, "letter")
	defer m.close()
	return content.Letter{
		At:       at,
		Greeting: m.text("greeting", needed),
		Body:     m.prose("text", needed),
		Closing:  m.text("closing", optional),
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
	m := r.mapping(n, "organisation")
	defer m.close()
	out := content.Organisation{At: at, Title: m.text("title", needed), Alt: m.text("alt", optional)}
	switch root := m.get("root", needed, aMapping); {
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
	m := r.mapping(n, "organisation")
	defer m.close()
	node := content.OrgNode{Name: m.text("name", needed), Note: m.text("note", optional)}
	for _, kid := range m.list("children", optional) {
		node.Kids = append(node.Kids, r.orgNode(kid))
	}
	return node
}

func (r *reader) signatures(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, "signatures")
	defer m.close()
	out := content.Signatures{At: at, Place: m.text("place", needed), Date: m.date("date", needed), Signed: m.flag("signed")}
	for _, p := range m.list("parties", needed) {
		out.Parties = append(out.Parties, r.party(p))
	}
	return out
}

// party reads people who sign together.
func (r *reader) party(n *yaml.Node) content.SignatureParty {
	m := r.mapping(n, "parties")
	defer m.close()
	return content.SignatureParty{Title: m.text("title", optional), Signers: m.members("people")}
}

func (r *reader) auditor(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, "auditor")
	defer m.close()
	out := content.Auditor{
		At:     at,
		Place:  m.text("place", needed),
		Date:   m.date("date", needed),
		Signed: m.flag("signed"),
		Firm:   m.text("firm", needed),
		Form:   m.text("form", optional),
		Number: m.text("number", optional),
	}
	for _, s := range m.list("signers", needed) {
		out.Signers = append(out.Signers, r.signer(s))
	}
	return out
}

// signer reads an auditor who signs.
func (r *reader) signer(n *yaml.Node) content.AuditSigner {
	m := r.mapping(n, "signers")
	defer m.close()
	return content.AuditSigner{Name: m.text("name", needed), Title: m.text("title", needed), Number: m.text("number", optional)}
}
