// Loaded into the server before anything else. The channel to the launcher closes when that process
// ends, however it ends; a server left behind would go on holding the port and the database. What Next
// starts in its turn loads this too, and has a channel of Next's own, which is none of our business.
if (process.env.LAUNCHER_PID === String(process.ppid)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
