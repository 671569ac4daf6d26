import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

/** Faults that reports at other apps led to: cases s26 and on. */
export const WHAT_HAPPENS: readonly Mutation[] = [
  mutation(
    'copy-taken-for-tab',
    'takes a copy of a login that is not kept for the login itself',
    [
      edit(
        'src/session/session.ts',
        '!isKept && (await tabLogin.isCopied(loginId))',
        'isKept && (await tabLogin.isCopied(loginId))',
      ),
    ],
    [
      proof(
        'unit/session/copied-tab.test.ts',
        '[s26] a copy of a tab whose login is not kept sends no refresh token, and the login lives on in its tab',
        's26',
      ),
      proof(
        'e2e/login/keep-login.spec.ts',
        '[s26] a duplicated tab does not take along a login that is not kept, which goes on in its own',
        's26',
      ),
    ],
  ),
  mutation(
    'every-click-a-login',
    'begins a login for every repeat of a held key',
    [edit('src/services/begin-login.ts', 'if (isUnderWay) return;', '')],
    [
      proof(
        'e2e/login/login.spec.ts',
        '[s28] Enter held at the button makes one authorization request, and the button works again after Back',
        's28',
      ),
    ],
  ),
];
