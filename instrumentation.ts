/** Runs once before the server takes requests. What needs Node is loaded there alone. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startApplication } = await import("./start-application");
  await startApplication();
}
