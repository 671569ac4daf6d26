import { fold } from '../../library/fold.ts';
import type { Command } from '../../ui/command.tsx';

/** Most results that are shown. */
const MOST = 30;

/**
 * Finds commands and playlists that contain every word of a folded query; those whose label begins with the query come
 * first, and commands before playlists. Without a query there are the commands alone.
 */
export function findCommands(
  commands: readonly Command[],
  playlists: readonly Command[],
  query: string,
): readonly Command[] {
  const words = query.split(' ').filter(Boolean);
  if (words.length === 0) return commands.slice(0, MOST);
  const found = [...commands, ...playlists].filter(({ label }) => {
    const text = fold(label);
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label }: Command) => fold(label).startsWith(query.trim());
  return [...found.filter(begins), ...found.filter((each) => !begins(each))].slice(0, MOST);
}
