// Legend and filters in one: each line names, shows and switches a type, a status or a relation.

const filters = (() => {
  let changed = () => {};

  function line(set, entry, mark) {
    const box = element("input", { type: "checkbox", value: entry.id });
    box.checked = !set.has(entry.id);
    const precision = entry.precision && element("span", { class: "precision", title: `độ chính xác đo được · measured precision, n = ${entry.precision[1]}` }, `${Math.round(entry.precision[0] * 100)}%`);
    const label = element("label", { class: box.checked ? "choice" : "choice off" }, box, mark, element("span", { class: "text" }, ...bilingual(entry.vi, entry.en)), precision,
      element("span", { class: "count" }, numbers.format(entry.count)));
    box.addEventListener("change", () => {
      if (box.checked) set.delete(entry.id);
      else set.add(entry.id);
      label.classList.toggle("off", !box.checked);
      changed();
    });
    return label;
  }

  /** A button that switches all lines of a section on, or off when all are on. */
  function allSwitch(section, set) {
    const button = element("button", { type: "button", title: "Bật hoặc tắt tất cả · Switch all" }, "tất cả · all");
    button.addEventListener("click", () => {
      const boxes = [...section.querySelectorAll("input")];
      const on = boxes.some((box) => !box.checked);
      for (const box of boxes) {
        box.checked = on;
        box.closest("label").classList.toggle("off", !on);
        if (on) set.delete(box.value);
        else set.add(box.value);
      }
      changed();
    });
    section.querySelector("h2").append(button);
  }

  function section(id, set, entries, mark) {
    const box = document.getElementById(id);
    box.append(...entries.map((entry) => line(set, entry, mark(entry))));
    if (entries.length > 1) allSwitch(box, set);
  }

  function build() {
    const counts = new Map();
    for (const edge of data.edges) for (const status of edge.statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
    const statuses = STATUSES.filter((status) => counts.has(status.id)).map((status) => ({ ...status, count: counts.get(status.id) }));
    section("types", view.hidden.types, [...data.types.values()], shapes.symbol);
    section("statuses", view.hidden.statuses, statuses, shapes.stroke);
    section("relations", view.hidden.relations, [...data.relations.values()].filter((relation) => relation.count), () => null);
  }

  build();
  return { connect: (onChange) => { changed = onChange; } };
})();
