/** Finds parts of a document by a pattern, whatever else is right or wrong with the document. */

/** A text in a document, and the keys and positions that lead to it. */
export interface Found {
  path: (string | number)[];
  text: string;
}

/**
 * The texts at a pattern: keys joined by dots, "*" for every entry of a list ("*.sections.*.passages.*").
 * Parts of another form than the pattern expects are passed over: they are the schema's to report.
 */
export function selectTexts(content: unknown, pattern: string): Found[] {
  const steps = pattern.split('.');
  const found: Found[] = [];
  const path: (string | number)[] = [];
  const descend = (part: unknown) => {
    const step = steps[path.length];
    if (step === undefined) {
      if (typeof part === 'string') found.push({ path: [...path], text: part });
    } else if (Array.isArray(part)) {
      if (step !== '*') return;
      part.forEach((item, i) => {
        path.push(i);
        descend(item);
        path.pop();
      });
    } else if (typeof part === 'object' && part !== null && Object.hasOwn(part, step)) {
      path.push(step);
      descend((part as Record<string, unknown>)[step]);
      path.pop();
    }
  };
  descend(content);
  return found;
}
