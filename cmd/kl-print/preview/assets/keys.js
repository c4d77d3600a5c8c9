// Keys. Those without Ctrl can be switched off (WCAG 2.1, 2.1.4).
import { $, memory } from "./util.js";

export function bindKeys({ book, source, sidebar, panel, search, view }) {
  const help = $("help");
  $("shortcuts").checked = memory.get("keys", "1") === "1";
  $("shortcuts").addEventListener("change", () => memory.set("keys", $("shortcuts").checked ? "1" : ""));
  $("help-button").addEventListener("click", () => help.showModal());
  $("help-close").addEventListener("click", () => help.close());

  const does = {
    ArrowRight: () => book.turn(1), ArrowLeft: () => book.turn(-1),
    n: () => book.turn(1), p: () => book.turn(-1),
    Home: () => book.go(0), End: () => book.go(Infinity),
    1: () => view("single"), 2: () => view("facing"), 3: () => view("grid"),
    "+": () => book.step(1), "=": () => book.step(1), "-": () => book.step(-1), 0: () => book.zoom("fit"), w: () => book.zoom("width"),
    "/": () => search.open(), j: () => source.step(1), k: () => source.step(-1),
    f: () => panel.toggle(), ".": () => panel.step(1), ",": () => panel.step(-1),
    b: () => $("baseline").click(), c: () => $("columns").click(),
    t: () => sidebar.tab("thumbs"), o: () => sidebar.tab("outline"), "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || help.open) return;
    if (e.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (e.key === "Enter" && e.target === $("scroller")) {
      source.enter();
      return;
    }
    if (e.key === "Escape") {
      if (!$("panel").hidden && $("panel").contains(document.activeElement)) panel.toggle(false);
      else $("scroller").focus({ preventScroll: true });
      return;
    }
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    if (key.length === 1 && !$("shortcuts").checked) return;
    if (!Object.hasOwn(does, key)) return;
    e.preventDefault();
    does[key]();
  });
}
