import type { Row } from "./row";

export const TAG_CODING_COMMANDS: Record<string, Row> = {};
