// Package edition2024 holds KL's report for 2024 as the program carries it
// along: the edition folder, embedded.
package edition2024

import (
	"embed"
	"io/fs"
)

//go:embed report.yaml accounts.yaml figures.yaml people.yaml chapters
var files embed.FS

// Files is the edition folder.
func Files() fs.FS { return files }
