/** Runs of letters, by which words are alike that no stem joins: typos, compounds, cognates of another language. */

/**
 * The runs of `length` letters of a folded word, its ends marked: "tariff" in fives → "^tari", "tarif", "ariff",
 * "riff$". A shorter word is one run; words with digits are only like themselves and give the word.
 */
export function letterRuns(word: string, length: number): string[] {
  if (/\d/.test(word)) return [word];
  const marked = `^${word}$`;
  const runs = [marked.slice(0, length)];
  for (let end = length + 1; end <= marked.length; end++)
    runs.push(marked.slice(end - length, end));
  return runs;
}
