// The shape of each type, drawn alike on the canvas and in the legend.

const shapes = (() => {
  const polygon = (count, turn, radius = 1) =>
    Array.from({ length: count }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / count;
      return [Math.cos(angle) * radius, Math.sin(angle) * radius];
    });
  const star = Array.from({ length: 10 }, (_, i) => {
    const angle = -Math.PI / 2 + (i * Math.PI) / 5;
    const radius = i % 2 ? 0.5 : 1.15;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });
  const outlines = {
    square: [[-0.86, -0.86], [0.86, -0.86], [0.86, 0.86], [-0.86, 0.86]],
    box: [[-1.15, -0.6], [1.15, -0.6], [1.15, 0.6], [-1.15, 0.6]],
    diamond: polygon(4, -Math.PI / 2, 1.1),
    hexagon: polygon(6, 0),
    triangle: polygon(3, -Math.PI / 2, 1.15),
    triangleDown: polygon(3, Math.PI / 2, 1.15),
    star,
  };

  function trace(context, shape, x, y, radius) {
    context.beginPath();
    if (outlines[shape]) {
      outlines[shape].forEach(([dx, dy], i) => context[i ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
      context.closePath();
    } else {
      context.ellipse(x, y, radius * (shape === "ellipse" ? 1.25 : 1), radius * (shape === "ellipse" ? 0.7 : 1), 0, 0, 2 * Math.PI);
    }
  }

  /** A renderer for vis-network: shapes that it draws around a label are drawn here around nothing. */
  function renderer(node) {
    return ({ ctx, x, y, state: { selected, hover }, style }) => ({
      drawNode() {
        ctx.save();
        ctx.globalAlpha = node.faint ? 0.15 : 1;
        trace(ctx, node.shape, x, y, style.size);
        ctx.fillStyle = node.color;
        ctx.fill();
        ctx.lineWidth = selected ? 4 : hover ? 2.5 : 1.2;
        ctx.strokeStyle = selected ? "#111" : "#fff";
        ctx.stroke();
        ctx.restore();
      },
      nodeDimensions: { width: style.size * 2, height: style.size * 2 },
    });
  }

  function svg(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /** The symbol of a type for legend, search and panel. */
  function symbol(type) {
    const image = svg("svg", { viewBox: "-1.35 -1.35 2.7 2.7", class: "symbol", "aria-hidden": "true" });
    const points = outlines[type.shape];
    image.append(
      points
        ? svg("polygon", { points: points.map((point) => point.map((v) => v.toFixed(3)).join(",")).join(" "), fill: type.color })
        : svg("ellipse", { rx: type.shape === "ellipse" ? 1.25 : 1, ry: type.shape === "ellipse" ? 0.7 : 1, fill: type.color }),
    );
    return image;
  }

  /** A sample of the line that a status is drawn with. */
  function stroke(status) {
    const image = svg("svg", { viewBox: "0 0 26 10", class: "stroke", "aria-hidden": "true" });
    const dashes = status.dashes ? { "stroke-dasharray": status.dashes.join(" ") } : {};
    image.append(svg("line", { x1: 0, y1: 5, x2: 26, y2: 5, stroke: status.color, "stroke-width": 2.5, ...dashes }));
    return image;
  }

  return { renderer, symbol, stroke };
})();
