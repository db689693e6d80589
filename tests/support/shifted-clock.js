/** Preloaded into a process (`--import`): its wall clock is CLOCK_SHIFT_DAYS ahead, or behind when negative. */
const shift = Number(process.env.CLOCK_SHIFT_DAYS) * 86_400_000;
const RealDate = Date;
const now = () => RealDate.now() + shift;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
