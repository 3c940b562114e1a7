/**
 * `npm run bench [-- --json FILE] [--only PREFIX] [--sizes 1000,100000] [--postgresql] [--requests 20000] [--minutes 60]`:
 * times the production build, which it makes where there is none, on the embedded database or on a PostgreSQL server made for
 * it, as measured by its own client on loopback. Next to each figure are an empty dynamic page and the plain SQL, measured in
 * the same run, because machines differ and are noisy.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { prepare } from "@/lib/platform/launch/preparation.mjs";
import { openDatabase } from "@/lib/platform/database-pool";
import { formFields, postForm } from "@/tests/support/form";
import { withDatabase } from "@/tests/support/database-setup";
import { startPostgresql } from "@/tests/support/machine/postgresql.mjs";
import { startServer } from "@/tests/support/machine/server";
import { COUNTING } from "@/tests/support/machine/statements";
import { contributionSender, measureCapture } from "./capture";
import { lengthenRecord, measureCapturePage } from "./capture-page";
import { measureCheck } from "./check";
import { fill, type Place } from "./fill";
import { importRows } from "./imports";
import { settingWithAndWithoutKept } from "./kept";
import { REQUESTS, soak } from "./soak";
import { measurePages } from "./pages";
import { exportCoding, megabytes, settledMegabytes, startTimed } from "./process";
import { measureReport } from "./report";
import { percentile, round } from "./statistics";
import { tagSender } from "./tag";
import { typingTimes } from "./typing";

const WARM_UP = 3;
const TIMES = 25;
const CAPTURE_SIZE = 1_000;
/** A file of coding holds no more contributions. */
const MAX_EXPORTED = 20_000;
const CAPTURE_KEYS = [
  "capture.save.p50_ms@",
  "capture.save.p95_ms@",
  "capture.save.per_s@50c",
  "capture.seen",
];

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    only: { type: "string", default: "" },
    sizes: { type: "string", default: "1000,100000" },
    postgresql: { type: "boolean", default: false },
    requests: { type: "string", default: String(REQUESTS) },
    minutes: { type: "string", default: "0" },
  },
});

if (!(await prepare(["install", "generate", "build"]))) process.exit(1);

const figures: Record<string, number> = {};

function note(key: string, value: number) {
  figures[key] = round(value);
  console.log(`${key.padEnd(44)} ${round(value)}`);
}

const wanted = (key: string) => key.startsWith(options.only);
/** Whether anything with this prefix is asked for. */
const wantedWithin = (prefix: string) => wanted(prefix) || options.only.startsWith(prefix);

/** Times `once`, if it is asked for, and records its p50 and p95, and the size in bytes when it is a page. */
async function measure(key: string, size: string, once: () => Promise<number | null>) {
  if (wanted(key)) await timed(key, size, once);
}

async function timed(key: string, size: string, once: () => Promise<number | null>) {
  for (let i = 0; i < WARM_UP; i++) await once();
  const times: number[] = [];
  let bytes: number | null = null;
  for (let i = 0; i < TIMES; i++) {
    const start = performance.now();
    bytes = await once();
    times.push(performance.now() - start);
  }
  const p50 = percentile(times, 0.5);
  note(`${key}.p50_ms${size}`, p50);
  note(`${key}.p95_ms${size}`, percentile(times, 0.95));
  if (bytes !== null) note(`${key}.bytes${size}`, bytes);
  return { p50, bytes };
}

async function page(address: string, cookie: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`);
  return html;
}

async function accepted(answer: Response): Promise<null> {
  const text = await answer.text();
  if (answer.status !== 303) {
    const why = /There is a problem[\s\S]{0,600}/.exec(text)?.[0].replaceAll(/<[^>]*>/g, " ");
    throw new Error(`A form was refused, ${answer.status}: ${why ?? text.slice(0, 300)}`);
  }
  return null;
}

/**
 * What people search for, in turn: a word of one contribution, words of every one, a phrase, a word left out, filters,
 * and a typing error.
 */
function searches(): () => string {
  const asked = [
    "777",
    "coaching",
    '"fits a school"',
    "funding marking -777",
    "theme:assessment stance:ask coaching",
  ];
  asked.push("role:senco 4321", "coahcing", "type:finding attention");
  let n = 0;
  return () => asked[n++ % asked.length] ?? "";
}

/** One facilitators' workbook of everything: how long it takes, its size, and how much the peak of memory grows by it. */
async function measureWorkbook(
  address: string,
  { at, cookie, server }: { at: string; cookie: string; server: Awaited<ReturnType<typeof startServer>> },
) {
  const before = peakMegabytes(server.child.pid);
  const start = performance.now();
  const answer = await fetch(address, { headers: { cookie } });
  if (!answer.ok || !answer.body) throw new Error(`The workbook answered ${answer.status}.`);
  let bytes = 0;
  for await (const part of answer.body) bytes += (part as Uint8Array).length;
  note(`aggregate.workbook.s${at}`, (performance.now() - start) / 1000);
  note(`aggregate.workbook.bytes${at}`, bytes);
  note(`aggregate.workbook.more_peak_mb${at}`, peakMegabytes(server.child.pid) - before);
}

async function measureTyping(url: string, cookie: string) {
  const { draft, empty } = await typingTimes(url, cookie);
  for (const [name, { toScreen, cpu, script }] of [
    ["report.typing", draft],
    ["baseline.typing", empty],
  ] as const) {
    note(`${name}.p50_ms`, percentile(toScreen, 0.5));
    note(`${name}.p95_ms`, percentile(toScreen, 0.95));
    note(`${name}.cpu_ms_a_key`, cpu);
    note(`${name}.script_ms_a_key`, script);
  }
}

async function measureSize(size: number) {
  const at = `@${size}`;
  const place = await makePlace();
  try {
    const filled = await fill(place, size);
    const { cookie } = filled;
    const counting = { ...place, NODE_OPTIONS: COUNTING };
    const { server, seconds } = await startTimed(counting, (url) =>
      page(`${url}/reviews/npq/reports`, cookie),
    );
    try {
      const review = `${server.url}/reviews/npq`;
      note(`process.start_s${at}`, seconds);
      if (wanted("process.idle_mb")) note(`process.idle_mb${at}`, await settledMegabytes(server.child.pid));
      const bytesOf = (address: string) => async () => Buffer.byteLength(await page(address, cookie));
      if (wanted("baseline.empty_page"))
        await measure("baseline.empty_page", "", bytesOf(`${server.url}/sign-in/sent`));
      await measurePages({
        url: server.url,
        filled,
        at,
        wanted,
        read: page,
        measure: timed,
        note,
        counts: !place.DATABASE_URL,
      });
      if (wanted("aggregate.workbook"))
        await measureWorkbook(`${review}/live/figures.xlsx`, { at, cookie, server });
      const search = searches();
      await measure("aggregate.search", at, () =>
        bytesOf(`${review}/search?${new URLSearchParams({ q: search() }).toString()}`)(),
      );
      const [typist] = filled.typists;
      if (wanted("tag.apply") && typist)
        await measure("tag.apply", at, await tagSender({ url: server.url, cookie: typist.cookie }));
      if (wanted("tag.export") && size <= MAX_EXPORTED) {
        const { project, csv } = await exportCoding(review, cookie);
        note(`tag.export.s${at}`, project.then);
        note(`tag.export.first_s${at}`, project.first);
        note(`tag.export.csv_s${at}`, csv.then);
        note(`tag.export.csv_first_s${at}`, csv.first);
      }
      if (wanted("capture.save") && typist) {
        const send = contributionSender(server.url, filled);
        await measure("capture.save", at, async () => {
          await send(typist);
          return null;
        });
      }
      // The dashboard alongside it is one of 1,000 contributions.
      if (size === CAPTURE_SIZE && CAPTURE_KEYS.some(wantedWithin))
        await measureCapture({ url: server.url, filled, wanted, note });
      if (size === CAPTURE_SIZE && (wantedWithin("report.export_") || wantedWithin("report.page")))
        await measureReport({ site: server.url, cookie, measure, note });
      if (size === CAPTURE_SIZE && wantedWithin("report.typing")) await measureTyping(server.url, cookie);
      if (wanted("report.generate")) {
        const start = `${review}/reports/new`;
        const html = await page(start, cookie);
        let n = 0;
        await measure("report.generate", at, async () => {
          const form = formFields(html, "title");
          form.set("roundtableId", "review");
          form.set("title", `Draft ${n++}`);
          return accepted(await postForm(start, cookie, form));
        });
      }
      note(`process.peak_mb${at}`, peakMegabytes(server.child.pid));
      if (wanted("process.after_mb")) note(`process.after_mb${at}`, await settledMegabytes(server.child.pid));
    } finally {
      await server.stop();
    }
    if (wanted("baseline.sql") || wanted("tag.kept")) await measureSql(place, at);
  } finally {
    rmSync(place.DATA_DIR, { recursive: true, force: true });
  }
}

/** A usual file, and one with as many rows as an import allows. */
const IMPORT_ROWS = [10_000, 100_000];

/** A file with so many rows, on its own server, so that the memory is the import's. */
async function measureImport(rows: number) {
  const place = await makePlace();
  try {
    const { roundtableId, cookie } = await fill(place, 1_000);
    const server = await startServer(place);
    try {
      const seconds = await importRows({ url: server.url, roundtableId, cookie }, rows);
      note(`capture.import.rows_per_s@${rows}`, rows / seconds);
      note(`capture.import.peak_mb@${rows}`, peakMegabytes(server.child.pid));
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(place.DATA_DIR, { recursive: true, force: true });
  }
}

/** The capture page of a record that is much longer than those of the other figures. */
async function measureLongRecord() {
  const place = await makePlace();
  try {
    const filled = await fill(place, CAPTURE_SIZE);
    await lengthenRecord(place, filled.roundtableId);
    const server = await startServer(place);
    try {
      await measureCapturePage(server.url, filled, note);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(place.DATA_DIR, { recursive: true, force: true });
  }
}

/** A day of reading and saving, with a heap that is bounded: the memory is to stay flat. */
async function measureSoak() {
  const place = await makePlace();
  try {
    const filled = await fill(place, 1_000);
    const server = await startServer({ ...place, NODE_OPTIONS: "--max-old-space-size=512" });
    try {
      const resident = () => megabytes(server.child.pid, "VmRSS");
      const [requests, minutes] = [Number(options.requests), Number(options.minutes)];
      await soak({ url: server.url, filled, resident, note, requests, minutes });
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(place.DATA_DIR, { recursive: true, force: true });
  }
}

/** An empty place for a database: a folder, and a database on the server where there is one. */
async function makePlace(): Promise<Place> {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), "npq-review-bench-"));
  if (!postgresql) return { DATA_DIR };
  const name = path.basename(DATA_DIR).replaceAll(/\W/g, "_").toLowerCase();
  const admin = new pg.Client({ connectionString: postgresql.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return { DATA_DIR, DATABASE_URL: withDatabase(postgresql.url, name) };
}

async function startServerToMeasure() {
  const server = await startPostgresql({ durable: true });
  if ("unavailable" in server) throw new Error(server.unavailable);
  return server;
}

/** The dashboard's question in one statement: distinct people for each theme and stance. */
const BARE = `SELECT t.theme_id, t.stance, count(DISTINCT l.person_id), count(DISTINCT l.contribution_id)
  FROM settled_tagging t JOIN counted_contribution l USING (contribution_id) GROUP BY GROUPING SETS ((t.theme_id), (t.theme_id, t.stance))`;

async function measureSql(place: Place, at: string) {
  const { pool, close } = await openDatabase({ ...place, DATABASE_POOL: 2 });
  await measure("baseline.sql.dashboard", at, async () => {
    await pool.query(BARE);
    return null;
  });
  if (wanted("tag.kept")) {
    const { kept, bare } = await settingWithAndWithoutKept(pool);
    note(`tag.kept.with_p50_ms${at}`, kept);
    note(`tag.kept.without_p50_ms${at}`, bare);
  }
  await close();
}

/** The check of a release, on a database of its own. */
async function measureReleaseCheck() {
  const place = await makePlace();
  try {
    note("aggregate.check.s@20roundtables", await measureCheck(place));
  } finally {
    rmSync(place.DATA_DIR, { recursive: true, force: true });
  }
}

/** The most memory that the process has held, from the kernel. */
const peakMegabytes = (pid: number | undefined) => megabytes(pid, "VmHWM");

process.env.HOST ??= "127.0.0.1";
process.env.LOG_LEVEL ??= "warn";
const postgresql = options.postgresql ? await startServerToMeasure() : null;
try {
  // The soak takes many minutes, so it is measured only where it is asked for, and then alone.
  if (options.only.startsWith("soak")) await measureSoak();
  else {
    // A long record is filled for itself.
    const sizes = options.only.startsWith("capture.page") ? [] : options.sizes.split(",").map(Number);
    for (const size of sizes) await measureSize(size);
    if (wanted("aggregate.check")) await measureReleaseCheck();
    if (wantedWithin("capture.page")) await measureLongRecord();
    for (const rows of IMPORT_ROWS)
      if (wanted(`capture.import.rows_per_s@${rows}`)) await measureImport(rows);
  }
} finally {
  await postgresql?.stop();
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
