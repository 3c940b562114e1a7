import { fewestStatements } from "@/tests/support/machine/statements";
import type { Filled } from "./fill";

type MeasuredPage = {
  key: string;
  /** Its name under `page.`, where the pages of every day stand next to one another. */
  name?: string;
  /** Below the review's address. */
  path: string;
  visitor?: "reviewer";
};

/** The almost empty page that the others are compared with: signed in, in the review's frame, with a list of one report. */
const ALMOST_EMPTY = "reports";

/** Pages that are opened at each size, by the lead where nothing else is said. The almost empty one comes first. */
const PAGES: readonly MeasuredPage[] = [
  { key: "report.list", name: ALMOST_EMPTY, path: "reports" },
  { key: "tag.workbench", name: "coding", path: "coding" },
  { key: "tag.passages", name: "passages", path: "themes/assessment/passages" },
  { key: "tag.passages.all", name: "passages_all", path: "themes/assessment/passages/all" },
  { key: "aggregate.dashboard", name: "dashboard", path: "dashboard" },
  { key: "capture.list", name: "contributions", path: "contributions" },
  { key: "capture.open", name: "capture", path: "roundtables/roundtable-1/capture" },
  { key: "tag.theme", name: "theme", path: "themes/assessment" },
  { key: "synthesise.findings", name: "findings", path: "findings" },
  { key: "aggregate.release", path: "dashboard", visitor: "reviewer" },
  { key: "aggregate.release.theme", path: "dashboard/assessment", visitor: "reviewer" },
  { key: "aggregate.release.check", path: "dashboard/release" },
  { key: "aggregate.theme", path: "dashboard/assessment" },
  { key: "aggregate.live", path: "dashboard?role=SENCO" },
  { key: "aggregate.compare", path: "dashboard?role=SENCO&compare=yes&with-role=headteacher" },
  { key: "aggregate.together", path: "live/together" },
  { key: "aggregate.saturation", path: "live/saturation" },
  { key: "aggregate.coverage", path: "live/coverage" },
  { key: "aggregate.citations", path: "citations" },
  { key: "synthesise.board", path: "findings/board/assessment" },
  { key: "synthesise.matrix", path: "findings/matrix" },
  { key: "tag.disagreed", path: "coding?left=disagreed" },
];

type Measured = { p50: number; bytes: number | null };
type Measuring = {
  url: string;
  filled: Filled;
  /** "@" and the number of contributions. */
  at: string;
  wanted: (key: string) => boolean;
  read: (address: string, cookie: string) => Promise<string>;
  measure: (key: string, at: string, once: () => Promise<number>) => Promise<Measured>;
  note: (key: string, value: number) => void;
  /** Whether statements can be counted. */
  counts: boolean;
};

/**
 * Times each page, with its bytes before compression and its statements. What has a name is noted under `page.` too, from the
 * same requests, with how many times the almost empty page of the run it takes.
 */
export async function measurePages(measuring: Measuring): Promise<void> {
  const { url, filled, at, wanted, read, measure, note, counts } = measuring;
  let almostEmpty = Number.NaN;
  for (const { key, name, path, visitor } of PAGES) {
    const compares = name === ALMOST_EMPTY && PAGES.some((one) => one.name && wanted(`page.${one.name}`));
    if (!wanted(key) && !compares && !(name && wanted(`page.${name}`))) continue;
    const who = visitor === "reviewer" ? filled.reviewerCookie : filled.cookie;
    const once = async () => Buffer.byteLength(await read(`${url}/reviews/npq/${path}`, who));
    const { p50, bytes } = await measure(key, at, once);
    const statements = counts ? await fewestStatements(url, once) : null;
    if (statements !== null) note(`${key}.statements${at}`, statements);
    if (!name) continue;
    if (name === ALMOST_EMPTY) almostEmpty = p50;
    note(`page.${name}.p50_ms${at}`, p50);
    note(`page.${name}.ratio${at}`, p50 / almostEmpty);
    if (bytes !== null) note(`page.${name}.bytes${at}`, bytes);
    if (statements !== null) note(`page.${name}.statements${at}`, statements);
  }
}
