/** The files in deploy/: their form, and that they agree with the bot's configuration and its Dockerfile. */
import { readFileSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadConfig, VARIABLES } from '../../src/config.ts';
import { homeShards, parseShards } from '../../src/ops/shard-setting.ts';
import { healthRoutes } from '../../src/web/health.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const dockerfile = read('Dockerfile');
const DATA = /^VOLUME (\S+)$/m.exec(dockerfile)?.[1];
/** The user `node` of the official image. */
const NODE_USER = 1000;
/** The bot ends within ten seconds of SIGTERM. */
const END_SECONDS = 10;

/** What we use of the Compose specification; anything else is a slip of the pen. */
const Compose = z.strictObject({
  services: z.record(
    z.string(),
    z.strictObject({
      build: z.string().optional(),
      image: z.string(),
      deploy: z.strictObject({ replicas: z.number().int().min(1) }).optional(),
      restart: z.enum(['unless-stopped', 'on-failure', 'always']),
      stop_grace_period: z
        .string()
        .regex(/^\d+s$/)
        .optional(),
      read_only: z.boolean().optional(),
      cap_drop: z.array(z.string()).optional(),
      security_opt: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()),
      secrets: z.array(z.string()).optional(),
      volumes: z.array(z.string().regex(/^[a-z]+:\/[a-z/]+$/)).optional(),
      tmpfs: z.array(z.string()).optional(),
      depends_on: z
        .record(z.string(), z.strictObject({ condition: z.literal('service_healthy') }))
        .optional(),
      healthcheck: z
        .strictObject({
          test: z.array(z.string()),
          interval: z.string(),
          timeout: z.string(),
          retries: z.number(),
        })
        .optional(),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

const compose = (file: string) => Compose.parse(load(read(file)));

/** As Compose puts variables in; `${NAME:?words}` must be set. */
function interpolate(text: string, env: Record<string, string>): string {
  return text.replaceAll(/\$\{(\w+):\?[^}]*\}/g, (_, name: string) => {
    const value = env[name];
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  });
}

/** What the bot would read; the token's file isn't there, so the token stands in for it. */
function configOf(environment: Record<string, string>) {
  expect(Object.keys(environment).filter((name) => !(name in VARIABLES.shape))).toEqual([]);
  const { DISCORD_TOKEN_FILE, ...rest } = environment;
  expect(DISCORD_TOKEN_FILE).toMatch(/^\/run\/secrets\//);
  return loadConfig({ ...rest, DISCORD_TOKEN: 'x' });
}

describe.each(['deploy/compose.yaml', 'deploy/compose.scale.yaml'])('%s', (file) => {
  const { services, volumes, secrets } = compose(file);
  const bot = services['bot'];

  test('every variable is known and every value is accepted', () => {
    const env = Object.entries(bot?.environment ?? {}).map(([name, value]) => [
      name,
      interpolate(value, { POSTGRES_PASSWORD: 'abc123' }),
    ]);
    expect(configOf(Object.fromEntries(env)).DISCORD_TOKEN).toBe('x');
  });

  test('the bot may write where the Dockerfile says, and nowhere else', () => {
    expect(bot).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    const places = [
      ...(bot?.volumes ?? []).map((volume) => volume.split(':')[1]),
      ...(bot?.tmpfs ?? []).map((entry) => entry.split(':')[0]),
    ];
    expect(places).toEqual([DATA]);
    for (const entry of bot?.tmpfs ?? [])
      expect(entry).toContain(`uid=${NODE_USER},gid=${NODE_USER}`);
  });

  test('volumes, secrets and services that are named are there, and all that are there are used', () => {
    const all = Object.values(services);
    const named = all.flatMap((service) => (service.volumes ?? []).map((one) => one.split(':')[0]));
    expect(named.toSorted()).toEqual(Object.keys(volumes).toSorted());
    const known = all.flatMap((service) => service.secrets ?? []);
    expect([...new Set(known)]).toEqual(Object.keys(secrets));
    const awaited = all.flatMap((service) => Object.keys(service.depends_on ?? {}));
    for (const name of awaited) expect(services[name]?.healthcheck).toBeDefined();
    for (const secret of known)
      expect(bot?.environment['DISCORD_TOKEN_FILE']).toBe(`/run/secrets/${secret}`);
    // A token beside the file must not get into a commit.
    for (const { file: path } of Object.values(secrets))
      expect(read('.gitignore').split('\n')).toContain(path.replace('./', 'deploy/'));
  });

  test('the bot has the time that it needs to end', () => {
    expect(Number.parseInt(bot?.stop_grace_period ?? '', 10)).toBeGreaterThan(END_SECONDS);
  });
});

test('one process has SQLite on its volume; several have PostgreSQL, with user, password and name that it knows', () => {
  const one = compose('deploy/compose.yaml').services['bot'];
  expect(one?.deploy?.replicas ?? 1).toBe(1);
  // Relative to the folder in which the image runs.
  const folder = /^WORKDIR (\S+)$/m.exec(dockerfile)?.[1];
  const path = one?.environment['DATABASE_URL']?.replace('sqlite:', '');
  expect(`${folder}/${path}`).toMatch(new RegExp(`^${DATA}/`));
  expect(one?.volumes).toHaveLength(1);

  const { bot, database } = compose('deploy/compose.scale.yaml').services;
  expect(bot?.deploy?.replicas).toBeGreaterThan(1);
  const password = { POSTGRES_PASSWORD: 'abc123' };
  const url = new URL(interpolate(bot?.environment['DATABASE_URL'] ?? '', password));
  const { POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD } = database?.environment ?? {};
  expect(url).toMatchObject({
    protocol: 'postgres:',
    hostname: 'database',
    username: POSTGRES_USER,
    pathname: `/${POSTGRES_DB}`,
    password: interpolate(POSTGRES_PASSWORD ?? '', password),
  });
  expect(database?.volumes).toEqual(['database:/var/lib/postgresql/data']);
});

describe('deploy/kubernetes', () => {
  const probe = z.looseObject({ httpGet: z.strictObject({ path: z.string(), port: z.string() }) });
  const Meta = z.looseObject({ name: z.string() });
  const Container = z.strictObject({
    name: z.string(),
    image: z.string(),
    env: z.array(
      z.strictObject({
        name: z.string(),
        value: z.string('a value must be a string in Kubernetes').optional(),
        valueFrom: z
          .strictObject({
            fieldRef: z.strictObject({ fieldPath: z.string() }).optional(),
            secretKeyRef: z.strictObject({ name: z.string(), key: z.string() }).optional(),
          })
          .optional(),
      }),
    ),
    ports: z.array(z.strictObject({ name: z.string(), containerPort: z.number() })),
    livenessProbe: probe,
    readinessProbe: probe,
    resources: z.looseObject({}),
    securityContext: z.looseObject({ readOnlyRootFilesystem: z.literal(true) }),
    volumeMounts: z.array(
      z.strictObject({ name: z.string(), mountPath: z.string(), readOnly: z.boolean().optional() }),
    ),
  });
  const StatefulSet = z.strictObject({
    apiVersion: z.literal('apps/v1'),
    kind: z.literal('StatefulSet'),
    metadata: Meta,
    spec: z.strictObject({
      serviceName: z.string(),
      replicas: z.number().int(),
      podManagementPolicy: z.enum(['Parallel', 'OrderedReady']),
      selector: z.strictObject({ matchLabels: z.record(z.string(), z.string()) }),
      template: z.strictObject({
        metadata: z.strictObject({ labels: z.record(z.string(), z.string()) }),
        spec: z.strictObject({
          terminationGracePeriodSeconds: z.number(),
          automountServiceAccountToken: z.literal(false),
          securityContext: z.looseObject({ runAsNonRoot: z.literal(true), runAsUser: z.number() }),
          topologySpreadConstraints: z.array(z.looseObject({})),
          containers: z.tuple([Container]),
          volumes: z.array(z.looseObject({ name: z.string() })),
        }),
      }),
    }),
  });
  const documents = loadAll(read('deploy/kubernetes/statefulset.yaml')) as { kind: string }[];
  const find = (kind: string) => documents.find((document) => document.kind === kind);
  const set = StatefulSet.parse(find('StatefulSet'));
  const pod = set.spec.template.spec;
  const [bot] = pod.containers;
  const secret = load(read('deploy/kubernetes/secret.example.yaml')) as {
    kind: string;
    metadata: { name: string };
    stringData: Record<string, string>;
  };

  /** The environment of a pod: values that refer to ones before, labels of the pod, keys of the secret. */
  function environmentOf(ordinal: number): Record<string, string> {
    const env: Record<string, string> = {};
    for (const { name, value, valueFrom } of bot.env) {
      const { fieldRef, secretKeyRef } = valueFrom ?? {};
      if (fieldRef) {
        expect(fieldRef.fieldPath).toBe("metadata.labels['apps.kubernetes.io/pod-index']");
        env[name] = String(ordinal);
      } else if (secretKeyRef) {
        expect(secretKeyRef.name).toBe(secret.metadata.name);
        env[name] = secret.stringData[secretKeyRef.key] ?? '';
      } else
        env[name] = (value ?? '').replaceAll(
          /\$\((\w+)\)/g,
          (_, known) => env[known] ?? `$(${known})`,
        );
    }
    return env;
  }

  test('every variable is known, and the pods’ shards are all shards, each once', () => {
    const shards = Array.from({ length: set.spec.replicas }, (_, ordinal) => {
      const { POD_INDEX, ...env } = environmentOf(ordinal);
      expect(POD_INDEX).toBe(String(ordinal));
      const config = configOf(env);
      expect(config.DATABASE_URL).toMatch(/^postgres:/);
      return homeShards(parseShards(config.SHARDS), 7);
    });
    expect(shards.flat().toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('ports, probes and the service agree with the bot', () => {
    const { POD_INDEX: _, ...env } = environmentOf(0);
    const { HTTP_HOST, HTTP_PORT } = configOf(env);
    expect(HTTP_HOST).toBe('0.0.0.0');
    expect(bot.ports).toEqual([{ name: 'http', containerPort: HTTP_PORT }]);
    const routes = healthRoutes({ notReady: () => [], metrics: () => undefined }).routes;
    for (const { httpGet } of [bot.livenessProbe, bot.readinessProbe]) {
      expect(routes.map(({ path }) => path)).toContain(httpGet.path);
      expect(httpGet.port).toBe('http');
    }
    expect(bot.livenessProbe.httpGet.path).toBe('/healthz');
    expect(find('Service')).toMatchObject({
      metadata: { name: set.spec.serviceName },
      spec: {
        selector: set.spec.selector.matchLabels,
        ports: [{ port: HTTP_PORT, targetPort: 'http' }],
      },
    });
    expect(set.spec.template.metadata.labels).toMatchObject(set.spec.selector.matchLabels);
    expect(find('PodDisruptionBudget')).toMatchObject({
      spec: { selector: { matchLabels: set.spec.selector.matchLabels } },
    });
  });

  test('what is mounted is there, the token’s file is the one that is read, and data is where the Dockerfile says', () => {
    expect(bot.volumeMounts.map(({ name }) => name).toSorted()).toEqual(
      pod.volumes.map(({ name }) => name).toSorted(),
    );
    expect(bot.volumeMounts.find(({ name }) => name === 'data')?.mountPath).toBe(DATA);
    const token = bot.volumeMounts.find(({ name }) => name === 'token');
    const volume = pod.volumes.find(({ name }) => name === 'token') as unknown as {
      secret: { secretName: string; items: { key: string; path: string }[] };
    };
    expect(volume.secret.secretName).toBe(secret.metadata.name);
    const [item] = volume.secret.items;
    expect(Object.keys(secret.stringData)).toContain(item?.key);
    expect(environmentOf(0)['DISCORD_TOKEN_FILE']).toBe(`${token?.mountPath}/${item?.path}`);
  });

  test('the pod is the user of the image and has the time that it needs to end', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(pod.securityContext.runAsUser).toBe(NODE_USER);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(END_SECONDS);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(bot.image).toMatch(new RegExp(`:${version.replaceAll('.', '\\.')}$`));
  });
});
