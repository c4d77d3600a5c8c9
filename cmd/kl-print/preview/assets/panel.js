// What is wrong: errors over the pages, findings beside them and on them.
import { $, make, memory, pressed, say, words } from "./util.js";

export class Panel {
  constructor(book, source) {
    this.book = book;
    this.source = source;
    this.list = [];
    this.at = -1;
    $("findings-button").addEventListener("click", () => this.toggle());
    $("panel-close").addEventListener("click", () => this.toggle(false));
    $("notes").checked = memory.get("notes", "") === "1";
    $("notes").addEventListener("change", () => {
      memory.set("notes", $("notes").checked ? "1" : "");
      this.render();
    });
    source.onClick = (page, x, y) => this.hit(page, x, y);
  }

  toggle(on = $("panel").hidden) {
    $("panel").hidden = !on;
    pressed($("findings-button"), on);
    if (on) $("findings").focus();
    else $("scroller").focus({ preventScroll: true });
  }

  // problems puts the errors over the pages.
  problems(state) {
    const place = $("problems");
    const text = JSON.stringify(state.problems);
    place.hidden = state.problems.length === 0;
    if (text === this.told) return;
    this.told = text;
    const rows = state.problems.map((p) => make("li", {},
      ...(p.at ? [make("button", { type: "button", onclick: () => this.source.go(p.at) }, p.at), " "] : []), p.text));
    const head = say("problems", state.problems.length) + (state.pages.length ? `. ${words.stale}` : "");
    place.replaceChildren(make("p", {}, head), make("ul", {}, ...rows));
  }

  findings(list) {
    this.list = list;
    this.at = -1;
    this.render();
  }

  shown() {
    return this.list.filter((f) => f.level !== "note" || $("notes").checked);
  }

  render() {
    const shown = this.shown();
    $("count").textContent = shown.length;
    $("findings").replaceChildren(...(shown.length ? shown.map((f, i) => this.row(f, i)) : [make("li", {}, words.noFindings)]));
    this.marks();
  }

  row(f, i) {
    const show = make("button", { type: "button", className: "show", onclick: () => this.choose(i) },
      make("span", { className: "level" }, `${words[f.level]}: `), f.found ? `“${f.found}” ` : "", f.what);
    const more = [];
    if (f.should) more.push(make("p", {}, `${words.should}: ${f.should}`));
    if (f.mend) more.push(make("p", {}, `${words.mend}: ${f.mend}`));
    if (f.page < 0) more.push(make("p", {}, words.offPage));
    const open = make("button", { type: "button", className: "open", "aria-label": say("openAt", f.at), onclick: () => this.source.go(f.at) }, f.at);
    return make("li", { className: f.level }, show, ...more, open);
  }

  marks() {
    const list = [];
    this.shown().forEach((f, i) => {
      for (const b of f.boxes) list.push({ page: f.page, box: b, name: `${f.level}${i === this.at ? " now" : ""}` });
    });
    this.book.layer("mark", list);
  }

  choose(i) {
    const f = this.shown()[i];
    if (!f) return;
    this.at = i;
    [...$("findings").children].forEach((li, n) => li.classList.toggle("now", n === i));
    $("findings").children[i]?.scrollIntoView({ block: "nearest" });
    this.marks();
    if (f.page >= 0 && f.boxes.length) this.book.see(f.page, f.boxes[0]);
    this.source.tell(`${words[f.level]}: ${f.what}`);
  }

  step(by) {
    const n = this.shown().length;
    if (n) this.choose((this.at + by + n) % n);
  }

  // hit chooses the finding that is marked at a place; the click goes to its source.
  hit(page, x, y) {
    const i = this.shown().findIndex((f) => f.page === page && f.boxes.some(([l, t, w, h]) => x >= l && x <= l + w && y >= t && y <= t + h));
    if (i < 0) return null;
    if (!$("panel").hidden) this.choose(i);
    return this.shown()[i].at;
  }
}
