import { ACCESS_COMMANDS } from "./command-table/access";
import { AGGREGATE_COMMANDS } from "./command-table/aggregate";
import { CAPTURE_COMMANDS } from "./command-table/capture";
import { CAPTURE_IMPORT_COMMANDS } from "./command-table/capture-import";
import { CAPTURE_PEOPLE_COMMANDS } from "./command-table/capture-people";
import { REPORT_COMMANDS } from "./command-table/report";
import { REVIEW_COMMANDS } from "./command-table/comment";
import type { Row } from "./command-table/row";
import { SYNTHESISE_COMMANDS } from "./command-table/synthesise";
import { TAG_COMMANDS } from "./command-table/tag";
import { TAG_CODEBOOK_COMMANDS } from "./command-table/tag-codebook";
import { TAG_CODING_COMMANDS } from "./command-table/tag-coding";
import { TAG_EXCHANGE_COMMANDS } from "./command-table/tag-exchange";
import { TAG_ROUND_COMMANDS } from "./command-table/tag-rounds";

/**
 * Every command of the application, and what each role gets when it tries it on the data of command-world.ts:
 * a module of commands that exports one more than this table names fails its test.
 */
export const COMMAND_TABLE: Record<string, Row> = {
  ...ACCESS_COMMANDS,
  ...CAPTURE_COMMANDS,
  ...CAPTURE_PEOPLE_COMMANDS,
  ...CAPTURE_IMPORT_COMMANDS,
  ...TAG_COMMANDS,
  ...TAG_CODEBOOK_COMMANDS,
  ...TAG_CODING_COMMANDS,
  ...TAG_ROUND_COMMANDS,
  ...TAG_EXCHANGE_COMMANDS,
  ...SYNTHESISE_COMMANDS,
  ...AGGREGATE_COMMANDS,
  ...REPORT_COMMANDS,
  ...REVIEW_COMMANDS,
};
