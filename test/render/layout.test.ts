import { expect, test } from 'vitest';
import { type Block, fits, paginate, text, toMessage } from '../../src/render/layout.ts';
import { LIMITS } from '../../src/render/limits.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

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

test('pages hold what fits, in order; what fits nowhere has a page of its own', () => {
  const upTo = (sum: number) => (page: readonly number[]) =>
    page.reduce((total, item) => total + item, 0) <= sum;
  expect(paginate([1, 1, 1, 1, 1], 2, () => true)).toEqual([[1, 1], [1, 1], [1]]);
  expect(paginate([2, 2, 9, 1, 1], 3, upTo(4))).toEqual([[2, 2], [9], [1, 1]]);
  expect(paginate([], 3, () => true)).toEqual([]);
});

test('texts fit up to the limit', () => {
  const half = 'x'.repeat(LIMITS.componentsText / 2);
  expect(fits([text(half), { kind: 'line' }, text(half)])).toBe(true);
  expect(fits([text(half), text(`${half}x`)])).toBe(false);
});

test('lines that go over the limit are left out whole, and those after them', () => {
  const line = 'x'.repeat(LIMITS.componentsText / 2 - 1);
  const blocks = [text(`${line}\n${line}`), text(`first\nsecond`), text('')];
  expectSendable(toMessage(blocks));
  expect(textsOf(toMessage(blocks))).toEqual([`${line}\n${line}`]);
  const over = [text(line), text(`short\n${'y'.repeat(LIMITS.componentsText)}\nlast`)];
  expect(textsOf(toMessage(over))).toEqual([line, 'short']);
});

test('the plain text is what the texts say, with an empty line between them', () => {
  const blocks: Block[] = [text('first'), { kind: 'line' }, below(1), text('second'), text('')];
  expect(toMessage(blocks).plainText).toBe('first\n\nsecond');
  const whole = ['x'.repeat(999), 'y'.repeat(999)];
  expect(toMessage(whole.map((words) => text(words))).plainText).toBe(whole.join('\n\n'));
  const long = ['x'.repeat(999), 'y'.repeat(1_000)];
  expect(toMessage(long.map((words) => text(words))).plainText).toBe(long[0]);
});

test('a menu has as many options as Discord takes', () => {
  const options = Array.from({ length: 30 }, (_, i) => ({
    label: `option ${i}`,
    value: `${i}`,
    description: '',
  }));
  const menu = { customId: 'menu', placeholder: '', options };
  const message = toMessage([text('words'), { kind: 'menu', menu }]);
  expectSendable(message);
  expect(JSON.stringify(message.components).match(/option \d+/g)).toHaveLength(25);
});

test('files come only with a picture', () => {
  expect(toMessage([text('words')])).not.toHaveProperty('files');
  const file = { name: 'picture.png', data: new Uint8Array(9), alt: 'a picture' };
  expect(toMessage([{ kind: 'picture', file }]).files).toEqual([file]);
});
