// Discord's refusals: HTTP status, JSON error code, text, and for code 50035 the tree of what was wrong where.

const KNOWN = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  pinsFull: [400, 30003, 'Maximum number of pins reached (250)'],
  commandCreates: [
    400,
    30034,
    'Max number of daily application command creates has been reached (200)',
  ],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  noTaggableTag: [400, 40066, 'There are no tags available that can be set by non-moderators'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  followUpLimit: [
    400,
    40094,
    'This interaction has reached the maximum number of follow up messages',
  ],
  missingAccess: [403, 50001, 'Missing Access'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotDm: [403, 50007, 'Cannot send messages to this user'],
  nonText: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  tokenExpired: [401, 50027, 'Invalid Webhook Token'],
  badBody: [400, 50035, 'Invalid Form Body'],
  archivedThread: [400, 50083, 'Thread is archived'],
  badJson: [400, 50109, 'The request body contains invalid JSON.'],
  cannotReply: [400, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  threadLocked: [400, 160005, 'Thread is locked'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

export type RefusalName = keyof typeof KNOWN;

/** One fault in a body: where (property names and indexes), Discord's code for the kind, and a sentence. */
export type Problem = { path: readonly (string | number)[]; code: string; message: string };

/** A refusal on its way to the bot. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(name: RefusalName, problems: readonly Problem[] = []) {
    const [status, code, message] = KNOWN[name];
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The JSON that Discord would send. */
  body(): Record<string, unknown> {
    const base = { message: this.message, code: this.code };
    return this.problems.length === 0 ? base : { ...base, errors: errorTree(this.problems) };
  }
}

/** Throws code 50035 when there are problems; else does nothing. */
export function refuseWhen(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal('badBody', problems);
}

/** A 50035 refusal with a single fault. */
export function badField(
  path: readonly (string | number)[],
  code: string,
  message: string,
): Refusal {
  return new Refusal('badBody', [{ path, code, message }]);
}

type Tree = { [key: string]: Tree | { code: string; message: string }[] };

function errorTree(problems: readonly Problem[]): Tree {
  const root: Tree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const step of path) {
      node[step] ??= {};
      node = node[step] as Tree;
    }
    node['_errors'] ??= [];
    (node['_errors'] as { code: string; message: string }[]).push({ code, message });
  }
  return root;
}
