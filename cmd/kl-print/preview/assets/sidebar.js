// Small pages and the outline.
import { $, drawing, make, memory, pressed, say } from "./util.js";

export class Sidebar {
  constructor(book) {
    this.book = book;
    this.items = [];
    this.near = new IntersectionObserver((list) => {
      for (const e of list) if (e.isIntersecting) this.load(Number(e.target.dataset.page));
    }, { root: $("thumbs"), rootMargin: "200px" });
    $("thumbs-tab").addEventListener("click", () => this.tab("thumbs"));
    $("outline-tab").addEventListener("click", () => this.tab("outline"));
    this.tab(memory.get("tab", "thumbs"));
    book.onMove((page) => this.mark(page));
  }

  tab(name) {
    memory.set("tab", name);
    for (const n of ["thumbs", "outline"]) {
      pressed($(`${n}-tab`), n === name);
      $(n).hidden = n !== name;
    }
  }

  show(state) {
    this.state = state;
    while (this.items.length > state.pages.length) {
      const t = this.items.pop();
      this.near.unobserve(t.item);
      t.item.remove();
    }
    while (this.items.length < state.pages.length) this.append();
    const many = state.pages.length;
    state.pages.forEach((p, i) => {
      const t = this.items[i];
      if (t.leaf === p && t.of === many) return;
      t.leaf = p;
      t.of = many;
      t.paper.style.setProperty("--w", p.w);
      t.paper.style.setProperty("--h", p.h);
      t.label.textContent = p.label || "·";
      t.button.setAttribute("aria-label", p.label ? say("page", p.label) : say("pageOf", i + 1, many));
      if (t.hash && t.hash !== p.hash) this.load(i);
    });
    this.outline(state.outline);
    this.mark(this.book.here());
  }

  append() {
    const i = this.items.length;
    const paper = make("div", { className: "paper", "aria-hidden": "true" });
    const label = make("span", { className: "label" });
    const button = make("button", { type: "button", onclick: () => this.book.go(i) }, paper, label);
    const item = make("li", {}, button);
    item.dataset.page = i;
    $("thumbs").append(item);
    this.items.push({ item, button, paper, label, hash: "" });
    this.near.observe(item);
  }

  async load(i) {
    const t = this.items[i];
    const hash = this.state.pages[i]?.hash;
    if (!t || !hash || t.hash === hash) return;
    t.hash = hash;
    const svg = await drawing(`small/${hash}`);
    if (svg && t.hash === hash) t.paper.replaceChildren(svg);
  }

  // outline is made anew only where it differs, so that the focus stays.
  outline(list) {
    const now = JSON.stringify(list);
    if (now === this.shown) return;
    this.shown = now;
    this.entries = [];
    const part = (kids) => make("ul", {}, ...kids.map((e) => {
      const button = make("button", { type: "button", onclick: () => this.book.go(e.page, Math.max(0, e.y - 20)) }, e.title);
      this.entries.push([e.page, button]);
      return make("li", {}, button, ...(e.kids?.length ? [part(e.kids)] : []));
    }));
    $("outline").replaceChildren(part(list));
  }

  // mark shows where the reader is.
  mark(page) {
    const t = this.items[page];
    if (t !== this.marked) {
      this.marked?.button.removeAttribute("aria-current");
      this.marked = t;
      t?.button.setAttribute("aria-current", "page");
      t?.item.scrollIntoView({ block: "nearest" });
    }
    let now = null;
    for (const [at, button] of this.entries ?? []) {
      button.removeAttribute("aria-current");
      if (at <= page) now = button;
    }
    now?.setAttribute("aria-current", "true");
  }
}
