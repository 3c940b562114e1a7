import type { Row } from "./row";

export const TAG_ROUND_COMMANDS: Record<string, Row> = {};
