/** HTML that is put together from pieces: everything is text unless it is marked as HTML already. */

/** Text that is HTML. Made by `html` and `raw` only. */
export interface Html {
  readonly html: string;
}

type Piece = Html | string | number | false | null | undefined | readonly Piece[];

/** A template whose pieces are escaped, so that nothing typed becomes markup. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { html: strings.reduce((all, text, i) => `${all}${toHtml(pieces[i - 1])}${text}`) };
}

/** Pieces one after another. */
export function join(pieces: readonly Piece[]): Html {
  return { html: toHtml(pieces) };
}

/** An attribute with its value; nothing when there is no value. A true value is an attribute alone. */
export function attribute(name: string, value: string | number | boolean | undefined): Html {
  if (value === undefined || value === false) return { html: '' };
  return { html: value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"` };
}

function toHtml(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return '';
  if (typeof piece === 'object') {
    return 'html' in piece ? piece.html : piece.map(toHtml).join('');
  }
  return escapeHtml(String(piece));
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
