/** The components of a message as HTML, as Discord shows them. Exhaustive: an unknown type is a compile error. */
import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  type APISelectMenuComponent,
  type APIUnfurledMediaItem,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { Catalog } from '../messages/catalog.ts';
import { markdown, type Names } from './discord-markdown.ts';
import { attribute, type Html, html, join } from './html.ts';

/** A file of the message, by the name under which components refer to it. */
export interface ShownFile {
  name: string;
  path: string;
  type: string;
  size: number;
  description: string | undefined;
}

/** An entry of a menu. */
export interface Entry {
  value: string;
  label: string;
  description?: string | undefined;
  isChosen?: boolean | undefined;
}

export interface View {
  texts: Catalog['playground'];
  names: Names;
  /** The people, roles or channels that a menu offers. @param type a select's type */
  entities(type: ComponentType, channelTypes: readonly number[]): Entry[];
}

/** The components of a message from top to bottom. */
export function componentsHtml(
  components: readonly APIMessageTopLevelComponent[],
  files: readonly ShownFile[],
  view: View,
): Html {
  return join(components.map((component) => topLevel(component, files, view)));
}

function topLevel(
  component: APIMessageTopLevelComponent,
  files: readonly ShownFile[],
  view: View,
): Html {
  if (component.type !== ComponentType.Container) return inContainer(component, files, view);
  const { accent_color: accent, spoiler, components } = component;
  const inside = join(components.map((inner) => inContainer(inner, files, view)));
  const colour = typeof accent === 'number' && `#${accent.toString(16).padStart(6, '0')}`;
  return html`<div class="container${spoiler && ' is-spoiler'}">${
    // A style attribute would need a weaker policy; the colour of an SVG doesn't.
    colour &&
    html`<svg class="accent" aria-hidden="true"><rect width="100%" height="100%" fill="${colour}"/></svg>`
  }${inside}</div>`;
}

function inContainer(
  component: APIComponentInContainer,
  files: readonly ShownFile[],
  view: View,
): Html {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return html`<div class="text">${markdown(component.content, view.names)}</div>`;
    case ComponentType.Section:
      return html`<div class="section"><div>${component.components.map((text) => inContainer(text, files, view))}</div><div class="accessory">${accessory(component.accessory, files, view)}</div></div>`;
    case ComponentType.Separator: {
      const { divider = true, spacing = SeparatorSpacingSize.Small } = component;
      return html`<hr class="${divider ? 'line' : 'gap'}${spacing === SeparatorSpacingSize.Large && ' is-large'}">`;
    }
    case ComponentType.ActionRow:
      return html`<div class="row">${component.components.map((item) =>
        item.type === ComponentType.Button ? buttonHtml(item, view) : selectHtml(item, view),
      )}</div>`;
    case ComponentType.MediaGallery: {
      const { items } = component;
      return html`<div class="gallery has-${Math.min(items.length, 4)}">${items.map(
        ({ media, description, spoiler }) => picture(media, description, spoiler, files),
      )}</div>`;
    }
    case ComponentType.File: {
      const file = fileOf(component.file, files);
      return file ? fileHtml(file, view) : html``;
    }
    default:
      return unknown(component);
  }
}

function accessory(
  component: APISectionAccessoryComponent,
  files: readonly ShownFile[],
  view: View,
): Html {
  switch (component.type) {
    case ComponentType.Button:
      return buttonHtml(component, view);
    case ComponentType.Thumbnail: {
      const { media, description, spoiler } = component;
      return html`<div class="thumbnail">${picture(media, description, spoiler, files)}</div>`;
    }
    default:
      return unknown(component);
  }
}

/** For the compiler: every type has been dealt with. For a reader: what Discord added since. */
function unknown(component: never): Html {
  const { type } = component as { type: number };
  return html`<p class="unknown">component ${type}</p>`;
}

const STYLES: Record<ButtonStyle, string> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'link',
  [ButtonStyle.Premium]: 'primary',
};

function buttonHtml(button: APIButtonComponent, { texts }: View): Html {
  const emoji = 'emoji' in button ? button.emoji?.name : undefined;
  const label = 'label' in button ? button.label : undefined;
  const words = html`${emoji && html`<span class="emoji" aria-hidden="${Boolean(label) && 'true'}">${emoji}</span> `}${label}`;
  const look = `button ${STYLES[button.style]}`;
  switch (button.style) {
    case ButtonStyle.Link:
      if (!/^https?:/i.test(button.url)) return html`<span class="${look}">${words}</span>`;
      return html`<a class="${look}" href="${button.url}" target="_blank" rel="noopener noreferrer nofollow">${words}<span aria-hidden="true"> ↗</span></a>`;
    case ButtonStyle.Premium:
      return html`<button type="button" class="${look}" disabled>${texts.premium}</button>`;
    default:
      return html`<button type="button" class="${look}" data-press="${button.custom_id}"${attribute('disabled', button.disabled)}>${words}</button>`;
  }
}

/** A menu: a face that opens a list. In a form it keeps its choice in a hidden field. */
export function selectHtml(select: APISelectMenuComponent, view: View, isInForm = false): Html {
  const channelTypes =
    select.type === ComponentType.ChannelSelect ? (select.channel_types ?? []) : [];
  const presets = new Set(
    ('default_values' in select ? (select.default_values ?? []) : []).map(({ id }) => id),
  );
  const entries: Entry[] =
    select.type === ComponentType.StringSelect
      ? select.options.map(({ value, label, description, default: isChosen }) => ({
          value,
          label,
          description,
          isChosen,
        }))
      : view
          .entities(select.type, channelTypes)
          .map((entry) => ({ ...entry, isChosen: presets.has(entry.value) }));
  const placeholder = select.placeholder || view.texts.choose;
  const most = select.max_values ?? 1;
  const chosen = entries.filter(({ isChosen }) => isChosen);
  const face = chosen.map(({ label }) => label).join(', ');
  const isOff = 'disabled' in select && select.disabled === true;
  return html`<div class="select" data-select="${select.custom_id}" data-least="${select.min_values ?? 1}" data-most="${most}" data-placeholder="${placeholder}"${attribute('data-field', isInForm)}>
<button type="button" class="face${face === '' && ' is-empty'}" aria-haspopup="listbox" aria-expanded="false"${attribute('disabled', isOff)}><span>${face || placeholder}</span></button>
<ul role="listbox" hidden aria-label="${placeholder}"${attribute('aria-multiselectable', most > 1 && 'true')}>${entries.map(
    (entry) =>
      html`<li role="option" tabindex="-1" data-value="${entry.value}" aria-selected="${entry.isChosen ? 'true' : 'false'}"><span>${entry.label}</span>${entry.description && html`<small>${entry.description}</small>`}</li>`,
  )}</ul></div>`;
}

function fileOf({ url }: APIUnfurledMediaItem, files: readonly ShownFile[]): ShownFile | undefined {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  return files.find((file) => file.name === name);
}

/** A picture of the message itself, or a link to one elsewhere: the page loads nothing from outside. */
function picture(
  media: APIUnfurledMediaItem,
  description: string | null | undefined,
  isSpoiler: boolean | undefined,
  files: readonly ShownFile[],
): Html {
  const file = fileOf(media, files);
  const words = description ?? file?.description ?? '';
  const hidden = isSpoiler ? ' is-spoiler' : '';
  if (file?.type.startsWith('video/'))
    return html`<video class="media${hidden}" src="${file.path}" controls aria-label="${words}"></video>`;
  if (file) return html`<img class="media${hidden}" src="${file.path}" alt="${words}">`;
  if (!/^https?:/i.test(media.url)) return html`<span class="media is-missing">${words}</span>`;
  return html`<a class="media is-missing" href="${media.url}" target="_blank" rel="noopener noreferrer nofollow">${words || media.url}</a>`;
}

/** A file to save. */
export function fileHtml({ name, path, size }: ShownFile, { texts }: View): Html {
  return html`<a class="file" href="${path}" download="${name}"><span>${name}</span><small>${texts.bytes(size)}</small></a>`;
}

/** The files of a message that has no components: pictures are shown, others can be saved. */
export function attachmentsHtml(files: readonly ShownFile[], view: View): Html {
  return join(
    files.map((file) =>
      file.type.startsWith('image/')
        ? html`<div class="gallery has-1"><img class="media" src="${file.path}" alt="${file.description}"></div>`
        : fileHtml(file, view),
    ),
  );
}
