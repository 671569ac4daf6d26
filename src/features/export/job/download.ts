/** Starts a download of a file, as a click on a link with `download` does. */
export function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Lifetime of the object URL of a text, in ms: the browser may start the download late. */
const TEXT_LIFE_MS = 60_000;

/** Starts a download of a text as a file in UTF-8. */
export function downloadText(text: string, name: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  download(url, name);
  setTimeout(() => URL.revokeObjectURL(url), TEXT_LIFE_MS);
}
