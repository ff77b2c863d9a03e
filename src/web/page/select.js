// Menus of messages and forms: a face that opens a list. One choice closes it; several are done on closing.
import { phrase, say } from './server.js';

/** @param {Element} select */
const partsOf = (select) => ({
  face: select.querySelector('.face'),
  list: select.querySelector('[role=listbox]'),
  options: [...select.querySelectorAll('[role=option]')],
});

/** The values that are chosen. @param {Element} select @returns {string[]} */
export function valuesOf(select) {
  return partsOf(select)
    .options.filter((option) => option.getAttribute('aria-selected') === 'true')
    .map((option) => option.dataset.value);
}

/** Shows what is chosen on the face. */
function show(select) {
  const { face, options } = partsOf(select);
  const chosen = options.filter((option) => option.getAttribute('aria-selected') === 'true');
  face.classList.toggle('is-empty', chosen.length === 0);
  face.firstElementChild.textContent =
    chosen.map((option) => option.firstElementChild.textContent).join(', ') ||
    select.dataset.placeholder;
}

function open(select) {
  const { face, list, options } = partsOf(select);
  list.hidden = false;
  // Above where there is no room below.
  const room = window.innerHeight - face.getBoundingClientRect().bottom;
  list.classList.toggle('is-above', room < list.offsetHeight && !select.dataset.field);
  face.setAttribute('aria-expanded', 'true');
  select.dataset.before = valuesOf(select).join('\n');
  const first = options.find((option) => option.getAttribute('aria-selected') === 'true');
  (first ?? options[0])?.focus();
}

/** @param {boolean} isDone whether the choice stands; otherwise it is taken back */
function close(select, isDone, onChoice) {
  const { face, list, options } = partsOf(select);
  if (list.hidden) return;
  list.hidden = true;
  face.setAttribute('aria-expanded', 'false');
  const before = select.dataset.before ?? '';
  const values = valuesOf(select);
  const isField = select.dataset.field !== undefined;
  const tooFew = values.length < Number(select.dataset.least);
  if (!isDone || (tooFew && !isField)) {
    if (isDone && tooFew && values.length > 0) say(phrase('chooseAtLeast', select.dataset.least));
    for (const option of options)
      option.setAttribute(
        'aria-selected',
        String(before.split('\n').includes(option.dataset.value)),
      );
  } else if (!isField && values.join('\n') !== before) onChoice(select, values);
  show(select);
}

function toggle(select, option, onChoice) {
  const { face, options } = partsOf(select);
  const most = Number(select.dataset.most);
  const isChosen = option.getAttribute('aria-selected') === 'true';
  if (most === 1) {
    for (const other of options) other.setAttribute('aria-selected', String(other === option));
    close(select, true, onChoice);
    face.focus();
    return;
  }
  if (!isChosen && valuesOf(select).length >= most) return;
  option.setAttribute('aria-selected', String(!isChosen));
  show(select);
}

/**
 * Makes the menus inside of an element work; those that are added later too.
 * @param {HTMLElement} root @param {(select: HTMLElement, values: string[]) => void} onChoice for menus of messages
 */
export function listenToSelects(root, onChoice) {
  root.addEventListener('click', (event) => {
    const select = event.target.closest('[data-select]');
    if (!select) return;
    if (event.target.closest('.face')) {
      if (partsOf(select).list.hidden) open(select);
      else close(select, true, onChoice);
    }
    const option = event.target.closest('[role=option]');
    if (option) toggle(select, option, onChoice);
  });
  root.addEventListener('keydown', (event) => {
    const select = event.target.closest('[data-select]');
    if (!select) return;
    const { face, list, options } = partsOf(select);
    if (list.hidden) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      open(select);
      return;
    }
    const at = options.indexOf(document.activeElement);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: options.length - 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      options[Math.max(0, Math.min(options.length - 1, to))]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (at >= 0) toggle(select, options[at], onChoice);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close(select, false, onChoice);
      face.focus();
    } else if (event.key === 'Tab') close(select, true, onChoice);
    else if (event.key.length === 1) {
      const letter = event.key.toLowerCase();
      const after = [...options.slice(at + 1), ...options.slice(0, at + 1)];
      after.find((option) => option.textContent.toLowerCase().startsWith(letter))?.focus();
    }
  });
  root.addEventListener('focusout', (event) => {
    const select = event.target.closest('[data-select]');
    if (select && !select.contains(event.relatedTarget) && event.relatedTarget !== null)
      close(select, true, onChoice);
  });
  document.addEventListener('click', (event) => {
    for (const face of root.querySelectorAll('.face[aria-expanded=true]')) {
      const select = face.closest('[data-select]');
      if (!select.contains(event.target)) close(select, true, onChoice);
    }
  });
}
