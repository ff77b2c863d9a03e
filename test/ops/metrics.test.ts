import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseYaml } from '../../src/corpus/yaml.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

let app: RunningApp;
let now = Date.now();
beforeAll(async () => {
  app = await startApp({ CORPUS_DIR: FIXTURE_CORPUS }, {}, () => new Date(now));
});
afterAll(() => app.stop());

const read = async () => (await app.services.metrics.read()).text;
const ask = (question: string) =>
  app.discord.slash({ command: 'ferry', subcommand: 'ask', options: { question } });

interface Rule {
  alert: string;
  expr: string;
  annotations: { summary: string; action: string };
}
const alerts = () => {
  const parsed = parseYaml(readFileSync('deploy/alerts.yaml', 'utf8'));
  if ('problem' in parsed) throw new Error(parsed.problem);
  return (parsed.content as { groups: { rules: Rule[] }[] }).groups.flatMap(({ rules }) => rules);
};
const dashboard = JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8')) as {
  panels: { id: number; title: string; targets: { expr: string }[] }[];
  templating: { list: { query: { query?: string } | string }[] };
};

/** Names and labels of the metrics of an expression: `name{label="…"}` and `by (label)`. */
function namesIn(expression: string): string[] {
  return [...expression.matchAll(/\b(?:mpp|nodejs|process)_[a-z0-9_]+/g)].map(([name]) =>
    name.replace(/_(?:bucket|count|sum)$/, ''),
  );
}

test('the figures that the issue asks for are there, with few labels', async () => {
  await ask('What is the Night Ferry Scheme?');
  await ask('who won the world cup');
  await app.reload();
  await expect.poll(read).toContain('command="ferry ask",outcome="ok"} 2');
  const text = await read();
  for (const line of [
    'mpp_interactions_total{command="ferry ask",outcome="ok"} 2',
    'mpp_interaction_seconds_count{command="ferry ask"} 2',
    'mpp_answers_total{kind="overview"} 1',
    'mpp_declines_total{reason="off-topic"} 1',
    'mpp_gateway_ready 1',
    'mpp_gateway_shards{state="ready"} 1',
    'mpp_gateway_shards{state="other"} 0',
    'mpp_gateway_silence_seconds 0',
    'mpp_gateway_reconnects_total 0',
    'mpp_corpus_entries{kind="source"} 3',
    'mpp_corpus_reloads_total{outcome="unchanged"} 1',
    'mpp_corpus_info{version="2024-06-01"',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/mpp_store_seconds_count\{kind="select",outcome="ok"\} [1-9]/);
  expect(text).not.toMatch(/world cup|select |insert into/i);
});

test('labels stay few, whatever is sent', async () => {
  for (let i = 0; i < 5; i += 1)
    await app.discord.slash({ command: 'ferry', subcommand: 'source', options: { id: `x${i}` } });
  // Counted after the answer was delivered.
  const refused = 'mpp_interactions_total{command="ferry source",outcome="refused"} 5';
  await expect.poll(read).toContain(refused);
  expect(await read()).not.toContain('x4');
  expect((await read()).match(/^mpp_interactions_total\{/gm)).toHaveLength(2);
});

test('every metric of the dashboard and the alerts exists', async () => {
  const known = new Set([...(await read()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  const variables = dashboard.templating.list.map(({ query }) =>
    typeof query === 'string' ? query : (query.query ?? ''),
  );
  const expressions = [
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...variables,
    ...alerts().map(({ expr }) => expr),
  ];
  const named = new Set(expressions.flatMap(namesIn));
  expect([...named].filter((name) => !known.has(name))).toEqual([]);
  // And every figure of our own is on the dashboard.
  const shown = new Set(
    dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr))),
  );
  expect([...known].filter((name) => name?.startsWith('mpp_') && !shown.has(name))).toEqual([]);
});

test('labels and values in the expressions are those that the bot writes', async () => {
  const text = await read();
  const expressions = [
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...alerts().map(({ expr }) => expr),
  ];
  const labels = expressions.flatMap((expr) => [
    ...[...expr.matchAll(/by \(([^)]+)\)/g)].flatMap(([, list]) => (list as string).split(/,\s*/)),
    ...[...expr.matchAll(/([a-z_]+)=~?"/g)].map(([, label]) => label as string),
  ]);
  for (const label of new Set(labels)) {
    if (label === 'instance') continue;
    expect(text).toContain(`${label}="`);
  }
});

test('each alert has a name of its own and says what to do', () => {
  const names = alerts().map(({ alert }) => alert);
  expect(new Set(names).size).toBe(names.length);
  for (const { annotations } of alerts()) {
    expect(annotations.summary.length).toBeGreaterThan(20);
    expect(annotations.action.length).toBeGreaterThan(20);
  }
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
});

test('a connection from which nothing is heard counts as not ready, until something comes', async () => {
  expect(await app.notReady()).toEqual([]);
  now += 10 * 60_000;
  // A real heartbeat of the moment before takes some seconds off.
  expect(await app.notReady()).toEqual([
    expect.stringMatching(/^nothing heard from Discord for (?:600|5[5-9]\d) s$/),
  ]);
  expect(await read()).toMatch(/^mpp_gateway_silence_seconds (?:600|5[5-9]\d(?:\.\d+)?)$/m);
  await ask('What is the Night Ferry Scheme?');
  expect(await app.notReady()).toEqual([]);
});
