/** Todos los textos que lee la gente, en español. Las claves son las de `en.ts`. */
import type { DeclineReason } from '../answer/answer.ts';
import type { Catalog } from './en.ts';
import { formatDate, formatNumber } from './format.ts';

const date = (value: string) => formatDate(value, 'es');
const number = (value: number) => formatNumber(value, 'es');

const decline: Record<DeclineReason, { title: string; text: string }> = {
  'off-topic': {
    title: 'Eso está fuera de lo que sé',
    text: 'Solo respondo preguntas sobre los Protocolos de Protección a Migrantes (MPP, "Quédate en México").',
  },
  'not-covered': {
    title: 'La colección no responde eso',
    text: 'Ninguna de las fuentes que tengo responde esta pregunta.',
  },
  'only-old-sources': {
    title: 'Las fuentes son demasiado viejas para eso',
    text: 'Lo que tengo sobre esto es de otra época y no dice cómo están las cosas hoy.',
  },
  advice: {
    title: 'Puedo dar información, no consejos sobre un caso',
    text: 'Para un caso personal, consulta a un abogado con licencia o a un representante acreditado por el Departamento de Justicia de Estados Unidos.',
  },
  unsafe: {
    title: 'Si estás en peligro',
    text: 'Por favor llama a los servicios de emergencia: el 911 en Estados Unidos y en México.',
  },
  'personal-data': {
    title: 'Por favor, no pongas datos personales',
    text: 'No usé tu mensaje. Pregunta de nuevo sin nombres, números ni direcciones: las preguntas generales funcionan igual de bien.',
  },
  unclear: {
    title: 'No entendí la pregunta',
    text: 'Prueba con una pregunta completa, por ejemplo: "¿A cuántas personas devolvieron a México?"',
  },
  'chit-chat': {
    title: '¡Hola!',
    text: 'Soy un bot que busca en una colección sobre los Protocolos de Protección a Migrantes ("Quédate en México"). Hazme una pregunta sobre eso.',
  },
  gibberish: {
    title: 'No pude leer eso como pregunta',
    text: 'Prueba con unas palabras sobre lo que quieres saber, por ejemplo: "audiencias MPP".',
  },
};

export const es = {
  answer: {
    attribution: (who, asOf, locator) =>
      [who, asOf ? `al ${date(asOf)}` : 'sin fecha', localeLocator(locator)].join(' · '),
    newest: (asOf) =>
      asOf
        ? `Fuente más reciente que se muestra: ${date(asOf)}`
        : 'Las fuentes que se muestran no tienen fecha',
    stale: (asOf) =>
      `La más reciente de estas fuentes habla de ${date(asOf)}; la situación puede haber cambiado desde entonces.`,
    sources: 'Fuentes',
    differ: (question) => `Las fuentes difieren: ${question}`,
    morePassages: (count) => `Hay ${number(count)} pasajes más en "Más".`,
    lessThanAll: 'Acortado para que quepa.',
    original: 'leído en una reproducción de',
    noDate: 'sin fecha',
    noLink: 'sin enlace',
    related: 'Relacionado, pero no responde la pregunta:',
    searched: (sources, newest) =>
      newest
        ? `Busqué en ${number(sources)} fuentes; la más reciente habla de ${date(newest)}.`
        : `Busqué en ${number(sources)} fuentes.`,
    suggestions: 'Preguntas que la colección sí responde:',
    shared: 'Compartido por un miembro',
  },
  decline,
  languages: { en: 'inglés', es: 'español' },
  kinds: {
    statute: 'ley',
    treaty: 'tratado',
    court: 'tribunal',
    government: 'gobierno',
    international: 'organismo internacional',
    research: 'investigación',
    explainer: 'texto explicativo',
    news: 'noticia',
    advocacy: 'organización activista',
    commentary: 'opinión',
  },
  positions: { neutral: '', supportive: 'a favor de MPP', critical: 'en contra de MPP' },
  buttons: {
    share: 'Compartir',
    more: 'Más',
    source: 'Sobre esta fuente',
    previous: 'Anterior',
    next: 'Siguiente',
    overview: 'El panorama completo',
  },
  commands: {
    mpp: {
      description:
        'Respuestas sobre los Protocolos de Protección a Migrantes ("Quédate en México"), con fuentes',
    },
    ask: {
      description: 'Haz una pregunta; la respuesta son pasajes con sus fuentes',
      options: {
        question: 'Tu pregunta, en español o inglés. Sin nombres ni números de caso, por favor',
        private: 'Solo tú ves la respuesta (si no se elige: sí)',
        language: 'Idioma de la respuesta',
      },
    },
    source: {
      description: 'Muestra lo que dice una fuente',
      options: { id: 'La fuente: escribe parte de su título o de quien la publica' },
    },
    sources: {
      description: 'Explora las fuentes de la colección',
      options: {
        kind: 'Solo este tipo de fuente',
        position: 'Solo fuentes que sostienen esto sobre MPP',
        about: 'Solo fuentes sobre este tema',
      },
    },
    about: { description: 'Qué es este bot y qué tan recientes son sus fuentes', options: {} },
  },
  errors: {
    fault: (reference) => `Perdón, algo salió mal. Referencia: ${reference}`,
    staleButton:
      'Ese botón es de una versión anterior de la colección. Por favor, pregunta de nuevo.',
    unknownSource:
      'No tengo una fuente con ese nombre. Elige una de la lista que aparece al escribir.',
    unknownCommand:
      'No conozco ese comando. Discord puede mostrar una lista vieja: prueba en una hora.',
    emptyQuestion: 'No hay pregunta. Escribe lo que quieres saber sobre MPP.',
  },
} satisfies Catalog;

/** Locators are written in English in the corpus; the common ones are put into Spanish. */
function localeLocator(locator: string): string {
  return locator
    .replace(/\bparas?\b/g, 'párr.')
    .replace(/\bpages?\b|\bpp?\./g, 'pág.')
    .replace(/\bsummary\b/g, 'resumen')
    .replace(/\bquotation\b/g, 'cita')
    .replace(/\bintroduction\b/g, 'introducción')
    .replace(/\bsection\b/g, 'sección')
    .replace(/\btable\b/g, 'tabla');
}
