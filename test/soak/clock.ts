/** Loaded into the bot's process: SIGUSR2 sets its clock an hour forward, SIGWINCH an hour back. */
const HOUR_MS = 3_600_000;
const RealDate = Date;
let ahead = 0;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + ahead] : args, newTarget),
  get: (target, name, receiver) =>
    name === 'now' ? () => RealDate.now() + ahead : Reflect.get(target, name, receiver),
});
process.on('SIGUSR2', () => {
  ahead += HOUR_MS;
});
process.on('SIGWINCH', () => {
  ahead -= HOUR_MS;
});
