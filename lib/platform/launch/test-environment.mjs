// @ts-check

// What a person has set to run the application must not decide what tests run on, least of all which data.
const settingsOfTheApplication = [
  "APP_URL",
  "DATABASE_POOL",
  "DATABASE_URL",
  "DATA_DIR",
  "HOST",
  "LOG_LEVEL",
  "MAIL_FROM",
  "NEXTAUTH_SECRET",
  "NODE_ENV",
  "PORT",
  "SMTP_URL",
  "TEST_DATABASE",
  "TEST_DATABASE_URL",
];

/** The environment of this process without any setting of the application. @returns {NodeJS.ProcessEnv} */
export function testEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !settingsOfTheApplication.includes(name));
  // Typed as what every process's environment is: Next's types ask for NODE_ENV, which the runner sets.
  return Object.fromEntries(kept);
}
