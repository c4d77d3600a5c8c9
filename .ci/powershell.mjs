// Parses a PowerShell script by tree-sitter's grammar, and one that is spoilt, which
// has to be found out. There is no PowerShell in the registries that .ci/run has.
//
//   node .ci/powershell.mjs NODE_MODULES SCRIPT
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, script] = process.argv.slice(2);
const { Parser, Language } = await import(pathToFileURL(path.resolve(modules, "web-tree-sitter/web-tree-sitter.js")));
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(path.resolve(modules, "tree-sitter-powershell/tree-sitter-powershell.wasm")));

// faults lists what is no PowerShell, and the commands that are called.
function read(text) {
  const faults = [], commands = new Set();
  const walk = (node) => {
    if (node.isError || node.isMissing) faults.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
    if (node.type === "command_name") commands.add(node.text);
    node.children.forEach(walk);
  };
  walk(parser.parse(text).rootNode);
  return { faults, commands };
}

const text = fs.readFileSync(script, "utf8");
const { faults, commands } = read(text);
if (!commands.has("Register-ArgumentCompleter") || !text.includes("-CommandName 'kl-print'")) faults.push("nothing is registered for kl-print");
if (read(text.replace("}", ")")).faults.length === 0) faults.push("a spoilt script is not found out");
faults.forEach((f) => console.error(f));
console.log(`${text.split("\n").length} lines, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
