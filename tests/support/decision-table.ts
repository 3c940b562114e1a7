import type { DecisionKind } from "@/lib/platform/ledger/decision";

/**
 * What each command may decide about personal data, or about who may see it: a restore of an older backup must not
 * take that back, so that it is in the ledger. A command is here or in DECIDES_NOTHING.
 */
export const DECIDES: Record<string, readonly DecisionKind[]> = {
  addMember: ["member.add"],
  changeRole: ["member.role"],
  removeMember: ["member.remove"],
  changeRoundtable: ["confidentiality.set"],
  registerParticipant: ["permission.set"],
  registerAttendance: ["permission.set"],
  savePeople: ["permission.set", "identity.remove"],
  recordPermission: ["permission.set"],
  choosePermission: ["permission.set", "clearance.end"],
  makePermissionLink: ["link.end"],
  makePermissionSlips: ["link.end"],
  endPermissionLink: ["link.end"],
  changeIdentity: ["identity.remove"],
  leaveReview: ["person.leave", "permission.set", "link.end"],
  returnToReview: ["person.return", "permission.set"],
  erasePerson: ["person.erase", "erasure.ask"],
  decideErasure: ["person.erase", "erasure.refuse"],
  setHold: ["hold.set"],
  endHold: ["hold.end"],
  setRetention: ["retention.set"],
  clearContribution: ["clearance.end"],
  clearWords: ["clearance.end"],
  withdrawClearance: ["clearance.end"],
  editContribution: ["clearance.end"],
  amendContribution: ["clearance.end"],
  splitContribution: ["clearance.end"],
  mergeContributions: ["clearance.end"],
  unmergeContributions: ["clearance.end"],
  strikeContribution: ["contribution.strike"],
  restoreContribution: ["contribution.restore"],
  sendOperations: ["contribution.strike", "contribution.restore", "clearance.end"],
  undoImport: ["import.undo"],
  withdrawVersion: ["version.withdraw"],
};

/** What is decided by nobody's command. */
export const DECIDED_OTHERWISE: Partial<Record<DecisionKind, string>> = {
  "retention.apply": "the job `retention`, on the day that the lead's period ends",
};

/** Every other command, under why a restore may take back what it does. */
export const DECIDES_NOTHING: Record<string, readonly string[]> = {
  "facilitators' work, which a restore puts back as it was; words of people in it go with an erasure": [
    ...["writeFinding", "editFinding", "writeCounterView", "withdrawFinding", "startFinding", "splitFinding"],
    ...["mergeFindings", "attachEvidence", "attachContributions", "attachChosen", "detachEvidence"],
    ...[
      "setConfidence",
      "forgetConfidence",
      "undoFindingChange",
      "placeTheme",
      "writeSummary",
      "restoreSummary",
    ],
    ...["saveView", "renameView", "deleteView", "restoreView", "keepCitation", "removeCitation"],
    ...[
      "generateDraft",
      "editBlock",
      "addBlock",
      "removeBlock",
      "restoreBlock",
      "moveBlock",
      "setClaimEvidence",
    ],
    ...[
      "saveVersion",
      "restoreVersion",
      "answerProposal",
      "acceptUnedited",
      "takeSuggestions",
      "takeComments",
      "takeWordFile",
      "bindRelease",
      "saveDraft",
      "announceWriting",
      "addComment",
      "commentOnBlock",
      "replyToComment",
      "editOwnComment",
      "resolveComment",
    ],
    "reopenComment",
  ],
  "coding and the codebook, likewise": [
    ...["mergeThemes", "splitTheme", "undoCodingChange", "addExample", "removeExample", "flagContribution"],
    ...[
      "writeMemo",
      "changeMemo",
      "withdrawMemo",
      "rejectSuggestion",
      "reopenTagging",
      "tagBatch",
      "undoBatch",
    ],
    ...["suggestThemes", "planRound", "declareApproach", "judgeContribution", "finishCoding", "removeCoder"],
    ...[
      "abandonRound",
      "adjudicate",
      "settleRound",
      "reopenRound",
      "installCodebook",
      "addTheme",
      "changeTheme",
    ],
    ...["retireTheme", "restoreTheme", "setTagging", "setThemes", "changeTaggings", "removeTagging"],
    ...["changeStance", "putStance", "markNpq", "importCodebook", "importProject", "undoProjectImport"],
  ],
  "what was put down, and how the session went; what is lost is lost": [
    ...["recordContribution", "recordContributions", "openQuestion", "startGoRound", "endGoRound"],
    ...[
      "passInGoRound",
      "arrangeTables",
      "endTables",
      "announcePresence",
      "seatParticipant",
      "planRoundtable",
    ],
    "changeRoundtableState",
  ],
  "it says who is who or what they are, and takes nothing away from anybody": [
    ...["changeParticipant", "matchPeople", "markDifferentPeople", "separatePerson", "loadSchools"],
  ],
  "a wording is chosen by those who read it; a wider permission is not applied again without it": [
    "changeWording",
  ],
  "a file that nobody goes on with is deleted within a day": [
    ...[
      "chooseFile",
      "keepRefusal",
      "readAgain",
      "settleColumns",
      "settleSpeakers",
      "startImport",
      "stopImport",
    ],
  ],
  "it waits for the lead again": ["decideLate"],
  "it shows words to more people, which a restore must not repeat": ["releaseFigures", "openForComments"],
  "what is out is out; a restore makes a draft of it again": ["publishReport"],
  "it is the lead’s word on a draft, which is read again before it is published": ["waiveCheck", "endWaiver"],
  "it words drafts, and takes nothing away": ["setHouseStyle"],
  "it says that a file was taken": ["recordExport"],
};
