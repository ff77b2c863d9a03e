/**
 * Whether a question asks how things stand with the policy and nothing else: "is it still running?", "sigue activo?". It
 * is the commonest question, and its few words stand in hundreds of passages about something else.
 */
import { fold } from '../text/clean.ts';
import type { Asked, Query } from './query.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What is said of a thing that may be on or off. */
const STATE = words(`
  status state running run runs going active activated place effect force enforced enforce exist exists existing alive
  dead gone over ended end ends finished done cancelled canceled hold paused pause suspended stopped blocked thing around current
  currently today now present presently operating operation operational use used happening happen live working
  situation standing stand stands day days moment date year 2025 2026 officially legally nowadays anymore right
  estado estatus status vigente vigor vigencia activo activa existe existen existiendo vivo muerto acabo termino terminado
  terminada suspendido suspendida cancelado cancelada pausado pausada pausa bloqueado bloqueada detenido detenida pie marcha uso funcionando funciona aplicando aplica
  aplicandose usando situacion actual actualmente hoy momento dia dias fecha corriendo operando quitaron sigue siguen
  continua continuan anda andan`);
/** Who may be doing it, where the policy is named: "is DHS still running MPP?". */
const ACTORS = words(`
  dhs cbp government govt administration usa trump doing using applying
  gobierno administracion haciendo`);
/** Without one of these, or "still" and "now", a question of such words asks for something else. */
const TELLING = words(`
  status state running active place effect force exist exists existing alive dead gone over ended finished paused
  suspended hold thing around operating operational situation anymore working enforced going blocked
  estado estatus vigente vigor activo activa existe existen vivo muerto acabo termino terminado suspendido suspendida
  cancelado cancelada pausado pausada bloqueado bloqueada detenido detenida pie marcha funcionando aplicando usando situacion sigue siguen corriendo operando continua`);
/** Kinds of questions that such words may be part of. */
const KINDS: ReadonlySet<Asked> = new Set(['status', 'yes-no', 'definition', 'other', 'manner']);
/** Asks for a moment in the past, a cause or a cost, whatever it is taken for. */
const ELSE = words(
  'why when who how many much long before used por cuando quien cuanto cuantos porque was were had era fue',
);

/** Who may have stopped it: "or is it paused by a judge". */
const BY_COURT =
  /\b(?:by|por) (?:(?:an?|the|some|federal|una?|el|la|los|las|algun) ){0,2}(?:judge|court|juez|jueza|jueces|corte|tribunal)(?:e?s)?\b/;

/** @param name the policy's short name, as it is read in questions */
export function asksStatus({ terms, words: all, asked, form }: Query, name: string): boolean {
  if (!KINDS.has(asked) || form.past || form.foretold || form.hypothetical) return false;
  const byCourt = new Set(BY_COURT.exec(all.join(' '))?.[0].split(' '));
  if (all.some((word) => ELSE.has(word) && !byCourt.has(word))) return false;
  const isNamed = terms.some(({ repaired }) => repaired === fold(name));
  const isState = (word: string) =>
    word === fold(name) || STATE.has(word) || byCourt.has(word) || (isNamed && ACTORS.has(word));
  if (!terms.every(({ repaired }) => isState(repaired))) return false;
  return all.some((word) => TELLING.has(word)) || asked === 'status' || form.present;
}
