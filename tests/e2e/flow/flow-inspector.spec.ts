import { createHash } from 'node:crypto';
import { logOut } from '../../support/log-in-form.ts';
import { storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';
import { fieldsOf, savedText, showValues, stepOf } from './flow-page.ts';

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
  await showValues(page);

  const [asked] = network.requestsTo(/\/authorize\?/);
  const sent = [...new URL(asked?.url ?? '').searchParams];
  const request = stepOf(page, 'Authorization request');
  expect(Object.entries(await fieldsOf(request, 'Address'))).toEqual(sent);

  const [posted] = network.requestsTo(/\/api\/token$/);
  const form = new URLSearchParams(posted?.body);
  const { code_challenge } = Object.fromEntries(sent);
  const digest = createHash('sha256').update(form.get('code_verifier') ?? '');
  expect(digest.digest('base64url')).toBe(code_challenge);
  const challenge = stepOf(page, 'Derive the code challenge');
  expect(await fieldsOf(challenge, 'Derived')).toMatchObject({ code_challenge });
  const verifier = stepOf(page, 'Make a code verifier');
  expect(await fieldsOf(verifier, 'Made')).toEqual({
    code_verifier: hidden(form.get('code_verifier')),
  });
  const token = stepOf(page, 'Token request');
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

  const response = stepOf(page, 'Authorization response');
  await expect(response).toContainText('10 of 10 checks passed.');
  expect(await fieldsOf(response, 'Parameters')).toMatchObject({
    code: hidden(form.get('code')),
    state: Object.fromEntries(sent)['state'],
    iss: 'https://accounts.spotify.com',
  });
  const checks = Object.values(await fieldsOf(response, 'Checks'));
  expect(new Set(checks)).toEqual(new Set(['passed']));
  await expect(stepOf(page, 'First API call')).toContainText('/me/playlists');
  await expect(stepOf(page, 'First API call')).toContainText('Status 200');

  await page.getByRole('link', { name: 'Result', exact: true }).click();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await showValues(page);
  await expect(stepOf(page, 'Refresh')).toContainText(/Spotify sent (no|a) new refresh token/);
  const refresh = stepOf(page, 'Refresh');
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
  await showValues(page);
  expect(Object.entries(await fieldsOf(request, 'Address'))).toEqual(sent);
  await expect(stepOf(page, 'Refresh')).toContainText(/Spotify sent (no|a) new refresh token/);
});

test('a refused answer keeps the login’s steps and shows its own; the next login takes their place, a log-out all', async ({
  page,
  context,
  spotify: _,
  logIn,
}) => {
  await logIn(page);
  const stateShown = async () => {
    await showValues(page);
    return (await fieldsOf(stepOf(page, 'Authorization request'), 'Address'))['state'];
  };
  await page.getByRole('link', { name: 'Login flow' }).click();
  const first = await stateShown();

  await page.goto('/callback?code=made-up&state=made-up');
  await expect(page.getByText('You are logged in as before.')).toBeVisible();
  await page.getByRole('link', { name: 'Login flow' }).click();
  expect(await stateShown()).toBe(first);
  await expect(page.getByText('This is your current login')).toBeVisible();
  await page.getByRole('button', { name: 'Show the last attempt to log in' }).click();
  const refused = stepOf(page, 'Authorization response');
  expect(await fieldsOf(refused, 'Checks')).toEqual({
    'One state only': 'passed',
    'State of this tab': 'refused',
  });
  expect(await page.content()).not.toContain('made-up');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: /^Step 5, .*: failed$/ }).press('Enter');
  await expect(page).toHaveURL('/flow/steps#step-5');
  await expect(refused.getByRole('heading', { name: 'Authorization response' })).toBeFocused();
  await page.getByRole('button', { name: 'Show the current login' }).click();

  const other = await context.newPage();
  await other.goto('/flow');
  await expect(other.getByRole('link', { name: /^Step 7, .*: done$/ })).toBeVisible();
  await logOut(page);
  await expect(other.getByRole('link', { name: /^Step 7, .*: not yet$/ })).toBeVisible();
  await expect.poll(async () => Object.keys(await storedRecords(page))).not.toContain('flow');
  await page.goto('/flow#step-challenge');
  await expect(page, 'where this part is now').toHaveURL('/flow/steps#step-2');
  // Whoever is logged out reads how it goes, with the sections that define it.
  const steps = page.getByRole('region', { name: 'Step by step' }).getByRole('listitem');
  await expect(steps).toHaveCount(9);
  await expect(steps.nth(1)).toContainText('RFC 7636 §4.2');
  await expect(page.getByRole('switch', { name: 'Show values' })).toBeDisabled();

  await logIn(page);
  await page.getByRole('link', { name: 'Login flow' }).click();
  expect(await stateShown()).not.toBe(first);
});
