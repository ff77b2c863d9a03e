/** Textos sobre respuestas en canales que se corrigen después, en español. */
import { formatDate, formatNumber } from './format.ts';
import type { SharedTexts } from './shared.en.ts';

const date = (value: string) => formatDate(value, 'es');
const number = (value: number) => formatNumber(value, 'es');

export const sharedEs: SharedTexts = {
  corrected: (day, changed) =>
    `Corregido el ${date(day)}: la colección cambió ${number(changed)} ${changed === 1 ? 'pasaje' : 'pasajes'} de esta respuesta.`,
  removed: (day, gone) =>
    `Corregido el ${date(day)}: ${number(gone)} ${gone === 1 ? 'pasaje de esta respuesta ya no está' : 'pasajes de esta respuesta ya no están'} en la colección.`,
  withdrawn: (day) =>
    `Retirado el ${date(day)}: aquello en que se basaba esta respuesta ya no está en la colección. Pregunta de nuevo para ver qué dice ahora.`,
  kept: (days) =>
    `Cuando una respuesta está en un canal a la vista de todos, el lugar y los pasajes se guardan ${number(days)} días para poder corregirla; ni la pregunta ni quién preguntó o compartió.`,
};
