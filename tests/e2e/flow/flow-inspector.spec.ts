import { createHash } from 'node:crypto';
import { logOut } from '../../support/log-in-form.ts';
import { storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';
import { fieldsOf, openStep, savedText, stepOf } from './flow-page.ts';

const SAVES = ['Save flow as Markdown', 'Save flow as JSON', 'Save diagram as SVG'];
const hidden = (value: string | null) => `${value?.length} characters, hidden`;

test.beforeEach(() => test.slow());

test('every value shown is what a certified server saw, its secrets told by their length alone', async ({
  page,
  context,
  network,
  authorizationServer: _,
  logIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await logIn(page);
  await page.getByRole('link', { name: 'Login flow' }).click();

  const [asked] = network.requestsTo(/\/authorize\?/);
  const sent = [...new URL(asked?.url ?? '').searchParams];
  const request = await openStep(page, 'Authorization request');
  expect(Object.entries(await fieldsOf(request, 'Address'))).toEqual(sent);

  const [posted] = network.requestsTo(/\/api\/token$/);
  const form = new URLSearchParams(posted?.body);
  const { code_challenge } = Object.fromEntries(sent);
  const digest = createHash('sha256').update(form.get('code_verifier') ?? '');
  expect(digest.digest('base64url')).toBe(code_challenge);
  const challenge = await openStep(page, 'Derive the code challenge');
  expect(await fieldsOf(challenge, 'Derived')).toMatchObject({ code_challenge });
  const verifier = await openStep(page, 'Make a code verifier');
  expect(await fieldsOf(verifier, 'Made')).toEqual({
    code_verifier: hidden(form.get('code_verifier')),
  });
  const token = await openStep(page, 'Token request');
  expect(await fieldsOf(token, 'Request')).toEqual({
    ...Object.fromEntries(form),
    code: hidden(form.get('code')),
    code_verifier: hidden(form.get('code_verifier')),
  });
  await token.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(token.getByText('Copied')).toBeVisible();
  const curl = await page.evaluate(() => navigator.clipboard.readText());
  expect(curl).toContain(`"code_verifier=$CODE_VERIFIER"`);
  expect(curl).toContain(`'redirect_uri=${form.get('redirect_uri')}'`);

  const response = await openStep(page, 'Authorization response');
  await expect(response).toContainText('10 of 10 checks passed.');
  expect(await fieldsOf(response, 'Parameters')).toMatchObject({
    code: hidden(form.get('code')),
    state: Object.fromEntries(sent)['state'],
    iss: 'https://accounts.spotify.com',
  });
  const checks = Object.values(await fieldsOf(response, 'Checks'));
  expect(new Set(checks)).toEqual(new Set(['✓ passed']));
  await expect(await openStep(page, 'First API call')).toContainText('/me/playlists');
  await expect(await openStep(page, 'First API call')).toContainText('Status 200');

  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(stepOf(page, 'Refresh')).toContainText('refresh token came');
  const refresh = await openStep(page, 'Refresh');
  expect(await fieldsOf(refresh, 'Request')).toMatchObject({ grant_type: 'refresh_token' });

  const { session, ...others } = await storedRecords(page);
  const { accessToken, refreshToken } = Object(session);
  const secrets = [accessToken, refreshToken, form.get('code'), form.get('code_verifier')];
  const saved = [];
  for (const button of SAVES) saved.push(await savedText(page, button));
  expect(saved[0]).toContain(code_challenge);
  expect(saved[1]).toContain(code_challenge);
  expect(saved[2]).toContain('<svg ');
  const everything = [
    ...saved,
    curl,
    await page.content(),
    JSON.stringify(others),
    await page.evaluate(() => JSON.stringify({ ...sessionStorage })),
  ].join('\n');
  for (const secret of secrets) {
    expect(String(secret).length).toBeGreaterThan(20);
    expect(everything).not.toContain(secret);
  }

  await page.reload();
  expect(
    Object.entries(await fieldsOf(await openStep(page, 'Authorization request'), 'Address')),
  ).toEqual(sent);
  await expect(stepOf(page, 'Refresh')).toContainText('refresh token came');
});

test('a refused answer keeps the login’s steps and shows its own; the next login takes their place, a log-out all', async ({
  page,
  context,
  spotify: _,
  logIn,
}) => {
  await logIn(page);
  const stateShown = async () => {
    const step = await openStep(page, 'Authorization request');
    return (await fieldsOf(step, 'Address'))['state'];
  };
  await page.getByRole('link', { name: 'Login flow' }).click();
  const first = await stateShown();

  await page.goto('/callback?code=made-up&state=made-up');
  await expect(page.getByText('You are logged in as before.')).toBeVisible();
  await page.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByText('These are the steps of the login in use')).toBeVisible();
  expect(await stateShown()).toBe(first);
  await page.getByRole('button', { name: 'Show the last attempt to log in' }).click();
  const refused = await openStep(page, 'Authorization response');
  expect(await fieldsOf(refused, 'Checks')).toEqual({
    'state came once': '✓ passed',
    'state is this tab’s': '✕ refused',
  });
  expect(await page.content()).not.toContain('made-up');
  const arrow = page.getByRole('button', { name: /^Step 5, .*: failed$/ });
  await arrow.focus();
  await page.keyboard.press('Enter');
  await expect(refused.getByRole('heading', { name: 'Authorization response' })).toBeFocused();
  await page.getByRole('button', { name: 'Show the login in use' }).click();

  const other = await context.newPage();
  await other.goto('/flow');
  await expect(stepOf(other, 'Token response')).toContainText('What was sent');
  await logOut(page);
  await expect(stepOf(other, 'Token response')).not.toContainText('What was sent');
  await expect.poll(async () => Object.keys(await storedRecords(page))).not.toContain('flow');
  await page.goto('/flow');
  await expect(page.getByRole('button', { name: /: not yet$/ })).toHaveCount(9);
  // Whoever is logged out reads how it goes, with the sections that define it.
  const steps = page.getByRole('region', { name: 'How it goes' }).getByRole('listitem');
  await expect(steps).toHaveCount(9);
  await expect(steps.nth(1)).toContainText('RFC 7636, section 4.2');
  await expect(page.getByRole('region', { name: 'Result' })).toHaveCount(0);

  await logIn(page);
  await page.getByRole('link', { name: 'Login flow' }).click();
  expect(await stateShown()).not.toBe(first);
});
