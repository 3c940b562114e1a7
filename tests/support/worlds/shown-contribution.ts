import type { ShownContribution } from "@/lib/capture/session/record-view";

/** A contribution as the capture page shows it, with nothing set but what is named. */
export function shownContribution(id: string, over: Partial<ShownContribution> = {}): ShownContribution {
  return {
    id,
    source: "unidentified",
    wording: "gist",
    text: "Words",
    stance: null,
    hands: null,
    agreementSeen: false,
    saidAt: "2026-03-03T10:00:00.000Z",
    timeKnown: true,
    sequence: 1,
    revision: 1,
    struck: false,
    erased: false,
    questionId: null,
    participantId: null,
    tableId: null,
    goRoundId: null,
    mergedIntoId: null,
    recordedById: "me",
    themeIds: [],
    ...over,
  };
}
