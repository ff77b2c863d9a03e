/** How often properties are tried. */

const factor = Number(process.env['PROPERTY_RUNS'] ?? 1);

/** So many runs, times PROPERTY_RUNS for those who want to look longer: `PROPERTY_RUNS=50 npx vitest run test/properties`. */
export const runs = (usual: number) => ({ numRuns: Math.ceil(usual * factor) });
