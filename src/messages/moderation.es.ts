/** Textos para quienes moderan, y de lo que ponen ante los miembros, en español. Las claves son las de moderation.en.ts. */
import { formatDate, formatList, formatNumber } from './format.ts';
import type { moderation as english } from './moderation.en.ts';

const date = (value: string) => formatDate(value.slice(0, 10), 'es');
const number = (value: number) => formatNumber(value, 'es');
const list = (items: readonly string[]) => formatList(items, 'es');
const count = (value: number, one: string, many = `${one}s`) =>
  `${number(value)} ${value === 1 ? one : many}`;
const percent = (share: number) => `${Math.round(100 * share)} %`;
const someone = 'una persona que modera';

export const moderation = {
  someone,
  noReason: 'sin motivo indicado',
  date,
  community: {
    title: 'Respuesta de esta comunidad',
    writtenBy: (name, day) =>
      `Escrita por quienes moderan este servidor (${name}, ${date(day)}); no es parte de la colección`,
    restsOn: 'Se apoya en',
    alsoSays: 'Lo que dice la colección sobre la pregunta',
    someone,
  },
  feedback: {
    thanks:
      'Gracias. Quienes moderan este servidor ven cuántas veces ayudó una respuesta, nunca quién lo dijo.',
    changed: 'Tu voto anterior sobre esta respuesta fue reemplazado.',
    formTitle: '¿Qué estuvo mal?',
    formLabel: 'Puedes dejarlo abierto',
    formHint: 'Quienes moderan ven los motivos, nunca quién los dio',
    reasons: {
      'wrong-source': 'Fuente equivocada',
      'out-of-date': 'Desactualizada',
      'no-answer': 'No respondió mi pregunta',
      unfair: 'Injusta',
      unsafe: 'Insegura',
    },
  },
  keepsQuestion: (days) =>
    `Este servidor guarda el texto de las preguntas sin respuesta durante ${count(days, 'día')}, sin quién preguntó.`,
  privacy: {
    title: 'Qué se guarda sobre ti',
    always:
      'Tus preguntas se buscan y se olvidan: no quedan en ningún registro, y tu identificador de usuario no se guarda en claro en ninguna parte. Lo último que preguntaste se recuerda diez minutos, solo en memoria, para que puedas seguir preguntando; qué mensajes se respondieron en los canales, por sus identificadores, uno o dos días.',
    remembered: 'Lo que preguntaste en los últimos diez minutos está ahora en memoria.',
    forgottenSubject: 'Olvidado: lo que preguntaste en los últimos diez minutos.',
    noQuestions: 'Este servidor no guarda el texto de las preguntas.',
    questions: (days) =>
      `Este servidor guarda el texto de las preguntas sin respuesta durante ${count(days, 'día')}, sin quién preguntó. Por eso, no pongas datos personales.`,
    nothing: 'En este servidor no se guarda nada sobre ti.',
    held: (votes, acts, days) =>
      `En este servidor: ${count(votes, 'voto')} sobre respuestas, bajo una clave que se desecha con el tiempo, y tu nombre junto a ${count(acts, 'cosa')} que hiciste al moderar. Los votos y los nombres del historial se borran solos tras ${count(days, 'día')}.`,
    elsewhere:
      'Aquí, fuera de los servidores, no se guarda nada. Usa esto en un servidor para ver qué se guarda allí.',
    forget: 'Olvídame',
    forgotten:
      'Olvidado: tus votos en este servidor están borrados, y tu nombre ya no figura en lo que hiciste. Quedan las sumas; no dicen nada sobre ti.',
  },
  settings: {
    title: 'Ajustes de este servidor',
    changed: (names) => `Cambiado: ${list(names)}.`,
    names: {
      language: 'Idioma',
      visibility: 'Respuestas',
      moderatorsChannel: 'Canal de moderación',
      reminders: 'Recordatorios de revisión',
      cooldownSeconds: 'Espera entre preguntas',
      keepQuestions: 'Texto de las preguntas sin respuesta',
      retentionDays: 'Lo que se guarda sobre personas',
    },
    memberLanguage: 'el de cada miembro',
    language: { en: 'inglés', es: 'español' },
    visibility: {
      private: 'privadas, salvo que quien pregunta elija otra cosa',
      public: 'públicas, salvo que quien pregunta elija otra cosa',
    },
    noChannel: 'ninguno (sin recordatorios)',
    on: 'sí',
    off: 'no',
    noWait: 'ninguna',
    seconds: (value) => count(value, 'segundo'),
    days: (value) => `como máximo ${count(value, 'día')}`,
    kept: 'se guarda, sin quién preguntó; se avisa a los miembros',
    notKept: 'no se guarda',
  },
  pins: {
    title: (value) => count(value, 'fuente fijada', 'fuentes fijadas'),
    none: 'Aún no hay fuentes fijadas. Fija una con el comando pin o desde el menú de un mensaje.',
    open: 'Abrir una fuente fijada',
    state: {
      placing: 'se está publicando',
      pinned: 'en su lugar',
      posted: 'publicada, sin fijar',
      unpinned: 'alguien la desfijó a mano',
      deleted: 'alguien la borró a mano',
      unreachable: 'el canal ya no existe o no puedo verlo',
    },
    outdated: 'desactualizada: la colección ya dice otra cosa',
    sourceGone: 'la fuente ya no está en la colección',
    owner: (name, day) => `la fijó ${name ?? someone} el ${date(day)}`,
    review: (day) => `revisión el ${date(day)}`,
    reviewDue: (day) => `la revisión tocaba el ${date(day)}`,
    noReview: 'sin fecha de revisión',
    reason: (reason) => `Motivo: ${reason}`,
    link: 'Ir a la tarjeta',
    gone: 'fuente desconocida',
    cardNote: (day) => `Fijado por quienes moderan este servidor, de la colección del ${date(day)}`,
    updatedNote: (day) => `Actualizado el ${date(day)}: la colección cambió esta entrada`,
    goneNote: (day) => `Desde el ${date(day)} esta fuente ya no está en la colección`,
    unpinnedNote: (day) => `Ya no se mantiene al día desde el ${date(day)}`,
    outcome: {
      pinned: 'Fijada.',
      already: 'Esa fuente ya está fijada ahí.',
      busy: 'Alguien está fijando esa fuente ahí en este momento.',
      'no-permission':
        'La tarjeta está publicada, pero no fijada: me falta el permiso Fijar mensajes (Pin Messages) en ese canal. Dámelo ahí y usa el comando otra vez; la tarjeta no se publica dos veces.',
      full: 'La tarjeta está publicada, pero no fijada: el canal tiene todos los mensajes fijados que permite Discord (250). Desfija alguno y usa el comando otra vez; la tarjeta no se publica dos veces.',
    },
    where: (channel) => `Canal: <#${channel}>`,
    removed: 'Desfijada. La tarjeta queda como un mensaje normal y ya no se mantiene al día.',
    removedRecord:
      'El registro está quitado. No había nada que desfijar: la tarjeta o su canal ya no existe, o alguien la desfijó a mano.',
    removedStillPinned:
      'El registro está quitado, pero la tarjeta sigue fijada: me falta ahí el permiso Fijar mensajes (Pin Messages). Desfíjala a mano.',
    reminderTitle: 'Toca revisar una fuente fijada',
    reminder: (name, day) =>
      `La fijó ${name ?? someone}. La revisión estaba prevista para el ${date(day)}: ¿debe seguir ahí?`,
    reviewed: (day) => `Revisada. La próxima revisión es el ${date(day)}.`,
    formTitle: 'Fijar una fuente aquí',
    formSource: 'Fuente',
    formSourceHint: 'Primero las de este mensaje, después las más cercanas a él',
    formDays: 'Días hasta la revisión',
    formDaysHint: 'De 1 a 365; vacío si no hace falta revisarla',
    formReason: 'Motivo',
    formReasonHint: 'Para otras personas que moderan; sin nombres de miembros',
  },
  answers: {
    title: (value) => count(value, 'respuesta de la comunidad', 'respuestas de la comunidad'),
    none: 'Aún no hay respuestas de la comunidad. Escribe una con answer add.',
    open: 'Abrir una respuesta',
    edited: (name, day) => `${name ?? someone}, ${date(day)}`,
    saved: 'Guardada. Esto es lo que ven los miembros:',
    removed: 'Quitada. Con el comando history se puede recuperar.',
    noBase:
      'No se muestra a los miembros: ninguno de los pasajes en que se apoya está en la colección.',
    adviceWarning:
      'Una de las preguntas parece pedir consejo sobre un caso personal. Quien la haga recibe la tarjeta sobre consejos, no esta respuesta.',
    wordings: (value) => count(value, 'formulación', 'formulaciones'),
    formTitle: { add: 'Una respuesta de la comunidad', edit: 'Editar una respuesta' },
    formQuestions: 'Preguntas que responde',
    formQuestionsHint: (most, length) =>
      `Una por línea: como máximo ${most}, de hasta ${length} caracteres`,
    formText: 'La respuesta, con palabras propias',
    formTextHint: (length) =>
      `Hasta ${length} caracteres. Enlaces y formatos se ven como texto simple`,
    formPassages: 'Pasajes en que se apoya',
    formPassagesHint: 'De uno a tres; los miembros los ven debajo de la respuesta',
    formLanguages: 'La ven quienes preguntan en',
    problem: 'Aún no está guardada; lo que escribiste se conserva.',
    problems: {
      noQuestion: 'No hay ninguna pregunta. Escribe al menos una.',
      tooMany: (most) => `Hay más de ${most} preguntas.`,
      tooLong: (length) => `Una pregunta tiene más de ${length} caracteres.`,
      personalData: 'Una pregunta contiene datos personales. Quítalos.',
      danger:
        'Una pregunta parece pedir ayuda urgente; esas siempre reciben la tarjeta de seguridad.',
      unfindable: 'Una pregunta no tiene ninguna palabra por la que se pueda encontrar.',
      noText: 'La respuesta está vacía.',
      noPassage: 'No elegiste ningún pasaje que esté en la colección.',
      full: (most) => `Hay ${number(most)} respuestas de la comunidad; no caben más.`,
      conflict: (name) =>
        `Mientras tanto, ${name ?? someone} cambió esta respuesta. Esto dice ahora:`,
      gone: 'Mientras tanto alguien quitó esta respuesta. Si envías el formulario otra vez, se crea de nuevo.',
    },
  },
  gaps: {
    title: (value) => `${count(value, 'hueco')}: preguntado y sin respuesta`,
    none: 'No hay huecos abiertos: todo tuvo respuesta, o nadie preguntó.',
    note: 'Por las palabras que la colección conoce. No se guardan ni las preguntas ni quién preguntó, salvo que este servidor guarde preguntas.',
    open: 'Abrir un hueco',
    count: (value) => `preguntado ${value === 1 ? 'una vez' : `${number(value)} veces`}`,
    between: (first, last) =>
      first === last ? `el ${date(first)}` : `del ${date(first)} al ${date(last)}`,
    questions: 'Como se preguntó',
    states: {
      open: 'abierto de nuevo',
      answered: 'respondido',
      'off-topic': 'ajeno al tema',
      dismissed: 'descartado',
    },
    closed: (state) => `Marcado como ${state}. Con el comando history se puede deshacer.`,
  },
  stats: {
    title: (days) => `Los últimos ${count(days, 'día')}`,
    asked: (asked, answered) =>
      asked === 0
        ? 'Nadie preguntó nada.'
        : `${count(asked, 'pregunta')}: ${number(answered)} con respuesta (${percent(answered / asked)}), ${number(asked - answered)} sin ella.`,
    votes: (helpful, notHelpful) =>
      helpful + notHelpful === 0
        ? 'Nadie ha votado.'
        : `${count(helpful + notHelpful, 'voto')}: ${number(helpful)} útil, ${number(notHelpful)} no útil.`,
    kept: (pins, answers, gaps) =>
      `${count(pins, 'fuente fijada', 'fuentes fijadas')}, ${count(answers, 'respuesta de la comunidad', 'respuestas de la comunidad')}, ${count(gaps, 'hueco abierto', 'huecos abiertos')}.`,
    weeks: 'Por semana',
    chart: 'Preguntas por semana',
    answered: 'con respuesta',
    declined: 'sin respuesta',
    chartWeek: (day) => formatDate(day, 'es').replace(/ de \d{4}$/, ''),
    figures: (answered, declined) => `${number(answered)} + ${number(declined)}`,
    alt: (weeks) => `Barras de las preguntas por semana. ${weeks.join('; ')}.`,
    week: (day, asked, answered, helpful, notHelpful) =>
      `semana del ${date(day)}: ${count(asked, 'pregunta')}, ${number(answered)} con respuesta, ${number(helpful)} útil, ${number(notHelpful)} no útil`,
    answers: 'Respuestas por votos',
    sources: 'Fuentes por votos',
    tally: (helpful, notHelpful, reasons) =>
      `${number(helpful)} útil, ${number(notHelpful)} no útil${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`,
    gone: 'una respuesta que ya no está en la colección',
  },
  history: {
    title: (value) => count(value, 'cambio'),
    none: 'Aún no se ha cambiado nada.',
    open: 'Deshacer un cambio',
    actions: {
      settings: 'cambió los ajustes',
      'pin-add': 'fijó una fuente',
      'pin-change': 'cambió una fuente fijada',
      'pin-remove': 'desfijó una fuente',
      'answer-add': 'escribió una respuesta',
      'answer-edit': 'editó una respuesta',
      'answer-remove': 'quitó una respuesta',
      'gap-state': 'marcó un hueco',
      channel: 'cambió un canal de preguntas',
    },
    reverted: 'deshizo un cambio',
    done: 'Deshecho. También eso queda en el historial.',
  },
  export: {
    done: (rows) => `${count(rows, 'fila')}. El archivo no contiene identificadores de usuario.`,
  },
  buttons: {
    unpin: 'Desfijar',
    reviewed: (days) => `Revisada, preguntar de nuevo en ${count(days, 'día')}`,
    edit: 'Editar',
    remove: 'Quitar',
    again: 'Abrir el formulario otra vez',
    write: 'Escribir una respuesta',
    offTopic: 'Ajeno al tema',
    dismiss: 'Descartar',
  },
  menus: { pinHere: 'Fijar una fuente aquí' },
  commands: {
    root: (policy) => `Para quienes moderan: ${policy}`,
    groups: { answer: 'Respuestas de la comunidad de este servidor' },
    privacy: {
      description: 'Qué se guarda sobre ti aquí, y cómo hacer que se olvide',
      options: {},
    },
    settings: {
      description: 'Muestra o cambia los ajustes de este servidor',
      options: {
        language: 'Idioma de tarjetas y recordatorios, y de respuestas si la pregunta no lo dice',
        visibility: 'Si las respuestas son privadas o públicas cuando quien pregunta no elige',
        channel: 'Dónde se recuerdan las revisiones',
        reminders: 'Recordar las fuentes fijadas que toca revisar',
        cooldown: 'Segundos de espera entre dos preguntas de un miembro; 0 para ninguna',
        keep_questions: 'Guardar el texto de las preguntas sin respuesta, sin quién preguntó',
        retention: 'Días que se guarda lo que se refiere a personas',
        reset: 'Devolver uno de ellos a como estaba al principio',
      },
      choices: {
        language: { en: 'inglés', es: 'español' },
        visibility: { private: 'privadas', public: 'públicas' },
        reset: {
          language: 'idioma',
          visibility: 'visibilidad',
          moderatorsChannel: 'canal',
          reminders: 'recordatorios',
          cooldownSeconds: 'espera',
          keepQuestions: 'guardar preguntas (no guardar)',
          retentionDays: 'plazo',
        },
      },
    },
    pin: {
      description: 'Publica la tarjeta de una fuente y la fija',
      options: {
        source: 'La fuente: escribe parte de su título o de quien la publica',
        channel: 'Dónde; aquí si no se elige',
        review_days: 'Días hasta preguntar si debe seguir ahí',
        reason: 'Por qué, para otras personas que moderan',
      },
    },
    pins: { description: 'Muestra todas las fuentes fijadas y cómo están', options: {} },
    unpin: {
      description: 'Desfija una fuente y quita su registro',
      options: { pin: 'La fuente fijada: escribe parte de su título' },
    },
    answerAdd: {
      description: 'Escribe una respuesta con palabras propias; se abre un formulario',
      options: {
        passage: 'Un pasaje en que se apoya la respuesta: escribe palabras de él',
        passage2: 'Otro pasaje',
        passage3: 'Otro pasaje',
        question: 'Una pregunta que responde; más en el formulario',
      },
    },
    answerEdit: {
      description: 'Edita una respuesta de la comunidad; se abre un formulario',
      options: {
        answer: 'La respuesta: escribe palabras de su pregunta',
        passage: 'Cambiar sus pasajes: este',
        passage2: 'Otro pasaje',
        passage3: 'Otro pasaje',
      },
    },
    answerRemove: {
      description: 'Quita una respuesta de la comunidad',
      options: { answer: 'La respuesta: escribe palabras de su pregunta' },
    },
    answerList: { description: 'Muestra todas las respuestas de la comunidad', options: {} },
    gaps: { description: 'Muestra lo que se preguntó y quedó sin respuesta', options: {} },
    stats: {
      description: 'Muestra cifras: preguntas, votos, lo fijado y lo escrito',
      options: { days: 'De cuántos días (si no se elige: 30)' },
    },
    history: { description: 'Muestra quién cambió qué, y deshace cambios', options: {} },
    export: {
      description: 'Guarda en un archivo lo que tiene este servidor',
      options: { what: 'Qué guardar', format: 'Forma del archivo (si no se elige: JSON)' },
      choices: {
        what: {
          settings: 'ajustes',
          pins: 'fuentes fijadas',
          answers: 'respuestas de la comunidad',
          gaps: 'huecos',
          feedback: 'votos',
          history: 'historial',
          shared: 'respuestas en canales',
        },
        format: { json: 'formato JSON', csv: 'CSV (para hojas de cálculo)' },
      },
    },
  },
} satisfies typeof english;
