import { sha256 } from "@/lib/platform/digest";
import { Refusal } from "@/lib/platform/errors";
import { runInWorker } from "@/lib/platform/workers/pool";
import { plainText } from "@/lib/report/draft/block";
import { OWN_WORDS } from "@/lib/report/draft/document-kind";
import type { Block } from "@/lib/report/draft/queries/reports";
import { advice, type Check } from "../check";
import { READ_ENGLISH } from "../plain-english-tasks";

/** What was said of a text, by its digest, so that only changed paragraphs are read again. The text itself is not kept. */
const said = new Map<string, string[]>();
const MAX_KEPT = 2_000;

/** Advice on plain English for a draft's paragraphs and lists, of which none stops it. The caller has read the draft. */
export async function readPlainEnglish(blocks: readonly Block[]): Promise<Check[]> {
  const texts = blocks
    .filter(
      ({ type, section, erasedAt }) =>
        erasedAt === null && (type === "paragraph" || type === "list_item") && !OWN_WORDS.includes(section),
    )
    .map(({ id, content }) => ({ blockId: id, text: plainText(content) }))
    .map((one) => ({ ...one, key: Buffer.from(sha256(one.text)).toString("hex") }));
  await readChanged(texts);
  return texts.flatMap(({ blockId, key }) =>
    (said.get(key) ?? []).map((message) => ({ ...advice("english", message), blockId, claimId: null })),
  );
}

async function readChanged(texts: readonly { key: string; text: string }[]) {
  const changed = texts.filter(({ key }) => !said.has(key));
  if (changed.length === 0) return;
  let found;
  try {
    found = await runInWorker(
      READ_ENGLISH,
      changed.map(({ text }) => text),
    );
  } catch (error) {
    // It is advice: without it the other checks are still worth reading.
    if (error instanceof Refusal) return;
    throw error;
  }
  if (said.size + changed.length > MAX_KEPT) said.clear();
  changed.forEach(({ key }, at) =>
    said.set(
      key,
      (found[at] ?? []).map(({ message }) => message),
    ),
  );
}
