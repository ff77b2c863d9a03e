/** Search engines that a bot like this could have been built on, each as its own documentation begins. */
import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { BenchDocument } from './documents.ts';

/** Finds the places of up to `count` documents, best first. */
export type EngineSearch = (question: string, count: number) => number[] | Promise<number[]>;

export interface Engine {
  name: string;
  /** What was chosen where the engine leaves a choice. */
  how: string;
  build(documents: readonly BenchDocument[]): EngineSearch | Promise<EngineSearch>;
}

const FIELDS = ['text', 'questions', 'context'] as const;
const WORDS = /[\p{L}\p{N}]+/gu;

export const ENGINES: readonly Engine[] = [
  {
    name: 'MiniSearch',
    how: 'default options',
    build(documents) {
      const index = new MiniSearch({ fields: [...FIELDS] });
      index.addAll(documents);
      return (question, count) =>
        index
          .search(question)
          .slice(0, count)
          .map(({ id }) => id as number);
    },
  },
  {
    name: 'FlexSearch',
    how: '`suggest`, without which it finds only what has every word',
    build(documents) {
      const index = new FlexSearch.Index();
      for (const document of documents)
        index.add(document.id, FIELDS.map((field) => document[field]).join(' '));
      return (question, count) =>
        (index.search(question, { limit: count, suggest: true }) as (number | string)[]).map(
          Number,
        );
    },
  },
  {
    name: 'Orama',
    how: 'default options',
    async build(documents) {
      const db = create({
        schema: { id: 'string', text: 'string', questions: 'string', context: 'string' },
      });
      await insertMultiple(
        db,
        documents.map((document) => ({ ...document, id: String(document.id) })),
      );
      return async (question, count) => {
        const properties = [...FIELDS];
        const { hits } = await searchOrama(db, { term: question, limit: count, properties });
        return hits.map(({ id }) => Number(id));
      };
    },
  },
  {
    name: 'lunr',
    how: 'default options; words as terms, since its query language reads "-" and ":"',
    build(documents) {
      const index = lunr((builder) => {
        builder.ref('id');
        for (const field of FIELDS) builder.field(field);
        for (const document of documents) builder.add(document);
      });
      return (question, count) =>
        index
          .query((query) => query.term(lunr.tokenizer(question), {}))
          .slice(0, count)
          .map(({ ref }) => Number(ref));
    },
  },
  {
    name: 'SQLite FTS5',
    how: 'in memory, `unicode61`, any of the words, by `bm25`',
    build(documents) {
      const db = new DatabaseSync(':memory:');
      db.exec(`create virtual table documents using fts5(${FIELDS.join(', ')})`);
      const insert = db.prepare(
        'insert into documents(rowid, text, questions, context) values (?, ?, ?, ?)',
      );
      db.exec('begin');
      for (const { id, text, questions, context } of documents)
        insert.run(id, text, questions, context);
      db.exec('commit');
      const select = db.prepare(
        'select rowid as id from documents where documents match ? order by bm25(documents) limit ?',
      );
      return (question, count) => {
        const words = question.match(WORDS) ?? [];
        if (words.length === 0) return [];
        const rows = select.all(words.map((word) => `"${word}"`).join(' OR '), count);
        return rows.map(({ id }) => Number(id));
      };
    },
  },
];
