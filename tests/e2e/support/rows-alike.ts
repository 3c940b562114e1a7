/**
 * The elements of a page that axe need not look at: all but the first two of the siblings that are alike, such as the
 * rows of a list. Alike are those with the same elements, classes, roles, states and names of attributes, where the same
 * ones have text. The first two stay because a style may tell odd rows from even ones. Runs in the page.
 */
export function rowsAlike(): Element[] {
  const KEPT = 2;
  const STATES = [
    "role",
    "type",
    "class",
    "aria-current",
    "aria-pressed",
    "aria-selected",
    "aria-checked",
    "aria-hidden",
  ];
  /** A number for each shape that was met. */
  const shapes = new Map<string, number>();
  const left: Element[] = [];

  function shapeOf(element: Element): number {
    const seen = new Map<number, number>();
    const children = [...element.children].map((child) => {
      const shape = shapeOf(child);
      const before = seen.get(shape) ?? 0;
      seen.set(shape, before + 1);
      if (before >= KEPT) left.push(child);
      return shape;
    });
    const speaks = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== "",
    );
    const said = [
      element.tagName,
      ...STATES.map((state) => element.getAttribute(state)),
      element.getAttributeNames().sort().join(" "),
      speaks,
      children.join(" "),
    ].join("|");
    const shape = shapes.get(said) ?? shapes.size;
    shapes.set(said, shape);
    return shape;
  }

  shapeOf(document.body);
  return left;
}
