/** The page of the playground without its messages: channels, switches, welcome, the line to type in. */
import { ChannelType } from 'discord-api-types/v10';
import { catalogs, languageOfLocale } from '../messages/catalog.ts';
import { attribute, type Html, html } from './html.ts';
import {
  type Channel,
  channelsFor,
  ROLES,
  type RoleName,
  type World,
} from './local-discord/world.ts';

/** Locales of Discord that the page can be switched to, in their own words. */
export const LOCALES: Readonly<Record<string, string>> = {
  'en-US': 'English, US',
  'es-419': 'Español, LATAM',
  'es-ES': 'Español, España',
};

/** Whom the page is for, and what it shows; all of it stands in its address. */
export interface Visit {
  role: RoleName;
  locale: string;
  channel: Channel;
}

/** What the page says in the language of a visit. */
export function textsOf({ locale }: Pick<Visit, 'locale'>) {
  return catalogs[languageOfLocale(locale) ?? 'en'].playground;
}

/** The channel's name with its mark. */
export function channelLabel({ name, type }: Channel): string {
  return type === ChannelType.DM ? `@${name}` : `#${name}`;
}

/** The whole page. */
export function pageHtml(world: World, visit: Visit): string {
  const { role, locale, channel } = visit;
  const texts = textsOf(visit);
  const label = channelLabel(channel);
  const isForum = channel.type === ChannelType.GuildForum;
  return html`<!doctype html>
<html lang="${locale}" data-locale="${locale}" data-role="${role}" data-channel="${channel.id}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${label} · ${world.bot.name} · ${texts.title}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/page.css">
<link rel="stylesheet" href="/page/message.css">
<script src="/page/theme.js"></script>
<script type="module" src="/page/page.js"></script>
</head>
<body>
<nav class="side" id="side" aria-label="${texts.channels}"><h2>${texts.server}</h2><div id="channels">${channelsHtml(world, visit)}</div></nav>
<div class="chat">
<header class="top"><button type="button" id="open-side" aria-controls="side" aria-expanded="false" aria-label="${texts.openChannels}"><svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z"/></svg></button><h1>${label}</h1>
<div class="switches">
${switchHtml('locale', texts.language, LOCALES, locale)}
${switchHtml('role', texts.role, Object.fromEntries(ROLES.map((name) => [name, `${texts.names[name]}, ${texts.roles[name]}`])), role)}
${switchHtml('theme', texts.theme, texts.themes, 'auto')}
</div></header>
<main id="scroller" tabindex="-1">
<section class="welcome">
<h2>${texts.welcome(label)}</h2>
<p>${texts.intro}</p>
<div id="examples"><p class="waiting">${texts.starting}</p></div>
<details class="live"><summary>${texts.goLive}</summary><h3>${texts.goLiveTitle}</h3><div id="steps"></div></details>
</section>
<div id="messages" role="log" aria-live="polite" aria-label="${texts.messages}"></div>
</main>
${
  isForum
    ? html`<form id="new-post" class="composer"><label>${texts.postTitle} <input name="title" required maxlength="100" autocomplete="off"></label><label>${texts.postText} <textarea name="content" rows="3" required maxlength="2000"></textarea></label><button class="button primary">${texts.newPost}</button></form>`
    : html`<form id="composer" class="composer">
<div id="popup" role="listbox" aria-label="${texts.suggestions}" hidden></div>
<div class="bar"><input id="typed" type="text" role="combobox" aria-controls="popup" aria-expanded="false" aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="6100" aria-label="${texts.writeMessage(label)}" placeholder="${texts.writeMessage(label)}" autofocus><div id="command" hidden></div><button class="send" aria-label="${texts.send}"><svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M3 20V4l19 8zm2-3 11.9-5L5 7v3.500l6 1.5-6 1.500z"/></svg></button></div>
</form>`
}
<p id="status" role="status"></p>
</div>
<dialog id="dialog"></dialog>
<script type="application/json" id="texts">${scriptJson(pageTexts(visit))}</script>
</body>
</html>`.html;
}

/** Those texts that the script in the browser needs. */
function pageTexts(visit: Visit): Record<string, string> {
  const t = textsOf(visit);
  // Phrases with a part to fill in are handed over with a mark in its place.
  return {
    missing: t.missing('{}'),
    chooseOne: t.chooseOne('{}'),
    badNumber: t.badNumber('{}'),
    chooseAtLeast: t.chooseAtLeast(-1).replace('-1', '{}'),
    unknownCommand: t.unknownCommand('{}'),
    more: t.moreOptions(-1).replace('-1', '{}'),
    yes: t.yes,
    no: t.no,
    noMatch: t.noMatch,
    leaveCommand: t.leaveCommand,
    notAnswered: t.notAnswered,
    gone: t.gone,
    lost: t.lost,
    close: t.close,
    commands: t.commands,
    suggestions: t.suggestions,
    noMenu: t.noMenu,
  };
}

/** JSON inside of a script element, where "<" would end it. */
function scriptJson(value: unknown): Html {
  return { html: JSON.stringify(value).replaceAll('<', '\\u003c') };
}

function switchHtml(
  name: string,
  label: string,
  choices: Readonly<Record<string, string>>,
  chosen: string,
): Html {
  return html`<label>${label} <select id="${name}">${Object.entries(choices).map(
    ([value, words]) =>
      html`<option value="${value}"${attribute('selected', value === chosen)}>${words}</option>`,
  )}</select></label>`;
}

/** The list of channels, posts below their forum. */
export function channelsHtml(world: World, visit: Visit): Html {
  const texts = textsOf(visit);
  const channels = channelsFor(world, world.people[visit.role]);
  const link = (channel: Channel): Html => {
    const address = `?${new URLSearchParams({ role: visit.role, locale: visit.locale, channel: channel.id })}`;
    const isHere = channel.id === visit.channel.id;
    const mark = channel.type === ChannelType.DM ? '@' : channel.parentId ? '›' : '#';
    const posts = channels.filter(({ parentId }) => parentId === channel.id);
    return html`<li><a href="${address}"${attribute('aria-current', isHere && 'page')}><span aria-hidden="true">${mark}</span> ${channel.name}</a>${posts.length > 0 && html`<ul>${posts.map(link)}</ul>`}</li>`;
  };
  const top = channels.filter(({ parentId }) => parentId === null);
  const isDirect = ({ type }: Channel) => type === ChannelType.DM;
  return html`<ul>${top.filter((channel) => !isDirect(channel)).map(link)}</ul><h3>${texts.direct}</h3><ul>${top.filter(isDirect).map(link)}</ul>`;
}

/** The steps to go live, with the address in them as a link. */
export function stepsHtml(visit: Pick<Visit, 'locale'>, command: string): Html {
  return html`<ol>${textsOf(visit)
    .steps(command)
    .map((step) => {
      const [before = '', after] = step.split(/https:\/\/\S+/);
      const address = /https:\/\/\S+/.exec(step)?.[0];
      return address === undefined
        ? html`<li>${step}</li>`
        : html`<li>${before}<a href="${address}" target="_blank" rel="noopener noreferrer">${address}</a>${after}</li>`;
    })}</ol>`;
}
