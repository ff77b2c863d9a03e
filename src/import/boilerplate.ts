/** Tells the article from what a page has around it: menus, captions, teasers, sharing, rights, bylines. */
import { readDate } from '../text/dates.ts';
import type { Block } from './page.ts';
import { countWords } from './sentences.ts';

/** Blocks longer than this (words) are never taken for boilerplate by how they begin. */
const SHORT = 25;
/** Lines up to this many words without the end of a sentence are headings or menus. */
const LINE_WORDS = 14;

/** Words from which on what ends with a full stop is a sentence. */
const WHOLE_WORDS = 5;

/** The end of a sentence beyond doubt. */
const FULL_STOP = /[.!?]["'”’»)]*$/;
/** Words from which on an entry of a list says something, even without a full stop. */
export const ITEM_WORDS = 5;
/** The end of a sentence, quotation marks, brackets and footnote numbers after it included. */
const ENDS = /[.!?…:;]["'”’»)\]]*(?:\s*\[?\d{1,3}\]?)?$/;

/** A link to more or an invitation: how such a block begins. Only short blocks are looked at. */
const INVITATION =
  /^(?:read (?:more|also|next|the full)\b|(?:show|see|view|load|learn|find out) (?:more|all|less)\b|more from\b|continue reading|related (?:topics|articles|stories|content)|you (?:may|might) also (?:like|enjoy)|share (?:this|on|via)\b|spread the (?:love|word)|sign up (?:for|to|now|here)|subscribe (?:to|now|for|today)|get (?:the|our|all|daily|breaking)\b.*\b(?:e-?mail|inbox|newsletter|app)\b|follow us|click (?:here|to)|tap (?:here|to)|watch(?: now| live|:)|listen(?: now| to this|:)|download (?:our|the app)|support our|join our|skip to|jump to|back to top|print this|leave a (?:comment|reply)|login to|log in to|sign in to|we use cookies|this (?:site|website) uses cookies|accept (?:all|cookies)|leer más|lee también|lea también|ver más|te puede interesar|síguenos|suscríbete|comparte (?:esta?|en)|este sitio usa cookies|utilizamos cookies|usamos cookies|haz clic|da clic|©|\(c\) \d{4})/iu;
/** Words that label a part of a page; a whole sentence may begin with them too. */
const LABEL =
  /^(?:related|recommended|most (?:read|popular|viewed)|share|subscribe|newsletter|follow|donate|join us|advertisement|advertising|sponsored|(?:top|bottom) of page|print|comments?|log ?in|sign in|cookies?|compartir|suscribirse|publicidad|anuncio|inicia(?:r)? sesión|terms of|privacy|aviso de privacidad)\b/iu;
/** "MORE: …", "RELATED: …" before the headline of another article. */
const POINTER =
  /^(?:MORE|READ|READ MORE|RELATED|WATCH|ALSO|SEE ALSO|LEE|VIDEO|FOTOS?|PHOTOS?)\s*[:|]/u;
const RIGHTS =
  /(?:©|\(c\)|copyright).{0,80}\d{4}|all rights reserved|todos los derechos reservados/iu;
/** Who took a picture: "Rebecca Noble/AFP via Getty Images, FILE". */
const CREDIT =
  /(?:\/\s*(?:AP|AFP|EPA|EFE|Reuters|Getty(?: Images)?|Shutterstock|Cuartoscuro|Bloomberg|UPI|Zuma|Redux)\b|via (?:Getty|AP|Reuters|AFP)\b|\bGetty Images\b|,\s*FILE$)/iu;
const PHOTO =
  /^(?:photo|photograph|image|picture|credit|foto|fotografía|imagen|crédito)s?(?: credit)?\s*(?::|by\b|courtesy)/iu;
const CAPTION =
  /\b(?:in this|en esta) (?:[\p{L}.]+ )?(?:\d{1,2}, )?(?:(?:de )?\d{4},? )?(?:file |undated |aerial )?(?:photo|foto|image|imagen|picture)\b|\bfile photo\b|\bfoto de archivo\b/iu;
const BYLINE =
  /^(?:[Bb]y|BY|[Pp]or|POR)\s+\p{Lu}[\p{L}.'’ -]{2,60}(?:(?:,| and| y| &) \p{Lu}[\p{L}.'’ -]{2,60})*$/u;
const STAMP =
  /^(?:(?:last )?(?:updated|published|posted|modified)|actualizado|publicado|última actualización)\b[^.]{0,60}$/iu;
const CONTACT =
  /^(?:(?:media |press )?contacts?|contacto(?: de prensa)?)\s*:|\[email.protected\]|\(\d{3}\)\s*\d{3}-\d{4}/iu;
const MORE_LINK = /^\[?(?:read|show|see|view|learn) more\]?\.?$|^(?:leer|ver) más\.?$/iu;

/** A block of which only the readable parts are left, and whether it belongs to the article. */
export interface Judged extends Block {
  belongs: boolean;
}

/** Whether the text comes to the end of a sentence. */
export function endsSentence(text: string): boolean {
  return ENDS.test(text.trim());
}

/** The block as a kind of its own where it is short and without the end of a sentence. */
export function isLine(text: string): boolean {
  return !endsSentence(text) && countWords(text) <= LINE_WORDS;
}

/**
 * Decides which blocks belong to the article. In doubt a block stays: a person deletes a passage faster than they find
 * a lost sentence.
 */
export function judgeBlocks(blocks: readonly Block[]): Judged[] {
  const isMore = blocks.map(({ text }) => MORE_LINK.test(text));
  const isCredit = blocks.map(({ text }) => isPhotoCredit(text));
  return blocks.map((block, i) => {
    const { text, kind } = block;
    const isOutside =
      kind === 'line' ||
      isMore[i] ||
      isCredit[i] ||
      isBoilerplate(text) ||
      // The caption above a credit, and the teaser above its link.
      (isCredit[i + 1] && countWords(text) <= SHORT && kind === 'paragraph') ||
      (isMore[i + 1] && /(?:\.\.\.|…)$/.test(text)) ||
      (isMore[i + 1] && isCredit[i + 2]);
    return { ...block, belongs: kind !== 'heading' && !isOutside };
  });
}

function isPhotoCredit(text: string): boolean {
  if (countWords(text) > SHORT) return false;
  return PHOTO.test(text) || (CREDIT.test(text) && !FULL_STOP.test(text));
}

/** A block that says by itself that it isn't part of the article. */
export function isBoilerplate(text: string): boolean {
  if (CAPTION.test(text)) return true;
  if (countWords(text) > SHORT) return isMenu(text);
  const isWhole = FULL_STOP.test(text) && countWords(text) >= WHOLE_WORDS;
  return (
    INVITATION.test(text) ||
    POINTER.test(text) ||
    RIGHTS.test(text) ||
    (!isWhole && (LABEL.test(text) || BYLINE.test(text))) ||
    STAMP.test(text) ||
    CONTACT.test(text) ||
    isMenu(text) ||
    readDate(text, '2000-01-01').kind === 'date' ||
    // An id or an address, not words.
    /^\S{20,}$/.test(text)
  );
}

/** Several short parts between bars or dots. */
function isMenu(text: string): boolean {
  const parts = text.split(/ [|•·›»] /);
  return parts.length >= 3 && parts.every((part) => countWords(part) <= 8);
}
