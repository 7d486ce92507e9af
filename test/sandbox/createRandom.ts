/** Draws `length` hexadecimal digits. */
export type Random = (length: number) => string;

/** A small generator (mulberry32) whose draws depend on seed and name alone: the same run gives the same tokens. */
export function createRandom(seed: number, name: string): Random {
  let state = (seed ^ hash(name)) >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return (length) => {
    let digits = "";
    while (digits.length < length) digits += draw().toString(16).padStart(8, "0");
    return digits.slice(0, length).toUpperCase();
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
