/** The citations of an answer's sources, with the menu of styles on Discord. */
import { type OverviewAnswer, type PassagesAnswer, shownPassages } from '../answer/answer.ts';
import type { Citer } from '../citations/citer.ts';
import { CITATION_STYLES, type CitationStyle, styleApplies } from '../citations/styles.ts';
import { catalogs } from '../messages/catalog.ts';
import { type CitedSource, placeText, renderCitations } from '../render/citations.ts';
import type { RenderedMessage } from '../render/message.ts';
import { encodeCustomId } from './custom-id.ts';

/** Opens and turns the citations, and chooses a style; the handlers are in commands/components/. */
export const CITE = 'cite';
export const CHOOSE_STYLE = 'style';

/** A page of the citations. */
export async function citationsMessage(
  citer: Citer,
  answer: PassagesAnswer | OverviewAnswer,
  receipt: string,
  { style, page = 0 }: { style: CitationStyle; page?: number },
): Promise<RenderedMessage> {
  const { language, citations } = answer;
  const texts = catalogs[language];
  const shown = shownPassages(answer);
  const citedSource = async ({
    number,
    source,
  }: (typeof citations)[number]): Promise<CitedSource> => {
    const passages = shown.filter(({ citation }) => citation === number);
    const places = new Set(passages.map(({ passage }) => placeText(passage, language, texts)));
    const note = [...places].join('; ');
    return {
      number,
      source,
      citation: await citer.cite({ source, style, language, note }),
      applies: styleApplies(style, source.kind),
      passages,
    };
  };
  const cited = await Promise.all(citations.map(citedSource));
  return renderCitations(cited, {
    language,
    style,
    page,
    turn: (to) => encodeCustomId(CITE, language, receipt, codeOf(style), String(to), 'turn'),
    choose: encodeCustomId(CHOOSE_STYLE, language, receipt),
  });
}

/** One digit for a style: the receipt leaves little room in a custom id. */
export function codeOf(style: CitationStyle): string {
  return String(CITATION_STYLES.indexOf(style));
}

/** The style of a digit or a name; undefined for anything else. */
export function readStyle(code: string | undefined): CitationStyle | undefined {
  return CITATION_STYLES.find((style, i) => style === code || String(i) === code);
}
