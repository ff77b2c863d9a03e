// The list above the line to type in: commands and suggestions, moved through with the arrow keys.

const popup = document.getElementById('popup');

/** @type {{ entries: Entry[], input: HTMLInputElement, choose: (entry: Entry) => void } | undefined} */
let shown;
let active = -1;

/**
 * @typedef {object} Entry
 * @property {string} label
 * @property {string} [about]
 * @property {unknown} value
 */

/**
 * Shows entries for an input; none closes the list.
 * @param {HTMLInputElement} input @param {Entry[]} entries @param {(entry: Entry) => void} choose
 * @param {{ title: string, first?: boolean }} options `first` makes Enter take the first without an arrow key
 */
export function showEntries(input, entries, choose, { title, first = false }) {
  if (entries.length === 0) return hideEntries();
  shown = { entries, input, choose };
  popup.replaceChildren(
    ...entries.map(({ label, about }, index) => {
      const option = document.createElement('div');
      option.id = `entry-${index}`;
      option.setAttribute('role', 'option');
      option.dataset.index = String(index);
      option.append(Object.assign(document.createElement('b'), { textContent: label }));
      if (about)
        option.append(Object.assign(document.createElement('small'), { textContent: about }));
      return option;
    }),
  );
  popup.dataset.title = title;
  popup.setAttribute('aria-label', title);
  popup.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  mark(first ? 0 : -1);
}

export function hideEntries() {
  popup.hidden = true;
  shown?.input.setAttribute('aria-expanded', 'false');
  shown?.input.removeAttribute('aria-activedescendant');
  shown = undefined;
  active = -1;
}

function mark(index) {
  active = index;
  for (const [at, option] of [...popup.children].entries())
    option.setAttribute('aria-selected', String(at === index));
  if (index < 0) shown?.input.removeAttribute('aria-activedescendant');
  else {
    shown?.input.setAttribute('aria-activedescendant', `entry-${index}`);
    popup.children[index].scrollIntoView({ block: 'nearest' });
  }
}

/** Takes the entry that is marked. Returns whether there was one. */
export function takeEntry() {
  const entry = shown?.entries[active];
  if (!entry) return false;
  const { choose } = shown;
  hideEntries();
  choose(entry);
  return true;
}

/** What the arrow keys and Escape do. Returns whether the key was for the list. @param {KeyboardEvent} event */
export function handleKey(event) {
  if (!shown) return false;
  const last = shown.entries.length - 1;
  if (event.key === 'ArrowDown') mark(active >= last ? 0 : active + 1);
  else if (event.key === 'ArrowUp') mark(active <= 0 ? last : active - 1);
  else if (event.key === 'Escape') hideEntries();
  else return false;
  event.preventDefault();
  return true;
}

// Before the input loses the focus.
popup?.addEventListener('mousedown', (event) => {
  event.preventDefault();
  const option = event.target.closest('[role=option]');
  if (!option) return;
  active = Number(option.dataset.index);
  takeEntry();
});
