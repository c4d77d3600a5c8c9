// Small things all parts use.
export const $ = (id) => document.getElementById(id);

export const words = JSON.parse(document.body.dataset.words);
export const token = document.body.dataset.token;

// say puts values into a sentence.
export function say(key, ...values) {
  return words[key].replace(/\{(\d)\}/g, (_, n) => values[n]);
}

export function pressed(button, on) {
  button.setAttribute("aria-pressed", on ? "true" : "false");
}

// make makes an element with properties and what is in it.
export function make(name, props = {}, ...kids) {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(props)) {
    if (k in e) e[k] = v;
    else e.setAttribute(k, v);
  }
  e.append(...kids);
  return e;
}

const svgNS = "http://www.w3.org/2000/svg";

// draw makes an element of a drawing.
export function draw(name, attrs = {}) {
  const e = document.createElementNS(svgNS, name);
  for (const [k, v] of Object.entries(attrs)) e.setAttribute(k, v);
  return e;
}

// box draws a rectangle: left, top, width, height.
export function box([x, y, width, height], name, pad = 0) {
  return draw("rect", { x: x - pad, y: y - pad, width: width + 2 * pad, height: height + 2 * pad, class: name });
}

// drawing fetches a page of the server's; null where it is of an older version.
export async function drawing(path) {
  const answer = await fetch(path);
  if (!answer.ok) return null;
  const parsed = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  return parsed.documentElement.localName === "svg" ? document.importNode(parsed.documentElement, true) : null;
}

// memory keeps choices from one visit to the next, where the browser lets it.
export const memory = {
  get(key, otherwise) {
    try {
      return localStorage.getItem(key) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch { /* then not */ }
  },
};
