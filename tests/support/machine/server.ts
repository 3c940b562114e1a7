import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { memoryEnvironment, serverArguments } from "@/lib/platform/launch/server-process.mjs";
import { freePort } from "./free-port.mjs";

// These end what hangs; a busy machine only takes longer.
const READY_MS = 600_000;
const STOP_MS = 120_000;

export type TestServer = { url: string; child: ChildProcess; output: () => string; stop(): Promise<void> };

/**
 * Starts the built application on a free port of loopback, or the given one, with `environment` over this
 * process's own, and waits until it is well. Throws with what it wrote when it does not come up.
 */
export async function startServer(environment: Record<string, string>, onPort?: number): Promise<TestServer> {
  const port = onPort ?? (await freePort());
  const child = spawn(process.execPath, serverArguments("start", { host: "127.0.0.1", port }), {
    env: {
      ...memoryEnvironment,
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_MANUAL_SIG_HANDLE: "1",
      LOG_LEVEL: "warn",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await gone;
    clearTimeout(patience);
  };
  if (!(await isWell(url, child))) {
    await stop();
    throw new Error(`The application did not start:\n${output}`);
  }
  return { url, child, output: () => output, stop };
}

async function isWell(url: string, child: ChildProcess): Promise<boolean> {
  for (const end = Date.now() + READY_MS; Date.now() < end && child.exitCode === null; await wait(100)) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return true;
  }
  return false;
}
