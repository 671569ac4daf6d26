import { expect, test } from 'vitest';
import { type CommandKey, makeKeyReader } from '../../../src/ui/command-keys.ts';

const COMMANDS = [
  { id: 'refresh', label: 'Refresh', keys: 'r' },
  { id: 'playlists', label: 'Playlists', keys: 'g p' },
  { id: 'liked', label: 'Liked songs', keys: 'g l' },
  { id: 'play', label: 'Play', keys: 'p' },
  { id: 'palette', label: 'Palette', keys: 'Ctrl K' },
  { id: 'shortcuts', label: 'Shortcuts', keys: '?' },
];

function press(key: string, more: Partial<CommandKey> = {}): CommandKey {
  return {
    key,
    code: /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    timeStamp: 0,
    ...more,
  };
}

test.each([
  ['a letter', [press('r')], ['refresh']],
  ['a letter with Caps Lock', [press('R')], ['refresh']],
  ['a letter of another layout', [press('к', { code: 'KeyR' })], ['refresh']],
  ['a sign that needs Shift', [press('?', { shiftKey: true })], ['shortcuts']],
  ['a letter with Shift', [press('R', { shiftKey: true })], []],
  ['a sequence', [press('g'), press('p', { timeStamp: 900 })], ['playlists']],
  ['a sequence that was left', [press('g'), press('p', { timeStamp: 1_600 })], ['play']],
  ['a sequence and another key', [press('g'), press('r'), press('l')], ['refresh']],
  ['Control', [press('k', { ctrlKey: true })], ['palette']],
  ['Command', [press('k', { metaKey: true })], ['palette']],
  ['the letter of Control alone', [press('k')], []],
  ['a letter with Control', [press('r', { ctrlKey: true })], []],
])('%s runs its command', (_what, events, expected) => {
  const commandOf = makeKeyReader(() => COMMANDS);
  expect(events.flatMap((event) => commandOf(event)?.id ?? [])).toEqual(expected);
});
