// @ts-check
"use strict";
{
  /**
   * Runs in the page's own world, before its scripts. Three things are invisible from outside: files chosen in an input that
   * is not in the document, files from the file picker, and a form that is submitted by script. Each is told to the content
   * script by an event. Nothing is read, kept or changed here.
   */
  const FILES = "school-guard:files";
  const FEED = "school-guard:feed";
  const SUBMIT = "school-guard:submit";
  const WATCH = "school-guard:watch";

  /** @type {Map<number, WeakRef<HTMLInputElement>>} */
  const inputs = new Map();
  /** @type {WeakSet<HTMLInputElement>} */
  const known = new WeakSet();
  let count = 0;
  let feeding = false;

  /** @param {number} id @param {File[]} files */
  const tell = (id, files) => {
    if (files.length > 0) document.dispatchEvent(new CustomEvent(FILES, { detail: { id, files } }));
  };

  /** @param {unknown} target */
  function meet(target) {
    if (!(target instanceof HTMLInputElement) || target.type !== "file" || known.has(target)) return;
    known.add(target);
    count += 1;
    const id = count;
    inputs.set(id, new WeakRef(target));
    target.addEventListener(
      "change",
      () => {
        // In the document the content script sees it by itself.
        if (!feeding && !target.isConnected) tell(id, [...(target.files ?? [])]);
      },
      { capture: true },
    );
  }

  /** Give a changed file back to the input that the page still listens to. */
  document.addEventListener(FEED, (event) => {
    const { id, files } = /** @type {CustomEvent<{id: number, files: File[]}>} */ (event).detail;
    const input = inputs.get(id)?.deref();
    if (!input) return;
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.files = transfer.files;
    feeding = true;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    feeding = false;
    event.preventDefault();
  });

  /**
   * Wrap a method so that `before` sees the call; the page's own result stays as it is.
   * @param {any} owner @param {string} name @param {(self: any, values: any[]) => boolean | void} before true: do not call it
   * @param {(result: any) => void} [after]
   */
  function wrap(owner, name, before, after) {
    const original = owner[name];
    if (typeof original !== "function") return;
    owner[name] = new Proxy(original, {
      apply(method, self, values) {
        if (before(self, values)) return undefined;
        const result = Reflect.apply(method, self, values);
        after?.(result);
        return result;
      },
    });
  }

  wrap(HTMLInputElement.prototype, "click", meet);
  wrap(HTMLInputElement.prototype, "showPicker", meet);
  wrap(EventTarget.prototype, "dispatchEvent", (self, [event]) => {
    if (event?.type === "click") meet(self);
  });
  wrap(HTMLFormElement.prototype, "submit", (form) => {
    const asked = new CustomEvent(SUBMIT, { bubbles: true, cancelable: true, composed: true });
    return !form.dispatchEvent(asked);
  });
  wrap(window, "showOpenFilePicker", () => {}, (picking) => {
    Promise.resolve(picking).then(
      async (handles) => {
        for (const handle of handles) tell(0, [await handle.getFile()]);
      },
      () => {},
    );
  });

  /**
   * Did the page do anything when our click went out? Watched for a moment only: a page that ignores clicks made by scripts
   * does nothing at all, one that takes its time at least asks its server or sets a timer.
   */
  document.addEventListener(WATCH, (event) => {
    const { moment } = /** @type {CustomEvent<{moment: number}>} */ (event).detail;
    const pause = window.setTimeout;
    let acted = false;
    const note = () => {
      acted = true;
    };
    /** @type {[any, string][]} */
    const places = [
      [window, "fetch"], [window, "setTimeout"], [window, "queueMicrotask"], [window, "requestAnimationFrame"],
      [XMLHttpRequest.prototype, "send"], [Navigator.prototype, "sendBeacon"], [WebSocket.prototype, "send"],
      [HTMLFormElement.prototype, "submit"], [MessagePort.prototype, "postMessage"],
    ];
    const before = places.map(([owner, name]) => owner[name]);
    for (const [owner, name] of places) wrap(owner, name, note);
    pause(() => {
      places.forEach(([owner, name], index) => {
        owner[name] = before[index];
      });
      document.dispatchEvent(new CustomEvent("school-guard:watched", { detail: { acted } }));
    }, moment);
  });
}
