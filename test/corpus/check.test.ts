/** Every fault that an author can make, and the words that say how to mend it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus, readCorpus } from '../../src/corpus/load.ts';
import { CorpusError, formatFault } from '../../src/errors.ts';
import { copyFixtureCorpus, editFile, FIXTURE_CORPUS } from '../helpers/corpus.ts';

/** The faults of a corpus as printed, paths relative to its folder. */
function faultsIn(dir: string): string[] {
  return readCorpus(dir).faults.map((fault) =>
    formatFault({ ...fault, file: fault.file.replace(`${dir}/`, '') }),
  );
}

test('the fixture corpus has no fault', () => {
  expect(faultsIn(FIXTURE_CORPUS)).toEqual([]);
});

const act = 'sources/harbour-act-2020.yaml';
const figures = 'sources/westmark-statistics-2023.yaml';
const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i + 1}`).join(' ');

/** What an author does to a file, and the one fault that is reported for it. */
const mistakes: Record<string, [file: string, find: string, replacement: string, fault: string]> = {
  'an unknown key': [
    act,
    'authors: []',
    'authors: []\npublishr: Parliament',
    'sources/harbour-act-2020.yaml:5: the file has an unknown key "publishr" — correct the spelling or remove the line; docs/CORPUS.md lists the keys',
  ],
  'an unknown key inside a passage': [
    act,
    '    locator: section 4',
    '    locator: section 4\n    page: 4',
    'sources/harbour-act-2020.yaml:38: passages[f02] has an unknown key "page" — correct the spelling or remove the line; docs/CORPUS.md lists the keys',
  ],
  'a missing key': [
    act,
    'kind: statute\n',
    '',
    'sources/harbour-act-2020.yaml:1: kind is missing — add "kind:" here',
  ],
  'a value that is left empty': [
    act,
    'title: Harbour Act',
    'title:',
    'sources/harbour-act-2020.yaml:2: title is empty — write a text here',
  ],
  'a list where a text belongs': [
    act,
    'title: Harbour Act',
    'title: [Harbour, Act]',
    'sources/harbour-act-2020.yaml:2: title has the wrong form — write a text here',
  ],
  'a text where a list belongs': [
    act,
    'authors: []',
    'authors: Ines Halder',
    'sources/harbour-act-2020.yaml:4: authors has the wrong form — write a list (lines that start with "- ") here',
  ],
  'a value outside the choice': [
    act,
    'kind: statute',
    'kind: law',
    `sources/harbour-act-2020.yaml:7: kind can't be "law" — choose one of: statute, treaty, court, government, international, research, explainer, news, advocacy, commentary`,
  ],
  'a type of glossary entry that does not exist': [
    'glossary.yaml',
    'type: term',
    'type: word',
    `glossary.yaml:3: [night-ferry-scheme].type can't be "word" — choose one of: term, person, organisation, case, synonym`,
  ],
  'a date in words': [
    act,
    'published: 2020-03-01',
    'published: March 2020',
    'sources/harbour-act-2020.yaml:5: published must be a date: 2019-12-19, 2019-12 or 2019 — correct it; docs/CORPUS.md has an example of each field',
  ],
  'a day that is not in the calendar': [
    act,
    'published: 2020-03-01',
    'published: 2020-02-30',
    'sources/harbour-act-2020.yaml:5: published is not a day of the calendar — correct it; docs/CORPUS.md has an example of each field',
  ],
  'an address that is not one': [
    act,
    'https://parliament.example/harbour-act',
    'parliament.example',
    'sources/harbour-act-2020.yaml:10: url must be an http(s) address — copy it from the browser, or write null where it may be empty',
  ],
  'an id that is not the name of the file': [
    act,
    'id: harbour-act-2020',
    'id: harbour-act',
    `sources/harbour-act-2020.yaml:1: the id "harbour-act" is not the file's name — write "id: harbour-act-2020" or rename the file`,
  ],
  'a missing language': [
    act,
    '      es: Según la Ley del Puerto de 2020 nadie paga más de 2 coronas por una travesía.\n',
    '',
    'sources/harbour-act-2020.yaml:32: passages[f02].text is missing the language "es" — write the text in English (en) and Spanish (es)',
  ],
  'a passage of 46 words': [
    act,
    'Under the Harbour Act of 2020 nobody pays more than 2 crowns for a crossing.',
    words(46),
    'sources/harbour-act-2020.yaml:33: passages[f02].text.en has 46 words, at most 45 are shown well — shorten it or split it into two passages',
  ],
  'a TODO that was forgotten': [
    act,
    'section 4',
    'TODO page',
    'sources/harbour-act-2020.yaml:37: passages[f02].locator still holds a TODO — write what is missing',
  ],
  'a passage without a question': [
    act,
    '        - ¿Cuánto cuesta el transbordador nocturno?',
    '        []',
    'sources/harbour-act-2020.yaml:43: passages[f02].questions.es needs at least one question — add one as a member would type it',
  ],
  'a passage without a topic': [
    act,
    '    topics:\n      - fares',
    '    topics: []',
    'sources/harbour-act-2020.yaml:38: passages[f02].topics needs at least one topic — choose one of topics.yaml',
  ],
  'a passage id that is used twice': [
    act,
    'id: f02',
    'id: f01',
    'sources/harbour-act-2020.yaml:31: "f01" stands twice in the file — change or remove one',
  ],
  'a question that stands twice in a passage': [
    act,
    'which law set up the ferry between Aldport and Bresk',
    'what is the night ferry?',
    'sources/harbour-act-2020.yaml:28: "what is the night ferry?" stands twice in passages[f01].questions.en — change or remove one',
  ],
  'a topic that does not exist': [
    act,
    '- fares',
    '- prices',
    'sources/harbour-act-2020.yaml:39: passages[f02] refers to the topic "prices", which does not exist — correct the id or add the topic',
  ],
  'an overview with a passage that does not exist': [
    'overviews.yaml',
    'harbour-act-2020#f01',
    'harbour-act-2020#f09',
    'overviews.yaml:16: [night-ferry] refers to the passage "harbour-act-2020#f09", which does not exist — correct the id or add the passage',
  ],
  'an overview with a passage of a source that does not exist': [
    'overviews.yaml',
    'harbour-act-2020#f01',
    'harbor-act-2020#f01',
    'overviews.yaml:16: [night-ferry] refers to the passage "harbor-act-2020#f01", which does not exist — correct the id or add the passage',
  ],
  'an overview that shows a passage twice': [
    'overviews.yaml',
    'bresk-riders-union-2024#f01',
    'harbour-act-2020#f01',
    'overviews.yaml:22: "harbour-act-2020#f01" stands twice in [night-ferry] — change or remove one',
  ],
  'a glossary entry with a source that does not exist': [
    'glossary.yaml',
    '- harbour-act-2020',
    '- harbour-act-2021',
    'glossary.yaml:14: [night-ferry-scheme] refers to the source "harbour-act-2021", which does not exist — correct the id or add the source',
  ],
  'an event with a source that does not exist': [
    'timeline.yaml',
    '- harbour-act-2020',
    '- harbour-act-2021',
    'timeline.yaml:8: [2020-03-01-harbour-act] refers to the source "harbour-act-2021", which does not exist — correct the id or add the source',
  ],
  'an event with a topic that does not exist': [
    'timeline.yaml',
    '- passengers',
    '- people',
    'timeline.yaml:22: [2023-figures] refers to the topic "people", which does not exist — correct the id or add the topic',
  ],
  'an event that opens a period that does not exist': [
    'timeline.yaml',
    'status: in-force',
    'status: in-use',
    'timeline.yaml:6: [2020-03-01-harbour-act] refers to the status "in-use", which does not exist — correct the id or add the status',
  ],
  'an overview of the status that does not exist': [
    'corpus.yaml',
    'command: ferry',
    'statusOverview: ferry-now\ncommand: ferry',
    'corpus.yaml:10: the file refers to the overview "ferry-now", which does not exist — correct the id or add the overview',
  ],
  'a disagreement with a passage that does not exist': [
    'disagreements.yaml',
    'bresk-riders-union-2024#f01',
    'bresk-riders-union-2024#f07',
    'disagreements.yaml:27: [how-many-passengers] refers to the passage "bresk-riders-union-2024#f07", which does not exist — correct the id or add the passage',
  ],
  'a disagreement with a topic that does not exist': [
    'disagreements.yaml',
    'topic: passengers',
    'topic: people',
    'disagreements.yaml:2: [how-many-passengers] refers to the topic "people", which does not exist — correct the id or add the topic',
  ],
  'a period with a passage that does not exist': [
    'status.yaml',
    'bresk-riders-union-2024#f02',
    'bresk-riders-union-2024#f03',
    'status.yaml:25: [entry 2] refers to the passage "bresk-riders-union-2024#f03", which does not exist — correct the id or add the passage',
  ],
  'an event id that is used twice': [
    'timeline.yaml',
    'id: 2023-figures',
    'id: 2020-03-01-harbour-act',
    'timeline.yaml:11: "2020-03-01-harbour-act" stands twice in the file — change or remove one',
  ],
  'a topic id that is used twice': [
    'topics.yaml',
    '- id: status',
    '- id: fares\n  label:\n    en: Prices\n    es: Precios\n- id: status',
    'topics.yaml:12: "fares" stands twice in the file — change or remove one',
  ],
  'a gap between periods': [
    'status.yaml',
    'to: 2020-08-31',
    'to: 2020-08-30',
    'status.yaml:2: the period ends on 2020-08-30 but the next one starts on 2020-09-01 — end this one on the day before the next: periods leave no gap and do not overlap',
  ],
  'a last period that ends': [
    'status.yaml',
    'to: null',
    'to: 2021-01-01',
    'status.yaml:14: the last period ends on 2021-01-01, so later days have no status — write "to: null" or add the period that follows',
  ],
  'a pattern that misses its example': [
    'safety.yaml',
    '\\d{4}\\b',
    '\\d{5}\\b',
    'safety.yaml:55: "T-1234" is not seen as a ticket number — correct the regex or the example',
  ],
  'a pattern that sees too much': [
    'safety.yaml',
    '\\d{4}\\b',
    '\\d{2,4}\\b',
    'safety.yaml:57: "T-12" is taken for a ticket number — correct the regex or the example',
  ],
  'a pattern that is none': [
    'safety.yaml',
    '\\d{4}\\b',
    '(\\d{4}',
    'safety.yaml:51: personalData[ticket-number].regex is not a regular expression — correct it; docs/CORPUS.md has an example of each field',
  ],
  'a harmless sentence that sets a card off': [
    'safety.yaml',
    '- ¿Cuántas personas se ahogaron?',
    '- ¿Cuánto costaba MÍ BILLETE?',
    'safety.yaml:45: the sentence must not set off a card, but it holds the trigger "mi billete" — make the trigger longer or correct the sentence',
  ],
  'a key that stands twice': [
    act,
    'via: null',
    'via: null\nurl: null',
    'sources/harbour-act-2020.yaml:12: not valid YAML: duplicated mapping key — check the indentation, and quote a text that holds ": " or starts with a special character',
  ],
  'an unquoted colon': [
    act,
    'title: Harbour Act',
    'title: Harbour Act: the ferry',
    'sources/harbour-act-2020.yaml:2: not valid YAML: bad indentation of a mapping entry — check the indentation, and quote a text that holds ": " or starts with a special character',
  ],
};

test.each(Object.entries(mistakes))('reports %s, and nothing else', (_, mistake) => {
  const [file, find, replacement, fault] = mistake;
  const dir = copyFixtureCorpus();
  editFile(join(dir, file), find, replacement);
  expect(faultsIn(dir)).toEqual([fault]);
});

test('a source without a passage', () => {
  const dir = copyFixtureCorpus();
  const path = join(dir, figures);
  const [head] = readFileSync(path, 'utf8').split('passages:');
  writeFileSync(path, `${head}passages: []\n`);
  expect(faultsIn(dir)).toContain(
    'sources/westmark-statistics-2023.yaml:16: passages needs at least one passage — add one, or remove the file',
  );
});

test('a name that leads to two glossary entries', () => {
  const dir = copyFixtureCorpus();
  const path = join(dir, 'glossary.yaml');
  const entry = readFileSync(path, 'utf8').split('- term:')[0] as string;
  writeFileSync(
    path,
    `${entry}${entry.replace('night-ferry-scheme', 'other').replaceAll('NFS', 'X')}`,
  );
  expect(faultsIn(dir)).toEqual(
    ['night ferry scheme', 'night ferry', 'transbordador nocturno'].map(
      (name) =>
        `glossary.yaml:16: "${name}" leads to this and to another entry — keep it in one of them`,
    ),
  );
});

test('a passage of 45 words is not too long', () => {
  const dir = copyFixtureCorpus();
  editFile(join(dir, act), 'Under the Harbour Act of 2020', words(35));
  expect(faultsIn(dir)).toEqual([]);
});

test('a bare year is a date, and a number is a title', () => {
  const dir = copyFixtureCorpus();
  editFile(join(dir, act), 'published: 2020-03-01', 'published: 2020');
  editFile(join(dir, act), 'title: Harbour Act', 'title: 1984');
  const { corpus } = readCorpus(dir);
  const source = [...(corpus?.sources.values() ?? [])].find(({ id }) => id === 'harbour-act-2020');
  expect(source).toMatchObject({ title: '1984', published: '2020' });
});

test('files with Windows line ends and a byte order mark are read', () => {
  const dir = copyFixtureCorpus();
  const path = join(dir, act);
  writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
  expect(faultsIn(dir)).toEqual([]);
});

test('a file in another encoding is named with the line of the first broken letter', () => {
  const dir = copyFixtureCorpus();
  const path = join(dir, act);
  writeFileSync(path, Buffer.from(readFileSync(path, 'utf8'), 'latin1'));
  expect(faultsIn(dir)).toEqual([
    'sources/harbour-act-2020.yaml:14: a letter cannot be read — save the file as UTF-8 and write the letter again',
  ]);
});

describe('all faults at once', () => {
  test('a fault in one file hides none in another, nor a later one in the same file', () => {
    const dir = copyFixtureCorpus();
    editFile(join(dir, act), 'publisher:', 'publishr:');
    editFile(join(dir, act), '- fares', '- prices');
    editFile(join(dir, figures), '2023-10-31', '2023-13-31');
    editFile(join(dir, 'overviews.yaml'), 'harbour-act-2020#f01', 'harbour-act-2020#f09');
    expect(faultsIn(dir).map((fault) => fault.split(' — ')[0])).toEqual([
      'overviews.yaml:16: [night-ferry] refers to the passage "harbour-act-2020#f09", which does not exist',
      'sources/harbour-act-2020.yaml:1: publisher is missing',
      'sources/harbour-act-2020.yaml:3: the file has an unknown key "publishr"',
      'sources/harbour-act-2020.yaml:39: passages[f02] refers to the topic "prices", which does not exist',
      'sources/westmark-statistics-2023.yaml:7: asOf is not a day of the calendar',
    ]);
  });

  test('what a file holds that cannot be read is not reported as missing elsewhere', () => {
    const dir = copyFixtureCorpus();
    editFile(join(dir, act), 'title: Harbour Act', 'title: "Harbour Act');
    expect(faultsIn(dir)).toHaveLength(1);
  });

  test('loading throws them all', () => {
    const dir = copyFixtureCorpus();
    editFile(join(dir, act), 'kind: statute', 'kind: law');
    editFile(join(dir, figures), 'kind: research', 'kind: science');
    expect(() => loadCorpus(dir)).toThrow(CorpusError);
    expect(() => loadCorpus(dir)).toThrow(/2 fault\(s\)[\s\S]*"law"[\s\S]*"science"/);
  });
});

describe('the folder', () => {
  test('that is missing', () => {
    expect(readCorpus('no/such/folder').faults.map(formatFault)).toEqual([
      'no/such/folder:1: the corpus folder is missing — point CORPUS_DIR at a folder that holds corpus.yaml and sources/',
    ]);
  });

  test.each(['is missing', 'is empty'])('whose sources/ %s', (state) => {
    const dir = copyFixtureCorpus();
    rmSync(join(dir, 'sources'), { recursive: true });
    if (state === 'is empty') mkdirSync(join(dir, 'sources'));
    expect(faultsIn(dir)).toEqual([
      `${dir}:1: there is no source in sources/ — add at least one source file; docs/CORPUS.md shows how`,
    ]);
  });

  test('that lacks one of its files', () => {
    const dir = copyFixtureCorpus();
    rmSync(join(dir, 'status.yaml'));
    expect(faultsIn(dir)[0]).toBe(
      'status.yaml:1: the file is missing — restore it, or point CORPUS_DIR at a complete corpus folder',
    );
  });

  test('with a source that would be left out because of its name', () => {
    const dir = copyFixtureCorpus();
    writeFileSync(join(dir, 'sources', 'new-source.yml'), '');
    writeFileSync(join(dir, 'sources', '.DS_Store'), '');
    expect(faultsIn(dir)).toEqual([
      'sources/new-source.yml:1: is not a .yaml file and would be left out — name it <id>.yaml, directly in sources/, or remove it',
    ]);
  });
});
