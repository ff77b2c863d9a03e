/** Writes a text into a YAML file in the plain form that the corpus's files have, or quoted where it must be. */

/** What a plain text may begin with, and no more than letters, digits and marks that mean nothing to YAML. */
const PLAIN = /^[\p{L}\p{N}¿¡(][^\p{C}]*$/u;
const WORDS_OF_YAML = /^(?:null|true|false|yes|no|on|off|y|n|~)$/i;

/** One line of text as a YAML scalar that is read back as it was. */
export function yamlText(text: string): string {
  const isPlain = PLAIN.test(text) && !/:(?:\s|$)|\s#|\s$/u.test(text) && !WORDS_OF_YAML.test(text);
  // The double-quoted form of YAML takes all of JSON's escapes.
  return isPlain ? text : JSON.stringify(text);
}
