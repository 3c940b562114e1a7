import type { ExchangePreview } from "@/components/tag/exchange/exchange-state";
import { countOf } from "@/lib/platform/text/count-words";
import { acceptedText } from "@/lib/report/returned/edits";
import { editWords, short } from "@/lib/report/returned/edit-words";
import type { ReturnPlan } from "@/lib/report/returned/plan-return";
import type { ReturnSource } from "@/lib/report/returned/queries/return-source";
import type { ReturnedFile } from "@/lib/report/returned/returned-file";

type Planned = { source: ReturnSource; plan: ReturnPlan };

/** What a Word file would change in the draft, for whoever checks it. */
export function returnWords(
  { version: named }: ReturnedFile,
  { source, plan }: Planned,
): Omit<ExchangePreview, "payload" | "fingerprint"> {
  const { suggestions, added, comments, already, left } = plan;
  const texts = new Map(source.draft.map(({ id, content }) => [id, acceptedText(content)]));
  const changes = suggestions.flatMap(({ blockId, edits }) =>
    edits.map((edit) => editWords(texts.get(blockId) ?? "", edit)),
  );
  const said = comments.flatMap((one) =>
    "parentId" in one
      ? one.replies.map((reply) => `A reply: “${short(reply)}”`)
      : [
          `On “${short(one.anchor.quote)}”: “${short(one.body)}”`,
          ...one.replies.map((reply) => `A reply: “${short(reply)}”`),
        ],
  );
  const nothing = changes.length + added.length + said.length === 0;
  return {
    title: nothing ? "There is nothing in this file to take in" : "What this file would change",
    rows: [
      { key: "Made from", value: `Version ${source.version.number}` },
      {
        key: "Changes, as suggestions",
        value: `${changes.length} in ${countOf(suggestions.length, "paragraph")}`,
      },
      { key: "New paragraphs, as suggestions", value: String(added.length) },
      { key: "Comments and replies", value: String(said.length) },
      {
        key: "In the draft already",
        value: `${countOf(already.paragraphs, "paragraph")}, ${countOf(already.comments, "comment")}`,
      },
      { key: "Left out", value: String(left.length) },
    ],
    problems: [],
    warnings: [
      ...(named
        ? []
        : [
            "The file no longer says which version it was made from. It is compared with the newest one, by its words.",
          ]),
      ...(nothing ? [] : ["Suggestions and comments will stand under your name, whoever made them in Word."]),
    ],
    lists: [
      { title: "Changes", items: changes },
      { title: "New paragraphs", items: added.map(({ text }) => `“${short(text)}”`) },
      { title: "Comments", items: said },
      { title: "Left out, and why", items: left },
    ],
    choices: [],
    submitLabel: nothing ? null : "Take these into the draft",
  };
}
