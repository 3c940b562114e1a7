import { cleanTable } from "./table/clean-table";

/**
 * HTML from a word processor or a page as flat blocks: headings, paragraphs, items and quotations keep what they are,
 * bold and italic stay, and styles, spans, comments and empty paragraphs go. A table keeps its rows and columns. Word marks
 * items of a list by a style alone.
 */
export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(withoutLiveStyles(html), "text/html");
  // What was copied in this editor is flat already, and its marks say what it is.
  if (page.querySelector("[data-pm-slice]")) return html;
  for (const gone of page.querySelectorAll(
    "template, script, meta, link, title, [data-style*='mso-list:Ignore' i]",
  ))
    gone.remove();
  for (const styled of page.querySelectorAll("[data-style]")) withoutStyle(styled);
  for (const table of page.querySelectorAll("table")) cleanTable(table);
  for (const line of page.querySelectorAll("br")) divideAt(line);
  const blocks: Element[] = [];
  collect(page.body, blocks, page);
  const clean = page.createElement("div");
  clean.append(...blocks.filter(({ textContent }) => textContent?.trim()));
  return clean.childElementCount > 0 ? clean.innerHTML : html;
}

const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, li, blockquote, td, th, pre, dt, dd";
const HEADINGS = "h1, h2, h3, h4, h5, h6";
/** In these a new line is one within a sentence. */
const ONE_LINE = "h1, h2, h3, h4, h5, h6, li, td, th, p[class*='MsoListParagraph']";
const KEPT = new Set(["H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE"]);

/** The page's policy lets no style of a text that is read be one, and reports each: they are read under another name. */
function withoutLiveStyles(html: string): string {
  return html
    .replace(/<(\/?)style(?=[\s>])/gi, "<$1template")
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle=/gi, " data-style="));
}

/** Bold and italic are kept as such, whatever way they were written, and styles go. */
function withoutStyle(element: Element) {
  const style = element.getAttribute("data-style") ?? "";
  element.removeAttribute("data-style");
  // Google Docs puts a whole text into a b that is not bold.
  if (element.tagName === "B" && /font-weight:\s*(?:normal|400)/i.test(style))
    element.replaceWith(...element.childNodes);
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) wrapInside(element, "strong");
  if (/font-style:\s*italic/i.test(style)) wrapInside(element, "em");
}

function wrapInside(element: Element, name: string) {
  // A heading is bold by what it is, and blocks within a block are looked at one by one.
  if (element.matches(HEADINGS) || element.querySelector(BLOCKS)) return;
  const around = element.ownerDocument.createElement(name);
  around.append(...element.childNodes);
  element.append(around);
}

/** Brings a new line up to its paragraph, which it divides, out of the bold or the span that it is in. */
function divideAt(line: Element) {
  if (line.closest(ONE_LINE)) {
    line.replaceWith(" ");
    return;
  }
  for (let around = line.parentElement; around && !around.matches(`body, ${BLOCKS}`);) {
    const before = around.cloneNode(false) as Element;
    while (around.firstChild && around.firstChild !== line) before.append(around.firstChild);
    around.before(before, line);
    around = line.parentElement;
  }
}

function collect(element: Element, blocks: Element[], page: Document, inside: string | null = null) {
  if (element.matches("figure[data-table]")) {
    blocks.push(element);
    return;
  }
  const name = inside ?? nameOf(element);
  let loose: Element | null = null;
  for (const child of [...element.childNodes]) {
    const isBlock =
      child instanceof Element && (child.matches(BLOCKS) || child.querySelector(BLOCKS) !== null);
    if (isBlock) {
      loose = null;
      collect(child, blocks, page, name === "item" || name === "BLOCKQUOTE" ? name : null);
    } else if (child instanceof Element && child.tagName === "BR") loose = null;
    else if (child.textContent?.trim() || loose) {
      if (!loose) {
        loose = page.createElement(name === "item" || name === null ? "p" : name);
        if (name === "item") loose.setAttribute("data-item", "");
        blocks.push(loose);
      }
      loose.append(child);
    }
  }
}

function nameOf(element: Element): string | null {
  if (element.tagName === "LI" || /MsoListParagraph/i.test(element.className)) return "item";
  if (/MsoTitle/i.test(element.className)) return "H1";
  if (/MsoQuote|MsoIntenseQuote/i.test(element.className)) return "BLOCKQUOTE";
  return KEPT.has(element.tagName) ? element.tagName : null;
}
