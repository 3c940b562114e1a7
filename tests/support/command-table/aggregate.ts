import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { SEEN, lead, row, type Row } from "./row";

export const AGGREGATE_COMMANDS: Record<string, Row> = {
  releaseFigures: row(lead(SEEN), releaseFigures)(({ reviewId }) => ({ reviewId })),
};
