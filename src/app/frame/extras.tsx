import { JobCards } from '../job-cards.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CountLists } from './counts.ts';
import { Footer } from './footer.tsx';
import { Sheet } from './sheet.tsx';

/** The parts of the frame that are drawn once the page is idle, or when a person opens them. */
export const FRAME_EXTRAS = { AccountMenu, CountLists, Footer, JobCards, Sheet };
