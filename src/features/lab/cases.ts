import { ANSWER_CASES } from './cases/answers.ts';
import { LIMIT_CASES } from './cases/limits.ts';
import { LOGIN_CASES } from './cases/login.ts';
import { TOKEN_CASES } from './cases/tokens.ts';
import { WRITING_CASES } from './cases/writing.ts';
import type { LabGroup } from './lab-case.ts';

/** Every case of the lab, in the order of a login; a new case is an entry in one of these groups. */
export const LAB_GROUPS: readonly LabGroup[] = [
  LOGIN_CASES,
  TOKEN_CASES,
  LIMIT_CASES,
  ANSWER_CASES,
  WRITING_CASES,
];
