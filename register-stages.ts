import { forgetFullBuckets } from "@/lib/access/sign-in/rate-limit";
import { forgetEndedSessions } from "@/lib/access/sign-in/sessions";
import {
  forgetExpiredLinks,
  sendSignInLink,
  SIGN_IN_LINK,
  SignInLinkPayload,
} from "@/lib/access/sign-in/sign-in-link";
import { keepFigures } from "@/lib/aggregate/figures/commands/keep-figures";
import { forgetKeptFigures } from "@/lib/aggregate/figures/commands/on-words-erased";
import { releasesOf, releasesOfParticipant } from "@/lib/aggregate/figures/queries/consequences";
import { VIEW_TEXT } from "@/lib/aggregate/live/view-text-columns";
import { RELEASE_TEXT } from "@/lib/aggregate/publication/text-columns";
import {
  lateContributionTaken,
  contributionEdited,
  contributionSplit,
  contributionsMerged,
  contributionsSeparated,
  stanceCorrected,
} from "@/lib/capture/contribution/contribution-events";
import { clearImport, forgetImports } from "@/lib/capture/import/commands/clear-import";
import { ImportPayload, runImport } from "@/lib/capture/import/commands/run-import";
import { replayContribution } from "@/lib/capture/contribution/commands/replay-contribution";
import { replayImport } from "@/lib/capture/import/commands/replay-import";
import { replayIdentity } from "@/lib/capture/people/commands/replay-identity";
import { replayRoundtable } from "@/lib/capture/roundtable/commands/replay-roundtable";
import { replayClearance } from "@/lib/capture/clearance/commands/replay-clearance";
import { replayPermission } from "@/lib/capture/permission/commands/replay-permission";
import { permissionNarrowing } from "@/lib/capture/permission/permission-events";
import { applyRetention } from "@/lib/capture/protection/commands/apply-retention";
import { replayHolds } from "@/lib/capture/protection/commands/replay-holds";
import { replayProtection } from "@/lib/capture/protection/commands/replay-protection";
import {
  personErasing,
  personLeaving,
  textDeclared,
  wordsErased,
} from "@/lib/capture/protection/protection-events";
import { commentsOf, eraseComments } from "@/lib/comment/thread/commands/on-person-erased";
import { COMMENT_TEXT } from "@/lib/comment/thread/text-columns";
import { chainAuditEntries } from "@/lib/platform/audit/audit-chain";
import { tidyDatabase } from "@/lib/platform/db";
import { FORGET_DELETED, forgetDeleted } from "@/lib/platform/forget-deleted";
import { registerJob } from "@/lib/platform/jobs";
import { decisionReplayed } from "@/lib/platform/ledger/replay";
import { sendMail } from "@/lib/platform/mail/mail";
import {
  eraseQuotations,
  reportsOf,
  reportsQuoting,
  reportsQuotingParticipant,
} from "@/lib/report/version/commands/on-person-erased";
import { replayVersion } from "@/lib/report/version/commands/replay-version";
import { replayMembers } from "@/lib/review/member/commands/replay-members";
import { REPORT_TEXT } from "@/lib/report/version/text-columns";
import { findingsOf } from "@/lib/synthesise/finding/commands/on-person-erased";
import { FINDING_TEXT } from "@/lib/synthesise/finding/text-columns";
import { eraseSummaries, summariesOf } from "@/lib/synthesise/matrix/commands/erase-summaries";
import { MATRIX_TEXT } from "@/lib/synthesise/matrix/summary-text";
import * as findings from "@/lib/synthesise/finding/commands/on-contribution-changes";
import { onThemesMerged, onThemesParted } from "@/lib/synthesise/finding/commands/on-theme-changes";
import { codingOf, eraseFromCoding } from "@/lib/tag/coding/commands/on-person-erased";
import { CODING_TEXT } from "@/lib/tag/recoding/text-columns";
import * as coding from "@/lib/tag/recoding/commands/on-contribution-changes";
import { onStanceCorrected } from "@/lib/tag/recoding/commands/on-stance-corrected";
import { themesMerged, themesParted } from "@/lib/tag/recoding/theme-events";
import {
  AgreementPayload,
  MEASURE_AGREEMENT,
  measureAgreement,
} from "@/lib/tag/rounds/commands/measure-agreement";
import { forgetLearnt } from "@/lib/tag/suggestion/commands/forget-learnt";
import { eraseFromRounds } from "@/lib/tag/rounds/commands/on-person-erased-in-rounds";

/**
 * Called once when the application starts: registers what later stages do about events of earlier ones, and
 * every job.
 */
export function registerStages(): void {
  registerHandlers();
  registerJobs();
}

/** Each event with its handlers, which run within its transaction, in this order. */
function registerHandlers(): void {
  lateContributionTaken.handledBy({ coding: coding.onLateContributionTaken });
  contributionEdited.handledBy({ coding: coding.onContributionEdited });
  stanceCorrected.handledBy({ coding: onStanceCorrected });
  contributionSplit.handledBy({ coding: coding.onContributionSplit, findings: findings.onContributionSplit });
  contributionsMerged.handledBy({
    coding: coding.onContributionsMerged,
    findings: findings.onContributionsMerged,
  });
  contributionsSeparated.handledBy({
    coding: coding.onContributionsSeparated,
    findings: findings.onContributionsSeparated,
  });
  themesMerged.handledBy({ findings: onThemesMerged });
  themesParted.handledBy({ findings: onThemesParted });

  // What the columns of each stage hold. Those that people type into are searched before words are removed.
  textDeclared.handledBy({
    coding: () => Promise.resolve(CODING_TEXT),
    findings: () => Promise.resolve(FINDING_TEXT),
    matrix: () => Promise.resolve(MATRIX_TEXT),
    releases: () => Promise.resolve(RELEASE_TEXT),
    views: () => Promise.resolve(VIEW_TEXT),
    reports: () => Promise.resolve(REPORT_TEXT),
    comments: () => Promise.resolve(COMMENT_TEXT),
  });
  // Quotations are found by the contributions that they cite, so reports come before the comments on them.
  wordsErased.handledBy({
    coding: eraseFromCoding,
    suggestions: forgetLearnt,
    rounds: eraseFromRounds,
    matrix: eraseSummaries,
    figures: forgetKeptFigures,
    reports: eraseQuotations,
    comments: eraseComments,
  });
  // After a restore: each decision that was made since, by the capability that records its kind.
  decisionReplayed.handledBy({
    members: replayMembers,
    roundtables: replayRoundtable,
    identities: replayIdentity,
    permission: replayPermission,
    contributions: replayContribution,
    clearance: replayClearance,
    imports: replayImport,
    protection: replayProtection,
    holds: replayHolds,
    versions: replayVersion,
  });

  // Asked beforehand, to preview what a step would cause. Nothing is changed.
  personErasing.handledBy({
    coding: codingOf,
    findings: findingsOf,
    matrix: summariesOf,
    releases: releasesOf,
    reports: reportsOf,
    comments: commentsOf,
  });
  personLeaving.handledBy({ releases: releasesOf, reports: reportsQuoting });
  permissionNarrowing.handledBy({ releases: releasesOfParticipant, reports: reportsQuotingParticipant });
}

function registerJobs(): void {
  registerJob(SIGN_IN_LINK, { run: (payload) => sendSignInLink(SignInLinkPayload.parse(payload)) });
  registerJob("mail", { run: (payload) => sendMail(payload) });
  registerJob("import", { run: (payload, run) => runImport(payload, run) });
  registerJob("clear-import", { run: (payload) => clearImport(ImportPayload.parse(payload).importId) });
  registerJob("forget-imports", { every: 60_000, run: () => forgetImports() });
  registerJob(MEASURE_AGREEMENT, {
    run: (payload) => measureAgreement(AgreementPayload.parse(payload).roundId),
  });
  registerJob("keep-figures", { every: 60_000, run: () => keepFigures() });
  registerJob("chain-audit", {
    every: 5_000,
    run: async (_, { signal }) => void (await chainAuditEntries(signal)),
  });
  registerJob("tidy-database", { every: 3_600_000, run: () => tidyDatabase() });
  registerJob(FORGET_DELETED, { run: () => forgetDeleted() });
  registerJob("retention", { every: 3_600_000, run: () => applyRetention(new Date()) });
  registerJob("forget-rate-limits", { every: 3_600_000, run: () => forgetFullBuckets() });
  registerJob("forget-sessions", { every: 3_600_000, run: () => forgetEndedSessions() });
  registerJob("forget-sign-in-links", { every: 3_600_000, run: () => forgetExpiredLinks() });
}
