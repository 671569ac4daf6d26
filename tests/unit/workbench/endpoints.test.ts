import { expect, test } from 'vitest';
import { allEndpoints } from '../../../src/features/workbench/data/parse-endpoints.ts';
import { findEndpoint } from '../../../src/features/workbench/request/request-link.ts';
import {
  lackingScopes,
  neededText,
  searchEndpoints,
} from '../../../src/features/workbench/request/search-endpoints.ts';
import { ALL_SCOPE_NAMES, SCOPE_GROUPS, SCOPE_PRESETS } from '../../../src/words/all-scopes.ts';

const endpoints = allEndpoints();
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const named = (name: string) => {
  const found = findEndpoint(endpoints, name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

test('the table has 48 current and 48 removed endpoints, each once', () => {
  expect(endpoints.filter(({ isRemoved }) => !isRemoved)).toHaveLength(48);
  expect(endpoints.filter(({ isRemoved }) => isRemoved)).toHaveLength(48);
  expect(new Set(endpoints.map(nameOf)).size).toBe(96);
});

test('each endpoint has a method, a path, a title and a group, and its fields have types', () => {
  for (const { method, path, title, group, fields } of endpoints) {
    expect(['GET', 'POST', 'PUT', 'DELETE']).toContain(method);
    expect(path).toMatch(/^(\/([a-z-]+|\{[a-z]+\}))+$/);
    expect(
      [title, group].every((text) => text.length > 2),
      path,
    ).toBe(true);
    const names = fields.map(({ name, place }) => `${place} ${name}`);
    expect(new Set(names).size, path).toBe(names.length);
    for (const field of fields) {
      if (field.type.kind === 'number') expect(field.type.min).toBeLessThan(field.type.max);
      if ('options' in field.type) expect(field.type.options.every((word) => /^\w+$/.test(word)));
    }
  }
});

test('all scopes, successors and checks that it names exist; each write that can be repeated wrongly has a check', () => {
  const current = new Set(endpoints.filter(({ isRemoved }) => !isRemoved).map(nameOf));
  for (const { needs, needsOne, successor, check, method, isRemoved } of endpoints) {
    for (const scope of [...needs, ...needsOne]) expect(ALL_SCOPE_NAMES).toContain(scope);
    if (successor) expect(current).toContain(successor);
    if (check) expect(current).toContain(check);
    expect(Boolean(check)).toBe(method !== 'GET' && !isRemoved);
  }
});

test('what Spotify corrected since its document is in it', () => {
  const typeOf = (name: string, field: string) =>
    named(name).fields.find((each) => each.name === field);
  expect(typeOf('GET /search', 'limit')?.type).toEqual({ kind: 'number', min: 1, max: 10 });
  expect(typeOf('GET /artists/{artist}/albums', 'limit')?.type).toMatchObject({ max: 10 });
  expect(typeOf('GET /playlists/{playlist}/items', 'limit')?.type).toMatchObject({ max: 50 });
  expect(typeOf('PUT /me/library', 'uris')).toMatchObject({ place: 'query', type: { max: 40 } });
  expect(typeOf('DELETE /playlists/{playlist}/items', 'items')).toMatchObject({ isRequired: true });
  expect(named('PUT /me/tracks')).toMatchObject({ isRemoved: true, successor: 'PUT /me/library' });
});

test('endpoints are found by path, words and scope', () => {
  const found = (words: string) => searchEndpoints(endpoints, words).map(nameOf);
  expect(found('liked songs')[0]).toBe('GET /me/tracks');
  expect(found('ugc-image')).toEqual(['PUT /playlists/{playlist}/images']);
  expect(found('post queue')).toEqual(['POST /me/player/queue']);
  expect(found('')).toHaveLength(96);
  expect(found('nothing like this')).toEqual([]);
});

test('the scopes that a login lacks are named, and one of several suffices', () => {
  const add = named('POST /playlists/{playlist}/items');
  expect(lackingScopes(add, [])).toEqual(['playlist-modify-private', 'playlist-modify-public']);
  expect(lackingScopes(add, ['playlist-modify-public'])).toEqual([]);
  expect(lackingScopes(named('GET /me/tracks'), ['user-top-read'])).toEqual(['user-library-read']);
});

test('each endpoint says which scopes it needs', () => {
  const needed = (name: string) => neededText(named(name));
  expect(needed('GET /me')).toBe('Needs no scope.');
  expect(needed('GET /me/tracks')).toBe('Needs user-library-read.');
  expect(needed('PUT /playlists/{playlist}/images')).toBe(
    'Needs ugc-image-upload, and playlist-modify-private or playlist-modify-public.',
  );
});

test('there are 19 scopes in groups, with their words, and the presets choose among them', () => {
  expect(ALL_SCOPE_NAMES).toHaveLength(19);
  expect(new Set(ALL_SCOPE_NAMES).size).toBe(19);
  for (const { scopes } of SCOPE_GROUPS)
    for (const scope of scopes) {
      expect(scope.consent).toMatch(/^[A-Z].*\.$/);
      expect(scope.unlocks.length).toBeGreaterThan(5);
    }
  for (const { scopes } of SCOPE_PRESETS)
    expect(ALL_SCOPE_NAMES).toEqual(expect.arrayContaining([...scopes]));
  const used = new Set(endpoints.flatMap(({ needs, needsOne }) => [...needs, ...needsOne]));
  const idle = [
    'user-follow-modify',
    'user-read-private',
    'user-read-email',
    'streaming',
    'app-remote-control',
    'playlist-read-collaborative',
  ];
  expect(ALL_SCOPE_NAMES.filter((name) => !used.has(name)).sort()).toEqual(idle.sort());
});
