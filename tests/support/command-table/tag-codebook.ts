import type { Row } from "./row";

export const TAG_CODEBOOK_COMMANDS: Record<string, Row> = {};
