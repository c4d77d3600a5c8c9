package main

import "runtime/debug"

// release is the version where the build does not know its own. It is also the
// one written into the PDF, which is to be the same however the program was
// built.
const release = "0.1.0"

// version is what the program says it is.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return release
	}
	return info.Main.Version
}
