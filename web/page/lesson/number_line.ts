/**
 * Where numbers fall among the thresholds of a format. The zones are drawn in equal widths, for
 * their lengths may differ by powers of ten. Each mark has a line of its own, so that no two collide.
 */
import { el } from "../dom.ts";
import type { NumberLine } from "./lesson.ts";

type Zones = NumberLine["zones"];

function zoneOf(at: number, zones: Zones): number {
  const found = zones.findIndex(({ end }) => at <= Number(end));
  return found < 0 ? zones.length - 1 : found; // Number("inf") is NaN: the last zone
}

/** Where a number stands on the whole line, from 0 to 1. A zone without an end has one place. */
function placeOf(at: number, zones: Zones): number {
  const zone = zoneOf(at, zones);
  const start = Number(zones[zone - 1]?.end);
  const share = (at - start) / (Number(zones[zone]!.end) - start);
  return (zone + (Number.isFinite(share) ? Math.min(Math.max(share, 0), 1) : 0.5)) / zones.length;
}

/** The same in words. */
function spoken({ zones, marks }: NumberLine): string {
  const within = zones.map(({ name, text }, i) => {
    const labels = marks.filter(({ at }) => zoneOf(Number(at), zones) === i).map(({ label }) => label);
    const reach = text === "" ? "above" : `up to ${text}`;
    return `${name} ${reach}${labels.length > 0 ? `, with ${labels.join(", ")}` : ""}`;
  });
  return within.join("; ");
}

function markOf(place: number, label: string): HTMLElement {
  const mark = el("span", { class: place > 0.6 ? "mark before" : "mark" }, el("span", {}, label));
  mark.style.insetInlineStart = `${100 * place}%`;
  return el("div", { class: "marks" }, mark);
}

export function numberLine(line: NumberLine): HTMLElement {
  const { zones, marks } = line;
  const zone = ({ name, text }: Zones[number]): HTMLElement =>
    el("div", { class: "zone" }, el("span", {}, name), el("span", { class: "end number" }, text));
  return el(
    "div",
    { class: "number-line", role: "img", "aria-label": spoken(line) },
    el("div", { class: "zones" }, ...zones.map(zone)),
    ...marks.map(({ at, label }) => markOf(placeOf(Number(at), zones), label)),
  );
}
