// The canvas: hands what is to be seen to vis-network, and reports what the reader does on it.

const drawing = (() => {
  const items = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
  const stage = document.getElementById("network");
  const network = new vis.Network(stage, items, data.options);
  const FAINT = 0.2;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const aroundLabel = new Set(["box", "ellipse"]); // vis-network draws these around their label
  const styles = new Map(); // what each drawn item looks like, to leave alone what stays the same

  function nodeItem(id, bright) {
    const node = data.nodes.get(id);
    const [x, y] = view.place(id);
    const faint = Boolean(bright) && !bright.has(id);
    const item = { id, x, y, size: node.size, color: { background: node.color, border: "#ffffff", highlight: { background: node.color, border: "#111111" }, hover: { background: node.color, border: "#444444" } }, opacity: faint ? FAINT : 1 };
    node.faint = faint;
    if (aroundLabel.has(node.shape)) return { ...item, shape: "custom", ctxRenderer: shapes.renderer(node) };
    return { ...item, shape: node.shape };
  }

  function edgeItem({ edge, status }, bright) {
    const faint = Boolean(bright) && !(bright.has(edge.from) && bright.has(edge.to) && touches(edge));
    const chosen = Boolean(bright) && !faint;
    const color = chosen && status.id === "asserted" ? "#475364" : status.color;
    return {
      id: edge.id, from: edge.from, to: edge.to, width: edge.width * (chosen ? 1.6 : 1), dashes: status.dashes, arrows: edge.arrows,
      color: { color, highlight: status.id === "asserted" ? "#111111" : status.color, hover: "#222222", opacity: faint ? FAINT : 0.85 },
      smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: 0.16 * Math.abs(edge.bend) } : false,
    };
  }

  function touches(edge) {
    const { selected } = view;
    return selected.edge ? selected.edge === edge : edge.from === selected.node || edge.to === selected.node;
  }

  /** Bring a data set to the wanted items, touching only what differs. */
  function bring(set, wanted) {
    const keep = new Set(wanted.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !keep.has(id)));
    const changed = wanted.filter((item) => {
      const style = JSON.stringify(item);
      const key = `${set === items.nodes ? "n" : "e"}${item.id}`;
      if (set.get(item.id) && styles.get(key) === style) return false;
      styles.set(key, style);
      return true;
    });
    set.update(changed);
  }

  function draw() {
    const { nodes, edges } = view.refresh();
    const bright = view.bright();
    bring(items.nodes, [...nodes].map((id) => nodeItem(id, bright)));
    bring(items.edges, edges.map((each) => edgeItem(each, bright)));
    const { selected } = view;
    if (selected?.node && nodes.has(selected.node)) network.setSelection({ nodes: [selected.node], edges: [] });
    else if (selected?.edge && items.edges.get(selected.edge.id)) network.setSelection({ nodes: [], edges: [selected.edge.id] });
    else network.unselectAll();
    network.redraw();
  }

  function fit() {
    network.fit({ animation: false, maxZoomLevel: 1.4 });
    zoom(0.93); // room for the names at the border
  }

  /** Bring a node into the middle, near enough to read what surrounds it. */
  function goTo(id) {
    const [x, y] = view.place(id);
    const panel = document.getElementById("panel").getBoundingClientRect();
    const box = stage.getBoundingClientRect();
    const covered = panel.left < box.right ? Math.max(0, box.bottom - panel.top) : 0; // on a small screen the panel lies over the stage
    network.moveTo({ position: { x, y }, offset: { x: 0, y: -covered / 2 }, scale: Math.max(network.getScale(), 0.75), animation: calm ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(5, Math.max(0.02, network.getScale() * factor)), animation: false });
  }

  network.on("dragEnd", ({ nodes }) => {
    for (const [id, { x, y }] of Object.entries(nodes.length ? network.getPositions(nodes) : {})) view.put(id, x, y);
  });

  return { network, stage, draw, fit, goTo, zoom };
})();
