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
  phone: { width: 358, height: 480 },
  find: { width: 384, height: 240 },
  backup: { width: 384, height: 240 },
  login: { width: 384, height: 240 },
} as const satisfies Readonly<Record<string, PictureSize>>;

/** The name of a picture. */
export type PictureName = keyof typeof PICTURES;
