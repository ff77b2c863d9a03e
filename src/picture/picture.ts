/** What a picture shows: plain data that can be sent to another thread. All texts are final. */

/** Characters of an event's text that certainly have room. */
export const EVENT_CHARACTERS = 120;

/** How far the policy was in force in some days; `none` where no period is recorded. */
export type BandLook = 'fully' | 'partly' | 'not' | 'none';

export interface TimelinePicture {
  /** Locale of the dates on the axis, for example "es-MX". */
  locale: string;
  title: string;
  /** First and last day of the axis. */
  from: string;
  to: string;
  /** In order of time; they don't overlap. */
  bands: { from: string; to: string; look: BandLook }[];
  /** What each look means; those that the bands have. */
  legend: { look: BandLook; label: string }[];
  /** In order of time. */
  events: {
    number: number;
    /** In words. */
    date: string;
    /** The days that the date covers: one, a month or a year. */
    from: string;
    to: string;
    text: string;
  }[];
}

/** Bars of two parts, one below the other. */
export interface BarsPicture {
  title: string;
  /** What the first and the second part are. */
  legend: [string, string];
  rows: {
    label: string;
    first: number;
    second: number;
    /** The figures in words, beside the bar. */
    figures: string;
  }[];
}

export type Picture = TimelinePicture | BarsPicture;
