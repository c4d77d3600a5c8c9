// Search in the book.
import { $, say, words } from "./util.js";

export class Search {
  constructor(book) {
    this.book = book;
    this.list = [];
    this.at = -1;
    let waiting = 0;
    $("query").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.find(true), 100);
    });
    $("search").addEventListener("submit", (e) => e.preventDefault());
    $("query").addEventListener("keydown", (e) => {
      if (e.key === "Enter") {
        e.preventDefault();
        this.step(e.shiftKey ? -1 : 1);
      }
      if (e.key === "Escape") {
        $("query").value = "";
        this.find(false);
        $("scroller").focus({ preventScroll: true });
      }
    });
    $("hit-on").addEventListener("click", () => this.step(1));
    $("hit-back").addEventListener("click", () => this.step(-1));
  }

  open() {
    $("query").focus();
    $("query").select();
  }

  // again searches a new version, and stays at the hit.
  again() {
    if ($("query").value) this.find(false);
  }

  async find(jump) {
    const q = $("query").value.trim();
    const answer = q ? await fetch(`search?q=${encodeURIComponent(q)}`) : null;
    if (q !== $("query").value.trim()) return;
    this.list = answer?.ok ? await answer.json() : [];
    if (jump) {
      const here = this.book.here();
      this.at = this.list.findIndex((h) => h.page >= here);
      if (this.at < 0 && this.list.length) this.at = 0;
    }
    this.at = Math.min(this.at, this.list.length - 1);
    this.render(q);
    if (jump && this.at >= 0) this.see();
  }

  step(by) {
    if (!this.list.length) return;
    this.at = (this.at + by + this.list.length) % this.list.length;
    this.render($("query").value.trim());
    this.see();
  }

  see() {
    const h = this.list[this.at];
    if (h.boxes.length) this.book.see(h.page, h.boxes[0]);
  }

  render(q) {
    $("hits").textContent = !q ? "" : this.list.length ? say("hits", this.at + 1, this.list.length) : words.noHits;
    const boxes = [];
    this.list.forEach((h, i) => {
      for (const b of h.boxes) boxes.push({ page: h.page, box: b, name: i === this.at ? "now" : "" });
    });
    this.book.layer("hit", boxes);
  }
}
