/** Los textos de lo que hace comprobable una respuesta, en español. Las claves son las de `trust.en.ts`. */
import type { DeclineReason } from '../answer/answer.ts';
import { formatDate, formatNumber } from './format.ts';
import type { TrustTexts } from './trust.en.ts';

const date = (value: string) => formatDate(value, 'es');
const number = (value: number) => formatNumber(value, 'es');
const count = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
const argue = (value: number) => (value === 1 ? 'argumenta' : 'argumentan');
/** "al 19 de diciembre de 2019" for a day, "en diciembre de 2019" or "en 2019" for less. */
const datedAt = (asOf: string) => `${asOf.length === 10 ? 'al' : 'en'} ${date(asOf)}`;

const next: Record<DeclineReason, (command: string) => string> = {
  'off-topic': (command) =>
    `Pregunta sobre la política misma, o mira con /${command} sources qué tiene la colección.`,
  'not-covered': (command) =>
    `Prueba con otras palabras o una pregunta más concreta, o busca un tema en /${command} sources.`,
  'only-old-sources': () =>
    'Pregunta cómo estaban las cosas en un día que nombres, o busca lo más reciente en la oficina que decide.',
  advice: () =>
    'Pregunta cómo funciona la política en general, sin tu propio caso; para el caso, arriba dice quién puede asesorar.',
  unsafe: () => 'Cuando estés a salvo, puedes volver a preguntar sobre la política cuando quieras.',
  'personal-data': () =>
    'Escribe la pregunta de nuevo en palabras generales; deja fuera los datos.',
  unclear: () =>
    'Di a quién, qué o cuándo te refieres, por ejemplo: "¿Cuántas personas hubo en 2019?"',
  'chit-chat': () => 'Elige una de las preguntas de abajo, o escribe la tuya.',
  gibberish: () => 'Por ejemplo: "¿Cuándo empezó?" o una palabra del tema.',
};

export const trustEs = {
  next,
  knownBy: (day) => `Solo con lo que se sabía al ${date(day)}.`,
  until: (day, laterAnswers) =>
    laterAnswers
      ? `Ninguna fuente hasta el ${date(day)} responde esto; otras posteriores sí. Pregunta de nuevo sin la fecha.`
      : `Ninguna fuente hasta el ${date(day)} responde esto.`,
  sides: (topic, { supportive, critical, neutral }) =>
    `Sobre "${topic}" la colección tiene ${count(supportive + critical + neutral, 'fuente')}: ${number(critical)} ${argue(critical)} en contra de la política, ${number(supportive)} a favor, ${number(neutral)} ni una cosa ni la otra.`,
  morePositions: (more) => `${number(more)} más en "Comparar".`,
  receipt: (id) => `Comprobante ${id}`,
  compare: {
    why: 'Por qué difieren',
  },
  check: {
    title: 'Qué dicen las fuentes sobre esta afirmación',
    claim: (claim) => `Afirmación: "${claim}"`,
    supports: 'Pasajes que la apoyan',
    complicates: 'Pasajes que la contradicen o la matizan',
    touches: 'Pasajes que solo la rozan',
    none: 'Ninguno en la colección.',
    beside: (claimed, stated) => `la afirmación: ${claimed} · este pasaje: ${stated}`,
    noVerdict: 'Esto no es un veredicto. Lee los pasajes, quién lo dice y para qué fecha.',
    reasons: {
      figure: 'da otra cifra',
      date: 'da otra fecha',
      negation: 'dice lo contrario o lo niega',
      position: 'toma otra postura en un desacuerdo',
    },
  },
  cite: {
    title: (style) => `Citas · ${style}`,
    choose: 'Elige un estilo',
    passage: (locator, asOf) =>
      asOf ? `citado aquí: ${locator}, ${datedAt(asOf)}` : `citado aquí: ${locator}, sin fecha`,
    notApplied: 'Bluebook es para derecho; esta fuente se cita en su forma para otras obras.',
    noLink: 'sin dirección pública',
    styles: {
      apa: 'APA',
      mla: 'MLA',
      chicago: 'Chicago',
      bluebook: 'Bluebook',
      bibtex: 'BibTeX',
    },
    about: 'Citas con CSL (citeproc-js, citationstyles.org). Revísalas antes de entregarlas.',
  },
  buttons: {
    compare: 'Comparar',
    cite: 'Citar',
  },
  commands: {
    compare: {
      description: 'Muestra en qué difieren las fuentes, lado a lado',
      options: { topic: 'En qué difieren: escribe una palabra o elige de la lista' },
    },
    check: {
      description: 'Pasajes a favor y en contra de una afirmación; el bot no da un veredicto',
      options: { claim: 'La afirmación, en una frase. Sin nombres ni números de caso, por favor' },
    },
    asOf: 'Solo lo que se sabía ese día: 2022-01-31, 2022-01 o 2022',
    checkMessage: 'Comprobar esta afirmación',
  },
  errors: {
    unknownComparison:
      'No conozco ningún desacuerdo sobre eso. Elige uno de la lista que aparece al escribir.',
    emptyClaim: 'No hay texto que comprobar. Da una afirmación en una frase.',
  },
} satisfies TrustTexts;
