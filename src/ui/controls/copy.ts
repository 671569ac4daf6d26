import { useToast } from '../overlays/toast.tsx';

/** Makes the function that copies a text and says so; `what` follows "Copied", such as "ID of Slow Sunday". */
export function createCopy(): (text: string, what: string) => void {
  const toast = useToast();
  return (text, what) => {
    navigator.clipboard.writeText(text).then(
      () => toast({ text: `Copied ${what}` }),
      () => toast({ text: 'Not copied. Your browser doesn’t allow it here.' }),
    );
  };
}
