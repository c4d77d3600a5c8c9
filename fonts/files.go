package fonts

import "io/fs"

// Files is the embedded font files with their licences, in the folder source.
func Files() fs.FS { return source }
