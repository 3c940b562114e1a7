export type NavItem = { label: string; href: string };

/**
 * The item that a path belongs to: the longest address that is the path itself or a folder above it. "page"
 * for the page itself and "true" for one below it are values of aria-current.
 */
export function currentItem(
  path: string,
  items: readonly NavItem[],
): { href: string; current: "page" | "true" } | null {
  const above = items
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(href === "/" ? href : `${href}/`))
    .sort((a, b) => b.length - a.length);
  const [href] = above;
  return href === undefined ? null : { href, current: href === path ? "page" : "true" };
}
