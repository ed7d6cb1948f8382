import { readFileSync } from 'node:fs';
import { redact } from './redact';
const rows = JSON.parse(readFileSync('lib/redact/planted.json','utf8').replaceAll('¦',''));
let bad=0;
for (const r of rows) { const t = redact(r.text).text; const left = r.hide.filter((h:string)=>t.includes(h)); if (left.length){bad++;console.log(r.form,'|',JSON.stringify(r.text).slice(0,200),'\n    =>',JSON.stringify(t).slice(0,200),'\n   LEFT',left.join(' | '));} else if(redact(t).text!==t) console.log('IDEM',JSON.stringify(t),JSON.stringify(redact(t).text)); }
console.log(bad, rows.length);
