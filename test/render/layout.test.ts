import { expect, test } from 'vitest';
import { type Block, text, toMessage } from '../../src/render/layout.ts';
import { controlsOf, expectSendable } from '../helpers/sendable.ts';

const sections = (count: number): Block[] =>
  Array.from({ length: count }, (_, i) =>
    text('words', { label: 'press', customId: `beside:${i}` }),
  );
const below = (count: number): Block => ({
  kind: 'buttons',
  buttons: Array.from({ length: count }, (_, i) => ({ label: 'press', customId: `below:${i}` })),
});

// A container, and three components for a text with a button beside it: 1 + 13 · 3 = 40, the most that Discord takes.
test.each<[blocks: Block[], kept: number]>([
  [sections(13), 13],
  [sections(14), 0],
  // A row counts for itself and each of its buttons.
  [[...sections(12), below(2)], 14],
  [[...sections(12), below(3)], 3],
  [[...sections(11), below(5)], 16],
  [[...sections(11), { kind: 'line' }, below(5)], 5],
])(
  'buttons beside texts are left out only where a message would have too many parts (%#)',
  (blocks, kept) => {
    const message = toMessage(blocks);
    expectSendable(message);
    expect(controlsOf(message)).toHaveLength(kept);
  },
);
