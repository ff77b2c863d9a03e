/** The corpus as other engines take it: one document for each passage and overview, with the same texts. */
import type { Corpus, Passage } from '../../src/corpus/corpus.ts';
import { unitTargets } from '../../src/search/units.ts';
import { LANGUAGES } from '../../src/text/language.ts';

/** A document; its id is its place. */
export interface BenchDocument {
  id: number;
  /** The passage or the overview's title, in both languages. */
  text: string;
  /** The written questions. */
  questions: string;
  /** Who says so, publisher, title, topics. */
  context: string;
}

export function documentsOf(corpus: Corpus): BenchDocument[] {
  return unitTargets(corpus).map((target, id) => {
    const own = target.kind === 'passage' ? target.passage.text : target.overview.title;
    const { questions } = target.kind === 'passage' ? target.passage : target.overview;
    return {
      id,
      text: LANGUAGES.map((language) => own[language]).join(' '),
      questions: LANGUAGES.flatMap((language) => questions[language]).join(' '),
      context: target.kind === 'passage' ? contextOf(target.passage, corpus) : '',
    };
  });
}

function contextOf({ attributedTo, source, topics }: Passage, corpus: Corpus): string {
  const labels = topics.flatMap((topic) => {
    const label = corpus.topics.get(topic)?.label;
    return label ? [label.en, label.es] : [];
  });
  return [attributedTo, source.publisher, source.title, ...labels].join(' ');
}

/** The first passages of some documents, those of an overview in its reading order. */
export function firstPassages(corpus: Corpus, found: readonly number[], count: number): Passage[] {
  const targets = unitTargets(corpus);
  const passages = new Set<Passage>();
  for (const id of found) {
    const target = targets[id];
    if (target?.kind === 'passage') passages.add(target.passage);
    for (const section of target?.kind === 'overview' ? target.overview.sections : []) {
      for (const one of section.passages) passages.add(corpus.passages.get(one) as Passage);
    }
  }
  return [...passages].slice(0, count);
}
