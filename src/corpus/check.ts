/** Checks that no schema of a single file can make: references, doubles, length, order. */
import type { CorpusFault } from '../errors.ts';
import type { CorpusFile } from './files.ts';
import type { CorpusFiles } from './load.ts';
import { MAX_PASSAGE_WORDS, type Source } from './schema.ts';

/** Faults between the files of a corpus. Files that have faults of their own are passed over. */
export function checkCorpus(files: CorpusFiles): CorpusFault[] {
  const faults: CorpusFault[] = [];
  const report = (
    file: Pick<CorpusFile<unknown>, 'file' | 'lineOf'>,
    path: readonly PropertyKey[],
    problem: string,
    mend: string,
  ) => faults.push({ file: file.file, line: file.lineOf(path), problem, mend });

  const sourceIds = new Set<string>();
  const passageIds = new Set<string>();
  for (const file of files.sources) {
    checkSource(file, sourceIds, passageIds, report);
  }
  const someSourceUnread = files.sources.some((file) => file.value === undefined);
  const topicsFile = files.single['topics.yaml'];
  const topicIds = new Set(topicsFile.value?.map((topic) => topic.id as string));

  const refer = (
    file: CorpusFile<unknown>,
    path: readonly PropertyKey[],
    known: ReadonlySet<string>,
    id: string,
    what: string,
  ) => {
    // A source with faults still exists: what refers to it isn't wrong for that.
    if (known.has(id) || (someSourceUnread && known !== topicIds)) return;
    report(
      file,
      path,
      `refers to the ${what} "${id}", which does not exist`,
      `correct the id or add the ${what}`,
    );
  };
  const checkIds = (file: CorpusFile<readonly { id: string }[]>) => {
    const seen = new Set<string>();
    file.value?.forEach(({ id }, i) => {
      if (seen.has(id))
        report(file, [i, 'id'], `the id "${id}" is used twice`, 'give each entry its own id');
      seen.add(id);
    });
  };

  if (topicsFile.value) {
    checkIds(topicsFile);
    for (const file of files.sources) {
      file.value?.passages.forEach((passage, i) => {
        passage.topics.forEach((topic, j) => {
          refer(file, ['passages', i, 'topics', j], topicIds, topic, 'topic');
        });
      });
    }
  }

  const overviews = files.single['overviews.yaml'];
  checkIds(overviews as CorpusFile<readonly { id: string }[]>);
  overviews.value?.forEach((overview, i) => {
    overview.sections.forEach((section, j) => {
      section.passages.forEach((id, k) => {
        refer(overviews, [i, 'sections', j, 'passages', k], passageIds, id, 'passage');
      });
    });
  });

  const glossary = files.single['glossary.yaml'];
  const terms = new Set<string>();
  glossary.value?.forEach((entry, i) => {
    const name = `${entry.type === 'synonym' ? 'synonym' : 'entry'}:${entry.term.toLowerCase()}`;
    if (terms.has(name))
      report(
        glossary,
        [i, 'term'],
        `the term "${entry.term}" stands twice`,
        'join the two entries',
      );
    terms.add(name);
    if (entry.type === 'synonym') return;
    entry.sources.forEach((id, j) => {
      refer(glossary, [i, 'sources', j], sourceIds, id, 'source');
    });
  });

  const timeline = files.single['timeline.yaml'];
  checkIds(timeline);
  timeline.value?.forEach((event, i) => {
    event.sources.forEach((id, j) => {
      refer(timeline, [i, 'sources', j], sourceIds, id, 'source');
    });
    event.topics.forEach((id, j) => {
      refer(timeline, [i, 'topics', j], topicIds, id, 'topic');
    });
  });

  const disagreements = files.single['disagreements.yaml'];
  checkIds(disagreements);
  disagreements.value?.forEach((disagreement, i) => {
    refer(disagreements, [i, 'topic'], topicIds, disagreement.topic, 'topic');
    disagreement.positions.forEach((position, j) => {
      position.passages.forEach((id, k) => {
        refer(disagreements, [i, 'positions', j, 'passages', k], passageIds, id, 'passage');
      });
    });
  });

  const status = files.single['status.yaml'];
  status.value?.forEach((period, i) => {
    period.passages.forEach((id, j) => {
      refer(status, [i, 'passages', j], passageIds, id, 'passage');
    });
    const next = status.value?.[i + 1];
    if (next && (period.to === null || nextDay(period.to) !== next.from)) {
      report(
        status,
        [i, 'to'],
        `the period ends on ${period.to ?? 'no day'} but the next one starts on ${next.from}`,
        'periods follow each other without a gap: end this one on the day before the next',
      );
    }
  });

  const safety = files.single['safety.yaml'];
  safety.value?.personalData.forEach((kind, i) => {
    const pattern = new RegExp(kind.regex, kind.flags);
    kind.examples.match.forEach((example, j) => {
      if (pattern.test(example)) return;
      report(
        safety,
        ['personalData', i, 'examples', 'match', j],
        `"${example}" is not seen as ${kind.label.en}`,
        'correct the regex or the example',
      );
    });
    kind.examples.noMatch.forEach((example, j) => {
      if (!pattern.test(example)) return;
      report(
        safety,
        ['personalData', i, 'examples', 'noMatch', j],
        `"${example}" is taken for ${kind.label.en}`,
        'correct the regex or the example',
      );
    });
  });
  return faults;
}

function checkSource(
  file: CorpusFile<Source>,
  sourceIds: Set<string>,
  passageIds: Set<string>,
  report: (
    file: CorpusFile<unknown>,
    path: readonly PropertyKey[],
    problem: string,
    mend: string,
  ) => void,
): void {
  const source = file.value;
  if (!source) return;
  const name = file.file.replace(/^.*[\\/]/, '').replace(/\.yaml$/, '');
  if (source.id !== name) {
    report(
      file,
      ['id'],
      `the id "${source.id}" is not the file's name`,
      `write "id: ${name}" or rename the file`,
    );
  }
  sourceIds.add(source.id);
  const questions = new Set<string>();
  source.passages.forEach((passage, i) => {
    const id = `${source.id}#${passage.id}`;
    if (passageIds.has(id)) {
      report(
        file,
        ['passages', i, 'id'],
        `the passage id "${passage.id}" is used twice`,
        'give each passage of a source its own id',
      );
    }
    passageIds.add(id);
    for (const language of ['en', 'es'] as const) {
      const words = passage.text[language].split(/\s+/).length;
      if (words > MAX_PASSAGE_WORDS) {
        report(
          file,
          ['passages', i, 'text', language],
          `the ${language === 'en' ? 'English' : 'Spanish'} text has ${words} words, at most ${MAX_PASSAGE_WORDS} are shown well`,
          'shorten it or split it into two passages',
        );
      }
      passage.questions[language].forEach((question, j) => {
        const key = `${passage.id} ${question.toLowerCase()}`;
        if (questions.has(key)) {
          report(
            file,
            ['passages', i, 'questions', language, j],
            `the question "${question}" stands twice`,
            'remove one',
          );
        }
        questions.add(key);
      });
    }
  });
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
