// Loaded into the server before anything else. The channel to the launcher closes when that process
// ends, however it ends; a server left behind would go on holding the port and the database.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
