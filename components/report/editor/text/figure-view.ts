import type { NodeViewRenderer } from "@tiptap/core";
import { figureTable } from "@/lib/aggregate/publication/report/figure-table";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { FigureAttrs } from "@/lib/report/draft/content/block-content";
import { barsOf } from "@/lib/report/draft/figure-bar";

/** A table or a chart of the release's figures within the text. Its caption is written here, and its numbers come from the release. */
export function figureView(figures: ReportFigures | null): NodeViewRenderer {
  return ({ node }) => {
    const dom = document.createElement("figure");
    const contentDOM = dom.appendChild(document.createElement("figcaption"));
    const shown = dom.appendChild(tableOf(node.attrs as FigureAttrs, figures));
    shown.contentEditable = "false";
    return {
      dom,
      contentDOM,
      update: (next) =>
        next.type === node.type && next.attrs.of === node.attrs.of && next.attrs.as === node.attrs.as,
      ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    };
  };
}

function tableOf({ of, as }: FigureAttrs, figures: ReportFigures | null): HTMLElement {
  const table = figures && figureTable(of, figures);
  if (!table) return element("p", {}, ["The release does not show this table."]);
  const head = ["Theme", ...table.columns].map((column) => element("th", { scope: "col" }, [column]));
  const rows = table.rows.map(({ name, cells }) =>
    element("tr", {}, [
      element("th", { scope: "row" }, [name]),
      ...cells.map(({ words, low, high }) =>
        element("td", {}, [...(as === "chart" ? [barOf(low, high)] : []), words]),
      ),
    ]),
  );
  return element("div", { tabindex: "0", role: "group", "aria-label": "Table of figures" }, [
    element("table", {}, [element("thead", {}, [element("tr", {}, head)]), element("tbody", {}, rows)]),
  ]);
}

const SVG = "http://www.w3.org/2000/svg";

/** A picture of what the words beside it say, which a screen reader passes over. */
function barOf(low: number, high: number): Element {
  const svg = document.createElementNS(SVG, "svg");
  const set = (on: Element, attributes: Record<string, string>) => {
    for (const [key, value] of Object.entries(attributes)) on.setAttribute(key, value);
  };
  set(svg, {
    class: "figure-bar",
    viewBox: "0 0 100 10",
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  for (const { is, width } of barsOf(low, high))
    set(svg.appendChild(document.createElementNS(SVG, "rect")), {
      class: is,
      width: String(width),
      height: "10",
    });
  return svg;
}

function element(name: string, attributes: Record<string, string>, children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
