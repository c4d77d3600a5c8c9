// The page that shows the pages: what comes from the server goes to the parts.
import { Book } from "./book.js";
import { Sidebar } from "./sidebar.js";
import { Panel } from "./panel.js";
import { Search } from "./search.js";
import { Source } from "./source.js";
import { bindKeys } from "./keys.js";
import { $, memory, pressed, say, words } from "./util.js";

const book = new Book($("scroller"), $("book"));
const source = new Source(book);
const sidebar = new Sidebar(book);
const panel = new Panel(book, source);
const search = new Search(book);
const parts = { book, source, sidebar, panel, search };

// families are the fonts there are, by name; those no page needs any more go.
const families = new Map();

async function loadFonts(names) {
  for (const [name, face] of families) {
    if (!names.includes(name)) {
      document.fonts.delete(face);
      families.delete(name);
    }
  }
  await Promise.all(names.filter((n) => !families.has(n)).map(async (name) => {
    const face = new FontFace(name, `url(font/${name})`);
    families.set(name, face);
    document.fonts.add(await face.load());
  }));
}

// Versions come one after another; one that is still being shown when a newer has
// come gives way to it.
let newest = 0;

async function show(state) {
  newest = state.made;
  if (state.pages.length > 0) {
    try {
      await loadFonts(state.fonts);
    } catch (err) {
      console.warn(err); // a newer version has other fonts: it is on its way
    }
    if (newest !== state.made) return;
    document.title = `${state.title} · kl-print`;
    $("title").textContent = state.title;
    const changed = await book.show(state, () => newest === state.made);
    if (changed < 0) return;
    sidebar.show(state);
    search.again();
    if (!state.stale) {
      const what = changed === 0 ? words.unchanged : say("changed", changed);
      status(`${say("made", state.took)}; ${what}`);
    }
  }
  panel.problems(state);
  document.documentElement.dataset.made = state.made;
}

function status(text) {
  $("status").textContent = text;
}
source.tell = status;

// leaves are the pages of the version shown, by name: those of the next that are the
// same are not sent again, and are the same objects.
let leaves = new Map();

// leaved puts the leaves in the place of their names.
function leaved(state) {
  const now = new Map(state.pages.map((name) => [name, leaves.get(name)]));
  state.pages = state.pages.map((name) => leaves.get(name));
  leaves = now;
  return state;
}

// listen hears of new versions while the page is looked at: a browser has few
// connections to one server, and a tab behind others needs none.
let events = null;
let lost = false;

function listen() {
  events = new EventSource("events");
  events.addEventListener("leaves", (e) => {
    for (const [name, leaf] of Object.entries(JSON.parse(e.data))) leaves.set(name, leaf);
  });
  events.addEventListener("state", (e) => {
    if (lost) status(words.back);
    lost = false;
    show(leaved(JSON.parse(e.data)));
  });
  events.addEventListener("findings", (e) => panel.findings(JSON.parse(e.data)));
  events.addEventListener("error", () => {
    lost = true;
    status(words.gone);
  });
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    events?.close();
    events = null;
  } else if (!events) {
    listen();
  }
});

for (const b of document.querySelectorAll("[data-view]")) {
  b.addEventListener("click", () => view(b.dataset.view));
}

function view(name) {
  for (const b of document.querySelectorAll("[data-view]")) pressed(b, b.dataset.view === name);
  memory.set("view", name);
  book.view(name);
}

function toggle(id, name) {
  const set = (on) => {
    pressed($(id), on);
    memory.set(name, on ? "1" : "");
    book.grid(name, on);
  };
  $(id).addEventListener("click", () => set($(id).getAttribute("aria-pressed") !== "true"));
  set(memory.get(name, "") === "1");
}

toggle("baseline", "baseline");
toggle("columns", "columns");
$("zoom-in").addEventListener("click", () => book.step(1));
$("zoom-out").addEventListener("click", () => book.step(-1));
$("zoom-fit").addEventListener("click", () => book.zoom("fit"));
$("zoom-width").addEventListener("click", () => book.zoom("width"));
view(memory.get("view", "facing"));
book.zoom(memory.get("zoom", "fit"));
bindKeys({ ...parts, view });
listen();
$("scroller").focus({ preventScroll: true });
