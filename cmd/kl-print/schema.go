package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/schema"
	"github.com/kl-print/kl-print/content/source"
)

// schemaNames are the schemas there are.
func schemaNames() []string { return schema.Names(format.New()) }

// schemaCommand is kl-print schema.
func (a *app) schemaCommand() *cobra.Command {
	var folder, edition string
	cmd := &cobra.Command{
		Use: "schema",
		RunE: func(cmd *cobra.Command, args []string) error {
			out, of := cmd.Flags().Changed("output"), cmd.Flags().Changed("edition")
			switch {
			case len(args) > 1, len(args) == 1 && (out || of), out && of:
				return wrongUsage("%s", schemaWordsIn(a.lang).oneWay)
			case out && folder == "":
				return wrongUsage("%s", a.say.emptyPath)
			case out:
				return a.writeSchemas(folder)
			case of:
				return a.schemasInto(cmd.Context(), edition)
			case len(args) == 0:
				return a.listSchemas()
			}
			return a.printSchema(args[0])
		},
	}
	cmd.Flags().StringVarP(&folder, "output", "o", "", "")
	cmd.Flags().StringVar(&edition, "edition", "", "")
	return cmd
}

// printSchema writes one schema to standard output.
func (a *app) printSchema(name string) error {
	text, has := schema.Write(format.New(), name, a.lang)
	if !has {
		complaint := fmt.Sprintf(schemaWordsIn(a.lang).noSchema, name, strings.Join(schemaNames(), ", "))
		return wrongUsage("%s", a.say.meant(complaint, name, schemaNames()))
	}
	_, err := a.out.Write(text)
	return a.wrote(err)
}

// listSchemas names the schemas and the files they are of.
func (a *app) listSchemas() error {
	var b strings.Builder
	for _, f := range format.New().Files() {
		file := f.Path
		if strings.HasSuffix(file, "/") {
			file += "*.yaml"
		}
		fmt.Fprintf(&b, "%-14s%s\n", f.Name, file)
	}
	_, err := io.WriteString(a.out, b.String())
	return a.wrote(err)
}

// schemaFiles are all schemas, in the app's language, by their paths in an edition.
func (a *app) schemaFiles() map[string][]byte {
	f, out := format.New(), map[string][]byte{}
	for _, name := range schema.Names(f) {
		out[path.Join(schema.Folder, schema.FileName(name))], _ = schema.Write(f, name, a.lang)
	}
	return out
}

// writeSchemas writes all schemas to a folder, each whole or not at all.
func (a *app) writeSchemas(folder string) error {
	files := map[string][]byte{}
	for _, name := range schemaNames() {
		files[schema.FileName(name)], _ = schema.Write(format.New(), name, a.lang)
	}
	return a.putAll(folder, files)
}

// put writes a file, whole or not at all.
func (b *build) put(data []byte) error {
	out, err := b.open()
	if err != nil {
		return b.cantWrite(err)
	}
	defer out.discard()
	if _, err := out.Write(data); err != nil {
		return b.cantWrite(err)
	}
	if err := out.commit(); err != nil {
		return b.cantWrite(err)
	}
	return nil
}

// schemasInto writes the schemas to the folder of an edition, and has each of its
// files that has none yet name its own.
func (a *app) schemasInto(ctx context.Context, dir string) error {
	say := schemaWordsIn(a.lang)
	if info, err := os.Stat(dir); dir == "" || err != nil || !info.IsDir() {
		return wrongUsage(a.say.noFolder, dir)
	}
	if _, err := os.Stat(filepath.Join(dir, source.ReportFile)); err != nil {
		return wrongUsage(say.noEdition, dir, source.ReportFile)
	}
	if err := a.writeSchemas(filepath.Join(dir, schema.Folder)); err != nil {
		return err
	}
	names, err := editionFiles(dir)
	if err != nil {
		return machineFailed(err)
	}
	changed := 0
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return machineFailed(err)
		}
		n, err := a.nameSchema(dir, name)
		if err != nil {
			return err
		}
		changed += n
	}
	_, err = fmt.Fprintf(a.out, say.done, filepath.Join(dir, schema.Folder), changed, len(names))
	return a.wrote(err)
}

// editionFiles lists the files of a folder that have a schema; links are left alone.
func editionFiles(dir string) (out []string, err error) {
	for _, f := range format.New().Files() {
		folder, isFolder := strings.CutSuffix(f.Path, "/")
		if !isFolder {
			if info, err := os.Lstat(filepath.Join(dir, f.Path)); err == nil && info.Mode().IsRegular() {
				out = append(out, f.Path)
			}
			continue
		}
		entries, err := os.ReadDir(filepath.Join(dir, folder))
		if err != nil && !os.IsNotExist(err) {
			return nil, err
		}
		for _, e := range entries {
			if name := path.Join(folder, e.Name()); e.Type().IsRegular() && schema.Of(format.New(), name) != "" {
				out = append(out, name)
			}
		}
	}
	return out, nil
}

// nameSchema has one file name its schema, and returns 1 where it did not before.
func (a *app) nameSchema(dir, name string) (int, error) {
	b := &build{app: a, output: filepath.Join(dir, filepath.FromSlash(name))}
	data, err := os.ReadFile(b.output)
	if err != nil {
		return 0, b.machineRefused(a.say.cantRead, b.output, err)
	}
	now, changed := schema.Named(format.New(), name, data)
	if !changed {
		return 0, nil
	}
	return 1, b.put(now)
}

// withHeads has files of an edition name their schemas.
func withHeads(files map[string][]byte) map[string][]byte {
	out := make(map[string][]byte, len(files))
	for name, data := range files {
		out[name], _ = schema.Named(format.New(), name, data)
	}
	return out
}
