// The page: shows what happens on the playground's server, and hands on what is pressed.
import { send, state } from './composer.js';
import { listenToSelects } from './select.js';
import { query, say, texts, visit } from './server.js';

const messages = document.getElementById('messages');
const scroller = document.getElementById('scroller');

/** Markup from the server, which has escaped what anybody typed. */
function toElement(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
const scrollToEnd = () => {
  scroller.scrollTop = scroller.scrollHeight;
};

/** Adds a message, or puts it in the place of what it was; the keyboard stays where it is. */
function showMessage({ id, html }) {
  const fresh = toElement(html);
  const old = document.getElementById(`m${id}`);
  if (!old) {
    const follow = isAtEnd();
    messages.append(fresh);
    // A long answer is read from its beginning.
    if (follow)
      fresh.scrollIntoView({ block: fresh.offsetHeight > scroller.clientHeight ? 'start' : 'end' });
    return;
  }
  const held = old.contains(document.activeElement) ? document.activeElement : undefined;
  const place = held && [...old.querySelectorAll('button')].indexOf(held);
  old.replaceWith(fresh);
  if (!held) return;
  const buttons = [...fresh.querySelectorAll('button')];
  const same = buttons.find(({ textContent }) => textContent === held.textContent);
  (same ?? buttons[Math.min(place, buttons.length - 1)])?.focus();
}

function showState(given) {
  Object.assign(state, given);
  document.getElementById('channels').innerHTML = given.channelsHtml;
  document.getElementById('steps').innerHTML = given.stepsHtml;
  if (!given.isReady) return;
  const examples = document.getElementById('examples');
  examples.replaceChildren(
    ...given.examples.map((question) =>
      Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'button secondary',
        textContent: question,
        onclick: () =>
          send({
            do: 'command',
            ...given.asking,
            options: [{ name: 'question', value: question }],
          }),
      }),
    ),
  );
  document.documentElement.dataset.ready = 'true';
}

const stream = new EventSource(`/api/events${query}`);
const on = (name, run) =>
  stream.addEventListener(name, ({ data }) => {
    run(JSON.parse(data));
  });
on('state', showState);
on('messages', (all) => {
  messages.replaceChildren(...all.map(({ html }) => toElement(html)));
  if (all.length > 0) scrollToEnd();
});
on('message', showMessage);
on('removed', ({ id }) => {
  const old = document.getElementById(`m${id}`);
  const hadFocus = old?.contains(document.activeElement);
  old?.remove();
  if (hadFocus) document.getElementById('typed')?.focus();
});
stream.onerror = () => say(texts.lost);
stream.onopen = () => say('');

/** The message that something stands in. */
const messageOf = (element) => element.closest('[data-message]');

async function showPanel(button) {
  const message = messageOf(button);
  const panel = message.querySelector('.panel');
  const { panel: kind } = button.dataset;
  const isOpen = !panel.hidden && panel.dataset.kind === kind;
  for (const other of message.querySelectorAll('[data-panel]'))
    other.setAttribute('aria-expanded', String(other === button && !isOpen));
  panel.hidden = isOpen;
  if (isOpen) return;
  panel.dataset.kind = kind;
  const response = await fetch(`/api/messages/${message.dataset.message}/${kind}${query}`);
  const text = response.ok ? await response.text() : texts.gone;
  if (kind === 'json' || !response.ok) {
    const pre = document.createElement('pre');
    pre.tabIndex = 0;
    pre.textContent = text;
    panel.replaceChildren(pre);
  } else panel.innerHTML = text;
  panel.scrollIntoView({ block: 'nearest' });
}

/** The menu of a message: entries that the bot has registered. */
function showMenu(button) {
  const wasOpen = button.getAttribute('aria-expanded') === 'true';
  closeMenus();
  if (wasOpen) return;
  button.setAttribute('aria-expanded', 'true');
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.setAttribute('role', 'menu');
  for (const { name, label } of state.messageMenu) {
    const entry = document.createElement('button');
    entry.type = 'button';
    entry.setAttribute('role', 'menuitem');
    entry.textContent = label;
    entry.onclick = () => {
      closeMenus();
      void send({ do: 'menu', name, message: messageOf(button).dataset.message });
    };
    menu.append(entry);
  }
  button.after(menu);
  menu.firstElementChild?.focus();
  menu.addEventListener('keydown', (event) => {
    const entries = [...menu.children];
    const at = entries.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined) entries.at(to % entries.length).focus();
    else if (event.key === 'Escape') {
      closeMenus();
      button.focus();
    } else return;
    event.preventDefault();
  });
}

function closeMenus() {
  for (const menu of messages.querySelectorAll('.menu')) menu.remove();
  for (const button of messages.querySelectorAll('[data-menu]'))
    button.setAttribute('aria-expanded', 'false');
}

function reveal(spoiler) {
  spoiler.classList.add('is-shown');
  spoiler.setAttribute('aria-expanded', 'true');
}

messages.addEventListener('click', (event) => {
  const { target } = event;
  const find = (selector) => target.closest(selector);
  const button = find('button');
  if (!find('[data-menu], .menu')) closeMenus();
  if (find('.spoiler')) reveal(find('.spoiler'));
  if (find('.is-spoiler')) find('.is-spoiler').classList.remove('is-spoiler');
  // An entry of a menu has done its work, and is gone.
  const id = button && messageOf(button)?.dataset.message;
  if (!id || button.disabled) return;
  if (button.dataset.press !== undefined)
    void send({ do: 'press', message: id, customId: button.dataset.press, values: [] });
  else if (button.dataset.dismiss !== undefined) void send({ do: 'dismiss', message: id });
  else if (button.dataset.panel !== undefined) void showPanel(button);
  else if (button.dataset.menu !== undefined) showMenu(button);
});
messages.addEventListener('keydown', (event) => {
  const spoiler = event.target.closest('.spoiler');
  if (!spoiler || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  reveal(spoiler);
});
listenToSelects(messages, (select, values) => {
  void send({
    do: 'press',
    message: messageOf(select).dataset.message,
    customId: select.dataset.select,
    values,
  });
});

for (const name of ['locale', 'role']) {
  document.getElementById(name).addEventListener('change', ({ target }) => {
    location.search = String(new URLSearchParams({ ...visit, [name]: target.value }));
  });
}
const theme = document.getElementById('theme');
theme.value = document.documentElement.dataset.theme;
theme.addEventListener('change', () => {
  document.documentElement.dataset.theme = theme.value;
  localStorage.setItem('theme', theme.value);
});

const openSide = document.getElementById('open-side');
openSide.addEventListener('click', () => {
  const isOpen = document.body.classList.toggle('has-side');
  openSide.setAttribute('aria-expanded', String(isOpen));
  if (isOpen) document.querySelector('#channels a')?.focus();
});

document.getElementById('new-post')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const data = new FormData(event.target);
  const reply = await send({
    do: 'openPost',
    title: data.get('title'),
    content: data.get('content'),
  });
  if (reply?.kind === 'channel')
    location.search = String(new URLSearchParams({ ...visit, channel: reply.channel }));
});

// Typing anywhere on the page goes to the line to type in, as on Discord.
document.addEventListener('keydown', (event) => {
  const isElsewhere =
    document.activeElement === document.body || document.activeElement === scroller;
  if (event.key !== '/' || !isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const typed = document.getElementById('typed');
  typed?.focus();
  if (typed && !typed.hidden) {
    typed.value = '/';
    typed.dispatchEvent(new Event('input', { bubbles: true }));
  }
});
