/** Los textos de la cronología, de lo que estaba en vigor en un día y del glosario, en español. */
import { formatDate, formatNumber } from './format.ts';
import type { HistoryTexts } from './history.en.ts';

const date = (value: string) => formatDate(value, 'es');
const number = (value: number) => formatNumber(value, 'es');
/** "el 20 de enero de 2021" for a day, "enero de 2021" or "2021" for less. */
const theDate = (value: string) => (value.length === 10 ? `el ${date(value)}` : date(value));
const ofDate = (value: string) =>
  value.length === 10 ? `del ${date(value)}` : `de ${date(value)}`;
const toDate = (value: string) => (value.length === 10 ? `al ${date(value)}` : `a ${date(value)}`);

export const historyEs: HistoryTexts = {
  timeline: {
    title: (events) => `Cronología: ${number(events)} ${events === 1 ? 'hecho' : 'hechos'}`,
    between: (from, to) => (from === to ? date(from) : `${ofDate(from)} ${toDate(to)}`),
    since: (from) => `desde ${theDate(from)}`,
    until: (to) => `hasta ${theDate(to)}`,
    none: 'Ningún hecho de la colección cumple todo eso.',
    reaches: (from, to) =>
      `Sus hechos van ${ofDate(from)} ${toDate(to)}. Amplía las fechas o quita el tema.`,
    looks: {
      fully: 'en vigor',
      partly: 'en parte, solo en el papel, o sin saberse su uso',
      not: 'sin vigor',
      none: 'sin periodo registrado',
    },
    events: 'Hechos',
  },
  status: {
    since: (from) => `desde ${theDate(from)}`,
    decides: 'Qué lo decide',
    ended: 'Qué vino después',
    also: 'De la misma fecha',
    says: 'Qué dicen las fuentes',
    notKnown: 'aquí no se sabe',
    asOf: (day) => toDate(day),
    checked: (day) => `Estos registros llegan hasta ${theDate(day)}.`,
    afterChecked: (day) =>
      `Estos registros llegan hasta ${theDate(day)}. No contienen lo que haya pasado desde entonces.`,
    beforeFirst: (day) =>
      `Los periodos registrados empiezan ${theDate(day)}. Para los días anteriores no hay ninguno.`,
    nothing: 'Ningún periodo registrado',
  },
  define: {
    types: {
      term: 'término',
      person: 'persona',
      organisation: 'organización',
      case: 'caso judicial',
    },
    also: (name) => `también: ${name}`,
    several: (entries) => `Hay ${number(entries)} entradas con ese nombre. Elige una.`,
    choose: 'Elige una entrada',
  },
  commands: {
    timeline: {
      description: 'Hechos con fecha, en orden, con una imagen',
      options: {
        from: 'Primer día, mes o año, como 2019-01-29, 2019-01 o 2019',
        to: 'Último día, mes o año',
        topic: 'Solo hechos sobre este tema',
      },
    },
    status: {
      description: 'Qué estaba en vigor en un día, y los hechos que lo deciden',
      options: { on: 'Un día, mes o año, como 2021-08-13 (si no se elige: hoy)' },
    },
    define: {
      description: 'Qué significa un término, quién es una persona u organización',
      options: { term: 'El término o nombre, en español o inglés' },
    },
  },
  errors: {
    unreadableDate:
      'No pude leer esa fecha. Escríbela como 2021-08-13, como 2021-08 para un mes o 2021 para un año; "13 de agosto de 2021" también sirve.',
    impossibleDate:
      'Esa fecha no existe en el calendario. Escribe año, mes y día en ese orden, por ejemplo 2021-08-13.',
    ambiguousDate:
      'Esa fecha se puede leer de dos maneras. Escribe año, mes y día en ese orden, por ejemplo 2021-08-13.',
    unknownTerm:
      'El glosario no tiene una entrada con ese nombre. Elige una de la lista que aparece al escribir, o haz una pregunta.',
  },
};
