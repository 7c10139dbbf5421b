/** Numbers of a trace as text, and as places on a line. None of them is computed with any further. */
import type { Computed, Reference, Value } from "../../engine/report.ts";

export function numberOf(computed: Computed): number {
  if (typeof computed === "number") return computed;
  return { inf: Infinity, "-inf": -Infinity, nan: NaN }[computed];
}

/** The held value in the engine's digits. */
export function textOf({ text }: Value): string {
  return text ?? "";
}

/** 1.5e+3 is 1500, and 1.50 is 1.5. */
function tidy(text: string): string {
  const value = Number(text);
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-5 && size < 1e9)) return value.toString();
  return value.toExponential().replace("e+", "e");
}

/** A certified number to fewer digits: of any size, so its exponent is kept apart. */
export function referenceText(reference: Reference, digits: number): string {
  const parts = /^(-?[\d.]+)(?:e(-?\d+))?$/.exec(reference);
  if (!parts) return reference;
  const [, significand = "", exponent] = parts;
  if (exponent === undefined) return tidy(Number(significand).toPrecision(digits));
  const rounded = Number(Number(significand).toPrecision(digits));
  return Math.abs(rounded) < 10 ? `${rounded}e${exponent}` : `${rounded / 10}e${Number(exponent) + 1}`;
}

/** Where e^x lies: the exponent of ten of a positive number of any size; null of none. */
export function exponentOfTen(reference: Reference): number | null {
  const power = /^exp\((-?[\d.e-]+)\)$/.exec(reference);
  if (power) return Number(power[1]) / Math.LN10;
  const parts = /^([\d.]+)(?:e(-?\d+))?$/.exec(reference);
  if (!parts) return null;
  const significand = Number(parts[1]);
  return significand > 0 ? Math.log10(significand) + Number(parts[2] ?? 0) : null;
}

/** "+0.307", "-1.2e4", or "—" where there is none. */
export function signed(number: number | null): string {
  if (number === null) return "—";
  if (number === 0) return "0";
  const large = Math.abs(number) >= 1e5;
  const text = large ? number.toExponential(2).replace("e+", "e") : String(Number(number.toPrecision(3)));
  return number > 0 ? `+${text}` : text;
}

/** In ulp: of the value, of its own stage, and what came in. */
export function errorsOf({ error_ulp, local_ulp, inherited_ulp }: Value): string[] {
  return [error_ulp, local_ulp, inherited_ulp].map(signed);
}

export function percent(share: number): string {
  if (Number.isNaN(share)) return "NaN";
  if (share === 0) return "0 %";
  const shown = share * 100;
  return `${shown < 0.001 ? shown.toExponential(1) : Number(shown.toPrecision(4))} %`;
}

/** 50,257. (A browser's own words for it come with all its languages, which take 30 ms to wake.) */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
