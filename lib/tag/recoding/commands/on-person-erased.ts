import { repeatFinder, takenOut } from "@/lib/capture/protection/erasure-repeats";
import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonErased, PersonContributions } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { indexes } from "@/lib/tag/suggestion/queries/similar-contributions";
import { models } from "@/lib/tag/suggestion/queries/learnt-model";
import { themeSlug } from "@/lib/tag/codebook/theme";
import { eraseMemos, eraseReasons } from "@/lib/tag/coding/commands/erase-memos";

/** Removes an erased person's words from the codebook, from memos and from the reasons of decisions. */
export async function eraseFromCoding(tx: Tx, erased: PersonErased): Promise<void> {
  await eraseExamples(tx, erased);
  await eraseMemos(tx, erased);
  await eraseReasons(tx, erased);
  // Other processes are notified after this has committed.
  for (const held of [models, indexes]) held.forget(erased.reviewId);
}

/** What erasing somebody would remove from the coding. */
export async function codingOf(tx: Tx, { contributionIds }: PersonContributions): Promise<Consequence[]> {
  const theirs = { contributionId: { in: contributionIds } };
  const taggings = await tx.tagging.count({ where: { ...theirs, until: null } });
  const memos = await tx.memo.count({ where: theirs });
  const reasons = await tx.adjudication.count({ where: { ...theirs, reason: { not: "" } } });
  const all = [
    { what: "themes set on their contributions, which no longer count", count: taggings, undone: true },
    { what: "memos about their contributions, which will be deleted", count: memos, undone: true },
    {
      what: "reasons for decisions on their contributions, which will be removed",
      count: reasons,
      undone: true,
    },
  ];
  return all.filter(({ count }) => count > 0);
}

const TEXTS = {
  id: true,
  title: true,
  definition: true,
  includes: true,
  excludes: true,
  signalWords: true,
} as const;
type Texts = { title: string; definition: string; includes: string; excludes: string; signalWords: string };

/** Removes their words from theme texts, present and earlier, where they were used as an example. */
async function eraseExamples(tx: Tx, { reviewId, words }: PersonErased): Promise<void> {
  const find = repeatFinder(words);
  const without = (texts: Texts): Texts | null => {
    const clean = (text: string) => takenOut(text, find(text));
    const { title, definition, includes, excludes, signalWords } = texts;
    const result = {
      title: clean(title),
      definition: clean(definition),
      includes: clean(includes),
      excludes: clean(excludes),
      signalWords: clean(signalWords),
    };
    return Object.values(result).join() === [title, definition, includes, excludes, signalWords].join()
      ? null
      : result;
  };
  let changed = false;
  const themes = await tx.theme.findMany({ where: { reviewId }, select: { ...TEXTS, slug: true } });
  const taken = themes.map(({ slug }) => slug);
  for (const { id, slug, ...texts } of themes) {
    const data = without(texts);
    if (!data) continue;
    changed = true;
    // A slug made from the title contains its words too.
    const address = data.title === texts.title ? slug : themeSlug("Theme", taken);
    taken.push(address);
    await tx.theme.update({
      where: { id },
      data: { ...data, slug: address, revision: { increment: 1 } },
      select: { id: true },
    });
  }
  const past = await tx.themeRevision.findMany({ where: { theme: { reviewId } }, select: TEXTS });
  for (const { id, ...texts } of past) {
    const data = without(texts);
    if (data) await tx.themeRevision.update({ where: { id }, data, select: { id: true } });
  }
  if (changed) await publish(tx, { kind: "codebook", reviewId });
}
