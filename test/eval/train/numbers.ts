/** Numbers as they are printed and kept. */

/** Three decimals: what a model file keeps, so that its changes can be read. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** "83.4 %". */
export function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
