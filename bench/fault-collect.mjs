// Loaded into a server that is measured: at a signal it lets go of what nobody holds, and says what is left.
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  process.stdout.write(`held ${process.memoryUsage().heapUsed}\n`);
});
