import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { timelineMessage } from '../../src/discord/timeline-message.ts';
import { createPainter } from '../../src/picture/painter.ts';
import { buildIndex } from '../../src/search/build.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { expectSendable, textsOf } from '../helpers/sendable.ts';

test('when no picture can be drawn, the events are sent without one', async () => {
  const faults: unknown[] = [];
  const painter = createPainter({
    onFault: (error) => faults.push(error),
    script: new URL("data:text/javascript,import 'node:nowhere'"),
  });
  const knowledge = { index: buildIndex(loadCorpus(FIXTURE_CORPUS)) };
  const message = await timelineMessage({ knowledge, painter }, {}, { language: 'en' });
  await painter.stop();
  expect(faults).toHaveLength(1);
  expectSendable(message);
  expect(message.files).toBeUndefined();
  expect(textsOf(message).join('\n')).toContain('Parliament passes the Harbour Act.');
});
