import { useToast } from '../../../ui/overlays/toast.tsx';

/** Returns the function that copies a text and says so. */
export function useCopy(): (text: string, what: string) => Promise<void> {
  const toast = useToast();
  return async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: `${what} copied` });
    } catch {
      toast({ text: 'Not copied: select the text and copy it by hand' });
    }
  };
}
