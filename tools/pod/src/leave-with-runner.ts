/** Loaded into every child: when the runner is gone, however it ended, so is its end of the channel, and the child leaves in order. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep a child alive that has nothing left to do.
process.channel?.unref();
