package pdf

// fanOut is how many children a node of a tree in the file has at most.
const fanOut = 64

// writeTree writes the nodes of a balanced tree over n leaves and returns its
// root. node writes one node: its leaves [from, to) where kids is 0, or its
// count consecutive kids from object kids on. parent is 0 at the root.
//
// The page tree, name trees and number trees are all such trees (ISO 32000-1,
// 7.7.3 and 7.9.6): a viewer finds a leaf in few steps however many there are.
func (f *file) writeTree(n int, node func(w *writer, t treeNode)) ref {
	root := f.alloc(1)
	f.writeNode(root, treeNode{to: n, root: true}, node)
	return root
}

// treeNode is a node of a tree in the file.
type treeNode struct {
	from, to int // the leaves below it
	parent   ref // 0 at the root
	kids     ref // the first of its consecutive kids; 0 where it holds leaves
	count    int // of its kids
	self     ref
	root     bool
}

func (f *file) writeNode(self ref, t treeNode, node func(w *writer, t treeNode)) {
	t.self = self
	step := leavesPerKid(t.to - t.from)
	if step > 0 {
		t.count = (t.to - t.from + step - 1) / step
		t.kids = f.alloc(t.count)
	}
	f.object(self, func(w *writer) { node(w, t) })
	for k := range t.count {
		from := t.from + k*step
		f.writeNode(t.kids+ref(k), treeNode{from: from, to: min(from+step, t.to), parent: self}, node)
	}
}

// leavesPerKid returns how many leaves go below each kid of a node with n, or 0
// where the node can hold them itself.
func leavesPerKid(n int) int {
	if n <= fanOut {
		return 0
	}
	step := fanOut
	for step*fanOut < n {
		step *= fanOut
	}
	return step
}

// writeNames writes a name tree of n entries, whose keys are in the order of
// their bytes, and returns its root.
func (f *file) writeNames(n int, key func(i int) string, value func(w *writer, i int)) ref {
	return f.writeKeyed(n, "Names", func(w *writer, i int) { w.bytes(key(i)) }, value)
}

// writeKeyed writes a name or number tree of n entries and returns its root.
func (f *file) writeKeyed(n int, leaves string, key, value func(w *writer, i int)) ref {
	return f.writeTree(n, func(w *writer, t treeNode) {
		w.open()
		if !t.root {
			w.name("Limits").raw("[")
			key(w, t.from)
			key(w, t.to-1)
			w.raw("]")
		}
		if t.kids != 0 {
			w.name("Kids").refs(t.kids, t.count).close()
			return
		}
		w.name(leaves).raw("[")
		for i := t.from; i < t.to; i++ {
			key(w, i)
			value(w, i)
		}
		w.raw("]").close()
	})
}
