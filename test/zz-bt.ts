import { loadCorpus } from '/work/main/src/corpus/load.ts';
import { buildUnits } from '/work/main/src/search/units.ts';
import { TermTable } from '/work/main/src/search/terms.ts';
import { indexPostings } from '/work/main/src/search/candidates.ts';
import { learnLatentSpace, placeUnits } from '/work/main/src/search/latent.ts';
import { createNameReader } from '/work/main/src/text/names.ts';
import { readAliases } from '/work/main/src/question/expand.ts';
const cpu=()=>{const {user,system}=process.cpuUsage();return (user+system)/1000};
let t=cpu(); const lap=(n:string)=>{const x=cpu();console.log(n,(x-t).toFixed(0));t=x};
const c=loadCorpus('/work/main/corpus'); lap('load');
for(let i=0;i<2;i++){const table=new TermTable(); const v=new Map(); const nr=createNameReader('mpp',c.info.names,c.info.notNames);
const u=buildUnits(c,table,v,nr);lap('units'); readAliases(c,nr);lap('aliases'); indexPostings(u);lap('postings'); const s=learnLatentSpace(u,table);lap('learn'); placeUnits(u,table,s);lap('place');}
