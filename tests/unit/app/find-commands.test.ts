import { expect, test } from 'vitest';
import { findCommands } from '../../../src/app/palette/find-commands.ts';
import { fold } from '../../../src/library/fold.ts';

const commands = ['Refresh the list', 'Log out', 'Back up everything'].map(named);
const playlists = ['Été', 'List of lists', 'Backroads', ...Array(50).fill('Mix')].map(named);

function named(label: string, index: number) {
  return { id: `${label} ${index}`, label };
}

function labels(query: string): readonly string[] {
  return findCommands(commands, playlists, fold(query)).map(({ label }) => label);
}

test('commands come before playlists, and what begins with the query before both', () => {
  expect(labels('')).toEqual(['Refresh the list', 'Log out', 'Back up everything']);
  expect(labels('list')).toEqual(['List of lists', 'Refresh the list']);
  expect(labels('back')).toEqual(['Back up everything', 'Backroads']);
});

test('every word has to be there, in any order and without accents', () => {
  expect(labels('the ref')).toEqual(['Refresh the list']);
  expect(labels('ete')).toEqual(['Été']);
  expect(labels('zzzz')).toEqual([]);
});

test('a long list of results is cut', () => {
  expect(labels('mix')).toHaveLength(30);
});
