/** Texts of the channels in which the bot answers by itself, in Spanish. */
import type { channelsEn } from './channels.en.ts';

export const channelsEs: typeof channelsEn = {
  title: 'Canales de preguntas de este servidor',
  none: 'Todavía ninguno: solo respondo a comandos. Elige un modo y un canal para cambiarlo.',
  channelTitle: (channel) => `Respuestas en <#${channel}>`,
  modes: {
    off: 'Aquí no respondo por mi cuenta. Los comandos funcionan igual.',
    mention: 'Respondo a quien me menciona y a quien contesta a una de mis respuestas.',
    forum:
      'Doy la primera respuesta a cada publicación nueva, y respondo en ella cuando me mencionan.',
    every: 'Respondo una vez a cada mensaje que sea una pregunta.',
    review:
      'Primero envío un borrador al equipo de moderación; aquí no aparece nada hasta que lo publica.',
  },
  modeNames: {
    off: 'apagado',
    mention: 'al mencionarme',
    forum: 'cada publicación nueva',
    every: 'cada pregunta',
    review: 'tras revisión',
  },
  languageIs: (language) => `Las respuestas son siempre en ${language}.`,
  languageOfQuestion: 'Las respuestas son en el idioma de la pregunta.',
  noticesOn: 'Si no encuentro nada, se avisa una vez a quien publicó.',
  noticesOff: 'Si no encuentro nada, no digo nada.',
  drafts: (channel) => `Los borradores van a <#${channel}>.`,
  titleOnly:
    'Puedo leer los títulos de las publicaciones, pero no su texto. Si un título no dice lo suficiente, quien publicó recibe un botón para preguntar. Con `MESSAGE_CONTENT=on` y el permiso de contenido de mensajes, quien opera este bot puede cambiarlo.',
  solvedTag: (name) =>
    `Cuando quien publicó pulsa «Esto lo resolvió», la publicación recibe la etiqueta «${name}».`,
  solvedTagBlocked: (name) =>
    `Hay una etiqueta «${name}». Para ponerla cuando quien publicó pulsa «Esto lo resolvió», necesito aquí el permiso Gestionar hilos.`,
  permissions: {
    ViewChannel: 'Ver canal',
    SendMessages: 'Enviar mensajes',
    SendMessagesInThreads: 'Enviar mensajes en hilos',
    ReadMessageHistory: 'Leer el historial de mensajes',
  },
  nothingFound: 'Lo busqué: la colección no tiene nada que lo responda.',
  titleUnclear: 'Solo puedo leer el título, y no me dice qué quieres saber.',
  waitInstead: (seconds) =>
    `Eso fue mucho de una vez. Aquí te respondo de nuevo en ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}; los comandos funcionan mientras tanto.`,
  fault: (reference) =>
    `Lo siento, algo falló. Vuelve a preguntar en un minuto, por favor. Referencia para quien opera el bot: ${reference}`,
  solvedDone:
    'Gracias. La publicación queda marcada como resuelta y desde ahora no digo nada más en ella.',
  solvedUntagged:
    'Gracias. Desde ahora no digo nada más en esta publicación. Aquí no puedo poner la etiqueta; tú o el equipo de moderación pueden hacerlo en el menú de la publicación.',
  formTitle: 'Buscar algo',
  formLabel: 'Tu pregunta',
  formHint: 'En inglés o español. Sin nombres ni números de caso, por favor',
  whichOne: '¿A qué te refieres?',
  onItsOwn: (question) => `Por sí sola: ${question}`,
  buttons: {
    lookUp: 'Buscar esto',
    details: 'Mostrar lo más cercano',
    solved: 'Esto lo resolvió',
    post: 'Publicar',
    choose: 'Cambiar los pasajes',
    discard: 'Descartar',
  },
  review: {
    title: 'Un borrador para revisar',
    where: (channel, link) => `Pregunta en <#${channel}>: [abrirla](<${link}>)`,
    nothing: 'No encontré respuesta a esto. Pueden elegir pasajes que se acerquen o descartarlo.',
    posted: 'Publicado. La publicación no dice quién la revisó.',
    discarded: 'Descartado. No se publicó nada.',
    formTitle: 'Elegir pasajes',
    formLabel: 'Pasajes que se muestran',
    formHint: 'De uno a tres; los del borrador ya están elegidos',
    draft: 'La respuesta tal como se publicaría:',
  },
  menu: 'Responder con fuentes',
  errors: {
    onlyPoster: 'Eso solo lo puede pulsar quien escribió la publicación.',
    forgottenSubject:
      'Ya no sé de qué se trataba: recuerdo un tema diez minutos como máximo. Pregunta con una frase completa, por favor.',
    emptyMessage: 'En ese mensaje no hay texto que pueda buscar.',
    noModeratorsChannel:
      'Todavía no hay un canal para los borradores. Elige uno con el comando settings, opción channel.',
    notAForum: 'El modo forum es para foros. Elige un foro u otro modo.',
    noPosts:
      'Un foro admite los modos forum, review, mention y off: sus preguntas son las publicaciones.',
    needsContent:
      'El modo every necesita leer todos los mensajes: quien opera este bot tiene que poner `MESSAGE_CONTENT=on` y activar el permiso de contenido de mensajes en el portal de desarrolladores. Hasta entonces, usa mention.',
    noAnswerChannel: 'No puedo responder en un canal de ese tipo.',
    draftGone: 'Ese borrador ya no está: alguien lo publicó o lo descartó, o se borró la pregunta.',
    missingHere: ({ channel, permissions }) =>
      `Me faltan permisos en <#${channel}>: ${permissions}. Dáselos allí a mi rol (Editar canal, Permisos) y vuelve a usar el comando.`,
  },
  command: {
    description: 'Ver o elegir cómo respondo por mi cuenta en un canal',
    options: {
      mode: 'Cuándo respondo allí',
      channel: 'Qué canal; este si no se elige otro',
      language: 'Idioma de todas las respuestas allí; o el de cada pregunta',
      notices: 'Decir en un foro que no encontré nada (por defecto: sí)',
    },
    choices: {
      mode: {
        off: 'off: solo comandos',
        mention: 'mention: cuando me mencionan',
        forum: 'forum: primera respuesta a cada publicación nueva',
        every: 'every: cada pregunta (necesita MESSAGE_CONTENT=on)',
        review: 'review: primero un borrador para moderación',
      },
      language: { question: 'el de la pregunta', en: 'inglés', es: 'español' },
    },
  },
};
