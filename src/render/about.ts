/** What the bot is, how fresh its corpus is, and what to do about a mistake. */
import { type Corpus, corpusDate } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import type { Language } from '../text/language.ts';
import { text, toMessage } from './layout.ts';
import { plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';

/** The message of `about`. */
export function renderAbout(corpus: Corpus, language: Language): RenderedMessage {
  const { about } = catalogs[language];
  const { name, version, about: what, notice, command } = corpus.info;
  const newest = corpusDate(corpus);
  const facts = [
    about.contents(corpus.sources.size, corpus.passages.size),
    about.version(version),
    newest ? about.newest(newest) : '',
  ].filter((fact) => fact !== '');
  const blocks = [
    text(`### ${plain(name[language])}\n${plain(what[language])}\n-# ${facts.join(' · ')}`),
    text(about.ask(command)),
    text(`**${plain(notice[language])}**`),
    text(`**${about.feedback}**\n${about.feedbackHow}`),
    text(`-# ${about.licence}: ${about.licenceText}`),
  ];
  return toMessage(blocks);
}
