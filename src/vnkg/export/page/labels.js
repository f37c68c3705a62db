// Names on the canvas, largest nodes first; a name that would cover another one waits until there is room.

const labels = (() => {
  const { network, stage } = drawing;
  const FONT = '"Segoe UI", system-ui, "Noto Sans", Arial, sans-serif';
  const CELL = 48;
  let hovered = null;
  const layouts = new Map();

  function lines(context, text, size) {
    const key = `${size}|${text}`;
    if (!layouts.has(key)) layouts.set(key, wrap(context, text, size));
    return layouts.get(key);
  }

  /** At most two lines, of about the same length. */
  function wrap(context, text, size) {
    const longest = text.length <= 24 ? 24 : Math.min(27, Math.max(16, Math.ceil(text.length / 2) + 2));
    const [first, ...rest] = text.split(/\s+/).reduce((made, word) => {
      const last = made.length - 1;
      if (last >= 0 && made[last].length + word.length < longest) made[last] += ` ${word}`;
      else made.push(word);
      return made;
    }, []);
    const rows = rest.length > 1 ? [first, `${rest[0]} …`] : [first, ...rest];
    const short = rows.map((row) => (row.length > 34 ? `${row.slice(0, 33)}…` : row));
    context.font = `${size}px ${FONT}`;
    return { rows: short, width: Math.max(...short.map((row) => context.measureText(row).width)) };
  }

  class Room {
    constructor() { this.cells = new Map(); }

    cellsOf(x, y, width, height) {
      const keys = [];
      for (let i = Math.floor(x / CELL); i <= Math.floor((x + width) / CELL); i += 1) {
        for (let j = Math.floor(y / CELL); j <= Math.floor((y + height) / CELL); j += 1) keys.push(`${i},${j}`);
      }
      return keys;
    }

    /** How many rectangles that one would cover (one that spans several cells may count more than once). */
    covered(x, y, width, height) {
      const meets = ([a, b, w, h]) => a < x + width && x < a + w && b < y + height && y < b + h;
      return this.cellsOf(x, y, width, height).reduce((sum, key) => sum + (this.cells.get(key)?.filter(meets).length ?? 0), 0);
    }

    add(...rectangle) {
      for (const key of this.cellsOf(...rectangle)) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(rectangle);
      }
    }
  }

  function write(context, text, x, y, size, { color = "#1d2430", weight = 400 } = {}) {
    context.font = `${weight} ${size}px ${FONT}`;
    context.lineWidth = 3.5;
    context.strokeStyle = "rgba(251, 251, 249, .92)";
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  }

  /** Nodes in the order in which they get their name. */
  function inOrder(bright) {
    const first = new Set([view.selected?.node, view.selected?.edge?.from, view.selected?.edge?.to, hovered].filter(Boolean));
    const rank = (id) => (first.has(id) ? 2 : bright?.has(id) ? 1 : 0);
    return [...view.current.nodes].filter((id) => !bright || bright.has(id) || first.has(id)).sort((a, b) => rank(b) - rank(a) || view.byDegree(a, b));
  }

  function draw(context) {
    const ratio = context.canvas.width / stage.clientWidth;
    const scale = network.getScale();
    const middle = network.getViewPosition();
    const [width, height] = [stage.clientWidth, stage.clientHeight];
    const at = ([x, y]) => [(x - middle.x) * scale + width / 2, (y - middle.y) * scale + height / 2];
    const bright = view.bright();
    const room = { names: new Room(), nodes: new Room(), width };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    const spots = inSight(bright, at, scale, width, height);
    for (const { x, y, radius } of spots) room.nodes.add(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6);
    let count = 0;
    for (const [rank, spot] of spots.entries()) {
      const special = spot.id === hovered || spot.id === view.selected?.node;
      if (special || (spot.radius >= 1.4 && count < 260)) count += name(context, room, spot, special, rank);
    }
    relationNames(context, room, at, bright, scale);
    context.restore();
  }

  /** Where the nodes stand that can be seen, in the order in which they get their name. */
  function inSight(bright, at, scale, width, height) {
    return inOrder(bright)
      .map((id) => { const [x, y] = at(view.place(id)); return { id, x, y, radius: data.nodes.get(id).size * scale }; })
      .filter(({ x, y }) => x > -80 && y > -40 && x < width + 80 && y < height + 20);
  }

  /** Write a node's name below it, or above, right or left of it; 1 when there was room, else 0. */
  function name(context, room, { id, x, y, radius }, special, rank) {
    const node = data.nodes.get(id);
    const size = special ? 14 : Math.round(Math.min(15, Math.max(10.5, 8 + node.size * 0.25)));
    const { rows, width } = lines(context, node.label, size);
    const height = rows.length * (size + 2);
    const inside = (left) => Math.max(width / 2 + 3, Math.min(room.width - width / 2 - 3, left));
    const centre = x < 0 || x > room.width ? x : inside(x);
    const tries = [[centre, y + radius + 2], [centre, y - radius - height - 1], [x + radius + width / 2 + 4, y - height / 2], [x - radius - width / 2 - 4, y - height / 2]];
    const box = ([tx, ty]) => [tx - width / 2 - 1, ty, width + 2, height];
    const free = tries.filter((spot) => !room.names.covered(...box(spot))).map((spot) => ({ spot, cost: room.nodes.covered(...box(spot)) }));
    const best = free.sort((a, b) => a.cost - b.cost)[0] ?? (special ? { spot: tries[0], cost: 0 } : null);
    if (!best || (best.cost && rank >= 10)) return 0;
    const [left, top] = best.spot;
    room.names.add(...box(best.spot));
    rows.forEach((row, i) => write(context, row, left, top + i * (size + 2), size, { weight: special || node.size > 24 ? 600 : 400 }));
    return 1;
  }

  /** The relations around what is selected, or all of them when the reader has come near. */
  function relationNames(context, room, at, bright, scale) {
    if (!bright && scale < 1.5) return;
    for (const { edge, status } of view.current.edges) {
      if (bright && !(view.selected.edge ? view.selected.edge === edge : edge.from === view.selected.node || edge.to === view.selected.node)) continue;
      const [ax, ay] = at(view.place(edge.from));
      const [bx, by] = at(view.place(edge.to));
      if (Math.hypot(ax - bx, ay - by) < 60) continue;
      const text = data.relations.get(edge.relation).vi;
      const bent = (edge.bend ?? 0) * 0.08;
      const [x, y] = [(ax + bx) / 2 + (by - ay) * bent, (ay + by) / 2 - (bx - ax) * bent - 6];
      context.font = `11px ${FONT}`;
      const wide = context.measureText(text).width;
      if (room.names.covered(x - wide / 2, y, wide, 13)) continue;
      room.names.add(x - wide / 2, y, wide, 13);
      write(context, text, x, y, 11, { color: status.id === "asserted" ? "#5b6675" : status.color });
    }
  }

  network.on("afterDrawing", draw);
  network.on("hoverNode", ({ node }) => { hovered = node; });
  network.on("blurNode", () => { hovered = null; });
})();
