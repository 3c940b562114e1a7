// @ts-check

// Settings of a person's application must not decide what tests run on, least of all on which data.
const settings = [
  ...[
    "APP_URL",
    "BACKUP_IDENTITY",
    "BACKUP_PASSPHRASE",
    "BACKUP_RECIPIENT",
    "DATABASE_POOL",
    "DATABASE_URL",
    "DATA_DIR",
    "HOST",
    "LOG_LEVEL",
    "MAIL_FROM",
    "NEXTAUTH_SECRET",
  ],
  ...["NEXTAUTH_URL", "NODE_ENV", "PORT", "SMTP_URL", "TEST_DATABASE", "TEST_DATABASE_URL"],
];

/** Takes every setting of the application away from a tool. @type {import("../../lib/platform/launch/run-tool.mjs").Settings} */
export const noApplicationSettings = Object.fromEntries(settings.map((name) => [name, undefined]));
