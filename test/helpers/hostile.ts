/** Text that tries everything that Discord acts on. */
import fc from 'fast-check';

const FRAGMENTS = [
  '@everyone',
  '@here',
  '＠everyone',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</mpp ask:123456789012345678>',
  '<t:1700000000:R>',
  '<:a:123456789012345678>',
  '<a:wave:123456789012345678>',
  '<id:customize>',
  '[Supreme Court](https://evil.example/)',
  '](https://evil.example/)',
  '](<https://evil.example/>)',
  '<https://evil.example/>',
  'https://evil.example/a_b_c',
  'HTTPS://EVIL.EXAMPLE',
  'discord.gg/evil',
  'steam://run/1',
  '```',
  '```js\nalert(1)\n```',
  '`',
  '**',
  '__',
  '~~',
  '||',
  '\n# ',
  '\n> ',
  '\n>>> ',
  '\n- ',
  '\n* ',
  '\n1. ',
  '\n-# ',
  '# ',
  '> ',
  '- ',
  '+ ',
  '12. ',
  '-# ',
  '\\',
  '\\\\',
  '\u202E',
  '\u2066',
  '\u200B',
  '\u0000',
  '\uD800',
  '\uDC00',
  'Z\u0351\u0352\u0353\u0354\u0355\u0356',
  '👩‍👩‍👧‍👦',
  '🇲🇽',
  ' ',
  '\t',
  'word',
  '.',
  ',',
];

/** Arbitrary hostile text, from nothing to several thousand characters. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    ),
    { maxLength: 30 },
  )
  .chain((parts) => fc.constantFrom(1, 1, 1, 40).map((times) => parts.join('').repeat(times)));

const QUESTION = 'How much does the night ferry cost?';

/** Sixty fixed inputs: each fragment alone or below a real question, and some that are 6,000 characters long. */
export const SIXTY_HOSTILE: readonly string[] = Array.from({ length: 60 }, (_, i) => {
  const fragment = FRAGMENTS[i % FRAGMENTS.length] as string;
  const other = FRAGMENTS[(i * 7 + 3) % FRAGMENTS.length] as string;
  const text = i % 2 === 0 ? `${QUESTION} ${fragment}${other}` : `${fragment}${other}word`;
  return i % 10 === 9 ? text.repeat(Math.ceil(6_000 / text.length)).slice(0, 6_000) : text;
});
