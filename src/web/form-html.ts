/** A form (Discord calls it a modal) as HTML. Exhaustive over what may stand in one. */
import {
  type APIComponentInLabel,
  type APIModalComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { selectHtml, type View } from './discord-html.ts';
import { markdown } from './discord-markdown.ts';
import { attribute, type Html, html } from './html.ts';

/** A form with its title, its fields, and what sends or closes it. @param id the interaction that opened it */
export function formHtml(
  { title, components }: APIModalInteractionResponseCallbackData,
  id: string,
  view: View,
): Html {
  const { texts } = view;
  return html`<form class="modal" data-form="${id}" aria-labelledby="modal-title">
<header><h2 id="modal-title">${title}</h2><button type="button" class="close" data-close aria-label="${texts.close}">✕</button></header>
<div class="fields">${components.map((component, index) => fieldHtml(component, index, view))}</div>
<footer><button type="button" class="button secondary" data-close>${texts.cancel}</button><button type="submit" class="button primary">${texts.submit}</button></footer>
</form>`;
}

function fieldHtml(
  component: APIModalComponent | { type: ComponentType.TextDisplay; content: string },
  index: number,
  view: View,
): Html {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return html`<div class="text">${markdown(component.content, view.names)}</div>`;
    case ComponentType.ActionRow:
      // The old form of a text field; Discord still takes it.
      return html`${component.components.map((input) => labelled(input.label ?? '', undefined, input, index, view))}`;
    case ComponentType.Label:
      return labelled(component.label, component.description, component.component, index, view);
    default:
      return labelled('', undefined, component, index, view);
  }
}

function labelled(
  words: string,
  description: string | undefined,
  component: APIComponentInLabel,
  index: number,
  view: View,
): Html {
  const id = `field-${index}`;
  const needed = !('required' in component) || component.required !== false;
  const isNeeded = needed && component.type !== ComponentType.Checkbox;
  const about = description && html`<small id="${id}-about">${description}</small>`;
  const name = html`${words}${isNeeded && html`<span class="needed" aria-hidden="true"> *</span>`}`;
  const control = controlHtml(component, id, isNeeded, Boolean(description), view);
  switch (component.type) {
    case ComponentType.TextInput:
    case ComponentType.FileUpload:
      return html`<div class="field"><label for="${id}">${name}</label>${about}${control}</div>`;
    case ComponentType.Checkbox:
      return html`<div class="field is-check">${control}<label for="${id}">${name}</label>${about}</div>`;
    default:
      return html`<fieldset class="field"${attribute('data-needed', isNeeded)}><legend>${name}</legend>${about}${control}</fieldset>`;
  }
}

function controlHtml(
  component: APIComponentInLabel,
  id: string,
  isNeeded: boolean,
  isDescribed: boolean,
  view: View,
): Html {
  const described = attribute('aria-describedby', isDescribed && `${id}-about`);
  switch (component.type) {
    case ComponentType.TextInput:
      return textInput(component, id, isNeeded, described);
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return selectHtml(component, view, true);
    case ComponentType.FileUpload: {
      const { custom_id, max_values: most = 1 } = component;
      return html`<input type="file" id="${id}" name="${custom_id}" data-kind="file" data-most="${most}"${attribute('multiple', most > 1)}${attribute('required', isNeeded)}${described}>`;
    }
    case ComponentType.RadioGroup:
      return html`${component.options.map((option, index) =>
        choice('radio', component.custom_id, `${id}-${index}`, option, isNeeded),
      )}`;
    case ComponentType.CheckboxGroup:
      return html`<div data-least="${isNeeded ? (component.min_values ?? 1) : 0}" data-most="${component.max_values ?? component.options.length}" data-group>${component.options.map(
        (option, index) => choice('checkbox', component.custom_id, `${id}-${index}`, option, false),
      )}</div>`;
    case ComponentType.Checkbox:
      return html`<input type="checkbox" id="${id}" name="${component.custom_id}" value="true"${attribute('checked', component.default)}${described}>`;
    default:
      return unknown(component);
  }
}

function unknown(component: never): Html {
  const { type } = component as { type: number };
  return html`<p class="unknown">component ${type}</p>`;
}

function textInput(
  input: APITextInputComponent,
  id: string,
  isNeeded: boolean,
  described: Html,
): Html {
  const shared = html` id="${id}" name="${input.custom_id}"${attribute('placeholder', input.placeholder)}${attribute('minlength', input.min_length)} maxlength="${input.max_length ?? 4000}"${attribute('required', isNeeded)}${described}`;
  // A line break directly after <textarea> would be swallowed.
  return input.style === TextInputStyle.Paragraph
    ? html`<textarea rows="5"${shared}>${`\n${input.value ?? ''}`}</textarea>`
    : html`<input type="text" autocomplete="off"${shared} value="${input.value ?? ''}">`;
}

function choice(
  type: 'radio' | 'checkbox',
  name: string,
  id: string,
  option: { value: string; label: string; description?: string; default?: boolean },
  isNeeded: boolean,
): Html {
  return html`<div class="choice"><input type="${type}" id="${id}" name="${name}" value="${option.value}"${attribute('checked', option.default)}${attribute('required', isNeeded)}><label for="${id}">${option.label}${option.description && html`<small>${option.description}</small>`}</label></div>`;
}
