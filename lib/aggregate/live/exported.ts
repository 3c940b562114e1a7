import type { Wording } from "@/lib/capture/contribution/contribution";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Source } from "@/lib/capture/roundtable/source";

/** A contribution with its settled coding, as a facilitator takes it away: a label, never a name. */
export type ExportedContribution = {
  id: string;
  roundtable: string;
  label: string | null;
  source: Source;
  wording: Wording;
  text: string;
  question: string | null;
  saidAt: Date;
  timeKnown: boolean;
  cleared: boolean;
  codings: { theme: string; stance: Stance }[];
};

/** A person whom the filter counts, and the ids of the themes that they raised. */
export type ExportedPerson = {
  number: number;
  labels: string;
  role: string | null;
  phase: string | null;
  setting: string | null;
  region: string | null;
  contributions: number;
  themes: string[];
};
