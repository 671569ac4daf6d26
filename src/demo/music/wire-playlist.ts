/** A cover as Spotify sends it; sizes in pixels, often unknown. */
export interface WireImage {
  readonly url: string;
  readonly height: number | null;
  readonly width: number | null;
}

/** The owner of a playlist as Spotify sends it. */
export interface WireOwner {
  readonly display_name: string | null;
  readonly external_urls: { readonly spotify?: string };
  readonly href: string;
  readonly id: string;
  readonly type: 'user';
  readonly uri: string;
}

/** Where the contents of a playlist are, and how many. */
export interface WireContents {
  readonly href: string;
  readonly total: number | null;
}

/** A SimplifiedPlaylistObject of Spotify's Web API with every gap that it is known to have. */
export interface WirePlaylist {
  readonly collaborative: boolean;
  readonly description: string | null;
  readonly external_urls?: { readonly spotify?: string };
  readonly href: string;
  readonly id: string;
  readonly images: readonly WireImage[] | null;
  readonly items?: WireContents | null;
  readonly tracks?: WireContents | null;
  readonly name: string;
  readonly owner: WireOwner | null;
  readonly primary_color: null;
  readonly public: boolean | null;
  readonly snapshot_id: string;
  readonly type: 'playlist';
  readonly uri: string;
}
