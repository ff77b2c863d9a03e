import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { corpusCommand } from '../../src/cli/corpus.ts';
import { readCorpus } from '../../src/corpus/load.ts';
import { parseYaml } from '../../src/corpus/yaml.ts';
import { copyFixtureCorpus, FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { makePdf } from '../helpers/make-pdf.ts';

const HTML = 'test/fixtures/import/article.html';
const TEXT = 'test/fixtures/import/scraped.txt';

interface Source {
  [key: string]: unknown;
  passages: { text: { en: string; es: string }; locator: string }[];
}

/** Runs `corpus import` against a copy of the small corpus. */
async function runImport(from: readonly string[], dir = copyFixtureCorpus()) {
  const texts = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof texts) =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[name] += chunk;
        done();
      },
    });
  const exitCode = await corpusCommand.run(['import', ...from], {
    stdin: Readable.from([]),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    env: { CORPUS_DIR: dir },
  });
  const files = texts.stdout.split('\n').filter((line) => line !== '');
  const drafts = files.map((file) => {
    const parsed = parseYaml(readFileSync(file, 'utf8'));
    if ('problem' in parsed) throw new Error(`${file}: ${parsed.problem}`);
    return parsed.content as Source;
  });
  return { exitCode, ...texts, dir, files, drafts };
}

function writeTemporary(name: string, content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  onTestFinished(() => server.closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const textsOf = (source: Source | undefined) => source?.passages.map(({ text }) => text.en);

test('HTML: the article alone, every sentence of it, with what the page states', async () => {
  const { drafts, exitCode, files } = await runImport([HTML]);
  expect(exitCode).toBe(0);
  expect(drafts[0]).toMatchObject({
    id: 'harbour-herald-night-ferry-loses-its-first-winter-2024-02-09',
    title: 'Night ferry loses its first winter',
    publisher: 'Harbour Herald',
    authors: ['Ana Ejemplo', 'Olu Sample'],
    published: '2024-02-09',
    language: 'en',
    url: 'https://herald.example/2024/night-ferry-winter',
    kind: 'TODO',
    position: 'TODO',
  });
  expect(textsOf(drafts[0])).toMatchInlineSnapshot(`
    [
      "The night ferry across Bresk Harbour stopped on 14 of its first 60 nights, the Harbour Office said on Thursday. Ice was the reason on nine of them.",
      "Dr. Mira Holt, who runs the U.S. side of the study, said the boats were built for summer. “Nobody asked about ice,” she said.",
      "Fares rose from 2.50 to 3.10 crowns in the same months, according to the fare table.",
      "The council votes in April. Until then, three things stay as they are:",
      "The last boat leaves at 01:15.",
      "Riders under 12 travel free with an adult.",
      "Bicycles pay half.",
      "“We will not run boats into ice,” the harbour master wrote to the council.",
      "No vote was held in winter.",
    ]
  `);
  expect(readFileSync(files[0] as string, 'utf8')).toContain('# link https://stats.example/fares');
});

test('text: captions, menus, teasers and "Read more" are gone, torn sentences are whole again', async () => {
  const { drafts } = await runImport([TEXT]);
  expect(drafts[0]).toMatchObject({
    title: 'TODO Town council rejects a second ferry for the harbour',
    authors: ['TODO Luis Muestra'],
    published: 'TODO 2024-03-04',
    publisher: 'TODO',
  });
  expect(textsOf(drafts[0])).toMatchInlineSnapshot(`
    [
      "The council of Bresk said Monday it rejects a second night ferry, which the office had proposed in January. The vote was 7 to 2.",
      ""It would cost 4 million crowns," the treasurer told the council. No date for another vote was set.",
      "A rider from Westmark asked for a smaller boat.",
    ]
  `);
});

test('PDF: paragraphs with their pages, words joined, running heads left out', async () => {
  const page = (n: number, lines: string[]) => ['Harbour Office report 7', ...lines, `${n}`];
  const pdf = makePdf(
    [
      page(1, [
        'The Harbour Office counted 1,204 riders on the night ferry in the first',
        'month, which is more than the office had planned for the whole trans-',
        'portation year.',
      ]),
      page(2, [
        'Half of the riders came from Westmark. They paid the full fare and were',
        'carried on the north pier until the end of the',
      ]),
      page(3, ['summer. The report does not say why.']),
    ],
    { Title: 'Night ferry report', CreationDate: 'D:20240301120000Z' },
  );
  const { drafts } = await runImport([writeTemporary('report.pdf', pdf)]);
  expect(drafts[0]).toMatchObject({
    title: 'TODO Night ferry report',
    published: 'TODO 2024-03-01',
    url: 'TODO',
  });
  expect(drafts[0]?.passages.map(({ text, locator }) => [locator, text.en])).toEqual([
    [
      'page 1',
      'The Harbour Office counted 1,204 riders on the night ferry in the first month, which is more than the office had planned for the whole transportation year.',
    ],
    [
      'page 2',
      'Half of the riders came from Westmark. They paid the full fare and were carried on the north pier until the end of the summer. The report does not say why.',
    ],
  ]);
});

test('Markdown in Spanish: front matter is what is stated, the Spanish text is filled in', async () => {
  const path = writeTemporary(
    'nota.md',
    '---\ntitle: El transbordador\npublisher: Diario\ndate: 2024-05-01\nlang: es\nurl: https://diario.example/x\n---\n\n# El transbordador\n\nEl transbordador **nocturno** salió el 1 de mayo. Iban 40 personas a bordo.\n',
  );
  const { drafts } = await runImport([path]);
  expect(drafts[0]).toMatchObject({
    title: 'El transbordador',
    published: '2024-05-01',
    language: 'es',
  });
  expect(drafts[0]?.passages[0]?.text).toEqual({
    en: 'TODO',
    es: 'El transbordador nocturno salió el 1 de mayo. Iban 40 personas a bordo.',
  });
});

test('check refuses a draft, and says what a person has to decide', async () => {
  const { dir } = await runImport([HTML]);
  const { corpus, faults } = readCorpus(dir);
  expect(corpus).toBeUndefined();
  for (const field of [
    'kind',
    'position',
    'asOf',
    'summary.en',
    'passages[f01].text.es',
    'passages[f01].questions.en',
  ]) {
    expect(faults.some(({ problem }) => problem.startsWith(field))).toBe(true);
  }
});

test('passages that the corpus has already are shown beside the draft', async () => {
  const { corpus } = readCorpus(FIXTURE_CORPUS);
  const known = [...(corpus?.passages.values() ?? [])][0];
  const again = writeTemporary('again.txt', `${known?.text.en}\n`);
  const { files } = await runImport([again]);
  expect(readFileSync(files[0] as string, 'utf8')).toContain(`# like ${known?.id} (100 %): `);
});

test('a run that is started again passes over what is done, and never overwrites', async () => {
  const first = await runImport([HTML]);
  const file = first.files[0] as string;
  writeFileSync(file, readFileSync(file, 'utf8').replace('asOf: TODO', 'asOf: 2024-02-08'));
  const edited = readFileSync(file, 'utf8');
  const second = await runImport([HTML, TEXT], first.dir);
  expect(second.stderr).toContain(`${HTML}: is already in ${file}`);
  expect(second.files).toHaveLength(1);
  expect(readFileSync(file, 'utf8')).toBe(edited);
  // Another page of the same name gets a number.
  const copy = writeTemporary('copy.html', readFileSync(HTML, 'utf8'));
  const third = await runImport([copy], first.dir);
  expect(third.files).toEqual([file.replace('.yaml', '-2.yaml')]);
  expect(readdirSync(join(first.dir, 'sources')).filter((name) => name.startsWith('.'))).toEqual(
    [],
  );
});

test('one that cannot be read is named and the others are imported, exit code 1', async () => {
  const binary = writeTemporary('x.bin', Buffer.from([1, 0, 2, 3]));
  const broken = writeTemporary('x.pdf', '%PDF-1.4 nothing more');
  const { exitCode, files, stderr } = await runImport(['no/such/file', binary, broken, TEXT]);
  expect(exitCode).toBe(1);
  expect(files).toHaveLength(1);
  expect(stderr).toContain('no/such/file: does not exist');
  expect(stderr).toContain('is not text, HTML or PDF');
  expect(stderr).toContain('is not a PDF that can be read');
  expect(stderr).toContain('3 imports failed');
});

test('an address: fetched, its charset heeded, named as the url, not fetched twice', async () => {
  let requests = 0;
  const origin = await serve((_request, response) => {
    requests += 1;
    response.setHeader('Content-Type', 'text/html; charset=iso-8859-1');
    response.end(
      Buffer.from(
        '<html lang=es><body><article><h1>Aviso</h1><p>El año próximo sube la tarifa de la noche, dijo la oficina.</p></article></body></html>',
        'latin1',
      ),
    );
  });
  const { drafts, dir } = await runImport([`${origin}/aviso`]);
  expect(drafts[0]).toMatchObject({ url: `${origin}/aviso`, publisher: 'TODO 127.0.0.1' });
  expect(drafts[0]?.passages[0]?.text.es).toBe(
    'El año próximo sube la tarifa de la noche, dijo la oficina.',
  );
  await runImport([`${origin}/aviso`], dir);
  expect(requests).toBe(1);
});

test('an address that fails, is too large or leads away from http is refused in words', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/large') {
      const mega = Buffer.alloc(1024 * 1024, 'a');
      const send = () => {
        while (!response.destroyed && response.write(mega));
        response.once('drain', send);
      };
      send();
    } else if (request.url === '/away')
      response.writeHead(302, { Location: 'file:///etc/passwd' }).end();
    else response.writeHead(404).end('gone');
  });
  const { stderr, exitCode } = await runImport([
    `${origin}/none`,
    `${origin}/large`,
    `${origin}/away`,
  ]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('/none: the server answers with 404');
  expect(stderr).toContain('at most 30 MB are read');
  expect(stderr).toContain('/away: cannot be fetched');
});

test('a page of elements without end within each other is read too, and soon', async () => {
  const deep = `${'<div>'.repeat(20_000)}<p>The last boat leaves at a quarter past one.</p>${'</div>'.repeat(20_000)}`;
  const path = writeTemporary('deep.html', `<html><body>${deep}</body></html>`);
  const before = process.threadCpuUsage();
  const { drafts } = await runImport([path]);
  const { user, system } = process.threadCpuUsage(before);
  expect(textsOf(drafts[0])).toEqual(['The last boat leaves at a quarter past one.']);
  expect((user + system) / 1000).toBeLessThan(2_000);
});

test('a page of 2 MB is imported within two seconds', async () => {
  // As pages are: a fifth of it text, the rest markup and scripts.
  const paragraph = `<div class="${'block__inner '.repeat(12)}" data-track='{"slot":"${'x'.repeat(150)}"}'><p>The night ferry carried riders on a cold night, and the office counted them.</p></div>\n`;
  const page = readFileSync(HTML, 'utf8')
    .replace('<p>No vote', `${paragraph.repeat(4_000)}<p>No vote`)
    .replace('</body>', `<script>${'track();'.repeat(60_000)}</script></body>`);
  expect(page.length).toBeGreaterThan(2_000_000);
  const path = writeTemporary('large.html', page);
  // Of this thread alone, so that a busy machine isn't taken for slow code.
  const before = process.threadCpuUsage();
  const { drafts } = await runImport([path]);
  const { user, system } = process.threadCpuUsage(before);
  expect(drafts[0]?.passages.length).toBeGreaterThan(4_000);
  expect((user + system) / 1000).toBeLessThan(2_000);
});
