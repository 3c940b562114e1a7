import type { Edit } from "./edits";

/** How a file's changes are named to whoever checks it. */

/** "“more” becomes “much more”". */
export function editWords(before: string, { start, end, text }: Edit): string {
  const gone = short(before.slice(start, end));
  const added = short(text);
  if (gone === "") return `“${added}” is added`;
  return added === "" ? `“${gone}” is taken out` : `“${gone}” becomes “${added}”`;
}

export function short(text: string): string {
  const points = Array.from(text.replace(/\s+/g, " ").trim());
  return points.length > 80 ? `${points.slice(0, 79).join("")}…` : points.join("");
}
