import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown, type Names } from '../../src/web/discord-markdown.ts';
import { hostile } from '../helpers/hostile.ts';

const names: Names = {
  user: (id) => (id === '111111111111111111' ? 'Robin' : undefined),
  role: () => undefined,
  channel: () => 'general',
  moment: (at) => at.toISOString().slice(0, 10),
};
const show = (source: string) => markdown(source, names).html;

describe('what Discord formats is formatted', () => {
  test.each([
    [
      '**bold** and *slanted* and _slanted_',
      '<p><strong>bold</strong> and <em>slanted</em> and <em>slanted</em></p>',
    ],
    ['__under__ ~~gone~~ `code`', '<p><u>under</u> <s>gone</s> <code>code</code></p>'],
    ['***both***', '<p><strong><em>both</em></strong></p>'],
    [
      '# One\n## Two\n### Three',
      '<h3 class="h1">One</h3><h4 class="h2">Two</h4><h5 class="h3">Three</h5>',
    ],
    ['text\n-# small', '<p>text</p><small class="subtext">small</small>'],
    ['- one\n  - deeper\n- two', '<ul><li>one<ul><li>deeper</li></ul></li><li>two</li></ul>'],
    ['3. three\n4. four', '<ol start="3"><li>three</li><li>four</li></ol>'],
    ['> quoted\n> more\nafter', '<blockquote><p>quoted\nmore</p></blockquote><p>after</p>'],
    ['>>> all\nof it', '<blockquote><p>all\nof it</p></blockquote>'],
    ['```js\n<b>\n```', '<pre><code>&lt;b&gt;</code></pre>'],
    [
      '<@111111111111111111> <#222222222222222222>',
      '<p><span class="mention">@Robin</span> <span class="mention">#general</span></p>',
    ],
    ['</mpp ask:222222222222222222>', '<p><span class="mention">/mpp ask</span></p>'],
    ['<t:1700000000:D>', '<p><time datetime="2023-11-14T22:13:20.000Z">2023-11-14</time></p>'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });

  test('links are shown with their words, also in angle brackets, and lead to http(s) only', () => {
    expect(show('[The report](<https://example.org/a_b?c=1&d=2>)')).toContain(
      '<a href="https://example.org/a_b?c=1&amp;d=2" target="_blank" rel="noopener noreferrer nofollow">The report</a>',
    );
    expect(show('[x](javascript:alert(1))')).not.toContain('<a');
    expect(show('[https://good.example](https://evil.example)')).not.toContain(
      'href="https://evil.example"',
    );
  });
});

describe('what Discord leaves alone is text', () => {
  test.each([
    ['snake_case_name', '<p>snake_case_name</p>'],
    ['\\*not slanted\\* \\# no', '<p>*not slanted* # no</p>'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    ['#hash', '<p>#hash</p>'],
    ['[1] and [2]', '<p>[1] and [2]</p>'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

/** Every tag that can come out, with every attribute it can have. */
const OURS =
  /<\/?(?:p|strong|em|u|s|code|pre|blockquote|ul|ol|li|h3|h4|h5|small|span|time|a)(?: (?:class|start|datetime|href|target|rel|role|tabindex|aria-expanded)="[^"<>]*")*>/g;

test('nothing that anybody types becomes markup', () => {
  fc.assert(
    fc.property(hostile, (source) => {
      const html = show(source);
      expect(html.replace(OURS, '')).not.toMatch(/[<>"]/);
      for (const [, address] of html.matchAll(/href="([^"]*)"/g))
        expect(address).toMatch(/^https?:/i);
    }),
    { numRuns: 300 },
  );
});

test('the longest text takes no time to speak of, whatever stands in it', () => {
  for (const part of ['*', '**', '_', '||', '`', '[', '> ', '- ', '\\', '[a](', '```', '*a _b ']) {
    const began = performance.now();
    show(part.repeat(4000 / part.length));
    expect(performance.now() - began, JSON.stringify(part)).toBeLessThan(1_000);
  }
});
