/** The thread that writes citations: the library and its styles take a second to load. */
import { serve } from '../thread/thread.ts';
import type { CitationWork } from './citer.ts';
import { formatCitation } from './format.ts';

serve(({ source, style, language, note }: CitationWork) =>
  formatCitation(source, style, language, note),
);
