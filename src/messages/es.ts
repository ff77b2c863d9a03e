/** Todos los textos que lee la gente, en español. Las claves son las de `en.ts`. */
import type { DeclineReason } from '../answer/answer.ts';
import { channelsEs } from './channels.es.ts';
import type { Catalog } from './en.ts';
import { formatDate, formatList, formatNumber } from './format.ts';
import { historyEs } from './history.es.ts';
import { locatorIn } from './locators.ts';
import { moderation } from './moderation.es.ts';
import { playgroundEs } from './playground.es.ts';
import { sharedEs } from './shared.es.ts';
import { reproductionIn, speakerIn } from './speakers.ts';
import { trustEs } from './trust.es.ts';

const date = (value: string) => formatDate(value, 'es');
const number = (value: number) => formatNumber(value, 'es');
const list = (items: string[]) => formatList(items, 'es');
const count = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
/** "al 19 de diciembre de 2019" for a day, "en diciembre de 2019" or "en 2019" for less. */
const datedAt = (asOf: string) => `${asOf.length === 10 ? 'al' : 'en'} ${date(asOf)}`;
const datedOf = (asOf: string) => `${asOf.length === 10 ? 'del' : 'de'} ${date(asOf)}`;

/** `policy` is the name of what the corpus is about. */
const decline: Record<DeclineReason, { title: string; text: (policy: string) => string }> = {
  'off-topic': {
    title: 'Eso está fuera de lo que sé',
    text: (policy) => `Solo respondo preguntas sobre esto: ${policy}.`,
  },
  'not-covered': {
    title: 'La colección no responde eso',
    text: () => 'Ninguna de las fuentes que tengo responde esta pregunta.',
  },
  'only-old-sources': {
    title: 'Las fuentes son demasiado viejas para eso',
    text: () => 'Lo que tengo sobre esto es de otra época y no dice cómo están las cosas hoy.',
  },
  advice: {
    title: 'Puedo dar información, no consejos sobre un caso',
    text: () =>
      'Para un caso propio, consulta a alguien que esté capacitado y autorizado para asesorar.',
  },
  unsafe: {
    title: 'Si estás en peligro',
    text: () => 'Por favor llama a los servicios de emergencia del lugar en que estás.',
  },
  'personal-data': {
    title: 'Por favor, no pongas datos personales',
    text: () =>
      'No usé tu mensaje. Pregunta de nuevo sin nombres, números ni direcciones: las preguntas generales funcionan igual de bien.',
  },
  unclear: {
    title: 'No entendí la pregunta',
    text: () => 'Prueba con una pregunta completa que diga de qué trata.',
  },
  'chit-chat': {
    title: '¡Hola!',
    text: (policy) =>
      `Soy un bot que busca en una colección de fuentes: ${policy}. Hazme una pregunta sobre eso.`,
  },
  gibberish: {
    title: 'No pude leer eso como pregunta',
    text: () => 'Prueba con unas palabras sobre lo que quieres saber.',
  },
};

export const es = {
  trust: trustEs,
  shared: sharedEs,
  channels: channelsEs,
  thisPolicy: 'la política de esta colección',
  answer: {
    attribution: (who, asOf, locator) =>
      [speakerIn('es', who), asOf ? datedAt(asOf) : 'sin fecha', locatorIn('es', locator)].join(
        ' · ',
      ),
    closest: 'Lo más cercano a tu pregunta',
    sides: 'Fuentes que toman partido',
    sources: 'Fuentes',
    newest: (asOf) =>
      asOf
        ? `la más reciente que se muestra: ${date(asOf)}`
        : 'las que se muestran no tienen fecha',
    stale: (asOf) =>
      `La más reciente de estas fuentes es ${datedOf(asOf)}; la situación puede haber cambiado desde entonces.`,
    differ: 'Las fuentes difieren',
    page: (page, pages) => `Página ${number(page)} de ${number(pages)}`,
    shortened: 'Acortado para que quepa.',
    reproduction: (via) => `leído en una reproducción de ${reproductionIn('es', via)}`,
    noDate: 'sin fecha',
    noLink: 'sin enlace',
    related: 'Relacionado, pero no responde la pregunta',
    seen: (kinds) => `Se ve en tu mensaje: ${list(kinds)}.`,
    personalDetails: 'datos personales',
    searched: (sources, newest) =>
      newest
        ? `Hay ${count(sources, 'fuente')} en las que buscar; la más reciente es ${datedOf(newest)}.`
        : `Hay ${count(sources, 'fuente')} en las que buscar.`,
    suggestions: 'Preguntas que la colección sí responde',
    shared: 'Compartido por un miembro',
  },
  card: {
    published: (day) => `publicado: ${date(day)}`,
    speaksFor: (day) => datedAt(day),
    undated: 'sin fecha',
    original: { en: 'en inglés', es: 'en español' },
    open: 'Leer la fuente',
    noLink: 'Esta fuente no tiene una dirección pública.',
    passages: (from, to, of) =>
      of === 1 ? 'Qué dice' : `Qué dice (${number(from)} a ${number(to)} de ${number(of)})`,
  },
  list: {
    title: (sources) => `${count(sources, 'fuente')}, primero las más recientes`,
    none: 'Ninguna fuente cumple todo eso. Quita una de las opciones.',
    about: (topic) => `sobre ${topic}`,
    open: 'Abrir una fuente',
  },
  about: {
    contents: (sources, passages) =>
      `${count(sources, 'fuente')} con ${count(passages, 'pasaje')}, en español e inglés`,
    version: (day) => `versión del ${date(day)}`,
    newest: (day) => `fuente más reciente: ${date(day)}`,
    ask: (command) =>
      `Pregunta con \`/${command} ask\`, explora con \`/${command} sources\`, lee una con \`/${command} source\`.`,
    feedback: '¿Encontraste un error, o falta una fuente?',
    feedbackHow:
      'Avisa a los moderadores de tu servidor, o a quien opera este bot, con el nombre de la fuente. Por favor, sin datos personales.',
    licence: 'Licencia',
    licenceText:
      'El bot es software libre con licencia MIT. Los pasajes están en nuestras propias palabras; las fuentes pertenecen a quienes las publican.',
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
  positions: {
    neutral: '',
    supportive: 'argumenta a favor de la política',
    critical: 'argumenta en contra de la política',
  },
  positionChoices: {
    neutral: 'no argumenta a favor ni en contra',
    supportive: 'argumenta a favor de la política',
    critical: 'argumenta en contra de la política',
  },
  buttons: {
    share: 'Compartir',
    previous: 'Anterior',
    more: 'Más',
    next: 'Siguiente',
    source: (number) => `Sobre la fuente ${number}`,
    story: (title) => `El panorama completo: ${title}`,
    helpful: 'Útil',
    notHelpful: 'No es útil',
  },
  timeline: historyEs.timeline,
  status: historyEs.status,
  define: historyEs.define,
  commands: {
    ...historyEs.commands,
    mpp: {
      description: (policy) => `Respuestas con fuentes: ${policy}`,
    },
    ask: {
      description: 'Haz una pregunta; la respuesta son pasajes con sus fuentes',
      options: {
        question: 'Tu pregunta, en español o inglés. Sin nombres ni números de caso, por favor',
        private: 'Solo tú ves la respuesta (si no se elige: sí)',
        language: 'Idioma de la respuesta',
        as_of: trustEs.commands.asOf,
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
        position: 'Solo fuentes que sostienen esto sobre la política',
        about: 'Solo fuentes sobre este tema',
      },
    },
    about: { description: 'Qué es este bot y qué tan recientes son sus fuentes', options: {} },
  },
  moderation,
  /** The page for trying the bot without an account. */
  playground: playgroundEs,
  errors: {
    ...trustEs.errors,
    ...channelsEs.errors,
    ...historyEs.errors,
    fault: (reference) =>
      `Perdón, algo salió mal. Prueba otra vez en un minuto; si vuelve a pasar, da esta referencia a quien opera el bot: ${reference}`,
    staleButton:
      'Ese botón es de una versión anterior de la colección. Por favor, pregunta de nuevo.',
    unknownTopic: 'No tengo un tema con ese nombre. Elige uno de la lista que aparece al escribir.',
    unknownSource:
      'No tengo una fuente con ese nombre. Elige una de la lista que aparece al escribir.',
    unknownCommand:
      'No conozco ese comando. Discord puede mostrar una lista vieja: prueba en una hora.',
    emptyQuestion: 'No hay pregunta. Escribe lo que quieres saber.',
    onlyInServers: 'Eso funciona solo en servidores.',
    onlyModerators: 'Eso es para quienes moderan: requiere aquí el permiso Gestionar mensajes.',
    notYourChannel: ({ channel }) =>
      `Para eso necesitas el permiso Gestionar mensajes en <#${channel}>.`,
    cannotPost: ({ channel, permissions }) =>
      `No puedo publicar en <#${channel}>. Necesito ahí estos permisos: ${permissions}.`,
    noTextChannel: 'En ese canal no puedo publicar.',
    gone: 'Eso ya no está: alguien lo cambió mientras tanto. Usa el comando otra vez.',
    unknownPin: 'No tengo esa fuente fijada. Elige una de la lista que aparece al escribir.',
    unknownAnswer:
      'No tengo esa respuesta de la comunidad. Elige una de la lista que aparece al escribir.',
    unknownPassage: 'No tengo ese pasaje. Elige uno de la lista que aparece al escribir.',
    reviewDays: 'Los días hasta la revisión son un número entero de 1 a 365.',
    retentionTooLong: ({ days }) =>
      `Quien opera este bot no guarda nada sobre personas más de ${days} días. Elige menos.`,
    notRevertible: 'Ese cambio no se puede deshacer.',
    cooldown: ({ seconds }) =>
      `Este servidor pide esperar entre preguntas. Por favor, prueba de nuevo en ${seconds} segundos.`,
  },
} satisfies Catalog;
