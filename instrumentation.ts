/** Runs once before the server accepts requests. Modules that need Node are imported only there. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startApplication } = await import("./start-application");
  await startApplication();
}
