import { checkReport } from "@/lib/aggregate/publication/report/check-report";
import { planRelease } from "@/lib/aggregate/publication/plan-release";
import { CHECK_REPORT, PLAN_RELEASE } from "@/lib/aggregate/publication/release-tasks";
import { FIND_SCHOOLS, SUGGEST_MASKS } from "@/lib/capture/clearance/clearance-tasks";
import { schoolCandidates, suggestMasks } from "@/lib/capture/clearance/mask-suggestions";
import { READ_PIECES, READ_TABLE } from "@/lib/capture/import/import-tasks";
import { readPieces } from "@/lib/capture/import/read-pieces";
import { readTable } from "@/lib/capture/import/reading/read-table";
import { plainEnglish } from "@/lib/report/check/plain-english";
import { READ_ENGLISH } from "@/lib/report/check/plain-english-tasks";
import { TYPESET_PDF } from "@/lib/report/export/pdf/pdf-tasks";
import { typesetPdf } from "@/lib/report/export/pdf/typeset";
import { answering, does } from "@/lib/platform/workers/task";
import { GROUP_CONTRIBUTIONS } from "@/lib/synthesise/board/board-tasks";
import { groupContributions } from "@/lib/synthesise/board/group-contributions";
import {
  MATCH_CONTRIBUTIONS,
  READ_CODEBOOK,
  READ_PROJECT,
  WRITE_PROJECT,
} from "@/lib/tag/exchange/exchange-tasks";
import { readCodebookFile } from "@/lib/tag/exchange/codebook-file/read-codebook-file";
import { readProject } from "@/lib/tag/exchange/file/read-project";
import { writeProject } from "@/lib/tag/exchange/file/write-project";
import { matchContributions } from "@/lib/tag/exchange/match-contributions";
import { ROUND_AGREEMENT } from "@/lib/tag/rounds/agreement/agreement-tasks";
import { roundAgreement } from "@/lib/tag/rounds/agreement/round-agreement";
import { similarityIndex } from "@/lib/tag/suggestion/similarity-index";
import { INDEX_SIMILARITY, TRAIN_MODEL } from "@/lib/tag/suggestion/suggestion-tasks";
import { trainModel } from "@/lib/tag/suggestion/train";

/** What a worker thread loads: every task, with the plain function that does it. */
export const runTask = answering([
  does(FIND_SCHOOLS, schoolCandidates),
  does(SUGGEST_MASKS, suggestMasks),
  does(READ_PIECES, readPieces),
  does(READ_TABLE, readTable),
  does(READ_PROJECT, readProject),
  does(MATCH_CONTRIBUTIONS, matchContributions),
  does(WRITE_PROJECT, writeProject),
  does(READ_CODEBOOK, readCodebookFile),
  does(TRAIN_MODEL, trainModel),
  does(INDEX_SIMILARITY, similarityIndex),
  does(ROUND_AGREEMENT, roundAgreement),
  does(PLAN_RELEASE, planRelease),
  does(CHECK_REPORT, checkReport),
  does(GROUP_CONTRIBUTIONS, groupContributions),
  does(TYPESET_PDF, typesetPdf),
  does(READ_ENGLISH, plainEnglish),
]);
