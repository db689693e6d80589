/** Preloaded into each service: when `npm start` is killed the channel to it closes, and the service ends in its own order. */
process.stderr.on('error', () => undefined);
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
