// @ts-check
import { inProject } from "./project.mjs";
import path from "node:path";

/**
 * The block that says the application is there: where, as what, on which database, and how to stop it.
 * @param {string} url
 * @param {string} database what the health check calls it
 * @param {NodeJS.ProcessEnv} env
 */
export function announcement(url, database, env) {
  // Real use needs a mail server, because people sign in by mail.
  const mode = env.SMTP_URL
    ? `configured for real use${env.APP_URL ? `, for people at ${env.APP_URL}` : ""}`
    : "demonstration: whoever sits at this computer can sign in as any of its invented people";
  return [
    "",
    `  NPQ review is at ${url}`,
    "",
    `  Mode      ${mode}`,
    `  Database  ${database === "embedded" ? `embedded, in ${dataFolder(env)}` : serverName(env)}`,
    "  To stop   Ctrl-C",
    "",
  ].join("\n");
}

/** @param {NodeJS.ProcessEnv} env */
function dataFolder(env) {
  return path.resolve(inProject("."), env.DATA_DIR || "data");
}

// Never the whole address, because it contains a password.
/** @param {NodeJS.ProcessEnv} env */
function serverName({ DATABASE_URL }) {
  if (!DATABASE_URL || !URL.canParse(DATABASE_URL)) return "PostgreSQL";
  const { host, pathname } = new URL(DATABASE_URL);
  return `PostgreSQL, ${decodeURIComponent(pathname.slice(1))} on ${host}`;
}
