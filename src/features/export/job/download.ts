/** Hands a file to the browser's downloads, as a click on a link to it would. */
export function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** How long a text can be saved from memory, in ms. */
const TEXT_LIFE_MS = 60_000;

/** Hands a text to the browser's downloads as a file in UTF-8. */
export function downloadText(text: string, name: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  download(url, name);
  setTimeout(() => URL.revokeObjectURL(url), TEXT_LIFE_MS);
}
