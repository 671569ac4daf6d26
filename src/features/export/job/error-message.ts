import { errorText } from '../../../words/errors.ts';
import { ExportElsewhereError } from './export-job-types.ts';
import { TracksGoneError } from './write-export.ts';

/** Says why an export stopped; never a text from a server. */
export function exportErrorMessage(error: unknown): string {
  if (error instanceof ExportElsewhereError)
    return 'An export runs in another tab. Wait until it is finished there, or cancel it there.';
  if (error instanceof TracksGoneError)
    return 'A part of what came has been removed from this browser. Resuming asks Spotify for it again.';
  // The disk is full, or the browser lets this page have no more of it.
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return 'This browser has no room left for the file. Free some space, then resume.';
  return errorText(error);
}
