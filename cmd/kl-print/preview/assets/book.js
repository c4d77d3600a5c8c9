// The pages: laid out, loaded while they are near, kept where the reader was.
import { $, box, draw, drawing, make, memory, say } from "./util.js";

const px = 96 / 72; // of a point at 100 %
const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];
const kept = 14; // pages that stay loaded; more where more are near

export class Book {
  constructor(scroller, root) {
    this.scroller = scroller;
    this.root = root;
    this.state = { pages: [], grid: null };
    this.sheets = []; // by page: its element, drawing and overlay
    this.mode = "facing";
    this.size = "fit";
    this.grids = { baseline: false, columns: false };
    this.layers = { block: [], hit: [], mark: [] }; // what is drawn over pages
    this.watchers = [];
    this.near = new IntersectionObserver((list) => this.nearing(list), { root: scroller, rootMargin: "800px 200px" });
    let waiting = 0;
    scroller.addEventListener("scroll", () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => this.moved());
    }, { passive: true });
    new ResizeObserver(() => this.holding(() => this.rescale())).observe(scroller);
  }

  // onMove is told the page the reader is on.
  onMove(f) { this.watchers.push(f); }
  moved() { for (const f of this.watchers) f(this.here()); }

  // show shows a version. It returns how many pages changed, or −1 where a newer
  // version came meanwhile. What is seen is swapped all at once.
  async show(state, current) {
    const before = this.state.pages.map((p) => p.hash);
    const changed = state.pages.filter((p, i) => p.hash !== before[i]).length;
    const fresh = new Map();
    await Promise.all(state.pages.map(async (p, i) => {
      const s = this.sheets[i];
      const name = this.name(p);
      if (s?.drawing && s.name !== name && this.isNear(s)) fresh.set(i, [name, await drawing(name)]);
    }));
    if (!current()) return -1;
    const place = this.place();
    const old = this.state.pages;
    this.state = state;
    while (this.sheets.length > state.pages.length) this.drop();
    while (this.sheets.length < state.pages.length) this.append();
    state.pages.forEach((p, i) => {
      if (p !== old[i] || state.pages.length !== old.length) this.fit(i, p);
    });
    for (const [i, [name, svg]] of fresh) if (svg && this.name(state.pages[i]) === name) this.put(i, svg, name);
    this.rescale();
    this.overlay();
    this.restore(place);
    await this.refresh();
    this.moved();
    return current() ? changed : -1;
  }

  // name is what a page's drawing is called at the server: in the overview it is the small one.
  name(p) {
    return (this.mode === "grid" ? "small/" : "page/") + p.hash;
  }

  // refresh loads what is near and not as it should be, and drops such that is far.
  async refresh() {
    const rest = this.sheets.map((s, i) => [s, i]).filter(([s, i]) => s.name !== this.name(this.state.pages[i]));
    const near = rest.map(([s]) => this.isNear(s));
    await Promise.all(rest.map(([s, i], n) => (near[n] ? this.load(i) : this.unload(s))));
  }

  append() {
    const i = this.sheets.length;
    const paper = make("div", { className: "paper" });
    const over = draw("svg", { class: "overlay", "aria-hidden": "true" });
    paper.append(over);
    const element = make("section", { className: "sheet" }, paper);
    element.dataset.page = i;
    this.root.append(element);
    this.sheets.push({ element, paper, over, drawing: null, name: "" });
    this.near.observe(element);
  }

  drop() {
    const s = this.sheets.pop();
    this.near.unobserve(s.element);
    s.element.remove();
  }

  fit(i, p) {
    const s = this.sheets[i];
    s.paper.style.setProperty("--w", p.w);
    s.paper.style.setProperty("--h", p.h);
    s.over.setAttribute("viewBox", `0 0 ${p.w} ${p.h}`);
    s.element.setAttribute("aria-label", p.label ? say("page", p.label) : say("pageOf", i + 1, this.state.pages.length));
  }

  nearing(list) {
    for (const e of list) {
      const i = Number(e.target.dataset.page);
      const s = this.sheets[i];
      if (e.isIntersecting && s && s.name !== this.name(this.state.pages[i])) this.load(i);
    }
    const loaded = this.sheets.filter((s) => s.drawing && !this.isNear(s));
    if (this.sheets.filter((s) => s.drawing).length > kept) for (const s of loaded) this.unload(s);
  }

  isNear(s) {
    const view = this.scroller.getBoundingClientRect();
    const r = s.element.getBoundingClientRect();
    return r.bottom > view.top - 800 && r.top < view.bottom + 800;
  }

  async load(i) {
    const name = this.name(this.state.pages[i]);
    const svg = await drawing(name);
    const p = this.state.pages[i];
    if (svg && p && this.name(p) === name) this.put(i, svg, name);
  }

  put(i, svg, name) {
    const s = this.sheets[i];
    if (s.drawing) s.drawing.replaceWith(svg);
    else s.paper.prepend(svg);
    s.drawing = svg;
    s.name = name;
    s.paper.dataset.hash = this.state.pages[i].hash;
  }

  unload(s) {
    if (!s.drawing) return;
    s.drawing.remove();
    s.drawing = null;
    s.name = "";
    delete s.paper.dataset.hash;
  }

  // place is where the reader is: the blocks in view and how far below the upper
  // edge each stands, and the page at that edge.
  place() {
    const view = this.scroller.getBoundingClientRect();
    const blocks = [];
    let edge = null;
    this.sheets.forEach((s, i) => {
      const r = s.paper.getBoundingClientRect();
      if (r.bottom < view.top || r.top > view.bottom || !this.state.pages[i]) return;
      const scale = r.height / this.state.pages[i].h;
      edge ??= { page: i, y: (view.top - r.top) / scale, x: (view.left - r.left) / scale };
      for (const b of this.state.pages[i].blocks) {
        const top = r.top + b.box[1] * scale - view.top;
        if (top >= 0 && top < view.height) blocks.push({ key: b.key, page: i, top });
      }
    });
    return { blocks, edge };
  }

  // restore goes back to a place: to the first of its blocks that there still is,
  // on the nearest page that has it, else to the page.
  restore({ blocks, edge }) {
    const pages = new Map(blocks.map((b) => [b.key, []]));
    this.state.pages.forEach((p, i) => p.blocks.forEach((b) => pages.get(b.key)?.push([i, b])));
    for (const want of blocks) {
      const found = (pages.get(want.key)).sort((a, b) => Math.abs(a[0] - want.page) - Math.abs(b[0] - want.page))[0];
      if (!found) continue;
      const top = this.top(found[0], found[1].box[1]);
      this.scroller.scrollTop += top - want.top;
      return;
    }
    if (edge && this.sheets.length) {
      const i = Math.min(edge.page, this.sheets.length - 1);
      this.scroller.scrollTop += this.top(i, edge.y);
    }
  }

  // top is how far below the upper edge a height of a page is, in pixels.
  top(i, y) {
    const r = this.sheets[i].paper.getBoundingClientRect();
    return r.top + (y * r.height) / this.state.pages[i].h - this.scroller.getBoundingClientRect().top;
  }

  // holding changes the size or the view, and keeps what is at the upper edge there.
  holding(change) {
    const { edge } = this.place();
    change();
    this.restore({ blocks: [], edge });
    this.moved();
  }

  view(name) {
    const at = this.here();
    const change = this.mode !== name;
    this.mode = name;
    this.root.className = name;
    this.rescale();
    if (!change || !this.sheets.length) return;
    this.go(at);
    this.refresh();
  }

  zoom(size) {
    memory.set("zoom", size);
    this.holding(() => {
      this.size = size;
      this.rescale();
    });
  }

  step(by) {
    const now = this.scale() / px;
    const next = by > 0 ? steps.find((s) => s > now + 0.01) : steps.findLast((s) => s < now - 0.01);
    if (next) this.zoom(String(next));
  }

  // scale is pixels a point.
  scale() {
    const p = this.state.pages[0];
    if (!p) return px;
    const width = this.scroller.clientWidth - 40;
    const height = this.scroller.clientHeight - 34;
    const across = this.mode === "facing" ? 2 : 1;
    const number = Number(this.size);
    if (this.mode === "grid") return number ? number * px * 0.35 : 150 / p.w;
    if (number) return number * px;
    const wide = width / (p.w * across);
    return Math.max(0.1, this.size === "width" ? wide : Math.min(wide, height / p.h));
  }

  rescale() {
    const s = this.scale();
    if (s === this.scaled) return; // setting it again has every page measured again
    this.scaled = s;
    this.root.style.setProperty("--scale", s);
    $("zoom").textContent = `${Math.round((100 * s) / px)} %`;
  }

  grid(name, on) {
    this.grids[name] = on;
    this.overlay();
  }

  // layer draws boxes over pages: {page, box, name}; each kind has one layer.
  layer(kind, list) {
    this.layers[kind] = list;
    this.overlay();
  }

  overlay() {
    const of = this.state.pages.map(() => []);
    const g = this.state.grid;
    this.state.pages.forEach((p, i) => {
      if (!g || i === 0 || i === this.state.pages.length - 1) return; // the covers have no grid
      const columns = i % 2 === 0 ? g.recto : g.verso;
      const height = g.step * g.rows;
      if (this.grids.columns) for (const [x, w] of columns) of[i].push(box([x, g.top, w, height], "column"));
      if (this.grids.baseline) {
        const d = Array.from({ length: g.rows }, (_, n) => `M0 ${g.first + n * g.step}H${p.w}`).join("");
        of[i].push(draw("path", { d, class: "baseline" }));
      }
    });
    for (const [kind, list] of Object.entries(this.layers)) {
      for (const b of list) of[b.page]?.push(box(b.box, `${kind} ${b.name ?? ""}`, kind === "hit" ? 0 : 1.5));
    }
    this.sheets.forEach((s, i) => {
      if (of[i]?.length || s.over.hasChildNodes()) s.over.replaceChildren(...(of[i] ?? []));
    });
  }

  // here is the page that was gone to, while it stays in view where it was; else the
  // one most of the view is on.
  here() {
    if (this.aim && this.sheets[this.aim.page] && Math.abs(this.scroller.scrollTop - this.aim.top) < 2) return this.aim.page;
    this.aim = null;
    const view = this.scroller.getBoundingClientRect();
    const middle = view.top + view.height / 3;
    const at = this.sheets.findIndex((s) => s.element.getBoundingClientRect().bottom > middle);
    return at < 0 ? Math.max(0, this.sheets.length - 1) : at;
  }

  // go shows a page from its top, or from a height of it.
  go(page, y = 0) {
    const i = Math.max(0, Math.min(page, this.sheets.length - 1));
    if (!this.sheets[i]) return;
    this.scroller.scrollTop += this.top(i, y) - 16;
    const s = this.sheets[i].paper.getBoundingClientRect();
    const view = this.scroller.getBoundingClientRect();
    if (s.left < view.left || s.right > view.right) this.scroller.scrollLeft += s.left - view.left - 16;
    this.aim = { page: i, top: this.scroller.scrollTop };
    this.moved();
  }

  turn(by) {
    const at = this.here();
    if (this.mode !== "facing") return this.go(at + by);
    const spread = Math.ceil(at / 2) + by; // 0 is the cover
    this.go(spread <= 0 ? 0 : 2 * spread - 1);
  }

  // see brings a box of a page into view where it is not.
  see(page, b) {
    const top = this.top(page, b[1]);
    const bottom = this.top(page, b[1] + b[3]);
    const room = this.scroller.clientHeight;
    if (top < 8 || bottom > room - 8) this.scroller.scrollTop += top - room / 4;
    this.moved();
  }
}
