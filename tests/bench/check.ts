import { planRelease } from "@/lib/aggregate/publication/plan-release";
import { readToRelease } from "@/lib/aggregate/publication/queries/release-input";
import { connect, disconnect, transaction } from "@/lib/platform/db";
import { openDatabase } from "@/lib/platform/database-pool";
import { fill, type Place } from "./fill";

/** Of 21 roundtables one is in session, and a release has the others. */
const CONTRIBUTIONS = 10_500;

/** Seconds that the check of a release of twenty roundtables takes, each with a table of its own. */
export async function measureCheck(place: Place): Promise<number> {
  const { reviewId } = await fill(place, CONTRIBUTIONS, { released: false });
  connect(await openDatabase({ ...place, DATABASE_POOL: 2 }));
  const choices = { tables: "each" as const, waiting: [], withoutFindings: [] };
  const review = { id: reviewId, smallNumber: 5 };
  const toRelease = await transaction((tx) => readToRelease(tx, review, choices));
  await disconnect();
  if ("refused" in toRelease) throw new Error(toRelease.refused);
  const start = performance.now();
  planRelease(toRelease.input);
  return (performance.now() - start) / 1000;
}
