import { db } from "@/lib/platform/db";
import { keptFigures } from "../queries/read-kept-figures";

/** Works out again what is out of date, so that whoever opens the dashboard next need not wait for it. */
export async function keepFigures(): Promise<void> {
  const marked = await db().keptMark.groupBy({ by: ["reviewId"] });
  for (const { reviewId } of marked) await keptFigures({ reviewId, roundtableId: null });
}
