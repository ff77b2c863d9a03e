/** Numbers, ordinals and months have one form, however they are written. */
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/text/tokens.ts';

const read = (text: string) => tokenise(text).join(' ');

describe('one number', () => {
  test.each([
    ['70000', ['70,000', '70.000', '70 000', '70k', '70K', '70 thousand', '70 mil']],
    ['70000', ['seventy thousand', 'setenta mil', 'Setenta Mil']],
    ['71036', ['71,036', 'seventy one thousand thirty six', 'setenta y un mil treinta y seis']],
    ['7500', ['7.5k', '7.5 thousand', 'seven thousand five hundred']],
    ['205', ['two hundred and five', 'doscientos cinco']],
    ['31', ['thirty one', 'thirty-one', 'treinta y uno', 'treinta y una']],
    ['1000000', ['1 million', 'one million', 'un millón', '1M', '1,000,000']],
    ['2000000', ['two million', 'dos millones']],
    ['2019', ['2019', 'two thousand nineteen', 'dos mil diecinueve']],
    ['1900', ['mil novecientos']],
    ['0', ['zero', 'cero']],
  ])('%s', (number, writings) => {
    for (const writing of writings) expect(read(writing), writing).toBe(number);
  });

  test('neighbours that are numbers of their own stay apart', () => {
    expect(read('in 2019 and 2020')).toBe('in 2019 and 2020');
    expect(read('five, seven')).toBe('5 7');
    expect(read('Feb 6 2019')).toBe('february 6 2019');
  });

  test.each(['one of them', 'una de ellas', 'un juez', 'mil gracias', 'once a week', 'ten'])(
    'words that are seldom numbers by themselves stay: %s',
    (text) => expect(read(text)).toBe(text === 'ten' ? '10' : text),
  );
});

describe('one month', () => {
  test.each([
    ['february 6', ['Feb. 6', 'February 6', 'febrero 6', 'feb 6']],
    ['december 2021', ['Dec 2021', 'dic. 2021', 'diciembre 2021']],
    ['august 2021', ['Aug 2021', 'ago 2021', 'ago. 2021', 'agosto 2021']],
    ['6 august', ['6 ago', '6 agosto']],
    ['mayo 2019', ['May 2019', 'mayo 2019']],
    ['in mayo', ['in May']],
  ])('%s', (month, writings) => {
    for (const writing of writings) expect(read(writing), writing).toBe(month);
  });

  test('the English "ago" and "may" are no months', () => {
    expect(read('may the court end it')).toBe('may the court end it');
    expect(read('three years ago')).toBe('3 years ago');
    expect(read('how long ago did it start')).not.toContain('august');
  });
});

describe('one ordinal', () => {
  test.each([
    ['1st', ['first', '1st', 'primera', 'primer', '1er', '1ra', '1ro']],
    ['2nd', ['second', '2nd', 'segunda', '2do', '2da']],
    ['3rd', ['third', '3rd', 'tercera', '3ra', '3ro']],
    ['9th', ['ninth', '9th', 'noveno', '9no', '9na']],
    ['11th', ['11th']],
    ['22nd', ['22nd', '22do']],
  ])('%s', (ordinal, writings) => {
    for (const writing of writings) expect(read(writing), writing).toBe(ordinal);
  });
});
