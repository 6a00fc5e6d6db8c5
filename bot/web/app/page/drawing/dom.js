/** Building the page's elements. Text only ever becomes text nodes, so nobody's words become markup. */

/**
 * Make an element.
 *
 * @param {string} tag
 * @param {Object<string, *>} [attributes] `class`, `on<event>` listeners, `dataset`, `style`
 *   variables (an object), booleans (present or absent), and plain attributes; null and false are left out.
 * @param {...(Node|string|number|null|false|Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name === "style") setStyle(element, value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function setStyle(element, style) {
  for (const [property, value] of Object.entries(style)) element.style.setProperty(property, value);
}

/** Append children: nodes as they are, anything else as text. */
export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Replace what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Bring the children in order and touch only what is not in its place. */
export function place(parent, elements) {
  const wanted = new Set(elements);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let position = parent.firstChild;
  for (const element of elements) {
    if (element === position) position = position.nextSibling;
    else parent.insertBefore(element, position);
  }
}

/** The one element that a selector names; the page's skeleton promises that it is there. */
export function find(selector, root = document) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`The page has no ${selector}`);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Drawn for this page on a 24-unit grid; each is a list of path data, stroked in the text's colour. */
const ICONS = {
  back: ["M15 5l-7 7 7 7"],
  bell: ["M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z", "M10 20.5a2.2 2.2 0 0 0 4 0"],
  chart: ["M5 20v-7", "M12 20V5", "M19 20v-10"],
  check: ["M5 12.5l4.5 4.5L19 7.5"],
  camera: ["M4 8h3.2l1.4-2.5h6.8L16.8 8H20v11H4z", "M12 10.2a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z"],
  clip: ["M19 11.5l-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l7.9-7.9a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9a1.6 1.6 0 0 1-2.2-2.2l7.1-7.1"],
  clock: ["M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z", "M12 7.5V12l3 2"],
  close: ["M6 6l12 12", "M18 6L6 18"],
  code: ["M4 4h6v6H4z", "M14 4h6v6h-6z", "M4 14h6v6H4z", "M14 14h2.5v2.5H14z", "M17.5 17.5H20V20h-2.5z", "M20 14v.01", "M14 20v.01"],
  copy: ["M9 9h10v11H9z", "M15 9V4H5v11h4"],
  document: ["M6 3.5h8l4.5 4.5v12.5H6z", "M14 3.5V8h4.5"],
  down: ["M6 9.5l6 6 6-6"],
  download: ["M12 4v11", "M7 10.5l5 5 5-5", "M5 20h14"],
  edit: ["M4.5 19.5l1-4L16 5l3 3L8.5 18.5z", "M13.5 7.5l3 3"],
  erase: ["M8.5 5.5H20v13H8.5L3 12z", "M11 9.5l5 5", "M16 9.5l-5 5"],
  eye: ["M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z", "M12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z"],
  equal: ["M5.5 9h13", "M5.5 15h13"],
  group: ["M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z", "M2.5 19.5c.4-3.6 2.8-5.5 6.5-5.5s6.1 1.9 6.5 5.5",
    "M15.5 5a3.2 3.2 0 0 1 0 6", "M17.5 14.3c2.4.6 3.7 2.4 4 5.2"],
  hands: ["M4 8h13", "M13.5 4.5L17 8l-3.5 3.5", "M20 16H7", "M10.5 12.5L7 16l3.5 3.5"],
  key: ["M8 11.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8z", "M10.8 12.7L19.5 4", "M15.5 8l3 3"],
  link: ["M8 16L16.5 7.5", "M9.5 7H17v7.5"],
  menu: ["M5 7h14", "M5 12h14", "M5 17h9"],
  minus: ["M5 12h14"],
  moon: ["M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"],
  more: ["M12 5.5v.01", "M12 12v.01", "M12 18.5v.01"],
  play: ["M8 5.5v13l10.5-6.5z"],
  next: ["M9 5l7 7-7 7"],
  person: ["M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8z", "M4.5 20.5c.5-4 3.2-6 7.5-6s7 2 7.5 6"],
  phone: ["M7.5 3h9a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z", "M10.5 18h3"],
  plus: ["M12 5v14", "M5 12h14"],
  repeat: ["M17 3.5l3 3-3 3", "M4 11V9.5a3 3 0 0 1 3-3h13", "M7 20.5l-3-3 3-3", "M20 13v1.5a3 3 0 0 1-3 3H4"],
  reply: ["M10 6l-6 6 6 6", "M4.5 12H13c4 0 6.5 2 7 6"],
  search: ["M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z", "M15.3 15.3L20 20"],
  send: ["M4.5 12L20 4.5 14.5 20l-3-6.5z", "M11.5 13.5L20 4.5"],
  settings: ["M4 7h9", "M17 7h3", "M15 4.8v4.4", "M4 17h3", "M11 17h9", "M9 14.8v4.4"],
  skip: ["M5 6v12l7-6z", "M13 6v12l7-6z"],
  slash: ["M4 4h16v16H4z", "M13.5 8l-3 8"],
  sun: ["M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z", "M12 2.5v2", "M12 19.5v2", "M2.5 12h2", "M19.5 12h2",
    "M5.3 5.3l1.4 1.4", "M17.3 17.3l1.4 1.4", "M5.3 18.7l1.4-1.4", "M17.3 6.7l1.4-1.4"],
  topic: ["M9.5 4L7 20", "M17 4l-2.5 16", "M4.5 9h16", "M3.5 15h16"],
  turn: ["M8 20V5", "M4 9l4-4 4 4", "M16 4v15", "M12 15l4 4 4-4"],
  wide: ["M4 9V5h5", "M20 9V5h-5", "M4 15v4h5", "M20 15v4h-5"],
};

/** An icon by name; silent for screen readers, since its button carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  for (const data of ICONS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", data);
    svg.append(path);
  }
  return svg;
}

/** A round button that shows only an icon; its name is read out and shown on hover. */
export function iconButton(iconName, label, onclick, attributes = {}) {
  const { class: extra = "", ...others } = attributes;
  return h("button", { type: "button", class: `icon-button ${extra}`.trim(), title: label,
    "aria-label": label, onclick, ...others }, icon(iconName));
}
