// One claim as the reader checks it: the sentence with the evidence marked, its article, date and standing.

const evidence = (() => {
  /** Only web addresses become links; anything else stays text. */
  function sourceLink(url) {
    let address = null;
    try {
      address = new URL(url);
    } catch {
      return null;
    }
    if (address.protocol !== "http:" && address.protocol !== "https:") return null;
    return element("a", { href: address.href, target: "_blank", rel: "noopener noreferrer" }, address.hostname || address.href, " ↗");
  }

  function badge(id) {
    const status = STATUSES.find((each) => each.id === id) ?? { vi: id, en: id, color: "#555" };
    const made = element("span", { class: "badge" }, `${status.vi} · ${status.en}`);
    made.style.color = status.color;
    return made;
  }

  const nameOf = (value) => data.nodes.get(value)?.label ?? value;

  function qualifierText([name, value]) {
    const relation = data.relations.get(name);
    return `${relation ? relation.vi : name}: ${nameOf(value)}`;
  }

  function quote(claim) {
    const { article } = claim;
    const words = element("p", {}, claim.passage.slice(0, claim.start), element("mark", {}, claim.passage.slice(claim.start, claim.end)), claim.passage.slice(claim.end));
    const meta = element("div", { class: "meta" },
      element("span", { class: "title" }, article.title ?? article.id),
      article.published && element("span", {}, writtenDate(article.published)),
      article.source && element("span", {}, article.source),
      article.url && sourceLink(article.url),
      element("span", { title: claim.rule || null }, `độ tin cậy · confidence ${claim.confidence.toFixed(2)}`),
      claim.qualifiers.map((pair) => element("span", {}, qualifierText(pair))),
    );
    const standing = claim.status !== "asserted" && element("div", {}, badge(claim.status), claim.attributedTo ? ` theo · says: ${nameOf(claim.attributedTo)}` : "");
    return element("blockquote", {}, ...[standing].filter(Boolean), words, meta);
  }

  /** The claims of an edge or value: the first ones at once, the others on demand. */
  function list(item, most = 2) {
    const box = element("div", { class: "claims" }, item.claims.slice(0, most).map(quote));
    const rest = item.claims.slice(most);
    if (rest.length) {
      const more = element("button", { type: "button", class: "more" }, `+ ${rest.length} bằng chứng · more`);
      more.addEventListener("click", () => more.replaceWith(...rest.map(quote)));
      box.append(more);
    }
    return box;
  }

  return { list, badge };
})();
