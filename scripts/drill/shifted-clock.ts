/**
 * Loaded into the program before its own code: there, the clock is that of the machine plus as many milliseconds as stand
 * in the file that `DRILL_CLOCK` names, from one moment to the next, as when an operator or a time server sets it. What
 * waits for a span of time (`setTimeout`) is not touched, as on a real machine.
 */
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 20;
const MachineDate = Date;
let shiftMs = readShift();
setInterval(() => {
  shiftMs = readShift();
}, LOOK_EVERY_MS).unref();

const shiftedNow = () => MachineDate.now() + shiftMs;
globalThis.Date = new Proxy(MachineDate, {
  construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [shiftedNow()] : given, made),
  apply: () => new MachineDate(shiftedNow()).toString(),
  get: (date, name) => (name === 'now' ? shiftedNow : Reflect.get(date, name)),
});

function readShift(): number {
  try {
    return Number(readFileSync(process.env.DRILL_CLOCK ?? '', 'utf8')) || 0;
  } catch {
    return 0;
  }
}
