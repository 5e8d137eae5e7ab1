// Loaded into the server by `supervise.mjs`: when the supervisor dies, even by `kill -9`, the server stops too.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
