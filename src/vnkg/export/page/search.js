// The search box: every name of every entity, without regard to diacritics and case.

const search = (() => {
  const MOST = 12;
  const input = document.getElementById("query");
  const list = document.getElementById("hits");
  let index = null;
  let hits = [];
  let active = -1;
  let choose = () => {};

  function build() {
    return [...data.nodes.values()].map((node) => ({
      node,
      forms: [...new Set([node.label, ...node.names, node.en ?? ""].filter(Boolean))].map((text) => ({ text, plain: folded(text) })),
    }));
  }

  /** How well a form answers: 4 equal, 3 begins with it, 2 at the start of a word, 1 anywhere, 0 not at all. */
  function score(plain, words, whole) {
    if (plain === whole) return 4;
    if (plain.startsWith(whole)) return 3;
    if (` ${plain}`.includes(` ${whole}`)) return 2;
    return words.every((word) => plain.includes(word)) ? 1 : 0;
  }

  function find(query) {
    index ??= build();
    const whole = folded(query);
    if (!whole) return [];
    const words = whole.split(" ");
    const found = [];
    for (const { node, forms } of index) {
      let best = { points: 0, text: "" };
      for (const { text, plain } of forms) {
        const points = score(plain, words, whole);
        if (points > best.points) best = { points, text };
      }
      if (best.points) found.push({ node, ...best });
    }
    return found.sort((a, b) => b.points - a.points || b.node.degree - a.node.degree || a.node.label.length - b.node.label.length).slice(0, MOST);
  }

  function option(hit, i) {
    const type = data.types.get(hit.node.type);
    const what = element("span", { class: "what" }, hit.node.label, hit.text === hit.node.label ? null : element("span", { class: "also" }, hit.text));
    const row = element("li", { role: "option", id: `hit-${i}`, "aria-selected": "false" }, shapes.symbol(type), what, element("span", { class: "en" }, `${type.vi} · ${type.en}`));
    row.addEventListener("mousedown", (event) => { event.preventDefault(); pick(i); });
    return row;
  }

  function update() {
    hits = find(input.value);
    const none = element("li", { class: "none" }, "Không thấy · Nothing found");
    list.replaceChildren(...(hits.length ? hits.map(option) : [none]));
    setOpen(Boolean(folded(input.value)));
    mark(hits.length ? 0 : -1);
  }

  function setOpen(open) {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) input.removeAttribute("aria-activedescendant");
  }

  function mark(i) {
    active = i;
    [...list.children].forEach((row, j) => row.setAttribute("aria-selected", String(i === j)));
    if (i < 0) return;
    input.setAttribute("aria-activedescendant", `hit-${i}`);
    list.children[i].scrollIntoView({ block: "nearest" });
  }

  function pick(i) {
    const hit = hits[i];
    if (!hit) return;
    input.value = hit.node.label;
    setOpen(false);
    choose(hit.node.id);
  }

  const keys = {
    ArrowDown: () => mark((active + 1) % hits.length),
    ArrowUp: () => mark((active + hits.length - 1) % hits.length),
    Enter: () => pick(Math.max(0, active)),
    Escape: () => setOpen(false),
  };

  input.addEventListener("input", update);
  input.addEventListener("focus", () => { if (input.value) { input.select(); update(); } });
  input.addEventListener("blur", () => setOpen(false));
  input.addEventListener("keydown", (event) => {
    const key = keys[event.key];
    if (!key || list.hidden || (!hits.length && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation(); // the first Escape closes the list, the next one clears the selection
    key();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target === input) return;
    event.preventDefault();
    input.focus();
  });

  return { find, connect: (onChoose) => { choose = onChoose; } };
})();
