import type { NodeViewRenderer } from "@tiptap/core";
import { figureTable, type FigureOf } from "@/lib/aggregate/publication/report/figure-table";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";

/** A table of the release's figures within the text. Its caption is written here, and its numbers come from the release. */
export function figureView(figures: ReportFigures | null): NodeViewRenderer {
  return ({ node }) => {
    const dom = document.createElement("figure");
    const contentDOM = dom.appendChild(document.createElement("figcaption"));
    const shown = dom.appendChild(tableOf(node.attrs.of as FigureOf, figures));
    shown.contentEditable = "false";
    return {
      dom,
      contentDOM,
      update: (next) => next.type === node.type && next.attrs.of === node.attrs.of,
      ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    };
  };
}

function tableOf(of: FigureOf, figures: ReportFigures | null): HTMLElement {
  const table = figures && figureTable(of, figures);
  if (!table) return element("p", {}, ["The release does not show this table."]);
  const head = ["Theme", ...table.columns].map((column) => element("th", { scope: "col" }, [column]));
  const rows = table.rows.map(({ name, cells }) =>
    element("tr", {}, [
      element("th", { scope: "row" }, [name]),
      ...cells.map(({ words }) => element("td", {}, [words])),
    ]),
  );
  return element("div", { tabindex: "0", role: "group", "aria-label": "Table of figures" }, [
    element("table", {}, [element("thead", {}, [element("tr", {}, head)]), element("tbody", {}, rows)]),
  ]);
}

function element(name: string, attributes: Record<string, string>, children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
