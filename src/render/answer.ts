/** An answer as a Discord message. Pure: the playground, the tests and Discord show the same. */
import type {
  Answer,
  CommunityAnswer,
  OverviewAnswer,
  OverviewSection,
  PassagesAnswer,
  ShownPassage,
} from '../answer/answer.ts';
import { newestDate, type Passage, passageDate } from '../corpus/corpus.ts';
import type { Disagreement, SourceId } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import type { Language } from '../text/language.ts';
import { passageText, sourceText } from './citation.ts';
import { type CorpusWords, declinedBlocks } from './declined.ts';
import {
  type Block,
  type Button,
  fits,
  paginate,
  text,
  textLength,
  toComponents,
  toMessage,
  toPlainText,
} from './layout.ts';
import { CAPS, LIMITS } from './limits.ts';
import { plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';

/** Most passages of an overview that are shown at once; the rest is behind "More". */
export const OVERVIEW_PAGE = 6;
/** A day that takes as much room as any in both languages. */
const LONGEST_DAY = '2026-09-30';
/** Most positions of a disagreement that are told: more would bury the sources below. */
const MAX_CLAIMS = 4;

/** Custom ids of the buttons; one that is left out has no button. Rendering knows no handlers. */
export interface AnswerActions {
  share?: (page: number) => string;
  turn?: (page: number) => string;
  /** Opens the overview that tells the wider story. */
  story?: string | undefined;
  openSource?: (id: SourceId) => string;
  /** Answers a question that is suggested in place of one that isn't answered. */
  suggest?: (question: string) => string;
  /** Helpful and Not helpful. */
  vote?: ((isHelpful: boolean) => string) | undefined;
  /** A row of its own: what moderators can do with an answer of their own, or whoever asked with the bot's. */
  manage?: readonly Button[];
  /** Opens a disagreement, side by side. */
  compare?: (id: string) => string;
  /** Opens the citations of the answer's sources. */
  cite?: string;
}

export interface RenderOptions {
  actions?: AnswerActions;
  /** Page of an overview, from 0. */
  page?: number;
  /** For what the corpus itself says where a question isn't answered. */
  corpus?: CorpusWords;
  /** A small line below the answer, for example that a member shared it. */
  note?: string;
  /** Paragraphs above the answer, as safe markdown. */
  before?: readonly string[];
  /** The short id below the answer, with which it can be shown again. */
  receipt?: string;
}

/** An answer that shows passages. */
type Answered = PassagesAnswer | OverviewAnswer;

/** A passage with the section of the overview that it stands in. */
interface Item extends ShownPassage {
  heading: string | undefined;
}

/** Renders an answer within Discord's limits, whatever its passages hold. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): RenderedMessage {
  if (answer.kind === 'declined') {
    const { corpus, actions: { openSource, suggest } = {}, note } = options;
    const blocks = declinedBlocks(answer, catalogs[answer.language], {
      ...(corpus && { corpus }),
      ...(openSource && { openSource }),
      ...(suggest && { suggest }),
    });
    return toMessage(note ? [...blocks, text(`-# ${plain(note)}`)] : blocks);
  }
  const pages = pagesOf(answer, options);
  const page = Math.min(Math.max(options.page ?? 0, 0), pages.length - 1);
  const items = pages[page] as Item[];
  const shown = { ...options, page };
  return {
    components: toComponents(answeredBlocks(answer, items, shown, pages.length)),
    get plainText() {
      return plainTextOf(answer, items, shown, pages.length);
    },
  };
}

/** The passages that a page of an answer shows; none when it was declined. */
export function passagesOnPage(
  answer: Answer,
  options: Pick<RenderOptions, 'page' | 'receipt'>,
): Passage[] {
  if (answer.kind === 'declined') return [];
  const pages = pagesOf(answer, options);
  const page = Math.min(Math.max(options.page ?? 0, 0), pages.length - 1);
  return (pages[page] ?? []).map(({ passage }) => passage);
}

function pagesOf(answer: Answered, { note, receipt, before = [] }: RenderOptions): Item[][] {
  const items: Item[] =
    answer.kind === 'passages'
      ? answer.passages.map((shown) => ({ ...shown, heading: partOf(shown, answer) }))
      : answer.sections.flatMap(({ heading, passages }) =>
          passages.map((shown) => ({ ...shown, heading: headingText(heading, answer.language) })),
        );
  // The longest line that a page can carry, so that the note never moves a passage to another page.
  const texts = catalogs[answer.language];
  const withRoom = {
    note: note ?? texts.answer.shared,
    before: before.length > 0 ? before : [texts.shared.corrected(LONGEST_DAY, 3)],
    page: 0,
    ...(receipt && { receipt }),
  };
  return paginate(items, OVERVIEW_PAGE, (page) =>
    fits(answeredBlocks(answer, page, withRoom, items.length)),
  );
}

/** In a community's answer, whether it rests on the passage or the passage was found beside it. */
function partOf(
  { passage }: ShownPassage,
  { community, language }: PassagesAnswer,
): string | undefined {
  if (!community) return undefined;
  const texts = catalogs[language].moderation.community;
  return community.passages.includes(passage.id) ? texts.restsOn : texts.alsoSays;
}

/** As many passages of the page as a plain message holds, each with its source. */
function plainTextOf(
  answer: Answered,
  items: readonly Item[],
  options: RenderOptions,
  pages: number,
): string {
  const { shortened } = catalogs[answer.language].answer;
  for (let shown = items.length; shown > 0; shown -= 1) {
    const isWhole = shown === items.length;
    const blocks = answeredBlocks(answer, items.slice(0, shown), options, pages);
    if (!isWhole) blocks.push(text(`-# ${shortened}`));
    // Blocks are joined by an empty line.
    const length = textLength(blocks) + 2 * blocks.length;
    if (length <= LIMITS.content || shown === 1) return toPlainText(blocks);
  }
  return '';
}

function answeredBlocks(
  answer: Answered,
  items: readonly Item[],
  { actions = {}, page = 0, note, receipt, before = [] }: RenderOptions,
  pages: number,
): Block[] {
  const texts = catalogs[answer.language];
  const { language } = answer;
  const cited = new Set(items.map(({ citation }) => citation));
  const sources = answer.citations
    .filter(({ number }) => cited.has(number))
    .map(({ number, source }) =>
      text(
        sourceText(number, source, language, texts),
        actions.openSource && {
          label: texts.buttons.source(number),
          customId: actions.openSource(source.id),
        },
      ),
    );
  return [
    ...before.map((paragraph) => text(paragraph)),
    ...headBlocks(answer, page, pages, texts),
    ...items.map((item, index) => text(itemText(item, items[index - 1], answer, texts))),
    ...sidesBlocks(answer, page, texts),
    ...differBlocks(answer, items, page, actions, texts),
    { kind: 'line' },
    text(sourcesHeading(answer, items, texts)),
    ...sources,
    ...footBlocks(answer, note, receipt, texts),
    ...buttonBlocks(answer, actions, page, pages, texts),
  ];
}

function headBlocks(answer: Answered, page: number, pages: number, texts: Catalog): Block[] {
  if (answer.kind === 'passages')
    return answer.community && page === 0 ? communityBlocks(answer.community, answer.language) : [];
  const title = `### ${plain(answer.overview.title[answer.language], CAPS.heading)}`;
  return [text(page === 0 ? title : `${title}\n-# ${texts.answer.page(page + 1, pages)}`)];
}

/** Words of a section's heading. */
export function headingText(heading: OverviewSection['heading'], language: Language): string {
  return typeof heading === 'string' ? catalogs[language].answer[heading] : heading[language];
}

/** What the moderators wrote, marked as theirs. */
export function communityBlocks(
  { text: words, editorName, changedAt }: CommunityAnswer,
  language: Language,
): Block[] {
  const { community } = catalogs[language].moderation;
  const lines = words.split('\n').map((line) => plain(line));
  const written = community.writtenBy(editorName ?? community.someone, changedAt.slice(0, 10));
  return [
    text([`### ${community.title}`, ...lines, `-# ${plain(written, CAPS.attribution)}`].join('\n')),
    { kind: 'line' },
  ];
}

/** A passage, with the heading of its section where the section begins (on this page). */
function itemText(
  item: Item,
  before: Item | undefined,
  { language, sides }: Answered,
  texts: Catalog,
): string {
  const passage = passageText(item, language, texts, sides !== null);
  if (item.heading === undefined || item.heading === before?.heading) return passage;
  return `**${plain(item.heading, CAPS.heading)}**\n${passage}`;
}

/** The disagreement that most passages of the page stand in, with what each side says. */
function differBlocks(
  { disagreements, language, lens }: Answered,
  items: readonly Item[],
  page: number,
  { compare }: AnswerActions,
  texts: Catalog,
): Block[] {
  const shown = new Set(items.map(({ passage }) => passage.id));
  const sharedWith = ({ positions }: Disagreement) =>
    positions.flatMap(({ passages }) => passages).filter((id) => shown.has(id)).length;
  const [nearest] = disagreements
    .map((disagreement) => ({ disagreement, shared: sharedWith(disagreement) }))
    .filter(({ disagreement, shared }) => shared > 0 || isAsked(disagreement))
    .sort(
      (a, b) =>
        Number(isAsked(b.disagreement)) - Number(isAsked(a.disagreement)) || b.shared - a.shared,
    );
  if (!nearest) return [];
  const { id, question, positions } = nearest.disagreement;
  const claims = positions
    .slice(0, MAX_CLAIMS)
    .map(({ claim }) => `- ${plain(claim[language], CAPS.claim)}`);
  const more = positions.length - claims.length;
  if (more > 0) claims.push(`-# ${texts.trust.morePositions(more)}`);
  const heading = `**${texts.answer.differ}:** ${plain(question[language], CAPS.question)}`;
  const button = compare && { label: texts.trust.buttons.compare, customId: compare(id) };
  return [text([heading, ...claims].join('\n'), button)];

  function isAsked(disagreement: Disagreement): boolean {
    return page === 0 && disagreement.id === lens.asked?.id;
  }
}

/** How the sources on the subject argue, in figures; only where a judgement is asked for. */
function sidesBlocks({ sides, language }: Answered, page: number, texts: Catalog): Block[] {
  if (!sides || page > 0) return [];
  const topic = sides.topic.label[language];
  return [text(plain(texts.trust.sides(topic, sides.counts), CAPS.card))];
}

/** Small lines below the sources. The id stands in code marks, as its characters could be taken for format marks. */
function footBlocks(
  { lens }: Answered,
  note: string | undefined,
  receipt: string | undefined,
  texts: Catalog,
): Block[] {
  const lines: string[] = [];
  if (lens.asOf !== null) lines.push(plain(texts.trust.knownBy(lens.asOf)));
  const last = [note && plain(note), receipt && texts.trust.receipt(`\`${receipt}\``)];
  lines.push(last.filter((part) => part).join(' · '));
  const shown = lines.filter((line) => line !== '').map((line) => `-# ${line}`);
  return shown.length > 0 ? [text(shown.join('\n'))] : [];
}

/** The heading with the newest date on this page; where the whole answer is too old for today, that is said. */
function sourcesHeading(
  { newest, stale }: Answered,
  items: readonly Item[],
  texts: Catalog,
): string {
  const shown = newestDate(items.map(({ passage }) => passageDate(passage)));
  const heading = `**${texts.answer.sources}** · ${texts.answer.newest(shown)}`;
  return stale && newest ? `${heading}\n${texts.answer.stale(newest)}` : heading;
}

function buttonBlocks(
  answer: Answered,
  { share, turn, story, cite, vote, manage = [] }: AnswerActions,
  page: number,
  pages: number,
  texts: Catalog,
): Block[] {
  const buttons: Button[] = [];
  if (turn && page > 0) buttons.push({ label: texts.buttons.previous, customId: turn(page - 1) });
  if (turn && page < pages - 1)
    buttons.push({ label: texts.buttons.more, customId: turn(page + 1) });
  if (share) buttons.push({ label: texts.buttons.share, customId: share(page) });
  if (story && answer.kind === 'passages' && answer.overview) {
    const title = answer.overview.title[answer.language];
    buttons.push({ label: texts.buttons.story(title), customId: story });
  }
  if (cite) buttons.push({ label: texts.trust.buttons.cite, customId: cite });
  const votes = vote
    ? [
        { label: texts.buttons.helpful, customId: vote(true) },
        { label: texts.buttons.notHelpful, customId: vote(false) },
      ]
    : [];
  return [buttons, votes, manage]
    .filter((row) => row.length > 0)
    .map((row) => ({ kind: 'buttons', buttons: row }));
}
