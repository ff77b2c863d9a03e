// What the page says to the server, and the words it was given.

const { role, locale, channel } = document.documentElement.dataset;

/** Who is at the page, and where, for every request. */
export const visit = { role, locale, channel };
export const query = `?${new URLSearchParams(visit)}`;

/** @type {Record<string, string>} */
export const texts = JSON.parse(document.getElementById('texts').textContent);

/** A phrase with its part filled in. @param {string} name @param {string | number} part */
export const phrase = (name, part) => texts[name].replace('{}', String(part));

/** A line below the messages; read out by screen readers. @param {string} words */
export function say(words) {
  document.getElementById('status').textContent = words;
}

/**
 * Does something on behalf of the person at the page; resolves to the answer, or undefined where that was said.
 * @param {object} action @param {AbortSignal} [signal]
 */
export async function act(action, signal) {
  try {
    const response = await fetch('/api/act', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...visit, action }),
      signal,
    });
    const reply = await response.json();
    if (reply.kind === 'not-answered') say(texts.notAnswered);
    else if (reply.kind === 'gone' || reply.kind === 'malformed') say(texts.gone);
    else return reply;
  } catch (error) {
    if (error.name !== 'AbortError') say(texts.lost);
  }
  return undefined;
}

/** Sends a file ahead; resolves to its id. @param {File} file */
export async function upload(file) {
  const body = new FormData();
  body.set('file', file);
  const response = await fetch('/api/files', { method: 'POST', body });
  return response.ok ? (await response.json()).id : undefined;
}
