/** Lists of records for moderators, and one record. */
import { expect, test } from 'vitest';
import { LIMITS } from '../../src/render/limits.ts';
import {
  messageLink,
  pageOf,
  RECORDS_PAGE,
  type RecordList,
  renderRecord,
  renderRecordList,
} from '../../src/render/record-list.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

const record = (name: string) => ({
  lines: [`**${name}**`, `about ${name}`],
  option: { label: name, value: name, description: `open ${name}` },
});
const list = (changes: Partial<RecordList> = {}): RecordList => ({
  language: 'en',
  heading: 'Pins',
  items: [record('one'), record('two')],
  page: 0,
  pages: 1,
  ...changes,
});
const kinds = ({ components }: { components: readonly unknown[] }) =>
  (components as { components: { type: number }[] }[])[0]?.components.map(({ type }) => type);

test('a list has its heading, its notes, a line and the records', () => {
  const message = renderRecordList(list({ notes: ['newest first', 'two of them'] }));
  expectSendable(message);
  expect(textsOf(message)).toEqual([
    '### Pins\n-# newest first\n-# two of them',
    '**one**\nabout one',
    '**two**\nabout two',
  ]);
  expect(kinds(message)).toEqual([10, 14, 10, 10]);
});

test('an empty list is its heading alone, without a menu', () => {
  const menu = { customId: 'open', placeholder: 'Open one' };
  const message = renderRecordList(list({ items: [], menu }));
  expectSendable(message);
  expect(kinds(message)).toEqual([10]);
});

test('a menu offers the records that can be opened', () => {
  const items = [record('one'), { lines: ['**gone**'] }, record('two')];
  const menu = { customId: 'open', placeholder: 'Open one' };
  const message = renderRecordList(list({ items, menu }));
  expectSendable(message);
  expect(controlsOf(message)).toEqual(['Open one']);
  expect(JSON.stringify(message.components)).toContain(
    '"options":[{"label":"one","value":"one","description":"open one"},{"label":"two","value":"two","description":"open two"}]',
  );
  expect(controlsOf(renderRecordList(list({ items: [{ lines: ['**gone**'] }], menu })))).toEqual(
    [],
  );
});

test('where there are several pages, the list says which this is and turns', () => {
  const message = renderRecordList(list({ page: 1, pages: 3, turn: (page) => `to:${page}` }));
  expect(textsOf(message)[0]).toBe('### Pins\n-# Page 2 of 3');
  expect(controlsOf(message)).toHaveLength(2);
  expect(textsOf(renderRecordList(list()))[0]).toBe('### Pins');
});

test('records that are too long together keep their first lines', () => {
  const long = { lines: ['**long**', 'x'.repeat(LIMITS.componentsText / 2)] };
  const message = renderRecordList(list({ items: [long, long] }));
  expectSendable(message);
  expect(textsOf(message)).toEqual(['### Pins', '**long**', '**long**']);
});

test('one record has its heading, those paragraphs that say something, a picture and buttons', () => {
  const picture = { name: 'p.png', data: new Uint8Array([1]), alt: 'a line that rises' };
  const buttons = [{ label: 'Remove', customId: 'remove:1' }];
  const message = renderRecord('A pin', ['first', '', 'last'], buttons, picture);
  expectSendable(message);
  expect(textsOf(message)).toEqual(['### A pin', 'first', 'last']);
  expect(controlsOf(message)).toEqual(['Remove']);
  expect(kinds(message)).toEqual([10, 10, 10, 12, 1]);
  expect(kinds(renderRecord('A pin', ['first']))).toEqual([10, 10]);
});

test('six buttons stand in two rows', () => {
  const buttons = ['1', '2', '3', '4', '5', '6'].map((label) => ({
    label,
    customId: `b:${label}`,
  }));
  const message = renderRecord('A pin', [], buttons);
  expectSendable(message);
  expect(controlsOf(message)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(kinds(message)).toEqual([10, 1, 1]);
});

test('a page that is not there becomes the nearest', () => {
  const records = Array.from({ length: RECORDS_PAGE + 1 }, (_, i) => i);
  expect(pageOf(records, 0)).toEqual({ shown: records.slice(0, -1), page: 0, pages: 2 });
  expect(pageOf(records, 1)).toEqual({ shown: [RECORDS_PAGE], page: 1, pages: 2 });
  expect(pageOf(records, 7)).toEqual(pageOf(records, 1));
  expect(pageOf(records, -1)).toEqual(pageOf(records, 0));
  expect(pageOf([], 3)).toEqual({ shown: [], page: 0, pages: 0 });
});

test('a link to a message opens it in its server', () => {
  expect(messageLink('1', '2', '3')).toBe('https://discord.com/channels/1/2/3');
});
