/** Discord refused the bot for good (token or intents); trying again would not help. */
import { DiscordAPIError, HTTPError } from 'discord.js';
import { EXIT } from '../errors.ts';

export class RefusedByDiscord extends Error {
  override name = 'RefusedByDiscord';
  readonly exitCode = EXIT.refusedByDiscord;
}

const BAD_TOKEN =
  'Discord does not accept the token: copy a new one from the developer portal (Bot, Reset Token) into DISCORD_TOKEN';

/** Close codes of the gateway after which Discord doesn't want the bot to come back. */
const FINAL_CLOSE_CODES = new Set([4004, 4010, 4011, 4012, 4013, 4014]);

/** The refusal that a close code of the gateway means; undefined when the bot may connect again. */
export function refusalForCloseCode(
  code: number,
  intents: readonly string[],
): RefusedByDiscord | undefined {
  if (!FINAL_CLOSE_CODES.has(code)) return undefined;
  if (code === 4004) return new RefusedByDiscord(`${BAD_TOKEN} (close code 4004)`);
  if (code === 4014) {
    return new RefusedByDiscord(
      `Discord does not allow an intent that the bot asks for (${intents.join(', ')}): switch it on in the developer portal under Bot, Privileged Gateway Intents (close code 4014)`,
    );
  }
  return new RefusedByDiscord(`the gateway refused the connection for good (close code ${code})`);
}

/** The refusal that an error of a REST call or of the login means; undefined when it may pass. */
export function refusalForError(
  error: unknown,
  intents: readonly string[],
): RefusedByDiscord | undefined {
  if (error instanceof RefusedByDiscord) return error;
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    return error.status === 401 ? refusalForStatus(error.status) : undefined;
  }
  if (!(error instanceof Error)) return undefined;
  if (/invalid token/i.test(error.message)) return refusalForStatus(401);
  if (/disallowed intents/i.test(error.message)) return refusalForCloseCode(4014, intents);
  return undefined;
}

/** The refusal that the status of an answer to a call with the token means. */
export function refusalForStatus(status: number): RefusedByDiscord | undefined {
  return status === 401 ? new RefusedByDiscord(`${BAD_TOKEN} (status 401)`) : undefined;
}
