import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { lead, rowOutside, SEEN, type Row } from "./row";

export const AGGREGATE_COMMANDS: Record<string, Row> = {
  // The lead may, and too few people were there for it: tests/database/aggregate/releases.test.ts shows one made.
  releaseFigures: rowOutside(
    { ...lead(SEEN), lead: "invalid" },
    releaseFigures,
  )(({ reviewId }) => ({ reviewId })),
};
