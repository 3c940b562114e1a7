// Loaded into the server before anything else. The channel to the launcher closes when that process ends,
// however it ends; a server left behind would keep the port and the database. Processes that Next starts load
// this too, but their channel leads to Next, so they ignore it.
if (process.env.LAUNCHER_PID === String(process.ppid)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
