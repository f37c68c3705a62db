// What the file holds, parsed once, with the indexes that everything else looks into.

const data = (() => {
  const parse = (id) => JSON.parse(document.getElementById(id).textContent);
  const page = parse("data-page");
  const nodes = new Map(parse("data-nodes").map((node) => [node.id, node]));
  const edges = parse("data-edges").map((edge, id) => ({ ...edge, id }));
  const types = new Map(page.types.map((type) => [type.id, type]));
  const relations = new Map(page.relations.map((relation) => [relation.id, relation]));

  const edgesOf = new Map([...nodes.keys()].map((id) => [id, []]));
  for (const edge of edges) {
    edgesOf.get(edge.from).push(edge);
    if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
  }
  const valuesOf = new Map();
  for (const value of page.values) {
    if (!valuesOf.has(value.subject)) valuesOf.set(value.subject, []);
    valuesOf.get(value.subject).push(value);
  }
  for (const item of [...edges, ...page.values]) item.claims = item.claims.map(claim);
  for (const edge of edges) edge.statuses = [...new Set(edge.claims.map((each) => each.status))];

  function claim([passage, start, end, article, status, confidence, attributedTo, qualifiers, rule]) {
    return { passage: page.passages[passage], start, end, article: page.articles[article], status, confidence, attributedTo, qualifiers, rule };
  }

  const other = (edge, id) => (edge.from === id ? edge.to : edge.from);
  const neighbours = (id) => new Set(edgesOf.get(id).map((edge) => other(edge, id)).filter((each) => each !== id));

  return { nodes, edges, types, relations, edgesOf, valuesOf, other, neighbours, aside: new Set(page.aside), total: page.total, options: parse("data-options") };
})();

/** How a search compares: no diacritics, no case, đ as d, single spaces. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/[\s\-–]+/g, " ").trim();
}
