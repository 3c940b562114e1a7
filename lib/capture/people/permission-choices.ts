import type { Participant } from "./participant";

export const PERMISSION_LEVELS = ["verbatim", "paraphrase", "not_published"] as const;
export type PermissionLevel = (typeof PERMISSION_LEVELS)[number];

export type PermissionMeans = "facilitator" | "link" | "qr_code" | "paper";

/**
 * The means that a facilitator may record. "Link" and "QR code" say that the participant chose, so only the
 * participant's own page sets them.
 */
export const TOLD_MEANS = ["facilitator", "paper"] as const;

export function isToldMeans(means: PermissionMeans): means is (typeof TOLD_MEANS)[number] {
  return TOLD_MEANS.some((one) => one === means);
}

export function choosesPermission({ host, erased }: Pick<Participant, "host" | "erased">): boolean {
  return !host && !erased;
}
