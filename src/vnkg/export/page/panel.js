// The side panel: everything known about the node or edge that is selected, each line with its quote.

const panel = (() => {
  const box = document.getElementById("panel");
  const MOST = 25; // lines of one relation that are written at once
  let choose = () => {};
  let act = {};

  function help() {
    fill(
      element("h2", { class: "name" }, "Bắt đầu từ đâu"),
      element("p", { class: "en", lang: "en" }, "Where to begin"),
      element("ul", { class: "help" },
        element("li", {}, ...bilingual("Bấm vào một nút hay một cạnh để đọc câu làm bằng chứng.", "Click a node or an edge to read the sentence behind it.")),
        element("li", {}, ...bilingual("Bấm đúp vào nút để thêm lân cận.", "Double-click a node to add its neighbours.")),
        element("li", {}, ...bilingual("Gõ tên không dấu cũng tìm được.", "Names are found with or without diacritics.")),
        element("li", {}, ...bilingual("Nét liền: bài viết khẳng định. Nét đứt: dự kiến, lời kể, trước đây, phủ định hoặc chưa chắc.", "Solid lines are asserted; dashed ones are planned, reported, former, negated or uncertain.")),
      ),
      element("p", { class: "en" }, `${numbers.format(data.total.articles)} bài · articles, ${numbers.format(data.total.nodes)} thực thể · entities, ${numbers.format(data.total.edges)} quan hệ · relations`),
    );
    box.classList.remove("open");
  }

  function fill(...children) {
    box.replaceChildren(...children.flat().filter(Boolean));
    box.scrollTop = 0;
    box.classList.add("open");
  }

  function closer() {
    return element("button", { type: "button", class: "close", "aria-label": "Đóng · Close", onclick: () => choose(null) }, "×");
  }

  function link(id) {
    const node = data.nodes.get(id);
    return element("button", { type: "button", class: "to", onclick: () => choose({ node: id }) }, shapes.symbol(data.types.get(node.type)), element("span", {}, node.label));
  }

  function kindLine(node) {
    const type = data.types.get(node.type);
    return element("div", { class: "kind" }, shapes.symbol(type), element("span", {}, `${type.vi} · ${type.en}`));
  }

  function details(node) {
    const rows = [];
    const row = (name, value) => rows.push(element("dt", {}, name), element("dd", {}, value));
    const others = node.names.filter((name) => name !== node.label);
    if (node.en) row("tên tiếng Anh · English", node.en);
    if (others.length) row("còn viết là · also", others.slice(0, 12).join(" · "));
    for (const [name, value] of node.about ?? []) if (value) row(ATTRIBUTE_NAMES.get(name) ?? name, value);
    row("bài · articles", numbers.format(node.articles));
    row("lần nhắc · mentions", numbers.format(node.mentions));
    return element("dl", {}, rows);
  }

  function actions(node) {
    const count = view.hiddenNeighbours(node.id).length;
    return element("div", { class: "actions" },
      count ? element("button", { type: "button", id: "expand", onclick: () => act.expand(node.id) }, `+ ${Math.min(count, 40)} lân cận · neighbours`) : null,
      node.degree ? element("button", { type: "button", id: "only-near", onclick: () => act.near(node.id) }, "Chỉ vùng quanh nút · Only around it") : null,
    );
  }

  /** Statements of a node by relation and direction, those of the ontology's most frequent relations first. */
  function groups(id) {
    const found = new Map();
    const into = (relation, inverse, item) => {
      const key = `${relation}|${inverse}`;
      if (!found.has(key)) found.set(key, { relation: data.relations.get(relation), inverse, items: [] });
      found.get(key).items.push(item);
    };
    for (const edge of data.edgesOf.get(id)) into(edge.relation, edge.from !== id, edge);
    for (const value of data.valuesOf.get(id) ?? []) into(value.relation, false, value);
    const order = [...data.relations.keys()];
    return [...found.values()].sort((a, b) => a.inverse - b.inverse || order.indexOf(a.relation.id) - order.indexOf(b.relation.id));
  }

  function fact(id, item) {
    const end = item.value === undefined ? link(data.other(item, id)) : element("span", { class: "literal" }, item.value);
    const several = item.articles > 1 ? element("span", { class: "en" }, ` ${item.articles} bài · articles`) : null;
    return element("div", { class: "fact" }, end, several, evidence.list(item, 1));
  }

  function group(id, { relation, inverse, items }) {
    const name = inverse ? bilingual(relation.inverse || `← ${relation.vi}`, `← ${relation.en}`) : bilingual(relation.vi, relation.en);
    const section = element("section", {}, element("h3", {}, element("span", {}, ...name), element("span", { class: "count" }, String(items.length))));
    const sorted = [...items].sort((a, b) => b.articles - a.articles);
    const rest = () => {
      section.append(...sorted.splice(0, MOST).map((item) => fact(id, item)));
      if (!sorted.length) return;
      const more = element("button", { type: "button", class: "more" }, `còn ${sorted.length} · more`);
      more.addEventListener("click", () => { more.remove(); rest(); });
      section.append(more);
    };
    rest();
    return section;
  }

  function showNode(id) {
    const node = data.nodes.get(id);
    fill(closer(), kindLine(node), element("h2", { class: "name" }, node.label), node.en ? element("p", { class: "en", lang: "en" }, node.en) : null,
      actions(node), details(node), groups(id).map((each) => group(id, each)), element("p", { class: "iri" }, id));
  }

  function showEdge(edge) {
    const relation = data.relations.get(edge.relation);
    fill(closer(), element("div", { class: "kind" }, "Quan hệ · Relation"),
      element("div", { class: "edge-line" }, link(edge.from), element("div", { class: "relation" }, "↓ ", ...bilingual(relation.vi, relation.en)), link(edge.to)),
      element("h3", {}, element("span", {}, ...bilingual("Bằng chứng", "Evidence")), element("span", { class: "count" }, `${edge.articles} bài · articles`)),
      evidence.list(edge, 8));
  }

  function show(selected) {
    if (selected?.node) showNode(selected.node);
    else if (selected?.edge) showEdge(selected.edge);
    else help();
  }

  return { show, connect: (onChoose, actionsOf) => { choose = onChoose; act = actionsOf; } };
})();
