import { For, type JSX } from 'solid-js';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-names.ts';
import { Picture } from './picture.tsx';
import type { PictureName } from './pictures.ts';
import './showcase.css';

/** A reason to trust this page. */
interface TrustPoint {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

const TRUST: readonly TrustPoint[] = [
  {
    icon: 'server-off',
    title: 'No server',
    text: 'Your browser talks to Spotify itself. Nobody sits in between.',
  },
  {
    icon: 'key-round',
    title: 'No password, no secret',
    text: 'You log in on spotify.com. A Client ID is public by design.',
  },
  {
    icon: 'lock',
    title: 'Read-only until you say so',
    text: 'The login asks to read. A change asks for its permission first.',
  },
  {
    icon: 'download',
    title: 'Yours to keep',
    text: 'Take your playlists and songs with you as files, any time.',
  },
];

/** Something that the app can do, with a picture of it. */
interface Ability {
  readonly picture: PictureName;
  readonly title: string;
  readonly text: string;
  readonly alt: string;
}

const ABILITIES: readonly Ability[] = [
  {
    picture: 'find',
    title: 'Find',
    text: 'Search thousands of playlists as you type. Accents and case don’t matter.',
    alt: 'The search box with a few letters in it, and the playlists that match',
  },
  {
    picture: 'songs',
    title: 'Songs',
    text: 'See which playlists hold a song, and which songs are in none.',
    alt: 'The table of all songs, with the playlists that hold each',
  },
  {
    picture: 'backup',
    title: 'Back up',
    text: 'Save your playlists and liked songs in one file, with one click.',
    alt: 'The page Back up, with the choice of the format',
  },
  {
    picture: 'tidy',
    title: 'Tidy up',
    text: 'Find songs that you have twice, with the proof beside each.',
    alt: 'The page Tidy up, with songs that are in several playlists',
  },
  {
    picture: 'login',
    title: 'See the login',
    text: 'Follow your own login message by message, and learn why each step exists.',
    alt: 'The steps of a login between your browser and Spotify',
  },
  {
    picture: 'api',
    title: 'Try the API',
    text: 'Get a token with the scopes you choose, and send any request.',
    alt: 'The request of the API workbench, with its endpoint',
  },
];

/** What the app looks like, why to trust it, and what it can do. */
export function Showcase(): JSX.Element {
  return (
    <>
      <div class="showcase-picture">
        <Picture
          name="table"
          narrow="phone"
          alt="The table of playlists in the demo: covers, names, owners, numbers of songs and visibility"
        />
      </div>
      <section id="how-it-works" class="showcase-trust" aria-label="How it works">
        <For each={TRUST}>
          {({ icon, title, text }) => (
            <div class="showcase-point">
              <Icon name={icon} size={20} />
              <h2 class="showcase-title">{title}</h2>
              <p>{text}</p>
            </div>
          )}
        </For>
      </section>
      <section class="showcase-abilities" aria-labelledby="abilities">
        <h2 id="abilities">What you can do</h2>
        <div class="showcase-figures">
          <For each={ABILITIES}>
            {({ picture, title, text, alt }) => (
              <figure class="showcase-figure">
                <Picture name={picture} alt={alt} />
                <figcaption>
                  <strong>{title}.</strong> {text}
                </figcaption>
              </figure>
            )}
          </For>
        </div>
      </section>
    </>
  );
}
