/** What an error of a call to Discord means for us, and the one retry that every call gets. */
import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';

const GONE = [Code.UnknownChannel, Code.UnknownMessage, Code.MissingAccess];
const FORBIDDEN = [Code.MissingAccess, Code.MissingPermissions];
/** There is no way to write here now. */
const CLOSED = [
  Code.UnknownChannel,
  ...FORBIDDEN,
  Code.CannotSendMessagesToThisUser,
  Code.InvalidActionOnArchivedThread,
  Code.CannotReplyWithoutPermissionToReadMessageHistory,
  Code.ThreadLocked,
];
/** An orderly close of the connection, which discord.js doesn't retry. */
const CONNECTION_CLOSED = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'];

/** True when Discord refused a call with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly Code[]): error is DiscordAPIError {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** True when the channel or message isn't there any more, or is closed to the bot. */
export function isGone(error: unknown): error is DiscordAPIError {
  return hasCode(error, ...GONE);
}

/** True when the bot lacks a permission. */
export function isForbidden(error: unknown): error is DiscordAPIError {
  return hasCode(error, ...FORBIDDEN);
}

/** True when Discord doesn't let the bot write there; trying again soon would be refused as well. */
export function isClosedToUs(error: unknown): boolean {
  return hasCode(error, ...CLOSED);
}

/** Repeats a call once when the connection was closed under it. */
export async function again<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isClosedConnection(error)) throw error;
    return call();
  }
}

function isClosedConnection(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && CONNECTION_CLOSED.includes(String(error.code))
  );
}
