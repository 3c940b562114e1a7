import type { Tx } from "@/lib/platform/db";
import { fault, type Check } from "../check";
import { plainText } from "@/lib/report/draft/block";
import type { Block } from "@/lib/report/draft/queries/reports";

/** Shorter names are words of everyday language too often. */
const LEAST = 4;

/** Full names and organisations of participants that the text of a draft holds, hosts left out. Nobody is told any other. */
export async function namedPeople(
  client: Tx,
  reviewId: string,
  blocks: readonly Pick<Block, "id" | "content">[],
): Promise<Check[]> {
  const identities = await client.identity.findMany({
    where: { person: { reviewId, participants: { some: { host: false } } } },
    select: { name: true, organisation: true },
  });
  const sought = new Set(
    identities
      .flatMap(({ name, organisation }) => [name, organisation ?? ""])
      .map(spaced)
      .filter((words) => words.trim().length >= LEAST),
  );
  return blocks.flatMap(({ id: blockId, content }) => {
    const text = spaced(plainText(content));
    return [...sought]
      .filter((words) => text.includes(words))
      .map((words) => ({
        ...fault(
          "identity",
          `“${words.trim()}” is a person or an organisation that was there. Leave the name out.`,
        ),
        blockId,
        claimId: null,
      }));
  });
}

/** Words in small letters with one space around each, so that no name is found inside another word. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(" ")} `;
}
