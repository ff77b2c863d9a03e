/** A message of the playground as HTML: who, when, what, and what can be done with it. */
import { ChannelType, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { catalogs, languageOfLocale } from '../messages/catalog.ts';
import { attachmentsHtml, componentsHtml, type Entry, type View } from './discord-html.ts';
import { markdown } from './discord-markdown.ts';
import { type Html, html } from './html.ts';
import { attachmentPath, type LocalMessage } from './local-discord/messages.ts';
import { type Person, personById, rolesJson, timeOf, type World } from './local-discord/world.ts';

/** Drawn, because an emoji looks different on every machine. */
const EYE: Html = {
  html: '<svg class="eye" viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M12 5C6.5 5 2.7 9.2 1.5 12 2.7 14.8 6.5 19 12 19s9.3-4.2 10.5-7C21.3 9.2 17.5 5 12 5zm0 11.500a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zm0-2.300a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400z"/></svg>',
};

/** How somebody sees messages: in their language, with the names of the server. */
export function viewFor(world: World, locale: string): View {
  const texts = catalogs[languageOfLocale(locale) ?? 'en'].playground;
  const role = (id: string) => rolesJson(world).find((known) => known.id === id)?.name;
  const people = (): Entry[] =>
    [...Object.values(world.people), world.bot].map(({ id, name }) => ({ value: id, label: name }));
  const roles = (): Entry[] =>
    rolesJson(world).map(({ id, name }) => ({ value: id, label: name.replace(/^(?!@)/, '@') }));
  return {
    texts,
    names: {
      user: (id) => personById(world, id)?.name,
      role,
      channel: (id) => world.channels.get(id)?.name,
      moment: (at, style) => formatMoment(at, style, locale),
    },
    entities(type, channelTypes) {
      switch (type) {
        case ComponentType.UserSelect:
          return people();
        case ComponentType.RoleSelect:
          return roles();
        case ComponentType.MentionableSelect:
          return [...people(), ...roles()];
        case ComponentType.ChannelSelect:
          return [...world.channels.values()]
            .filter(({ type: kind }) => kind !== ChannelType.DM)
            .filter(({ type: kind }) => channelTypes.length === 0 || channelTypes.includes(kind))
            .map(({ id, name }) => ({ value: id, label: `#${name}` }));
        default:
          return [];
      }
    },
  };
}

/** A message with what belongs to it. @param menu whether there are entries for the menu on messages */
export function messageHtml(
  message: LocalMessage,
  view: View,
  locale: string,
  menu: boolean,
): Html {
  const { id, author, flags, onlyFor } = message;
  const { texts } = view;
  const at = new Date(timeOf(id));
  const time = at.toLocaleTimeString(locale, { timeStyle: 'short' });
  return html`<article class="message${onlyFor && ' is-private'}" id="m${id}" data-message="${id}" aria-label="${author.name}, ${time}">
${contextLine(message, view)}
<div class="avatar${author.isBot && ' is-bot'}" aria-hidden="true">${avatar(author)}</div>
<div class="main">
<header><b class="author">${author.name}</b>${author.isBot && html` <span class="tag">${texts.app}</span>`} <time datetime="${at.toISOString()}">${time}</time>${message.isPinned && html` <span class="note">${texts.pinned}</span>`}</header>
<div class="body">${bodyHtml(message, view)}</div>
${onlyFor && html`<footer class="private">${EYE} ${texts.onlyYou} • <button type="button" class="as-link" data-dismiss>${texts.dismiss}</button></footer>`}
${(flags & MessageFlags.Loading) === 0 && toolsHtml(message, view, menu)}
<div class="panel" hidden></div>
</div>
</article>`;
}

/** The line above: which command it answers, or which message. */
function contextLine({ interaction, replyTo }: LocalMessage, { texts }: View): Html {
  if (interaction?.command) {
    return html`<div class="context">${smallAvatar(interaction.person)}<b>${interaction.person.name}</b> ${texts.used(interaction.command)}</div>`;
  }
  if (!replyTo) return html``;
  const words = replyTo.content.replace(/\s+/g, ' ').slice(0, 80);
  return html`<div class="context">${smallAvatar(replyTo.author)}<b>${replyTo.author.name}</b> <a class="as-quote" href="#m${replyTo.id}">${words || '…'}</a></div>`;
}

function bodyHtml(message: LocalMessage, view: View): Html {
  const { texts } = view;
  if ((message.flags & MessageFlags.Loading) !== 0)
    return html`<p class="waiting">${texts.waiting}</p>`;
  const files = message.attachments.map((file) => ({
    name: file.name,
    path: attachmentPath(file),
    type: file.type,
    size: file.bytes.length,
    description: file.description,
  }));
  const isModern = (message.flags & MessageFlags.IsComponentsV2) !== 0;
  const edited = message.isEdited && html` <span class="note">${texts.edited}</span>`;
  const components = componentsHtml(message.components, files, view);
  if (isModern) return html`${components}${edited}`;
  return html`${message.content !== '' && html`<div class="text">${markdown(message.content, view.names)}</div>`}${edited}${message.embeds.map((embed) => embedHtml(embed, view))}${attachmentsHtml(files, view)}${components}`;
}

/** The old form of a card; the bot sends none, but a page that hides them would hide a fault. */
function embedHtml(embed: Record<string, unknown>, view: View): Html {
  const words = (name: string) => (typeof embed[name] === 'string' ? String(embed[name]) : '');
  return html`<div class="container">${words('title') !== '' && html`<div class="text"><h4 class="h2">${words('title')}</h4></div>`}<div class="text">${markdown(words('description'), view.names)}</div></div>`;
}

function toolsHtml({ asked, author }: LocalMessage, { texts }: View, menu: boolean): Html {
  return html`<div class="tools" role="group" aria-label="${texts.tools}">${
    asked !== undefined &&
    author.isBot &&
    html`<button type="button" data-panel="ranking" aria-expanded="false">${texts.ranking}</button>`
  }<button type="button" data-panel="json" aria-expanded="false">${texts.json}</button>${
    menu &&
    html`<button type="button" data-menu aria-haspopup="menu" aria-expanded="false">${texts.menu}</button>`
  }</div>`;
}

function avatar({ name, isBot }: Person): Html {
  // The bot's picture is a book: it looks things up.
  return isBot
    ? html`<svg viewBox="0 0 40 40"><path d="M20 12c-3-2-7-3-11-2v19c4-1 8 0 11 2 3-2 7-3 11-2V10c-4-1-8 0-11 2zm0 0v19" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round"/></svg>`
    : html`${name.slice(0, 1)}`;
}

function smallAvatar(person: Person): Html {
  return html`<span class="avatar is-small${person.isBot && ' is-bot'}" aria-hidden="true">${avatar(person)}</span>`;
}

/** Discord's styles of a moment. */
const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** Units of a distance in time with their length in seconds, longest first. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

function formatMoment(at: Date, style: string, locale: string): string {
  if (style !== 'R')
    return new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES['f']).format(at);
  const seconds = (at.getTime() - Date.now()) / 1000;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    Math.trunc(seconds / length),
    unit,
  );
}
