/** docs/CONFIG.md and .env.example, made from the table of variables in `config.ts`. */
import { z } from 'zod';
import { VARIABLES } from '../config.ts';

interface Variable {
  name: string;
  /** What it is for, and the values to choose from where not any text will do. */
  description: string;
  default: string | undefined;
}

/** The variables in the order of `config.ts`, read back from their schemas. */
function variables(): Variable[] {
  const { properties = {} } = z.toJSONSchema(VARIABLES, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    if (typeof property === 'boolean') throw new Error(`${name} has no schema`);
    const choices = property.enum ? ` One of: ${property.enum.join(', ')}.` : '';
    return {
      name,
      description: `${property.description ?? ''}${choices}`,
      default: property.default === undefined ? undefined : String(property.default),
    };
  });
}

/** The page that explains every variable. */
export function configPage(): string {
  const rows = variables().map(({ name, description, default: byDefault }) => {
    const value = byDefault === undefined ? 'none' : `\`${byDefault}\``;
    return `| \`${name}\` | ${value} | ${description} |`;
  });
  return `# Configuration

<!-- Written by \`npm run docs\` from src/config.ts. Don't edit. -->

The bot is configured by environment variables. It also reads them from a file \`.env\` in its working directory;
the environment wins over the file. \`.env.example\` is such a file to begin with. An empty variable counts as not set.
Every fault is reported at once, and the process exits with 78.

| variable | default | meaning |
| --- | --- | --- |
${rows.join('\n')}

None of these is needed for \`npm run ask\` or for the tests. To go live, only the token is.
`;
}

/** A file of all variables: those without a default to fill in, the others commented out. */
export function envExample(): string {
  const entries = variables().map(({ name, description, default: byDefault }) =>
    [`# ${description}`, `#${name}=${byDefault ?? ''}`].join('\n'),
  );
  const head = `# Copy this file to .env, remove the "#" before what you set, and keep the copy to yourself: it holds the token.
# Written by \`npm run docs\` from src/config.ts.`;
  return `${[head, ...entries].join('\n\n')}\n`;
}
