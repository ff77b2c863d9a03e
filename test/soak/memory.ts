/** Whether a process grows: the last quarter of its samples against the second. */

/** The median of a quarter (0 to 3) of the samples. */
export function medianOfQuarter(samples: readonly number[], quarter: number): number {
  const size = samples.length / 4;
  const part = samples
    .slice(Math.floor(size * quarter), Math.ceil(size * (quarter + 1)))
    .sort((a, b) => a - b);
  return part[Math.floor(part.length / 2)] ?? 0;
}

/** Growth from the second to the last quarter: 0.05 for five percent. */
export function memoryGrowth(samples: readonly number[]): number {
  const second = medianOfQuarter(samples, 1);
  return second === 0 ? 0 : medianOfQuarter(samples, 3) / second - 1;
}
