import type { Command } from '../../ui/command.tsx';
import { useToast } from '../../ui/overlays/toast.tsx';

/** An entity of Spotify, with what can be copied of it. */
interface Copyable {
  readonly spotifyUrl: string | null;
  readonly uri: string | null;
  readonly id: string | null;
}

/** Makes the commands that open an entity in Spotify and copy its link, URI and ID, as far as it has them. */
export function createCopyCommands(): (entity: Copyable) => readonly Command[] {
  const toast = useToast();

  async function copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: `${what} copied` });
    } catch {
      toast({ text: `${what} not copied. Your browser doesn’t allow it.` });
    }
  }

  return ({ spotifyUrl, uri, id }) => [
    ...(spotifyUrl === null
      ? []
      : ([
          { id: 'open', label: 'Open in Spotify', icon: 'external-link', href: spotifyUrl },
          {
            id: 'copy-link',
            label: 'Copy link',
            icon: 'link',
            run: () => void copy(spotifyUrl, 'Link'),
          },
        ] as const)),
    ...(uri === null
      ? []
      : ([
          { id: 'copy-uri', label: 'Copy URI', icon: 'copy', run: () => void copy(uri, 'URI') },
        ] as const)),
    ...(id === null
      ? []
      : ([
          { id: 'copy-id', label: 'Copy ID', icon: 'copy', run: () => void copy(id, 'ID') },
        ] as const)),
  ];
}
