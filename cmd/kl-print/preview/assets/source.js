// From a place on a page to the place in a file: shown, copied, opened.
import { $, memory, say, token } from "./util.js";

export class Source {
  constructor(book) {
    this.book = book;
    this.at = null; // the chosen block: page and number
    this.tell = () => {};
    this.onClick = () => null;
    $("open-on-click").checked = memory.get("open", "1") === "1";
    $("open-on-click").addEventListener("change", () => memory.set("open", $("open-on-click").checked ? "1" : ""));
    book.root.addEventListener("click", (e) => this.clicked(e));
  }

  // clicked waits whether it becomes a double click, which selects a word.
  clicked(e) {
    clearTimeout(this.waiting);
    const paper = e.target.closest(".paper");
    if (!paper || e.detail > 1 || !getSelection().isCollapsed) return;
    const page = Number(paper.parentElement.dataset.page);
    const r = paper.getBoundingClientRect();
    const p = this.book.state.pages[page];
    const x = ((e.clientX - r.left) * p.w) / r.width;
    const y = ((e.clientY - r.top) * p.h) / r.height;
    this.waiting = setTimeout(() => {
      const marked = this.onClick(page, x, y);
      const block = this.find(page, x, y);
      if (block < 0 && !marked) return this.choose(null);
      if (block >= 0) this.choose({ page, block });
      this.go(marked ?? p.blocks[block].at);
    }, e.detail === 1 ? 200 : 0);
  }

  // find is the smallest block at a place, or near it; −1 where there is none.
  find(page, x, y) {
    let best = -1;
    let size = Infinity;
    this.book.state.pages[page].blocks.forEach((b, i) => {
      const [l, t, w, h] = b.box;
      if (x < l - 4 || x > l + w + 4 || y < t - 4 || y > t + h + 4 || w * h >= size) return;
      best = i;
      size = w * h;
    });
    return best;
  }

  choose(at) {
    this.at = at;
    const b = at && this.book.state.pages[at.page]?.blocks[at.block];
    $("where").textContent = b ? short(b.at) : "";
    this.book.layer("block", b ? [{ page: at.page, box: b.box }] : []);
    return b;
  }

  // step goes to the next block, or that before.
  step(by) {
    const pages = this.book.state.pages;
    let { page, block } = this.at ?? { page: this.book.here(), block: by > 0 ? -1 : 0 };
    block += by;
    while (pages[page] && !pages[page].blocks[block]) {
      page += by;
      block = by > 0 ? 0 : (pages[page]?.blocks.length ?? 0) - 1;
    }
    if (!pages[page]) return;
    const b = this.choose({ page, block });
    this.book.see(page, b.box);
    this.tell(`${short(b.at)} · ${say("pageOf", page + 1, pages.length)}`);
  }

  // enter goes to the chosen block's source.
  enter() {
    const b = this.at && this.book.state.pages[this.at.page]?.blocks[this.at.block];
    if (b) this.go(b.at);
  }

  // go shows a place, copies it and, where that is wanted, has the editor open it.
  async go(at) {
    $("where").textContent = short(at);
    const copied = await copy(short(at));
    const said = say(copied ? "copied" : "notCopied", short(at));
    this.tell(said);
    if (!$("open-on-click").checked) return;
    try {
      const answer = await fetch("open", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Preview-Token": token },
        body: JSON.stringify({ at }),
      });
      const text = answer.headers.get("Content-Type") === "application/json" ? (await answer.json()).text : await answer.text();
      this.tell(`${said}. ${text}`);
    } catch (err) {
      this.tell(`${said}. ${err.message}`);
    }
  }
}

// short is file:line.
function short(at) {
  return at.replace(/^(.*:\d+):\d+$/, "$1");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
