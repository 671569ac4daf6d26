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

/** Address and number of a playlist's contents. */
export interface WireContents {
  readonly href: string;
  readonly total: number | null;
}

/** A SimplifiedPlaylistObject of Spotify's Web API with every known gap. */
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

/** Links of an object of Spotify; local files have none. */
export interface WireLinks {
  readonly spotify?: string;
}

/** An artist of a track; that of a local file has only a name. */
export interface WireArtist {
  readonly external_urls: WireLinks;
  readonly href: string | null;
  readonly id: string | null;
  readonly name: string;
  readonly type: 'artist';
  readonly uri: string | null;
}

/** Precision of a release date. */
export type WirePrecision = 'day' | 'month' | 'year';

/** The album of a track; that of a local file has little more than a name. */
export interface WireAlbum {
  readonly album_type: 'album' | 'single' | 'compilation' | null;
  readonly artists: readonly WireArtist[];
  readonly external_urls: WireLinks;
  readonly href: string | null;
  readonly id: string | null;
  readonly images: readonly WireImage[];
  readonly name: string;
  /** `2019-04-12`, `2019-04` or `2019`, by the precision. */
  readonly release_date: string | null;
  readonly release_date_precision: WirePrecision | null;
  readonly total_tracks?: number;
  readonly type: 'album';
  readonly uri: string | null;
}

/** A track in the fields that apps get since February 2026. */
export interface WireTrack {
  readonly album: WireAlbum | null;
  readonly artists: readonly WireArtist[];
  readonly disc_number: number;
  readonly duration_ms: number;
  readonly explicit: boolean;
  readonly external_ids?: { readonly isrc?: string };
  readonly external_urls: WireLinks;
  readonly href: string | null;
  readonly id: string | null;
  readonly is_local: boolean;
  readonly is_playable?: boolean;
  readonly name: string;
  readonly track_number: number;
  readonly type: 'track';
  readonly uri: string;
}

/** An episode of a podcast: with a show, without artists and album. */
export interface WireEpisode {
  readonly description: string;
  readonly duration_ms: number;
  readonly explicit: boolean;
  readonly external_urls: WireLinks;
  readonly href: string;
  readonly id: string;
  readonly images: readonly WireImage[];
  readonly is_playable: boolean;
  readonly name: string;
  readonly release_date: string;
  readonly release_date_precision: WirePrecision;
  readonly show: {
    readonly external_urls: WireLinks;
    readonly href: string;
    readonly id: string;
    readonly name: string;
    readonly type: 'show';
    readonly uri: string;
  };
  readonly type: 'episode';
  readonly uri: string;
}

/** The person who added an entry; the id is empty where unknown. */
export type WireAdder = Omit<WireOwner, 'display_name'>;

/** An entry of a playlist in the newer dialect, with every known gap. */
export interface WireItem {
  readonly added_at: string | null;
  readonly added_by: WireAdder | null;
  readonly is_local: boolean;
  readonly primary_color: null;
  readonly video_thumbnail: { readonly url: null };
  /** `null` where Spotify has removed the track or episode. */
  readonly item: WireTrack | WireEpisode | null;
}

/** An entry of a playlist in any dialect. */
export type WireRow = Omit<WireItem, 'item'> & {
  readonly item?: WireItem['item'];
  readonly track?: WireItem['item'];
};

/** One of the liked songs. */
export interface WireSavedTrack {
  readonly added_at: string;
  readonly track: WireTrack;
}
