import type { Confidentiality } from "./roundtable";
import type { RoundtableState } from "./states";

export const CONFIDENTIALITY_WORDS: Record<Confidentiality, string> = {
  attributed: "Attributed",
  role_only: "Role only",
  chatham_house: "Chatham House Rule",
};

/** What each choice promises to the people who take part. */
export const CONFIDENTIALITY_MEANS: Record<Confidentiality, string> = {
  attributed: "What people say may be shared with their name, if they allow it.",
  role_only: "What people say may be shared with their role or phase, but never with a name or organisation.",
  chatham_house: "What people say may be shared, but not who said it, where they work or who else was there.",
};

export const STATE_WORDS: Record<RoundtableState, string> = {
  planned: "Planned",
  in_session: "In session",
  read_back: "Read-back",
  closed: "Closed",
};

/** Where a roundtable is held. */
export function placeWords({ place, online }: { place: string | null; online: boolean }): string {
  if (!online) return place ?? "";
  return place ? `online and ${place}` : "online";
}
