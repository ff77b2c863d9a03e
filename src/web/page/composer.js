// The line to type in: a message, or a command with its options, as Discord has it.
import { openForm } from './form.js';
import { createOption, entriesOf, readOption } from './option.js';
import { handleKey, hideEntries, showEntries, takeEntry } from './popup.js';
import { act, phrase, say, texts } from './server.js';

const form = document.getElementById('composer');
const typed = document.getElementById('typed');
const bar = document.getElementById('command');

/** What can be typed and chosen, from the server. */
export const state = { commands: [], people: [], roles: [], channels: [] };

/** The command that is being filled in. @type {{ command: any, pills: Map<string, HTMLElement> } | undefined} */
let current;
/** The request for suggestions that is under way; a newer one ends it. */
let asking = new AbortController();

const nameOf = (command) => `/${command.path.join(' ')}`;

/** Commands for what was typed after the slash. */
function findCommands(text) {
  const wanted = text.toLowerCase().trimEnd();
  const words = wanted.slice(1).split(' ');
  return state.commands.filter((command) => {
    const name = nameOf(command);
    return name.startsWith(wanted) || words.every((word) => name.includes(word));
  });
}

function suggestCommands() {
  if (!typed.value.startsWith('/')) return hideEntries();
  const entries = findCommands(typed.value).map((command) => ({
    label: nameOf(command),
    about: command.description,
    value: command,
  }));
  showEntries(typed, entries, ({ value }) => begin(value), { title: texts.commands, first: true });
}

/** Turns what was typed into a command with its options, when it names one and goes on after it. */
function beginTyped() {
  const text = typed.value;
  const command = state.commands.find((known) => text.startsWith(`${nameOf(known)} `));
  if (!command) return false;
  begin(command, text.slice(nameOf(command).length + 1));
  return true;
}

/**
 * Shows a command with its required options, and those that are named in `rest` ("kind:news about:…"); words without
 * a name belong to the first option.
 */
export function begin(command, rest = '') {
  typed.value = '';
  typed.hidden = true;
  bar.hidden = false;
  const name = Object.assign(document.createElement('span'), {
    className: 'name',
    textContent: nameOf(command),
  });
  bar.replaceChildren(name);
  current = { command, pills: new Map() };
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'more';
  bar.append(more);
  for (const option of command.options.filter(({ required }) => required)) addPill(option);

  const named = command.options
    .map((option) => ({ option, at: ` ${rest}`.indexOf(` ${option.name}:`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const words = rest.slice(0, named[0]?.at ?? rest.length).trim();
  const [first] = command.options;
  if (words !== '' && first) addPill(first).input.value = words;
  for (const [index, { option, at }] of named.entries()) {
    const value = rest.slice(at + option.name.length + 1, named[index + 1]?.at).trim();
    addPill(option).input.value = value;
  }
  showMore();
  const pills = [...current.pills.values()];
  const empty = pills.find((pill) => pill.querySelector('input').value === '');
  const target = (empty ?? pills.at(-1))?.querySelector('input');
  if (target) {
    target.focus();
    target.setSelectionRange?.(target.value.length, target.value.length);
    void suggestValues(target);
  } else {
    hideEntries();
    bar.tabIndex = -1;
    bar.focus();
  }
}

function leave() {
  current = undefined;
  hideEntries();
  bar.hidden = true;
  bar.replaceChildren();
  typed.hidden = false;
  typed.focus();
}

/** The field of an option, which is made when it isn't there yet. */
function addPill(option) {
  const { pills } = current;
  let pill = pills.get(option.name);
  if (!pill) {
    pill = createOption(option);
    pills.set(option.name, pill);
    bar.insertBefore(pill, bar.querySelector('.more'));
    showMore();
  }
  return { pill, input: pill.querySelector('input') };
}

function missingOptions() {
  return current.command.options.filter(({ name }) => !current.pills.has(name));
}

function showMore() {
  const more = bar.querySelector('.more');
  const left = missingOptions().length;
  more.hidden = left === 0;
  more.textContent = phrase('more', left);
}

function suggestMore(button) {
  const entries = missingOptions().map((option) => ({
    label: option.name,
    about: option.description,
    value: option,
  }));
  const choose = ({ value }) => {
    const { input } = addPill(value);
    input.focus();
    void suggestValues(input);
  };
  showEntries(button, entries, choose, { title: texts.suggestions, first: true });
}

const optionOf = (input) =>
  current?.command.options.find(({ name }) => name === input.closest('.pill')?.dataset.name);

/** Suggestions for what stands in a field: asked of the bot, or from a fixed list. */
async function suggestValues(input) {
  asking.abort();
  asking = new AbortController();
  const option = optionOf(input);
  if (!option) return;
  let entries = entriesOf(option, input.value, state);
  if (option.autocomplete) {
    const { signal } = asking;
    const reply = await act({ ...useOf(input), focused: option.name }, signal);
    if (signal.aborted || document.activeElement !== input) return;
    entries = (reply?.choices ?? []).map(({ name, value }) => ({ label: name, value }));
  }
  // What is written out needs no choosing: Enter sends it.
  const [only, another] = entries;
  if (only && !another && only.label.toLowerCase() === input.value.toLowerCase()) entries = [];
  const choose = ({ label, value }) => {
    input.value = label;
    input.dataset.value = String(value);
    input.dataset.label = label;
    const next = [...bar.querySelectorAll('.pill input')].find((other) => other.value === '');
    next?.focus();
  };
  showEntries(input, entries, choose, {
    title: option.description,
    first: !option.autocomplete && entries.length > 0,
  });
}

/** The command as it stands, for suggestions: nothing is checked, and what isn't filled in is left out. */
function useOf(focused) {
  const { command } = current;
  const options = [...bar.querySelectorAll('.pill input')].flatMap((input) => {
    const option = optionOf(input);
    if (input === focused) return [{ name: option.name, value: input.value }];
    const { value } = readOption(option, input, state);
    return value === undefined ? [] : [{ name: option.name, value }];
  });
  return { do: 'command', id: command.id, path: command.path, options };
}

/** Sends the command, or says what is missing. */
async function sendCommand() {
  const { command } = current;
  const options = [];
  for (const option of command.options) {
    const input = current.pills.get(option.name)?.querySelector('input');
    if (!input) continue;
    const { value, fault } = readOption(option, input, state);
    if (fault) {
      say(fault);
      input.focus();
      input.closest('.pill').classList.add('is-wrong');
      return;
    }
    if (value !== undefined) options.push({ name: option.name, value: await value });
  }
  leave();
  await send({ do: 'command', id: command.id, path: command.path, options });
}

/** Sends an action and opens the form that it is answered with. */
export async function send(action) {
  say('');
  const reply = await act(action);
  if (reply?.kind === 'form') openForm(reply.html);
  return reply;
}

async function sendTyped() {
  const text = typed.value.trim();
  if (text === '') return;
  if (text.startsWith('/')) {
    const command = state.commands.find((known) => nameOf(known) === text);
    if (command) begin(command);
    else say(phrase('unknownCommand', text.split(' ').slice(0, 2).join(' ')));
    return;
  }
  typed.value = '';
  hideEntries();
  await send({ do: 'post', content: text });
}

if (form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (current) void sendCommand();
    else void sendTyped();
  });
  form.addEventListener('input', (event) => {
    const input = event.target;
    if (input === typed) {
      if (!beginTyped()) suggestCommands();
      return;
    }
    input.closest('.pill')?.classList.remove('is-wrong');
    if (input.type !== 'file') void suggestValues(input);
  });
  form.addEventListener('focusin', ({ target }) => {
    if (target.closest('.pill') && target.type !== 'file') void suggestValues(target);
    else if (target === typed) suggestCommands();
    else hideEntries();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) hideEntries();
  });
  form.addEventListener('click', (event) => {
    const more = event.target.closest('.more');
    if (more) suggestMore(more);
  });
  form.addEventListener('keydown', (event) => {
    if (handleKey(event)) return;
    const { target, key } = event;
    if (key === 'Tab' && !event.shiftKey && target.matches('input')) {
      if (takeEntry()) event.preventDefault();
    } else if (key === 'Enter' && !event.isComposing) {
      if (takeEntry()) event.preventDefault();
      else if (target === bar) void sendCommand();
    } else if (key === 'Escape' && current) leave();
    else if (key === 'Backspace' && current && target.value === '') {
      event.preventDefault();
      const pill = target.closest('.pill');
      const option = pill && optionOf(target);
      if (!option || option.required) return leave();
      current.pills.delete(option.name);
      pill.remove();
      showMore();
      ([...bar.querySelectorAll('.pill input')].at(-1) ?? bar.querySelector('.more')).focus();
    }
  });
}
