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

  /** At most two lines of about 24 letters. */
  function wrap(context, text, size) {
    const [first, ...rest] = text.split(/\s+/).reduce((made, word) => {
      const last = made.length - 1;
      if (last >= 0 && made[last].length + word.length < 24) made[last] += ` ${word}`;
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

    /** Take a rectangle when it is free. */
    take(x, y, width, height, force = false) {
      const keys = [];
      for (let i = Math.floor(x / CELL); i <= Math.floor((x + width) / CELL); i += 1) {
        for (let j = Math.floor(y / CELL); j <= Math.floor((y + height) / CELL); j += 1) keys.push(`${i},${j}`);
      }
      const meets = ([a, b, w, h]) => a < x + width && x < a + w && b < y + height && y < b + h;
      if (!force && keys.some((key) => (this.cells.get(key) ?? []).some(meets))) return false;
      for (const key of keys) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push([x, y, width, height]);
      }
      return true;
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
    const room = new Room();
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    let count = 0;
    for (const id of inOrder(bright)) {
      const node = data.nodes.get(id);
      const [x, y] = at(view.place(id));
      if (x < -80 || y < -40 || x > width + 80 || y > height + 20) continue;
      const radius = node.size * scale;
      const special = id === hovered || id === view.selected?.node;
      if (!special && (radius < 2.2 || count > 260)) continue;
      const size = special ? 14 : Math.round(Math.min(15, Math.max(10.5, 8 + node.size * 0.28)));
      const { rows, width: wide } = lines(context, node.label, size);
      if (!room.take(x - wide / 2 - 2, y + radius + 1, wide + 4, rows.length * (size + 2), special)) continue;
      count += 1;
      rows.forEach((row, i) => write(context, row, x, y + radius + 2 + i * (size + 2), size, { weight: special || node.size > 22 ? 600 : 400 }));
    }
    relationNames(context, room, at, bright, scale);
    context.restore();
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
      if (room.take(x - wide / 2, y, wide, 13)) write(context, text, x, y, 11, { color: status.id === "asserted" ? "#5b6675" : status.color });
    }
  }

  network.on("afterDrawing", draw);
  network.on("hoverNode", ({ node }) => { hovered = node; });
  network.on("blurNode", () => { hovered = null; });
})();
