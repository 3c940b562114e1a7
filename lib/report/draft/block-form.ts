import { z } from "zod";
import { EditBlockInput } from "./report";
import { PassageInput } from "./content/passage-input";

/** Names of the fields of one passage on the form that edits a block; `n` counts from 0. */
export const passageFields = (n: number) =>
  ({ text: `text-${n}`, voice: `voice-${n}`, claim: `claim-${n}`, remove: `remove-${n}` }) as const;

const MOST = 61;

/**
 * The form of a block as the command takes it. A passage that is ticked for removal is left out, and so is
 * an empty extra passage. Each error is tied to its own field.
 */
export const EditBlockForm = z
  .looseObject({ blockId: z.string(), revision: z.string() })
  .transform((fields, ctx): EditBlockInput => {
    const passages: PassageInput[] = [];
    for (let n = 0; n < MOST && fields[passageFields(n).text] !== undefined; n++) {
      const names = passageFields(n);
      const isNew = !fields[names.claim] && fields[`kept-${n}`] === undefined;
      const text = fields[names.text];
      const empty = typeof text === "string" && text.trim() === "";
      if (fields[names.remove] !== undefined || (isNew && empty)) continue;
      const parsed = PassageInput.safeParse({
        text,
        voice: fields[names.voice],
        claimId: fields[names.claim] || null,
      });
      if (parsed.success) passages.push(parsed.data);
      else
        for (const issue of parsed.error.issues)
          ctx.addIssue({
            code: "custom",
            path: [issue.path[0] === "voice" ? names.voice : names.text],
            message: issue.message,
          });
    }
    const block = EditBlockInput.safeParse({ blockId: fields.blockId, revision: fields.revision, passages });
    if (block.success) return block.data;
    for (const issue of block.error.issues)
      ctx.addIssue({ code: "custom", path: [passageFields(0).text], message: issue.message });
    return z.NEVER;
  });
