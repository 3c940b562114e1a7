/**
 * HTML from a word processor or a page as flat blocks: headings, paragraphs, items and quotations keep what they are,
 * bold and italic stay, and styles, spans, comments and empty paragraphs go. Word marks items of a list by a style alone.
 */
export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  // What was copied in this editor is flat already, and its marks say what it is.
  if (page.querySelector("[data-pm-slice]")) return html;
  for (const gone of page.querySelectorAll("style, script, meta, link, title, [style*='mso-list:Ignore' i]"))
    gone.remove();
  for (const line of page.querySelectorAll("br")) divideAt(line);
  const blocks: Element[] = [];
  collect(page.body, blocks, page);
  const clean = page.createElement("div");
  clean.append(...blocks.filter(({ textContent }) => textContent?.trim()));
  return clean.childElementCount > 0 ? clean.innerHTML : html;
}

const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, li, blockquote, td, th, pre, dt, dd";
/** In these a new line is one within a sentence. */
const ONE_LINE = "h1, h2, h3, h4, h5, h6, li, td, th, p[class*='MsoListParagraph']";
const KEPT = new Set(["H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE"]);

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
