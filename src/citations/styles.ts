/** The styles of citations, and where each applies. */
import type { SourceKind } from '../corpus/schema.ts';

export const CITATION_STYLES = ['apa', 'mla', 'chicago', 'bluebook', 'bibtex'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** Kinds of sources that Bluebook is made for. */
const LAW: ReadonlySet<SourceKind> = new Set(['statute', 'treaty', 'court', 'government']);

/** False where a style would be an odd choice for such a source. */
export function styleApplies(style: CitationStyle, kind: SourceKind): boolean {
  return style !== 'bluebook' || LAW.has(kind);
}
