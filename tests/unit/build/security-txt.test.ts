import { expect, test } from 'vitest';
import { textOf } from '../../../.build/security-txt.ts';

const EXPIRES = new Date('2027-11-28T10:00:00Z');
const CONTACT = 'https://github.com/owner/name/security/advisories/new';

test('a report of a vulnerability goes to the contact of the build, until a day that is named', () => {
  const lines = textOf(CONTACT, EXPIRES).split('\n');
  expect(lines).toContain(`Contact: ${CONTACT}`);
  expect(lines).toContain('Expires: 2027-11-28T10:00:00.000Z');
});

test.each([
  'owner/name',
  'http://github.com/owner/name',
  'mailto:someone@example.com',
  'javascript:alert(1)',
])('a build that is told the contact %j stops', (contact) => {
  expect(() => textOf(contact, EXPIRES)).toThrow('SECURITY_CONTACT');
});
