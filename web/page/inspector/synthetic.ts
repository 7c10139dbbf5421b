/**
 * A row as long as a vocabulary, for want of a model's own: no model made it. About normal (a sum of
 * twelve uniform numbers), of mean -140 and deviation 3, where logits of real models have been seen.
 * Whole numbers alone make it, so that it is the same row in every browser.
 */

export const syntheticName = "synthetic_row_of_50257.txt";

const count = 50_257;

/** Marsaglia's xorshift of 32 bits (2003). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** Of 0 to 11999, about 6000 more often than of the ends. */
function thousandths(next: () => number): number {
  let sum = 0;
  for (let i = 0; i < 12; ++i) sum += next() % 1000;
  return sum;
}

export function syntheticRow(): Uint8Array<ArrayBuffer> {
  const next = generator(50_257);
  const logits = Array.from({ length: count }, () => ((3 * (thousandths(next) - 5994) - 140_000) / 1000).toFixed(3));
  return new TextEncoder().encode(logits.join("\n") + "\n");
}
