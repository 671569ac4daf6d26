import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { SPOTIFY_ACCOUNTS } from '../../../config.ts';
import { endOfLogin } from '../../../services/login-facts.ts';
import { createNow } from '../../../services/now.ts';
import type { Sandbox } from '../../../services/sandbox.ts';
import { useServices } from '../../../services/services.tsx';
import type { SessionRecord } from '../../../session/types.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { formatDay } from '../../../words/day.ts';
import { errorText } from '../../../words/errors.ts';
import { formatLife, toArticleResult } from '../token/login-texts.ts';
import { EXPORT_KINDS, EXPORT_TITLES, exportOf } from '../token/token-exports.ts';
import { useCopy } from './copy-text.ts';

/** The region "Token": the login of the workbench as JSON, with its secrets hidden until they are revealed. */
export function TokenPanel(props: {
  readonly record: SessionRecord;
  readonly sandbox: Sandbox;
  readonly onForgotten: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const copy = useCopy();
  const id = createUniqueId();
  const now = createNow(clock);
  const [isRevealed, setRevealed] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const revealed = () => ({ accessToken: isRevealed(), refreshToken: isRevealed() });
  const json = () => toArticleResult(props.record, revealed());
  const refused = () =>
    props.record.askedScopes.filter((scope) => !props.record.grantedScopes.includes(scope));

  async function run(work: () => Promise<void>): Promise<void> {
    if (isBusy()) return;
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (thrown) {
      setError(() => thrown);
    } finally {
      setBusy(false);
    }
  }

  async function forget(): Promise<void> {
    await props.sandbox.session.logOut();
    props.onForgotten();
  }

  return (
    <section class="workbench-panel workbench-panel-token" aria-labelledby={id}>
      <div class="workbench-panel-head">
        <h2 id={id}>Token</h2>
        <span class="token-life" role="timer">
          <ChangingText text={formatLife(props.record, now())} />
        </span>
      </div>
      <p class="workbench-hint">
        <ChangingText
          text={
            props.record.account
              ? `${props.record.account.displayName} · ${props.record.isKept ? 'kept on this device' : 'in this tab only'}`
              : props.record.isKept
                ? 'Kept on this device'
                : 'In this tab only'
          }
        />
      </p>
      <pre class="workbench-code" translate="no">
        {json()}
      </pre>
      <div class="workbench-panel-actions">
        <Button
          size="small"
          label={isRevealed() ? 'Hide secrets' : 'Reveal secrets'}
          isPressed={isRevealed()}
          onClick={() => setRevealed(!isRevealed())}
        />
        <Button
          size="small"
          icon="copy"
          label="Copy result"
          onClick={() =>
            void copy(
              toArticleResult(props.record, { accessToken: true, refreshToken: true }),
              'Result, with its tokens,',
            )
          }
        />
        <Menu
          size="small"
          label="Copy as…"
          commands={EXPORT_KINDS.map((kind) => ({
            id: `export ${kind}`,
            label: EXPORT_TITLES[kind],
            run: () =>
              void copy(
                exportOf(kind, { ...props.record, tokenEndpoint: SPOTIFY_ACCOUNTS.tokenEndpoint }),
                EXPORT_TITLES[kind],
              ),
          }))}
        />
      </div>
      <dl class="token-facts">
        <dt>Granted</dt>
        <dd translate="no" class="workbench-wrap mono">
          {props.record.grantedScopes.join(' ') || '–'}
        </dd>
        <Show when={refused().length > 0}>
          <dt>Not granted</dt>
          <dd translate="no" class="workbench-wrap mono token-refused">
            {refused().join(' ')}
          </dd>
        </Show>
        <dt>Refresh token ends</dt>
        <dd>
          <ChangingText text={formatDay(endOfLogin(props.record.authorizedAt))} />
        </dd>
      </dl>
      <Show when={error()}>{(shown) => <Notice kind="bad" message={errorText(shown())} />}</Show>
      <div class="workbench-panel-actions">
        <Button
          size="small"
          icon="refresh-cw"
          label="Refresh now"
          isDisabled={isBusy()}
          onClick={() => void run(() => props.sandbox.session.refreshNow())}
        />
        <Button
          size="small"
          kind="danger"
          icon="trash-2"
          label="Forget"
          isDisabled={isBusy()}
          onClick={() => void run(forget)}
        />
      </div>
      <p class="workbench-hint">
        Anyone with the refresh token can do all this for six months, unless you remove the app in{' '}
        <a href="https://www.spotify.com/account/apps" target="_blank" rel="noopener noreferrer">
          your Spotify account
        </a>
        . Forget only removes it here.
      </p>
    </section>
  );
}
