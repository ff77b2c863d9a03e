/** Corpus and user text made harmless in Discord's markdown, and links that say where they lead. */
import { cleanText } from '../text/clean.ts';

/** Text as it stands, with nothing that Discord would format, link, mention or break over lines. */
export function plain(text: string): string {
  return (
    cleanText(text)
      .replace(/([\\*_~`|>#[\]()])/g, '\\$1')
      // A list or quote mark counts only at the start; "1." too.
      .replace(/^([-+])|^(\d+)\./, (_, mark, digits) => (mark ? `\\${mark}` : `${digits}\\.`))
      .replace(/<(?=[@#:/at])/g, '<\u200B')
      .replace(/@(?=everyone|here)/g, '@\u200B')
      .replace(/(https?):\/\//gi, '$1:\u200B//')
  );
}

/**
 * A link with a label in words and the host behind it: `[TRAC report](<https://…>) (trac.syr.edu)`.
 * Discord forbids escapes inside a label, so brackets and format marks are taken out of it.
 */
export function link(label: string, url: string): string {
  const words = cleanText(label)
    .replace(/[[\]()*_~`|<>\\#]/g, ' ')
    .replace(/https?:\/\/\S*/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const target = new URL(url);
  const address = target.href
    .replace(/[<>\s]/g, encodeURIComponent)
    .replaceAll(')', '%29')
    .replaceAll('(', '%28');
  const host = target.host.replace(/^www\./, '');
  return words === '' ? `<${address}>` : `[${words}](<${address}>) (${host})`;
}
