"""Asks the YAML language server, which VS Code's extension runs, what it makes of an edition.

    editor.py SERVER EDITION

SERVER is the folder of the npm package yaml-language-server, EDITION a folder that `kl-print new` has made. A chapter
is opened as an editor would, with faults put in and places to complete; exit 0: suggestions, help and findings are as
they should be, and come from the schema the file names.
"""
import json
import pathlib
import subprocess
import sys
import threading


class Server:
    """A language server on its standard input and output."""

    def __init__(self, folder):
        entry = pathlib.Path(folder) / "out/server/src/server.js"
        self.process = subprocess.Popen(["node", entry, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        watch = threading.Timer(120, self.process.kill)  # what does not answer is not waited for
        watch.daemon = True
        watch.start()
        self.count = 0
        self.findings = {}

    def send(self, method, params, **more):
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def read(self):
        length = 0
        if self.process.poll() is not None:
            raise SystemExit("the language server has ended")
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.findings[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:  # it asks for its settings, or to register
            result = [None] * len(message["params"]["items"]) if message["method"] == "workspace/configuration" else None
            body = json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result}).encode()
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            self.process.stdin.flush()
        return message

    def ask(self, method, params):
        self.count += 1
        self.send(method, params, id=self.count)
        while (message := self.read()).get("id") != self.count or "method" in message:
            pass
        return message.get("result")

    def open(self, path, text):
        uri = path.as_uri()
        self.findings.pop(uri, None)
        self.send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        while uri not in self.findings:
            self.read()
        return uri


def main(folder, edition):
    server, edition = Server(folder), pathlib.Path(edition).resolve()
    server.ask("initialize", {"processId": None, "rootUri": edition.as_uri(), "capabilities": {"textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}})
    server.send("initialized", {})
    server.send("workspace/didChangeConfiguration", {"settings": {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}})
    wrong = []

    def expect(what, holds, got):
        print(("ok    " if holds else "WRONG ") + what)
        if not holds:
            wrong.append(f"{what}: {got}")

    for path in sorted(edition.glob("*.yaml")) + sorted(edition.glob("chapters/*.yaml")):
        uri = server.open(path, path.read_text())
        expect(f"{path.relative_to(edition)} has no findings", not server.findings[uri], server.findings[uri])

    head = next(edition.glob("chapters/*.yaml")).read_text().split("\n\n")[0].split("\ntitle")[0].splitlines()[:2]
    text = "\n".join(head + ["title: T", "headlin: x", "blocks:", "  - fact:", "      icon: skjold", "      ", "  - ", "  - image: {file: images/a.jpg, alt: a, place: top}", "  - lead: x", ""])
    path = edition / "chapters/zzz.yaml"
    uri = server.open(path, text)
    told = [f["message"] for f in server.findings[uri]]
    expect("an unknown key is told", any("headlin" in m for m in told), told)
    expect("a word that is not one is told", any("float" in m and "here" in m for m in told), told)
    expect("a key that is missing is told", any("caption" in m for m in told), told)

    def complete(line, character):
        answer = server.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
        return {i["label"]: i for i in (answer if isinstance(answer, list) else answer["items"])}

    blocks = complete(8, 4)
    expect("blocks are suggested", {"lead", "chart", "page-break"} <= set(blocks), sorted(blocks))
    expect("what they are for is said", "documentation" in blocks.get("chart", {}), blocks.get("chart"))
    keys = complete(7, 6)
    expect("the keys of a fact are suggested", "caption" in keys and "title" not in keys, sorted(keys))
    hover = server.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 10, "character": 5}})
    expect("a block is explained", hover is not None and len(json.dumps(hover)) > 60, hover)
    server.process.kill()
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
