/** Corpus and user text made harmless in Discord's markdown, and links that say where they lead. */
import { cleanText } from '../text/clean.ts';
import { truncate } from '../text/truncate.ts';
import { CAPS } from './limits.ts';

/** Breaks a pattern that Discord would act on and isn't seen by a reader. */
const INVISIBLE_BREAK = '\u200B';

/**
 * Text as it stands, on one line, with nothing that Discord would format, link, mention or take for a list.
 * It is safe at the beginning of a line too.
 * @param limit most characters of `text` that are kept; escaping may double them
 */
export function plain(text: string, limit = Number.POSITIVE_INFINITY): string {
  return (
    breakTriggers(truncate(cleanText(text), limit).replace(/[\\*_~`|[\]]/g, '\\$&'))
      // Marks of lists, headings and quotes count only at the beginning of a line; "1." too.
      .replace(/^[-+#>]/, '\\$&')
      .replace(/^(\d+)\./, '$1\\.')
  );
}

/**
 * A link with a label in words and the host behind it: `[TRAC report](<https://…>) (trac.syr.edu)`.
 * Discord knows no escapes inside a label, so brackets and format marks are taken out of it.
 */
export function link(label: string, url: string): string {
  const target = new URL(url);
  const host = plain(target.host.replace(/^www\./, ''));
  const words = breakTriggers(
    truncate(
      cleanText(label)
        .replace(/(?<!\w)\w+:\/\/\S*/g, ' ')
        .replace(/[*_~`|<>\\#]/g, ' ')
        // "Biden v. Texas (2022)" → "Biden v. Texas, 2022"
        .replace(/[([]/g, ', ')
        .replace(/[)\]]/g, '')
        .replace(/\s+/g, ' ')
        .replace(/^[, ]+|(?<![, ])[, ]+(?=,|$)/g, ''),
      CAPS.title,
    ),
  );
  const address = target.href.replace(/[<>()|*`\s]/g, percentEncode);
  if (address.length > CAPS.url) return [words, host].filter((part) => part !== '').join(' · ');
  return `[${words || host}](<${address}>) (${host})`;
}

/** Mentions, timestamps, emoji, command links and automatic links, broken by a character that isn't seen. */
function breakTriggers(text: string): string {
  return text
    .replace(/<(?=\S)/g, `<${INVISIBLE_BREAK}`)
    .replace(/@(?=everyone|here)/gi, `@${INVISIBLE_BREAK}`)
    .replace(/:(?=\/\/)/g, `:${INVISIBLE_BREAK}`)
    .replace(/(discord(?:app)?\.(?:gg|com))(?=\/)/gi, `$1${INVISIBLE_BREAK}`);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
