import { readCorpus } from '../src/corpus/load.ts';
import { buildParts } from '../src/search/build.ts';
import { packIndex } from '../src/search/pack.ts';
const t0=performance.now();
const {corpus}=readCorpus('/work/main/corpus'); const t1=performance.now();
const p=buildParts(corpus!); const t2=performance.now(); packIndex(p); const t3=performance.now();
console.log('read',(t1-t0).toFixed(0),'build',(t2-t1).toFixed(0),'pack',(t3-t2).toFixed(0));
