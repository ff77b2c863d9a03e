/** The list of gaps and one of them, with what moderators can do. */
import { catalogs } from '../messages/catalog.ts';
import { CAPS } from '../render/limits.ts';
import { plain } from '../render/markdown.ts';
import type { RenderedMessage } from '../render/message.ts';
import { pageOf, renderRecord, renderRecordList } from '../render/record-list.ts';
import type { GapCluster } from '../store/gaps.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';

/** Actions; their handlers are in commands/components/gaps.ts. */
export const TURN_GAPS = 'gaps';
export const OPEN_GAP = 'gap';
export const ANSWER_GAP = 'gap-answer';
export const CLOSE_GAP = 'gap-close';

/** Words of a cluster that are shown. */
const SHOWN_TERMS = 8;

export function gapListMessage(
  clusters: readonly GapCluster[],
  language: Language,
  wanted: number,
): RenderedMessage {
  const { gaps: texts } = catalogs[language].moderation;
  const { shown, page, pages } = pageOf(clusters, wanted);
  return renderRecordList({
    language,
    heading: clusters.length > 0 ? texts.title(clusters.length) : texts.none,
    notes: [texts.note],
    items: shown.map((cluster) => ({
      lines: [
        `**${plain(titleOf(cluster), CAPS.heading)}**`,
        `-# ${plain(factsOf(cluster, language))}`,
      ],
      option: {
        label: titleOf(cluster),
        value: cluster.id,
        description: factsOf(cluster, language),
      },
    })),
    page,
    pages,
    turn: (to) => encodeCustomId(TURN_GAPS, language, String(to)),
    menu: { customId: encodeCustomId(OPEN_GAP, language), placeholder: texts.open },
  });
}

/** @param questions texts, where the server keeps them */
export function gapMessage(
  cluster: GapCluster,
  questions: readonly string[],
  language: Language,
): RenderedMessage {
  const { gaps: texts, buttons } = catalogs[language].moderation;
  const asked = questions.map((question) => `- ${plain(question, CAPS.question)}`);
  return renderRecord(
    plain(titleOf(cluster), CAPS.heading),
    [
      plain(factsOf(cluster, language)),
      asked.length > 0 ? [`**${texts.questions}**`, ...asked].join('\n') : '',
    ],
    [
      { label: buttons.write, customId: encodeCustomId(ANSWER_GAP, cluster.id) },
      { label: buttons.offTopic, customId: encodeCustomId(CLOSE_GAP, cluster.id, 'off-topic') },
      { label: buttons.dismiss, customId: encodeCustomId(CLOSE_GAP, cluster.id, 'dismissed') },
    ],
  );
}

function titleOf({ terms }: GapCluster): string {
  return terms.slice(0, SHOWN_TERMS).join(', ');
}

function factsOf({ count, firstOn, lastOn }: GapCluster, language: Language): string {
  const { gaps } = catalogs[language].moderation;
  return `${gaps.count(count)}, ${gaps.between(firstOn, lastOn)}`;
}
