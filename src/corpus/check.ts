/** Checks that no schema of a single field can make: ids that must exist, names that must not stand twice, order. */
import { basename } from 'node:path';
import type { CorpusFault } from '../errors.ts';
import { checkSafety } from './check-safety.ts';
import { faultAt, formatPath } from './faults.ts';
import type { CorpusFile, CorpusFiles } from './files.ts';
import { type CorpusFileName, PassageId, type Source, TopicId } from './schema.ts';
import { selectTexts } from './select.ts';
import type { Path } from './yaml.ts';

type Place = CorpusFileName | 'sources/';

/** Where an id stands that names something else, by the pattern of `selectTexts`. */
const REFERENCES: readonly [place: Place, pattern: string, to: Target][] = [
  ['sources/', 'passages.*.topics.*', 'topic'],
  ['overviews.yaml', '*.sections.*.passages.*', 'passage'],
  ['glossary.yaml', '*.sources.*', 'source'],
  ['timeline.yaml', '*.sources.*', 'source'],
  ['timeline.yaml', '*.topics.*', 'topic'],
  ['timeline.yaml', '*.status', 'status'],
  ['disagreements.yaml', '*.topic', 'topic'],
  ['disagreements.yaml', '*.positions.*.passages.*', 'passage'],
  ['status.yaml', '*.passages.*', 'passage'],
  ['corpus.yaml', 'statusOverview', 'overview'],
];
type Target = 'source' | 'passage' | 'topic' | 'status' | 'overview';

/** What may stand once only: in the whole file, in the entry that it belongs to, or in its own list. */
const ONCE: readonly [place: Place, pattern: string, within: 'file' | 'entry' | 'list'][] = [
  ['sources/', 'passages.*.id', 'file'],
  ['sources/', 'passages.*.topics.*', 'list'],
  ['sources/', 'passages.*.questions.en.*', 'list'],
  ['sources/', 'passages.*.questions.es.*', 'list'],
  ['topics.yaml', '*.id', 'file'],
  ['overviews.yaml', '*.id', 'file'],
  ['overviews.yaml', '*.questions.en.*', 'file'],
  ['overviews.yaml', '*.questions.es.*', 'file'],
  ['overviews.yaml', '*.sections.*.passages.*', 'entry'],
  ['glossary.yaml', '*.id', 'file'],
  ['glossary.yaml', '*.sources.*', 'list'],
  ['timeline.yaml', '*.id', 'file'],
  ['timeline.yaml', '*.sources.*', 'list'],
  ['timeline.yaml', '*.topics.*', 'list'],
  ['disagreements.yaml', '*.id', 'file'],
  ['disagreements.yaml', '*.questions.en.*', 'file'],
  ['disagreements.yaml', '*.questions.es.*', 'file'],
  ['disagreements.yaml', '*.positions.*.passages.*', 'list'],
  ['status.yaml', '*.passages.*', 'list'],
  ['safety.yaml', 'personalData.*.id', 'file'],
];

/** Faults between the parts of a corpus. Looks at every part that can be read, also in files with other faults. */
export function checkCorpus(files: CorpusFiles): CorpusFault[] {
  return [
    ...files.sources.flatMap(checkFileName),
    ...checkReferences(files),
    ...checkOnce(files),
    ...checkNames(files.single['glossary.yaml']),
    ...checkPeriods(files.single['status.yaml']),
    ...checkSafety(files.single['safety.yaml']),
  ];
}

function filesAt(files: CorpusFiles, place: Place): readonly CorpusFile<unknown>[] {
  return place === 'sources/' ? files.sources : [files.single[place]];
}

/** The id that a source must have; others refer to it by this, whatever stands in the file. */
const idOfFile = ({ file }: CorpusFile<unknown>) => basename(file, '.yaml');

function checkFileName(file: CorpusFile<Source>): CorpusFault[] {
  const name = idOfFile(file);
  return selectTexts(file.content, 'id')
    .filter(({ text }) => text !== name)
    .map(({ path, text }) =>
      faultAt(
        file,
        path,
        `the id "${text}" is not the file's name`,
        `write "id: ${name}" or rename the file`,
      ),
    );
}

function checkReferences(files: CorpusFiles): CorpusFault[] {
  const exists = existingIds(files);
  return REFERENCES.flatMap(([place, pattern, to]) =>
    filesAt(files, place).flatMap((file) =>
      selectTexts(file.content, pattern)
        .filter(({ text }) => !exists[to](text))
        .map(({ path, text }) =>
          faultAt(
            file,
            path,
            `${formatPath(file.content, entryOf(path)) || 'the file'} refers to the ${to} "${text}", which does not exist`,
            `correct the id or add the ${to}`,
          ),
        ),
    ),
  );
}

/** The part of a path that leads to the entry of the first list on the way. */
function entryOf(path: Path): Path {
  return path.slice(0, path.findIndex((key) => typeof key === 'number') + 1);
}

/** For each kind of thing whether an id names one. What a file holds that isn't even YAML gets the benefit of doubt. */
function existingIds({ sources, single }: CorpusFiles): Record<Target, (id: string) => boolean> {
  const sourceIds = new Set(sources.map(idOfFile));
  const unread = new Set(sources.filter(isUnread).map(idOfFile));
  const passageIds = new Set(
    sources.flatMap((file) =>
      selectTexts(file.content, 'passages.*.id').map(({ text }) => `${idOfFile(file)}#${text}`),
    ),
  );
  const idsOf = (file: CorpusFile<unknown>, pattern: string) => {
    const ids = new Set(selectTexts(file.content, pattern).map(({ text }) => text));
    return (id: string) => ids.has(id) || isUnread(file) || !TopicId.safeParse(id).success;
  };
  return {
    source: (id) => sourceIds.has(id) || !TopicId.safeParse(id).success,
    passage: (id) =>
      passageIds.has(id) || unread.has(id.replace(/#.*/, '')) || !PassageId.safeParse(id).success,
    topic: idsOf(single['topics.yaml'], '*.id'),
    status: idsOf(single['status.yaml'], '*.status'),
    overview: idsOf(single['overviews.yaml'], '*.id'),
  };
}

const isUnread = ({ content }: CorpusFile<unknown>) => content === undefined;

function checkOnce(files: CorpusFiles): CorpusFault[] {
  const faults: CorpusFault[] = [];
  for (const [place, pattern, within] of ONCE) {
    const depth = { file: () => 0, entry: () => 1, list: (length: number) => length - 1 }[within];
    for (const file of filesAt(files, place)) {
      const seen = new Set<string>();
      for (const { path, text } of selectTexts(file.content, pattern)) {
        const holder = path.slice(0, depth(path.length));
        const key = `${holder.join()} ${text.toLowerCase()}`;
        if (seen.has(key)) {
          const where = formatPath(file.content, holder) || 'the file';
          faults.push(
            faultAt(file, path, `"${text}" stands twice in ${where}`, 'change or remove one'),
          );
        }
        seen.add(key);
      }
    }
  }
  return faults;
}

/** A term or another name of it leads to one entry; a group of synonyms may share it. */
function checkNames(glossary: CorpusFiles['single']['glossary.yaml']): CorpusFault[] {
  const faults: CorpusFault[] = [];
  const seen = new Set<string>();
  glossary.value?.forEach((entry, i) => {
    const kind = entry.type === 'synonym' ? 'group of synonyms' : 'entry';
    const names = [entry.term, ...entry.aliases.en, ...entry.aliases.es];
    for (const name of new Set(names.map((name) => name.toLowerCase()))) {
      const key = `${kind} ${name}`;
      if (seen.has(key)) {
        faults.push(
          faultAt(
            glossary,
            [i, 'term'],
            `"${name}" leads to this and to another ${kind}`,
            'keep it in one of them',
          ),
        );
      }
      seen.add(key);
    }
  });
  return faults;
}

/** Periods follow each other day by day, so that every day since the first has one status. */
function checkPeriods(status: CorpusFiles['single']['status.yaml']): CorpusFault[] {
  const faults: CorpusFault[] = [];
  status.value?.forEach((period, i, periods) => {
    const next = periods[i + 1];
    if (period.to !== null && period.to < period.from) {
      faults.push(
        faultAt(
          status,
          [i, 'to'],
          `the period ends on ${period.to}, before it starts on ${period.from}`,
          'correct one of the two days',
        ),
      );
    }
    if (next && (period.to === null || dayAfter(period.to) !== next.from)) {
      faults.push(
        faultAt(
          status,
          [i, 'to'],
          `the period ends on ${period.to ?? 'no day'} but the next one starts on ${next.from}`,
          'end this one on the day before the next: periods leave no gap and do not overlap',
        ),
      );
    }
    if (!next && period.to !== null) {
      faults.push(
        faultAt(
          status,
          [i, 'to'],
          `the last period ends on ${period.to}, so later days have no status`,
          'write "to: null" or add the period that follows',
        ),
      );
    }
  });
  return faults;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
