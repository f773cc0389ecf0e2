// @ts-check
"use strict";
{
  /** Building our own nodes by DOM calls only: pages may forbid markup strings, and drafts must never become markup. */

  const SVG = "http://www.w3.org/2000/svg";

  /** Shapes differ as well as colours, so that severity can be told without colour. 24 x 24, drawn by stroke. */
  const PATHS = {
    shield: ["M12 2.8 4.5 5.6v5.7c0 4.6 3.1 8 7.5 9.9 4.4-1.9 7.5-5.3 7.5-9.9V5.6Z", "M8.5 9h7v4.6h-4l-2 1.9v-1.9h-1Z"],
    stop: ["M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2Z", "M12 7.5v5.2", "M12 16.2v.2"],
    warn: ["M12 3.6 2.8 20h18.4Z", "M12 10v4.6", "M12 17.2v.2"],
    advise: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M12 11v5.4", "M12 7.7v.2"],
    ask: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M9.6 9.4c.3-3 4.9-3 4.9 0 0 1.9-2.5 2-2.5 4.1", "M12 16.7v.2"],
    clause: ["M6 3.5h9l3.5 3.5v13.5H6Z", "M9 9h6", "M9 12.5h6", "M9 16h4"],
    person: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z", "M4.5 20.5c.8-4 3.7-6 7.5-6s6.700 2 7.500 6"],
    picture: ["M4 5h16v14H4Z", "m4 16 5-5 4 4 2.500-2.500L20 17", "M15.500 8.800v.2"],
    unseen: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M7 12h10"],
    close: ["M6 6l12 12", "M18 6 6 18"],
    done: ["m5 12.500 4.500 4.500L19 7.500"],
  };

  /** @typedef {{class?: string, text?: string, on?: Record<string, (event: Event) => void>} & Record<string, unknown>} Traits */

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag @param {Traits} [traits] attributes; `text` and `on` apart @param {...(Node | null | undefined | false)} children
   * @returns {HTMLElementTagNameMap[T]}
   */
  function el(tag, traits = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(traits)) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "text") node.textContent = String(value);
      else if (name === "on") listenTo(node, /** @type {Record<string, EventListener>} */ (value));
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    node.append(.../** @type {Node[]} */ (children.filter(Boolean)));
    return node;
  }

  /** @param {Element} node @param {Record<string, EventListener>} listeners */
  function listenTo(node, listeners) {
    for (const [type, listener] of Object.entries(listeners)) node.addEventListener(type, listener);
  }

  /** @param {keyof typeof PATHS} name @param {string} [className] @returns {SVGSVGElement} */
  function icon(name, className = "") {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", `icon ${className}`.trim());
    for (const data of PATHS[name]) {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", data);
      svg.append(path);
    }
    return svg;
  }

  /** @param {string} text @param {() => void} press @param {Traits} [traits] */
  function button(text, press, traits = {}) {
    return el("button", { type: "button", class: "button", text, ...traits, on: { click: press } });
  }

  /** A message in the number that fits. @param {string} key @param {number} count @param {Record<string, string | number>} [params] */
  function counted(key, count, params = {}) {
    return SchoolGuard.messages.t(`${key}.${count === 1 ? "one" : "other"}`, { ...params, count });
  }

  SchoolGuard.dom = { el, icon, button, counted };
}
