/** What is written in every file that is taken away, so that it says where it is from. */
export type AboutRelease = { review: string; release: number; releasedOn: string; link: string };

export const RELEASE_FORMATS = {
  csv: { word: "a CSV file", type: "text/csv; charset=utf-8" },
  xlsx: {
    word: "an Excel workbook",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  docx: {
    word: "a two-page brief (Word)",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
} as const;
export type ReleaseFormat = keyof typeof RELEASE_FORMATS;

export function isReleaseFormat(value: string | null): value is ReleaseFormat {
  return value !== null && Object.hasOwn(RELEASE_FORMATS, value);
}

/** "npq-release-2.csv". */
export function releaseFileName(reviewSlug: string, release: number, format: ReleaseFormat): string {
  return `${reviewSlug}-release-${release}.${format}`;
}
