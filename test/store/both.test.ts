/** Every case of the store, on SQLite and on PostgreSQL. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type PostgresServer, startPostgres } from '../helpers/postgres.ts';
import { openPostgresStore, openSqliteStore } from '../helpers/stores.ts';
import { answerCases } from './answer-cases.ts';
import { backupCases } from './backup-cases.ts';
import { channelCases } from './channel-cases.ts';
import { feedbackCases } from './feedback-cases.ts';
import { gapCases } from './gap-cases.ts';
import { guildCases } from './guild-cases.ts';
import { migrationCases } from './migration-cases.ts';
import { pinCases } from './pin-cases.ts';
import { retentionCases } from './retention-cases.ts';
import { settingsCases } from './settings-cases.ts';
import { sharedCases } from './shared-cases.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

describe.each([
  ['SQLite', openSqliteStore],
  ['PostgreSQL', openPostgresStore(() => server)],
] as const)('%s', (_name, open) => {
  describe('migrations', () => migrationCases(open));
  describe('settings and history', () => settingsCases(open));
  describe('pins', () => pinCases(open));
  describe('curated answers', () => answerCases(open));
  describe('gaps', () => gapCases(open));
  describe('feedback', () => feedbackCases(open));
  describe('shared answers', () => sharedCases(open));
  describe('Q&A channels', () => channelCases(open));
  describe('guilds', () => guildCases(open));
  describe('retention', () => retentionCases(open));
  describe('backup', () => backupCases(open));
});
