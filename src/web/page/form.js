// Forms that the bot opens: shown in a dialog, sent with what was filled in.
import { listenToSelects, valuesOf } from './select.js';
import { act, phrase, upload } from './server.js';

const dialog = document.getElementById('dialog');

/** Opens the form of an answer. @param {string} html */
export function openForm(html) {
  dialog.innerHTML = html;
  dialog.showModal();
  dialog.querySelector('input, textarea, .face')?.focus();
}

/** The values of all fields by their custom ids. @param {HTMLFormElement} form */
async function fieldsOf(form) {
  /** @type {Record<string, string[]>} */
  const fields = {};
  for (const select of form.querySelectorAll('[data-select]'))
    fields[select.dataset.select] = valuesOf(select);
  for (const input of form.querySelectorAll('input[name], textarea[name]')) {
    const values = fields[input.name] ?? [];
    fields[input.name] = values;
    if (input.type === 'file') {
      for (const file of [...input.files].slice(0, Number(input.dataset.most))) {
        const id = await upload(file);
        if (id) values.push(id);
      }
    } else if (input.type === 'checkbox' || input.type === 'radio') {
      if (input.checked) values.push(input.value);
    } else values.push(input.value);
  }
  return fields;
}

/** The first group in which too little is chosen, with what is to be said about it. */
function faultOf(form) {
  for (const field of form.querySelectorAll('fieldset[data-needed]')) {
    const select = field.querySelector('[data-select]');
    const group = field.querySelector('[data-group]');
    const least = Number((select ?? group)?.dataset.least ?? 0);
    const chosen = select
      ? valuesOf(select).length
      : group
        ? group.querySelectorAll(':checked').length
        : least;
    if (chosen < least) return { field, words: phrase('chooseAtLeast', least) };
  }
  return undefined;
}

listenToSelects(dialog, () => {});

dialog.addEventListener('click', (event) => {
  if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
});

dialog.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const fault = faultOf(form);
  form.querySelector('.fault')?.remove();
  if (fault) {
    const line = document.createElement('p');
    line.className = 'fault';
    line.setAttribute('role', 'alert');
    line.textContent = fault.words;
    fault.field.append(line);
    fault.field.querySelector('.face, input')?.focus();
    return;
  }
  const reply = await act({ do: 'submit', form: form.dataset.form, fields: await fieldsOf(form) });
  dialog.close();
  if (reply?.kind === 'form') openForm(reply.html);
});
