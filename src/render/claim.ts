/** A checked claim as a Discord message: passages by how they stand to it, figures side by side, no verdict. */
import { type CheckedClaim, type ClaimPassage, STANCES } from '../answer/check-claim.ts';
import type { SourceId } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import { formatDate, formatNumber } from '../messages/format.ts';
import type { Language } from '../text/language.ts';
import { passageText } from './citation.ts';
import { sourceBlocks } from './comparison.ts';
import { type Block, fits, text, toMessage } from './layout.ts';
import { CAPS } from './limits.ts';
import { plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';

export interface ClaimActions {
  openSource?: (id: SourceId) => string;
  compare?: (id: string) => string;
}

/** Renders a checked claim within Discord's limits: the last passages are left out where they would not fit. */
export function renderClaim(checked: CheckedClaim, actions: ClaimActions = {}): RenderedMessage {
  for (let kept = checked.passages.length; kept > 1; kept -= 1) {
    const blocks = claimBlocks(checked, keepEvenly(checked.passages, kept), actions);
    if (fits(blocks)) return toMessage(blocks);
  }
  return toMessage(claimBlocks(checked, checked.passages.slice(0, 1), actions));
}

/** Some of the passages, so that no stance loses its first one to another's third. */
function keepEvenly(passages: readonly ClaimPassage[], kept: number): ClaimPassage[] {
  const places = new Map<ClaimPassage, number>();
  for (const stance of STANCES) {
    for (const [place, one] of passages.filter((one) => one.stance === stance).entries())
      places.set(one, place);
  }
  const chosen = [...passages]
    .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    .slice(0, kept);
  return passages.filter((one) => chosen.includes(one));
}

function claimBlocks(
  { claim, claimed, language, disagreement }: CheckedClaim,
  passages: readonly ClaimPassage[],
  { openSource, compare }: ClaimActions,
): Block[] {
  const texts = catalogs[language];
  const { check } = texts.trust;
  const blocks: Block[] = [
    text(`### ${check.title}\n${plain(check.claim(claim), CAPS.question)}\n-# ${check.noVerdict}`),
  ];
  for (const stance of STANCES) {
    const here = passages.filter((one) => one.stance === stance);
    if (here.length === 0 && stance === 'touches') continue;
    const first = here.length === 0 ? `\n-# ${check.none}` : '';
    blocks.push(text(`**${check[stance]}**${first}`));
    blocks.push(...here.map((one) => text(claimPassageText(one, claimed, language, texts))));
  }
  if (disagreement) {
    const question = plain(disagreement.question[language], CAPS.question);
    const button = compare && {
      label: texts.trust.buttons.compare,
      customId: compare(disagreement.id),
    };
    blocks.push(text(`**${texts.answer.differ}:** ${question}`, button));
  }
  return [
    ...blocks,
    { kind: 'line' },
    text(`**${texts.answer.sources}**`),
    ...sourceBlocks(passages, language, texts, openSource),
  ];
}

/** The passage; where it differs, in what, with the claim's figure or date beside its own. */
function claimPassageText(
  one: ClaimPassage,
  claimed: Statement,
  language: Language,
  texts: Catalog,
): string {
  const { reasons, beside } = texts.trust.check;
  const passage = passageText(one, language, texts, true);
  if (!one.difference) return passage;
  const [ours, theirs] = [claimed, one.stated].map((statement) =>
    numbersIn(statement, one.difference === 'date', language),
  );
  const isNumeric = one.difference === 'figure' || one.difference === 'date';
  const pair = isNumeric && ours && theirs ? ` · ${plain(beside(ours, theirs), CAPS.claim)}` : '';
  return `${passage}\n-# ${reasons[one.difference]}${pair}`;
}

type Statement = CheckedClaim['claimed'];

/** Dates of a passage that stand beside the claim's; the passage itself is right above. */
const MOST_DATES = 2;
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Figures and dates in words: "100,000, 2018"; dates alone where only they differ. */
function numbersIn({ figures, dates }: Statement, datesOnly: boolean, language: Language): string {
  const amounts = datesOnly
    ? []
    : figures.map(
        ({ value, unit }) => `${formatNumber(value, language)}${unit === 'percent' ? '%' : ''}`,
      );
  const inWords = dates.map(({ year, month, day }) => {
    if (month === undefined) return String(year);
    const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
    const parts = [year ?? 2000, number, ...(day ? [String(day).padStart(2, '0')] : [])];
    const named = formatDate(parts.join('-'), language);
    // A date without a year is shown by the name that any year gives it.
    return year === undefined ? named.replace(/,? (?:de )?2000/, '') : named;
  });
  return [...amounts, ...inWords.slice(0, MOST_DATES)].join(', ');
}
