import { expect, test } from 'vitest';
import { isComposing, isLetter } from '../../../src/ui/keys.ts';

test.each([
  ['c', 'KeyC', true],
  // Caps Lock
  ['C', 'KeyC', true],
  // Cyrillic, Greek, Hebrew and Arabic keyboards
  ['с', 'KeyC', true],
  ['С', 'KeyC', true],
  ['ψ', 'KeyC', true],
  ['ב', 'KeyC', true],
  ['ؤ', 'KeyC', true],
  // Dvorak
  ['c', 'KeyI', true],
  ['j', 'KeyC', false],
  // Other letters
  ['и', 'KeyB', false],
  ['x', 'KeyX', false],
  ['1', 'Digit1', false],
  ['Escape', 'Escape', false],
])('the key %j at %s is the letter c: %s', (key, code, isIt) => {
  expect(isLetter({ key, code }, 'c')).toBe(isIt);
});

test.each([
  [{ isComposing: true, keyCode: 27 }, true],
  // Safari, after the end of the composition
  [{ isComposing: false, keyCode: 229 }, true],
  [{ isComposing: false, keyCode: 27 }, false],
])('a key of %j belongs to an input method: %s', (event, isIt) => {
  expect(isComposing(event)).toBe(isIt);
});
