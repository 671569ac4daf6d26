/** Size of a picture of the app, in CSS px. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The pictures on the first page, which `npm run screenshots` takes from the demo. Each is in `public/pictures`, as
 * `NAME-light.avif` and `NAME-dark.avif`, twice as large.
 */
export const PICTURES = {
  table: { width: 1376, height: 720 },
  phone: { width: 390, height: 560 },
  find: { width: 448, height: 280 },
  songs: { width: 448, height: 280 },
  backup: { width: 448, height: 280 },
  tidy: { width: 448, height: 280 },
  login: { width: 448, height: 280 },
  api: { width: 448, height: 280 },
} as const satisfies Readonly<Record<string, PictureSize>>;

/** The name of a picture. */
export type PictureName = keyof typeof PICTURES;
