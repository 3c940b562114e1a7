import { z } from "zod";
import { plainText } from "@/lib/platform/text/text";

const text = plainText({ what: "The memo", max: 2000 });

/** The id is made in the browser, so that sending it twice stores it once. */
export const NewMemoInput = z.object({ id: z.uuid(), contributionId: z.uuid(), text });
export type NewMemoInput = z.infer<typeof NewMemoInput>;

export const MemoChangeInput = z.object({ id: z.uuid(), revision: z.coerce.number().int().positive(), text });
export type MemoChangeInput = z.infer<typeof MemoChangeInput>;

export const MemoIdInput = z.object({ id: z.uuid() });
export type MemoIdInput = z.infer<typeof MemoIdInput>;
