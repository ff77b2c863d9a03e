/** Tells the article from what a page has around it: menus, captions, teasers, sharing, rights, bylines. */
import { readDate } from '../text/dates.ts';
import type { Block } from './page.ts';
import { countWords } from './sentences.ts';

/** Blocks longer than this (words) are never taken for boilerplate by how they begin. */
const SHORT = 25;
/** Lines up to this many words without the end of a sentence are headings or menus. */
const LINE_WORDS = 14;

/** The end of a sentence, quotation marks, brackets and footnote numbers after it included. */
const ENDS = /[.!?…:;]["'”’»)\]]*(?:\s*\[?\d{1,3}\]?)?$/;

/** A link to more, an invitation, a label: how such a block begins. Only short blocks are looked at. */
const INVITATION =
  /^(?:read (?:more|also|next|the full)|(?:show|see|view|load|learn|find out) (?:more|all|also|less)|more from|continue reading|related(?: topics| articles| stories|:)|recommended|most (?:read|popular|viewed)|you (?:may|might) also (?:like|enjoy)|share (?:this|on|via|the)|spread the (?:love|word)|sign up|subscribe|newsletter|get (?:the|our|all|daily|breaking)\b.*\b(?:e-?mail|inbox|newsletter|app)|follow (?:us|\w+ on)|click (?:here|to)|tap (?:here|to)|watch(?: now| live|:)|listen(?: now| to this|:)|download (?:the|our)|donate|support our|join (?:us|our)|advertisement|advertising|sponsored|skip to|jump to|back to top|top of page|bottom of page|print (?:this|article)|comments?\b.{0,20}$|leave a (?:comment|reply)|log ?in|sign in|cookies?\b|we use cookies|this (?:site|website) uses cookies|accept (?:all|cookies)|leer más|lee también|lea también|ver más|te puede interesar|también te|síguenos|suscríbete|suscribirse|compart(?:e|ir)|comparte esta|publicidad|anuncio|inicia(?:r)? sesión|este sitio usa cookies|utilizamos cookies|haz clic|da clic|copyright|©|\(c\) \d{4}|all rights reserved|todos los derechos|terms of (?:use|service)|privacy policy|aviso de privacidad)\b/iu;
/** "MORE: …", "RELATED: …" before the headline of another article. */
const POINTER =
  /^(?:MORE|READ|READ MORE|RELATED|WATCH|ALSO|SEE ALSO|LEE|VIDEO|FOTOS?|PHOTOS?)\s*[:|]/u;
const RIGHTS =
  /(?:©|\(c\)|copyright).{0,80}\d{4}|all rights reserved|todos los derechos reservados/iu;
/** Who took a picture: "Rebecca Noble/AFP via Getty Images, FILE", "Photo: …", "Foto de …". */
const CREDIT =
  /(?:\/\s*(?:AP|AFP|EPA|EFE|Reuters|Getty(?: Images)?|Shutterstock|Cuartoscuro|Bloomberg|UPI|Zuma|Redux)\b|via (?:Getty|AP|Reuters|AFP)\b|\bGetty Images\b|,\s*FILE$|^(?:photo|photograph|image|picture|credit|foto|fotografía|imagen|crédito)s?(?: credit)?\s*(?::|by\b|de\b|courtesy))/iu;
const CAPTION =
  /\b(?:in this|en esta)\b.{0,40}\b(?:file )?(?:photo|foto|image|imagen|picture)\b|\bfile photo\b|\bfoto de archivo\b/iu;
const BYLINE =
  /^(?:by|por)\s+\p{Lu}[\p{L}.'’ -]{2,60}(?:(?:,| and| y| &) \p{Lu}[\p{L}.'’ -]{2,60})*$/u;
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
  const isCredit = blocks.map(({ text }) => countWords(text) <= SHORT && CREDIT.test(text));
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

/** A block that says by itself that it isn't part of the article. */
export function isBoilerplate(text: string): boolean {
  if (CAPTION.test(text)) return true;
  if (countWords(text) > SHORT) return isMenu(text);
  return (
    INVITATION.test(text) ||
    POINTER.test(text) ||
    RIGHTS.test(text) ||
    BYLINE.test(text) ||
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
  const parts = text.split(/\s+[|•·›»]\s+/);
  return parts.length >= 3 && parts.every((part) => countWords(part) <= 8);
}
