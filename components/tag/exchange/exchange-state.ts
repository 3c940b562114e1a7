import type { FormRefusal } from "@/lib/platform/result";

/** Something to decide before a file is imported. */
type Choice = {
  name: string;
  label: string;
  hint?: string;
  options: readonly { value: string; label: string; hint?: string }[];
  /** Absent where nothing is chosen for anybody. */
  defaultValue?: string;
};

/** Something to decide before a file can be read, which is then looked at again. */
export type Reading = Choice & {
  /** Which file it is of: what was chosen for one is not done with another. */
  fileDigest: string;
};

/** What a file would do, in words, before it is done. */
export type ExchangePreview = {
  /** What the file is. */
  title: string;
  /** How many of each kind of thing, and what happens to them. */
  rows: readonly { key: string; value: string }[];
  /** Why it cannot be imported as it is. */
  problems: readonly string[];
  /** What of it cannot be imported, and other remarks. */
  warnings: readonly string[];
  /** Things by name, under what happens to them. */
  lists: readonly { title: string; items: readonly string[] }[];
  choices: readonly Choice[];
  reading?: Reading | null;
  /** The text of the button; null where there is nothing to do. */
  submitLabel: string | null;
  /** What was read from the file, which the page sends with the confirmation. */
  payload: string;
  fingerprint: string;
};

export type ExchangeState = { refusal: FormRefusal | null; preview: ExchangePreview | null };
export const NOTHING_CHOSEN: ExchangeState = { refusal: null, preview: null };
