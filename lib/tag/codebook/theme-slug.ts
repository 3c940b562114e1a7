/** What stands beside the pages of themes in addresses: under /themes/, then under /dashboard/. A test reads the routes. */
export const RESERVED: readonly string[] = [
  "new",
  "exchange",
  "findings",
  "groups",
  "npqs",
  "roundtables",
  "release",
  "download",
];

/** Slugs hold no such sign. */
const RESERVED_END = "_";

/**
 * A theme in an address. Reviews may hold themes, and their releases names, that are older than the page which took their slug:
 * such a theme is reached by the slug with a sign at its end.
 */
export function themeInAddress(slug: string): string {
  return RESERVED.includes(slug) ? `${slug}${RESERVED_END}` : slug;
}

/** The slug of the theme that an address names. */
export function slugInAddress(named: string): string {
  const slug = named.slice(0, -RESERVED_END.length);
  return named.endsWith(RESERVED_END) && RESERVED.includes(slug) ? slug : named;
}

const MAX_SLUG = 40;
/** Older slugs may be longer by a number at their end. */
const LONG_SLUG = /^.{1,40}-\d{1,4}$/;

/** Whether it can be a theme's slug: small letters, digits and single hyphens. */
export function isThemeSlug(slug: string): boolean {
  const short = slug.length <= MAX_SLUG || LONG_SLUG.test(slug);
  return short && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !RESERVED.includes(slug);
}

/** The title as a slug: lower case, hyphens, at most 40 characters, and none that is taken. */
export function themeSlug(title: string, taken: readonly string[]): string {
  return themeSlugs(taken)(title);
}

/** The same for several titles in turn: each slug is then taken. */
export function themeSlugs(taken: Iterable<string>): (title: string) => string {
  const used = new Set([...taken, ...RESERVED]);
  const tried = new Map<string, number>();
  return (title) => {
    const words = title
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? ["theme"];
    const whole = words.join("-");
    const cut = (end: string) => whole.slice(0, MAX_SLUG - end.length).replace(/-$/, "") + end;
    for (let n = tried.get(cut("")) ?? 1; ; n++) {
      const slug = cut(n === 1 ? "" : `-${n}`);
      if (used.has(slug)) continue;
      used.add(slug);
      tried.set(cut(""), n + 1);
      return slug;
    }
  };
}
