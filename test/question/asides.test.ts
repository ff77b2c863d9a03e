/** What people say around their question isn't searched; what the question needs is. */
import { expect, test } from 'vitest';
import { withoutAsides } from '../../src/question/asides.ts';

test.each([
  ['hey everyone, im new here, what were the tent courts?', 'what were the tent courts?'],
  ['What did Mexico say? Thanks in advance!', 'What did Mexico say?'],
  ['its for my history class, who ended the tent courts', 'who ended the tent courts'],
  ['quick question but who ended the tent courts', 'who ended the tent courts'],
  ['hola, alguien sabe si siguen las carpas?', 'siguen las carpas?'],
  ['¿Me pueden decir si las carpas siguen?', 'las carpas siguen?'],
  ['quisiera saber si las carpas siguen', 'las carpas siguen'],
  ['does anyone know if the tent courts closed', 'the tent courts closed'],
  [
    'my uncle says the tent courts closed in 2021, is that true?',
    'the tent courts closed in 2021,',
  ],
  ['explain it like im five, what were the tent courts', 'what were the tent courts'],
  [
    'what were the tent courts? i dont know anything about this (sorry)',
    'what were the tent courts?',
  ],
  ['im prepping a podcast, what would you say were the problems?', 'what were the problems?'],
  [
    'who ended the tent courts? im realy confussed, thansk in advnace',
    'who ended the tent courts?',
  ],
  ['hola a todos, soy nueva aquí: ¿quién cerró las carpas?', '¿quién cerró las carpas?'],
  ['mi prima dice que cerraron las carpas, es cierto?', 'cerraron las carpas,'],
  ['es para una tarea, quién cerró las carpas', 'quién cerró las carpas'],
  ['quién cerró las carpas? no sé nada', 'quién cerró las carpas?'],
  ['can someone explain the tent courts like im 12', 'can someone explain the tent courts'],
  ['explain the tent courts to a five year old?', 'explain the tent courts?'],
  ['what were the tent courts, in plain English', 'what were the tent courts,'],
  [
    'explícame los tribunales en carpas como si tuviera 5 años',
    'explícame los tribunales en carpas',
  ],
  ['qué eran las carpas en palabras sencillas?', 'qué eran las carpas?'],
  ['what are these tent courts everyone argues about', 'what are these tent courts'],
  ['que son las carpas de las que todos hablan?', 'que son las carpas?'],
  ['que son esas carpas q tanto mencionan en las noticias', 'que son esas carpas'],
  ['student here: who ended the tent courts', 'who ended the tent courts'],
  ['Reportera aquí: ¿quién cerró las carpas?', '¿quién cerró las carpas?'],
  ['expliquenme con manzanitas, quién cerró las carpas', 'quién cerró las carpas'],
])('%s', (text, left) => {
  expect(withoutAsides(text)).toBe(left);
});

test.each([
  'What did Mexico say?',
  'what question was left for the lower court after 2022',
  'Who falls outside of section 235(b)(2)(A), and why?',
  'El CIS dice que no eran carpas, ¿qué eran?',
  'were asylum officers students of the law',
  'what happened to a 12 year old child who crossed',
  'what do students here say about it',
  'what about the tent courts do people argue about',
  'hi',
  'im new here',
  'is that true?',
  '',
])('%s stays as it is', (text) => {
  expect(withoutAsides(text)).toBe(text);
});
