package fonts

// NameOf returns the name With gives the face in a font file. It refuses what
// With refuses, but for names that are taken.
func NameOf(file []byte) (ID, error) {
	face, err := openOwn(file)
	if err != nil {
		return "", err
	}
	return face.id, nil
}
