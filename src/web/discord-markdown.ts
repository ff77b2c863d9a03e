/** Discord's markdown as HTML: what Discord formats is formatted, everything else is text. */
import { type Html, html, join } from './html.ts';

/** Names of what a text mentions, by id; undefined for what isn't there. */
export interface Names {
  user(id: string): string | undefined;
  role(id: string): string | undefined;
  channel(id: string): string | undefined;
  /** A moment as words. @param style Discord's letter, for example "R" */
  moment(at: Date, style: string): string;
}

/** A text display or the content of a message. */
export function markdown(source: string, names: Names): Html {
  return blocks(source.replace(/\r\n?/g, '\n'), names);
}

const FENCE = /^```(?:([a-z0-9_+-]+)\n)?([\s\S]+?)```/i;
const HEADING = /^(#{1,3}) +(\S.*)$/;
const SMALL = /^-# +(\S.*)$/;
const ITEM = /^( *)(?:[-*]|(\d{1,10})\.) +(\S.*)$/;

/** Without the line breaks at both ends. */
function withoutOuterBreaks(text: string): string {
  return text.replace(/^\n+/, '').replace(/(?<!\n)\n+$/, '');
}

/** Splits a text into its blocks: code, headings, quotes, lists and lines. */
function blocks(source: string, names: Names): Html {
  const parts: Html[] = [];
  let lines: string[] = [];
  const flush = () => {
    // Line breaks around a block are the block's own.
    if (lines.some((line) => line !== ''))
      parts.push(html`<p>${inline(withoutOuterBreaks(lines.join('\n')), names)}</p>`);
    lines = [];
  };
  for (let rest = source; rest !== ''; ) {
    const fence = FENCE.exec(rest);
    if (fence) {
      flush();
      parts.push(html`<pre><code>${withoutOuterBreaks(fence[2] ?? '')}</code></pre>`);
      rest = rest.slice(fence[0].length).replace(/^\n/, '');
      continue;
    }
    if (rest.startsWith('>>> ')) {
      flush();
      parts.push(html`<blockquote>${blocks(rest.slice(4), names)}</blockquote>`);
      break;
    }
    const quoted = /^(?:> .*(?:\n|$))+/.exec(rest)?.[0];
    if (quoted) {
      flush();
      const inside = quoted.replace(/\n$/, '').replace(/^> /gm, '');
      parts.push(html`<blockquote>${blocks(inside, names)}</blockquote>`);
      rest = rest.slice(quoted.length);
      continue;
    }
    const listed = /^(?: *(?:[-*]|\d{1,10}\.) +\S.*(?:\n|$))+/.exec(rest)?.[0];
    if (listed) {
      flush();
      parts.push(list(listed.replace(/\n$/, '').split('\n'), names));
      rest = rest.slice(listed.length);
      continue;
    }
    const end = rest.indexOf('\n');
    // A fence may begin in the middle of a line.
    const fenceAt = FENCE.test(rest.slice(rest.indexOf('```'))) ? rest.indexOf('```') : -1;
    const cut = fenceAt > 0 && (end === -1 || fenceAt < end) ? fenceAt : end;
    const line = cut === -1 ? rest : rest.slice(0, cut);
    rest = cut === -1 ? '' : rest.slice(cut === end ? cut + 1 : cut);
    const special = specialLine(line, names);
    if (special) {
      flush();
      parts.push(special);
    } else lines.push(line);
  }
  flush();
  return join(parts);
}

function specialLine(line: string, names: Names): Html | undefined {
  const heading = HEADING.exec(line);
  if (heading) {
    const words = inline(heading[2] ?? '', names);
    // The page has the first two levels itself.
    switch (heading[1]?.length) {
      case 1:
        return html`<h3 class="h1">${words}</h3>`;
      case 2:
        return html`<h4 class="h2">${words}</h4>`;
      default:
        return html`<h5 class="h3">${words}</h5>`;
    }
  }
  const small = SMALL.exec(line);
  return small ? html`<small class="subtext">${inline(small[1] ?? '', names)}</small>` : undefined;
}

/** Lines of a list; deeper ones stand in a list of their own. */
function list(lines: readonly string[], names: Names): Html {
  const items: { words: Html; number: string | undefined; deeper: string[] }[] = [];
  const [, first = ''] = ITEM.exec(lines[0] ?? '') ?? [];
  for (const line of lines) {
    const [, indent = '', number, words = ''] = ITEM.exec(line) ?? [];
    const last = items.at(-1);
    if (last && indent.length > first.length + 1) last.deeper.push(line);
    else items.push({ words: inline(words, names), number, deeper: [] });
  }
  const body = items.map(
    ({ words, deeper }) => html`<li>${words}${deeper.length > 0 && list(deeper, names)}</li>`,
  );
  const start = items[0]?.number;
  return start === undefined
    ? html`<ul>${body}</ul>`
    : html`<ol start="${Number(start)}">${body}</ol>`;
}

type Rule = [pattern: RegExp, show: (match: string[], names: Names) => Html | undefined];

/** Only these can be opened from a message. */
const ADDRESS = /^https?:\/\/[^\s<>]+$/i;

const within = (tag: string): Rule[1] => {
  return ([, words = ''], names) =>
    join([{ html: `<${tag}>` }, inline(words, names), { html: `</${tag}>` }]);
};

/** In the order in which Discord tries them at each place of a text. */
const RULES: readonly Rule[] = [
  [/^\\([^\p{L}\p{N}\s])/u, ([, character = '']) => html`${character}`],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , code = '']) => html`<code>${code.trim()}</code>`],
  [
    /^\[((?:\\[\s\S]|[^\]\\\n])+)\]\(\s*(?:<([^<>\s]+)>|([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*))(?:\s+["'][^"'\n]*["'])?\s*\)/,
    ([, label = '', bracketed, bare], names) => {
      const address = bracketed ?? bare ?? '';
      // Discord shows no link whose words are another address.
      if (!ADDRESS.test(address) || /\w:\/\//.test(label)) return undefined;
      return link(address, inline(label, names, false));
    },
  ],
  [/^<(https?:\/\/[^\s<>]+)>/i, ([, address = '']) => link(address, html`${address}`)],
  [/^https?:\/\/[^\s<]+[^<.,:;"')\]\s]/i, ([address = '']) => link(address, html`${address}`)],
  [/^<@!?(\d{17,20})>/, ([, id = ''], { user }) => mention(`@${user(id) ?? 'unknown-user'}`)],
  [/^<@&(\d{17,20})>/, ([, id = ''], { role }) => mention(`@${role(id) ?? 'unknown-role'}`)],
  [/^<#(\d{17,20})>/, ([, id = ''], { channel }) => mention(`#${channel(id) ?? 'unknown'}`)],
  [/^<(\/[\p{L}\p{N}_ -]{1,100}):\d{17,20}>/u, ([, command = '']) => mention(command)],
  [/^<id:(customize|browse|guide|home|linked-roles)>/, ([, place = '']) => mention(`#${place}`)],
  [/^@(?:everyone|here)\b/, ([word = '']) => mention(word)],
  [/^<a?:(\w{2,32}):\d{17,20}>/, ([, name = '']) => html`<span class="emoji">:${name}:</span>`],
  [
    /^<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/,
    ([, seconds = '', style = 'f'], names) => {
      const at = new Date(Number(seconds) * 1000);
      if (Number.isNaN(at.getTime())) return undefined;
      return html`<time datetime="${at.toISOString()}">${names.moment(at, style)}</time>`;
    },
  ],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, within('strong')],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, within('u')],
  [/^\*(?=\S)((?:\\[\s\S]|\*\*|[^\\*])+?)(?<=\S)\*(?!\*)/, within('em')],
  [/^_((?:\\[\s\S]|__|[^\\_])+?)_(?![\p{L}\p{N}_])/u, within('em')],
  [/^~~((?:\\[\s\S]|[^\\])+?)~~/, within('s')],
  [
    /^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/,
    ([, words = ''], names) =>
      html`<span class="spoiler" role="button" tabindex="0" aria-expanded="false"><span>${inline(words, names)}</span></span>`,
  ],
];

/** What can begin one of the rules; everything else is text. */
const TRIGGER = /[\\`[<@*_~|]|https?:\/\//gi;
/** An underscore inside of a word is no format mark. */
const WORD_END = /[\p{L}\p{N}_]$/u;

/** The format of a text within one block. @param withLinks false inside of a link */
function inline(source: string, names: Names, withLinks = true): Html {
  const parts: Html[] = [];
  let text = '';
  let at = 0;
  const flush = () => {
    if (text !== '') parts.push(html`${text}`);
    text = '';
  };
  while (at < source.length) {
    TRIGGER.lastIndex = at;
    const next = TRIGGER.exec(source)?.index ?? source.length;
    text += source.slice(at, next);
    at = next;
    if (at >= source.length) break;
    const shown = firstRule(source, at, names, text, withLinks);
    if (shown) {
      flush();
      parts.push(shown.part);
      at += shown.length;
    } else {
      text += source[at];
      at += 1;
    }
  }
  flush();
  return join(parts);
}

function firstRule(source: string, at: number, names: Names, before: string, withLinks: boolean) {
  const rest = source.slice(at);
  if (rest.startsWith('_') && !rest.startsWith('__') && WORD_END.test(before)) return undefined;
  for (const [pattern, show] of RULES) {
    const match = pattern.exec(rest);
    if (!match) continue;
    if (!withLinks && /^(?:\[|<?http)/i.test(rest)) continue;
    const part = show(match as string[], names);
    if (part) return { part, length: match[0].length };
  }
  return undefined;
}

function link(address: string, words: Html): Html {
  return html`<a href="${address}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;
}

function mention(words: string): Html {
  return html`<span class="mention">${words}</span>`;
}
