import { MAX_COMMENT } from "./limits";
import type { ReturnedComment } from "./returned-file";
import { parsePart } from "@/lib/capture/import/reading/document/parse-part";

type Read = { id: string; lines: string[]; paraId: string };

/** The comments of a file with what they answer; by whom they are is left out, since names do not go with a report. */
export function readComments(
  comments: Uint8Array | undefined,
  extended: Uint8Array | undefined,
): { comments: ReturnedComment[]; tooLong: number } {
  if (!comments) return { comments: [], tooLong: 0 };
  const read: Read[] = [];
  const add = (text: string) => {
    const now = read.at(-1);
    now?.lines.push((now.lines.pop() ?? "") + text);
  };
  parsePart(comments, {
    open: ({ tag, attributes }, inside) => {
      const now = read.at(-1);
      if (tag === "comment") read.push({ id: attributes.id ?? "", lines: [], paraId: "" });
      else if (tag === "p" && now) {
        now.lines.push("");
        // A comment is known by its last paragraph.
        now.paraId = attributes.paraId ?? now.paraId;
      } else if (tag === "br" && now) now.lines.push("");
      else if (tag === "tab" && inside.includes("r")) add("\t");
    },
    text: (text, inside) => {
      if (inside.at(-1) === "t") add(text);
    },
    close: () => undefined,
  });
  const parents = extended ? parentsIn(extended) : new Map<string, string>();
  const byPara = new Map(read.map(({ id, paraId }) => [paraId, id]));
  // Programs that know no replies do not number the paragraphs of comments.
  byPara.delete("");
  const all = read.map(({ id, lines, paraId }) => ({
    id,
    body: lines.join("\n").trim(),
    parent: byPara.get(parents.get(paraId) ?? "") ?? null,
  }));
  const kept = all.filter(({ body, id }) => body !== "" && body.length <= MAX_COMMENT && id.length <= 20);
  return { comments: kept, tooLong: all.filter(({ body }) => body.length > MAX_COMMENT).length };
}

/** For each comment's last paragraph, that of the comment that it answers. */
function parentsIn(extended: Uint8Array): Map<string, string> {
  const parents = new Map<string, string>();
  parsePart(extended, {
    open: ({ tag, attributes: { paraId, paraIdParent } }) => {
      if (tag === "commentEx" && paraId && paraIdParent) parents.set(paraId, paraIdParent);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return parents;
}
