import type { Collection } from '../lists/collection.ts';
import { useSpotify } from '../services/spotify.ts';

/** Makes the function that stops, resumes or refreshes the list of a table, whichever its phase allows. */
export function createLoadControl(collection: Collection<unknown>): () => void {
  const { pace } = useSpotify();
  return () => {
    const phase = collection.phase();
    if (phase === 'loading') return collection.stop();
    if (phase === 'failed') return;
    pace.lift();
    void (phase === 'stopped' ? collection.load() : collection.refresh());
  };
}
