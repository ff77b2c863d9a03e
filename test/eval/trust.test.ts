/** Every figure of trust that doesn't depend on the machine is what it has to be, and the page shows the record. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { realIndex } from '../helpers/indexes.ts';
import { EVALUATION_PAGE } from './docs.ts';
import { measureTrust } from './trust.ts';
import { pageWithTrust, readTrust } from './trust-record.ts';

test.each(measureTrust(realIndex()).map((figure) => [figure.name, figure] as const))(
  '%s',
  (_name, { isMet, misses }) => {
    expect(isMet, misses.join('\n')).toBe(true);
  },
);

test(`${EVALUATION_PAGE} shows the record (else run: npm run eval -- --record --docs)`, () => {
  const page = readFileSync(EVALUATION_PAGE, 'utf8');
  expect(page).toBe(pageWithTrust(page, readTrust()));
});
