import type { WireItem, WireRow } from '../music/wire-item.ts';
import type { Server } from '../server.ts';
import { rowInDialect } from './dialect.ts';

/** The most entries a page may have: at `/items`, and at `/tracks` of old. */
export const MAX_ROWS = { items: 50, tracks: 100 } as const;

/** Makes what words an entry by its place; without `additional_types`, episodes come as `null`. */
export function rowWording({ dialect }: Server, url: URL): (item: WireItem, at: number) => WireRow {
  const types = (url.searchParams.get('additional_types') ?? '').split(',');
  const hasEpisodes = types.includes('episode');
  return (entry, at) => {
    const isHidden = entry.item?.type === 'episode' && !hasEpisodes;
    return rowInDialect(isHidden ? { ...entry, item: null } : entry, dialect, at);
  };
}
