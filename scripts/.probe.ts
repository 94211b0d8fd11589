import { readKnowledge } from '../src/store/knowledge-files.ts';
import { Glossary } from '../src/knowledge/glossary.ts';
import { fold } from '../src/language/fold.ts';
const s = readKnowledge('knowledge'); 
const g = new Glossary(s.glossary);
const days=['2026-11-21'];
const forms = [(n)=>`${n} là gì`,(n)=>`${n} là gì?`,(n)=>`dạ cho em hỏi ${n} là gì vậy ạ`,(n)=>fold(`${n} la gi`),(n)=>`${n} la j`,(n)=>`thế nào là ${n}`,(n)=>`anh ơi thế nào là ${n} vậy ạ`,(n)=>`khái niệm ${n} là gì`,(n)=>`nghĩa của từ ${n} là gì`,(n)=>`${n} nghĩa là sao`,(n)=>`${n} có nghĩa là gì`,(n)=>`${n} có nghĩa là sao`,(n)=>`${n} nghĩa là gì`,(n)=>`giải thích giúp em ${n} với`, (n)=>`ad giải thích từ ${n} giúp em với ạ`,(n)=>`${n.toUpperCase()} LÀ GÌ`,(n)=>`${n} là gì`.normalize('NFD'), (n)=>`${n} là gì khi bị công an bắt`];
for (const [i,f] of forms.entries()) { const bad=[]; for (const t of s.glossary.terms) for (const n of [t.term,...t.also]) { const d = t.validFrom && t.validFrom>days[0]?t.validFrom:days[0]; const e=g.read(f(n),d); if (!e || e.title!==`${t.term} là gì?`) bad.push(n+'→'+e?.title);} console.log(i,f('X'),bad.length,bad.slice(0,8).join(' | ')); }
const t0=performance.now(); for (let i=0;i<100;i++) g.read('a '.repeat(13)+'la gi la gi '+'a '.repeat(13),'2026-11-21'); console.log((performance.now()-t0)/100,'ms');
