/** Places in a source ("para 4", "executive summary") in the language of the answer. */
import type { Language } from '../text/language.ts';

/** Names of parts that sources have in common, lower case, and what they are called in Spanish. */
const PARTS: Readonly<Record<string, string>> = {
  abstract: 'resumen',
  address: 'dirección web',
  argument: 'argumento',
  'argument heading': 'título del argumento',
  article: 'artículo',
  "author's thread": 'hilo del autor',
  background: 'antecedentes',
  'backlog section': 'sección sobre el rezago',
  boilerplate: 'texto fijo al final',
  bullet: 'viñeta',
  caption: 'carátula',
  'case details': 'datos del caso',
  'case summary': 'resumen del caso',
  closing: 'cierre',
  'complaint heading': 'encabezado de la demanda',
  conclusion: 'conclusión',
  contents: 'índice',
  counsel: 'abogados',
  cover: 'portada',
  coverage: 'alcance de los datos',
  'coverage list': 'lista de cobertura',
  disposition: 'fallo',
  docket: 'expediente',
  entry: 'entrada',
  'executive summary': 'resumen ejecutivo',
  extract: 'extracto',
  'final para': 'último párrafo',
  heading: 'encabezado',
  headline: 'titular',
  highlights: 'puntos destacados',
  holding: 'decisión del tribunal',
  infobox: 'recuadro informativo',
  intro: 'introducción',
  introduction: 'introducción',
  issue: 'cuestión planteada',
  item: 'punto',
  'key findings': 'hallazgos principales',
  lead: 'entrada',
  'legal challenges': 'impugnaciones judiciales',
  list: 'lista',
  method: 'método',
  opening: 'inicio',
  opinion: 'opinión judicial',
  'opinion summary': 'resumen de la opinión judicial',
  order: 'orden',
  overview: 'panorama general',
  page: 'pág.',
  para: 'párr.',
  paras: 'párrs.',
  part: 'parte',
  'photo caption': 'pie de foto',
  'press release': 'comunicado de prensa',
  question: 'pregunta',
  quotation: 'cita',
  'quoted order': 'orden citada',
  'quoted report': 'informe citado',
  answer: 'respuesta',
  scene: 'escena',
  'second stored page': 'segunda página guardada',
  section: 'sección',
  statement: 'declaración',
  status: 'estado del caso',
  statutes: 'leyes',
  subparagraph: 'inciso',
  subtitle: 'subtítulo',
  summary: 'resumen',
  'summary bullets': 'puntos del resumen',
  syllabus: 'sumario de la sentencia',
  table: 'tabla',
  'technical summary': 'resumen técnico',
  title: 'título',
  'top lines': 'primeras líneas',
  'trac extract': 'extracto de TRAC',
  'update box': 'recuadro de actualización',
  'update note': 'nota de actualización',
};

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  one: 'uno',
  two: 'dos',
  three: 'tres',
  four: 'cuatro',
  five: 'cinco',
  six: 'seis',
};

/** Forms that aren't a part with a number. */
const FORMS: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  // "1:35", "4", "14-15", "III.A-B": times and numbers read the same.
  [/^(?:[\d:-]+|[IVX]+\.[A-Z](?:-[A-Z])?)$/, ([number]) => number],
  [/^(\d+)-page ruling$/, ([, pages]) => `sentencia de ${pages} páginas`],
  [/^as reported$/, () => 'según la nota'],
  // "summary para 1-3", "contents part four": a place within a part.
  [/^(summary|statement|contents) (.+)$/, ([, part, place]) => `${part},${place}`],
];

/** "para", "para 1-2", "article 33(1)", "argument heading I.C", "part four": a part and which one. */
const PART_AND_NUMBER =
  /^(.+?) ((?:[\dIVX]+[\w.()-]*)|\([A-Z]\)|[A-Z]|one|two|three|four|five|six)$/;
const WITH_NOTE = /^(.+?) \((.+)\)$/;

/**
 * A locator of the corpus in a language. Parts of a kind are translated; a heading of the source itself stays in
 * its language, in quotation marks.
 */
export function locatorIn(language: Language, locator: string): string {
  return language === 'en' ? locator : inSpanish(locator);
}

function inSpanish(locator: string): string {
  return locator
    .split(/, ?/)
    .map((part) => partInSpanish(part.trim()))
    .join(', ');
}

function partInSpanish(part: string): string {
  const known = PARTS[part.toLowerCase()];
  if (known) return known;
  for (const [pattern, form] of FORMS) {
    const match = pattern.exec(part);
    if (match) {
      const text = form(match);
      return text.includes(',') ? inSpanish(text) : text;
    }
  }
  const [, name = '', number = ''] = PART_AND_NUMBER.exec(part) ?? [];
  const numbered = PARTS[name.toLowerCase()];
  if (numbered) return `${numbered} ${NUMBER_WORDS[number] ?? number}`;
  const [, outside = '', note = ''] = WITH_NOTE.exec(part) ?? [];
  if (PARTS[outside.toLowerCase()] ?? PART_AND_NUMBER.test(outside)) {
    return `${inSpanish(outside)} (${note.replace(/^(\S+) copy$/, 'copia de $1')})`;
  }
  return `"${part}"`;
}
