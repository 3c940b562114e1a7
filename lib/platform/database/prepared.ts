import { createHash } from "node:crypto";
import { Prisma } from "../generated/client";

const MARK = "/* prepared */";

/**
 * Begins a statement that is asked again and again in the same words: the database plans it once a session, and not for
 * each request, which takes it longer than the answer where the statement is short to answer. Its words must not depend on
 * what is asked (a list goes in as one array): every wording stays in the memory of each session.
 */
export const PREPARED = Prisma.raw(MARK);

const names = new Map<string, string>();

/** The name under which a session keeps the plan of a statement; "" for one that is planned each time. */
export function preparedName(sql: string): string {
  if (!sql.startsWith(MARK)) return "";
  let name = names.get(sql);
  if (name === undefined) {
    name = `p${createHash("sha256").update(sql).digest("hex").slice(0, 16)}`;
    names.set(sql, name);
  }
  return name;
}
