// Which nodes and edges are to be seen, and where: knows nothing of canvas and buttons.

const view = (() => {
  const GAP = 72; // least distance of a node that is put beside another one
  const hidden = { types: new Set(data.aside), relations: new Set(), statuses: new Set() };
  let part = "start"; // "start", "all" or "near" (one node and what surrounds it)
  let shown = new Set();
  let pinned = new Set(); // shown whatever its type, because the reader asked for it
  let places = new Map();
  let taken = new Map();
  let selected = null; // { node: id } or { edge: edge }

  const byDegree = (a, b) => data.nodes.get(b).degree - data.nodes.get(a).degree || (a < b ? -1 : 1);
  const cell = (x, y) => `${Math.floor(x / GAP)},${Math.floor(y / GAP)}`;

  function put(id, x, y) {
    const before = places.get(id);
    if (before) taken.get(cell(...before))?.delete(id);
    places.set(id, [x, y]);
    const key = cell(x, y);
    if (!taken.has(key)) taken.set(key, new Set());
    taken.get(key).add(id);
  }

  function isFree(x, y) {
    for (const dx of [-GAP, 0, GAP]) {
      for (const dy of [-GAP, 0, GAP]) {
        for (const id of taken.get(cell(x + dx, y + dy)) ?? []) {
          const [px, py] = places.get(id);
          if (Math.hypot(px - x, py - y) < GAP * 0.95) return false;
        }
      }
    }
    return true;
  }

  /** The nearest free spot on a spiral around a point. */
  function spotNear([x, y]) {
    for (let k = 1; k < 4000; k += 1) {
      const angle = k * 2.39996;
      const radius = GAP * (0.6 + 0.42 * Math.sqrt(k));
      const spot = [Math.round(x + Math.cos(angle) * radius), Math.round(y + Math.sin(angle) * radius)];
      if (isFree(...spot)) return spot;
    }
    return [x, y];
  }

  /** A place for a node that has none yet: its own in this part, else beside a neighbour, else at the edge. */
  function ensurePlace(id, beside) {
    if (places.has(id)) return;
    const anchor = beside && places.has(beside) ? beside : [...data.neighbours(id)].filter((each) => places.has(each)).sort(byDegree)[0];
    put(id, ...spotNear(anchor ? places.get(anchor) : edgeOfPicture()));
  }

  function edgeOfPicture() {
    let [right, y] = [0, 0];
    for (const [px, py] of places.values()) if (px > right) [right, y] = [px, py];
    return [right + 2 * GAP, y];
  }

  function begin(name) {
    part = name;
    shown = new Set();
    pinned = new Set();
    places = new Map();
    taken = new Map();
  }

  function showStart() {
    begin("start");
    for (const node of data.nodes.values()) {
      if (!node.start) continue;
      shown.add(node.id);
      put(node.id, ...node.start);
    }
  }

  function showAll() {
    begin("all");
    for (const node of data.nodes.values()) {
      if (node.x === undefined) continue;
      shown.add(node.id);
      put(node.id, node.x, node.y);
    }
  }

  /** One node in the middle and its neighbours in rings around it, those of one type side by side. */
  function showNear(id) {
    begin("near");
    shown.add(id);
    pinned.add(id);
    put(id, 0, 0);
    const around = [...data.neighbours(id)].sort(byDegree).slice(0, 150);
    around.sort((a, b) => data.nodes.get(a).type.localeCompare(data.nodes.get(b).type) || byDegree(a, b));
    let [radius, placed] = [190, 0];
    while (placed < around.length) {
      const room = Math.min(around.length - placed, Math.floor((2 * Math.PI * radius) / 105));
      for (let i = 0; i < room; i += 1) {
        const angle = (i * 2 * Math.PI) / room - Math.PI / 2;
        const neighbour = around[placed + i];
        shown.add(neighbour);
        pinned.add(neighbour);
        put(neighbour, Math.round(Math.cos(angle) * radius * 1.25), Math.round(Math.sin(angle) * radius));
      }
      placed += room;
      radius += 120;
    }
  }

  function add(id, beside) {
    shown.add(id);
    pinned.add(id);
    ensurePlace(id, beside);
  }

  /** Add the hidden neighbours of a node, best connected first, at most `most`; how many were added. */
  function expand(id, most = 40) {
    add(id);
    const news = hiddenNeighbours(id).sort(byDegree).slice(0, most);
    for (const neighbour of news) add(neighbour, id);
    return news.length;
  }

  function hiddenNeighbours(id) {
    return [...data.neighbours(id)].filter((each) => !isDrawn(each));
  }

  const isDrawn = (id) => current.nodes.has(id);

  /** The strongest of an edge's statuses that the reader wants to see. */
  function standing(edge) {
    return STATUSES.find((status) => edge.statuses.includes(status.id) && !hidden.statuses.has(status.id));
  }

  function allowedType(id) {
    return pinned.has(id) || !hidden.types.has(data.nodes.get(id).type);
  }

  let current = { nodes: new Set(), edges: [] };

  /** Recompute what is to be seen. */
  function refresh() {
    const candidates = new Set([...shown].filter(allowedType));
    for (const id of [...candidates]) {
      for (const neighbour of data.neighbours(id)) {
        if (data.aside.has(data.nodes.get(neighbour).type) && allowedType(neighbour) && part !== "near") candidates.add(neighbour);
      }
    }
    const edges = [];
    const linked = new Set();
    for (const edge of data.edges) {
      if (!candidates.has(edge.from) || !candidates.has(edge.to) || hidden.relations.has(edge.relation)) continue;
      const status = standing(edge);
      if (!status) continue;
      edges.push({ edge, status });
      linked.add(edge.from).add(edge.to);
    }
    const filtered = hidden.relations.size + hidden.statuses.size > 0;
    const nodes = new Set([...candidates].filter((id) => !filtered || linked.has(id) || id === selected?.node));
    for (const id of nodes) ensurePlace(id);
    current = { nodes, edges };
    return current;
  }

  /** The nodes that stay bright while something is selected, or null when all do. */
  function bright() {
    if (!selected) return null;
    if (selected.edge) return new Set([selected.edge.from, selected.edge.to]);
    return new Set([selected.node, ...current.edges.filter(({ edge }) => edge.from === selected.node || edge.to === selected.node).map(({ edge }) => data.other(edge, selected.node))]);
  }

  return {
    hidden, showStart, showAll, showNear, add, expand, hiddenNeighbours, refresh, bright, isDrawn, put, byDegree,
    place: (id) => places.get(id),
    select: (what) => { selected = what; },
    get selected() { return selected; },
    get part() { return part; },
    get current() { return current; },
  };
})();
