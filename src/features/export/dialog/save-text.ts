import { downloadText } from '../job/download.ts';
import type { FinishedFile } from './finished.tsx';

/** Saves a text as a file, and gives the file for the end of the dialog. */
export function saveText(
  text: string,
  name: string,
  mediaType: string,
  counts: string,
): FinishedFile {
  const saveAgain = () => downloadText(text, name, mediaType);
  saveAgain();
  return { name, size: new Blob([text]).size, counts, missing: [], saveAgain };
}
