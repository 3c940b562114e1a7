import { z } from "zod";
import { isLoopback } from "./loopback";

/** What .env.example holds in its place, which everybody can read. */
const EXAMPLE_SECRET = "at-least-32-random-characters-the-same-for-every-process";

const httpUrl = z.url({
  protocol: /^https?$/,
  error: "must be an address that starts with http:// or https://",
});

const MAX_HOURS = 30 * 24;
const hours = (usual: number) =>
  z.coerce
    .number({ error: "must be a number of hours" })
    .int("must be a whole number of hours")
    .min(1, "must be an hour or more")
    .max(MAX_HOURS, `must be at most ${MAX_HOURS} hours`)
    .default(usual);

const EnvInput = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** The address to listen on; `npm start` and `npm run dev` always set it. */
  HOST: z.string().optional(),
  PORT: z.coerce.number({ error: "must be a number" }).int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must start with postgresql://" }).optional(),
  DATABASE_POOL: z.coerce.number({ error: "must be a number" }).int().min(2).max(200).default(10),
  APP_URL: httpUrl.optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, "must be at least 32 characters long")
    .refine(
      (secret) => secret !== EXAMPLE_SECRET,
      "must be random: this is the example that everybody can read",
    )
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must start with smtp:// or smtps://" }).optional(),
  MAIL_FROM: z.string().min(3).default("NPQ review <no-reply@localhost>"),
  LEAD_EMAIL: z.email("must be an email address").optional(),
  BACKUP_PASSPHRASE: z.string().min(12, "must be at least 12 characters long").optional(),
  BACKUP_RECIPIENT: z
    .string()
    .startsWith("age1", "must start with age1, as npm run db:key prints it")
    .optional(),
  BACKUP_IDENTITY: z
    .string()
    .startsWith("AGE-SECRET-KEY-", "must start with AGE-SECRET-KEY-, as npm run db:key prints it")
    .optional(),
  /** A session ends after this, used or not. */
  SESSION_HOURS: hours(24),
  /** It also ends when nobody has used it for this long. */
  SESSION_IDLE_HOURS: hours(4),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof EnvInput> & {
  /** Nothing real is configured and only this computer can reach it: the demonstration people may sign in. */
  demonstration: boolean;
};

/**
 * Reads and checks the environment. Throws one Error that names every wrong variable and what to do, because
 * a half-configured application must not start. An empty variable counts as absent.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = EnvInput.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new Error(
      `There are mistakes in the configuration. Correct these environment variables and start again:\n${lines.join("\n")}`,
    );
  }
  const env = parsed.data;
  const real =
    env.SMTP_URL !== undefined || (env.APP_URL !== undefined && !isLoopback(new URL(env.APP_URL).hostname));
  if (env.APP_URL?.startsWith("http://") && !isLoopback(new URL(env.APP_URL).hostname))
    throw new Error(
      "APP_URL must start with https:// beyond this computer, because people sign in there. Put a proxy that ends TLS in front (docs/operations.md, “Behind TLS”), then start again.",
    );
  const demonstration = !real && env.HOST !== undefined && isLoopback(env.HOST);
  const missing = demonstration ? [] : missingForReal(env);
  if (missing.length > 0) {
    throw new Error(
      `This is configured for real use (APP_URL or SMTP_URL is set, or HOST is not this computer alone), which also needs:\n${missing.join("\n")}`,
    );
  }
  return { ...env, demonstration };
}

function missingForReal(env: z.infer<typeof EnvInput>): string[] {
  const needs: [keyof typeof env, string][] = [
    ["APP_URL", "the address people use, which links in mail point at"],
    ["SMTP_URL", "the mail server, without which nobody can sign in"],
    ["NEXTAUTH_SECRET", "at least 32 random characters, the same for every process"],
  ];
  return needs.filter(([name]) => env[name] === undefined).map(([name, why]) => `  ${name}: ${why}`);
}

/** The public address of the application, without a final slash. */
export function appUrl(): string {
  const { APP_URL, HOST, PORT } = env();
  return (APP_URL ?? `http://${HOST ?? "127.0.0.1"}:${PORT}`).replace(/\/$/, "");
}

let current: Env | undefined;

/** The environment of this process, read once. */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}
