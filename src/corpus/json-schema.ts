/** JSON Schemas of the corpus files, so that an editor completes keys and marks faults while an author types. */
import { z } from 'zod';
import { PartialDate } from './fields.ts';
import { CORPUS_FILES, Source } from './schema.ts';

/** File name in corpus/schema → its content. The corpus files name theirs in their first line. */
export function jsonSchemas(): Record<string, string> {
  const schemas = { 'source.yaml': Source, ...CORPUS_FILES };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name.replace(/yaml$/, 'json'),
      `${JSON.stringify(toJsonSchema(schema), null, 2)}\n`,
    ]),
  );
}

function toJsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    io: 'input',
    // The dialect that the YAML extensions of editors know best.
    target: 'draft-7',
    override({ zodSchema, jsonSchema }) {
      // To us a bare year is a text; to an editor it is a number.
      if (zodSchema === PartialDate) Object.assign(jsonSchema, { type: ['string', 'integer'] });
    },
  });
}
