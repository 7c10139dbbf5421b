/** A control shows the settings and changes them. */
import type { Settings } from "./settings.ts";

export interface Control {
  readonly element: HTMLElement;
  /** The settings are these now, whoever changed them. */
  set(settings: Settings): void;
}

export type Change = (change: Partial<Settings>) => void;
