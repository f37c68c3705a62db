// Joins the parts: what the reader does changes the view, the view is drawn and told.

const app = (() => {
  const { network, stage } = drawing;
  const get = (id) => document.getElementById(id);
  const tip = get("tip");

  function notice() {
    const shown = view.current.nodes.size;
    const { nodes: total } = data.total;
    const words = [`Đang vẽ ${numbers.format(shown)} trên ${numbers.format(total)} thực thể · showing ${numbers.format(shown)} of ${numbers.format(total)}`];
    if (data.nodes.size < total) words.push(`trang giữ ${numbers.format(data.nodes.size)} thực thể nhiều liên kết nhất · the page holds the best connected ones`);
    if (shown < total) words.push("tìm hoặc bấm đúp để mở rộng · search or double-click to expand");
    get("notice").textContent = words.join(" — ");
  }

  function redraw() {
    drawing.draw();
    notice();
    for (const part of ["start", "all"]) get(`show-${part}`).setAttribute("aria-pressed", String(view.part === part));
  }

  /** Select a node ({ node }), an edge ({ edge }) or nothing (null). */
  function choose(what, { travel = true } = {}) {
    view.select(what);
    if (what?.node && !view.isDrawn(what.node)) {
      view.add(what.node);
      if (data.neighbours(what.node).size <= 40) view.expand(what.node);
    }
    redraw();
    panel.show(what);
    remember(what?.node);
    if (what?.node && travel) drawing.goTo(what.node);
  }

  function remember(id) {
    history.replaceState(null, "", id ? `#${encodeURIComponent(id)}` : location.href.split("#")[0]);
  }

  function expand(id) {
    view.expand(id);
    choose({ node: id });
  }

  function near(id) {
    view.showNear(id);
    choose({ node: id }, { travel: false });
    drawing.fit();
  }

  function part(show) {
    show();
    choose(null);
    drawing.fit();
  }

  function tell(id, at) {
    const node = data.nodes.get(id);
    const type = data.types.get(node.type);
    const others = node.names.filter((name) => name !== node.label).slice(0, 4);
    const rest = view.hiddenNeighbours(id).length;
    tip.replaceChildren(
      element("div", { class: "quiet" }, `${type.vi} · ${type.en}`), element("strong", {}, node.label),
      ...[node.en && element("div", {}, node.en), others.length && element("div", { class: "quiet" }, others.join(" · ")),
        element("div", { class: "quiet" }, `${node.degree} liên kết · links${rest ? `, ${rest} chưa vẽ · not drawn` : ""}`)].filter(Boolean),
    );
    place(at);
  }

  function tellEdge(id, at) {
    const edge = data.edges[id];
    const relation = data.relations.get(edge.relation);
    const other = edge.statuses.filter((status) => status !== "asserted").map((status) => STATUSES.find((each) => each.id === status)?.vi ?? status);
    tip.replaceChildren(
      element("div", {}, data.nodes.get(edge.from).label), element("div", { class: "quiet" }, `↓ ${relation.vi} · ${relation.en}`),
      element("div", {}, data.nodes.get(edge.to).label), ...(other.length ? [element("div", { class: "quiet" }, other.join(", "))] : []),
    );
    place(at);
  }

  function place({ x, y }) {
    tip.hidden = false;
    tip.style.left = `${Math.max(4, Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(4, Math.min(y + 14, stage.clientHeight - tip.offsetHeight - 8))}px`;
  }

  function listen() {
    network.on("click", ({ nodes, edges }) => {
      tip.hidden = true;
      if (nodes.length) choose({ node: nodes[0] }, { travel: false });
      else choose(edges.length ? { edge: data.edges[edges[0]] } : null);
    });
    network.on("doubleClick", ({ nodes }) => { if (nodes.length) expand(nodes[0]); });
    network.on("hoverNode", ({ node, pointer }) => { stage.style.cursor = "pointer"; tell(node, pointer.DOM); });
    network.on("hoverEdge", ({ edge, pointer }) => { stage.style.cursor = "pointer"; tellEdge(edge, pointer.DOM); });
    for (const leaving of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(leaving, () => { stage.style.cursor = ""; tip.hidden = true; });
    get("show-start").addEventListener("click", () => part(view.showStart));
    get("show-all").addEventListener("click", () => part(view.showAll));
    get("zoom-in").addEventListener("click", () => drawing.zoom(1.35));
    get("zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.35));
    get("zoom-fit").addEventListener("click", drawing.fit);
    get("open-filters").addEventListener("click", () => get("open-filters").setAttribute("aria-expanded", String(get("filters").classList.toggle("open"))));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(null); });
  }

  function start() {
    filters.connect(redraw);
    search.connect((id) => choose({ node: id }));
    panel.connect(choose, { expand, near });
    listen();
    const wanted = decodeURIComponent(location.hash.slice(1));
    part(view.showStart);
    if (data.nodes.has(wanted)) choose({ node: wanted });
    document.documentElement.dataset.ready = "true";
  }

  start();
  return { choose, expand, near };
})();

// For those who script the page from the console, and for its tests.
window.vnkg = { data, view, drawing, search, app };
