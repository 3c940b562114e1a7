import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import { z } from "zod";
import { freePort } from "../../support/machine/free-port.mjs";
import { startPostgresql } from "../../support/machine/postgresql.mjs";
import { startServer, type TestServer } from "../../support/machine/server";
import { prepared } from "../test";

const Sessions = z.record(z.string(), z.string());
const Recorded = z.object({
  contributions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      sequence: z.number(),
      recordedById: z.string(),
      struck: z.boolean(),
    }),
  ),
});
type RecordedContribution = z.output<typeof Recorded>["contributions"][number];

const Session = z.object({ participants: z.array(z.object({ label: z.string(), description: z.string() })) });

/** An application of a test's own, that it may kill and start again under the same address. */
export type Rig = {
  url: string;
  roundtable: string;
  roundtableId: string;
  cookie(who: string): string;
  signIn(context: BrowserContext, who: string): Promise<void>;
  /** Ends one process as a power cut does, and starts it again. */
  crash(): Promise<void>;
  contributions(): Promise<RecordedContribution[]>;
  session(): Promise<z.output<typeof Session>>;
  stop(): Promise<void>;
};

type Environment = Record<string, string>;

/** What the tests began with, put into a database that is empty. */
function copyInto(environment: Environment) {
  const { users, subjects } = prepared();
  const output = execFileSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "tests/e2e/setup/prepare-copy.ts",
      process.env.E2E_BACKUP ?? "",
      JSON.stringify(users),
    ],
    { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "ignore"] },
  );
  return { sessions: Sessions.parse(JSON.parse(output.toString())), subjects };
}

/** One process on the embedded database. */
export async function startEmbeddedRig(): Promise<Rig> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-capture-"));
  const environment = { DATA_DIR: folder, HOST: "127.0.0.1", LOG_LEVEL: "error" };
  cpSync(process.env.E2E_TEMPLATE ?? "", folder, { recursive: true });
  const port = await freePort();
  let server = await startServer(environment, port);
  return rigOf(prepared(), server.url, {
    crash: inTurn(async () => {
      await killed(server);
      server = await startServer(environment, port);
    }),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** Two processes on one PostgreSQL server, behind one address; or why there is none. */
export async function startPostgresqlRig(): Promise<Rig | { unavailable: string }> {
  const postgresql = await startPostgresql();
  if ("unavailable" in postgresql) return postgresql;
  const folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-capture-"));
  const environment = {
    DATABASE_URL: postgresql.url,
    DATA_DIR: folder,
    HOST: "127.0.0.1",
    LOG_LEVEL: "error",
  };
  const copied = copyInto(environment);
  const ports = [await freePort(), await freePort()] as const;
  const servers = await Promise.all(ports.map((port) => startServer(environment, port)));
  const front = await startFront(ports);
  let next = 0;
  return rigOf(copied, front.url, {
    crash: inTurn(async () => {
      const index = next++ % servers.length;
      const [server, port] = [servers[index], ports[index]];
      if (!server || port === undefined) throw new Error("There is no such process.");
      await killed(server);
      servers[index] = await startServer(environment, port);
    }),
    stop: async () => {
      await front.stop();
      await Promise.all(servers.map((server) => server.stop()));
      await postgresql.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** A process can be killed once it is up: the next crash waits until the last one is over. */
function inTurn(crash: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(crash));
}

async function killed({ child }: TestServer): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Hands requests to the processes in turn; one that is down answers 502, as a proxy would. */
async function startFront(ports: readonly number[]) {
  let turn = 0;
  const server = http.createServer((request, response) => {
    const port = ports[turn++ % ports.length];
    const onward = http.request(
      { host: "127.0.0.1", port, path: request.url, method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on("error", () => response.destroy());
      },
    );
    onward.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

function rigOf(
  { sessions, subjects }: Pick<ReturnType<typeof prepared>, "sessions" | "subjects">,
  url: string,
  process: Pick<Rig, "crash" | "stop">,
): Rig {
  const cookie = (who: string) => `npq.session=${sessions[who] ?? ""}`;
  const roundtableId = subjects.roundtableId ?? "";
  const read = async (what: "record" | "session"): Promise<unknown> => {
    const headers = { cookie: cookie("lead") };
    return (await fetch(`${url}/api/capture/v1/roundtables/${roundtableId}/${what}`, { headers })).json();
  };
  return {
    ...process,
    url,
    roundtable: `${url}/reviews/${subjects.review}/roundtables/${subjects.roundtable}`,
    roundtableId,
    cookie,
    signIn: (context, who) =>
      context.addCookies([
        { name: "npq.session", value: sessions[who] ?? "", url, httpOnly: true, sameSite: "Lax" },
      ]),
    contributions: async () => Recorded.parse(await read("record")).contributions,
    session: async () => Session.parse(await read("session")),
  };
}
