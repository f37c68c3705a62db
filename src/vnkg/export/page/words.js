// What the page itself says, in Vietnamese and English, and how each status looks.

/** Statuses in falling strength: an edge is drawn as the strongest of its visible claims. */
const STATUSES = [
  { id: "asserted", vi: "bài viết khẳng định", en: "asserted", color: "#98a3b1", dashes: false },
  { id: "former", vi: "trước đây (nguyên, từng)", en: "former", color: "#8c5a12", dashes: [10, 4, 2, 4] },
  { id: "reported", vi: "theo lời người khác", en: "reported by someone", color: "#8a3ea8", dashes: [2, 4] },
  { id: "planned", vi: "dự kiến, sẽ", en: "planned", color: "#0b6fb3", dashes: [8, 6] },
  { id: "uncertain", vi: "chưa chắc (độ tin cậy thấp)", en: "uncertain (low confidence)", color: "#7a7a7a", dashes: [1, 5] },
  { id: "negated", vi: "phủ định", en: "negated", color: "#c0392b", dashes: [4, 4] },
];

const ATTRIBUTE_NAMES = new Map([
  ["edtf", "thời gian · time (EDTF)"], ["granularity", "độ mịn · granularity"], ["daypart", "buổi · part of day"],
  ["amount", "số lượng · amount"], ["unit", "đơn vị · unit"], ["approximator", "ước lượng · approximator"],
  ["number", "số hiệu · number"], ["year", "năm · year"], ["kind", "loại · kind"], ["level", "cấp · level"],
  ["ordinal", "thứ · ordinal"], ["role", "chức danh · role"], ["known", "đã biết · known as"], ["issuer", "cơ quan ban hành · issuer"],
]);

const numbers = new Intl.NumberFormat("vi-VN");

/** An element with attributes and children; strings become text, never markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== ""));
  return made;
}

/** Vietnamese with its English beside it. */
function bilingual(vi, en) {
  return en && en !== vi ? [vi, " ", element("span", { class: "en", lang: "en" }, en)] : [vi];
}

/** "2025-08-31" → "31/08/2025". */
function writtenDate(iso) {
  return String(iso).replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, "$3/$2/$1");
}
