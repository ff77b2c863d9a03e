/** What Discord writes into a message for a mention, an emoji or a moment, and the addresses that people paste. */

const MENTION = /<(?:@[!&]?|#|a?:\w{2,32}:|t:|\/[\w -]{1,64}:)-?\d{1,20}(?::[a-zA-Z])?>/g;
const ADDRESS = /\bhttps?:\/\/\S+/gi;

/** Text without mentions, custom emoji and moments: their digits are nobody's papers and no part of a question. */
export function withoutMentions(text: string): string {
  return text.replace(MENTION, ' ');
}

/** Text without web addresses. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, ' ');
}
