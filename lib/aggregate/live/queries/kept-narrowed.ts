import { z } from "zod";
import { keptAnswer } from "@/lib/aggregate/figures/queries/kept-answers";
import { db, type Tx } from "@/lib/platform/db";
import type { Narrowed } from "./narrowed-sql";

export const count = z.number().int().nonnegative();

type Asked = { reviewId: string; narrowed: Narrowed };
type Question<T> = { what: string; answer: z.ZodType<T>; count: (client: Tx) => Promise<T> };

/** What is counted under a filter: of now it is kept until something changes, and of an earlier day counted each time. */
export function keptNarrowed<T>(
  { reviewId, narrowed: { filter, areas, asAt } }: Asked,
  question: Question<T>,
  many?: number,
): Promise<T> {
  if (asAt) return question.count(db());
  const what = JSON.stringify([question.what, filter, areas]);
  return keptAnswer({ ...question, reviewId, what }, many);
}
